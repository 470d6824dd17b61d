"""The words that entries use, for who types one wrong."""

from macros.contents import Contents
from macros.website import lexicon


def test_words_are_folded_as_search_folds_them() -> None:
    """Lower case, no accents or apostrophes; a hyphen joins, and its parts count too."""
    found = sorted(lexicon.words("Werk-privé: hé, dilemma’s en Coördinatie!"))

    assert found == ["coordinatie", "dilemmas", "prive", "werk", "werkprive"]


def test_the_words_of_most_entries_come_first(example: Contents) -> None:
    """Of two words that are equally near, the one that is used most is the likelier."""
    found = lexicon.render(example).splitlines()

    assert len(found) == len(set(found))
    assert found.index("team") < found.index("krachtenveld")


def test_the_words_of_texts_keywords_and_synonyms_are_there(example: Contents) -> None:
    """A step, a keyword and another name of a focus area."""
    found = set(lexicon.render(example).splitlines())

    assert {"gesprek", "krachtenveld", "saamhorigheid"} <= found


def test_the_list_has_a_largest_size(example: Contents) -> None:
    """It is fetched while someone waits."""
    assert len(lexicon.render(example).splitlines()) <= lexicon.LIMIT


def test_a_large_catalogue_lists_the_words_of_its_lean_index_only(example: Contents) -> None:
    """A word of a step is not found there, so it is nothing that someone could have meant."""
    found = set(lexicon.render(example, lean_from=1).splitlines())

    assert {"gesprek", "krachtenveld"} <= found
    assert "stiften" in lexicon.render(example).splitlines()
    assert "stiften" not in found
