"""What people read in the contents: all of it, and nothing else."""

import pytest

from macros.catalogue.entry import Base
from macros.catalogue.model import KINDS
from macros.catalogue.wording import paragraphs, sentences, texts

PLACED = {"id": "a", "theme": "integriteit", "path": "integriteit/a.yml"}
SHARED = {
    "title": "Een titel",
    "summary": "In het kort.",
    "audience": ["team"],
    "published": "2026-01-30",
    "provenance": {"origin": "editorial", "material": "complete", "note": "Van ons."},
}


def entry(kind: str, **fields: object) -> Base:
    """Give an entry with these fields."""
    return KINDS[kind].model_validate({**PLACED, **SHARED, "kind": kind, **fields})


def test_every_text_is_given_with_the_way_to_it() -> None:
    """In lists and blocks too; ids, words from lists, dates and addresses are no texts."""
    method = entry(
        "method",
        goal="Het doel.",
        focus_areas=["vitaliteit"],
        keywords=["overleg"],
        steps=[{"title": "Begin", "minutes": 5}, {"title": "Eind", "text": "Rond *af*."}],
        downloads=[{"title": "Werkblad", "file": "werkblad.pdf"}],
        links=[{"title": "Elders", "url": "https://example.org/"}],
    )

    assert dict(texts(method)) == {
        ("title",): "Een titel",
        ("summary",): "In het kort.",
        ("provenance", "note"): "Van ons.",
        ("goal",): "Het doel.",
        ("keywords", 0): "overleg",
        ("steps", 0, "title"): "Begin",
        ("steps", 1, "title"): "Eind",
        ("steps", 1, "text"): "Rond *af*.",
        ("downloads", 0, "title"): "Werkblad",
        ("links", 0, "title"): "Elders",
    }


def test_a_title_in_another_language_is_left_out() -> None:
    """Of the entry, and of the book in it."""
    review = entry("book-review", title="Jam", lang="en", book={"title": "Cultures", "lang": "en"})

    assert [text for _, text in texts(review)] == ["In het kort.", "Van ons."]


def test_a_field_that_is_absent_has_no_text() -> None:
    """An entry that is not sound may lack any."""
    bare = entry("study")
    for name in set(bare.__dict__) - {"title"}:
        del bare.__dict__[name]

    assert list(texts(bare)) == [(("title",), "Een titel")]


def test_markdown_becomes_plain_paragraphs() -> None:
    """Headings, items and cells are each one; code is left out, and so are marks."""
    text = "## Kop\n\nEen **vette**\nregel met `code` & [een link](../a/).\n\n- punt\n- nog één\n\n| A | B |\n|---|---|\n| c | d |\n"

    assert paragraphs(text) == [
        "Kop",
        "Een vette regel met & een link.",
        *("punt", "nog één", "A", "B", "c", "d"),
    ]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Kort. En klaar.", ["Kort.", "En klaar."]),
        ("“Lukt het?” Vraag door!", ["“Lukt het?”", "Vraag door!"]),
        ("Vraag: “Lukt het?” en wacht.", ["Vraag: “Lukt het?” en wacht."]),
        ("Neem bijv. een stift van 2.5 cm. 30 is genoeg.", ["Neem bijv. een stift van 2.5 cm.", "30 is genoeg."]),
        ("Zonder punt", ["Zonder punt"]),
        ("’s Ochtends. ’s Avonds.", ["’s Ochtends.", "’s Avonds."]),
    ],
)  # fmt: skip
def test_a_sentence_ends_before_a_capital_or_a_digit(paragraph: str, expected: list[str]) -> None:
    """A full stop in the middle of a sentence does not end it."""
    assert sentences(paragraph) == expected
