/* Filters stand beside the list where there is room, and in a sheet over it where there is none. */

import { element } from "./dom.js";

const ROOM = "(min-width: 60rem)";

/** Keep `filters` in `side`, or on a small screen in a dialog that `button` opens.

    The dialog closes with a button that says what `status` says: how much there is. */
export function keepWhereItFits(filters, side, button, status) {
  const done = element("button", { type: "button", className: "button sheet__done" });
  const title = element("h2", { className: "sheet__title", id: "filters-kop" }, "Filters");
  const close = element("button", { type: "button", className: "button button--quiet" }, "Sluit");
  const bar = element("div", { className: "sheet__bar" }, title, close);
  const place = element("div", { className: "sheet__filters" });
  const dialog = element("dialog", { className: "sheet" }, bar, place, done);
  dialog.setAttribute("aria-labelledby", title.id);
  side.append(dialog);
  const tell = () => {
    const [number] = /^\d+/.exec(status.textContent) ?? [];
    const what = number === "1" ? "stuk" : "stukken";
    done.textContent = number ? `Toon ${number} ${what}` : "Terug naar de lijst";
  };
  new MutationObserver(tell).observe(status, { childList: true, characterData: true, subtree: true });
  for (const way of [done, close]) way.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  button.addEventListener("click", () => {
    tell();
    dialog.showModal();
  });
  const room = matchMedia(ROOM);
  const move = () => {
    if (room.matches) {
      dialog.close();
      side.prepend(filters);
    } else {
      place.append(filters);
    }
  };
  room.addEventListener("change", move);
  move();
}
