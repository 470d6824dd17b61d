/* Changes the YAML of an entry where values changed, and leaves every other line as it was.

   The library tells where each value stands; what changed is written anew in that place. Remarks stay
   where they are, also behind a value that changed, and move along with a part of a list. A remark
   that stood inside something that went is told in `lost`. */

import { Lexer, isMap, isScalar, isSeq } from "../vendor/yaml-2.9.1/yaml.js";
import { fromYaml, lines, parsed, valueOf } from "./proposal-reading.js";
import { field, inOrder, inner, isBlock, isEqual, item, tidy, toYaml } from "./proposal-writing.js";

const REWRITTEN = "Het bestand is helemaal opnieuw geschreven: de volgorde en de opmaak kunnen anders zijn dan ze waren.";

/** Give the YAML of an existing file with these values: `{text, lost}`.

    `values` has the shape of the model, with its `kind`; `context` holds the `schema`. `lost` says in
    Dutch what could not be kept. A line end at the end of a text is no change. */
export function edit(text, values, context) {
  const wanted = tidy(values);
  const before = lines(text).replace(/\n*$/, "\n");
  const { root } = parsed(before);
  const changed = isMap(root) && !root.flow ? new Editing(before, context.schema).whole(root, wanted) : null;
  if (changed !== null && isSame(tidy(fromYaml(changed).values), wanted)) {
    return { text: changed, lost: lost(before, changed) };
  }
  const written = toYaml(wanted.kind, wanted, context);
  return { text: written, lost: [REWRITTEN, ...lost(before, written)] };
}

class Editing {
  constructor(text, schema) {
    this.text = text;
    this.schema = schema;
  }

  whole(root, wanted) {
    const splices = this.map(root, wanted, 0, this.schema.definitions[wanted.kind]);
    return splices && this.applied(0, this.text.length, splices);
  }

  /** Give what to replace so that a block of fields has these values; null where that cannot be done. */
  map(node, wanted, indent, definition) {
    const splices = [];
    const names = node.items.map((pair) => String(pair.key.value));
    for (const pair of node.items) {
      const name = String(pair.key.value);
      const made = this.pair(pair, wanted[name], indent, inner(this.schema, definition, name));
      if (!made) return null;
      splices.push(...made);
    }
    const ordered = inOrder({ ...Object.fromEntries(names.map((name) => [name, null])), ...wanted }, this.schema, definition);
    for (const [place, [name, value, within]] of ordered.entries()) {
      if (names.includes(name)) continue;
      const previous = ordered.slice(0, place).map(([other]) => names.indexOf(other)).filter((at) => at >= 0);
      // Before the first field only where that begins its line: behind a dash another one stands.
      const first = node.items[0];
      const at = previous.length
        ? this.region(node.items[Math.max(...previous.slice(-1))]).to
        : this.beginsLine(first.key) ? this.region(first).from : this.region(first).to;
      splices.push({ from: at, to: at, text: field(name, value, indent, this.schema, within) });
    }
    return splices;
  }

  pair(pair, value, indent, definition) {
    const name = String(pair.key.value);
    const now = valueOf(pair.value);
    const { from, to } = this.region(pair);
    if (value === undefined) {
      if (now === null) return [];
      return this.beginsLine(pair.key) ? [{ from, to, text: "" }] : null;
    }
    if (now !== null && isSame(tidy(now), value)) return [];
    if (isBlock(value) && isMap(pair.value) && !pair.value.flow) {
      const made = this.map(pair.value, value, this.column(pair.value.items[0].key), definition);
      if (made) return made;
    }
    if (Array.isArray(value) && isSeq(pair.value) && !pair.value.flow) {
      const made = this.list(pair.value, value, definition);
      if (made) return made;
    }
    const written = field(name, alike(pair.value, now, value), indent, this.schema, definition);
    const text = this.beginsLine(pair.key) ? written : written.trimStart();
    return [{ from, to, text: this.remarked(text, pair.value, from, to) }];
  }

  /** Give what to replace so that a list has these parts: each old part goes to where its value is now. */
  list(node, wanted, definition) {
    const parts = node.items.map((part) => ({ part, value: tidy(valueOf(part)), ...this.part(part) }));
    if (parts.some(({ dash }) => dash < 0)) return null;
    parts.forEach((part, place) => { part.gap = place ? parts[place - 1].to : part.from; });
    const places = wanted.map(() => null);
    const free = new Set(parts);
    const take = (place, part) => { places[place] = part; free.delete(part); };
    wanted.forEach((value, place) => {
      if (parts[place] && free.has(parts[place]) && isSame(parts[place].value, value)) take(place, parts[place]);
    });
    wanted.forEach((value, place) => {
      const found = places[place] ? null : [...free].find((part) => isSame(part.value, value));
      if (found) take(place, found);
    });
    wanted.forEach((value, place) => {
      // Of what changed, a part with the same title is the same part; else the first that is left.
      if (places[place]) return;
      const named = [...free].find((part) => isBlock(value) && value.title && part.value?.title === value.title);
      const next = named ?? (free.size && wanted.length - places.filter(Boolean).length <= free.size ? [...free][0] : parts[place]);
      if (next && free.has(next)) take(place, next);
    });
    const { dash } = parts[0];
    const text = wanted.map((value, place) => this.placed(places[place], value, dash, definition)).join("");
    return [{ from: parts[0].from, to: parts.at(-1).to, text }];
  }

