/* The fields of the form around the values of one proposal, and what is wrong with them. */

import { element } from "./dom.js";
import { check } from "./proposal-checking.js";
import { orderedChoices } from "./proposal-choices.js";
import { field } from "./proposal-fields.js";
import { groupsOf } from "./proposal-groups.js";
import { idOf } from "./proposal-parts.js";
import { together, totalOf } from "./proposal-rules.js";
import { cleaned, fieldsOf, isEmpty, putAt, valueAt, whole } from "./proposal-schema.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Make the form for a proposal.

    Args:
      about: `{schema, known, faultsIn, level}`: what does not change.
      draft: the proposal; its values change in place.
      tools: `changed`, `say`, `offer`, and the place `similar` below the title. */
export function makeForm({ schema, known, faultsIn, level }, draft, tools) {
  const form = {
    ...tools,
    schema,
    totals: [],
    get values() {
      return draft.values;
    },
    whole: (part) => whole(schema, part),
    isDay: (value) => isEmpty(value) || DAY.test(value),
    ordered: (property) => orderedChoices(property, known.vocabulary, draft.theme),
    put(path, value) {
      putAt(draft.values, path, value === "" && path.length === 1 ? undefined : value);
      countMinutes();
      tools.changed();
    },
    left: () => tools.changed(),
    drawn: () => countMinutes(),
    /** What a field shows for a value: the title where it is the id of something. */
    shownAs: (property, value) => titleOf(property, value, known) ?? (value === undefined ? "" : String(value)),
    /** What is meant by what is typed: the id where it is, or is part of, one title. */
    readAs: (property, typed) => idFor(property, typed, known) ?? typed,
  };

  function countMinutes() {
    const total = totalOf(draft.values.steps);
    for (const place of form.totals) showTotal(place, total);
  }

  function showTotal(place, total) {
    place.hidden = !total;
    if (!total) return;
    const { min, max } = draft.values.duration ?? {};
    const fits = Number(min) <= total && total <= Number(max);
    const take = element("button", { type: "button", className: "text-button" }, "Neem dit over als tijd");
    take.addEventListener("click", () => {
      for (const end of ["min", "max"]) {
        putAt(draft.values, ["duration", end], String(total));
        document.getElementById(idOf(["duration", end])).value = String(total);
      }
      countMinutes();
      tools.changed();
      document.getElementById(idOf(["duration", "min"])).focus();
    });
    const words = `De stappen duren samen ${total} ${total === 1 ? "minuut" : "minuten"}. `;
    place.replaceChildren(words, ...(fits ? [] : [take]));
  }

  const fields = fieldsOf(schema, schema.definitions[draft.kind]);
  const made = groupsOf(fields).map((group) => groupOf(form, group, level));
  countMinutes();
  return { fields: made, faults: () => faultsOf({ schema, known, faultsIn }, draft) };
}

/** Give the values as they go into the file. */
export function valuesOf(schema, draft, keepPlaces = false) {
  const found = cleaned(schema, schema.definitions[draft.kind], draft.values, keepPlaces) ?? {};
  return { kind: draft.kind, ...found };
}

/** Give what is wrong with a proposal: `{path, message, lacks}`. */
function faultsOf({ schema, known, faultsIn }, draft) {
  const alone = check(schema, draft.kind, draft.values, { known, faultsIn });
  // As the command line: rules about fields together look at fields that are sound by themselves.
  const unsound = new Set(alone.map(({ path }) => path[0]));
  const values = valuesOf(schema, draft, true);
  const sound = Object.fromEntries(Object.entries(values).filter(([name]) => !unsound.has(name)));
  const about = { known, id: draft.original?.id, theme: draft.theme, today: today() };
  return [...alone, ...together(sound, about)];
}

/** Today where the visitor is, as `2026-11-21`. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Give the lists from which a title can be chosen while someone types. */
export function suggestions({ entries, sources }) {
  const list = (id, items) =>
    element("datalist", { id }, items.map(({ title }) => element("option", { value: title })));
  return [list("voorstel-entries", entries), list("voorstel-sources", sources)];
}

function groupOf(form, { id, title, hint, open, fields }, level) {
  const isFilled = fields.some(([name]) => !isEmpty(valueAt(form.values, [name])));
  const heading = element(`h${level}`, { id: `groep-${id}`, className: "group__title" }, title);
  const words = element("p", { className: "group__hint" }, hint);
  const inside = fields.map(([name, property, isRequired]) => field(form, property, [name], isRequired));
  if (open) return element("section", { className: "group", attributes: { "aria-labelledby": `groep-${id}` } }, heading, words, ...inside);
  return element(
    "details",
    { className: "group group--folded", open: isFilled },
    element("summary", {}, heading, element("span", { className: "group__optional" }, "mag je overslaan")),
    words,
    ...inside,
  );
}

function listFor(property, known) {
  return { entries: known.entries, sources: known.sources }[property["x-vocabulary"]];
}

function titleOf(property, value, known) {
  return listFor(property, known)?.find(({ id }) => id === value)?.title;
}

function idFor(property, typed, known) {
  const list = listFor(property, known);
  if (!list || !typed.trim()) return undefined;
  const sought = typed.trim().toLowerCase();
  const exact = list.find(({ id, title }) => id === sought || title.toLowerCase() === sought);
  if (exact) return exact.id;
  const containing = list.filter(({ title }) => title.toLowerCase().includes(sought));
  return sought.length > 2 && containing.length === 1 ? containing[0].id : undefined;
}
