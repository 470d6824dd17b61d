/* The facilitator's view: one step at a time on the whole screen, with a clock for each step.

   A dialog holds it, so it works where a browser has no full screen. */

import { button, element, language } from "./dom.js";
import { clockTime, inWords, isOn, listed, steps } from "./basket-programme.js";
import { address, nodes, ROOT } from "./basket-records.js";
import { forgetPlace, keepPlace, nameOf, placeIn } from "./facilitate-place.js";
import { digits, timers } from "./facilitate-timer.js";
import { keep } from "./offline.js";

const NEXT = ["ArrowRight", "PageDown"]; // A presenter's remote sends the Page keys.
const PREVIOUS = ["ArrowLeft", "PageUp"];
const TICK = 250;
const END = "Klaar. Dit was de laatste stap.";

/** Show a programme step by step, from where someone was in it; `basket` and `plan` are what the page
    shows. */
export async function open(basket, plan) {
  const slides = slidesOf(plan);
  const minutesOf = slides.map((slide) => slide.minutes);
  const name = nameOf(plan, minutesOf);
  const before = placeIn(name, slides.length);
  let clock = timers(minutesOf, before);
  let at = before?.at ?? 0;
  let told = false;
  let hasEnded = false;
  let lock;

  const count = element("p", { className: "lead-bar__count" });
  const state = element("p", { className: "lead-bar__offline" });
  const again = button("Begin opnieuw", beginAgain);
  again.hidden = !before?.at && !before?.clocks.some(([, spent]) => spent);
  const close = button("Stop", () => dialog.close());
  const stage = element("div", { className: "stage", tabIndex: 0 });
  stage.setAttribute("role", "group");
  stage.setAttribute("aria-label", "Deze stap");
  const time = element("p", { className: "timer__digits" });
  time.setAttribute("role", "timer");
  const word = element("p", { className: "timer__word" });
  const bar = element("progress", { className: "timer__bar", max: 1 });
  bar.setAttribute("aria-label", "Tijd die voorbij is");
  const run = button("Start", toggle, { className: "button" });
  const more = button("+1 minuut", () => {
    clock.add(1);
    show();
    keepHere();
  });
  const previous = button("Vorige", () => go(at - 1));
  const next = button("Volgende", () => go(at + 1), { className: "button" });
  const rest = element("p", { className: "lead-foot__rest" });
  const said = element("p", { className: "vh" });
  said.setAttribute("role", "status");
  const dialog = element(
    "dialog",
    { className: "facilitate" },
    element("div", { className: "lead-bar" }, count, state, element("div", { className: "lead-bar__buttons" }, again, close)),
    stage,
    element(
      "div",
      { className: "lead-foot" },
      element("div", { className: "timer" }, time, word, bar),
      element("div", { className: "lead-foot__buttons" }, run, more, previous, next),
      rest,
    ),
    said,
  );
  dialog.setAttribute("aria-label", basket.title || "Mijn goodiebag begeleiden");

  function go(to) {
    if (to < 0) return;
    if (to >= slides.length) return end();
    at = to;
    hasEnded = false;
    clock.goTo(at);
    draw();
    keepHere();
    said.textContent = `Stap ${at + 1} van ${slides.length}: ${slides[at].title}`;
  }

  /** After the last step; the clock runs on where people are still talking. */
  function end() {
    hasEnded = true;
    show();
    keepHere();
    said.textContent = END;
  }

  function toggle() {
    if (clock.running) clock.pause();
    else clock.start();
    show();
    keepHere();
  }

  function beginAgain() {
    clock = timers(minutesOf);
    again.hidden = true;
    go(0);
    run.focus();
  }

  /** Keep where this is, for who comes back; who has finished begins again next time. */
  function keepHere() {
    if (hasEnded) forgetPlace();
    else keepPlace(name, at, clock.kept());
  }

  /** Put the current step on the stage. */
  function draw() {
    const slide = slides[at];
    told = clock.left() <= 0;
    dialog.className = `facilitate theme--${slide.colour}`;
    count.textContent = `Stap ${at + 1} van ${slides.length}`;
    stage.replaceChildren(...slide.draw());
    stage.scrollTop = 0;
    previous.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === slides.length - 1));
    show();
  }

  /** Show what the clocks say. */
  function show() {
    const left = clock.left();
    const isUp = left <= 0;
    time.textContent = digits(left);
    bar.value = clock.gone();
    run.textContent = clock.running ? "Pauze" : clock.gone() ? "Ga verder" : "Start";
    dialog.classList.toggle("facilitate--up", isUp);
    word.textContent = isUp ? "De tijd is om" : `van ${digits(clock.given())}`;
    const minutes = Math.ceil(clock.remaining() / 60_000);
    const now = new Date();
    const ready = clockTime(now.getHours() * 60 + now.getMinutes() + minutes);
    const planned = isOn(basket, plan, now) ? `, gepland ${clockTime(plan.end)}` : "";
    rest.textContent = hasEnded ? END : `Nog ${inWords(minutes)} te gaan. Klaar om ${ready}${planned}.`;
    rest.classList.toggle("lead-foot__rest--end", hasEnded);
    if (isUp && !told) {
      told = true;
      said.textContent = "De tijd van deze stap is om.";
    }
  }

  async function stayAwake() {
    if (document.visibilityState !== "visible" || !dialog.open) return;
    try {
      lock = await navigator.wakeLock?.request("screen");
      if (!dialog.open) await lock?.release();
    } catch {
      /* A battery that is almost empty, for example: the screen then follows the system. */
    }
  }

  function left() {
    // Escape ends full screen before the dialog hears of it.
    if (!document.fullscreenElement && dialog.open) dialog.close();
  }

  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const by = NEXT.includes(event.key) ? 1 : PREVIOUS.includes(event.key) ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    go(at + by);
  });
  const ticking = setInterval(() => clock.running && show(), TICK);
  const resting = setInterval(show, 20_000); // The end moves along while the clock stands still.
  document.addEventListener("visibilitychange", stayAwake);
  document.addEventListener("visibilitychange", keepHere); // A telephone may end a tab out of sight.
  addEventListener("pagehide", keepHere);
  dialog.addEventListener("close", () => {
    clearInterval(ticking);
    clearInterval(resting);
    document.removeEventListener("visibilitychange", stayAwake);
    document.removeEventListener("visibilitychange", keepHere);
    removeEventListener("pagehide", keepHere);
    keepHere();
    document.removeEventListener("fullscreenchange", left);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    lock?.release().catch(() => {});
    dialog.remove();
  });

  document.body.append(dialog);
  draw();
  try {
    // A dialog itself may not fill the screen; the page may, with the dialog on top of it.
    await document.documentElement.requestFullscreen?.();
    document.addEventListener("fullscreenchange", left);
  } catch {
    /* Refused: the dialog fills the window. */
  }
  dialog.showModal();
  run.focus();
  stayAwake();
  keepHere();
  if (at) {
    // A screen reader hears only what comes after it knows the place where it is told.
    setTimeout(() => {
      said.textContent ||= `Je gaat verder bij stap ${at + 1} van ${slides.length}: ${slides[at].title}`;
    }, 100);
  }
  const kept = await keep([
    ...plan.rows.filter((row) => row.record).map((row) => address(row.record.id)),
    ...basket.items.filter((item) => item.id).map((item) => address(item.id)),
    ...slides.flatMap((slide) => slide.images),
  ]);
  state.textContent = kept
    ? "Werkt nu ook zonder internet."
    : "Zonder internet werkt dit zolang deze pagina open is.";
}

