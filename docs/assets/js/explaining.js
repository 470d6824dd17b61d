/* Why a page is a result: the words found, marked where they stand, or the name under which it was
   found. The index keeps a page as a row of words and knows where in it something was found. */

import { areAlike, folded } from "./finding.js";
import { element } from "./dom.js";

const ROWS = { keyword: "Trefwoorden:", name: "Zoekwoorden:" };
const LENGTH = 24;

/** Say where a page holds what was looked for.

    `content` is the text of the page, `places` the numbers of its words that were found. Gives
    `passage` (the first and last number of the words around most of them, `undefined` when none
    stands in the text), `keyword` (the keyword that was found) or `name` with `label` (another
    word for it): a row of such words tells a reader nothing. */
export function reason(content, places) {
  const words = content.split(/\s+/);
  const [keywords, names] = Object.values(ROWS).map((row) => {
    const place = words.lastIndexOf(row);
    return place < 0 ? words.length : place;
  });
  const inText = places.filter((place) => place < Math.min(keywords, names));
  if (inText.length) return { passage: densest(inText, Math.min(keywords, names, words.length)) };
  const inKeywords = places.find((place) => place > keywords && place < names);
  if (inKeywords !== undefined) {
    return { keyword: phraseAt(words, inKeywords, keywords + 1, names) };
  }
  const inNames = places.find((place) => place > names);
  if (inNames === undefined) return {};
  const [label] = groupAt(words, inNames, names + 1);
  const name = phraseAt(words, inNames, names + 1, words.length);
  return { name, label };
}

/** Give the nodes of a passage: its words, marked where something was found. */
export function passageNodes(content, places, { first, last }) {
  const words = content.split(/\s+/);
  const found = new Set(places);
  const nodes = [];
  let plain = first > 0 ? "… " : "";
  for (let place = first; place < last; place += 1) {
    if (found.has(place)) {
      nodes.push(plain, element("mark", { textContent: words[place] }));
      plain = " ";
    } else {
      plain += `${words[place]} `;
    }
  }
  return [...nodes, last < words.length ? `${plain.trimEnd()} …` : plain.trimEnd()];
}

/** Say under which other name something was found; nothing when it was found in the text. */
export function nameNote({ keyword, name, label }) {
  if (!keyword && !name) return undefined;
  const told = keyword
    ? `Gevonden op het trefwoord ‘${keyword}’.`
    : name === label
      ? `Hoort bij ‘${label}’.`
      : `Gevonden op ‘${name}’, een ander woord voor ‘${label}’.`;
  return element("p", { className: "found-by", textContent: told });
}

/** Mark in an element each word that is a form of one of these words; tell whether there was any. */
export function markWords(root, words) {
  let isMarked = false;
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) texts.push(walk.currentNode);
  for (const text of texts) {
    const parts = text.data.split(/([\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*)/u);
    const nodes = parts.map((part, at) => (at % 2 && isForm(part, words) ? marked(part) : part));
    if (!nodes.some((node) => node instanceof Element)) continue;
    text.replaceWith(...nodes);
    isMarked = true;
  }
  return isMarked;
}

function isForm(part, words) {
  return folded(part).some((own) =>
    words.some((word) => (word.length > 2 ? areAlike(word, own) : word === own)),
  );
}

function marked(textContent) {
  return element("mark", { textContent });
}

/** Give the stretch of words that holds most of these places. */
function densest(places, end) {
  let best = { start: places[0], number: 0 };
  for (const start of places) {
    const number = places.filter((place) => place >= start && place < start + LENGTH - 6).length;
    if (number > best.number) best = { start, number };
  }
  const first = Math.max(0, Math.min(best.start - 5, end - LENGTH));
  return { first, last: Math.min(first + LENGTH, end) };
}

/** Give the phrase between commas or semicolons in which a word stands. */
function phraseAt(words, place, from, to) {
  const isLast = (word) => /[,;]$/.test(word);
  let first = place;
  while (first > from && !isLast(words[first - 1])) first -= 1;
  let last = place;
  while (last + 1 < to && !isLast(words[last])) last += 1;
  return words.slice(first, last + 1).join(" ").replace(/[,;.]$/, "");
}

/** Give the phrases of the group between semicolons in which a word stands: a label and its synonyms. */
function groupAt(words, place, from) {
  let first = place;
  while (first > from && !words[first - 1].endsWith(";")) first -= 1;
  let last = place;
  while (last + 1 < words.length && !words[last].endsWith(";")) last += 1;
  return words.slice(first, last + 1).join(" ").replace(/;$/, "").split(", ");
}
