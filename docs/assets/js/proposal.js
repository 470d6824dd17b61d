/* The form for a proposal. Nothing is sent: it makes the text of a file, and offers ways to bring it. */

import { button, element } from "./dom.js";
import { messages } from "./messages.js";
import { beside } from "./proposal-beside.js";
import { exits } from "./proposal-exits.js";
import { empty, forget, keep, kept } from "./proposal-keeping.js";
import { asId } from "./proposal-messages.js";
import { showSimilar, similarTo } from "./proposal-similar.js";
import { address, fromDisk, kinds, themes } from "./proposal-start.js";
import { bring, showAtFields, showSummary } from "./proposal-summary.js";

const ROOT = new URL("../../", import.meta.url);
const UNDO = "Ongedaan maken";
const PAUSE = 400; // milliseconds after the last key: then someone looks up

const root = document.querySelector("[data-proposal]");
const plain = document.querySelector("[data-proposal-plain]");
const level = Number(root.dataset.level);

let work; // Fetched when there is something to fill in.
let result; // Fetched as soon as someone uses that.
let trouble; // What tells that one of them does not come.
let schema;
let known;
let draft = empty();
let form;
let hasTried = false;
let timer;
let pointedOut = "";

const summary = element("div", { className: "summary", hidden: true, tabIndex: -1, attributes: { role: "group", "aria-labelledby": "voorstel-fouten" } });
const top = element("div", { className: "proposal__top" });
const start = element("div", { className: "proposal__start" });
const fields = element("div", { className: "proposal__fields" });
const end = element("div", { className: "proposal__end", hidden: true });
const { bar, say, offer } = messages();
const side = beside({ level, say });
const ways = exits({ settings: root.dataset, current, say, level });
const similar = element("div", { className: "similar", hidden: true });
let place;

begin().catch(() => {
  // Without what the form is made of, the example files do what the form would.
  root.replaceChildren();
  root.hidden = true;
  plain.hidden = false;
});

async function begin() {
  known = await json("data/voorstel.json");
  ({ schema } = known);
  const sheet = element("form", { noValidate: true }, summary, start, fields, end);
  sheet.addEventListener("submit", (event) => {
    event.preventDefault();
    finish();
  });
  sheet.addEventListener("keydown", (event) => {
    // Enter in a line is no wish to be done.
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
  });
  // Who is about to choose or to change something will soon need the rest.
  for (const sign of ["focusin", "pointerenter"]) root.addEventListener(sign, () => load().catch(() => {}));
  end.append(element("button", { type: "submit", className: "button" }, "Controleer en ga verder"));
  root.replaceChildren(
    top,
    element("div", { className: "proposal__columns" }, element("div", {}, sheet, ways.made, side.file), side.preview),
    bar,
  );
  plain.hidden = true;
  const before = kept();
  if (before) draft = before;
  if (draft.kind) await load();
  await arrive();
  if (before && draft === before && !top.hasChildNodes()) greet(before);
  addEventListener("hashchange", arrive);
}

/** Fetch the fields, once; throws where that fails. */
async function loadFields() {
  if (work) return;
  const found = await import("./proposal-work.js");
  if (work) return; // Someone chose again meanwhile.
  work = found;
  root.append(...work.suggestions(known));
}

/** Fetch all that filling in takes, once; throws where that fails. */
async function load() {
  if (work && result) return;
  const [found] = await Promise.all([import("./proposal-result.js"), loadFields()]);
  if (result) return;
  result = found;
  trouble?.remove();
  if (form) look();
}

/** The same for who presses something. Tells whether it is there, also to the visitor. */
async function isLoaded() {
  try {
    await load();
    return true;
  } catch {
    trouble?.remove();
    trouble = notice("Een deel van dit formulier komt niet binnen. Er is niets weg. Kijk of je verbinding hebt en probeer het dan opnieuw.");
    top.prepend(trouble);
    trouble.focus();
    return false;
  }
}

/** Open the entry that the address names, if it names one that is not open yet. */
async function arrive() {
  const id = new URLSearchParams(location.hash.slice(1)).get("stuk");
  if (!id || draft.original?.id === id) {
    // Who goes back has answered a question that still waits.
    if (isAway()) top.replaceChildren();
    put(true);
    return draw();
  }
  const busy = draft.kind && Object.keys(draft.values).length > 0;
  if (busy) {
    draw();
    return ask(id);
  }
  return open(id);
}

