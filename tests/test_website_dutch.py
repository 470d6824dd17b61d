"""Amounts, dates and times as Dutch readers write them."""

from datetime import date

import pytest

from macros.catalogue.model import GroupSize, MinuteRange
from macros.catalogue.sources import Fact
from macros.website import dutch


def plain(text: str) -> str:
    """Give a text with ordinary spaces, so that a test reads easily."""
    return text.replace(dutch.NARROW, " ")


def test_a_date_is_written_in_full_without_a_break() -> None:
    """A day, a month in words and a year, kept together by spaces that do not break."""
    assert dutch.day(date(2026, 11, 1)) == "1\N{NO-BREAK SPACE}november\N{NO-BREAK SPACE}2026"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minuut"),
        (45, "45 minuten"),
        (60, "1 uur"),
        (75, "75 minuten"),
        (90, "1,5 uur"),
        (121, "2 uur en 1 minuut"),
        (140, "2 uur en 20 minuten"),
    ],
)
def test_minutes_become_hours_where_people_say_hours(minutes: int, words: str) -> None:
    """In hours and halves of an hour; what lies between only from two hours on."""
    assert plain(dutch.minutes(minutes)) == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (30, 60, "30 tot 60 minuten"),
        (65, 80, "65 tot 80 minuten"),
        (75, 90, "75 tot 90 minuten"),
        (20, 45, "20 tot 45 minuten"),
        (60, 120, "1 tot 2 uur"),
        (210, 240, "3,5 tot 4 uur"),
        (45, 180, "45 minuten tot 3 uur"),
        (100, 140, "100 minuten tot 2 uur en 20 minuten"),
        (15, 15, "15 minuten"),
    ],
)
def test_a_duration_says_its_unit_once_where_that_is_clear(
    least: int, most: int, words: str
) -> None:
    """The unit is left out of the first part when both parts share it."""
    assert plain(dutch.duration(MinuteRange(min=least, max=most))) == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (3, 12, "3 tot 12 mensen"),
        (2, None, "vanaf 2 mensen"),
        (1, None, "voor jezelf of met meer"),
        (1, 1, "1 persoon"),
        (4, 4, "4 mensen"),
    ],
)
def test_a_group_is_told_with_and_without_an_upper_limit(
    least: int, most: int | None, words: str
) -> None:
    """No upper limit is not shown as a number."""
    assert plain(dutch.group(GroupSize(min=least, max=most))) == words


def test_a_size_in_bytes_has_a_comma_and_a_decimal_unit() -> None:
    """Sizes follow SI: a kilobyte is a thousand bytes."""
    assert plain(dutch.size(1_449_999)) == "1,4 MB"
    assert plain(dutch.size(320_000)) == "320 kB"
    assert plain(dutch.size(3)) == "1 kB"


def test_a_duration_for_machines_follows_iso_8601() -> None:
    """schema.org wants durations such as PT2M5S, in whole seconds."""
    assert dutch.period(124.6) == "PT2M5S"


@pytest.mark.parametrize(
    ("value", "words"),
    [(7, "7"), (19.0, "19"), (2.5, "2,5"), (7000, "7.000"), (120_000, "120.000")],
)
def test_a_number_has_a_point_for_thousands_and_a_comma_for_parts(value: float, words: str) -> None:
    """Other than in YAML."""
    assert dutch.number(value) == words


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"figure": 81, "unit": "%"}, "81%"),
        ({"figure": 25, "unit": "%", "qualifier": "zo’n"}, "zo’n 25%"),
        ({"figure": 19, "unit": "uur per week", "qualifier": "bijna"}, "bijna 19\xa0uur per week"),
        ({"figure": 120_000}, "120.000"),
    ],
)
def test_an_amount_is_a_figure_with_its_unit_and_the_word_before_it(
    more: dict[str, object], words: str
) -> None:
    """As it stands in a sentence."""
    fact = Fact.model_validate({"id": "a", "statement": "b", "source": "c", "quote": "d", **more})

    assert dutch.amount(fact) == words


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Op kantoor", "op kantoor"),
        ("Werk-privébalans", "werk-privébalans"),
        ("HR-adviseur", "HR-adviseur"),
        ("’s Avonds", "’s Avonds"),
        ("P&O", "P&O"),
    ],
)
def test_a_label_inside_a_sentence_begins_small_unless_it_is_a_name(
    label: str, expected: str
) -> None:
    """An abbreviation stays as it is."""
    assert dutch.inside(label) == expected
