/* Reads the YAML of an entry to the values that macros/catalogue/reading.py gives, and tells simply what is no YAML. */

import { isMap, isScalar, isSeq, parseDocument, visit } from "../vendor/yaml-2.9.1/yaml.js";

const NUMBER = /^[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
const MAX_DIGITS = 15;
const EMPTY = new Set(["", "~", "null", "Null", "NULL"]);
const YES = new Set(["true", "True", "TRUE"]);
const NO = new Set(["false", "False", "FALSE"]);

const PROBLEMS = {
  DUPLICATE_KEY: "dit veld staat er twee keer. Haal er één weg.",
  TAB_AS_INDENT: "hier staat een tab. Gebruik spaties: twee per niveau.",
  MULTIPLE_DOCS: "hier begint een tweede stuk (---). Zet elk stuk in een eigen bestand.",
};
const UNREADABLE = "dit kan ik niet lezen als YAML. Kijk of er een dubbele punt, een aanhalingsteken of een inspringing verkeerd staat.";
const NO_FIELDS = "hier horen velden te staan, zoals `title: ...`. Begin met de sjabloon op de pagina Bijdragen.";
const NOTHING = "dit bestand is leeg. Begin met de sjabloon op de pagina Bijdragen.";
const MARKED = "een verwijzing, een anker of een tag (met *, & of !) kan hier niet. Schrijf de waarde voluit, of zet de tekst tussen aanhalingstekens.";

/** Read the file of an entry, also one from disk: `{values, problem}`; `problem` is Dutch, or null. */
export function fromYaml(text) {
  const plain = lines(text);
  if (!plain.trim()) return { values: null, problem: NOTHING };
  const found = parsed(plain);
  if (found.problem) return { values: null, problem: found.problem };
  if (!isMap(found.root)) return { values: null, problem: NO_FIELDS };
  return { values: valueOf(found.root), problem: null };
}

/** Give the text without what a program of Windows adds. */
export function lines(text) {
  return text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

/** Parse a text as YAML; `root` is the outermost node of the library, `problem` Dutch or null. */
export function parsed(text) {
  const found = parseDocument(text, { schema: "failsafe", prettyErrors: true });
  const [error] = found.errors;
  if (error) {
    const place = error.linePos ? `regel ${error.linePos[0].line}, kolom ${error.linePos[0].col}: ` : "";
    return { root: null, problem: place + (PROBLEMS[error.code] ?? UNREADABLE) };
  }
  let marked = false;
  visit(found, {
    Alias: () => void (marked = true),
    Node: (_key, node) => void (marked ||= Boolean(node.anchor || node.tag)),
  });
  if (marked || found.warnings.length) return { root: null, problem: MARKED };
  return { root: found.contents, problem: null };
}

/** Give the value of a node, as macros/catalogue/scalars.py takes it: YAML 1.2, a key without value absent. */
export function valueOf(node) {
  if (isMap(node)) {
    const parts = node.items.map(({ key, value }) => [String(key?.value ?? ""), valueOf(value)]);
    return Object.fromEntries(parts.filter(([, value]) => value !== null));
  }
  if (isSeq(node)) return node.items.map(valueOf);
  if (!isScalar(node)) return null;
  const text = String(node.value ?? "");
  return node.type === "PLAIN" || !node.type ? plain(text) : text;
}

function plain(text) {
  if (EMPTY.has(text)) return null;
  if (YES.has(text)) return true;
  if (NO.has(text)) return false;
  return NUMBER.test(text) && text.length <= MAX_DIGITS ? Number(text) : text;
}
