"""What every entry has: it is frozen, and its place is no part of its data."""

from typing import Any

import pytest
from pydantic import ValidationError

from macros.catalogue.entry import PLACED, Base, Download, Provenance

DATA: dict[str, Any] = {
    "id": "a",
    "theme": "integriteit",
    "path": "catalogue/entries/integriteit/a.yml",
    "kind": "study",
    "title": "Een onderzoek",
    "summary": "Over iets.",
    "audience": ["team"],
    "published": "2026-01-30",
    "provenance": {"origin": "editorial", "material": "complete"},
}


def test_an_entry_cannot_be_changed() -> None:
    """What was checked stays so, also inside its blocks."""
    entry = Base.model_validate(DATA)

    with pytest.raises(ValidationError):
        entry.title = "Anders"  # type: ignore[misc]  # that it may not is the point
    with pytest.raises(ValidationError):
        entry.provenance.origin = "goodiebag"  # type: ignore[misc]  # the same


def test_what_is_not_filled_in_is_empty() -> None:
    """Lists are empty, the rest is None, so that pages can leave it out."""
    entry = Base.model_validate(DATA)

    assert (entry.keywords, entry.related, entry.links) == ((), (), ())
    assert (entry.body, entry.subtitle, entry.reviewed) == (None, None, None)


def test_the_place_of_the_file_is_not_exported_with_the_data() -> None:
    """It is an address, and not what someone wrote."""
    assert not set(PLACED) & set(Base.model_validate(DATA).model_dump())


@pytest.mark.parametrize(
    ("origin", "material", "sound"),
    [
        ("goodiebag", "described", True),
        ("editorial", "complete", True),
        ("internet", "complete", False),
        ("editorial", "partly", False),
    ],
)
def test_where_it_came_from_is_one_of_two_things(origin: str, material: str, sound: bool) -> None:
    """And how much of it is here too."""
    data = {"origin": origin, "material": material}

    if sound:
        assert Provenance.model_validate(data)
    else:
        with pytest.raises(ValidationError):
            Provenance.model_validate(data)


@pytest.mark.parametrize("file", ["a.pdf", "werkblad-2.docx", "a.txt"])
def test_a_download_may_be_any_sort_of_file(file: str) -> None:
    """Its name says which."""
    assert Download(title="Werkblad", file=file).file == file
