/* Making parts of a page. Text always goes in as text, never as HTML. */

/** Give an element with these properties and what stands in it: nodes and texts; gaps are left out. */
export function element(name, properties = {}, ...inside) {
  const { attributes = {}, ...own } = properties;
  const made = Object.assign(document.createElement(name), own);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside.flat(Infinity).filter((part) => part !== false && (part ?? "") !== ""));
  return made;
}

/** The language of an entry's title as properties of an element; none where it is Dutch. */
export function language(record) {
  return record?.lang ? { lang: record.lang } : {};
}

/** Give a button with words; `more` are words that only a screen reader says. */
export function button(words, press, { more = "", className = "button button--quiet" } = {}) {
  const hidden = more ? element("span", { className: "vh" }, ` ${more}`) : null;
  const made = element("button", { type: "button", className }, words, hidden);
  made.addEventListener("click", press);
  return made;
}
