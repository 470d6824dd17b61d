/* `[Jam Cultures]{lang=en}` in Markdown: attributes behind a span, a link, an image or code.

   As the plugin `attrs` of mdit-py-plugins reads them, with which the site is built
   (github.com/executablebooks/mdit-py-plugins, after the syntax of djot). */

const AFTER = new Set(["image", "code_inline", "link_close", "span_close"]);
const PART = /[ \t\n\r]+|%[^%]*%|[#.]([^\s!"#$%&'()*+,./;<=>?@[\]^`{|}~]*)(?=[\s}])|([\w:-]+)=(?:([\w:-]+)(?=[\s}])|"((?:\\[^]|[^"\\{}])*)")/y;

/** Let markdown-it read attributes; of those only the `allowed` are kept, the others stand in `meta.refused`. */
export function attributes(markdown, allowed) {
  markdown.inline.ruler.after("link", "span", (state, silent) => span(state, silent, allowed));
  markdown.inline.ruler.push("attr", (state, silent) => behind(state, silent, allowed));
}

function span(state, silent, allowed) {
  if (state.src[state.pos] !== "[") return false;
  const max = state.posMax;
  const start = state.pos + 1;
  const end = state.md.helpers.parseLinkLabel(state, state.pos, false);
  if (end < 0 || end + 1 >= max) return false;
  const found = parse(state.src, end + 1);
  if (!found) return false;
  if (!silent) {
    state.pos = start;
    state.posMax = end;
    add(state.push("span_open", "span", 1), found.attributes, allowed);
    state.md.inline.tokenize(state);
    state.push("span_close", "span", -1);
  }
  state.pos = found.end;
  state.posMax = max;
  return true;
}

function behind(state, silent, allowed) {
  const last = state.tokens.at(-1);
  if (state.pending || !last || !AFTER.has(last.type)) return false;
  const found = parse(state.src, state.pos);
  if (!found) return false;
  const opening = openingOf(state.tokens);
  if (!opening) return false;
  state.pos = found.end;
  if (!silent) add(opening, found.attributes, allowed);
  return true;
}

function openingOf(tokens) {
  let level = 0;
  if (tokens.at(-1).nesting !== -1) return tokens.at(-1);
  for (let place = tokens.length - 1; place >= 0; place -= 1) {
    level += tokens[place].nesting;
    if (level === 0) return tokens[place];
  }
  return null;
}

function add(token, found, allowed) {
  const refused = [...found].filter(([name]) => !allowed.has(name));
  if (refused.length) token.meta = { ...token.meta, refused: Object.fromEntries(refused) };
  for (const [name, value] of found) if (allowed.has(name)) token.attrSet(name, value);
}

/** Read `{...}` at a place in a text; null where it is none. */
function parse(text, at) {
  if (text[at] !== "{") return null;
  const found = new Map();
  const classes = [];
  let place = at + 1;
  while (place < text.length) {
    if (text[place] === "}") {
      if (classes.length) found.set("class", classes.join(" "));
      return { end: place + 1, attributes: found };
    }
    PART.lastIndex = place;
    const part = PART.exec(text);
    if (part) {
      const [whole, word, key, bare, quoted] = part;
      // A text between quotes ends at the end of its line, whatever follows.
      const value = bare ?? quoted?.match(/^(?:\\[^]|[^\\\n])*/)[0];
      if (key === "class") classes.push(value);
      else if (key) found.set(key, value);
      else if (whole[0] === "#" && word) found.set("id", word);
      else if (whole[0] === "." && word) classes.push(word);
      place += whole.length;
    } else if (text[place] === "%") {
      // A remark that does not end before the braces do, ends with them.
      const end = text.indexOf("}", place);
      if (end < 0) return null;
      place = end;
    } else return null;
  }
  return null;
}
