/* A goodiebag as a link, which holds everything and needs no server.

   All stands behind the `#`, so it never leaves the browser, in words that a person can read:
   `#v=1&titel=Teamdag&datum=2026-11-21&start=09:00&stuk=inchecken&min=10&noot=Buiten&pauze=15`.
   `min` and `noot` belong to the `stuk` or `pauze` before them. */

import { empty, sound } from "./basket.js";

const VERSION = "1";

/** Links longer than this are cut off by some programs for mail and chat. */
export const LONG = 2000;
/** Links longer than this are neither made nor read. */
export const TOO_LONG = 8000;

/** Give the fragment of a goodiebag, with its `#`. */
export function encode(basket) {
  const parts = new URLSearchParams({ v: VERSION });
  if (basket.title) parts.append("titel", basket.title);
  if (basket.date) parts.append("datum", basket.date);
  if (basket.start) parts.append("start", basket.start);
  for (const { id, minutes, note } of basket.items) {
    if (id) parts.append("stuk", id);
    else parts.append("pauze", String(minutes));
    if (id && minutes) parts.append("min", String(minutes));
    if (note) parts.append("noot", note);
  }
  // A colon may stand in a fragment, and a time reads better with it.
  return `#${String(parts).replaceAll("%3A", ":")}`;
}

/** Give what a fragment holds: null where it is of another kind, else `{basket}` or `{fault}`. */
export function decode(fragment) {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  if (!parts.has("v") || !["stuk", "pauze", "titel"].some((name) => parts.has(name))) return null;
  if (fragment.length > TOO_LONG) {
    return { fault: "Deze link is te lang om te lezen. Vraag of de ander hem opnieuw maakt." };
  }
  if (parts.get("v") !== VERSION) {
    return {
      fault: "Deze link is van een nieuwere goodiebag dan deze pagina kent. Laad de pagina opnieuw.",
    };
  }
  const basket = { ...empty(), start: "" };
  for (const [name, value] of parts) {
    const last = basket.items.at(-1);
    if (name === "titel") basket.title = value;
    else if (name === "datum") basket.date = value;
    else if (name === "start") basket.start = value;
    else if (name === "stuk") basket.items.push({ id: value, minutes: null, note: "" });
    else if (name === "pauze") basket.items.push({ minutes: Number(value), note: "" });
    else if (name === "min" && last) last.minutes = Number(value);
    else if (name === "noot" && last) last.note = value;
  }
  // What is no name at all is told as unknown too.
  const checked = sound(basket);
  const known = new Set(checked.items.map((item) => item.id));
  const odd = basket.items.map((item) => item.id).filter((id) => id !== undefined && !known.has(id));
  return { basket: checked, odd: [...new Set(odd)] };
}
