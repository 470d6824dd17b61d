"""Breaking a title over lines: every letter here is half an em wide."""

import pytest

from macros.website import typesetting
from macros.website.typesetting import Measure

LARGE, SMALL = Measure(100, 110, 2), Measure(50, 60, 4)
COLUMN = 600
"""Pixels: twelve letters on a line in large, twenty-four in small."""


def lines(title: str, lang: str = "nl") -> tuple[int, tuple[str, ...]]:
    """Set a title; give its size and its lines."""
    found = typesetting.setting(title, (LARGE, SMALL), COLUMN, lambda text: 500 * len(text), lang)
    return found.measure.size, found.lines


@pytest.mark.parametrize(
    ("title", "size", "expected"),
    [
        ("Proef", 100, ["Proef"]),
        ("Teken je balans", 100, ["Teken je", "balans"]),
        ("Teken je balans met het team", 50, ["Teken je balans", "met het team"]),
        ("Werk-privé en meer", 100, ["Werk-privé", "en meer"]),
        ("Werk-privébalans", 100, ["Werk-", "privébalans"]),
    ],
)
def test_a_title_is_as_large_and_even_as_can_be(title: str, size: int, expected: list[str]) -> None:
    """Fewer large lines go first; then the lines become as long as each other."""
    assert lines(title) == (size, tuple(expected))


def test_a_word_that_is_too_long_is_hyphenated_as_its_language_does() -> None:
    """Never one that would have fitted, and never so that two letters stand alone."""
    size, dutch = lines("Een samenwerkingsovereenkomst maken")
    _, english = lines("An internationalisationprocess", "en")

    assert size == 50
    assert dutch == ("Een samenwerkings-", "overeenkomst maken")
    assert english[0].endswith("-")
    assert "".join(english).replace("-", "") == "An internationalisationprocess"


def test_what_has_no_syllables_is_broken_where_the_line_is_full() -> None:
    """Nothing is cut off, and no hyphen is added that would be read as a part of it."""
    number = "1234567890" * 6

    size, found = lines(f"Nr. {number}")

    assert size == 50
    assert "".join(found).replace(" ", "") == f"Nr.{number}"
    assert max(map(len, found)) <= 24


def test_an_unknown_language_is_hyphenated_as_dutch() -> None:
    """Of a language without a list of hyphens nothing better is known."""
    assert lines("Samenwerkingsovereenkomst", "xx") == lines("Samenwerkingsovereenkomst")
