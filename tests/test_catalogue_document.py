"""A document knows where every value of its file stands."""

from pathlib import Path

import pytest

from macros.catalogue.document import MAX_PROBLEMS, Document
from macros.catalogue.problems import Location
from macros.catalogue.reading import read

TEXT = """\
# Een uitleg vooraf.
title: "Een <b>stuk</b>"
duration:
  min: 30
  max: 60
steps:
  - title: Begin
    text: |
      Vertel.

      Dit is <b>vet</b>, en dit <b>ook</b>.
  - title: Slot 😀 klaar
tips: [kort,
  lang]
empty:
folded: >-
  Een regel
  en <i>nog</i> een.
"""


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """The text above, read."""
    (tmp_path / "a.yml").write_text(TEXT)
    return read(tmp_path / "a.yml", "a.yml")


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ((), (2, 1)),
        (("title",), (2, 8)),
        (("duration",), (4, 3)),
        (("duration", "max"), (5, 8)),
        (("steps", 0), (7, 5)),
        (("steps", 0, "text"), (8, 11)),
        (("steps", 1, "title"), (12, 12)),
        (("tips", 0), (13, 8)),
        (("tips", 1), (14, 3)),
    ],
)
def test_a_value_is_found_where_it_begins(
    document: Document, location: Location, expected: tuple[int, int]
) -> None:
    """Also inside lists and blocks, and after a comment; counted by hand above."""
    assert document.position(location) == expected


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (("duration",), (3, 1)),
        (("duration", "max"), (5, 3)),
        (("empty",), (15, 1)),
        (("duration", "absent"), (3, 1)),
        (("steps", 1, "absent"), (12, 5)),
        (("absent",), (2, 1)),
    ],
)
def test_a_key_is_found_or_the_nearest_thing_around_it(
    document: Document, location: Location, expected: tuple[int, int]
) -> None:
    """What is missing is told at the block where it should stand."""
    assert document.position(location, at_key=True) == expected


@pytest.mark.parametrize(
    ("location", "words", "expected"),
    [
        (("title",), ("<b>", 0), (2, 13)),
        (("steps", 0, "text"), ("<b>", 0), (11, 14)),
        (("steps", 0, "text"), ("<b>", 1), (11, 33)),
        (("folded",), ("<i>", 0), (18, 6)),
        (("title",), ("staat er niet", 0), (2, 8)),
        (("title",), ("<b>", 7), (2, 8)),
    ],
)
def test_words_inside_a_text_are_found_whatever_its_style(
    document: Document, location: Location, words: tuple[str, int], expected: tuple[int, int]
) -> None:
    """In quotes, in a block that keeps its lines and in one that folds them; else at its begin."""
    assert document.position(location, words=words) == expected


def test_a_field_without_a_value_is_there_but_holds_nothing(document: Document) -> None:
    """Checks see it as absent; messages can tell that it is empty."""
    assert isinstance(document.data, dict)
    assert "empty" not in document.data
    assert document.has(("empty",))
    assert not document.has(("absent",))


def test_an_unread_document_points_at_its_begin() -> None:
    """Line 1, column 1, whatever is asked."""
    assert Document("a.yml").position(("title",), at_key=True, words=("x", 0)) == (1, 1)


def test_problems_beyond_a_hundred_are_told_as_one() -> None:
    """Who made more, made one mistake many times."""
    document = Document("a.yml")
    for number in range(500):
        document.note((number + 1, 1), ("tips", number), "fout.")

    assert document.full
    assert len(document.problems) == MAX_PROBLEMS + 1
    assert str(document.problems[-1]) == (
        "a.yml:101:1: dit bestand heeft meer dan 100 fouten. Los eerst de andere op."
    )
