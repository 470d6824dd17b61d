"""A problem says where it is and what to do, in words that people use."""

import time

import pytest

from macros.catalogue.problems import (
    Problem,
    Problems,
    doubled,
    field_name,
    listed,
    shown,
    suggestion,
    unknown,
)


def test_a_problem_reads_as_place_field_and_message() -> None:
    """File, line and column first, so that an editor can jump there."""
    assert str(Problem("a.yml", 3, 14, "steps.2.title", "doe iets.")) == (
        "a.yml:3:14: steps.2.title: doe iets."
    )


def test_a_problem_of_a_whole_file_has_no_field() -> None:
    """No empty field stands between place and message."""
    assert str(Problem("a.yml", 1, 1, "", "doe iets.")) == "a.yml:1:1: doe iets."


def test_problems_are_sorted_and_told_once() -> None:
    """By file, line and column as numbers; two equal ones are one."""
    later, first = Problem("a.yml", 10, 1, "", "x"), Problem("a.yml", 9, 2, "", "x")
    other = Problem("b.yml", 1, 1, "", "x")

    found = Problems([other, later, first, later])

    assert found.problems == (first, later, other)
    assert str(found) == "a.yml:9:2: x\na.yml:10:1: x\nb.yml:1:1: x"


def test_places_in_lists_count_from_one() -> None:
    """The first step is number 1, as people count."""
    assert field_name(("steps", 0, "title")) == "steps.1.title"


def test_a_field_name_from_a_file_is_cut_and_made_visible() -> None:
    """A name that was typed may hold anything."""
    assert field_name(("a\x1b[31m",)) == "a�[31m"
    assert len(field_name(("x" * 500,))) == 60


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("tekst", '"tekst"'),
        ("  twee\n regels ", '"twee regels"'),
        ("x" * 61, '"' + "x" * 57 + '..."'),
        ("piep\x07", '"piep�"'),
        (30, "30"),
        (1.5, "1.5"),
        (True, "true"),
        (False, "false"),
        (None, "niets"),
        ([1, 2], "een lijst"),
        ({"a": 1}, "een blok met velden"),
    ],
)
def test_what_was_found_is_shown_in_dutch_and_short(value: object, expected: str) -> None:
    """Never Python's own way of writing it."""
    assert shown(value) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a of b"), ("abc", "a, b of c")]
)
def test_words_are_joined_as_in_a_sentence(words: list[str], expected: str) -> None:
    """With a comma between all but the last."""
    assert listed(words) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("medewerkers", ' Bedoel je "medewerker"?'),
        ("Medewerker", ' Bedoel je "medewerker"?'),
        ("hr", ""),
        ("leidin", ' Bedoel je "leidinggevende"?'),
        ("iets-heel-anders", ""),
        ("m" * 200, ""),
    ],
)
def test_the_nearest_allowed_word_is_suggested(found: str, expected: str) -> None:
    """Where none is near, nothing is suggested."""
    assert suggestion(found, ["medewerker", "leidinggevende", "hr-adviseur"]) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("Manager", ' Bedoel je "leidinggevende"?'),
        ("P&O", ' Bedoel je "hr-adviseur"?'),
        ("HR-advies", ' Bedoel je "hr-adviseur"?'),
        ("pers", ' Bedoel je "hr-adviseur"?'),
        ("gesprek", ""),
    ],
)
def test_what_people_call_a_word_leads_to_it(found: str, expected: str) -> None:
    """A few letters are enough where all that begins with them means the same."""
    names = {
        "manager": "leidinggevende",
        "gesprek voeren met je team": "leidinggevende",
        "gesprek voeren over je werk": "hr-adviseur",
        "p&o": "hr-adviseur",
        "personeelszaken": "hr-adviseur",
        "personeel en organisatie": "hr-adviseur",
    }

    assert suggestion(found, ["leidinggevende", "hr-adviseur"], names) == expected


def test_the_nearest_of_ten_thousand_words_is_found_at_once() -> None:
    """A catalogue may grow, and have many broken references at a time."""
    words = [f"gesprek-over-{number}-{'abcdef'[number % 6] * 5}" for number in range(10_000)]
    begin = time.process_time()

    for number in range(4700, 4710):
        found = suggestion(f"gesprk-over-{number}", words)
        assert found.startswith(f' Bedoel je "gesprek-over-{number}-')
    assert time.process_time() - begin < 2


def test_an_unknown_word_is_told_with_all_that_is_allowed() -> None:
    """What was found, what is near, and what there is."""
    assert unknown("de plek", "thuis", ["kantoor", "online"]) == (
        'de plek "thuis" bestaat niet. Kies uit: kantoor of online.'
    )


def test_a_long_list_is_told_by_its_file() -> None:
    """More than twenty words are not written out."""
    words = [f"woord-{number}" for number in range(21)]

    assert unknown("de bron", "x", words, "catalogue/sources.yml") == (
        'de bron "x" bestaat niet. Kijk in catalogue/sources.yml wat er is.'
    )


def test_every_doubled_id_is_told_at_the_later_place() -> None:
    """The first one stays as it is."""
    found = list(doubled("a.yml", "facts", ["een", "twee", "een", "een"]))

    assert [fault.location for fault in found] == [("facts", 2, "id"), ("facts", 3, "id")]
