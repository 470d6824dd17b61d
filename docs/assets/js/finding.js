/* Which pages answer what someone typed. Pagefind holds the index; here is what it does not know:
   that a word may be mistyped, written apart or together, or say nothing, and that a page with
   most of the words is better than none.

   Pagefind gives pages that hold all words. Where those are many, they are the answer. Where they
   are few, each word is asked for by itself, and pages count for the words that they hold. */

const ROOT = new URL("../../", import.meta.url);
const ENOUGH = 100;
const REMEMBERED = 60;

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
let lexicon;
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

    Gives `hits` (each with `id`, the name of its page in the index; `score`; `places`, the numbers
    of the words on that page that were found; `page()`, which fetches what the index knows of it),
    `words` (what was looked for in the end), `changed` (pairs: what was typed, what was meant) and
    `lost` (words that nothing resembles). */
export async function find(asked) {
  await load();
  const typed = folded(asked);
  const telling = typed.filter((word) => !SILENT.has(word));
  const words = telling.length ? telling : typed;
  if (!words.length) return { hits: [], words: [], changed: [], lost: [] };

  const together = await search(words.join(" "));
  const unknown = [];
  for (const word of words) {
    // Where there are many pages, their first ones tell: a common word alone takes long.
    const isMany = together.length > ENOUGH && (await isFound(word, together));
    if (!isMany && !(await isFound(word, await search(word)))) unknown.push(word);
  }
  if (together.length > ENOUGH && !unknown.length) {
    return { hits: together.map(asHit), words, changed: [], lost: [] };
  }
  const meant = await understood(words, typed, unknown);
  const hits = await weighed(meant.wanted, typed, meant.changed.length + meant.lost.length === 0);
  return { hits, words: meant.wanted.flatMap(({ forms }) => forms), ...meant };
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
  return { id, score, places: words, page: data };
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

    A word that is one slip of the fingers from a known one is taken for that; one that consists of
    two known words is taken apart; two that are one word together are looked for so as well. */
async function understood(words, typed, unknown) {
  const known = await loadLexicon();
  const changed = [];
  const lost = [];
  const wanted = [];
  for (const word of words) {
    if (!unknown.includes(word)) {
      wanted.push({ forms: [word], weight: 1 });
      continue;
    }
    const plain = word.replaceAll("-", "");
    const near = nearest(plain, known);
    const parts = near ? [near] : takenApart(plain, known);
    if (parts.length) {
      wanted.push({ forms: parts, weight: near ? 1 : 0.6 });
      changed.push([word, parts.join(" ")]);
    } else {
      lost.push(word);
    }
  }
  for (let first = 0; first < typed.length; first += 1) {
    for (const length of [2, 3, 4]) {
      const joined = typed.slice(first, first + length).join("");
      if (first + length <= typed.length && known.has(joined)) {
        wanted.push({ forms: [joined], weight: 2 * length, isExtra: true });
      }
    }
  }
  return { wanted, changed, lost };
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
  const all = [...hits.values()];
  const most = Math.max(...all.map(({ covered }) => covered), 0);
  return all
    .filter(({ covered }) => covered >= most / 2)
    .map(({ id, score, covered, places, page }) => ({
      id,
      score: score * (0.3 + (0.7 * covered) / (whole || 1)),
      places: [...places].sort((one, other) => one - other),
      page,
    }))
    .sort((one, other) => other.score - one.score);
}

/** Fetch the words that entries use, most used first; without them search still works. */
function loadLexicon() {
  lexicon ??= fetch(new URL("zoeken/woorden.txt", ROOT))
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => new Set(text.split("\n").filter(Boolean)))
    .catch(() => {
      lexicon = undefined;
      return new Set();
    });
  return lexicon;
}

/** Give the most used known word that is one slip away: a letter more, less, other, or two swapped. */
function nearest(word, known) {
  if (word.length < 4) return undefined;
  for (const other of known) if (isOneSlip(word, other)) return other;
  return undefined;
}

function isOneSlip(word, other) {
  if (Math.abs(word.length - other.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === other[start]) start += 1;
  let end = 0;
  const shortest = Math.min(word.length, other.length) - start;
  while (end < shortest && word.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [one, two] = [word, other].map((text) => text.slice(start, text.length - end));
  return (
    (one.length <= 1 && two.length <= 1) ||
    (one.length === 2 && two.length === 2 && one === two[1] + two[0])
  );
}

/** Give the two known words that a word consists of, with or without an s between them. */
function takenApart(word, known) {
  for (let cut = 4; cut <= word.length - 4; cut += 1) {
    const [first, last] = [word.slice(0, cut), word.slice(cut)];
    const bareFirst = first.replace(/s$/, "");
    if (!known.has(last)) continue;
    if (known.has(first)) return [first, last];
    if (bareFirst.length >= 4 && known.has(bareFirst)) return [bareFirst, last];
  }
  return [];
}
