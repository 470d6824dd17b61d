/* The schema of an entry as the form needs it: references followed, and what stands in a field. */

/** Give a part of the schema with what it refers to in it; what stands beside a reference wins. */
export function whole(schema, part) {
  const references = [part, ...(part.allOf ?? [])].map(({ $ref }) => $ref).filter(Boolean);
  if (!references.length) return part;
  const { allOf, $ref, ...own } = part;
  const targets = references.map((name) => whole(schema, schema.definitions[name.split("/").at(-1)]));
  const messages = Object.assign({}, ...[...targets, own].map((one) => one["x-messages"] ?? {}));
  return Object.assign({}, ...targets, own, { "x-messages": messages });
}

/** Give the fields of a kind, or of a block: `[name, schema, isRequired]` in the order of the model. */
export function fieldsOf(schema, block) {
  return Object.entries(block.properties)
    .filter(([name]) => name !== "kind")
    .map(([name, part]) => [name, whole(schema, part), block.required.includes(name)]);
}

/** Give the choices of a field: `{value, label, description}`; none where anything can be typed. */
export function choicesOf(property) {
  const told = explained(property.description ?? "");
  return (property.enum ?? []).map((value, at) => ({
    value,
    label: property["x-enum-labels"]?.[at] ?? told.get(value) ?? value,
    description: property["x-enum-labels"] ? property.enumDescriptions?.[at] : "",
  }));
}

/** Read what an explanation says of each choice: `complete: het hele stuk staat hier.` */
function explained(description) {
  const found = description.matchAll(/([a-z-]+): ([^.]+)\./g);
  return new Map([...found].map(([, value, words]) => [value, words[0].toUpperCase() + words.slice(1)]));
}

/** Give the value at a way (`["steps", 0, "title"]`) in nested objects and lists. */
export function valueAt(values, path) {
  return path.reduce((part, key) => part?.[key], values);
}

/** Put a value at a way; what lacks on the way is made. */
export function putAt(values, path, value) {
  const [key, ...rest] = path;
  if (!rest.length) {
    if (value === undefined) delete values[key];
    else values[key] = value;
    return;
  }
  if (typeof values[key] !== "object" || values[key] === null) {
    values[key] = typeof rest[0] === "number" ? [] : {};
  }
  putAt(values[key], rest, value);
}

/** Tell whether nothing is filled in: an empty text, or a list or block with only such in it. */
export function isEmpty(value) {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return !value.trim();
  return typeof value === "object" && Object.values(value).every(isEmpty);
}

/** Give the values as they go into the file: numbers as numbers, and nothing that is empty.

    With `keepPlaces` what is empty in a list stays there as undefined, so that places are those of
    the form. */
export function cleaned(schema, property, value, keepPlaces = false) {
  const part = whole(schema, property);
  if (isEmpty(value)) return undefined;
  if (part.type === "array" && Array.isArray(value)) {
    const items = value.map((one) => cleaned(schema, part.items, one, keepPlaces));
    return keepPlaces ? items : items.filter((one) => one !== undefined);
  }
  if (part.properties && typeof value === "object" && !Array.isArray(value)) {
    const known = Object.keys(part.properties).filter((name) => name !== "kind");
    const found = known.map((name) => [name, cleaned(schema, part.properties[name], value[name], keepPlaces)]);
    return Object.fromEntries(found.filter(([, one]) => one !== undefined));
  }
  if (part.type === "integer" && typeof value === "string") return asNumber(value.trim());
  if (typeof value !== "string") return value;
  // Ends of lines are those of a file; a text has neither an empty beginning nor an empty end.
  return value.replace(/\r\n?/g, "\n").replace(/^\s*\n/, "").trim();
}

/** Give the number that stands in a text; the text itself where there is none. */
function asNumber(text) {
  return /^-?[0-9]{1,15}(\.[0-9]+)?$/.test(text) ? Number(text) : text;
}
