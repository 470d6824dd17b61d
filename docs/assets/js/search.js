/* Search over the built pages. Pagefind, which knows the index, is fetched at the first use. */

const ROOT = new URL("../../", import.meta.url);
const PAGE_SIZE = 10;
const PAUSE = 250;

let engine;
let box;
let forms = 0;

/** Open the search box; the browser keeps focus inside it and closes it with Escape. */
export function open() {
  box ??= makeBox();
  if (!box.open) box.showModal();
  const field = box.querySelector("input");
  field.focus();
  field.select();
}

/** Give a search form with its own results. In a page it is a landmark; in a dialog it is not. */
export function form(wrapper = "search") {
  const id = `zoek-${++forms}`;
  const search = element(wrapper, { className: "search" });
  const form = element("form");
  const label = element("label", { htmlFor: id, textContent: "Zoek in de catalogus" });
  const row = element("div", { className: "search__row" });
  const field = element("input", {
    id,
    type: "search", // It has no name: the browser can never send what is typed here.
    autocomplete: "off",
    enterKeyHint: "search",
    spellcheck: false,
  });
  const submit = element("button", { type: "submit", className: "button", textContent: "Zoek" });
  const status = element("p", { className: "search__status" });
  status.setAttribute("role", "status");
  const results = element("ol", { className: "search__results" });
  const more = element("button", {
    type: "button",
    className: "button button--quiet search__more",
    textContent: "Toon meer resultaten",
    hidden: true,
  });
  row.append(field, submit);
  form.append(label, row);
  search.append(form, status, results, more);

  let found = [];
  let latest = 0;
  let timer;

  async function showMore() {
    const shown = results.children.length;
    const turn = latest;
    const part = await Promise.all(found.slice(shown, shown + PAGE_SIZE).map((hit) => hit.data()));
    if (turn !== latest) return;
    results.append(...part.map(resultItem));
    more.hidden = results.children.length >= found.length;
    if (shown) results.children[shown]?.querySelector("a").focus();
  }

  async function run() {
    clearTimeout(timer);
    const words = field.value.trim();
    const turn = ++latest;
    if (wrapper === "search") remember(words);
    if (!words) {
      found = [];
      results.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      return;
    }
    const slow = setTimeout(() => {
      status.textContent = "Bezig met zoeken …";
    }, 400);
    let answer;
    try {
      const pagefind = await load();
      answer = await pagefind.search(words);
    } catch {
      clearTimeout(slow);
      if (turn !== latest) return;
      results.replaceChildren();
      more.hidden = true;
      status.replaceChildren(
        "Zoeken lukt nu niet. Kijk in ",
        element("a", { href: new URL("catalogus/", ROOT).pathname, textContent: "de catalogus" }),
        ": daar staat alles bij elkaar.",
      );
      return;
    }
    clearTimeout(slow);
    if (turn !== latest) return;
    found = answer.results;
    results.replaceChildren();
    more.hidden = true;
    await showMore();
    if (turn === latest) status.textContent = summary(found.length, words);
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  field.addEventListener("focus", () => load().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  search.addEventListener("keydown", (event) => moveByArrow(event, field, results));
  more.addEventListener("click", showMore);
  const restore = () => {
    const asked = remembered();
    if (!asked || asked === field.value.trim()) return;
    field.value = asked;
    run();
  };
  if (wrapper === "search") {
    restore();
    addEventListener("hashchange", restore);
  }
  return search;
}

/** Keep the words of a search in the page's address, so that its results can be shared.

    They stand behind the `#`: that part of an address never leaves the browser. */
function remember(words) {
  if (!words && !remembered()) return;
  const address = new URL(location.href);
  address.hash = words ? new URLSearchParams({ zoek: words }) : "";
  history.replaceState(null, "", address);
}

/** The words that the address asks for; nothing where its fragment is of another kind. */
function remembered() {
  return new URLSearchParams(location.hash.slice(1)).get("zoek");
}

/** Fetch Pagefind once; after a failure the next search tries again. */
function load() {
  engine ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(
    async (pagefind) => {
      await pagefind.options({ excerptLength: 24, baseUrl: ROOT.pathname });
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

function makeBox() {
  const dialog = element("dialog", { className: "search-box" });
  dialog.setAttribute("aria-label", "Zoeken");
  const close = element("button", {
    type: "button",
    className: "button button--quiet",
    textContent: "Sluit",
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  const bar = element("div", { className: "search-box__bar" });
  bar.append(close);
  dialog.append(bar, form("div"));
  document.body.append(dialog);
  return dialog;
}

function summary(count, words) {
  if (count === 0) {
    return `Geen resultaten voor ‘${words}’. Probeer een ander of korter woord.`;
  }
  return `${count} ${count === 1 ? "resultaat" : "resultaten"} voor ‘${words}’`;
}

function resultItem(data) {
  const item = element("li");
  const about = [data.meta.kind, data.meta.theme].filter(Boolean).join(" · ");
  const link = element("a", { href: data.url, textContent: data.meta.title });
  if (data.meta.title_lang) link.lang = data.meta.title_lang;
  const title = element("p", { className: "search__title" });
  title.append(link);
  const excerpt = element("p", { className: "search__excerpt" });
  excerpt.append(...passage(data));
  item.append(title);
  if (about) item.append(element("p", { className: "search__meta", textContent: about }));
  item.append(excerpt);
  return item;
}

/** What a result says: the words around the hit, or the summary where the hit is a mere synonym.

    The keywords of an entry stand at its end, and its synonyms after those; a row of words tells
    nobody anything. */
function passage(data) {
  const parts = marked(data.excerpt);
  if (!data.meta.summary) return parts;
  const words = parts.map((part) => part.textContent).join("");
  const start = data.content.indexOf(words);
  const rows = ["Trefwoorden:", "Zoekwoorden:"].map((label) => data.content.lastIndexOf(label));
  const end = rows.find((place) => place >= 0) ?? data.content.length;
  const isText = start >= 0 && start + words.length <= end;
  return isText ? parts : [data.meta.summary];
}

/** Pagefind gives an excerpt as HTML with `<mark>`; only its words and marks are taken over. */
function marked(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) =>
    node.nodeName === "MARK"
      ? element("mark", { textContent: node.textContent })
      : document.createTextNode(node.textContent),
  );
}

/** The arrow keys walk from the field through the results and back. */
function moveByArrow(event, field, results) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...results.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (at === -1 && (document.activeElement !== field || event.key === "ArrowUp")) return;
  const next = event.key === "ArrowDown" ? links[at + 1] : (links[at - 1] ?? field);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
