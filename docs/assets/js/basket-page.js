/* The page with the goodiebag: one's own, to change, or someone else's from a link, to look at. */

import * as store from "./basket.js";
import { button, element } from "./dom.js";
import { banner, emptyBag, fields, noticeOf } from "./basket-parts.js";
import { exportsOf } from "./basket-exports.js";
import { decode, encode } from "./basket-link.js";
import { itemList } from "./basket-list.js";
import { paper } from "./basket-print.js";
import { clockTime, inWords, programme } from "./basket-programme.js";
import { lookUp, ROOT } from "./basket-records.js";
import { messages } from "./messages.js";

const QUIET = 400; // Milliseconds without typing after which the paper is made again.

const place = document.querySelector("[data-basket]");
const told = messages();
let turn = 0;
let isWarned = false; // That nothing is kept is told once.
let renewPaper = () => {};

load();
store.follow(() => isOwn() && load());
addEventListener("hashchange", () => load());
addEventListener("beforeprint", () => renewPaper());

function isOwn() {
  return decode(location.hash) === null;
}

/** Show what the address asks: someone's goodiebag, or else one's own. */
async function load() {
  const mine = ++turn;
  const link = decode(location.hash);
  const basket = link?.basket ?? (link ? store.empty() : store.read());
  const found = await lookUp(basket.items.flatMap((item) => item.id || []));
  if (mine !== turn) return; // The address changed meanwhile.
  const notes = [];
  if (link?.fault) notes.push(link.fault);
  else notes.push(...settle(basket, found, link?.odd ?? []));
  draw({ basket, records: found.records, isShared: link !== null, notes, hasFailed: found.failed.length > 0 });
}

/** Give renamed entries their new id, leave unknown ones out, and tell about both in sentences. */
function settle(basket, found, odd) {
  const notes = [];
  const renamed = new Map(found.renamed.map(({ id, to }) => [id, to]));
  const lost = [...odd, ...found.unknown];
  const ids = new Set();
  basket.items = basket.items.filter((item) => {
    item.id = renamed.get(item.id) ?? item.id;
    const isDouble = item.id && ids.has(item.id);
    ids.add(item.id);
    return !lost.includes(item.id) && !isDouble;
  });
  for (const { id, to } of found.renamed) {
    const record = found.records.get(id);
    found.records.set(to, record);
    notes.push(`“${id}” heet nu “${record.title}”. Dat hebben we voor je vervangen.`);
  }
  if (lost.length) {
    const names = lost.map((id) => `“${id.slice(0, 80)}”`).join(", ");
    notes.push(
      lost.length === 1
        ? `Eén stuk staat niet (meer) in de catalogus en is weggelaten: ${names}.`
        : `${lost.length} stukken staan niet (meer) in de catalogus en zijn weggelaten: ${names}.`,
    );
  }
  return notes;
}

