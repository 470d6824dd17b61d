/* The list of a goodiebag: one item per entry or break, with its times, its note and its place. */

import { button, element, language } from "./dom.js";
import { clockTime, inWords, rangeInWords } from "./basket-programme.js";
import { ROOT } from "./basket-records.js";

let count = 0;

/** Give a list that shows rows of a programme.

    Args:
      mayChange: whether the items have fields and buttons, or are only shown.
      on: what to call: `change(item)` after minutes or a note (with `tidy` when the minutes are left, and
        the minutes that there `were` when what was filled in cannot be), `move(item, by)`, `remove(item)`. */
export function itemList({ mayChange, on }) {
  const list = element("ol", { className: "items" });
  list.setAttribute("role", "list"); // A list without bullets is no list to some screen readers.
  const made = new Map();

  /** Show these rows, in their order; what someone is typing in stays as it is. */
  function show(plan) {
    const items = new Set(plan.rows.map((row) => row.item));
    for (const item of made.keys()) {
      if (items.has(item)) continue;
      made.get(item).root.remove();
      made.delete(item);
    }
    plan.rows.forEach((row, at) => {
      if (!made.has(row.item)) made.set(row.item, itemOf(row, mayChange, on));
      const part = made.get(row.item);
      part.show(row, { hasStart: plan.hasStart, at, last: plan.rows.length - 1 });
      if (list.children[at] !== part.root) {
        // Moving takes the focus away in some browsers; it belongs to the item that moves.
        const { activeElement } = document;
        list.insertBefore(part.root, list.children[at] ?? null);
        if (activeElement?.isConnected && activeElement !== document.activeElement) activeElement.focus();
      }
    });
  }

  if (mayChange) dragging(list, (root) => [...made].find(([, part]) => part.root === root)[0], on.move);
  return {
    list,
    show,
    focus: (item) => made.get(item)?.root.querySelector(".item__title").focus(),
    /** Write in the field for minutes what the programme counts with. */
    tidy: (item, plan) => made.get(item)?.tidy(plan.rows.find((row) => row.item === item)),
  };
}

function itemOf(row, mayChange, on) {
  const { item, record, title } = row;
  const name = `item-${++count}`;
  const time = element("p", { className: "item__time" });
  const heading = element("h3", { className: "item__title", id: name, tabIndex: -1 });
  if (record) {
    const href = new URL(record.page, ROOT).href;
    heading.append(element("a", { href, ...language(record) }, title));
  } else heading.append(title);
  const about = element("p", { className: "item__about" });
  const hint = element("p", { className: "item__hint" });
  const root = element(
    "li",
    { className: `item ${record ? `theme--${record.theme.colour}` : "item--break"}` },
    time,
    element("div", { className: "item__body" }, heading, about, hint),
  );
  root.setAttribute("aria-labelledby", name);
  const controls = mayChange ? controlsOf(row, name, on) : null;
  if (controls) {
    const handle = element("span", { className: "item__handle", attributes: { "aria-hidden": "true" } });
    time.append(handle);
    root.append(controls.fields, controls.buttons);
  }
  else if (item.note) root.append(element("p", { className: "item__note" }, item.note));
  if (mayChange) {
    root.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      on.move(item, by);
    });
  }

  /** Show what depends on the whole programme. */
  function show(now, { hasStart, at, last }) {
    time.replaceChildren(
      ...time.querySelectorAll(".item__handle"),
      ...(hasStart ? [clockTime(now.start), element("span", {}, ` – ${clockTime(now.end)}`)] : [inWords(now.minutes)]),
    );
    const said = [];
    if (record?.minutes) said.push(rangeInWords(record.minutes));
    about.textContent = record ? [record.kind_label, ...said].join(" · ") : "";
    about.hidden = !record;
    hint.textContent = now.guessed
      ? `Dit stuk zegt niet hoelang het duurt. We rekenen ${inWords(now.minutes)}${mayChange ? "; pas dat gerust aan" : ""}.`
      : now.short
        ? "Dit is korter dan de stappen samen duren. Bij het begeleiden krijgt elke stap naar verhouding minder tijd."
        : "";
    hint.hidden = !hint.textContent;
    controls?.show(now, at, last);
  }

  return { root, show, tidy: (now) => controls?.tidy(now) };
}

/** The fields and buttons of an item. */
function controlsOf(row, name, on) {
  const { item, title } = row;
  const minutes = element("input", {
    type: "number",
    id: `${name}-min`,
    min: "1",
    max: "600",
    inputMode: "numeric",
    autocomplete: "off",
  });
  minutes.setAttribute("aria-describedby", name);
  let before; // What a field had before someone typed in it: on the way to 700 stands a 70.
  const remember = () => (before = { minutes: item.minutes, shown: Number(minutes.value) });
  const isPossible = () => {
    const asked = Math.round(Number(minutes.value));
    return minutes.value !== "" && asked >= 1 && asked <= 600;
  };
  minutes.addEventListener("focus", remember);
  minutes.addEventListener("input", () => {
    const isEmpty = !minutes.value && !minutes.validity.badInput;
    if (isPossible()) item.minutes = Math.round(Number(minutes.value));
    else item.minutes = isEmpty && row.record ? null : before.minutes;
    on.change(item);
  });
  // What was left empty or impossible becomes what the programme counts with.
  minutes.addEventListener("change", () => {
    on.change(item, { tidy: true, were: isPossible() ? null : before.shown });
    remember();
  });
  const note = element("textarea", {
    id: `${name}-noot`,
    rows: 1,
    maxLength: 500,
    value: item.note,
    autocomplete: "off",
  });
  note.setAttribute("aria-describedby", name);
  note.addEventListener("input", () => {
    item.note = note.value;
    on.change(item);
  });
  const up = button("Omhoog", () => on.move(item, -1), { more: title, className: "item__button" });
  const down = button("Omlaag", () => on.move(item, 1), { more: title, className: "item__button" });
  const away = button("Haal weg", () => on.remove(item), { more: title, className: "item__button" });

  return {
    fields: element(
      "div",
      { className: "item__fields" },
      element("div", { className: "field" }, element("label", { htmlFor: minutes.id }, "Minuten"), minutes),
      element(
        "div",
        { className: "field field--wide" },
        element("label", { htmlFor: note.id }, "Notitie"),
        note,
      ),
    ),
    buttons: element("div", { className: "item__buttons" }, up, down, away),
    tidy(now) {
      minutes.value = String(now.minutes);
    },
    show(now, at, last) {
      if (document.activeElement !== minutes) minutes.value = String(now.minutes);
      up.setAttribute("aria-disabled", String(at === 0));
      down.setAttribute("aria-disabled", String(at === last));
    },
  };
}

/** Let a pointer, also a finger, drag an item by its handle to another place. */
function dragging(list, itemAt, move) {
  let dragged;
  list.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.target.closest(".item__handle")) return;
    event.preventDefault();
    dragged = event.target.closest(".item");
    // Not the item itself: it loses the pointer when it moves.
    list.setPointerCapture(event.pointerId);
    list.classList.add("items--dragging");
    dragged.classList.add("item--dragged");
  });
  list.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    const others = [...list.children].filter((item) => item !== dragged);
    const above = others.filter((item) => {
      const { top, height } = item.getBoundingClientRect();
      return top + height / 2 < event.clientY;
    });
    const by = above.length - [...list.children].indexOf(dragged);
    if (by) move(itemAt(dragged), by);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    list.addEventListener(end, () => {
      list.classList.remove("items--dragging");
      dragged?.classList.remove("item--dragged");
      dragged = undefined;
    });
  }
}
