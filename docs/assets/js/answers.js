/* From pages in the index to entries in the list. Pagefind names a page by a hash of what it
   holds; a small file beside the index says how the names of the pages of entries begin. */

import { element } from "./dom.js";
import { markWords, nameNote, passageNodes, reason } from "./explaining.js";
import { find, note } from "./finding.js";

export { load } from "./finding.js";

const NAMES = new URL("../../pagefind/stukken.txt", import.meta.url);

let naming;

/** Give which entries answer these words.

    `rows` are the best first, `note` says what was looked for instead, `mark` marks the words in
    an element and tells whether there were any, `why` gives a line for a row: the words around
    what was found, or the name under which it was. Throws when the index cannot be fetched. */
export async function answerTo(asked, rows) {
  const [found, byName] = await Promise.all([find(asked), named(rows)]);
  const hits = new Map();
  for (const hit of found.hits) {
    const row = withName(byName, hit.id);
    if (row) hits.set(row, hit);
  }
  return {
    asked,
    rows: [...hits.keys()],
    note: note(found),
    mark: (root) => markWords(root, found.words),
    why: (row) => whyFound(hits.get(row)),
  };
}

async function whyFound({ page, places }) {
  const { content } = await page();
  const why = reason(content, places);
  if (!why.passage) return nameNote(why);
  return element("p", { className: "card__found" }, ...passageNodes(content, places, why.passage));
}

/** Fetch how the name of each entry's page begins; they stand in the order of the ids. */
function named(rows) {
  naming ??= fetch(NAMES)
    .then((answer) => {
      if (!answer.ok) throw new Error(`${NAMES}: ${answer.status}`);
      return answer.text();
    })
    .then((text) => {
      const names = text.trim().split("\n");
      const byId = [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
      return new Map(byId.map((row, at) => [names[at], row]));
    })
    .catch((problem) => {
      naming = undefined;
      throw problem;
    });
  return naming;
}

function withName(byName, id) {
  const name = id.slice(id.lastIndexOf("_") + 1);
  for (let length = 1; length <= name.length; length += 1) {
    const row = byName.get(name.slice(0, length));
    if (row) return row;
  }
  return undefined;
}
