/* The page of a proposal as it will look: the structure and classes of macros/website/templates/entry.html.

   What only a build can know is left out: the player and its text, what refers to this entry, what
   resembles it, and in which situations it helps. A test holds the rest beside the built pages. */

import { inWords } from "./basket-programme.js";
import { ROOT } from "./basket-records.js";
import { element, language } from "./dom.js";
import { cards } from "./proposal-cards.js";
import { facts, files } from "./proposal-facts.js";
import { render, renderInline } from "./proposal-prose.js";

const ACTIVITIES = ["intervention", "method"];
const NO_TITLE = "Nog zonder titel";
const REVIEW_AFTER = 2 * 365 * 24 * 3600 * 1000; // As macros/website/rendering.py: two years.
const MONTHS = [
  "januari", "februari", "maart", "april", "mei", "juni",
  "juli", "augustus", "september", "oktober", "november", "december",
];

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

function main(known) {
  return element(
    "div",
    { className: "entry__main prose" },
    isStale(known) && element(
      "p",
      { className: "notice notice--stale" },
      element("strong", {}, "Langer dan twee jaar niet nagekeken."),
      " Kijk zelf goed of wat hier staat nog klopt.",
    ),
    known.text("goal") && section("goal", "Wat het oplevert", known.prose(known.text("goal"))),
    known.text("body") && known.prose(known.text("body")),
    known.isActivity ? activity(known) : null,
    book(known),
    takeaways(known, "takeaways", known.label("takeaways")),
    takeaways(known, "findings", known.kind === "study" ? "Wat eruit komt" : "De kern"),
    reading(known),
    origin(known),
    sources(known),
    keywords(known),
    dates(known),
  );
}

function section(className, title, nodes) {
  return element("section", { className }, element("h2", {}, title), nodes);
}

function activity(known) {
  const [yes, no] = [known.text("when_to_use"), known.text("when_not")];
  const steps = known.list("steps");
  return [
    yes || no
      ? element(
          "div",
          { className: "pair" },
          yes && section("pair__yes", known.label("when_to_use"), known.prose(yes)),
          no && section("pair__no", known.label("when_not"), known.prose(no)),
        )
      : null,
    steps.length ? [element("h2", {}, "Zo doe je het"), element("ol", { className: "steps" }, steps.map((step) => stepOf(known, step)))] : null,
    known.text("harvest") && [element("h2", {}, known.label("harvest")), known.prose(known.text("harvest"))],
    ["tips", "pitfalls"].map((name) =>
      known.list(name).length ? [element("h2", {}, known.label(name)), known.lines(known.list(name), "")] : null,
    ),
    known.list("variations").length ? element("h2", {}, "Anders aanpakken") : null,
    known.list("variations").map(({ title = "", text = "" }) => [element("h3", {}, title), known.prose(text)]),
  ];
}

function stepOf(known, { title = "", minutes, text = "" }) {
  return element(
    "li",
    { className: "step" },
    element("h3", { className: "step__title" }, title),
    minutes > 0 && element("p", { className: "step__time" }, element("span", { className: "vh" }, "Duurt "), inWords(minutes)),
    text && known.prose(text),
  );
}

function book(known) {
  const { book: found } = known.values;
  if (!found?.title) return null;
  const fact = (name, value) => value && element("div", {}, element("dt", {}, name), element("dd", {}, value));
  return element(
    "section",
    { className: "book", attributes: { "aria-label": "Het boek" } },
    element("h2", {}, "Het boek"),
    element(
      "dl",
      { className: "book__facts" },
      fact("Titel", element("cite", language(found), found.title)),
      fact("Geschreven door", (found.authors ?? []).join(", ")),
      ["publisher", "year", "isbn"].map((name) => fact(known.label(name, "Book"), found[name] && String(found[name]))),
    ),
  );
}

function takeaways(known, name, title) {
  if (!known.list(name).length) return null;
  return [element("h2", {}, title), known.lines(known.list(name), "takeaways")];
}

function reading(known) {
  const found = known.kind === "collection" ? known.list("entries").map((id) => known.entry(id)).filter(Boolean) : [];
  if (!found.length) return null;
  return [
    element("h2", {}, "In deze volgorde"),
    element("ol", { className: "reading" }, cards(found, 3, known)),
  ];
}

function origin(known) {
  const { origin: from, material, note } = known.values.provenance ?? {};
  if (!from) return null;
  const [strong, rest] =
    from === "editorial"
      ? ["Toegevoegd aan de catalogus.", " Dit stuk staat niet in de digitale goodiebag van UBR|Rijksconsultants."]
      : material === "described"
        ? [
            "We kennen van dit stuk alleen de titel en waar het over gaat.",
            " De titel komt uit de digitale goodiebag van UBR|Rijksconsultants, de tekst op deze pagina van onze redactie. Het origineel kun je opvragen bij Rijksconsultants.",
          ]
        : ["Dit hele stuk komt uit de digitale goodiebag", " van UBR|Rijksconsultants."];
  return element(
    "aside",
    { className: "notice notice--origin", attributes: { "aria-label": "Waar deze pagina vandaan komt" } },
    element("p", {}, element("strong", {}, strong), rest),
    note && known.prose(note),
  );
}

function sources(known) {
  const found = known.list("sources").map((id) => known.context.sources.find((source) => source.id === id)).filter(Boolean);
  if (!found.length) return null;
  return element(
    "section",
    { className: "sources", attributes: { "aria-label": known.label("sources") } },
    element("h2", {}, known.label("sources")),
    element("ol", {}, found.map(({ id, title, issuer, date, reference }) =>
      element(
        "li",
        {},
        element(
          "a",
          { href: new URL(`bronnen/#${id}`, ROOT).href },
          element("cite", {}, title),
          [issuer, date && day(date), reference].filter(Boolean).map((part) => `, ${part}`),
        ),
      ),
    )),
  );
}

function keywords(known) {
  if (!known.list("keywords").length) return null;
  return element("p", { className: "keywords" }, element("strong", {}, `${known.label("keywords")}:`), ` ${known.list("keywords").join(", ")}`);
}

function dates(known) {
  const [published, reviewed] = [day(known.text("published")), day(known.text("reviewed"))];
  if (!published) return null;
  return element("p", { className: "dates" }, `In de catalogus sinds ${published}${reviewed ? `, nagekeken op ${reviewed}` : ""}.`);
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

function isStale(known) {
  const last = Date.parse(known.text("reviewed") || known.text("published"));
  return last + REVIEW_AFTER < (known.context.day ?? new Date()).getTime();
}

/** A day as a page writes it: `21 november 2026`; empty where it is none. */
function day(text) {
  const [, year, month, date] = text.match(/^(\d{4})-(\d{2})-(\d{2})$/) ?? [];
  return MONTHS[month - 1] ? `${Number(date)}\u00a0${MONTHS[month - 1]}\u00a0${Number(year)}` : "";
}
