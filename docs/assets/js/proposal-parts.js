/* What every field of the form has: an id, a label, what it is for, and room for what is wrong.

   The id on the page is made of the way of the field, so that an error can be brought to it. */

import { element } from "./dom.js";

/** Give the id of the field at a way: `v-steps-0-title`. */
export function idOf(path) {
  return ["v", ...path].join("-");
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
  if (source === "entries") return description.replace(/In het formulier typ je ([^,]*), in een bestand [^.]*/, "Typ $1");
  if (source || properties || items) return description.replace(/: [^:]* uit de woordenlijst/, "");
  return description;
}

/** Tie words to a control: a screen reader says them after its name. */
export function describe(control, ids) {
  control.setAttribute("aria-describedby", ids);
}
