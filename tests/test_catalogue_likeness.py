"""How much entries resemble each other: by subjects, audience and words."""

from typing import Any

import pytest

from macros.catalogue.likeness import ONE, likeness, vectors
from macros.catalogue.model import ENTRY, Entry


def entry(id: str, title: str, **fields: Any) -> Entry:
    """Give an entry that says nothing but its title, besides these fields."""
    data = {
        "id": id,
        "theme": "integriteit",
        "path": f"{id}.yml",
        "kind": "background",
        "title": title,
        "summary": "Dit is het.",
        "audience": ["team"],
        "published": "2026-01-30",
        "provenance": {"origin": "editorial", "material": "complete"},
    }
    return ENTRY.validate_python({**data, **fields})


def alike(*entries: Entry) -> list[int]:
    """Give how much the first entry resembles each other one, in percents."""
    first, *others = vectors(entries)
    return [round(100 * likeness(first, other) / ONE**2) for other in others]


def test_the_same_text_for_the_same_people_is_wholly_alike_but_for_what_is_absent() -> None:
    """Words count for 55 percent and audience for 10; nobody names a subject here."""
    assert alike(entry("a", "Appels plukken"), entry("b", "Appels plukken")) == [65]


def test_subjects_audience_and_words_each_have_their_share() -> None:
    """Of two that share nothing else, a subject tells most: it was chosen from a short list."""
    told = {"focus_areas": ["moreel-beraad"], "audience": ["team"]}
    first = entry("a", "Appels", **told)
    subject = entry("b", "Peren", focus_areas=["moreel-beraad"], audience=["adviseur"])
    audience = entry("c", "Druiven", focus_areas=["mediation"], audience=["team"])
    words = entry("d", "Appels", focus_areas=["hulplijn"], audience=["medewerker"])

    assert alike(first, subject, audience, words) == [35, 10, 55]


def test_a_word_counts_in_every_form_and_every_part_of_the_text() -> None:
    """By its beginning, so that plurals, verbs and compounds count; capitals make no difference."""
    first = entry("a", "Vergaderen")
    others = [
        entry("b", "Vergaderingen"),
        entry("c", "vergaderdieet"),
        entry("d", "Iets", keywords=["vergadering"]),
        entry("e", "Iets", body="Wie VERGADERT, luistert."),
        entry("f", "Iets", kind="method", goal="Vergader minder."),
        entry("g", "Iets", kind="method", goal="Iets.", steps=[{"title": "Vergadertijd"}]),
    ]

    assert all(one > 10 for one in alike(first, *others))


def test_words_that_any_dutch_text_has_say_nothing() -> None:
    """Two entries with only such words in common resemble each other by their audience alone."""
    assert alike(entry("a", "Wat je zelf kunt doen"), entry("b", "Wat je niet kunt doen")) == [10]


def test_a_rare_word_says_more_than_a_common_one() -> None:
    """`mediator` stands in two entries, `collega` in all."""
    first = entry("a", "Mediator collega")
    [rare, *_] = alike(
        first, entry("b", "Mediator appels"), *(entry(c, "Collega peren") for c in "cdefgh")
    )
    [common, *_] = alike(
        first, *(entry(c, "Collega peren") for c in "cdefgh"), entry("b", "Mediator appels")
    )

    assert rare > common > 10


@pytest.mark.parametrize("audience", [["team"], ["team", "leidinggevende", "adviseur"]])
def test_a_vector_holds_whole_numbers_with_the_most_telling_first(audience: list[str]) -> None:
    """Sums of whole numbers are the same in any order, on any machine."""
    [vector] = vectors([entry("a", "Appels, peren en druiven", audience=audience)])
    weights = list(vector.values())

    assert all(type(weight) is int for weight in weights)
    assert weights == sorted(weights, reverse=True)
    assert min(weights) > 0


def test_an_entry_that_changed_is_read_again() -> None:
    """What is remembered belongs to the very entry, and not to its id."""
    other = entry("b", "Appels plukken")
    assert alike(entry("a", "Appels plukken"), other) == [65]
    assert alike(entry("a", "Druiven snoeien"), other) == [10]
