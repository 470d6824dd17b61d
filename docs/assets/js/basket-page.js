/* The page with the goodiebag: one's own, to change, or someone else's from a link, to look at. */

import * as store from "./basket.js";
import { button, element } from "./dom.js";
import { exportsOf } from "./basket-exports.js";
import { decode, encode } from "./basket-link.js";
import { itemList } from "./basket-list.js";
import { paper } from "./basket-print.js";
import { clockTime, dayInWords, inWords, programme } from "./basket-programme.js";
import { lookUp, ROOT } from "./basket-records.js";

const QUIET = 400; // Milliseconds without typing after which the paper is made again.

const LINGER = 12_000; // Milliseconds that a message stands over the page.

const place = document.querySelector("[data-basket]");
const told = makeTold();
let turn = 0;
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
  const told = [];
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
    told.push(`“${id}” heet nu “${record.title}”. Dat hebben we voor je vervangen.`);
  }
  if (lost.length) {
    const names = lost.map((id) => `“${id.slice(0, 80)}”`).join(", ");
    told.push(
      lost.length === 1
        ? `Eén stuk staat niet (meer) in de catalogus en is weggelaten: ${names}.`
        : `${lost.length} stukken staan niet (meer) in de catalogus en zijn weggelaten: ${names}.`,
    );
  }
  return told;
}

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
    if (!store.write(basket)) {
      told.say("Je browser bewaart dit niet. Kopieer de link, dan raak je je programma niet kwijt.");
    }
  }

  function change(item, { tidy = false } = {}) {
    save();
    show();
    if (tidy) view.tidy(item, plan);
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
  if (notes.length || hasFailed) parts.push(noticeOf(notes, hasFailed));
  if (isShared) parts.push(banner(basket, isEmpty, takeOver));
  else if (!isEmpty) parts.push(fields(basket, () => { save(); show(); }));
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

/** The fields for the whole: its name, its day and when it begins. */
function fields(basket, changed) {
  const field = (key, label, properties, hint) => {
    const input = element("input", { id: `bag-${key}`, autocomplete: "off", ...properties });
    const name = { naam: "title", datum: "date", start: "start" }[key];
    input.value = basket[name];
    input.addEventListener("input", () => {
      basket[name] = input.value;
      changed();
    });
    const help = hint ? element("p", { className: "field__hint", id: `bag-${key}-hint` }, hint) : null;
    if (help) input.setAttribute("aria-describedby", help.id);
    return element(
      "div",
      { className: `field field--${key}` },
      element("label", { htmlFor: input.id }, label),
      input,
      help,
    );
  };
  return element(
    "div",
    { className: "bag-fields" },
    field("naam", "Naam van je programma", { type: "text", maxLength: 90 }),
    field("datum", "Datum", { type: "date" }),
    field("start", "Begintijd", { type: "time" }),
  );
}

function banner(basket, isEmpty, takeOver) {
  const back = element("a", { className: "button button--quiet", href: "./" }, "Naar mijn eigen goodiebag");
  const facts = [basket.date && dayInWords(basket.date)].filter(Boolean);
  const own = store.read().items.length;
  return element(
    "section",
    { className: "shared" },
    element("h2", {}, basket.title || "Een gedeelde goodiebag"),
    facts.length ? element("p", {}, facts.join(", ")) : null,
    element(
      "p",
      {},
      isEmpty
        ? "In deze link zit geen goodiebag die we kunnen laten zien."
        : `Iemand deelt dit programma met je. ${own ? "Je eigen goodiebag blijft zoals hij is" : "Er wordt niets bewaard"}, tot je dit overneemt.`,
    ),
    element(
      "p",
      { className: "bag-buttons" },
      isEmpty ? null : button("Neem deze goodiebag over", takeOver, { className: "button" }),
      back,
    ),
  );
}

function noticeOf(notes, hasFailed) {
  return element(
    "div",
    { className: "notice notice--bag", attributes: { role: "alert" } },
    notes.map((words) => element("p", {}, words)),
    hasFailed
      ? element(
          "p",
          {},
          "Een deel van de stukken konden we nu niet ophalen. Kijk of je verbinding hebt. ",
          button("Probeer opnieuw", () => load(), { className: "text-button" }),
        )
      : null,
  );
}

function emptyBag() {
  const src = new URL("assets/images/lege-mand.svg", ROOT).href;
  return element(
    "section",
    { className: "bag-empty" },
    element("img", { src, alt: "", width: 220, height: 180 }),
    element(
      "div",
      {},
      element("h2", {}, "Er zit nog niets in je goodiebag"),
      element("p", {}, "Druk bij een stuk op Goodiebag, en het komt hier terecht."),
      element(
        "p",
        {},
        element("a", { className: "button", href: new URL("catalogus/", ROOT).href }, "Naar de catalogus"),
      ),
    ),
  );
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

/** The one place that tells what happened, with a way back where there is one. */
function makeTold() {
  const words = element("p", { attributes: { role: "status" } });
  const way = element("span");
  const bar = element("div", { className: "told" }, words, way);
  let timer;
  function say(text) {
    clearTimeout(timer);
    way.replaceChildren();
    words.textContent = "";
    // The same words twice are told twice only if they were gone in between.
    timer = setTimeout(() => {
      words.textContent = text;
      // The page shows the same; what has a way back stays until something else happens.
      timer = way.hasChildNodes() ? undefined : setTimeout(() => words.replaceChildren(), LINGER);
    }, 50);
  }
  return {
    bar,
    say,
    offer(text, label, undo) {
      say(text);
      way.replaceChildren(button(label, undo, { className: "text-button" }));
    },
  };
}
