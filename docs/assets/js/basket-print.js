/* The programme on paper: a cover with a table of times, and the full instructions of each item after
   it. What has steps begins on a page of its own; what is short follows.

   It stands in the page always and is shown only by a printer, so that nothing has to be ready in
   the moment between the command and the paper. */

import { element, language } from "./dom.js";
import { codeOf } from "./basket-code.js";
import { clockTime, dayInWords, groupInWords, inWords, listed, when } from "./basket-programme.js";
import { nodes } from "./basket-records.js";
import { sections } from "./basket-sections.js";

/** Give what a printer prints of a goodiebag. */
export function paper(basket, plan) {
  const facts = [
    basket.date && dayInWords(basket.date),
    plan.hasStart && `${clockTime(plan.start)} – ${clockTime(plan.end)}`,
    `samen ${inWords(plan.total)}`,
  ];
  const rows = plan.rows.map((row) => {
    const note = row.item.note ? element("p", { className: "paper__note" }, row.item.note) : null;
    return element(
      "tr",
      {},
      element("td", {}, when(row, plan.hasStart)),
      element("td", {}, element("strong", language(row.record), row.title), note),
      element("td", {}, inWords(row.minutes)),
    );
  });
  const heads = ["Tijd", "Onderdeel", "Duur"].map((words) =>
    element("th", { attributes: { scope: "col" } }, words),
  );
  return element(
    "section",
    { className: "paper", attributes: { "aria-label": "Om te printen" } },
    element("p", { className: "paper__title" }, basket.title || "Mijn goodiebag"),
    element("p", { className: "paper__when" }, `${facts.filter(Boolean).join(", ")}.`),
    element(
      "table",
      { className: "paper__times" },
      element("thead", {}, element("tr", {}, heads)),
      element("tbody", {}, rows),
    ),
    plan.rows.filter((row) => row.record).map((row) => instructions(row, plan)),
  );
}

function instructions(row, { hasStart, rows }) {
  const { record, item, minutes } = row;
  const facts = [
    ["Tijd", hasStart ? `${when(row, hasStart)}, ${inWords(minutes)}` : inWords(minutes)],
    ["Voorbereiding", record.preparation && inWords(record.preparation)],
    ["Groep", record.group && groupInWords(record.group)],
    ["Waar", listed(record.setting)],
    ["Nodig", listed(record.materials)],
    ["Notitie", item.note],
  ];
  const lines = facts
    .filter(([, value]) => value)
    .map(([label, value]) => element("li", {}, element("strong", {}, `${label}: `), value));
  return element(
    "article",
    {
      className: `paper__item theme--${record.theme.colour}${
        record.steps && rows.length > 1 ? " paper__item--whole" : ""
      }`,
    },
    element(
      "div",
      { className: "paper__head" },
      element(
        "div",
        {},
        element("h2", language(record), record.title),
        element("p", { className: "paper__summary" }, record.summary),
        element("ul", { className: "paper__facts" }, lines),
      ),
      codeOf(record),
    ),
    element("p", { className: "paper__address" }, record.address),
    sections(record).map((section) => [element("h3", {}, section.title), ...body(section, record)]),
  );
}

function body({ html, steps, list, parts }, record) {
  if (html) return [element("div", {}, ...lowered(html, record))];
  if (steps) {
    const items = steps.map((step) =>
      element(
        "li",
        {},
        element("strong", {}, step.title),
        step.minutes ? ` (${inWords(step.minutes)})` : "",
        ...(step.html ? lowered(step.html, record) : []),
      ),
    );
    return [element("ol", { className: "paper__steps" }, items)];
  }
  if (list) {
    return [element("ul", {}, list.map((one) => element("li", {}, ...nodes(one, record))))];
  }
  return parts.map((part) =>
    element("div", {}, element("h4", {}, part.title), ...lowered(part.html, record)),
  );
}

/** Nodes whose headings come below those of the section that they stand in. */
function lowered(html, record) {
  return nodes(html, record).map((node) =>
    /^h[1-6]$/.test(node.localName ?? "") ? element("h4", {}, ...node.childNodes) : node,
  );
}
