/* What is in a goodiebag as cards to cut out: four on a sheet of A4, each a sheet of A6.

   They are on the page only while they are printed, so that the command of the browser itself
   always gives the programme. */

import { element, language } from "./dom.js";
import { groupInWords, listed, rangeInWords } from "./basket-programme.js";
import { ROOT } from "./basket-records.js";

const ON_A_SHEET = 4;

/** Print a card of each entry in this programme; `place` is the part of the page that holds them.

    `codeOf` draws the QR code of a record: the page has it already, for the programme. */
export async function printCards(plan, place, codeOf) {
  const sheets = cards(plan, codeOf);
  place.append(sheets);
  const fruit = [...sheets.querySelectorAll("img")];
  // A printer does not wait for a drawing; a card without one will do.
  await Promise.all(fruit.map((image) => image.decode().catch(() => {})));
  addEventListener("afterprint", () => sheets.remove(), { once: true });
  print();
}

/** Give the sheets with cards: one for each entry in a programme, none for a break. */
function cards(plan, codeOf) {
  const records = plan.rows.flatMap((row) => row.record ?? []);
  const count = Math.ceil(records.length / ON_A_SHEET);
  const sheets = Array.from({ length: count }, (_, at) =>
    element(
      "ul",
      { className: "cut__sheet" },
      records.slice(at * ON_A_SHEET, (at + 1) * ON_A_SHEET).map((record) => cardOf(record, codeOf)),
    ),
  );
  return element("section", { className: "cut", attributes: { "aria-label": "Kaarten om te printen" } }, sheets);
}

function cardOf(record, codeOf) {
  const src = new URL(`assets/fruit/${record.theme.icon}.svg`, ROOT).href;
  const facts = [
    ["Tijd", record.minutes && rangeInWords(record.minutes)],
    ["Groep", record.group && groupInWords(record.group)],
    ["Waar", listed(record.setting)],
  ];
  const lines = facts
    .filter(([, value]) => value)
    .map(([label, value]) => element("li", {}, element("strong", {}, `${label}: `), value));
  return element(
    "li",
    { className: `cut__card theme--${record.theme.colour}` },
    element("p", { className: "cut__kind" }, `${record.kind_label} · ${record.theme.label}`),
    element("h2", { className: "cut__title", ...language(record) }, record.title),
    element("p", { className: "cut__summary" }, record.summary),
    element("ul", { className: "cut__facts" }, lines),
    element(
      "div",
      { className: "cut__foot" },
      element("img", { src, alt: "", width: 80, height: 80 }),
      element("p", {}, breakable(record.address)),
      codeOf(record),
    ),
  );
}

/** Let an address break behind its slashes and hyphens. */
function breakable(address) {
  return address.split(/(?<=[/-])(?!\/)/).flatMap((part) => [part, element("wbr")]);
}
