/* The cards of a choice, with the words found, and why a card is there when it does not show. */

import { refresh } from "./basket.js";

const STEP = 24;

let watching;

/** Show copies of the cards of these entries: the first ones now, the rest at a button. */
export function show(root, rows, answer) {
  const list = root.querySelector("[data-results]");
  const more = root.querySelector("[data-more]");
  watching?.disconnect();
  // What the index knows of a page is fetched when its card comes in sight.
  watching = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      watching.unobserve(target);
      answer.why(rows[[...list.children].indexOf(target)]).then((told) => {
        if (told) target.querySelector(".card__text").after(told);
      });
    }
  });
  const add = () => {
    const shown = list.children.length;
    for (const row of rows.slice(shown, shown + STEP)) list.append(copyOf(row, answer));
    refresh(list);
    more.hidden = list.children.length >= rows.length;
    return list.children[shown];
  };
  list.replaceChildren();
  list.hidden = !rows.length;
  root.querySelector("[data-heading]").hidden = !rows.length;
  add();
  more.onclick = () => add()?.querySelector("a").focus();
}

function copyOf({ card }, answer) {
  const copy = card.cloneNode(true);
  delete copy.dataset.entry; // The list of everything has it.
  if (answer?.mark) {
    const parts = [...copy.querySelectorAll(".card__title a, .card__text")];
    const marked = parts.map(answer.mark);
    if (!marked.includes(true)) watching.observe(copy);
  }
  return copy;
}