/** Someone was writing something else: that is not thrown away without a word. */
function ask(id) {
  const title = known.entries.find((one) => one.id === id)?.title ?? id;
  const mine = draft.values.title ? `“${draft.values.title}”` : "een voorstel zonder titel";
  const go = async () => {
    const before = structuredClone(draft);
    if (!(await open(id))) return;
    forget();
    offer("Je andere voorstel is weg van dit apparaat.", UNDO, () => restore(before));
  };
  const stay = () => {
    history.replaceState(null, "", location.pathname);
    put(true);
    top.replaceChildren();
    bring("v-title");
  };
  // What lies under the question is neither the one nor the other: nobody can change it by mistake.
  put(false);
  top.replaceChildren(
    notice(
      `Je was bezig met ${mine}. Wil je dat laten liggen en “${title}” wijzigen?`,
      button(`Open “${title}”`, go, { className: "button" }),
      button("Ga verder met mijn voorstel", stay),
    ),
  );
}

/** Show the form, or put it away while a question waits. */
function put(isShown) {
  columns().hidden = !isShown;
}

function isAway() {
  return columns().hidden;
}

function columns() {
  return root.querySelector(".proposal__columns");
}

/** Fill the form with an entry that there is. Tells whether that worked. */
async function open(id) {
  const entry = known.entries.find((one) => one.id === id);
  try {
    const [{ values, text }] = await Promise.all([json(`data/voorstel/${encodeURIComponent(id)}.json`), loadFields()]);
    // Nothing is kept of it before something is changed: it can be fetched again.
    return fill(values, { id, path: entry.path, theme: entry.theme, text });
  } catch {
    put(true);
    draw();
    top.replaceChildren(notice("Dit stuk kunnen we nu niet openen. Kijk of de link klopt en of je verbinding hebt."));
    return false;
  }
}

async function fromFile(name, text) {
  if (!(await isLoaded())) return;
  const [own, place] = placeIn(text, name);
  const { values, problem } = result.fromYaml(own);
  fill(values, { ...place, text: own, problem });
}

/** Fill the form with what is in a file; `path` is empty where it comes from disk. */
function fill(values, { id, path, theme, text, problem }) {
  const isKnown = values && schema.properties.kind.enum.includes(values.kind);
  if (!isKnown) {
    top.replaceChildren(notice(`Dit bestand kunnen we niet openen: ${problem ?? "er staat geen soort in die we kennen."}`));
    top.firstChild.focus();
    return false;
  }
  const { kind, ...own } = values;
  const there = known.entries.find((one) => one.id === id);
  const original = { id: there ? id : "", path: path || there?.path || "", text };
  draft = { kind, theme: theme || there?.theme || "", name: there ? "" : id, values: own, original };
  hasTried = false;
  put(true);
  draw();
  if (!path) keep(draft);
  top.replaceChildren(
    notice(
      there
        ? `Je wijzigt “${there.title}”. Wat je niet aanraakt, blijft zoals het is.`
        : "Je bestand is geopend. Kijk of alles er staat.",
      button("Begin met een leeg formulier", startAgain),
    ),
  );
  return true;
}

/** Give a text without the line that says where it belongs, and what that line says. */
function placeIn(text, name) {
  const found = /^# catalogue\/entries\/([^/\s]+)\/([^/\s]+)\.yml\r?\n/.exec(text);
  if (!found) return [text, { id: name, path: "", theme: "" }];
  const theme = known.vocabulary.themes.some(({ id }) => id === found[1]) ? found[1] : "";
  return [text.slice(found[0].length), { id: found[2], path: "", theme }];
}

function greet({ values, original }) {
  const what = values.title ? `“${values.title}”` : "Je voorstel";
  const words = original?.id ? `Je wijziging van ${what} stond er nog.` : `${what} stond er nog.`;
  top.replaceChildren(
    notice(`${words} Ga gewoon verder. Het staat alleen op dit apparaat.`, button("Haal weg en begin opnieuw", startAgain)),
  );
}

function startAgain() {
  const before = structuredClone(draft);
  forget();
  history.replaceState(null, "", location.pathname);
  draft = empty();
  hasTried = false;
  top.replaceChildren();
  draw();
  offer("Alles is weg van dit apparaat.", UNDO, () => restore(before));
  document.getElementById("v-kind").focus();
}

function restore(before) {
  draft = before;
  top.replaceChildren();
  draw();
  keep(draft);
  say("Alles staat er weer.");
  // An entry that there is has its kind already.
  (document.getElementById("v-kind") ?? document.getElementById("v-title")).focus();
}

/** Make the form for the proposal as it is. */
function draw() {
  ways.hide();
  start.replaceChildren(...(draft.original?.id ? [] : [kinds(schema, draft, chooseKind)]));
  drawRest();
}

