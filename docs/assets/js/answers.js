/* From pages in the index to entries in the list, and from what was found on a page to words on its
   card. The name of an entry's page in the index ends with its number by order of id. */

import { element } from "./dom.js";
import { markWords, nameNote, passageNodes, reason } from "./explaining.js";
import { best, find, note } from "./finding.js";

export { load } from "./finding.js";

/* Other pages are named where few entries answer: each has to be fetched to be named. */
const FEW = 12;
const OTHERS = 2;

let order;

/** Give which entries answer these words.

    `rows` are the best first, `note` says what was looked for instead, `mark` marks the words in
    an element and tells whether there were any, `why` gives a line for a row: the words around
    what was found, or the name under which it was. `others` gives list items that link to other pages of
    the site. Throws when the index cannot be fetched. */
export async function answerTo(asked, rows) {
  const found = await find(asked);
  const byId = ordered(rows);
  const rowOf = ({ id }) => byId[id.slice(id.indexOf("-") + 1)];
  const hits = new Map(best(found.hits.filter(rowOf)).map((hit) => [rowOf(hit), hit]));
  const others = best(found.hits).filter((hit) => !rowOf(hit));
  return {
    asked,
    rows: [...hits.keys()],
    note: note(found),
    mark: (root) => markWords(root, found.words),
    why: (row) => whyFound(hits.get(row)),
    others: () => Promise.all(others.slice(0, hits.size < FEW ? OTHERS : 0).map(linkTo)),
  };
}

/** Give the rows by order of id; ten thousand are not put in order at each question. */
function ordered(rows) {
  if (order?.length !== rows.length) {
    order = [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
  }
  return order;
}

async function linkTo({ page }) {
  const { meta, url } = await page();
  const link = element("a", { href: url, textContent: meta.title });
  return element("li", {}, link, meta.kind ? ` (${meta.kind.toLowerCase()})` : "");
}

async function whyFound({ page, places }) {
  const { content } = await page();
  const why = reason(content, places);
  if (!why.passage) return nameNote(why);
  return element("p", { className: "card__found" }, ...passageNodes(content, places, why.passage));
}
