"""Amounts, dates and times as Dutch readers write them."""

from datetime import date

import pytest

from macros.catalogue.model import GroupSize, MinuteRange
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
        (90, "1,5 uur"),
        (121, "2 uur en 1 minuut"),
        (140, "2 uur en 20 minuten"),
    ],
)
def test_minutes_become_hours_where_people_say_hours(minutes: int, words: str) -> None:
    """From an hour on, people count in hours."""
    assert plain(dutch.minutes(minutes)) == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (30, 60, "30 minuten tot 1 uur"),
        (20, 45, "20 tot 45 minuten"),
        (60, 120, "1 tot 2 uur"),
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
