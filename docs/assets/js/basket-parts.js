/* The parts of the page with a goodiebag around its list: its fields and its notices. */

import { button, element } from "./dom.js";
import { dayInWords } from "./basket-programme.js";
import { ROOT } from "./basket-records.js";

/** The fields for the whole: its name, its day and when it begins. */
export function fields(basket, changed) {
  const field = (key, label, properties) => {
    const input = element("input", { id: `bag-${key}`, autocomplete: "off", ...properties });
    const name = { naam: "title", datum: "date", start: "start" }[key];
    input.value = basket[name];
    input.addEventListener("input", () => {
      basket[name] = input.value;
      changed();
    });
    return element(
      "div",
      { className: `field field--${key}` },
      element("label", { htmlFor: input.id }, label),
      input,
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

/** Whose goodiebag this is; `takeOver` makes it one's own, null where there is nothing to take. */
export function banner(basket, hasOwn, takeOver) {
  const back = element("a", { className: "button button--quiet", href: "./" }, "Naar mijn eigen goodiebag");
  const facts = [basket.date && dayInWords(basket.date)].filter(Boolean);
  return element(
    "section",
    { className: "shared" },
    element("h2", {}, basket.title || "Een gedeelde goodiebag"),
    facts.length ? element("p", {}, facts.join(", ")) : null,
    element(
      "p",
      {},
      !takeOver
        ? "In deze link zit geen goodiebag die we kunnen laten zien."
        : `Iemand deelt dit programma met je. ${hasOwn ? "Je eigen goodiebag blijft zoals hij is" : "Er wordt niets bewaard"}, tot je dit overneemt.`,
    ),
    element(
      "p",
      { className: "bag-buttons" },
      takeOver && button("Neem deze goodiebag over", takeOver, { className: "button" }),
      back,
    ),
  );
}

/** What has to be said about a goodiebag, and a way to `retry` where something could not be fetched. */
export function noticeOf(notes, retry) {
  return element(
    "div",
    { className: "notice notice--bag", attributes: { role: "alert" } },
    notes.map((words) => element("p", {}, words)),
    retry
      ? element(
          "p",
          {},
          "Een deel van de stukken konden we nu niet ophalen. Kijk of je verbinding hebt. ",
          button("Probeer opnieuw", () => retry(), { className: "text-button" }),
        )
      : null,
  );
}

/** What a goodiebag without anything shows. */
export function emptyBag() {
  const src = new URL("assets/images/lege-mand.svg", ROOT).href;
  return element(
    "section",
    { className: "bag-empty" },
    element("img", { src, alt: "", width: 250, height: 216 }),
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
