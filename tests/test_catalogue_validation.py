"""A read document becomes a frozen object, or problems at their places."""

from pathlib import Path

import pytest

from macros.catalogue import validation
from macros.catalogue.channel import Owner
from macros.catalogue.document import Document
from macros.catalogue.reading import read

PLACED = {"id": "een", "theme": "integriteit", "path": "catalogue/entries/integriteit/een.yml"}
SOUND = """\
kind: method
title: Een stuk dat goed is
summary: Hier zit geen fout in.
audience: [medewerker]
published: 2026-01-30
provenance: {origin: editorial, material: complete}
goal: Iets leren.
"""


def document(tmp_path: Path, text: str) -> Document:
    """Read a text from a file."""
    (tmp_path / "een.yml").write_text(text)
    return read(tmp_path / "een.yml", "een.yml")


def told(document: Document) -> list[str]:
    """Give place and field of each problem."""
    return [f"{item.line}:{item.column} {item.field}" for item in document.problems]


def test_a_sound_document_becomes_an_entry(tmp_path: Path) -> None:
    """With its id, theme and path from its place."""
    found = document(tmp_path, SOUND)

    entry = validation.entry(found, PLACED)

    assert entry is not None
    assert (entry.kind, entry.id, entry.theme) == ("method", "een", "integriteit")
    assert found.problems == []


def test_a_single_file_becomes_one_object(tmp_path: Path) -> None:
    """Any model will do."""
    assert validation.whole(Owner, document(tmp_path, "name: Redactie")) == Owner(name="Redactie")


@pytest.mark.parametrize("text", ["", "# niets\n", "[a]", "tekst", "~", "5"])
def test_a_file_without_fields_is_told_once(tmp_path: Path, text: str) -> None:
    """It is nothing, a list, a text or a number."""
    found = document(tmp_path, text)

    assert validation.entry(found, PLACED) is None
    assert len(found.problems) == 1
    assert found.problems[0].message.endswith("Begin met de sjabloon op de pagina Bijdragen.")


def test_a_fault_of_reading_is_not_told_a_second_time(tmp_path: Path) -> None:
    """`12:30` is no number, but that it is doubtful was said already."""
    found = document(tmp_path, SOUND + "preparation: 12:30\ntips: [no, 3]\n")

    assert validation.entry(found, PLACED) is None
    assert told(found) == ["8:14 preparation", "9:8 tips.1", "9:12 tips.2"]


def test_every_mistake_in_a_text_is_told_at_its_own_place(tmp_path: Path) -> None:
    """Line and column lead to the words themselves."""
    found = document(tmp_path, SOUND + "body: |\n  een <b>\n\n  [c](d:e) <i>\n")

    assert validation.entry(found, PLACED) is None
    assert told(found) == ["9:7 body", "11:7 body", "11:12 body"]


def test_a_rule_about_two_fields_points_at_one_of_them(tmp_path: Path) -> None:
    """Not at the block around them."""
    found = document(tmp_path, SOUND + "duration:\n  min: 9\n  max: 8\n")

    assert validation.entry(found, PLACED) is None
    assert told(found) == ["9:8 duration.min"]


def test_a_wrong_kind_hides_nothing_that_is_certain(tmp_path: Path) -> None:
    """The rest is checked as of the kind that is meant."""
    wrong = SOUND.replace("kind: method", "kind: methode").replace("goed is", "goed is.")
    found = document(tmp_path, wrong + "steps: 3\nkleur: rood\n")

    assert validation.entry(found, PLACED) is None
    assert told(found) == ["1:7 kind", "2:8 title", "8:8 steps", "9:1 kleur"]


@pytest.mark.parametrize(
    ("kind", "near"),
    [
        ("methode", "method"),
        ("Boekrecensie", "book-review"),
        ("verzameling", "collection"),
        ("onderzoek", "study"),
        ("achtergrond", "background"),
        ("podkast", "podcast"),
    ],
)
def test_the_dutch_name_of_a_kind_leads_to_the_kind(tmp_path: Path, kind: str, near: str) -> None:
    """Who writes what the site shows is helped to what the file needs."""
    found = document(tmp_path, SOUND.replace("kind: method", f"kind: {kind}"))
    validation.entry(found, PLACED)

    assert f'Bedoel je "{near}"?' in found.problems[0].message


def test_a_draft_has_the_sound_fields_and_no_others(tmp_path: Path) -> None:
    """So a rule cannot take a default for what was meant."""
    found = document(tmp_path, SOUND + "keywords: rust\nformer_ids: [oud]\nid: een\n")
    assert validation.entry(found, PLACED) is None

    draft = validation.draft(found, PLACED)

    assert draft is not None
    assert draft.id == "een"
    assert draft.former_ids == ("oud",)
    assert draft.related == ()
    assert not hasattr(draft, "keywords")


def test_a_draft_of_an_unknown_kind_has_what_all_kinds_have(tmp_path: Path) -> None:
    """Its title can be compared with other titles, also where the fields leave a choice of kinds."""
    unknown = SOUND.replace("kind: method", "kind: iets").replace("goal: Iets leren.", "number: 3")
    found = document(tmp_path, unknown)
    assert validation.entry(found, PLACED) is None

    draft = validation.draft(found, PLACED)

    assert draft is not None
    assert draft.title == "Een stuk dat goed is"
    assert not hasattr(draft, "number")


@pytest.mark.parametrize("text", ["[a]", 'kind: "', "kind: study\n" + "a: 1\n" * 200])
def test_no_draft_is_made_of_what_cannot_be_trusted(tmp_path: Path, text: str) -> None:
    """No fields, no YAML, or more problems than were noted."""
    found = document(tmp_path, text)
    assert validation.entry(found, PLACED) is None

    assert validation.draft(found, PLACED) is None
