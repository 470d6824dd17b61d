"""The model: every field is explained once, and what belongs together is checked together."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.catalogue.channel import Channel
from macros.catalogue.loading import load
from macros.catalogue.messages import inner
from macros.catalogue.model import ENTRY, KINDS, PLACED, Base
from macros.catalogue.sources import Sources
from macros.catalogue.vocabulary import Vocabulary

ROOTS: list[type[BaseModel]] = [Base, *KINDS.values(), Vocabulary, Sources, Channel]


def models(start: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and every model inside it."""
    yield start
    for field in start.model_fields.values():
        for part in inner(field.annotation):
            yield from models(part)


MODELS = sorted(
    {model for root in ROOTS for model in models(root)}, key=lambda model: model.__name__
)
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]


# --- Every field is explained ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part)
)
def test_every_field_has_a_label_and_an_explanation(model: type[BaseModel], name: str) -> None:
    """In Dutch, the explanation as a sentence; messages, forms and pages take them from here."""
    field = model.model_fields[name]

    assert field.title
    assert field.title[0].isupper()
    assert len(field.title) <= 30
    assert field.description
    assert field.description.endswith(".")
    assert not re.search(r"\b(the|of an|this|must|should)\b", f"{field.title} {field.description}")


@pytest.mark.parametrize(
    ("model", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part)
)
def test_every_field_has_an_example_that_is_right(model: type[BaseModel], name: str) -> None:
    """A block of fields has the examples of its fields; every other field has its own."""
    field = model.model_fields[name]
    if list(inner(field.annotation)):
        return

    assert field.examples
    for example in field.examples:
        TypeAdapter(field.rebuild_annotation()).validate_python(example)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_labels_are_unique_within_a_block(model: type[BaseModel]) -> None:
    """Two fields with one name would be told apart by nobody."""
    labels = [field.title for field in model.model_fields.values()]

    assert len(labels) == len(set(labels))


def test_kinds_have_labels_of_their_own() -> None:
    """One and many."""
    labels = [(model.kind_label, model.kind_label_plural) for model in KINDS.values()]

    assert len({label for pair in labels for label in pair}) == 2 * len(KINDS)


EVERY = "title subtitle lang kind summary body focus_areas audience keywords related sources published reviewed provenance downloads links"
METHOD = "goal when_to_use when_not duration preparation group_size setting materials steps harvest tips pitfalls variations"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("intervention", METHOD),
        ("method", METHOD),
        ("podcast", "series number audio transcript chapters speakers guid"),
        ("book-review", "series number reviewer book takeaways"),
        ("collection", "entries"),
        ("study", "findings"),
        ("background", "findings"),
    ],
)
def test_a_kind_has_the_fields_of_the_design(kind: str, fields: str) -> None:
    """These, and no other beside the old ids."""
    expected = {*EVERY.split(), *fields.split(), "former_ids", *PLACED}

    assert set(KINDS[kind].model_fields) == expected


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (kind, {"title", "kind", "summary", "audience", "published", "provenance", *extra})
        for kind, extra in {
            "intervention": ["goal"],
            "method": ["goal"],
            "podcast": ["series", "number"],
            "book-review": ["book"],
            "collection": [],
            "study": [],
            "background": [],
        }.items()
    ],
)
def test_what_must_be_filled_in_is_what_the_design_says(kind: str, fields: set[str]) -> None:
    """The rest may be left away."""
    required = {name for name, field in KINDS[kind].model_fields.items() if field.is_required()}

    assert required - set(PLACED) == fields


def test_the_kinds_are_those_of_the_union() -> None:
    """The map of kinds and the union are one list; a schema can be made of it."""
    schema = ENTRY.json_schema()

    assert set(schema["discriminator"]["mapping"]) == set(KINDS)
    assert all(model.model_fields["kind"].examples == [kind] for kind, model in KINDS.items())


def test_the_example_uses_every_field_of_every_kind(root: Path) -> None:
    """What is built and looked at in tests leaves out nothing."""
    used = {
        (type(entry), name)
        for entry in load(root).entries.values()
        for name in entry.model_fields_set
    }
    expected = {(model, name) for model in KINDS.values() for name in model.model_fields}
    own = {(model, name) for model, name in expected if name not in Base.model_fields}

    assert {name for _, name in used} == {name for _, name in expected}
    assert {name for model, name in own - used if model is not KINDS["method"]} == set()


# --- What belongs together ---------------------------------------------------------------------------

PODCAST: dict[str, Any] = {
    "id": "a",
    "theme": "b",
    "path": "c",
    "kind": "podcast",
    "title": "Een aflevering",
    "summary": "Over iets.",
    "audience": ["team"],
    "published": "2026-01-30",
    "provenance": {"origin": "editorial", "material": "complete"},
    "series": "reeks",
    "number": 1,
}
GUID = "urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90"


def told(model: type[BaseModel], data: dict[str, Any]) -> list[str]:
    """Give the messages of what is wrong with the data."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return [error["msg"] for error in caught.value.errors()]


def test_an_episode_without_a_recording_needs_nothing_else() -> None:
    """Its page can be there before its sound is."""
    assert KINDS["podcast"].model_validate(PODCAST)


@pytest.mark.parametrize(
    ("extra", "lacking"),
    [
        ({}, "een uitgeschreven tekst (transcript) en een kenmerk (guid)"),
        ({"guid": GUID}, "een uitgeschreven tekst (transcript)"),
        ({"transcript": "a.vtt"}, "een kenmerk (guid)"),
    ],
)
def test_a_recording_brings_a_transcript_and_a_guid(extra: dict[str, str], lacking: str) -> None:
    """For those who cannot listen, and for apps to know it by."""
    found = told(KINDS["podcast"], {**PODCAST, "audio": "a.mp3", **extra})

    assert found == [f"bij een opname hoort ook: {lacking}. Vul dat in."]


@pytest.mark.parametrize("starts", [["0:00", "0:00"], ["0:10", "0:05"], ["0:00", "1:00", "0:59"]])
def test_chapters_follow_each_other(starts: list[str]) -> None:
    """Each begins later than the one before."""
    chapters = [{"start": start, "title": "Deel"} for start in starts]

    assert told(KINDS["podcast"], {**PODCAST, "chapters": chapters}) == [
        "dit hoofdstuk begint niet later dan het vorige. Zet het vroegste bovenaan, en elk begin één keer."
    ]
