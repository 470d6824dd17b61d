/* Checks what is filled in, by the schema and with the messages of the command line. */

import { nearest, numberIn, wordsFor } from "./proposal-messages.js";
import { cleaned, fieldsOf, isEmpty, whole } from "./proposal-schema.js";
import { filled, listed, shown } from "./proposal-words.js";

/** Give what is wrong with the values of an entry: `{path, message, lacks}` in the order of the model.

    `lacks` tells that nothing is filled in where something has to be. `known` is what the form knows
    of the catalogue; `faultsIn` gives what is wrong with a Markdown text. Lists keep the places that
    they have in the form. */
export function check(schema, kind, values, { known, faultsIn }) {
  const found = [];
  const told = { known, faultsIn, schema, tell: (path, message, lacks = false) => found.push({ path, message, lacks }) };
  block(told, schema.definitions[kind], values, []);
  return found;
}

function block(told, definition, values, path) {
  for (const [name, property, isRequired] of fieldsOf(told.schema, definition)) {
    const value = values?.[name];
    const here = [...path, name];
    // Of a block that has to be there, what lacks is told at the field that has to be filled in.
    const goesIn = !isEmpty(value) || (isRequired && property.properties);
    if (goesIn) part(told, property, value, here);
    else if (isRequired) told.tell(here, property["x-messages"].required, true);
  }
}

function part(told, property, value, path) {
  if (property.properties) return block(told, property, value, path);
  if (property.type === "array") {
    const items = whole(told.schema, property.items);
    value.forEach((one, at) => {
      if (!isEmpty(one)) part(told, items, one, [...path, at]);
    });
    return;
  }
  const found = cleaned(told.schema, property, value);
  const messages = property.type === "integer" ? number(property, found) : text(told, property, found, path);
  for (const message of messages) told.tell(path, message);
}

function number(property, found) {
  const say = property["x-messages"];
  const words = { found: shown(found), example: numberIn(found) };
  if (typeof found !== "number") return [filled(say.type, words)];
  if (!Number.isInteger(found)) return [filled(say.whole, words)];
  if (found < property.minimum) return [filled(say.minimum, words)];
  if (found > property.maximum) return [filled(say.maximum, words)];
  return [];
}

function text(told, property, found, path) {
  const say = property["x-messages"] ?? {};
  const type = property["x-type"];
  if (property.enum && !property.enum.includes(found)) {
    return [notAmong(told.known, property, found, path)];
  }
  const length = [...found].length;
  if (length > property.maxLength) return [filled(say.maxLength, { length })];
  for (const rule of property["x-rules"] ?? []) {
    const hit = new RegExp(rule.refuse ?? rule.require, "u").test(found);
    if (hit === Boolean(rule.refuse)) return [filled(rule.message, wordsFor(type, found))];
  }
  if (say.pattern && !new RegExp(property.pattern, "u").test(found)) {
    return [filled(say.pattern, { found: shown(found) })];
  }
  if (type === "url" && !URL.canParse(found)) {
    return [filled(property["x-rules"][0].message, { found: shown(found) })];
  }
  if (type === "day" && !exists(found)) return [filled(say.format, { found: shown(found) })];
  return type === "markdown" ? told.faultsIn(found).map(({ message }) => message) : [];
}

/** Say that a word is none of a closed list: what it is called, what is near, what there is. */
function notAmong({ rules, called, limits }, property, found, path) {
  const what = called[path.findLast((key) => typeof key === "string")];
  if (!what) return property["x-messages"].required;
  const ids = new Map(property.enum.map((id, at) => [property["x-enum-labels"][at].toLowerCase(), id]));
  for (const id of property.enum) ids.set(id, id);
  const like = ids.get(nearest(found, [...ids.keys()]));
  const file = `catalogue/${property["x-vocabulary"] === "sources" ? "sources" : "vocabulary"}.yml`;
  const choice =
    property.enum.length > limits.choices
      ? filled(rules.look, { where: file })
      : filled(rules.choice, { choices: listed(property.enum) });
  return filled(rules.unknown, { what, found: shown(found), near: like ? filled(rules.near, { near: like }) : "", choice });
}

/** Whether a day (`2026-11-21`) is in the calendar. */
function exists(day) {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}
