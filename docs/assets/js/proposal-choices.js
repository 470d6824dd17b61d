/* Words from a list, each with what it means: boxes to tick, or circles where only one can be. */

import { element } from "./dom.js";
import { describe, parts } from "./proposal-parts.js";
import { choicesOf, valueAt } from "./proposal-schema.js";

/** With more than so many words what they mean is folded away, to keep the form short. */
const MANY = 6;

/** Give the choice for `property`: of several where it is a list, else of one. */
export function choices(form, property, path, isRequired) {
  const { id, label, hint, error, describedBy } = parts(property, path, isRequired, "legend");
  const isMany = property.type === "array";
  const words = form.ordered(isMany ? form.whole(property.items) : property);
  const offered = isMany || isRequired ? words : [{ value: "", label: "Geen" }, ...words];
  const long = offered.length > MANY;
  const made = element(
    "fieldset",
    { id, className: `field field--choices${long ? " field--long" : ""}`, tabIndex: -1 },
    label,
    hint,
    error,
  );
  describe(made, describedBy);
  let theme;
  for (const [at, word] of offered.entries()) {
    if (word.theme && word.theme !== theme) {
      made.append(element("p", { className: "field__part" }, word.themeLabel));
      theme = word.theme;
    }
    made.append(option(form, word, { id: `${id}-${at}`, path, isMany }));
  }
  return made;
}

function option(form, { value, label, description }, { id, path, isMany }) {
  const input = element("input", { type: isMany ? "checkbox" : "radio", id, value, name: path.join(".") });
  const chosen = valueAt(form.values, path);
  input.checked = isMany ? Boolean(chosen?.includes(value)) : (chosen ?? "") === value;
  if (description) describe(input, `${id}-uitleg`);
  input.addEventListener("change", () => {
    const now = valueAt(form.values, path) ?? [];
    if (!isMany) form.put(path, value || undefined);
    else form.put(path, input.checked ? [...now, value] : now.filter((one) => one !== value));
    form.left(path);
  });
  return element(
    "div",
    { className: "option" },
    input,
    element("label", { htmlFor: id }, label),
    description ? element("p", { id: `${id}-uitleg`, className: "option__meaning" }, description) : null,
  );
}

/** Give the choices of a property; focus areas by theme, that of the entry first. */
export function orderedChoices(property, vocabulary, theme) {
  const words = choicesOf(property);
  if (property["x-vocabulary"] !== "focus_areas") return words;
  const areas = new Map(vocabulary.focus_areas.map((area) => [area.id, area.theme]));
  const labels = new Map(vocabulary.themes.map(({ id, label }) => [id, label]));
  const withTheme = words.map((word) => {
    const own = areas.get(word.value);
    return { ...word, theme: own, themeLabel: labels.get(own) };
  });
  const first = (word) => Number(word.theme !== theme);
  return withTheme.sort((one, other) => first(one) - first(other));
}
