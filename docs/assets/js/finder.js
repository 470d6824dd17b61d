/* Four questions that lead to what fits. What there is comes from the page /catalogus/, which is
   fetched once; what an answer is called stands in the form. Where nothing fits all answers, the
   least important ones are let go, and that is told. */

import { refresh } from "./basket.js";
import { element } from "./dom.js";
import { format, matches, parse, read } from "./selection.js";

const SHOWN = 3;
const LONG = 10_000; // minutes: more than anything takes

/** What can be let go, the least important first, and why that is no disaster. */
const LET_GO = [
  ["waar", "de plek", "Een werkvorm kun je vaak ook ergens anders doen."],
  ["tijd", "de tijd", "Wat er in tijd het dichtst bij komt, staat voorop."],
  ["voor", "de doelgroep", "Wat voor een ander is gemaakt, helpt jou vaak ook."],
  ["onderwerp", "het onderwerp", "We keken in het hele thema."],
  ["thema", "het thema", "Misschien zit er in een ander thema iets wat helpt."],
];

const finder = document.querySelector("[data-finder]");
const form = finder.querySelector("form");
const result = finder.querySelector(".finder__result");
const heading = result.querySelector("[tabindex]");
const status = result.querySelector("[role=status]");
const found = result.querySelector(".finder__found");
const all = result.querySelector(".finder__all");
const lists = finder.querySelector(".finder__lists");

let fetched;
let asked = 0;

form.hidden = false;
lists.hidden = true;
form.addEventListener("change", () => answer());
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await answer();
  heading.focus();
});
form.addEventListener("reset", () => setTimeout(startAgain));
addEventListener("hashchange", restore);
restore();

/** Take answers from the address, so that Back and a shared link bring them back. */
function restore() {
  const { chosen } = parse(location.hash);
  let any = false;
  for (const question of form.querySelectorAll("[data-facet]")) {
    const inputs = [...question.querySelectorAll("input")];
    const input = inputs.find(({ value }) => value && value === chosen.get(question.dataset.facet)?.[0]);
    if (!input) continue;
    any = true;
    input.checked = true;
    // A focus area says by itself which theme it is part of.
    const theme = question.dataset.within;
    if (theme) form.querySelector(`[name=thema][value="${theme}"]`).checked = true;
  }
  if (any) answer();
}

function startAgain() {
  asked += 1;
  showSubjects();
  history.replaceState(null, "", location.pathname);
  result.hidden = true;
  form.querySelector("input:checked").focus();
}

/** Show what fits the answers as they are now. */
async function answer() {
  const turn = (asked += 1);
  showSubjects();
  const answers = given();
  history.replaceState(null, "", answers.length ? format(stateOf(answers)) : location.pathname);
  result.hidden = false;
  let rows;
  try {
    rows = await catalogue();
  } catch {
    fetched = undefined;
    found.replaceChildren();
    all.hidden = true;
    tell("De catalogus laden lukt nu niet. Probeer het later nog eens, of kies uit de lijsten hieronder.");
    lists.hidden = false;
    return;
  }
  // Someone may have answered again while the catalogue was on its way.
  if (turn !== asked) return;
  lists.hidden = true;
  show(rows, answers);
}

/** Show the focus areas of the theme that is chosen, and forget an answer about another. */
function showSubjects() {
  const theme = form.querySelector("[name=thema]:checked").value;
  for (const subject of form.querySelectorAll("[data-within]")) {
    subject.hidden = subject.dataset.within !== theme;
    if (subject.hidden) subject.querySelector("[value='']").checked = true;
  }
}

/** Give the answers that are a choice: facet, value, the words for it and for why it fits. */
function given() {
  return [...form.querySelectorAll("[data-facet] input:checked")]
    .filter((input) => input.value)
    .map((input) => ({
      facet: input.closest("[data-facet]").dataset.facet,
      value: input.value,
      label: input.parentElement.textContent.trim(),
      because: input.dataset.because,
    }));
}

/** Give the choice that these answers are in the catalogue. A focus area is narrower than its theme. */
function stateOf(answers) {
  const precise = answers.some(({ facet }) => facet === "onderwerp");
  const chosen = answers.filter(({ facet }) => !(precise && facet === "thema"));
  return parse("#" + chosen.map(({ facet, value }) => `${facet}=${value}`).join("&"));
}

