"""The JSON Schema of an entry, with Dutch labels, examples, choices and messages; from the model.

Draft 7, which editors know (json-schema.org/draft-07). What a schema cannot say stands beside it in
`x-` annotations: `x-type` (the kind of value), `x-rules` (patterns with what is told), `x-messages`
(what is told by keyword), `x-vocabulary` (the list that a value comes from) and `x-enum-labels`
(what people call the choices; `enumDescriptions` is what editors show). A browser checks a proposal by it with the messages of the command line.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.catalogue import messages
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.model import KINDS, PLACED
from macros.catalogue.vocabulary import Concept

FILE = "schema/entry.schema.json"
"""Where the schema stands in the project, for editors."""

_VOCABULARY = {
    "focus_areas": "focus_areas",
    "audience": "audiences",
    "setting": "settings",
    "series": "series",
    "how": "relations",
    "sources": "sources",
    "entry": "entries",
    "entries": "entries",
}
"""The list that the values of a field come from, by the name of the field."""
_LISTS = ("focus_areas", "audiences", "settings", "series", "relations", "sources")
"""Lists that the schema enumerates. Other entries it does not: each new one would change it."""

Schema = dict[str, Any]


def entry_schema(catalogue: Catalogue) -> Schema:
    """Give the schema of an entry of any kind.

    A word of a list is `{"$ref": "#/definitions/words-focus_areas"}`. Where a field has a title
    beside such a reference, the reference stands in `allOf`: draft 7 ignores what stands beside it.
    """
    definitions: Schema = {f"words-{name}": _words(catalogue, name) for name in _LISTS}
    for kind, model in KINDS.items():
        found = json.loads(_of_model(model))
        blocks = found.pop("$defs", {})
        for block in _models(model):
            definitions[block.__name__] = _block(blocks[block.__name__], block)
        whole = _block(found, model)
        whole["title"] = model.kind_label
        whole["description"] = str(model.model_fields["kind"].description)
        definitions[kind] = whole
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Een stuk van de goodiebag",
        "description": "Eén bestand per stuk. De soort bepaalt welke velden er zijn.",
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": _kinds()},
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {"$ref": f"#/definitions/{kind}"},
            }
            for kind in KINDS
        ],
        "definitions": definitions,
    }


@cache
def _of_model(model: type[BaseModel]) -> str:
    """Give what pydantic makes of a model, as JSON: it takes long, and a model never changes."""
    return json.dumps(model.model_json_schema(ref_template="#/definitions/{model}"))


def _kinds() -> Schema:
    fields = {kind: model.model_fields["kind"] for kind, model in KINDS.items()}
    told = [str(field.description) for field in fields.values()]
    return {
        "title": "Soort",
        "description": "Wat voor stuk dit is. De soort bepaalt welke velden er verder zijn.",
        "type": "string",
        **_choices(KINDS, [model.kind_label for model in KINDS.values()], told),
    }


def _models(model: type[BaseModel]) -> Iterable[type[BaseModel]]:
    """Yield the blocks of fields inside a model, each before what holds it."""
    for field in model.model_fields.values():
        for block in messages.inner(field.annotation):
            yield from _models(block)
            yield block


def _block(found: Schema, model: type[BaseModel]) -> Schema:
    """Give the schema of one block of fields, in the order of the model."""
    properties = {
        name: _property(found["properties"][name], name, field)
        for name, field in model.model_fields.items()
        if not (name in PLACED and field.exclude)
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name in found.get("required", ()) if name in properties],
        "properties": properties,
    }


def _property(found: Schema, name: str, field: FieldInfo) -> Schema:
    told: Schema = {key: found[key] for key in ("title", "description", "examples") if key in found}
    plain = _without_nothing(found)
    value = {key: part for key, part in plain.items() if key not in (*told, "default")}
    if value.get("type") == "array":
        value["items"] = _value(value["items"], name, field)
        value["uniqueItems"] = name in _VOCABULARY
    else:
        value = _value(value, name, field)
        if "$ref" in value:
            value = {"allOf": [value]}
    if field.is_required():
        value.setdefault("x-messages", {})["required"] = messages.required(field)
    return {**told, **value}


def _without_nothing(found: Schema) -> Schema:
    """Leave out that a field may be nothing: then people leave the field out."""
    choices = [part for part in found.get("anyOf", ()) if part != {"type": "null"}]
    if len(choices) != 1:
        return found
    return {**choices[0], **{key: part for key, part in found.items() if key != "anyOf"}}


def _value(found: Schema, name: str, field: FieldInfo) -> Schema:
    """Give the schema of one value with its messages, or a reference to the words that it may be."""
    source = _VOCABULARY.get(name) if found.get("x-type") in ("word", "id") else None
    if source in _LISTS:
        return {"$ref": f"#/definitions/words-{source}"}
    value = dict(found)
    if value.get("x-type") in ("day", "seconds"):
        # In the file both are texts; the model makes a date and a number of them.
        value = {"type": "string", **{key: value[key] for key in value if key.startswith("x-")}}
    if "const" in value:
        value = {"type": "string", "enum": [value["const"]]}
    told = dict(value.get("x-messages", {}))
    if "maxLength" in value:
        told["maxLength"] = messages.TOO_LONG.replace("{most}", str(value["maxLength"]))
    if "minimum" in value:
        told["minimum"] = messages.TOO_SMALL.replace("{least}", str(value["minimum"]))
        told["maximum"] = messages.TOO_LARGE.replace("{most}", str(value["maximum"]))
        told["type"], told["whole"] = messages.NO_NUMBER, messages.NOT_WHOLE
    if "pattern" in value:
        told["pattern"] = f"{messages.MISFORMED} {messages.help_with(field)}"
    if rules := [rule["require"] for rule in value.get("x-rules", ()) if "require" in rule]:
        value["pattern"] = rules[0]
    if told:
        value["x-messages"] = told
    if source:
        value["x-vocabulary"] = source
    return value


def _words(catalogue: Catalogue, source: str) -> Schema:
    """Enumerate the words of a list."""
    kind = {"type": "string", "x-type": "word", "x-vocabulary": source}
    if source == "sources":
        documents = catalogue.sources.documents
        return kind | _choices(
            [document.id for document in documents],
            [document.title for document in documents],
            [document.summary or document.title for document in documents],
        )
    words: tuple[Concept, ...] = getattr(catalogue.vocabulary, source)
    return kind | _choices(
        [word.id for word in words],
        [word.label for word in words],
        [word.definition for word in words],
    )


def _choices(
    ids: Iterable[str] | Mapping[str, object], labels: Iterable[str], descriptions: Iterable[str]
) -> Schema:
    return {
        "enum": list(ids),
        "x-enum-labels": list(labels),
        "enumDescriptions": list(descriptions),
    }


def render(catalogue: Catalogue) -> str:
    """Give the schema as the text of its file."""
    return json.dumps(entry_schema(catalogue), ensure_ascii=False, indent=2) + "\n"
