/* Which pages answer what someone typed. Pagefind holds the index; here is what it does not know:
   that a word may be mistyped, written apart or together, or say nothing, and that a page with
   most of the words is better than none.

   Pagefind gives pages that hold all words. Where those are many, they are the answer. Where they
   are few, each word is asked for by itself, and pages count for the words that they hold. */

import { loadLexicon, nearest, takenApart } from "./lexicon.js";

const ROOT = new URL("../../", import.meta.url);
const ENOUGH = 100;
const REMEMBERED = 60;
const SHARE = 0.6;

/* Words that are in every text. A title may consist of nothing else, so they go only where other
   words remain. */
const SILENT = new Set(
  `aan al alle als ben bent bij dan dat de deze die dit doe doen doet door dus echt een eens elk
   elke en er even ga gaan gaat geen gewoon haar had heb hebben hebt heeft hem het hier hij hoe hun
   iedereen iemand iets ik in is ja je jij jou jouw jullie kan kon kun kunnen kunt maar mag me meer
   met mij mijn moest moet moeten mogen naar niemand niet niets nog nu of om omdat ons onze ook op
   over per te tegen ten ter toch toe tot tussen u uit uw van veel via voor waar waarom wanneer want
   was wat we wel welk welke wie wij wil willen word worden wordt ze zich zij zijn zo zonder zou
   zullen`.split(/\s+/),
);

let engine;
const remembered = new Map();

/** Fetch Pagefind once; after a failure the next search tries again. */
export function load() {
  engine ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(
    async (pagefind) => {
      // A worker of its own would be fetched besides, and our answers take milliseconds.
      await pagefind.options({ baseUrl: ROOT.pathname, noWorker: true });
      await pagefind.init();
      return pagefind;
    },
    (problem) => {
      engine = undefined;
      throw problem;
    },
  );
  return engine;
}

/** Find the pages that answer these words, the best first.

    Gives `hits` (each with `id`, the name of its page in the index; `score`; `covered`, how much of
    the words it holds; `places`, the numbers of the words on that page that were found; `page()`,
    which fetches what the index knows of it; take the `best` of them),
    `words` (what was looked for in the end), `changed` (pairs: what was typed, what was meant) and
    `lost` (words that nothing resembles). */
export async function find(asked) {
  await load();
  const typed = folded(asked);
  const telling = typed.filter((word) => !SILENT.has(word));
  const words = telling.length ? telling : typed;
  if (!words.length) return { hits: [], words: [], changed: [], lost: [] };

  // The list of words saves looking at pages, but the first answer does not wait for it.
  const listed = remembered.size ? await loadLexicon() : new Set();
  const together = await search(words.join(" "));
  const unknown = [];
  for (const word of words.filter((one) => !listed.has(one))) {
    // Where there are many pages, their first ones tell: a common word alone takes long.
    const isMany = together.length > ENOUGH && (await isFound(word, together));
    if (!isMany && !(await isFound(word, await search(word)))) unknown.push(word);
  }
  if (together.length > ENOUGH && !unknown.length) {
    return { hits: together.map(asHit), words, changed: [], lost: [] };
  }
  const meant = await understood(words, typed, unknown);
  const hits = await weighed(meant.wanted, typed, meant.changed.length + meant.lost.length === 0);
  return { hits, words: meant.wanted.flatMap(({ forms }) => forms.join(" ").split(" ")), ...meant };
}

/** Say what was looked for in the place of what was typed; a text that begins with a space, or empty. */
export function note({ words, changed, lost }) {
  const told = changed.map(([typed, meant]) => ` We zochten op ‘${meant}’ in plaats van ‘${typed}’.`);
  if (lost.length && words.length) {
    told.push(` Op ${lost.map((word) => `‘${word}’`).join(" en ")} vonden we niets.`);
  }
  return told.join("");
}

/** Give the words of a text as the index has them: lower case, without accents and apostrophes. */
export function folded(text) {
  return bare(text)
    .split(/[^\p{L}\p{N}-]+/u)
    .map((word) => word.replace(/^-+|-+$/g, ""))
    .filter(Boolean);
}

