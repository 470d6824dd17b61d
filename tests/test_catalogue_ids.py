"""Ids and names of files: the nearest good one, and what it may be; the values are tested as texts."""

import pytest

from macros.catalogue import ids


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Eén goed gesprek!", "een-goed-gesprek"),
        ("  Jam Cultures (2) ", "jam-cultures-2"),
        ("ÀÉÎÕÜ", "aeiou"),
        ("Duo's en foto’s", "duos-en-fotos"),
        ("😀", ""),
        ("x" * 79 + " yz", "x" * 79),
    ],
)
def test_the_nearest_id_of_a_text_is_an_id(text: str, id: str) -> None:
    """Lower case, without accents, words joined by hyphens, not too long."""
    assert ids.as_id(text) == id
    assert not id or ids.is_id(id)


def test_the_nearest_id_is_never_one_that_is_kept() -> None:
    """What a message proposes is accepted."""
    assert [ids.as_id(text) for text in ("Index!", "CON")] == ["over-index", "over-con"]


@pytest.mark.parametrize(
    ("file", "near"),
    [("A b.MP3", "a-b.mp3"), ("a.mp3.mp3", "a-mp3.mp3"), ("mp3", ""), ("con.mp3", "over-con.mp3")],
)
def test_the_nearest_name_of_a_file_keeps_its_extension(file: str, near: str) -> None:
    """Without an extension nobody knows what was meant."""
    assert ids.near_file(file) == near


def test_a_path_that_was_typed_for_an_id_gives_the_id_in_it() -> None:
    """People copy the name of the file."""
    assert ids.near_id("catalogue/entries/integriteit/Jam Cultures.yml") == "jam-cultures"
