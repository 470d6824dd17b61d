/* What is wrong, at each field and in a summary on top that leads to the fields (GOV.UK's pattern). */

import { element } from "./dom.js";
import { idOf } from "./proposal-parts.js";

const BAD_TITLE = "Fout: ";

/** Show at each field what is wrong with it. What concerns no field of its own goes to what holds it. */
export function showAtFields(form, faults) {
  const byField = new Map();
  for (const fault of faults) {
    const id = placeOf(fault.path);
    if (id) byField.set(id, [...(byField.get(id) ?? []), fault.message]);
  }
  for (const place of form.querySelectorAll(".field__errors")) {
    const id = place.id.replace(/-fout$/, "");
    const messages = byField.get(id) ?? [];
    const now = [...place.children].map((one) => one.textContent);
    if (now.join("\n") === messages.join("\n")) continue;
    place.replaceChildren(...messages.map((words) => element("p", {}, words)));
    const field = document.getElementById(id);
    field.closest(".field")?.classList.toggle("is-wrong", messages.length > 0);
    if (field.matches("input, textarea")) {
      if (messages.length) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  }
}

/** Give the id of the field at a way, or of the nearest that holds it. */
function placeOf(path) {
  for (let length = path.length; length; length -= 1) {
    const id = idOf(path.slice(0, length));
    if (document.getElementById(`${id}-fout`)) return id;
  }
  return undefined;
}

/** Fill the summary with these faults; without any it is empty and hidden. */
export function showSummary(place, faults, sendAnyway) {
  const told = faults.map((fault) => ({ ...fault, id: placeOf(fault.path) })).filter(({ id }) => id);
  place.hidden = !told.length;
  markTitle(told.length > 0);
  if (!told.length) return place.replaceChildren();
  told.sort((one, other) => order(one.id, other.id));
  const number = told.length === 1 ? "Er is nog één ding" : `Er zijn nog ${told.length} dingen`;
  const link = ({ id, path, message }) => {
    const made = element("a", { href: `#${id}` }, element("strong", {}, labelOf(path, id)), ": ", message);
    made.addEventListener("click", (event) => {
      event.preventDefault(); // The part of the address behind # says which entry this is.
      bring(id);
    });
    return element("li", {}, made);
  };
  place.replaceChildren(
    element("h2", { id: "voorstel-fouten" }, `${number} om naar te kijken`),
    element("ul", {}, told.map(link)),
    element("p", { className: "summary__way" }, "Kom je er niet uit? ", sendAnyway, " De redactie kijkt dan met je mee."),
  );
}

/** Bring a visitor to a field: what it is folded into opens, and it has the focus. */
export function bring(id) {
  const field = document.getElementById(id);
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  field.focus({ preventScroll: true });
  (field.closest(".field") ?? field).scrollIntoView({ block: "start", behavior: "instant" });
}

function order(one, other) {
  const [first, second] = [one, other].map((id) => document.getElementById(id));
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Name a field by what it stands in: `Stappen, stap 2, Minuten`. */
function labelOf(path, id) {
  const names = [];
  for (let length = 1; length <= path.length; length += 1) {
    const found = document.getElementById(idOf(path.slice(0, length)));
    const label = found?.matches("fieldset") ? found.querySelector("legend") : found?.labels?.[0];
    if (label) names.push(label.firstChild.textContent.trim());
  }
  return names.join(", ") || document.getElementById(id).labels?.[0]?.firstChild.textContent || "";
}

function markTitle(isWrong) {
  const bare = document.title.replace(BAD_TITLE, "");
  document.title = isWrong ? BAD_TITLE + bare : bare;
}
