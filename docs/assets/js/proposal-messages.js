/* What messages name besides what was found: what is near, and an example, as Python finds them. */

import { shown } from "./proposal-words.js";

/** Give the id that is nearest to a text: `Eén goed gesprek!` gives `een-goed-gesprek`. */
export function asId(text) {
  // As Python: what is no letter of ASCII and cannot be made one goes, and leaves no gap.
  const bare = text.replace(/'/g, "").normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
  const near = (bare.match(/[a-z0-9]+/g) ?? []).join("-").slice(0, 80).replace(/^-+|-+$/g, "");
  return /^(index|con|prn|aux|nul|com[1-9]|lpt[1-9])$/.test(near) ? `over-${near}` : near;
}

/** Give a good value near a bad one, by the kind of value; empty where there is none. */
export function nearOf(type, text) {
  if (type === "id") return asId(text.split("/").at(-1).replace(/\.yml$/, ""));
  const dot = text.lastIndexOf(".");
  return type === "file" && dot >= 0 ? `${asId(text.slice(0, dot))}.${text.slice(dot + 1).toLowerCase()}` : "";
}

/** Give the words `{found}`, `{near}` and `{example}` that a rule about the form of a text uses. */
export function wordsFor(type, text) {
  const near = nearOf(type, text);
  return { found: shown(text), near, example: near && near !== text ? ` Bijvoorbeeld: ${near}.` : "" };
}

/** Give `: 30` where one number stands in what was typed for a number. */
export function numberIn(text) {
  const numbers = String(text).match(/[0-9.,]+/g) ?? [];
  const only = numbers.length === 1 && /^[1-9][0-9]{0,8}$/.test(numbers[0]);
  return only ? `: ${numbers[0]}` : ", zoals 30";
}

/** Give the word that looks most like `found`; undefined where none is near or two begin with it. */
export function nearest(found, words) {
  if (found.length > 100) return undefined;
  const sought = found.toLowerCase();
  const [best] = words
    .map((word) => [ratio(word, sought), word])
    .filter(([likeness]) => likeness >= 0.6)
    .sort((one, other) => other[0] - one[0] || (one[1] < other[1] ? 1 : -1));
  if (best) return best[1];
  const begins = sought.length > 2 ? words.filter((word) => word.startsWith(sought)) : [];
  return begins.length === 1 ? begins[0] : undefined;
}

/** How alike two texts are, from 0 to 1, as Ratcliff and Obershelp (and Python's difflib) count it. */
function ratio(one, other) {
  return one.length + other.length ? (2 * matched(one, other)) / (one.length + other.length) : 1;
}

function matched(one, other) {
  let [length, first, second] = [0, 0, 0];
  let row = [];
  for (let at = 0; at < one.length; at += 1) {
    const next = [];
    for (let to = 0; to < other.length; to += 1) {
      if (one[at] !== other[to]) continue;
      next[to] = (row[to - 1] ?? 0) + 1;
      if (next[to] > length) [length, first, second] = [next[to], at - next[to] + 1, to - next[to] + 1];
    }
    row = next;
  }
  if (!length) return 0;
  const before = matched(one.slice(0, first), other.slice(0, second));
  return before + length + matched(one.slice(first + length), other.slice(second + length));
}
