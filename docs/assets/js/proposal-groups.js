/* Which fields stand together, in the order in which a writer thinks of them. */

/** The groups after the first, which has what has to be filled in. `open` ones are not folded. */
const GROUPS = [
  {
    id: "aanpak",
    title: "Zo doe je het",
    hint: "Hoelang het duurt, met hoeveel mensen, en wat je stap voor stap doet.",
    open: true,
    fields: ["duration", "group_size", "setting", "preparation", "materials", "steps"],
  },
  {
    id: "inhoud",
    title: "De inhoud",
    hint: "Wat een lezer hier leest.",
    open: true,
    fields: ["entries", "findings", "takeaways", "body"],
  },
  {
    id: "luisteren",
    title: "Luisteren",
    hint: "De opname, de uitgeschreven tekst en de hoofdstukken.",
    fields: ["audio", "transcript", "guid", "chapters", "speakers"],
  },
  {
    id: "tips",
    title: "Tips en grenzen",
    hint: "Wanneer het past en wanneer niet, en wat je leerde door het te doen.",
    fields: ["when_to_use", "when_not", "tips", "pitfalls", "variations", "harvest"],
  },
  {
    id: "vinden",
    title: "Vinden en verbinden",
    hint: "Zo komt je stuk boven bij wie het zoekt, en naast wat erbij hoort.",
    fields: ["focus_areas", "keywords", "related", "sources", "links", "downloads"],
  },
  {
    id: "titel",
    title: "Meer bij de titel",
    hint: "Een ondertitel, een reeks, of een titel die niet Nederlands is.",
    fields: ["subtitle", "lang", "series", "number", "reviewer"],
  },
  {
    id: "herkomst",
    title: "Herkomst en datum",
    hint: "Van wie het is. We vulden alvast in wat meestal klopt.",
    open: true,
    fields: ["provenance", "published", "reviewed", "former_ids"],
  },
];

/** Fields that stand in a group of their own although they have to be filled in: we fill them in. */
const FILLED_IN = ["provenance", "published"];
/** The body is the whole of a piece that has no steps, and only an addition to one that has. */
const ALONE = "body";

/** Give the groups of a kind: `{id, title, hint, open, fields}`, each with `[name, schema, isRequired]`.

    A field that no group knows comes in the last one but one, so that none is ever out of reach. */
export function groupsOf(fields) {
  const core = fields.filter(([name, , isRequired]) => isRequired && !FILLED_IN.includes(name));
  const rest = new Map(fields.filter((field) => !core.includes(field)).map((field) => [field[0], field]));
  const take = (name) => {
    const field = rest.get(name);
    rest.delete(name);
    return field;
  };
  const groups = GROUPS.map((group) => ({ ...group, fields: group.fields.map(take).filter(Boolean) }));
  const own = groups.find((group) => group.id === "inhoud");
  if (own.fields.every(([name]) => name === ALONE) && groups[0].fields.length) own.open = false;
  groups.find((group) => group.id === "titel").fields.push(...rest.values());
  const first = { id: "kern", title: "De kern", hint: "Dit hoort bij elk stuk.", open: true, fields: core };
  return [first, ...groups.filter((group) => group.fields.length)];
}
