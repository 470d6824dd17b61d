/* The catalogue with search and filters: a choice goes from the form to the address of the page
   and back, and from there to what is on screen. */

import { refresh } from "./basket.js";
import { facetsOf, fill, known, showChips, showNumbers, showSuggestion, valuesOf } from "./facets.js";
import { nearest, showNothing } from "./nothing.js";
import { show } from "./results.js";
import { format, matches, parse, read } from "./selection.js";
import { keepWhereItFits } from "./sheet.js";

const PAUSE = 150;
const SLOW = 400;
const ORDERS = {
  titel: (one, other) => one.title.localeCompare(other.title, "nl"),
  nieuwste: (one, other) => other.published.localeCompare(one.published),
  kortste: (one, other) => (one.minutes || Infinity) - (other.minutes || Infinity),
};

const amount = (number) => `${number} ${number === 1 ? "stuk" : "stukken"}`;

/** Make the catalogue below `root` work. */
export function setUp(root) {
  const part = (name) => root.querySelector(`[data-${name}]`);
  const rows = read(root);
  for (const row of rows) row.title = row.card.querySelector(".card__title").textContent;
  const [form, filters, order, status] = ["search", "filters", "order", "status"].map(part);
  const field = form.querySelector("input");
  const everything = part("everything");
  const place = document.createComment("");
  everything.before(place);
  const facets = facetsOf(filters);
  let state = parse("");
  let answer;
  let turn = 0;
  let timer;

  /** Show what a state asks for; the answer to its words may have to be fetched first. */
  async function apply(next, { focus = false } = {}) {
    const mine = ++turn;
    state = next;
    fill(facets, state);
    if (field.value.trim() !== state.words) field.value = state.words;
    order.options[0].textContent = state.words ? "Past het best" : "Per thema";
    order.value = state.order in ORDERS ? state.order : "";
    if (answer?.asked !== state.words) {
      const slow = setTimeout(() => {
        status.textContent = "Bezig met zoeken …";
      }, SLOW);
      const found = state.words ? await lookUp(state.words) : undefined;
      clearTimeout(slow);
      if (mine !== turn) return;
      answer = found;
    }
    draw();
    if (focus) status.focus();
  }

  /** What finds words is fetched when someone looks for some. */
  async function lookUp(words) {
    try {
      const { answerTo } = await import("./answers.js");
      return await answerTo(words, rows);
    } catch {
      return { asked: words, failed: true };
    }
  }

  function draw() {
    const asked = answer?.rows ?? rows;
    const found = asked.filter((row) => matches(row, state));
    if (state.order in ORDERS) found.sort(ORDERS[state.order]);
    const isChosen = format(state) !== "";
    showNumbers(facets, asked, state);
    showChips(part("chips"), facets, state, choose);
    showSuggestion(part("suggested"), facets, state, choose);
    showOthers(answer);
    const number = [...state.chosen.values()].flat().length;
    part("number").textContent = number ? `(${number})` : "";
    showEverything(!isChosen);
    const isEmpty = isChosen && !found.length;
    showNothing(part("nothing"), isEmpty, { rows, asked, facets, state, choose });
    const shown = isEmpty ? nearest(asked, state) : found;
    show(root, isChosen ? shown : [], answer);
    status.textContent = told(found.length, isChosen);
  }

  /** Ten thousand cards that nobody sees slow down all that a browser does; so they leave the page,
      once there is time for it. */
  function showEverything(isWanted) {
    everything.hidden = !isWanted;
    if (!isWanted) {
      setTimeout(() => everything.hidden && everything.remove(), PAUSE);
    } else if (!everything.isConnected) {
      refresh(everything);
      place.after(everything);
    }
  }

  /** Point to other pages that answer the words, such as a situation of the guide. */
  async function showOthers(shown) {
    const place = part("others");
    const links = shown?.others ? await shown.others() : [];
    if (shown !== answer) return;
    place.hidden = !links.length;
    place.querySelector("ul").replaceChildren(...links);
  }

  function told(number, isChosen) {
    if (answer?.failed) return "Zoeken lukt nu niet. De filters en de lijst werken wel.";
    if (!isChosen) return amount(rows.length);
    const found = number ? `${number} van de ${amount(rows.length)}` : "Geen stukken";
    return answer ? `${found} voor ‘${answer.asked}’.${answer.note}` : found;
  }

  /** Take a state that someone chose, and keep it in the address of the page. */
  function choose(next, { replace = false, focus = false } = {}) {
    clearTimeout(timer);
    const address = `${location.pathname}${location.search}${format(next)}`;
    if (replace) history.replaceState(null, "", address);
    else if (format(next) !== format(state)) history.pushState(null, "", address);
    apply(next, { focus });
  }

  const chosen = () => ({
    words: field.value.trim(),
    order: order.value,
    chosen: valuesOf(facets),
  });

  const prepare = () => import("./answers.js").then(({ load }) => load());
  field.addEventListener("focus", () => prepare().catch(() => {}), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    // While someone types on, the address follows; one step back is what stood there before.
    timer = setTimeout(() => choose(chosen(), { replace: Boolean(state.words) }), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(chosen());
  });
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("change", () => {
    choose(chosen());
    // Beside a long list the filters stay in sight; what they leave begins at its top.
    if (part("main").getBoundingClientRect().top < 0) part("main").scrollIntoView();
  });
  order.addEventListener("change", () => choose(chosen()));
  addEventListener("popstate", () => {
    // A jump to a place on this page (`#lijsten`) is no choice.
    if (!location.hash || location.hash.includes("=")) apply(known(parse(location.hash), facets));
  });

  keepWhereItFits(filters, part("side"), part("open-filters"), status);
  const asked = known(parse(location.hash), facets);
  // Who comes by a link sees what it asks, and not first everything.
  showEverything(!format(asked));
  for (const { box, id } of facets) box.open ||= asked.chosen.has(id);
  for (const control of root.querySelectorAll(".needs-script")) control.hidden = false;
  apply(asked);
}
