/* The text of an entry's page, from what it yields to its dates: the middle of entry.html. */

import { inWords } from "./basket-programme.js";
import { ROOT } from "./basket-records.js";
import { element, language } from "./dom.js";
import { cards } from "./proposal-cards.js";

const REVIEW_AFTER = 2 * 365 * 24 * 3600 * 1000; // As macros/website/rendering.py: two years.
const MONTHS = [
  "januari", "februari", "maart", "april", "mei", "juni",
  "juli", "augustus", "september", "oktober", "november", "december",
];

/** Give the text of an entry, with its notices, sources and dates. */
export function main(known) {
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
  const told = ["authors", "publisher", "year", "isbn"].some((name) => String(found?.[name] ?? ""));
  if (!found?.title || !(told || found.title !== known.values.title)) return null;
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
      ? ["Toegevoegd aan de catalogus.", " Dit stuk staat niet in de digitale goodiebag, het document van UBR|Rijksconsultants waarmee deze site begon."]
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

function isStale(known) {
  const last = Date.parse(known.text("reviewed") || known.text("published"));
  return last + REVIEW_AFTER < (known.context.day ?? new Date()).getTime();
}

/** A day as a page writes it: `21 november 2026`; empty where it is none. */
function day(text) {
  const [, year, month, date] = text.match(/^(\d{4})-(\d{2})-(\d{2})$/) ?? [];
  return MONTHS[month - 1] ? `${Number(date)}\u00a0${MONTHS[month - 1]}\u00a0${Number(year)}` : "";
}