function bare(text) {
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "");
  return letters.toLowerCase().replace(/[’‘']/g, "");
}

/** Tell whether two folded words are forms of one word: most of the one begins the other.

    `vergaderingen` and `vergaderen` are, and so are `norm` and `normen`; `team` and `tegen` not. */
export function areAlike(word, other) {
  const [one, two] = [word, other].map((text) => text.replaceAll("-", ""));
  let same = 0;
  while (same < one.length && same < two.length && one[same] === two[same]) same += 1;
  return same >= Math.min(one.length, Math.max(3, Math.ceil(one.length * 0.7)));
}

async function search(words) {
  if (!remembered.has(words)) {
    if (remembered.size >= REMEMBERED) remembered.clear();
    const pagefind = await load();
    remembered.set(words, (await pagefind.search(words)).results);
  }
  return remembered.get(words);
}

function asHit({ id, score, words, data }) {
  return { id, score, covered: 1, places: words, page: data };
}

/** Tell whether a word is really on the pages that Pagefind gives for it.

    For a word that it does not have, Pagefind takes the longest beginning that it does have: for
    `hybirde` that is the letter h. The first pages show what it took. */
async function isFound(word, pages) {
  for (const { data, words } of pages.slice(0, 2)) {
    const { content, meta } = await data();
    const onPage = content.split(/\s+/);
    const found = words.flatMap((place) => folded(onPage[place] ?? ""));
    if ([...found, ...folded(meta.title)].some((other) => areAlike(word, other))) return true;
  }
  return false;
}

/** Say what to look for: the words, with another in the place of one that is not there.

    Words that are one word together are looked for so too. A word that is one slip of the fingers
    from a known one is taken for that; one that consists of two known words, which some page has
    both, is taken apart. */
async function understood(words, typed, unknown) {
  const known = await loadLexicon();
  const together = joined(typed, known);
  const wanted = together.map(({ word, parts }) => ({
    forms: [word],
    weight: 2 * parts.length,
    isExtra: true,
  }));
  const changed = [];
  const lost = [];
  for (const word of words) {
    if (!unknown.includes(word)) {
      wanted.push({ forms: [word], weight: 1 });
    } else if (!together.some(({ parts }) => parts.includes(word))) {
      const plain = word.replaceAll("-", "");
      const meant = nearest(plain, known) ?? (await partsOf(plain, known));
      if (meant) {
        wanted.push({ forms: [meant], weight: 1 });
        changed.push([word, meant]);
      } else {
        lost.push(word);
      }
    }
  }
  return { wanted, changed, lost };
}

/** Give the known words that words next to each other make together. */
function joined(typed, known) {
  const found = [];
  for (let first = 0; first < typed.length; first += 1) {
    for (let last = first + 2; last <= Math.min(first + 4, typed.length); last += 1) {
      const parts = typed.slice(first, last);
      if (known.has(parts.join(""))) found.push({ word: parts.join(""), parts });
    }
  }
  return found;
}

/** Give the two words that a word consists of and that some page has both. */
async function partsOf(word, known) {
  for (const parts of takenApart(word, known)) {
    const both = parts.join(" ");
    if (parts.every((part) => !SILENT.has(part)) && (await search(both)).length) return both;
  }
  return undefined;
}

/** Weigh every page by the words that it holds; a word of few pages says more than one of many. */
async function weighed(wanted, typed, isAsTyped) {
  const hits = new Map();
  let whole = 0;
  const add = ({ id, words, data }, score) => {
    const hit = hits.get(id) ?? { id, score: 0, covered: 0, places: new Set(), page: data };
    hit.score += score;
    for (const place of words) hit.places.add(place);
    hits.set(id, hit);
    return hit;
  };
  for (const { forms, weight, isExtra } of wanted) {
    const seen = new Set();
    for (const form of forms) {
      const pages = await search(form);
      if (!pages.length) continue;
      const rarity = 1 / Math.log2(2 + pages.length);
      if (!isExtra) whole += rarity;
      for (const page of pages) {
        const hit = add(page, weight * rarity * (0.4 + (0.6 * page.score) / pages[0].score));
        if (!isExtra && !seen.has(page.id)) hit.covered += rarity;
        seen.add(page.id);
      }
    }
  }
  if (isAsTyped) {
    const told = wanted.filter(({ isExtra }) => !isExtra).flatMap(({ forms }) => forms);
    for (const [words, share] of [
      [told.join(" "), 0.5],
      [typed.join(" "), 0.3],
      [`"${typed.join(" ")}"`, typed.length > 1 ? 0.6 : 0],
    ]) {
      const pages = share ? await search(words) : [];
      for (const page of pages) add(page, (share * whole * page.score) / pages[0].score);
    }
  }
  return [...hits.values()]
    .map(({ id, score, covered, places, page }) => ({
      id,
      score: score * (0.3 + (0.7 * covered) / (whole || 1)),
      covered,
      places: [...places].sort((one, other) => one - other),
      page,
    }))
    .sort((one, other) => other.score - one.score);
}

/** Leave out pages that hold much less of what was asked than the page that holds most. */
export function best(hits) {
  const most = Math.max(...hits.map(({ covered }) => covered), 0);
  return hits.filter(({ covered }) => covered >= most * SHARE);
}
