/* A list that grows, shrinks and changes its order by buttons: steps, tips, keywords, links. */

import { button, element } from "./dom.js";
import { describe, idOf, parts } from "./proposal-parts.js";
import { fieldsOf, valueAt } from "./proposal-schema.js";

/** What one part of a list is called, to say which button is about what. */
const ONE = {
  steps: "stap",
  tips: "tip",
  pitfalls: "valkuil",
  variations: "variant",
  materials: "ding",
  keywords: "trefwoord",
  related: "verwant stuk",
  entries: "stuk",
  sources: "bron",
  links: "link",
  downloads: "bestand",
  findings: "punt",
  takeaways: "punt",
  chapters: "hoofdstuk",
  speakers: "spreker",
  authors: "schrijver",
  former_ids: "oude naam",
};

/** Give the list for `property`; it makes its rows again when their number or order changes.

    `field` makes the field for a part of a row, which can be a list again. */
export function list(form, property, path, isRequired, field) {
  const { id, label, hint, error, describedBy } = parts(property, path, isRequired, "legend");
  const one = ONE[path.at(-1)] ?? "deel";
  const rows = element("ol", { className: "rows" });
  const add = button(`Voeg ${article(one)} toe`, () => grow(), { className: "button button--quiet rows__add" });
  const made = element(
    "fieldset",
    { id, className: "field field--list", tabIndex: -1 },
    label,
    hint,
    error,
    rows,
    add,
  );
  describe(made, describedBy);
  const items = form.whole(property.items);
  const values = () => valueAt(form.values, path) ?? [];

  function draw() {
    rows.replaceChildren(...values().map((_, at) => row(at)));
    rows.hidden = !values().length;
    form.drawn(path);
  }

  function row(at) {
    const name = `${one} ${at + 1}`;
    const here = [...path, at];
    const inside = items.properties
      ? fieldsOf(form.schema, items).map(([key, part, needed]) => field(form, part, [...here, key], needed))
      : [field(form, { ...items, title: capital(name), description: "" }, here, true)];
    const last = values().length - 1;
    const tools = element(
      "div",
      { className: "row__tools" },
      at > 0 ? button("Omhoog", () => move(at, at - 1), { more: name, className: "text-button" }) : null,
      at < last ? button("Omlaag", () => move(at, at + 1), { more: name, className: "text-button" }) : null,
      button("Haal weg", () => shrink(at), { more: name, className: "text-button" }),
    );
    const body = items.properties
      ? element("fieldset", { className: "row__block", id: idOf(here), tabIndex: -1 }, element("legend", {}, capital(name)), ...inside)
      : inside;
    const made = element("li", { className: "row" }, body, tools);
    if (!items.properties && items["x-type"] !== "markdown") made.addEventListener("keydown", nextByEnter);
    return made;
  }

  function set(next, said) {
    form.put(path, next.length ? next : undefined);
    draw();
    form.say(said);
  }

  function grow() {
    const next = [...values(), items.properties ? {} : ""];
    set(next, `${capital(one)} ${next.length} erbij.`);
    firstOf(rows.lastElementChild)?.focus();
  }

  function move(from, to) {
    const next = [...values()];
    next.splice(to, 0, ...next.splice(from, 1));
    set(next, `${capital(one)} ${from + 1} is nu nummer ${to + 1}.`);
    const buttons = [...rows.children[to].querySelectorAll(".row__tools button")];
    const same = buttons.find((each) => each.textContent.startsWith(to < from ? "Omhoog" : "Omlaag"));
    (same ?? buttons[0]).focus();
  }

  function shrink(at) {
    const gone = values()[at];
    const next = values().filter((_, place) => place !== at);
    set(next, `${capital(one)} ${at + 1} is weg.`);
    form.offer(`${capital(one)} ${at + 1} is weg.`, "Ongedaan maken", () => {
      const back = [...values()];
      back.splice(at, 0, gone);
      set(back, `${capital(one)} ${at + 1} staat er weer.`);
      firstOf(rows.children[at])?.focus();
    });
    (firstOf(rows.children[Math.min(at, next.length - 1)]) ?? add).focus();
  }

  /** Enter in a line goes on to the next one, as in any list that people make. */
  function nextByEnter(event) {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || !event.target.value) return;
    event.preventDefault();
    if (event.currentTarget === rows.lastElementChild) grow();
    else firstOf(event.currentTarget.nextElementSibling).focus();
  }

  draw();
  return made;
}

function firstOf(row) {
  return row?.querySelector("input, textarea, select");
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

function article(one) {
  return `een ${one}`;
}
