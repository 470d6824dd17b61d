/* The button on the privacy page that takes everything away that this site left on the device. */

import { forget, isKept } from "./offline.js";

const OURS = "goodiebag-"; // Each of our keys begins with it.

document.querySelectorAll("[data-forget-everything]").forEach(setUp);

async function setUp(button) {
  button.hidden = !keys().length && !(await isKept().catch(() => false));
  button.addEventListener("click", async () => {
    for (const [store, key] of keys()) store.removeItem(key);
    await forget().catch(() => {}); // Storage is closed: then nothing was kept either.
    const told = document.createElement("p");
    told.tabIndex = -1;
    told.textContent = "Weg. Van deze site staat niets meer op dit apparaat.";
    button.replaceWith(told);
    // What shows that something was kept is no longer true.
    document.querySelectorAll("[data-forget-all]").forEach((other) => other.remove());
    dispatchEvent(new StorageEvent("storage", { key: null }));
    told.focus();
  });
}

/** Each of our keys with where it is: of this device, and of this tab. */
function keys() {
  try {
    return [localStorage, sessionStorage].flatMap((store) =>
      Object.keys(store)
        .filter((key) => key.startsWith(OURS))
        .map((key) => [store, key]),
    );
  } catch {
    return []; // Storage is closed: nothing was ever kept.
  }
}
