/* Search over the built pages. Pagefind, which knows the index, is fetched at the first use. */

const ROOT = new URL("../../", import.meta.url);
const PAGE_SIZE = 10;
const PAUSE = 250;
const MOMENTS = 3;

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
    const words = field.value.trim();
    const part = await Promise.all(found.slice(shown, shown + PAGE_SIZE).map((hit) => hit.data()));
    if (turn !== latest) return;
    results.append(...part.map((data) => resultItem(data, words)));
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
    // A result may be a place on this very page: then nothing else takes the box away.
    if (event.target === dialog || event.target.closest("a")) dialog.close();
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

/** A result leads to its page, or to the moment that it quotes; who types a title wants the page. */
function resultItem(data, words) {
  const item = element("li");
  const about = [data.meta.kind, data.meta.theme].filter(Boolean).join(" · ");
  const moments = spoken(data);
  const name = data.meta.title.toLowerCase();
  const isNamed = words.toLowerCase().split(/\s+/).every((word) => name.includes(word));
  const moment = isNamed ? undefined : quoted(data, moments);
  const href = moment?.url ?? data.url;
  const link = element("a", { href, textContent: data.meta.title });
  if (data.meta.title_lang) link.lang = data.meta.title_lang;
  const title = element("p", { className: "search__title" });
  title.append(link);
  const excerpt = element("p", { className: "search__excerpt" });
  excerpt.append(...passage(data));
  item.append(title);
  if (about) item.append(element("p", { className: "search__meta", textContent: about }));
  item.append(excerpt);
  if (moments.length) item.append(momentLinks(moments));
  return item;
}

/** Where in a recording the words are said: the place of each hit, counted in words, and its link.

    Places on a page have ids: `t-83` is what is said after 83 seconds. */
function spoken(data) {
  const places = [...data.anchors].sort((one, other) => one.location - other.location);
  return data.locations.flatMap((location) => {
    const id = places.findLast((place) => place.location <= location)?.id ?? "";
    const [, seconds] = /^t-(\d+)$/.exec(id) ?? [];
    return seconds ? [{ location, seconds: Number(seconds), url: `${data.url}#${id}` }] : [];
  });
}

/** The moment of the words that a result quotes, where those are spoken. */
function quoted(data, moments) {
  const words = textOf(data.excerpt);
  const start = data.content.indexOf(words);
  if (start < 0) return undefined;
  const first = data.content.slice(0, start).split(/\s+/).length - 1;
  const last = first + words.split(/\s+/).length;
  return moments.find(({ location }) => location >= first && location < last);
}

function momentLinks(moments) {
  const line = element("p", { className: "search__moments", textContent: "Luister vanaf" });
  const all = [...new Map(moments.map((moment) => [moment.url, moment])).values()];
  for (const { seconds, url } of all.slice(0, MOMENTS)) {
    const textContent = clock(seconds);
    const link = element("a", { href: url, textContent });
    link.setAttribute("aria-label", `Luister vanaf ${textContent}`);
    line.append(" ", link);
  }
  return line;
}

/** A moment as people write it: 1:23, or 1:02:03. The player writes it so too. */
export function clock(seconds) {
  const parts = [Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const hours = Math.floor(seconds / 3600);
  if (hours) parts.unshift(hours);
  return parts.map((part, at) => (at ? String(part).padStart(2, "0") : part)).join(":");
}

/** What a result says: the words around the hit, or the summary where the hit is a mere synonym.

    The keywords of an entry stand at its end, and its synonyms after those; a row of words tells
    nobody anything. */
function passage(data) {
  const parts = marked(data.excerpt);
  if (!data.meta.summary) return parts;
  const words = textOf(data.excerpt);
  const start = data.content.indexOf(words);
  const rows = ["Trefwoorden:", "Zoekwoorden:"].map((label) => data.content.lastIndexOf(label));
  const end = rows.find((place) => place >= 0) ?? data.content.length;
  const isText = start >= 0 && start + words.length <= end;
  return isText ? parts : [data.meta.summary];
}

/** Pagefind gives an excerpt as HTML with `<mark>`; only its words and marks are taken over. */
function marked(html) {
  return [...parsed(html).childNodes].map((node) =>
    node.nodeName === "MARK"
      ? element("mark", { textContent: node.textContent })
      : document.createTextNode(node.textContent),
  );
}

function textOf(html) {
  return parsed(html).textContent;
}

function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html").body;
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
