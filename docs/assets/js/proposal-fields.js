/* Makes the field for a part of the schema: a label, what it is for, and a control that fits.

   A field writes what is typed into `form.values` at its way (`["steps", 0, "title"]`). */

import { element } from "./dom.js";
import { choices } from "./proposal-choices.js";
import { list } from "./proposal-lists.js";
import { describe, idOf, parts } from "./proposal-parts.js";
import { fieldsOf, valueAt } from "./proposal-schema.js";

/** Texts that are as long as the longest that may stand there have this many rows to begin with. */
const ROWS = { summary: 3, markdown: 4 };
/** What stands behind a number, so that nobody types it. */
const UNITS = { minutes: "minuten" };
const PEOPLE = "mensen";
/** From here on it is told how many characters are left: a quarter of what may stand there. */
const FEW = 4;

/** Give the field for `property` at `path`; `isRequired` fields say nothing, the others “mag je overslaan”. */
export function field(form, property, path, isRequired) {
  if (property.type === "array" && isChoice(form, property)) return choices(form, property, path, isRequired);
  if (property.type === "array") return list(form, property, path, isRequired, field);
  if (property.properties) return block(form, property, path, isRequired);
  if (property.enum && property["x-vocabulary"] !== "sources") return choices(form, property, path, isRequired);
  return single(form, property, path, isRequired);
}

/** Whether what is in a list comes from a few words that can all be shown. */
function isChoice(form, property) {
  const items = form.whole(property.items);
  return Boolean(items.enum) && items["x-vocabulary"] !== "sources";
}

/** A block of fields, such as the time or the book. */
function block(form, property, path, isRequired) {
  const { id, label, hint, error } = parts(property, path, isRequired, "legend");
  const inside = fieldsOf(form.schema, property).map(([name, part, needed]) =>
    field(form, part, [...path, name], needed || !isRequired),
  );
  const isRange = property.properties.min && property.properties.max;
  const made = element(
    "fieldset",
    { id, className: `field field--block${isRange ? " field--range" : ""}`, tabIndex: -1 },
    label,
    hint,
    element("div", { className: "field__parts" }, inside),
    path.at(-1) === "duration" ? total(form) : null,
    error,
  );
  describe(made, `${id}-hint ${id}-fout`);
  return made;
}

/** How many minutes the steps take together, beside the time; with one press it becomes the time. */
function total(form) {
  const place = element("p", { className: "field__total", hidden: true });
  form.totals.push(place);
  return place;
}

/** One text, number, day or name. */
function single(form, property, path, isRequired) {
  const { id, label, hint, error, describedBy } = parts(property, path, isRequired);
  const control = controlOf(form, property, path);
  Object.assign(control, { id, autocomplete: "off" });
  control.value = form.shownAs(property, valueAt(form.values, path));
  describe(control, describedBy);
  if (isRequired && path.length === 1) control.setAttribute("aria-required", "true");
  control.addEventListener("input", () => {
    form.put(path, form.readAs(property, control.value));
    count();
  });
  control.addEventListener("change", () => {
    // Who typed a part of a title sees the whole of it.
    const value = valueAt(form.values, path);
    if (property["x-vocabulary"]) control.value = form.shownAs(property, value);
    form.left(path);
  });
  const unit = UNITS[property["x-type"]] ?? (path.at(-2) === "group_size" ? PEOPLE : "");
  const left = property.maxLength <= 280 ? element("p", { className: "field__left" }) : null;
  function count() {
    if (!left) return;
    const rest = property.maxLength - [...control.value].length;
    left.textContent = rest >= 0 && rest <= property.maxLength / FEW ? `Nog ${rest} ${rest === 1 ? "teken" : "tekens"}.` : "";
  }
  count();
  const withUnit = unit ? element("span", { className: "field__unit" }, control, element("span", {}, unit)) : control;
  const similar = path.length === 1 && path[0] === "title" ? form.similar : null;
  return element("div", { className: `field field--${property["x-type"] ?? "line"}` }, label, hint, error, withUnit, left, similar);
}

function controlOf(form, property, path) {
  const type = property["x-type"];
  const source = property["x-vocabulary"];
  if (ROWS[type]) return element("textarea", { rows: path.at(-1) === "body" ? 10 : ROWS[type] });
  const input = element("input", { type: "text" });
  if (property.type === "integer") Object.assign(input, { inputMode: "numeric", className: "is-number" });
  if (type === "day" && form.isDay(valueAt(form.values, path))) input.type = "date";
  if (type === "url") Object.assign(input, { inputMode: "url", spellcheck: false });
  if (source) input.setAttribute("list", `voorstel-${source}`);
  return input;
}
