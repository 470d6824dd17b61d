/* The visitor's own goodiebag: what is in it, the buttons that fill it and the counter in the header.
   It stays on this device, and nothing is written before someone presses a button. */

const KEY = "goodiebag-mandje"; // Told on the privacy page.

export const MAX_ITEMS = 60;

const followers = new Set();
let kept = parsed(stored());

/** A goodiebag without anything: `items` are `{id, minutes, note}`, and a break has no `id`.

    `minutes` is null where it is what the entry itself says. `date` and `start` are as a field of the
    browser has them, `2026-11-21` and `09:00`, or empty. */
export function empty() {
  return { title: "", date: "", start: "09:00", items: [] };
}

/** Give what is in the goodiebag now; it is the reader's own to change. */
export function read() {
  return structuredClone(kept);
}

/** Keep a goodiebag and tell everyone who follows; false where the browser does not let us keep it.

    An empty one leaves nothing behind on the device. */
export function write(basket) {
  kept = structuredClone(basket);
  const isEmpty = !basket.items.length && !basket.title && !basket.date;
  let done = true;
  try {
    if (isEmpty) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(basket));
  } catch {
    done = false; // Storage is closed or full: the goodiebag lives as long as this page.
  }
  refresh();
  return done;
}

/** Call this when another tab changed the goodiebag, or took it away. */
export function follow(changed) {
  followers.add(changed);
}

/** Show the buttons below `root` with their state, and the counter. */
export function refresh(root = document) {
  const ids = new Set(kept.items.map((item) => item.id));
  for (const pick of root.querySelectorAll("[data-pick]")) {
    pick.setAttribute("aria-pressed", String(ids.has(pick.dataset.pick)));
    pick.hidden = false;
  }
  // New cards change no number, and a page may have ten thousand of them to look through.
  if (root !== document) return;
  const count = kept.items.filter((item) => item.id).length;
  for (const counter of document.querySelectorAll("[data-basket-count]")) {
    counter.textContent = String(count);
    const more = document.createElement("span");
    more.className = "vh";
    more.textContent = count === 1 ? " stuk" : " stukken";
    counter.append(more);
    counter.hidden = count === 0;
  }
}

/** Give a goodiebag of unknown origin in the form that we know; what is of another form is left out. */
export function sound(found) {
  const text = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");
  const basket = empty();
  if (found === null || typeof found !== "object") return basket;
  basket.title = text(found.title, 90);
  basket.start = "";
  if (isDay(found.date)) basket.date = found.date;
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(found.start)) basket.start = found.start;
  const ids = new Set();
  for (const item of Array.isArray(found.items) ? found.items : []) {
    const { id = "" } = item ?? { id: null };
    const isBreak = id === "";
    if (typeof id !== "string" || !(isBreak || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))) continue;
    if (ids.has(id) || basket.items.length === MAX_ITEMS) continue;
    if (!isBreak) ids.add(id);
    const asked = Math.round(item.minutes);
    const minutes = asked >= 1 && asked <= 600 ? asked : isBreak ? 15 : null;
    basket.items.push({ id, minutes, note: text(item.note, 500) });
  }
  return basket;
}

/** Whether this is a day that exists, as a field has it: `2026-02-30` is none. */
function isDay(date) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const noon = new Date(`${date}T12:00Z`);
  return !Number.isNaN(noon.valueOf()) && noon.toISOString().startsWith(date);
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function parsed(text) {
  try {
    return sound(JSON.parse(text));
  } catch {
    return empty(); // Not ours, or not whole.
  }
}

function toggle(pick) {
  const basket = read();
  const { pick: id } = pick.dataset;
  const at = basket.items.findIndex((item) => item.id === id);
  if (at >= 0) basket.items.splice(at, 1);
  else if (basket.items.length < MAX_ITEMS) basket.items.push({ id, minutes: null, note: "" });
  else return tell(pick, `Je goodiebag is vol: er passen ${MAX_ITEMS} stukken in.`);
  if (!write(basket)) {
    tell(pick, "Bewaren lukt niet in deze browser. Op een andere pagina ben je dit weer kwijt.");
  }
}

function tell(pick, words) {
  const place = pick.closest(".card__foot, .opening__pick") ?? pick;
  const told = place.parentElement.querySelector(":scope > .pick-told") ?? document.createElement("p");
  told.className = "pick-told";
  told.setAttribute("role", "status");
  place.after(told);
  told.textContent = words;
}

document.addEventListener("click", (event) => {
  const pick = event.target.closest?.("[data-pick]");
  if (pick) toggle(pick);
});
// Another tab changed it; a key of null means that everything was taken away.
addEventListener("storage", (event) => {
  if (event.key !== KEY && event.key !== null) return;
  kept = parsed(stored());
  refresh();
  followers.forEach((changed) => changed());
});
// A page that comes back from the browser's memory missed what happened meanwhile.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  kept = parsed(stored());
  refresh();
  followers.forEach((changed) => changed());
});
refresh();
