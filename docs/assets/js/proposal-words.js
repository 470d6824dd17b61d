/* How messages are put together in a browser: word for word as macros/catalogue/problems.py does. */

const UNPRINTABLE = /[^\P{C}\n]|[^\P{Z} ]/gu;

/** Fill in the `{names}` in a message; what is filled in may hold braces itself. */
export function filled(message, words) {
  return message.replace(/\{(\w+)\}/g, (sign, name) => (name in words ? String(words[name]) : sign));
}

/** Give a found value for use in a message: text quoted, on one line, cut to 60 characters. */
export function shown(value) {
  if (value === null || value === undefined) return "niets";
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return "een lijst";
  if (typeof value === "object") return "een blok met velden";
  const words = String(value).replace(/[\s\u001c-\u001f\u0085]+/gu, " ").trim();
  return `"${cut(words.replace(UNPRINTABLE, "�"))}"`;
}

/** Join words as a Dutch sentence does: `a, b of c`. */
export function listed(words, last = "of") {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

function cut(text) {
  const signs = [...text];
  return signs.length > 60 ? `${signs.slice(0, 57).join("")}...` : text;
}
