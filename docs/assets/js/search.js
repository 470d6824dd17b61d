/* The search that opens anywhere, and the one on the page for an address that does not exist.
   It shows the best results while one types, and goes on to the catalogue. */

import { clock } from "./clock.js";
import { element } from "./dom.js";
import { markWords, nameNote, passageNodes, reason } from "./explaining.js";
import { best, find, folded, load, note } from "./finding.js";
import { format } from "./selection.js";

const ROOT = new URL("../../", import.meta.url);
const SHOWN = 8;
const PAUSE = 150;
const MOMENTS = 3;

let box;
let forms = 0;

/** Open the search box, with these words in it if there are any; the browser keeps focus inside it
    and closes it with Escape. */
export function open(words = "") {
  box ??= makeBox();
  if (!box.open) box.showModal();
  const field = box.querySelector("input");
  field.focus();
  if (words) {
    field.value = words;
    field.dispatchEvent(new Event("input"));
  } else {
    field.select();
  }
}

/** Give a search form with its own results. In a page it is a landmark; in a dialog it is not. */
export function form(wrapper = "search") {
  const id = `zoek-${++forms}`;
  const search = element(wrapper, { className: "search" });
  const label = element("label", { htmlFor: id, textContent: "Zoek in de catalogus" });
  const field = element("input", {
    id,
    type: "search", // It has no name: the browser can never send what is typed here.
    autocomplete: "off",
    enterKeyHint: "search",
    spellcheck: false,
  });
  const submit = element("button", { type: "submit", className: "button", textContent: "Zoek" });
  const row = element("div", { className: "search__row" }, field, submit);
  const form = element("form", {}, label, row);
  const status = element("p", { className: "search__status" });
  status.setAttribute("role", "status");
  const results = element("ol", { className: "search__results" });
  const onward = element("a", { className: "button button--quiet search__more", hidden: true });
  search.append(form, status, results, onward);

  let latest = 0;
  let timer;

  async function run() {
    clearTimeout(timer);
    const words = field.value.trim();
    const turn = ++latest;
    onward.href = new URL("catalogus/", ROOT).pathname + format({ words });
    if (!words) {
      results.replaceChildren();
      onward.hidden = true;
      status.textContent = "";
      return;
    }
    const slow = setTimeout(() => {
      status.textContent = "Bezig met zoeken …";
    }, 400);
    let answer;
    let items;
    try {
      const found = await find(words);
      answer = { ...found, hits: best(found.hits) };
      const shown = answer.hits.slice(0, SHOWN);
      const pages = await Promise.all(shown.map((hit) => hit.page()));
      items = shown.map((hit, at) => resultItem(pages[at], hit.places, answer.words));
    } catch {
      if (turn === latest) tellFailure();
      return;
    } finally {
      clearTimeout(slow);
    }
    if (turn !== latest) return;
    results.replaceChildren(...items);
    onward.hidden = !items.length;
    onward.textContent = `Alles over ‘${words}’ in de catalogus`;
    status.textContent = summary(answer, words);
  }

  function tellFailure() {
    results.replaceChildren();
    onward.hidden = true;
    status.replaceChildren(
      "Zoeken lukt nu niet. Kijk in ",
      element("a", { href: new URL("catalogus/", ROOT).pathname, textContent: "de catalogus" }),
      ": daar staat alles bij elkaar.",
    );
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  field.addEventListener("focus", () => load().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = field.value.trim();
    if (!words) return;
    location.assign(new URL("catalogus/", ROOT).pathname + format({ words }));
    search.closest("dialog")?.close(); // In the catalogue this page stays.
  });
  search.addEventListener("keydown", (event) => moveByArrow(event, field, search));
  return search;
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

function summary(answer, asked) {
  const number = answer.hits.length;
  if (!number) return `Geen resultaten voor ‘${asked}’. Probeer een ander of korter woord.`;
  return `${number} ${number === 1 ? "resultaat" : "resultaten"} voor ‘${asked}’.${note(answer)}`;
}

/** A result leads to its page, or to the moment that it quotes; who types a title wants the page. */
function resultItem(data, places, words) {
  const why = reason(data.content, places);
  const moments = spoken(data, places);
  const name = folded(data.meta.title).join(" ");
  const isNamed = words.every((word) => name.includes(word));
  const moment = isNamed || !why.passage ? undefined : moments.find(isIn(why.passage));
  const href = moment?.url ?? data.url;
  const link = element("a", { href, textContent: data.meta.title });
  if (data.meta.title_lang) link.lang = data.meta.title_lang;
  markWords(link, words);
  const item = element("li", {}, element("p", { className: "search__title" }, link));
  const about = [data.meta.kind, data.meta.theme].filter(Boolean).join(" · ");
  if (about) item.append(element("p", { className: "search__meta", textContent: about }));
  item.append(element("p", { className: "search__excerpt" }, ...excerpt(data, places, why)));
  const named = nameNote(why);
  if (named) item.append(named);
  if (moments.length) item.append(momentLinks(moments));
  return item;
}

/** What a result says: the words around the hit, or the summary where only a name was found. */
function excerpt(data, places, why) {
  if (why.passage) return passageNodes(data.content, places, why.passage);
  return [data.meta.summary ?? ""];
}

/** Where in a recording the words are said: the place of each hit, counted in words, and its link.

    Places on a page have ids: `t-83` is what is said after 83 seconds. */
function spoken(data, found) {
  const places = [...data.anchors].sort((one, other) => one.location - other.location);
  return found.flatMap((location) => {
    const id = places.findLast((place) => place.location <= location)?.id ?? "";
    const [, seconds] = /^t-(\d+)$/.exec(id) ?? [];
    return seconds ? [{ location, seconds: Number(seconds), url: `${data.url}#${id}` }] : [];
  });
}

function isIn({ first, last }) {
  return ({ location }) => location >= first && location < last;
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

/** The arrow keys walk from the field through the results and back. */
function moveByArrow(event, field, search) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...search.querySelectorAll(".search__title a, .search__more:not([hidden])")];
  const at = links.indexOf(document.activeElement);
  if (at === -1 && (document.activeElement !== field || event.key === "ArrowUp")) return;
  const next = event.key === "ArrowDown" ? links[at + 1] : (links[at - 1] ?? field);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
