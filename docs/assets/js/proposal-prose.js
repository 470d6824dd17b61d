/* Markdown as macros/catalogue/prose.py takes it: what may not be in it, and how it looks.

   markdown-it is the original of the library that the site is built with. Raw HTML and addresses that
   are not safe come out as text; a test holds both beside each other. */

import MarkdownIt from "../vendor/markdown-it-15.0.3/markdown-it.js";
import { nodes } from "./basket-records.js";
import { attributes } from "./proposal-marks.js";
import { filled, shown } from "./proposal-words.js";

const MAX_FAULTS = 100;
const SCHEMES = ["https", "mailto"];
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

// Where no line may end, as macros/catalogue/typography.py has it: the spaces behind these parts.
const MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december";
const UNIT =
  "seconden?|minuut|minuten|min|uur|uren|dag|dagen|week|weken|maand|maanden|jaar|jaren|keer|mensen" +
  "|personen|procent|euro|meter|km|kg|kB|MB|GB";
const APART = String.raw`<(code|pre)\b[^>]*>[\s\S]*?</\1>|<(?:[^<>"']|"[^"]*"|'[^']*')*>`;
const BOUND =
  String.raw`[0-9½¼¾][ \n](?=%|(?:${UNIT}|${MONTH})\b)` +
  String.raw`|\b(?:${MONTH})[ \n](?=[0-9]{4}\b)|(?:\b(?:art|blz|nr)\.|€)[ \n](?=[0-9])`;
const PART = new RegExp(`${APART}|${BOUND}`, "g");

const renderer = grammar(false);
renderer.validateLink = (address) => addressFault(address) === null;
const checker = grammar(true);
checker.validateLink = () => true;

/** Give what may not be in a Markdown text, in order: `[{message}]`, in the words of the command line.

    `context` holds the messages (`prose`) and `limits`, as published for the form. */
export function faults(text, { prose, limits }) {
  if (text.split("[").length - 1 > limits.brackets) return [{ message: prose.brackets }];
  try {
    return found(text, prose).slice(0, MAX_FAULTS).map((message) => ({ message }));
  } catch (error) {
    if (error instanceof RangeError) return [{ message: prose.deep }]; // The stack is full.
    throw error;
  }
}

function found(text, prose) {
  const tell = (name, words = {}) => filled(prose[name], words);
  const told = [];
  const environment = {};
  const defined = new Set();
  const state = { opened: false };
  const tokens = checker.parse(text, environment);
  for (const { href } of Object.values(environment.references ?? {})) defined.add(href);
  for (const token of tokens) {
    if (token.type === "html_block") html(token.content);
    else if (token.type === "heading_open" && token.tag === "h1") told.push(tell("heading"));
    for (const child of token.children ?? []) inline(child);
  }
  for (const address of [...defined].sort(byCodePoint)) {
    const wrong = addressFault(address);
    if (wrong) told.push(tell(wrong.name, wrong.words));
  }
  return told;

  function inline(token) {
    if (token.type === "html_inline") html(token.content);
    else if (token.type === "link_open" || token.type === "image") {
      const isImage = token.type === "image";
      const address = token.attrGet("href") || token.attrGet("src") || "";
      const wrong = addressFault(address, isImage);
      if (wrong && (isImage || !defined.has(address))) told.push(tell(wrong.name, wrong.words));
    } else if (token.type === "text" && token.content.includes("]{")) {
      const after = token.content.slice(token.content.indexOf("]") + 1);
      told.push(tell("mark", { found: shown(after) }));
    }
    const [other] = Object.keys(token.meta?.refused ?? {});
    if (other !== undefined) told.push(tell("mark", { found: shown(other) }));
    const language = token.attrGet("lang");
    if (language && !LANGUAGE.test(language)) told.push(tell("language", { found: shown(language) }));
    for (const child of token.children ?? []) inline(child);
  }

  /** A closing tag is told only where none was opened. */
  function html(content) {
    if (!content.startsWith("</") || !state.opened) told.push(tell("html", { found: shown(content.trim()) }));
    state.opened = true;
  }
}

/** Give the nodes of a Markdown text; links and images count from a `page` of the site. */
export function render(text, page) {
  return nodes(html(text), { page });
}

/** Give the nodes of one line of Markdown, without a paragraph around them. */
export function renderInline(text, page) {
  return nodes(bound(renderer.renderInline(text)), { page });
}

/** Give the HTML of a Markdown text, word for word as the site has it. */
export function html(text) {
  return bound(renderer.render(text));
}

function bound(html) {
  return html.replace(PART, (part) => (part.startsWith("<") ? part : `${part.slice(0, -1)}\u00a0`));
}

function addressFault(address, isImage = false) {
  const scheme = address.match(SCHEME)?.[0];
  const words = { found: shown(address) };
  if (/^[/\\]/.test(address)) return { name: "slash", words };
  if (isImage && scheme) return { name: "image", words };
  if (scheme && !SCHEMES.includes(scheme.slice(0, -1).toLowerCase())) {
    return { name: "scheme", words: { ...words, scheme: shown(scheme) } };
  }
  if (scheme?.toLowerCase() === "https:" && !address.slice(6).startsWith("//")) return { name: "slashes", words };
  return null;
}

function grammar(html) {
  const made = new MarkdownIt("commonmark", { html }).enable("table");
  // The style sheet aligns columns: our pages allow no style attributes.
  made.core.ruler.push("unstyled", ({ tokens }) => {
    for (const token of tokens) token.attrs = token.attrs?.filter(([name]) => name !== "style") ?? null;
  });
  return made.use(attributes, new Set(["lang"]));
}

function byCodePoint(one, other) {
  const [left, right] = [[...one], [...other]];
  for (const [place, sign] of left.entries()) {
    const difference = sign.codePointAt(0) - (right[place]?.codePointAt(0) ?? -1);
    if (difference) return difference;
  }
  return left.length - right.length;
}
