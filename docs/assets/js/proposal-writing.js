/* Writes the YAML of an entry as people do, in the strict subset that macros/catalogue/reading.py takes.

   What no file may hold (tabs, Windows line ends, invisible signs) is taken out by `tidy`. Everything
   else comes back from the reader as it went in: a text stands without quotes only where no reader
   of YAML, of 1.1 either, can take it for something else. */

const WIDTH = 100;

/** Signs that decoding.py refuses, tabs and line ends aside. */
const UNWANTED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g;
const HARD_SPACE = /^ *(?:- +)*(?:[a-z_]+ *: *|- *)?[\u00a0\u2007\u202f]|[\u00a0\u2007\u202f]$/m;
const SURPRISE = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const PLAIN = /^(?:\p{L}|[0-9]{4}-[0-9]{2}-[0-9]{2}$)(?:[^\n:#]|:(?=[^\s])|(?<! )#)*$/u;
const SHORT = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Give the YAML of a new entry: fields in the order of the schema, what is empty left out.

    `values` has the shape of the model; `context` holds the `schema`. What no file may hold, such as
    a tab, is taken out first, as `tidy` does. */
export function toYaml(kind, values, { schema }) {
  return block({ ...tidy(values), kind }, 0, schema, schema.definitions[kind]);
}

/** Give the same values without what no file may hold, and without what is empty. */
export function tidy(value) {
  if (typeof value === "string") return tidyText(value);
  if (Array.isArray(value)) return value.map(tidy).filter(isFilled);
  if (value === null || typeof value !== "object") return value;
  const parts = Object.entries(value).map(([name, part]) => [name, tidy(part)]);
  return Object.fromEntries(parts.filter(([, part]) => isFilled(part)));
}

/** Give the fields of a block in the order of the schema; what it does not know comes last. */
export function inOrder(values, schema, definition) {
  const known = definition ? Object.keys(definition.properties) : [];
  const names = [...known, ...Object.keys(values).filter((name) => !known.includes(name))];
  return names.filter((name) => name in values).map((name) => [name, values[name], inner(schema, definition, name)]);
}

/** Give the definition of the blocks that a field holds, alone or in a list; none where it holds no blocks. */
export function inner(schema, definition, name) {
  const field = definition?.properties[name];
  const reference = field?.items?.$ref ?? field?.$ref ?? field?.allOf?.[0]?.$ref;
  const found = reference && schema.definitions[reference.split("/").at(-1)];
  return found?.properties ? found : undefined;
}

/** Write the fields of a block, each on lines of its own; `indent` is a number of spaces. */
export function block(values, indent, schema, definition) {
  return inOrder(values, schema, definition)
    .map(([name, value, within]) => field(name, value, indent, schema, within))
    .join("");
}

/** Write one field. */
export function field(name, value, indent, schema, definition) {
  const start = `${" ".repeat(indent)}${/^[A-Za-z_][\w-]*$/.test(name) && !SURPRISE.test(name) ? name : quoted(name)}:`;
  if (isBlock(value)) {
    const flow = inline(value, schema, definition);
    if (flow) return `${start} ${flow}\n`;
    return `${start}\n${block(value, indent + 2, schema, definition)}`;
  }
  if (!Array.isArray(value)) return `${start} ${scalar(value, indent, start.length + 1)}\n`;
  const flow = `[${value.join(", ")}]`;
  if (value.every(isShort) && start.length + 1 + flow.length <= WIDTH) return `${start} ${flow}\n`;
  return `${start}\n${value.map((part) => item(part, indent + 2, schema, definition)).join("")}`;
}

/** Write one part of a list, with its dash. */
export function item(value, indent, schema, definition) {
  const dash = `${" ".repeat(indent)}- `;
  if (!isBlock(value)) return `${dash}${scalar(value, indent, dash.length)}\n`;
  const flow = inline(value, schema, definition);
  if (flow) return `${dash}${flow}\n`;
  return dash + block(value, indent + 2, schema, definition).slice(indent + 2);
}

/** Write a text or a number; `indent` is that of the line where it begins, `used` what stands before it. */
export function scalar(value, indent, used = indent) {
  if (typeof value !== "string") return String(value);
  if (isPlain(value) && used + value.length <= WIDTH) return value;
  const inside = " ".repeat(indent + 2);
  if (value.includes("\n") && isSafe(value)) {
    const lines = value.replace(/\n$/, "").split("\n");
    return [value.endsWith("\n") ? "|" : "|-", ...lines.map((line) => (line ? inside + line : ""))].join("\n");
  }
  if (used + value.length > WIDTH && isSafe(value) && !/ {2}|\n|[\u00a0\u2007\u202f]/.test(value)) {
    return [">-", ...wrapped(value, WIDTH - inside.length).map((line) => inside + line)].join("\n");
  }
  return quoted(value);
}

/** Tell whether a value is a block of fields. */
export function isBlock(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Tell whether two values are the same, whatever the order of their fields. */
export function isEqual(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, place) => isEqual(part, other[place]));
  }
  if (!isBlock(one) || !isBlock(other)) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => name in other && isEqual(one[name], other[name]));
}

function tidyText(text) {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, "\n")
    .replace(/^\t+/gm, (tabs) => "    ".repeat(tabs.length))
    .replace(/\t+/g, " ")
    .replace(UNWANTED, "");
}

function isFilled(value) {
  if (value === null || value === undefined || value === "" || Number.isNaN(value)) return false;
  if (typeof value === "string") return value.trim() !== "";
  return typeof value !== "object" || Object.keys(value).length > 0;
}

/** A block on one line, where it holds only numbers and short words: `{min: 30, max: 60}`. */
function inline(value, schema, definition) {
  const parts = inOrder(value, schema, definition).map(([name, part]) => `${name}: ${part}`);
  return Object.values(value).every(isShort) ? `{${parts.join(", ")}}` : "";
}

function isShort(value) {
  return typeof value === "number" || (typeof value === "string" && value.length <= 80 && SHORT.test(value) && isPlain(value));
}

function isPlain(text) {
  return PLAIN.test(text) && !SURPRISE.test(text) && !/[\s:]$/u.test(text) && !/\n/.test(text);
}

/** Whether a text may stand as a block of lines. */
function isSafe(text) {
  return /^[^\s]/u.test(text) && !/ $/m.test(text) && !/\n\n$/.test(text) && !HARD_SPACE.test(text);
}

function quoted(text) {
  return JSON.stringify(text);
}

function wrapped(text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    if (lines.length && lines.at(-1).length + 1 + word.length <= width) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
