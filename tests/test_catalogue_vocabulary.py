"""The words of the catalogue, each known by its id."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from macros.catalogue.loading import load
from macros.catalogue.vocabulary import Concept, Vocabulary, names


def word(id: str, **more: str) -> dict[str, Any]:
    """Give a word as it stands in YAML."""
    return {"id": id, "label": id.title(), "definition": "Een woord.", **more}


def vocabulary(**lists: list[dict[str, Any]]) -> Vocabulary:
    """Give a vocabulary with one theme, one audience and these lists."""
    themes = [word("integriteit", colour="peer", icon="peer")]
    return Vocabulary.model_validate({"themes": themes, "audiences": [word("team")], **lists})


def told(words: Vocabulary) -> list[str]:
    """Give place and message of each fault."""
    return [
        f"{'.'.join(map(str, fault.location))}: {fault.message.partition('. ')[0]}"
        for fault in words.faults()
    ]


def test_every_word_of_the_example_is_found_by_its_id(root: Path) -> None:
    """Each list has its own way in, and keeps its order."""
    words = load(root).vocabulary

    assert words.theme("integriteit").icon == "peer"
    assert words.focus_area("moreel-beraad").theme == "integriteit"
    assert words.audience("hr-adviseur").label == "HR-adviseur"
    assert words.setting("online").synonyms == ("digitaal",)
    assert words.relation("follows").inverse == "Ga verder met"
    assert words.series_of("voorbeeldreeks").definition.startswith("Een reeks")
    assert [theme.id for theme in words.themes] == [
        "productieve-werkomgeving",
        "opgavegericht-werken",
        "integriteit",
    ]


def test_a_word_that_is_not_there_is_a_key_error() -> None:
    """Whoever asks has checked."""
    with pytest.raises(KeyError):
        vocabulary().theme("vitaliteit")


def test_a_sound_vocabulary_has_no_faults() -> None:
    """The same id may stand in two lists."""
    words = vocabulary(
        focus_areas=[word("team", theme="integriteit")], terms=[word("team", theme="integriteit")]
    )

    assert told(words) == []


def test_doubled_ids_and_unknown_themes_are_told() -> None:
    """In every list, at the place of the word."""
    words = vocabulary(
        settings=[word("online"), word("online")],
        focus_areas=[word("a", theme="integer")],
        terms=[word("b"), word("c", theme="weg")],
    )

    assert told(words) == [
        'settings.1.id: de id "online" staat er twee keer',
        'focus_areas.0.theme: het thema "integer" bestaat niet',
        'terms.1.theme: het thema "weg" bestaat niet',
    ]


def test_people_call_a_word_by_its_label_or_a_synonym() -> None:
    """In any capitals; where two share a name, the label goes before the synonym."""
    team = Concept.model_validate({**word("team"), "synonyms": ("Groep", "MT")})
    top = Concept.model_validate({**word("top"), "label": "MT"})

    assert names([team, top]) == {"team": "team", "groep": "team", "mt": "top"}


def test_without_a_theme_there_is_no_catalogue() -> None:
    """Nor without an audience."""
    with pytest.raises(ValidationError) as caught:
        Vocabulary.model_validate({"themes": [], "audiences": []})

    assert [error["loc"] for error in caught.value.errors()] == [("themes",), ("audiences",)]


def terms(**names: list[str]) -> Vocabulary:
    """Give a vocabulary with these terms: the id, then the label and the synonyms."""
    return vocabulary(
        terms=[
            {**word(id), "label": named[0], "synonyms": named[1:]} for id, named in names.items()
        ]
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Over thuiswerken.", ["thuis"]),
        ("Een VERBLIJFTHUIS", []),
        ("waarderende reflectie", ["kijken", "waarderen"]),
        ("zelfreflectie", []),
        ("de opgave en de opgavegerichte manager", ["opgave", "ogw"]),
        ("opgavegericht", ["opgave", "ogw"]),
        ("C++ (2)", ["cpp"]),
        ("Ieder CPP", []),
        ("", []),
    ],
)
def test_terms_are_found_where_words_begin(text: str, found: list[str]) -> None:
    """Also one name inside or at the start of another, in the order of the list."""
    words = terms(
        thuis=["Thuiswerk"],
        kijken=["Terugkijken", "reflectie"],
        opgave=["Opgave"],
        waarderen=["Waarderende reflectie"],
        ogw=["OGW", "opgavegericht"],
        cpp=["C++"],
    )

    assert [term.id for term in words.terms_in(text)] == found


def test_a_vocabulary_without_terms_finds_none() -> None:
    """An empty list is no name that stands everywhere."""
    assert vocabulary().terms_in("Een tekst.") == ()
