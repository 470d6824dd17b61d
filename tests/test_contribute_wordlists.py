"""The words that entries may use, as a terminal shows them."""

import pytest

from macros.catalogue.loading import load
from macros.contribute import wordlists
from tests.project import ROOT

LIVE = load(ROOT)


def test_the_overview_has_every_word_of_every_list() -> None:
    """With where it is filled in."""
    told = wordlists.overview(LIVE)
    words = {word for line in told.splitlines() for word in line.replace(",", "").split()}

    for name in ("themes", "focus_areas", "audiences", "settings", "relations", "series", "terms"):
        assert f"\n{name} – " in f"\n{told}"
        assert {word.id for word in getattr(LIVE.vocabulary, name)} <= words
    assert {document.id for document in LIVE.sources.documents} <= words
    assert "In het veld focus_areas." in told


@pytest.mark.parametrize("asked", ["audiences", "Doelgroepen", "audience"])
def test_a_list_is_found_by_its_name_its_label_and_its_field(asked: str) -> None:
    """Each word with its label, its meaning and other words for it."""
    told = wordlists.shown_list(LIVE, asked)

    assert told.startswith("audiences – Doelgroepen. In het veld audience.\n\n")
    assert "\nhr-adviseur\n  HR-adviseur. Je adviseert managers" in told
    assert "  Ook: P&O, P&O-adviseur, HR" in told


def test_a_list_that_is_not_there_is_told_with_what_is_near() -> None:
    """And with all that there are."""
    with pytest.raises(
        wordlists.NoSuchList, match=r'"doelgroep" ken ik niet\. Bedoel je "audiences"'
    ):
        wordlists.shown_list(LIVE, "doelgroep")


@pytest.mark.parametrize("width", [80, 50])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """In every list; a word is never broken."""
    texts = [wordlists.overview(LIVE, width)]
    texts += [wordlists.shown_list(LIVE, name, width) for name in wordlists.FIELDS]

    assert [line for text in texts for line in text.splitlines() if len(line) > width] == []


def test_names_that_are_long_stand_above_what_they_mean() -> None:
    """Short ones beside it."""
    assert wordlists.columns([("kort", "Betekenis")], 40) == "  kort  Betekenis"
    assert wordlists.columns([("x" * 30, "Betekenis")], 40) == f"  {'x' * 30}\n    Betekenis"
