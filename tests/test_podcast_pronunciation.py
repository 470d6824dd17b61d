"""What the computer voice says where the spelling would mislead it."""

from macros.podcast.pronunciation import SAID, pronounced


def test_listed_words_are_replaced_whatever_their_case() -> None:
    """Punctuation around them stays, because it makes the pauses."""
    assert pronounced("Hybride werken: de goodiebag, in 2020.") == (
        "[[hibr'id@]] werken: de [[g'udib,Ek]], in tweeduizend twintig."
    )


def test_a_listed_word_inside_another_word_is_left_alone() -> None:
    """The list holds whole words."""
    assert pronounced("Goodiebags en 20201 overlegd.") == "Goodiebags en 20201 overlegd."


def test_the_list_is_sorted_and_its_phonemes_are_closed() -> None:
    """So that a word is found quickly, and none is read letter by letter."""
    assert list(SAID) == sorted(SAID)
    assert all(said.startswith("[[") == said.endswith("]]") for said in SAID.values())
    assert all(word == word.casefold() for word in SAID)
