/* Other entries as cards, as macros/website/templates/parts.html draws them. */

import { groupInWords, inWords, rangeInWords } from "./basket-programme.js";
import { ROOT } from "./basket-records.js";
import { element, language } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";
const CLOCK = { circles: [[10, 10, 7.5]], path: "M10 5.500V10l3 2" };
const GROUP = {
  circles: [[7.5, 7, 3]],
  path: "M2 16.500c0-3 2.5-5 5.5-5s5.5 2 5.5 5M13 4.300a3 3 0 0 1 0 5.400M15 12c1.9.700 3 2.4 3 4.5",
};

/** Give entries as cards in a list; `level` is the level of their headings. */
export function cards(entries, level, known) {
  return entries.map((entry) => element("li", {}, card(entry, level, known)));
}

function card(entry, level, known) {
  const theme = known.word("themes", entry.theme);
  const kind = known.context.schema.definitions[entry.kind].title;
  const notes = [
    entry.number && `${entry.kind === "podcast" ? "aflevering" : "deel"} ${entry.number}`,
    entry.material === "described" && (entry.listening ? "met een inleiding" : "alleen beschreven"),
  ].filter(Boolean);
  return element(
    "article",
    { className: `card theme--${theme.colour}` },
    element("p", { className: "card__kind" }, kind, notes.map((note) => [" ", element("span", { className: "card__number" }, note)])),
    element(
      `h${level}`,
      { className: "card__title" },
      element("a", { href: new URL(entry.page, ROOT).href, ...language(entry) }, entry.title),
    ),
    element("p", { className: "card__text" }, entry.summary),
    element("div", { className: "card__foot" }, factsOf(entry)),
    element("img", {
      className: "fruit",
      src: new URL(`assets/fruit/${theme.icon}.svg`, ROOT).href,
      alt: "",
      width: 44,
      height: 44,
      loading: "lazy",
    }),
  );
}

function factsOf({ listening, duration, group_size: group }) {
  const facts = [
    listening && [CLOCK, "Tijd: ", `${inWords(listening)} luisteren`],
    duration && [CLOCK, "Tijd: ", rangeInWords(duration)],
    group && [GROUP, "Groep: ", groupInWords(group)],
  ].filter(Boolean);
  if (!facts.length) return null;
  return element("ul", { className: "card__facts" }, facts.map(([drawing, what, words]) =>
    element("li", {}, icon(drawing), element("span", { className: "vh" }, what), words),
  ));
}

function icon({ circles, path }) {
  const make = (name, attributes) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const drawn = make("svg", { class: "icon", viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" });
  drawn.append(...circles.map(([cx, cy, r]) => make("circle", { cx, cy, r })), make("path", { d: path }));
  return drawn;
}
