/* Makes the field for a part of the schema: a label, what it is for, and a control that fits.

   A field writes what is typed into `form.values` at its way (`["steps", 0, "title"]`); its id on the
   page is made of that way, so that an error can be brought to it. */

import { element } from "./dom.js";
import { choices } from "./proposal-choices.js";
import { list } from "./proposal-lists.js";
import { fieldsOf, valueAt } from "./proposal-schema.js";

/** Texts that are as long as the longest that may stand there have this many rows to begin with. */
const ROWS = { summary: 3, markdown: 4 };
/** What stands behind a number, so that nobody types it. */
const UNITS = { minutes: "minuten" };
const PEOPLE = "mensen";
/** From here on it is told how many characters are left: a quarter of what may stand there. */
const FEW = 4;

/** Give the id of the field at a way: `v-steps-0-title`. */
export function idOf(path) {
  return ["v", ...path].join("-");
}

/** Give the field for `property` at `path`; `isRequired` fields say nothing, the others “mag je overslaan”. */
export function field(form, property, path, isRequired) {
  if (property.type === "array" && isChoice(form, property)) return choices(form, property, path, isRequired);
  if (property.type === "array") return list(form, property, path, isRequired);
  if (property.properties) return block(form, property, path, isRequired);
  if (property.enum && property["x-vocabulary"] !== "sources") return choices(form, property, path, isRequired);
  return single(form, property, path, isRequired);
}

/** Whether what is in a list comes from a few words that can all be shown. */
function isChoice(form, property) {
  const items = form.whole(property.items);
  return Boolean(items.enum) && items["x-vocabulary"] !== "sources";
}

/** Give the parts that every field has: its label, its explanation, and room for what is wrong. */
export function parts(property, path, isRequired, name = "label") {
  const id = idOf(path);
  const optional = isRequired ? null : element("span", { className: "field__optional" }, " (mag je overslaan)");
  const label = element(
    name,
    name === "label" ? { htmlFor: id, className: "field__label" } : { className: "field__label" },
    property.title,
    optional,
  );
  const hint = element("p", { id: `${id}-hint`, className: "field__hint" }, told(property));
  const error = element("div", { id: `${id}-fout`, className: "field__errors" });
  return { id, label, hint, error, describedBy: `${id}-hint ${id}-fout` };
}

/** Explain a field for who types in a form: without what only who writes the file has to know. */
function told({ description = "", enum: words, "x-type": type, "x-vocabulary": source, items, properties }) {
  if (words && !source) return ""; // It explains the choices, which stand below.
  if (type === "markdown" || items?.["x-type"] === "markdown") return description.replace(", in Markdown", "");
  if (source || properties || items) return description.replace(/: [^:]* uit de woordenlijst/, "").replace("sources.yml", "de lijst met bronnen");
  return description.replace(/,? ?tussen aanhalingstekens/, "");
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

/** Tie words to a control: a screen reader says them after its name. */
export function describe(control, ids) {
  control.setAttribute("aria-describedby", ids);
}
