/* The form with the facets: what is chosen in it, and what each value would give. */

import { button, element } from "./dom.js";
import { count } from "./selection.js";

/** Give each facet of the form: its id and name, its inputs, and the label of each value. */
export function facetsOf(form) {
  return [...form.querySelectorAll("[data-facet]")].map((box) => {
    const inputs = [...box.querySelectorAll("input")];
    const label = (input) => input.closest("label").querySelector(".choice__label").textContent;
    return {
      box,
      id: box.dataset.facet,
      name: box.querySelector("legend").textContent,
      inputs,
      labels: new Map(inputs.map((input) => [input.value, label(input)])),
    };
  });
}

/** Give what is chosen in the form: a map from a facet to its values. */
export function valuesOf(facets) {
  const values = ({ inputs }) => inputs.filter((one) => one.checked && one.value);
  return new Map(
    facets
      .map((facet) => [facet.id, values(facet).map((input) => input.value)])
      .filter(([, chosen]) => chosen.length),
  );
}

/** Give a choice without what this catalogue does not have: an old or mistyped link says more. */
export function known(state, facets) {
  const chosen = facets.map(({ id, labels }) => [
    id,
    (state.chosen.get(id) ?? []).filter((value) => value && labels.has(value)),
  ]);
  return { ...state, chosen: new Map(chosen.filter(([, values]) => values.length)) };
}

/** Put a choice in the form, for who comes by a link or goes back. */
export function fill(facets, { chosen }) {
  for (const { id, inputs } of facets) {
    const values = chosen.get(id) ?? [];
    for (const input of inputs) {
      input.checked = input.value ? values.includes(input.value) : !values.length;
    }
  }
}

/** Say of each value how many of these entries it would give, and mark it when there is none. */
export function showNumbers(facets, rows, state) {
  const numbers = count(rows, state);
  for (const { id, box, inputs } of facets) {
    for (const input of inputs.filter(({ value }) => value)) {
      const number = numbers.get(id)?.get(input.value) ?? 0;
      const choice = input.closest("label");
      choice.querySelector("[data-count]").textContent = number;
      choice.classList.toggle("choice--empty", number === 0);
    }
    const chosen = state.chosen.get(id)?.length;
    box.querySelector("[data-chosen]").textContent = chosen ? `(${chosen})` : "";
  }
}

/** Show a button for each value that is chosen, which lets it go, and one that lets all go. */
export function showChips(place, facets, state, choose) {
  const chips = facets.flatMap(({ id, name, labels }) =>
    (state.chosen.get(id) ?? []).map((value) => {
      const what = element("span", { className: "vh", textContent: `Haal weg: ${name}, ` });
      const chip = element("button", { type: "button", className: "chip chip--off" }, what);
      chip.append(labels.get(value) ?? value);
      chip.addEventListener("click", () => choose(without(state, id, value), { focus: true }));
      return chip;
    }),
  );
  if (state.words) {
    const what = element("span", { className: "vh", textContent: "Haal weg: zoeken op " });
    const chip = element("button", { type: "button", className: "chip chip--off" }, what);
    chip.append(`‘${state.words}’`);
    chip.addEventListener("click", () => choose({ ...state, words: "" }, { focus: true }));
    chips.push(chip);
  }
  if (chips.length || state.order) {
    const all = element("button", { type: "button", className: "chip chip--all" }, "Wis alles");
    const nothing = { words: "", order: "", chosen: new Map() };
    all.addEventListener("click", () => choose(nothing, { focus: true }));
    chips.push(all);
  }
  place.replaceChildren(...chips);
  place.hidden = !chips.length;
}

/** Offer the filter whose name someone typed: `manager` is an audience, `kort` a time. */
export function showSuggestion(place, facets, state, choose) {
  const asked = state.words.toLowerCase();
  const found = facets.flatMap(({ id, name, inputs, labels }) =>
    inputs
      .filter(({ value, dataset }) => {
        const names = [labels.get(value), ...(dataset.names?.split("; ") ?? [])];
        return value && names.some((one) => one.toLowerCase() === asked);
      })
      .map(({ value }) => ({ id, name, value, label: labels.get(value) })),
  )[0];
  place.hidden = !found || state.chosen.has(found.id);
  if (place.hidden) return;
  const { id, name, value, label } = found;
  const only = { ...state, words: "", chosen: new Map(state.chosen).set(id, [value]) };
  const take = button(`${name}: ${label}`, () => choose(only, { focus: true }));
  place.replaceChildren(`‘${state.words}’ is ook een filter: `, take);
}

/** Give a choice without a facet, or without one value of it. */
export function without(state, facet, value) {
  const chosen = new Map(state.chosen);
  const rest = value === undefined ? [] : chosen.get(facet).filter((one) => one !== value);
  if (rest.length) chosen.set(facet, rest);
  else chosen.delete(facet);
  return { ...state, chosen };
}
