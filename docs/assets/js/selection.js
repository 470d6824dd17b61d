/* A choice from the catalogue: how it stands in an address, and which entries it leaves.

   Facets have no names here: they are what the cards in the list of /catalogus/ carry in their
   `data-` attributes, and what the form there holds. */

const OWN = new Set(["entry", "minutes", "published"]);
const WORDS = "zoek";
const ORDER = "op";

/** Read a choice from the part of an address behind the `#`.

    Gives `words` and `order` (texts, empty when not there) and `chosen`, a map from a facet to its
    values. A fragment that is a place on the page (`#integriteit`) chooses nothing. */
export function parse(fragment) {
  const chosen = new Map();
  const state = { words: "", order: "", chosen };
  for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    if (name === WORDS) state.words = value.trim();
    else if (name === ORDER) state.order = value;
    else if (value) chosen.set(name, [...new Set(value.split(",").filter(Boolean))]);
  }
  return state;
}

/** Give the fragment of a choice, `#` included; empty when nothing is chosen. */
export function format({ words = "", order = "", chosen = new Map() }) {
  const parts = [...chosen]
    .filter(([, values]) => values.length)
    .map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(",")}`);
  if (words) parts.push(`${WORDS}=${encodeURIComponent(words).replaceAll("%20", "+")}`);
  if (order) parts.push(`${ORDER}=${encodeURIComponent(order)}`);
  return parts.length ? `#${parts.join("&")}` : "";
}

/** Give a row per entry in the list of /catalogus/, in the order of that list.

    `values` maps a facet to the values of the entry, `minutes` is the fewest that it takes (or
    NaN), `published` its day, `card` the list item that holds its card. */
export function read(root = document) {
  return [...root.querySelectorAll("li[data-entry]")].map((card) => {
    const values = {};
    for (const [name, value] of Object.entries(card.dataset)) {
      if (!OWN.has(name)) values[name] = value.split(" ");
    }
    const { entry: id, minutes, published } = card.dataset;
    return { id, card, values, minutes: parseInt(minutes, 10), published };
  });
}

/** Tell whether an entry meets a choice: of each facet one of the values chosen. */
export function matches(row, { chosen }) {
  for (const [name, values] of chosen) {
    if (values.length && !row.values[name]?.some((one) => values.includes(one))) return false;
  }
  return true;
}

/** Count how many of these entries each value would give if it were chosen: a map from a facet to a
    map from a value to a number. Values of one facet are alternatives, so what is chosen in a facet
    does not count for that facet itself. */
export function count(rows, { chosen }) {
  const numbers = new Map();
  const limits = [...chosen].filter(([, values]) => values.length);
  const add = (name, values = []) => {
    let own = numbers.get(name);
    if (!own) numbers.set(name, (own = new Map()));
    for (const value of values) own.set(value, (own.get(value) ?? 0) + 1);
  };
  for (const { values } of rows) {
    const failed = limits.length
      ? limits.filter(([name, some]) => !values[name]?.some((one) => some.includes(one)))
      : limits;
    if (failed.length === 1) add(failed[0][0], values[failed[0][0]]);
    else if (!failed.length) for (const name in values) add(name, values[name]);
  }
  return numbers;
}
