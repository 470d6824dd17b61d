/* What someone typed stays on this device until it is taken away, so that a reload costs nothing. */

const KEY = "goodiebag-voorstel";
const WAIT = 300; // milliseconds after the last key

let timer;
let waiting;

/** Give a proposal without anything: of no kind, for no theme. */
export function empty() {
  return { kind: "", theme: "", name: "", values: {}, original: null };
}

/** Give what was kept, or null where there is nothing that can be used. */
export function kept() {
  try {
    const { v, ...draft } = JSON.parse(localStorage.getItem(KEY) ?? "null") ?? {};
    const isSound = v === 1 && typeof draft.kind === "string" && typeof draft.values === "object" && draft.values;
    return isSound ? { ...empty(), ...draft } : null;
  } catch {
    return null; // Storage is closed, or holds something else.
  }
}

/** Keep a proposal, a moment after the last change. */
export function keep(draft) {
  waiting = draft;
  clearTimeout(timer);
  timer = setTimeout(now, WAIT);
}

/** Take away what was kept. */
export function forget() {
  clearTimeout(timer);
  waiting = undefined;
  try {
    localStorage.removeItem(KEY);
  } catch {
    /* Storage is closed: nothing was kept. */
  }
}

function now() {
  clearTimeout(timer);
  if (!waiting) return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ v: 1, ...waiting }));
  } catch {
    /* Storage is closed or full: what is typed stays on the page. */
  }
  waiting = undefined;
}

// Who leaves at once loses nothing; who takes everything away on another tab does not get it back.
addEventListener("pagehide", now);
addEventListener("storage", ({ key, newValue }) => {
  if (key !== null && (key !== KEY || newValue !== null)) return;
  clearTimeout(timer);
  waiting = undefined;
});
