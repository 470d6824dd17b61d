/* Entries whose title resembles what someone types, so that nothing is made twice. */

import { element } from "./dom.js";

const SHOWN = 3;
const STEM = 5; // letters: `afspraken` and `afspraak` both begin with `afspr`
const ENOUGH = 0.5;
/** Words that say nothing about what a piece is about. */
const SILENT = new Set("de het een en of van voor in op met aan bij te om je jouw hoe wat zo dat die is naar als uit over door".split(" "));

/** Give the entries whose title has most of its telling words in common with this one, the most alike first. */
export function similarTo(title, entries, ownId) {
  const sought = words(title);
  if (!sought.size) return [];
  return entries
    .filter(({ id }) => id !== ownId)
    .map((entry) => ({ entry, likeness: likeness(sought, words(entry.title)) }))
    .filter(({ likeness: found }) => found >= ENOUGH)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, SHOWN)
    .map(({ entry }) => entry);
}

function words(title) {
  const bare = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const found = bare.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(found.filter((word) => !SILENT.has(word)));
}

/** The part of the words that both have, by the shorter: `Goed gesprek` is wholly in a longer title. */
function likeness(one, other) {
  const shared = [...one].filter((word) => [...other].some((its) => areKin(word, its))).length;
  const least = Math.min(one.size, other.size);
  // One word in common says little, unless it is all that there is.
  return shared > 1 || one.size === 1 || other.size === 1 ? shared / (least || 1) : 0;
}

/** Words that begin alike, or of which the one ends the other: `overleg` and `werkoverleg`. */
function areKin(one, other) {
  if (one.slice(0, STEM) === other.slice(0, STEM)) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= STEM && long.endsWith(short);
}

/** Say which entries a title resembles, with the way to read and to change each. */
export function showSimilar(place, found, root) {
  place.hidden = !found.length;
  if (!found.length) return place.replaceChildren();
  place.replaceChildren(
    element("p", {}, found.length === 1 ? "Dit stuk lijkt erop:" : "Deze stukken lijken erop:"),
    element(
      "ul",
      {},
      found.map(({ id, title, lang }) =>
        element(
          "li",
          {},
          element("a", { href: new URL(`catalogus/${id}/`, root).href, target: "_blank", ...(lang ? { lang } : {}) }, title),
          element("span", { className: "vh" }, " (opent in een nieuw tabblad)"),
        ),
      ),
    ),
    element("p", {}, "Is het hetzelfde? Open dat stuk en kies daar “Wijzig deze pagina”."),
  );
}