  /** Write a part of a list, from an old one where there is one. */
  placed(old, value, dash, definition) {
    if (!old) return item(value, dash, this.schema, definition);
    const gap = this.text.slice(old.gap, old.from);
    if (isSame(old.value, value)) return gap + this.text.slice(old.from, old.to);
    if (isBlock(value) && isMap(old.part) && !old.part.flow) {
      const splices = this.map(old.part, value, this.column(old.part.items[0].key), definition);
      if (splices) return gap + this.applied(old.from, old.to, splices);
    }
    const written = item(alike(old.part, old.value, value), dash, this.schema, definition);
    return gap + this.remarked(written, old.part, old.from, old.to);
  }

  /** Put the remark that stood behind a value on the first line of what takes its place. */
  remarked(text, node, from, to) {
    const { comment } = node ?? {};
    if (!comment || comment.includes("\n") || !this.text.slice(from, to).includes(`#${comment}`)) return text;
    return text.replace("\n", ` #${comment}\n`);
  }

  applied(from, to, splices) {
    const ordered = splices.map((splice, place) => ({ ...splice, place }));
    ordered.sort((one, other) => one.from - other.from || one.to - other.to || one.place - other.place);
    let text = "";
    let at = from;
    for (const splice of ordered) {
      text += this.text.slice(at, splice.from) + splice.text;
      at = splice.to;
    }
    return text + this.text.slice(at, to);
  }

  /** Where a field stands: whole lines, or from its name where that stands behind a dash. */
  region(pair) {
    const start = pair.key.range[0];
    return { from: this.beginsLine(pair.key) ? this.lineStart(start) : start, to: this.after(pair.value ?? pair.key, pair.key) };
  }

  part(node) {
    const start = node?.range ? node.range[0] : -1;
    const from = this.lineStart(start);
    const found = start < 0 ? null : this.text.slice(from, start).match(/^( *)- +$/);
    return { from, to: start < 0 ? from : this.after(node, node), dash: found ? found[1].length : -1 };
  }

  /** The end of the last line that a value stands on. */
  after(node, otherwise) {
    const end = Math.max(this.contentEnd(node), otherwise.range[0] + 1);
    const kept = this.text.slice(0, end).trimEnd().length;
    const line = this.text.indexOf("\n", kept);
    return line < 0 ? this.text.length : line + 1;
  }

  contentEnd(node) {
    if (isMap(node) && !node.flow && node.items.length) {
      const last = node.items.at(-1);
      return Math.max(last.key.range[1], last.value ? this.contentEnd(last.value) : 0);
    }
    if (isSeq(node) && !node.flow && node.items.length) return this.contentEnd(node.items.at(-1));
    return node?.range ? node.range[1] : 0;
  }

  beginsLine(key) {
    return /^ *$/.test(this.text.slice(this.lineStart(key.range[0]), key.range[0]));
  }

  column(node) {
    return node.range[0] - this.lineStart(node.range[0]);
  }

  lineStart(at) {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }
}

/** Keep the line end at the end of a text that stood as a block. */
function alike(node, now, value) {
  const wasBlock = isScalar(node) && /^BLOCK/.test(node.type);
  return wasBlock && typeof value === "string" && /\n$/.test(now) && !/\n$/.test(value) ? `${value}\n` : value;
}

function isSame(one, other) {
  return isEqual(trimmed(one), trimmed(other));
}

function trimmed(value) {
  if (typeof value === "string") return value.replace(/\n+$/, "");
  if (Array.isArray(value)) return value.map(trimmed);
  if (!isBlock(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, trimmed(part)]));
}

/** Tell of every remark that stood in one text and does not in another. */
function lost(before, now) {
  const left = remarks(now);
  return remarks(before)
    .filter((remark) => {
      const place = left.indexOf(remark);
      if (place >= 0) left.splice(place, 1);
      return place < 0;
    })
    .map((remark) => `De opmerking “${remark}” kon niet blijven staan.`);
}

function remarks(text) {
  const found = [];
  let previous = "";
  for (const piece of new Lexer().lex(text)) {
    // Before a text the library's lexer gives a sign of its own; a # in a text is no remark.
    if (piece.startsWith("#") && previous !== "\u001f") found.push(piece.replace(/^#+\s*/, "").trim());
    previous = piece;
  }
  return found.filter(Boolean);
}