/** Every step of a programme: its minutes, its colour and how it is drawn. */
function slidesOf(plan) {
  return plan.rows.flatMap((row) =>
    steps(row).map((step, at, { length }) => {
      const inside = step.html ? nodes(step.html, row.record) : [];
      const all = (name) => inside.flatMap((node) => [...(node.querySelectorAll?.(name) ?? [])]);
      all("a[href]").forEach(openApart);
      return {
        title: step.title,
        minutes: step.minutes,
        colour: row.record?.theme.colour ?? "pauze",
        images: all("img").map((image) => image.src),
        draw: () => drawn(row, step, { at, length, inside, hasStart: plan.hasStart }),
      };
    }),
  );
}

function drawn(row, step, { at, length, inside, hasStart }) {
  const { record, item } = row;
  const lang = language(record);
  const from = hasStart ? `${clockTime(row.start)} – ${clockTime(row.end)}` : "";
  const about = step.whole ? [record?.kind_label, from] : [`Stap ${at + 1} van ${length}`, from];
  const materials = at === 0 && record?.materials;
  return [
    element(
      "p",
      { className: "stage__about" },
      step.whole ? null : element("strong", lang, row.title),
      ` ${about.filter(Boolean).join(" · ")}`,
    ),
    element("h2", { className: "stage__title", ...(step.whole ? lang : {}) }, step.title),
    item.note && at === 0 ? element("p", { className: "stage__note" }, item.note) : null,
    materials
      ? element("p", { className: "stage__materials" }, element("strong", {}, "Nodig: "), listed(materials))
      : null,
    element("div", { className: "stage__text" }, ...(inside.length || !record ? inside : [record.summary])),
    step.whole && record ? pageLink(record) : null,
  ].filter(Boolean);
}

/** The page of an entry without steps: to listen or to read. */
function pageLink(record) {
  const words = record.kind === "podcast" ? "Luister op de pagina" : "Lees de pagina";
  const link = element("a", { href: new URL(record.page, ROOT).href }, words);
  openApart(link);
  return element("p", {}, link);
}

/** Let a link open a tab of its own, so that the clock here runs on. */
function openApart(link) {
  link.target = "_blank";
  link.append(element("span", { className: "vh" }, " (opent een nieuw tabblad)"));
}
