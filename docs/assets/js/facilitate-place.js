/* Where someone was in a programme, and what its clocks said: for this tab, until it is closed. */

const KEY = "goodiebag-stap"; // Told on the privacy page.

let kept = null;

/** What a programme is told by: what is in it, in its order, and how long every step takes. */
export function nameOf(plan, minutes) {
  return JSON.stringify([plan.rows.map((row) => row.item.id), minutes]);
}

/** Give where someone was, `{at, clocks}`, in the programme with this name and so many steps.

    `clocks` are `[given, spent]` of each step, in milliseconds. Null where nobody was in it yet, or
    where the programme has changed. */
export function placeIn(name, count) {
  let found;
  try {
    found = parsed(sessionStorage.getItem(KEY));
  } catch {
    found = kept; // Storage is closed: it lives as long as this page.
  }
  const isTime = (value) => Number.isFinite(value) && value >= 0;
  const isSound =
    found?.name === name &&
    Number.isInteger(found.at) &&
    found.at >= 0 &&
    found.at < count &&
    Array.isArray(found.clocks) &&
    found.clocks.length === count &&
    found.clocks.every((one) => Array.isArray(one) && one[0] > 0 && one.every(isTime));
  return isSound ? found : null;
}

/** Keep where someone is; see `placeIn`. */
export function keepPlace(name, at, clocks) {
  kept = { name, at, clocks };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    /* Closed or full: this page itself still knows. */
  }
}

/** Leave nothing of where someone was. */
export function forgetPlace() {
  kept = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    /* Closed: nothing was kept there either. */
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not ours, or not whole.
  }
}
