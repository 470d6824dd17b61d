"""A word from a list takes the place of what people call it, where one word has that name."""

import dataclasses

import pytest

from macros.catalogue.vocabulary import Concept
from macros.contents import Contents
from macros.contribute.choosing import chosen


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kind: Interventie\n", "kind: intervention\n"),
        ("kind: METHODEN\n", "kind: method\n"),
        ('kind: "Book review"\n', "kind: book-review\n"),
        ("kind: study\nprovenance: {origin: Editorial}\n", "kind: study\nprovenance: {origin: editorial}\n"),
        ("kind: study\naudience: [Team, 'HR-adviseur']  # wie\n", "kind: study\naudience: [team, hr-adviseur]  # wie\n"),
        ("kind: Methode\nsetting:\n  - Op kantoor\n", "kind: method\nsetting:\n  - kantoor\n"),
        ("kind: study\nfocus_areas: [Sociale en teamcohesie]\n", "kind: study\nfocus_areas: [sociale-en-teamcohesie]\n"),
        ("kind: study\nsources: [We werken thuis]\n", "kind: study\nsources: [we-werken-thuis]\n"),
        (
            "kind: study\nrelated:\n  - entry: Wat is het grijze gebied?\n    how: Bouwt voort op\n",
            "kind: study\nrelated:\n  - entry: grijze-gebied\n    how: based-on\n",
        ),
    ],
)  # fmt: skip
def test_a_name_becomes_the_word(example: Contents, before: str, after: str) -> None:
    """By its label or in capitals, in any form of YAML; what stands around it stays."""
    assert chosen(before, example.catalogue) == after


@pytest.mark.parametrize(
    "text",
    [
        "kind: werkvorm\n",  # a word under which people search
        "kind: metod\n",
        "kind: [Methode]\n",
        "kind: study\naudience: [collega, Teams]\n",
        "kind: study\naudience: [team, Team]\n",  # it would stand there twice
        "kind: study\ntitle: Team\nkeywords: [Team]\n",
        "kind: study\nsetting: [Op kantoor]\n",  # not a field of this kind
        "kind: study\naudience:\n  - |\n    Team\n",
        "kind: 'nooit gesloten\n",
        "[Team]\n",
        "",
    ],
)
def test_what_is_not_certain_stays(example: Contents, text: str) -> None:
    """What only resembles a word, or is no name of one here."""
    assert chosen(text, example.catalogue) == text


def test_a_name_of_two_words_stays(example: Contents) -> None:
    """Which one is meant is for the writer to say."""
    words = example.catalogue.vocabulary
    twin = words.settings[0].model_copy(update={"id": "ander-kantoor"})
    assert isinstance(twin, Concept)
    both = words.model_copy(update={"settings": (*words.settings, twin)})
    catalogue = dataclasses.replace(example.catalogue, vocabulary=both)

    assert chosen("kind: method\nsetting: [Op kantoor, Online]\n", catalogue) == (
        "kind: method\nsetting: [Op kantoor, online]\n"
    )


def test_without_a_catalogue_there_are_the_words_of_the_model() -> None:
    """As where the vocabulary cannot be read."""
    text = "kind: Methode\naudience: [Team]\nprovenance: {material: Complete}\n"

    assert chosen(text, None) == (
        "kind: method\naudience: [Team]\nprovenance: {material: complete}\n"
    )
