"""What goes on, in people's own words, leads to entries that are there."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from macros.catalogue.loading import load
from macros.catalogue.situations import Situations
from macros.catalogue.vocabulary import Vocabulary

ENTRIES = ("wandelen", "praten", "lezen", "rusten", "eten", "slapen")


def situation(id: str, *entries: str, **more: Any) -> dict[str, Any]:
    """Give a situation as it stands in YAML, that these entries help in."""
    fits = [{"entry": entry, "why": "Het helpt."} for entry in entries or ENTRIES[:2]]
    data = {"id": id, "words": f"Het gaat over {id}", "who": ["team"], "focus_areas": ["rust"]}
    texts = {"going_on": "Er speelt iets.", "first_step": "Doe iets."}
    return {**data, **texts, "entries": fits, **more}


def vocabulary() -> Vocabulary:
    """Give a vocabulary with a theme, a focus area and two audiences."""

    def word(id: str, **more: str) -> dict[str, str]:
        return {"id": id, "label": id.title(), "definition": "Een woord.", **more}

    return Vocabulary.model_validate(
        {
            "themes": [word("werk", colour="peer", icon="peer")],
            "focus_areas": [word("rust", theme="werk")],
            "audiences": [word("team"), {**word("baas"), "synonyms": ["manager"]}],
        }
    )


def told(*situations: dict[str, Any]) -> list[str]:
    """Give place and message of each fault in these situations."""
    guide = Situations.model_validate({"situations": situations})
    return [
        f"{'.'.join(map(str, fault.location))}: {fault.message}"
        for fault in guide.faults(vocabulary(), ENTRIES)
    ]


def test_a_sound_guide_has_no_faults() -> None:
    """Two to five entries each, every word known."""
    assert told(situation("een"), situation("twee", *ENTRIES[:5], who=["baas", "team"])) == []


def test_a_catalogue_knows_its_situations_in_order(root: Path) -> None:
    """As they stand in the file."""
    assert [item.id for item in load(root).guide.situations] == [
        "we-zien-elkaar-nauwelijks",
        "samen-maar-waarheen",
        "niemand-zei-iets",
    ]


def test_a_catalogue_without_situations_is_sound(root: Path) -> None:
    """The file may be absent."""
    (root / Situations.FILE).unlink()

    assert load(root).guide.situations == ()


def test_an_entry_knows_in_which_situations_it_helps() -> None:
    """The inverse is computed; an entry that helps in none is not there."""
    guide = Situations.model_validate(
        {"situations": [situation("een", "praten", "lezen"), situation("twee", "lezen", "eten")]}
    )

    assert {entry: [item.id for item in found] for entry, found in guide.helped.items()} == {
        "praten": ["een"],
        "lezen": ["een", "twee"],
        "eten": ["twee"],
    }


def test_doubles_are_told() -> None:
    """An id, a sentence, a word or an entry that stands twice."""
    again = situation("een", "lezen", "lezen", words="Het gaat, over ‘EEN’?", who=["team", "team"])

    assert told(situation("een"), again) == [
        'situations.1.id: de id "een" staat er twee keer. Geef er één een andere naam.',
        'situations.1.words: deze zin staat ook bij "een". Voeg de twee samen, of zeg het anders.',
        'situations.1.who.1: "team" staat er twee keer. Haal er één weg.',
        'situations.1.entries.1.entry: "lezen" staat er twee keer. Haal er één weg.',
    ]


def test_a_name_that_leads_nowhere_is_told_with_what_is_near() -> None:
    """Audiences by what people call them, focus areas and entries by their letters."""
    assert told(situation("een", "wandel", "praten", who=["manager"], focus_areas=["rost"])) == [
        'situations.0.who.0: de doelgroep "manager" bestaat niet. Bedoel je "baas"? Kies uit: team of baas.',
        'situations.0.focus_areas.0: het aandachtsgebied "rost" bestaat niet. Bedoel je "rust"? Kies uit: rust.',
        'situations.0.entries.0.entry: het stuk "wandel" bestaat niet. Bedoel je "wandelen"? '
        "Neem de naam die in het adres van zijn pagina staat, achter /catalogus/.",
    ]


@pytest.mark.parametrize("number", [1, 6])
def test_one_entry_is_no_choice_and_six_are_a_list(number: int) -> None:
    """Two to five help to choose."""
    assert told(situation("een", *ENTRIES[:number])) == [
        f"situations.0.entries: hier horen 2 tot 5 stukken; gevonden: {number}. Kies wat hier het best helpt."
    ]


def test_without_a_vocabulary_only_its_words_are_not_looked_up() -> None:
    """So one mistake in the vocabulary is told once."""
    guide = Situations.model_validate({"situations": [situation("een", "praten", who=["weg"])]})

    assert [fault.location for fault in guide.faults(None, ENTRIES)] == [
        ("situations", 0, "entries")
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("words", "Een zin met een punt."),
        ("who", []),
        ("focus_areas", []),
        ("entries", []),
        ("id", "Met Hoofdletters"),
        ("going_on", "<b>HTML</b>"),
        ("onbekend", "iets"),
    ],
)
def test_a_situation_says_who_says_what_and_what_helps(field: str, value: object) -> None:
    """Nothing is left empty, and texts are Markdown without HTML."""
    with pytest.raises(ValidationError):
        Situations.model_validate({"situations": [{**situation("een"), field: value}]})
