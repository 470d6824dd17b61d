/* What stands beside the text of an entry: for whom, how long, with how many, and what to take along. */

import { groupInWords, inWords, rangeInWords } from "./basket-programme.js";
import { ROOT } from "./basket-records.js";
import { element } from "./dom.js";

/** Give the facts of an entry as the page of one has them. */
export function facts(known) {
  const { values } = known;
  const fact = (name, ...inside) =>
    inside.flat().filter(Boolean).length
      ? element("div", {}, element("dt", {}, known.label(name)), element("dd", {}, inside))
      : null;
  const activity = known.isActivity
    ? [
        fact("duration", range(values.duration)),
        fact("preparation", values.preparation > 0 && inWords(values.preparation)),
        fact("group_size", group(values.group_size)),
        fact("setting", words(known, "setting", "settings")),
      ]
    : null;
  return element(
    "dl",
    { className: "facts" },
    activity,
    fact("audience", words(known, "audience", "audiences")),
    fact("focus_areas", areas(known)),
    known.isActivity ? fact("materials", list(known.list("materials"), "plain plain--lines")) : null,
    fact("reviewer", known.text("reviewer")),
  );
}

/** Give the files and links to take along; null where there are none. */
export function files(known) {
  const found = [
    ...known.list("downloads").map(({ title, file }) => [
      title,
      file && new URL(`downloads/${encodeURIComponent(file)}`, ROOT).href,
      { download: "" },
    ]),
    ...known.list("links").map(({ title, url }) => [title, safe(url), {}]),
  ].filter(([title]) => title);
  if (!found.length) return null;
  return element(
    "div",
    { className: "files" },
    element("h2", {}, "Meenemen"),
    element("ul", {}, found.map(([title, href, properties]) =>
      element("li", {}, element("a", { ...properties, ...(href ? { href } : {}) }, title)),
    )),
  );
}

/** What was typed as an address, where a page may link to it. */
function safe(url) {
  return /^https:\/\/[^/?#:@]/i.test(url ?? "") && URL.canParse(url) ? url : "";
}

function range(value) {
  return value?.min > 0 && value.max >= value.min ? rangeInWords(value) : "";
}

function group(value) {
  return value?.min > 0 ? groupInWords(value) : "";
}

function words(known, field, name) {
  return list(known.list(field).map((id) => known.word(name, id)?.label ?? id), "plain");
}

function areas(known) {
  return list(
    known.list("focus_areas").map((id) => {
      const area = known.word("focus_areas", id);
      return area ? element("a", { href: new URL(`thema/${area.theme}/#${id}`, ROOT).href }, area.label) : id;
    }),
    "plain",
  );
}

function list(parts, className) {
  return parts.length ? element("ul", { className }, parts.map((part) => element("li", {}, part))) : null;
}
