/* How a proposal begins: which kind it is, for which theme, at which address; or a file that there is. */

import { element } from "./dom.js";
import { describe, idOf } from "./proposal-parts.js";
import { asId } from "./proposal-messages.js";
import { choicesOf } from "./proposal-schema.js";

/** The kinds in the order in which colleagues have something to bring. */
const ORDER = ["intervention", "method", "book-review", "study", "background", "collection", "podcast"];

/** Give the choice of a kind; `choose` hears it. */
export function kinds(schema, draft, choose) {
  const offered = choicesOf(schema.properties.kind);
  const sorted = [...offered].sort((one, other) => ORDER.indexOf(one.value) - ORDER.indexOf(other.value));
  const legend = element("legend", { className: "field__label" }, "Wat wil je toevoegen?");
  const made = element("fieldset", { id: idOf(["kind"]), className: "field kinds", tabIndex: -1 }, legend, errors("kind"));
  made.append(
    ...sorted.map(({ value, label, description }) => {
      const words = description.replace(/^[a-z-]+: /, "");
      const meaning = words[0].toUpperCase() + words.slice(1);
      return option({ id: `soort-${value}`, name: "kind", value, label, meaning }, draft.kind === value, () => choose(value));
    }),
  );
  return made;
}

/** Give the choice of a theme. */
export function themes(known, draft, choose) {
  const legend = element("legend", { className: "field__label" }, "Bij welk thema hoort het?");
  const made = element("fieldset", { id: idOf(["theme"]), className: "field field--choices", tabIndex: -1 }, legend, errors("theme"));
  describe(made, `${idOf(["theme"])}-fout`);
  made.append(
    ...known.vocabulary.themes.map(({ id, label, definition }) =>
      option({ id: `thema-${id}`, name: "theme", value: id, label, meaning: definition }, draft.theme === id, () => choose(id)),
    ),
  );
  return made;
}

/** Give the field for the last part of the address: it follows the title until someone types in it. */
export function address(draft, changed) {
  const id = idOf(["name"]);
  const input = element("input", { type: "text", id, autocomplete: "off", spellcheck: false });
  describe(input, `${id}-hint ${id}-fout`);
  input.addEventListener("input", () => {
    draft.name = input.value;
    changed();
  });
  // Who empties it wants the one that goes with the title.
  input.addEventListener("change", follow);
  function follow() {
    if (!draft.name.trim()) input.value = asId(draft.values.title ?? "");
    else input.value = draft.name;
  }
  follow();
  const made = element(
    "div",
    { className: "field" },
    element("label", { htmlFor: id, className: "field__label" }, "Adres van de pagina"),
    element("p", { id: `${id}-hint`, className: "field__hint" }, "Komt vanzelf uit de titel. Anderen gaan ernaar linken, dus later verandert het niet meer."),
    errors("name"),
    element("span", { className: "field__unit" }, element("span", {}, "/catalogus/"), input),
  );
  return { made, follow };
}

/** Give the field that opens a file from disk; `opened` hears its name and text. */
export function fromDisk(opened) {
  const input = element("input", { type: "file", id: "voorstel-bestand", accept: ".yml,.yaml,text/yaml" });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (file) await opened(file.name.replace(/\.ya?ml$/i, ""), await file.text());
    input.value = "";
  });
  return element(
    "details",
    { className: "from-disk" },
    element("summary", {}, "Heb je al een bestand?"),
    element("label", { htmlFor: input.id, className: "field__label" }, "Open een bestand van je computer"),
    element("p", { className: "field__hint" }, "Een voorbeeldbestand dat je invulde, of een voorstel dat je eerder downloadde. Het eindigt op .yml."),
    input,
  );
}

function errors(name) {
  return element("div", { id: `${idOf([name])}-fout`, className: "field__errors" });
}

function option({ id, name, value, label, meaning }, isChosen, choose) {
  const input = element("input", { type: "radio", id, name, value, checked: isChosen });
  describe(input, `${id}-uitleg`);
  input.addEventListener("change", choose);
  return element(
    "div",
    { className: "option" },
    input,
    element("label", { htmlFor: id }, label),
    element("p", { id: `${id}-uitleg`, className: "option__meaning" }, meaning),
  );
}
