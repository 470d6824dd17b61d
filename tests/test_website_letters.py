"""The drawn letters: which there are, how wide they are, and putting them side by side."""

import pytest
from PIL import Image

from macros.website import letters


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Hé, één ‘goodie’ – of twee?", "Hé, één ‘goodie’ – of twee?"),
        ("Řeka", "Reka"),
        ("e\u0301e\u0301n", "één"),
        ("Goed\u00a0zo  \u2009ja", "Goed\u00a0zo ja"),
        ("Feest 🎉", "Feest"),
        ("CO\u2082", "CO2"),
        ("Ζωή", None),
        ("学习", None),
    ],
)
def test_what_the_font_lacks_is_replaced_or_told(text: str, known: str | None) -> None:
    """An accent or a picture may go; a letter may not, for the title would be another one."""
    assert letters.load().known(text) == known


def test_letters_stand_as_near_as_in_the_browser() -> None:
    """Kerning counts, with an accent too; tracking counts between letters only."""
    ours = letters.load()

    assert ours.width("To", 0) < ours.width("T", 0) + ours.width("o", 0)
    assert ours.width("Tó", 0) == ours.width("To", 0)
    assert ours.width("Hoi", -20) == ours.width("Hoi", 0) - 40
    assert ours.width("", 0) == 0


@pytest.mark.parametrize("size", [*letters.TITLE_SIZES, letters.LABEL_SIZE])
def test_a_drawn_line_is_as_wide_as_was_measured(size: int) -> None:
    """From the pen to the end, in every size, within a pixel or two of the sides of its letters."""
    ours = letters.load()
    picture = Image.new("L", (1000, 120))

    ours.draw(picture, "Hallo daar, IJburg", (40, 90), size)

    left, top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
    wide = ours.width("Hallo daar, IJburg", 0) * size / 1000
    assert left == pytest.approx(40 + 0.08 * size, abs=3)
    assert right == pytest.approx(40 + wide, abs=0.1 * size)
    assert 90 - size < top < 90 < bottom < 90 + size / 2


def test_every_letter_on_the_sheet_has_ink() -> None:
    """Each in each size: an empty place would leave a hole in a title."""
    ours = letters.load()

    for size in (*letters.TITLE_SIZES, letters.LABEL_SIZE):
        for sign in map(chr, [*range(0x21, 0x7F), *map(ord, "éëïöüáàèçñÉß€“”‘’–—…")]):
            picture = Image.new("L", (200, 200))
            ours.draw(picture, sign, (50, 120), size)
            assert picture.getbbox(), f"{sign} in {size}"
