/* The words that entries use: what someone meant who typed another. */

const WORDS = new URL("../../zoeken/woorden.txt", import.meta.url);
const SHORTEST = 4;

let loading;

/** Fetch the words, most used first; without them search still works. */
export function loadLexicon() {
  loading ??= fetch(WORDS)
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => new Set(text.split("\n").filter(Boolean)))
    .catch(() => {
      loading = undefined;
      return new Set();
    });
  return loading;
}

/** Give the most used known word that is one slip away: a letter more, less, other, or two swapped. */
export function nearest(word, known) {
  if (word.length < SHORTEST) return undefined;
  for (const other of known) if (isOneSlip(word, other)) return other;
  return undefined;
}

/** Give the pairs of known words that a word can consist of, with or without an s between them; the
    most even pair first: `thuiswerkafspraken` is `thuiswerk` and `afspraken`. */
export function takenApart(word, known) {
  const pairs = [];
  for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut += 1) {
    const [first, last] = [word.slice(0, cut), word.slice(cut)];
    const bare = first.replace(/s$/, "");
    if (!known.has(last)) continue;
    if (known.has(first)) pairs.push([first, last]);
    else if (bare.length >= SHORTEST && known.has(bare)) pairs.push([bare, last]);
  }
  const least = (pair) => Math.min(...pair.map((part) => part.length));
  return pairs.sort((one, other) => least(other) - least(one));
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