async function catalogue() {
  fetched ??= (async () => {
    const response = await fetch(form.dataset.list);
    if (!response.ok) throw new Error(`${response.status} for the catalogue`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const rows = read(page);
    if (!rows.length) throw new Error("no entries on the page of the catalogue");
    return rows.map((row) => ({ ...row, card: cardOf(row, response.url) }));
  })();
  return fetched;
}

/** Give the card of a row for this page: links in full, and a heading of the level that it needs here. */
function cardOf(row, address) {
  const card = document.importNode(row.card.querySelector(".card"), true);
  for (const part of card.querySelectorAll("[href], [src]")) {
    const name = part.hasAttribute("href") ? "href" : "src";
    part.setAttribute(name, new URL(part.getAttribute(name), address).href);
  }
  const title = card.querySelector(".card__title");
  const { className } = title;
  title.replaceWith(element(`h${found.dataset.level}`, { className }, ...title.childNodes));
  return card;
}

function show(rows, answers) {
  const { fitting, kept, dropped } = fit(rows, answers);
  const state = stateOf(kept);
  const time = dropped.find(({ facet }) => facet === "tijd");
  // Sorting keeps the order of the catalogue among equals.
  const best = [...fitting].sort(
    (one, other) => isDescribed(one) - isDescribed(other) || away(one, time) - away(other, time),
  );
  tell(...words(best.length, answers, dropped));
  found.replaceChildren(...best.slice(0, SHOWN).map((row) => item(row, kept)));
  refresh(found);
  const link = all.querySelector("a");
  link.href = form.dataset.list + (kept.length ? format(state) : "");
  link.textContent =
    best.length === 1 ? "Bekijk dit stuk in de catalogus" : `Bekijk alle ${best.length} in de catalogus`;
  all.hidden = false;
}

/** Give the rows that fit all answers; if there are none, those that fit when the least is let go. */
function fit(rows, answers) {
  const order = LET_GO.map(([facet]) => answers.find((answer) => answer.facet === facet)).filter(Boolean);
  // As binary numbers: with each bit one answer weighs more than all before it together.
  for (let gone = 0; gone < 2 ** order.length; gone += 1) {
    const dropped = order.filter((_, bit) => gone & (1 << bit));
    const kept = answers.filter((one) => !dropped.includes(one));
    const state = stateOf(kept);
    const fitting = rows.filter((row) => matches(row, state));
    if (fitting.length) return { fitting, kept, dropped };
  }
  return { fitting: [], kept: [], dropped: order };
}

/** Whether we know an entry by its title only; what can be used at once goes before it. */
function isDescribed(row) {
  return Number(/alleen beschreven|met een inleiding/.test(row.card.textContent));
}

/** How many minutes an entry is away from the time that someone has, where that was let go. */
function away(row, time) {
  if (!time) return 0;
  return Number.isNaN(row.minutes) ? LONG : Math.abs(row.minutes - (Number(time.value) || LONG));
}

/** Say how many fit, and what was let go for it. */
function words(number, answers, dropped) {
  const count = number === 1 ? "1 stuk past" : `${number} stukken passen`;
  const best = number > SHOWN ? " Dit zijn de beste drie." : "";
  if (!answers.length) return [`Je koos nog niets, dus alles past: ${number} stukken.${best}`];
  if (!dropped.length) return [`${count} bij wat je koos.${best}`];
  const told = LET_GO.filter(([facet]) => dropped.some((answer) => answer.facet === facet)).map(
    ([facet, name, why]) => {
      const { label } = dropped.find((answer) => answer.facet === facet);
      return `We letten niet op ${name} (“${label}”). ${why}`;
    },
  );
  return [`Niets past bij alles wat je koos. ${count} bijna.${best}`, ...told];
}

function tell(...sentences) {
  status.replaceChildren(...sentences.map((sentence) => element("p", {}, sentence)));
}

/** An entry with the reason why it is here. */
function item(row, kept) {
  const precise = kept.some(({ facet }) => facet === "onderwerp");
  const reasons = kept
    .filter(({ facet }) => !(precise && facet === "thema"))
    .map((answer) => (answer.facet === "tijd" ? duration(row) : answer.because));
  const why = reasons.length ? `Past: ${reasons.join(", ")}.` : "Staat vooraan in de catalogus.";
  return element("li", {}, element("p", { className: "why" }, why), row.card);
}

/** Give how long an entry takes, in the words of its card where that tells it. */
function duration(row) {
  const fact = [...row.card.querySelectorAll(".card__facts li")].find((one) =>
    one.textContent.startsWith("Tijd: "),
  );
  if (fact) return `duurt ${fact.textContent.slice("Tijd: ".length).replace(" luisteren", "")}`;
  return `duurt ${row.minutes} ${row.minutes === 1 ? "minuut" : "minuten"}`;
}
