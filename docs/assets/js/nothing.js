/* What to do when a choice leaves nothing: which filter to let go, and what comes near. */

import { element } from "./dom.js";
import { without } from "./facets.js";
import { matches } from "./selection.js";

const NEAR = 3;

/** Show the ways out of an empty list, or hide them. `asked` are the entries that answer the words. */
export function showNothing(place, isEmpty, { rows, asked, facets, state, choose }) {
  place.hidden = !isEmpty;
  place.replaceChildren();
  if (!isEmpty) return;
  const useful = waysOut(rows, asked, facets, state);
  const lead = useful.length
    ? "Met deze keuze samen is er niets. Laat er één los:"
    : "Probeer een ander of korter woord, of kies een lijst onder aan de pagina.";
  const buttons = useful.map(({ label, number, next }) => {
    const text = `Zonder ‘${label}’: ${number} ${number === 1 ? "stuk" : "stukken"}`;
    const button = element("button", { type: "button", className: "button button--quiet" }, text);
    button.addEventListener("click", () => choose(next, { focus: true }));
    return element("li", {}, button);
  });
  place.append(
    element("p", {}, lead),
    element("ul", { className: "nothing__ways" }, ...buttons),
    element("a", { href: "#lijsten" }, "Blader in een lijst"),
  );
  const near = nearest(asked, state);
  if (near.length) place.append(element("p", { className: "nothing__near" }, "Dit komt in de buurt:"));
}

/** Give the entries that meet most of a choice that none meets wholly, the nearest first. */
export function nearest(rows, { chosen }) {
  const met = (row) =>
    [...chosen].filter(([name, values]) => row.values[name]?.some((one) => values.includes(one)));
  return rows
    .map((row) => ({ row, number: met(row).length }))
    .filter(({ number }) => number > 0)
    .sort((one, other) => other.number - one.number)
    .slice(0, NEAR)
    .map(({ row }) => row);
}

/** Give each filter that can be let go, and the words, with the number of entries that are left then. */
function waysOut(rows, asked, facets, state) {
  const ways = facets
    .filter(({ id }) => state.chosen.has(id))
    .map(({ id, labels }) => ({
      label: state.chosen.get(id).map((value) => labels.get(value) ?? value).join(" of "),
      next: without(state, id),
      from: asked,
    }));
  if (state.words) ways.push({ label: state.words, next: { ...state, words: "" }, from: rows });
  return ways
    .filter(({ next }) => next.words || next.chosen.size)
    .map((way) => ({ ...way, number: way.from.filter((row) => matches(row, way.next)).length }))
    .filter(({ number }) => number)
    .sort((one, other) => other.number - one.number);
}