/** Put a goodiebag on the page; all that a visitor does with it happens in here. */
function draw({ basket, records, isShared, notes, hasFailed }) {
  let plan = programme(basket, records);
  let waiting;
  let sheet = element("section");
  const total = element("p", { className: "total" });
  const view = itemList({ mayChange: !isShared, on: { change, move, remove } });
  const leave = exportsOf({
    current: () => ({ basket, plan, link: new URL("mijn-goodiebag/", ROOT).href + encode(basket) }),
    say: told.say,
    askDate: () => document.getElementById("bag-datum")?.focus(),
  });

  /** Show what the goodiebag is now. */
  function show() {
    plan = programme(basket, records);
    view.show(plan);
    total.textContent = summary(plan);
    clearTimeout(waiting);
    waiting = setTimeout(renewPaper, QUIET);
  }

  renewPaper = () => {
    const made = paper(basket, plan);
    sheet.replaceWith(made);
    sheet = made;
  };

  function save() {
    if (!store.write(basket) && !isWarned) {
      isWarned = true;
      told.say("Je browser bewaart dit niet. Kopieer de link, dan raak je je programma niet kwijt.", {
        warns: true,
      });
    }
  }

  /** After a field changed; `tidy` when the visitor leaves the minutes of an item, and `were` what
      they were when the visitor filled in what cannot be. */
  function change(item, { tidy = false, were = null } = {}) {
    told.clear();
    save();
    show();
    if (tidy) view.tidy(item, plan);
    if (were === null) return;
    const { minutes } = plan.rows.find((row) => row.item === item);
    told.say(`Vul 1 tot 600 minuten in. Het ${minutes === were ? "blijft" : "wordt weer"} ${minutes}.`);
  }

  function move(item, by) {
    const from = basket.items.indexOf(item);
    const to = from + by;
    const { title } = plan.rows.find((row) => row.item === item);
    if (to < 0) return told.say(`“${title}” staat al bovenaan.`);
    if (to >= basket.items.length) return told.say(`“${title}” staat al onderaan.`);
    basket.items.splice(from, 1);
    basket.items.splice(to, 0, item);
    save();
    show();
    told.say(`“${title}” staat nu op plaats ${to + 1} van ${basket.items.length}.`);
  }

  function remove(item) {
    const before = structuredClone(basket);
    const at = basket.items.indexOf(item);
    const { title } = plan.rows.find((row) => row.item === item);
    basket.items.splice(at, 1);
    store.write(basket);
    if (basket.items.length) {
      show();
      view.focus(basket.items[Math.min(at, basket.items.length - 1)]);
    } else load().then(() => focusHeading());
    told.offer(`“${title}” is eruit gehaald.`, "Zet terug", () => replace(before, "Teruggezet."));
  }

  function addBreak() {
    if (basket.items.length >= store.MAX_ITEMS) {
      return told.say(`Je goodiebag is vol: er passen ${store.MAX_ITEMS} onderdelen in.`);
    }
    const item = { id: "", minutes: 15, note: "" };
    basket.items.push(item);
    save();
    show();
    view.focus(item);
    told.say("Er staat een pauze van 15 minuten onderaan. Zet hem met Omhoog op zijn plaats.");
  }

  function clear() {
    const before = structuredClone(basket);
    replace(store.empty(), "Je goodiebag is leeg.", {
      label: "Zet terug",
      undo: () => replace(before, "Teruggezet."),
    });
  }

  function takeOver() {
    const before = store.read();
    history.replaceState(null, "", location.pathname);
    if (!before.items.length) {
      return replace(basket, "Overgenomen. Dit is nu jouw goodiebag, en je kunt hem veranderen.");
    }
    replace(basket, `Overgenomen. Je eigen goodiebag (${amount(before)}) is vervangen.`, {
      label: "Zet de mijne terug",
      undo: () => replace(before, "Je eigen goodiebag staat er weer."),
    });
  }

  const isEmpty = !plan.rows.length && !hasFailed;
  const parts = [];
  if (notes.length || hasFailed) parts.push(noticeOf(notes, hasFailed ? load : null));
  if (isShared) parts.push(banner(basket, store.read().items.length > 0, isEmpty ? null : takeOver));
  else if (!isEmpty) parts.push(fields(basket, change));
  if (isEmpty) {
    if (!isShared) parts.push(emptyBag());
  } else {
    parts.push(element("h2", { id: "programma" }, isShared ? "Het programma" : "Je programma"), total, view.list);
    if (!isShared) {
      parts.push(
        element(
          "div",
          { className: "bag-buttons" },
          button("Voeg een pauze toe", addBreak),
          button("Maak leeg", clear, { className: "text-button" }),
        ),
      );
    }
    parts.push(leave, sheet);
  }
  place.replaceChildren(...parts, told.bar);
  if (!isEmpty) {
    show();
    renewPaper();
  }
}

/** Make this one's own goodiebag, show it and tell so; `way` is a way back, `{label, undo}`. */
async function replace(basket, said, way) {
  const isKept = store.write(basket);
  await load();
  focusHeading();
  if (!isKept) told.say("Je browser bewaart dit niet. Kopieer de link, dan raak je dit niet kwijt.");
  else if (way) told.offer(said, way.label, way.undo);
  else told.say(said);
}

function focusHeading() {
  const heading = place.querySelector("h2");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

function summary({ rows, total, start, end, hasStart }) {
  const times = hasStart ? ` Van ${clockTime(start)} tot ${clockTime(end)}.` : "";
  const late = end > 1440 ? " Dat is na middernacht." : "";
  return `${rows.length} ${rows.length === 1 ? "onderdeel" : "onderdelen"}, samen ${inWords(total)}.${times}${late}`;
}

function amount(basket) {
  const count = basket.items.length;
  return `${count} ${count === 1 ? "onderdeel" : "onderdelen"}`;
}
