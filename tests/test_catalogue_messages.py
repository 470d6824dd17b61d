"""Every error that the models can give has a message in Dutch."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from macros.catalogue.channel import Channel
from macros.catalogue.loading import load
from macros.catalogue.messages import MESSAGES, message, unknown_field
from macros.catalogue.model import KINDS, Base
from macros.catalogue.sources import Sources
from macros.catalogue.vocabulary import Concept, Vocabulary

MODELS: list[type[BaseModel]] = [Base, *KINDS.values(), Vocabulary, Sources, Channel]

# What pydantic says of each part of a schema, by the part's type and by its limits.
TYPES = {
    "str": "string_type",
    "int": "int_type",
    "bool": "bool_type",
    "tuple": "tuple_type",
    "literal": "literal_error",
    "model": "model_type",
    "model-fields": "missing",
}
LIMITS = {
    ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    ("int", "ge"): "greater_than_equal",
    ("int", "le"): "less_than_equal",
    ("tuple", "min_length"): "too_short",
}
TRANSPARENT = {
    "default",
    "nullable",
    "model-field",
    "definitions",
    "definition-ref",
    "function-after",
}


def error_types(schema: Any) -> Iterator[str]:
    """Yield the type of every error that a schema of pydantic can lead to.

    A part that the walk does not know fails the test: then the tables above have to be extended.
    What stands behind a validator of our own that comes first cannot fail any more.
    """
    if isinstance(schema, list | tuple):
        for part in schema:
            yield from error_types(part)
        return
    kind = schema["type"]
    if kind in {"function-before", "function-after"}:
        yield "goodiebag"
    if kind == "function-before":
        return
    if kind not in TRANSPARENT:
        yield TYPES[kind]
    known = {
        "type",
        "metadata",
        "serialization",
        "ref",
        "strict",
        "cls",
        "config",
        "variadic_item_index",
    }
    for name, value in schema.items():
        if (kind, name) in LIMITS:
            yield LIMITS[kind, name]
        elif name in {"schema", "items_schema", "definitions"}:
            yield from error_types(value)
        elif name == "fields" and isinstance(value, dict):
            yield from error_types(list(value.values()))
        elif kind in {"str", "int", "bool", "tuple"}:
            assert name in known, f"{kind}.{name} is a limit without a message"


def test_every_type_of_error_has_a_message() -> None:
    """What the schemas of all models can lead to is exactly what there are messages for."""
    possible = {found for model in MODELS for found in error_types(model.__pydantic_core_schema__)}

    # An unknown field is told by `unknown_field`.
    assert all(model.model_config["extra"] == "forbid" for model in MODELS)
    assert possible == set(MESSAGES)


ODD: list[Any] = [
    *(None, True, False, 0, -1, 10**30, 1.5, float("inf"), "", " ", "a.", "A b", "30 min", "no"),
    *("x" * 100, "x" * 600, "x" * 20_001, "a\nb", "2026-13-01", "<b>", "[a](b:c)", "../a", "é"),
    *([], [None], [[]], [{}], ["a", 1], [True], {}, {"a": None}, {"title": 1}, {"min": []}, [""]),
]


def paths(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value in plain data; of a list, only to the first part."""
    yield way
    if isinstance(value, dict):
        for key, part in value.items():
            yield from paths(part, (*way, key))
    elif isinstance(value, list | tuple) and value:
        yield from paths(value[0], (*way, 0))


def replaced(value: Any, way: tuple[Any, ...], odd: Any) -> Any:
    """Give plain data with another value at one place."""
    if not way:
        return odd
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[way[0]] = replaced(copy[way[0]], way[1:], odd)
    return copy


def test_every_odd_value_in_every_place_is_told_in_dutch(root: Path) -> None:
    """No place in any file has an error without a message, and every message is really used."""
    catalogue = load(root)
    assert catalogue.channel
    sound = [
        *catalogue.entries.values(),
        catalogue.vocabulary,
        catalogue.sources,
        catalogue.channel,
    ]
    hit: set[str] = set()
    for item in sound:
        data = item.model_dump(mode="json", exclude_unset=True)
        if isinstance(item, Base):
            data |= {"id": item.id, "theme": item.theme, "path": item.path}
        for way in list(paths(data))[1:]:
            for odd in ODD:
                try:
                    type(item).model_validate(replaced(data, way, odd))
                except ValidationError as error:
                    for details in error.errors():
                        hit.add(details["type"])
                        if details["type"] != "extra_forbidden":
                            assert message(details).endswith("."), details

    assert hit == {*MESSAGES, "extra_forbidden"}


@pytest.mark.parametrize(
    ("found", "kind", "expected"),
    [
        ("titel", "study", 'Bedoel je "title"?'),
        ("Trefwoorden", "study", 'Bedoel je "keywords"?'),
        ("samenvating", "study", 'Bedoel je "summary"?'),
        ("steps", "study", "dit veld hoort bij intervention en method, en niet bij deze soort."),
        ("kleur", "study", 'dit veld ken ik niet: "kleur". Hier kunnen staan: audience, body,'),
    ],
)
def test_an_unknown_field_leads_to_the_right_one(found: str, kind: str, expected: str) -> None:
    """By its name, by its Dutch label, or to the kind that has it."""
    assert expected in unknown_field(found, KINDS[kind])


def test_a_field_of_an_entry_is_no_field_of_another_block() -> None:
    """Only entries have kinds."""
    assert "ken ik niet" in unknown_field("steps", Concept)


def test_fields_that_the_folder_decides_are_never_offered() -> None:
    """Who misspells `sources` is not led to `id`."""
    assert not {"id,", "theme,", "path,"} & set(unknown_field("x", Base).split())
