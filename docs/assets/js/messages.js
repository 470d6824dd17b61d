/* A bar that tells what happened, and offers a way back. */

import { button, element } from "./dom.js";

const LINGER = 7_000; // Milliseconds that a message stands over the page.

/** The one place that tells what happened, with a way back where there is one. */
export function messages() {
  const words = element("p", { attributes: { role: "status" } });
  const way = element("span");
  const bar = element("div", { className: "told" }, words, way);
  let timer;
  let isWarning;
  function say(text, { warns = false } = {}) {
    clearTimeout(timer);
    isWarning = warns;
    way.replaceChildren();
    words.textContent = "";
    // The same words twice are told twice only if they were gone in between.
    timer = setTimeout(() => {
      words.textContent = text;
      // The page shows the same; what has a way back stays until something else happens.
      timer = way.hasChildNodes() ? undefined : setTimeout(() => words.replaceChildren(), LINGER);
    }, 50);
  }
  return {
    bar,
    say,
    /** Take away what is told, so that it is no answer to what someone does next; a way back and a
        warning stay. */
    clear() {
      if (!isWarning && !way.hasChildNodes()) say("");
    },
    offer(text, label, undo) {
      say(text);
      way.replaceChildren(button(label, undo, { className: "text-button" }));
    },
  };
}