/** Make what follows from the kind. The choice of it stays as it is: someone may stand there. */
function drawRest() {
  form = undefined;
  showSummary(summary, [], null);
  const hasKind = Boolean(draft.kind);
  // An entry that there is can be shown before its result: that is its page.
  const isReady = hasKind && Boolean(draft.original ? work : result);
  root.classList.toggle("is-begun", isReady);
  const isNew = !draft.original?.id;
  const disk = start.querySelector(".from-disk");
  if (hasKind) disk?.remove();
  else if (!disk) start.append(fromDisk(fromFile));
  if (hasKind && isNew && !document.getElementById("v-theme")) start.append(themes(known, draft, chooseTheme));
  fields.replaceChildren();
  end.hidden = !isReady;
  side.preview.hidden = side.file.hidden = !isReady;
  if (!isReady) return;
  // What is published has no faults, and nothing leaves before the result has looked.
  const faultsIn = (text) => result?.faults(text, known) ?? [];
  form = work.makeForm({ schema, known, faultsIn, level }, draft, { changed, say, offer, similar });
  place = isNew ? address(draft, changed) : null;
  fields.replaceChildren(...form.fields);
  if (place) fields.lastElementChild.append(place.made);
  look();
}

async function chooseKind(kind) {
  draft.kind = kind;
  if (!result) drawRest(); // The themes are there at once, for who goes on by Tab.
  if (!(await isLoaded())) {
    draft.kind = "";
    return draw(); // Then the same kind can be chosen again.
  }
  if (draft.kind !== kind) return; // Another was chosen meanwhile.
  draft.values.published ??= work.today();
  draft.values.provenance ??= { origin: "editorial", material: "complete" };
  drawRest();
  keep(draft);
}

function chooseTheme(theme) {
  draft.theme = theme;
  drawRest(); // Its own focus areas come first.
  keep(draft);
}

function changed() {
  keep(draft);
  load().catch(() => {}); // For who had no connection at the first sign.
  place?.follow();
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE);
}

/** Show what follows from what is filled in: faults, resembling titles, the page and the file. */
function look() {
  clearTimeout(timer);
  const found = faults();
  const told = found.filter(({ lacks }) => hasTried || !lacks);
  showAtFields(root, told);
  if (hasTried) showSummary(summary, told, anyway());
  const title = draft.values.title ?? "";
  pointOut(similarTo(title, known.entries, draft.original?.id));
  const now = current();
  side.show(pageOf(), now);
  ways.update();
}

/** Point out the entries that this one resembles; others than before are told aloud too. */
function pointOut(found) {
  const now = found.map(({ title }) => `“${title}”`).join(", ");
  showSimilar(similar, found, ROOT);
  if (now && now !== pointedOut) say(`Dit lijkt op ${now}. Kijk onder de titel.`);
  pointedOut = now;
}

function pageOf() {
  if (!result) return element("p", { className: "preview__wait" }, "Zodra je begint, zie je hier hoe de pagina wordt.");
  try {
    const context = { ...known, id: idNow(), theme: draft.theme, day: new Date() };
    return result.preview(work.valuesOf(schema, draft), context);
  } catch {
    return element("p", { className: "preview__wait" }, "Vul nog iets meer in, dan zie je hier je pagina.");
  }
}

function faults() {
  const isNew = !draft.original?.id;
  const ids = known.entries.flatMap((one) => [one.id, ...(one.former_ids ?? [])]);
  return [...work.missing({ draft, isNew, id: idNow(), ids, schema }), ...form.faults()];
}

function idNow() {
  return draft.original?.id || draft.name.trim() || asId(draft.values.title ?? "");
}

/** Give what leaves the form, as it is now. */
function current() {
  const values = work.valuesOf(schema, draft);
  const { original } = draft;
  const { text, lost } = original
    ? (result?.edit(original.text, values, { schema }) ?? { text: original.text, lost: [] })
    : { text: result.toYaml(draft.kind, values, { schema }), lost: [] };
  const file = `${idNow() || "nog-zonder-titel"}.yml`;
  const path = original?.path || `catalogue/entries/${draft.theme || "nog-zonder-thema"}/${file}`;
  return { text, lost, path, title: values.title ?? "zonder titel", isNew: !original?.id };
}

/** Check everything: what is wrong is told on top, else the ways out appear. */
async function finish() {
  if (!(await isLoaded())) return;
  hasTried = true;
  look();
  if (summary.hidden) return ways.show();
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "start", behavior: "instant" });
}

function anyway() {
  return button("Verstuur het zoals het nu is.", () => ways.show(), { className: "text-button" });
}

function notice(words, ...buttons) {
  return element(
    "div",
    { className: "notice notice--top", tabIndex: -1 },
    element("p", {}, words),
    buttons.length ? element("p", { className: "bag-buttons" }, buttons) : null,
  );
}

async function json(path) {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
  return answer.json();
}
