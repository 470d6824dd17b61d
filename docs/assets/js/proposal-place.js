/* What is wrong with where a new piece goes: its theme and its address, which stand in no field. */

import { wordsFor } from "./proposal-messages.js";
import { whole } from "./proposal-schema.js";
import { filled } from "./proposal-words.js";

/** Give what is wrong: `{path, message, lacks}`. `ids` are the addresses that are taken. */
export function missing({ draft, isNew, id, ids, schema }) {
  const found = [];
  const tell = (name, message, lacks) => found.push({ path: [name], message, lacks });
  if (!isNew) return found;
  if (!draft.theme) tell("theme", "kies een thema. Kies het thema dat het dichtst in de buurt komt.", true);
  if (!id) {
    // A title of signs alone gives no address.
    if (draft.values.title?.trim()) tell("name", "van deze titel is geen adres te maken. Vul hier een adres in, met kleine letters en streepjes.", true);
    return found;
  }
  const rules = whole(schema, schema.definitions.Related.properties.entry)["x-rules"];
  const broken = rules.find((rule) => new RegExp(rule.refuse ?? rule.require, "u").test(id) === Boolean(rule.refuse));
  if (broken) tell("name", filled(broken.message, wordsFor("id", id)), false);
  else if (ids.includes(id)) tell("name", "dit adres is al van een ander stuk. Kies een andere naam, bijvoorbeeld met een woord erbij.", false);
  return found;
}
