"""A line of YAML gives away a space too few or too many, and a curly quote."""

import pytest

from macros.catalogue import slips


@pytest.mark.parametrize(
    ("line", "offset", "better"),
    [
        ("goal:Je maakt afspraken", 5, "goal: Je maakt afspraken"),
        ("  - title:Begin", 10, "- title: Begin"),
        ("url:https://example.org/a:b", 4, "url: https://example.org/a:b"),
        ("title:Wat je doet: praten", 6, 'title: "Wat je doet: praten"'),
        ('title:"Wat je doet: praten"', 6, 'title: "Wat je doet: praten"'),
        ("keywords:[rust, ruimte]", 9, "keywords: [rust, ruimte]"),
        ("Titel:Een stuk", 6, "Titel: Een stuk"),
        ("minutes:-5", 8, "minutes: -5"),
        ("-vitaliteit", 1, "- vitaliteit"),
        ("  -title: Begin", 3, "- title: Begin"),
        ("  -title:Begin", 3, "- title: Begin"),
        ("goal:ver\u00adzin", 5, "goal: ver�zin"),
        ("goal:" + "x" * 90, 5, "goal: " + "x" * 51 + "..."),
        ("a:" * 5000, 2, "a: " + "a:" * 27 + "..."),
    ],
)
def test_a_missing_space_is_told_where_it_belongs(line: str, offset: int, better: str) -> None:
    """With the line as it should be, on one line and not too long."""
    found = slips.missing_space(line)

    assert found
    assert found[0] == offset
    assert found[1].endswith(f"ontbreekt een spatie. Schrijf `{better}`.")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "title: a",
        "title:",
        "- a",
        "-",
        "---",
        "--a",
        "https://example.org",
        "Let op:dit",
        "om 12:30",
    ],
)
def test_a_line_that_lacks_no_space_is_let_be(line: str) -> None:
    """An address and a time are text."""
    assert slips.missing_space(line) is None


@pytest.mark.parametrize(
    ("line", "offset", "better"),
    [
        ("title: “Een: titel”", 7, '"Een: titel"'),
        ("  - ‘een: deel’ ", 4, '"een: deel"'),
        ("„Een: titel”", 0, '"Een: titel"'),
        ('“Zeg "ja": nu”', 0, "'Zeg \"ja\": nu'"),
    ],
)
def test_curly_quotes_around_a_text_are_told(line: str, offset: int, better: str) -> None:
    """The straight ones are chosen that the text itself does not have."""
    found = slips.curly(line)

    assert found == (
        offset,
        f"gekrulde aanhalingstekens tellen hier niet. Gebruik rechte: `{better}`.",
    )


@pytest.mark.parametrize("line", ["title: a", "title: “Een” titel", "’s Ochtends: vroeg", '"a: b"'])
def test_other_quotes_are_let_be(line: str) -> None:
    """Only a text that is in curly quotes as a whole is meant so."""
    assert slips.curly(line) is None


@pytest.mark.parametrize(
    ("text", "place", "beginning"),
    [
        ("a: 1\n b: 2", (2, 1), "voor `b` staat een spatie te veel."),
        ("a: 1\n   b: 2", (2, 1), "voor `b` staan 3 spaties te veel."),
        ("a:\n  - b: 1\n     c: 2", (3, 5), "voor `c` staat een spatie te veel."),
        ("a: |\n  Tekst\n b: 2", (3, 1), "voor `b` staat een spatie te veel."),
        ("a:\n  b: 1\n\n# Uitleg\n c: 2", (5, 1), "voor `c` staat een spatie te veel."),
        ("a:\n  b: 1\n c: 2", (3, 1), "`c` staat niet recht onder een ander veld."),
    ],
)
def test_a_space_too_many_is_told_at_the_first_one(
    text: str, place: tuple[int, int], beginning: str
) -> None:
    """Where the field may as well have a space too few, both are told."""
    lines = text.split("\n")
    found = slips.in_front_of(lines, len(lines) - 1)

    assert found
    assert found[0] == place
    assert found[1].startswith(beginning)


@pytest.mark.parametrize("text", ["a: 1\nb: 2", "a: 1\n tekst", "a:\n  - b: 1\n\n   c: 2", " a: 1"])
def test_a_field_that_is_not_too_far_is_let_be(text: str) -> None:
    """Nor is one that has a space too few."""
    lines = text.split("\n")

    assert slips.in_front_of(lines, len(lines) - 1) is None


def test_the_first_field_of_a_file_is_measured_against_the_second() -> None:
    """Where more fields have the spaces, it is the later one that stands wrong."""
    assert slips.before_all([" a: 1", "b: 2"], 1) == (
        (1, 1),
        "voor `a` staat een spatie te veel. Haal hem weg, zodat het veld recht onder de andere staat.",
    )
    assert slips.before_all([" a: 1", " b: 2", "c: 3"], 2) is None
