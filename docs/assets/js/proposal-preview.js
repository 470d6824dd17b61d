/* The page of a proposal as it will look: the structure and classes of macros/website/templates/entry.html.

   What only a build can know is left out: the player and its text, what refers to this entry, what
   resembles it, and in which situations it helps. A test holds the rest beside the built pages. */

import { ROOT } from "./basket-records.js";
import { element, language } from "./dom.js";
import { cards } from "./proposal-cards.js";
import { facts, files } from "./proposal-facts.js";
import { render, renderInline } from "./proposal-prose.js";
import { main } from "./proposal-sections.js";

const ACTIVITIES = ["intervention", "method"];
const NO_TITLE = "Nog zonder titel";

/** Give the page of an entry with these values, as an `article`.

    `context` holds `schema`, `vocabulary`, `entries` and `sources` as published for the form, and
    besides the `theme` (an id) that was chosen, the `id` that the page will have, and the `day` that
    counts as today (a Date), all three where known. Values may be lacking or wrong: what cannot be
    shown is left out. */
export function preview(values, context) {
  const known = new Page(values, context);
  const theme = known.word("themes", context.theme);
  return element(
    "article",
    { className: `entry${theme?.colour ? ` theme--${theme.colour}` : ""}` },
    opening(known, theme),
    listening(known),
    element("div", { className: "entry__columns" }, side(known), main(known)),
    related(known),
  );
}

/** What is shown, with where its words come from. */
class Page {
  constructor(values, context) {
    this.values = values;
    this.context = context;
    this.kind = values.kind;
    this.isActivity = ACTIVITIES.includes(values.kind);
    this.page = `catalogus/${context.id || "nieuw"}/`;
    this.fields = context.schema.definitions[values.kind]?.properties ?? {};
  }

  label(name, block) {
    const fields = block ? this.context.schema.definitions[block].properties : this.fields;
    return fields[name]?.title ?? name;
  }

  word(list, id) {
    return this.context.vocabulary[list].find((word) => word.id === id);
  }

  entry(id) {
    return this.context.entries.find((entry) => entry.id === id);
  }

  text(name) {
    const value = this.values[name];
    return typeof value === "string" ? value.trim() : "";
  }

  list(name) {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter((part) => part !== null && part !== "") : [];
  }

  prose(text) {
    return render(text, this.page);
  }

  lines(parts, className) {
    return element("ul", { className }, parts.map((part) => element("li", {}, renderInline(String(part), this.page))));
  }
}

function opening(known, theme) {
  const { values, context } = known;
  const kind = context.schema.definitions[known.kind]?.title;
  const icon = theme && new URL(`assets/fruit/${theme.icon}.svg`, ROOT).href;
  return element(
    "header",
    { className: "opening" },
    element(
      "div",
      { className: "opening__text" },
      element(
        "p",
        { className: "chips" },
        theme && element("a", { className: "chip chip--theme", href: new URL(`thema/${theme.id}/`, ROOT).href }, theme.label),
        theme && kind ? "\n" : null,
        kind && element("span", { className: "chip" }, kind),
      ),
      element("h1", language(values), known.text("title") || NO_TITLE),
      known.text("subtitle") && element("p", { className: "subtitle" }, known.text("subtitle")),
      known.text("summary") && element("p", { className: "lead" }, known.text("summary")),
      series(known),
    ),
    icon && element(
      "div",
      { className: "opening__fruit" },
      element("img", { className: "fruit", src: icon, alt: "", width: 180, height: 180 }),
    ),
  );
}

function series(known) {
  const { series: id, number } = known.values;
  if (!id) return null;
  const label = known.word("series", id)?.label ?? id;
  const isPodcast = known.kind === "podcast";
  return element(
    "p",
    { className: "series" },
    number ? `${isPodcast ? "Aflevering" : "Deel"} ${number} van de reeks “` : "Uit de reeks “",
    isPodcast ? element("a", { href: new URL("podcast/", ROOT).href }, label) : label,
    "”",
  );
}

/** What will be heard, as a page shows it while there is no recording. */
function listening(known) {
  const [speakers, chapters] = [known.list("speakers"), known.list("chapters")];
  if (known.kind !== "podcast" || !(speakers.length || chapters.length)) return null;
  return element(
    "section",
    { className: "listen", attributes: { "aria-label": "In deze aflevering" } },
    element("h2", {}, "In deze aflevering"),
    speakers.length ? element("p", {}, `Te horen: ${speakers.join(", ")}`) : null,
    chapters.length ? element("h3", {}, known.label("chapters")) : null,
    chapters.length
      ? element("ol", { className: "chapters" }, chapters.map(({ start = "", title = "" }) =>
          element(
            "li",
            {},
            element("span", { className: "chapters__time" }, start),
            " ",
            element("span", { className: "chapters__title" }, title),
          ),
        ))
      : null,
  );
}

function side(known) {
  return element(
    "div",
    { className: "entry__side" },
    element("h2", { className: "vh" }, "In het kort"),
    facts(known),
    files(known),
  );
}

/** What this entry names itself, by how it belongs with it. */
function related(known) {
  const groups = new Map();
  for (const { entry, how } of known.list("related")) {
    const [other, label] = [known.entry(entry), known.word("relations", how)?.label];
    if (other && label) groups.set(label, [...(groups.get(label) ?? []), other]);
  }
  if (!groups.size) return null;
  return element(
    "section",
    { className: "related", attributes: { "aria-label": "Verder met dit onderwerp" } },
    element("h2", {}, "Verder met dit onderwerp"),
    element("div", { className: "related__groups" }, [...groups].map(([label, found]) =>
      element(
        "div",
        { className: `related__group related__group--${Math.min(found.length, 3)}` },
        element("h3", { className: "related__how" }, label),
        element("ul", { className: "cards" }, cards(found, 4, known)),
      ),
    )),
  );
}
