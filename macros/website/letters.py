"""The letters of the social cards: drawn once by a browser, put side by side here.

`drawn/letters.png` holds each letter in each size, `drawn/letters.json` where it stands there, how
wide it is and how near two letters come to each other (kerning). So a card needs no font program,
whose outcome differs per machine, and a letter costs no more than copying it.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import category, normalize

from PIL import Image

DRAWN = Path(__file__).parent / "drawn"
SHEET, FACTS = "letters.png", "letters.json"
TITLE_SIZES = (80, 70, 62, 54, 44)
"""Pixels per em in which a title can be set, the one we like best first."""
LABEL_SIZE = 26
GREYS = 16
"""How many steps there are on the sheet from no letter to letter, for a smooth edge."""
SHADES = 8
"""How many of these a card has: the first colours of its palette, from its ground to its letters."""


class Letter(NamedTuple):
    """Where a letter stands on the sheet, and where it goes from the pen on the baseline (pixels)."""

    x: int
    y: int
    width: int
    height: int
    left: int
    top: int


class Facts(NamedTuple):
    """What is known of the letters: how wide each is, and how much nearer a pair comes (em / 1000).

    `sizes` has the place of each letter that has ink, per size.
    """

    advance: dict[str, int]
    kern: dict[str, int]
    sizes: dict[int, dict[str, Letter]]


class Letters:
    """A set of drawn letters: what they measure, and putting them on a picture.

    Pictures and `sheet` hold numbers of shades: 0 is no letter, `SHADES - 1` the letter itself.
    """

    def __init__(self, sheet: Image.Image, known: Facts) -> None:
        self._sheet = sheet
        self._advance, self._kern, self._places = known
        self._widths: dict[tuple[str, int], int] = {}
        self._cut: dict[tuple[int, str, bool], tuple[Image.Image, Image.Image]] = {}

    def known(self, text: str) -> str | None:
        """Give the text in letters that are here; None where a letter or number is not.

        An accent that is not here is left away (`ř` becomes `r`), and so is a sign such as an emoji.
        """
        found = []
        for sign in normalize("NFC", text):
            for one in sign if sign in self._advance else normalize("NFKD", sign):
                if one in self._advance:
                    found.append(one)
                elif category(one)[0] in "LN":
                    return None
        return " ".join(word for word in "".join(found).split(" ") if word)

    def width(self, text: str, tracking: int) -> int:
        """Give how wide a line is, in thousandths of an em; `tracking` is what each letter gets extra."""
        known = self._widths.get((text, tracking))
        if known is None:  # Many titles share words.
            known = self._steps(text, tracking)[-1] if text else 0
            self._widths[text, tracking] = known
        return known

    def draw(
        self,
        on: Image.Image,
        text: str,
        at: tuple[int, int],
        size: int,
        *,
        tracking: int = 0,
        is_light: bool = False,
    ) -> None:
        """Put a line on a picture, its baseline beginning at `at`; `is_light` is light on dark."""
        places = self._places[size]
        for sign, step in zip(text, self._steps(text, tracking), strict=False):
            if place := places.get(sign):
                left = at[0] + (step * size + 500) // 1000 + place.left
                letter, ink = self._letter(size, sign, place, is_light)
                on.paste(letter, (left, at[1] + place.top), ink)

    def _steps(self, text: str, tracking: int) -> list[int]:
        """Give where the pen is before each letter, and after the last."""
        advance, kern = self._advance, self._kern
        steps, pen, last = [], 0, ""
        for sign in text:
            base = _base(sign)
            pen += kern.get(last + base, 0)
            steps.append(pen)
            pen += advance[sign] + tracking
            last = base
        steps.append(pen - tracking)
        return steps

    def _letter(
        self, size: int, sign: str, place: Letter, is_light: bool
    ) -> tuple[Image.Image, Image.Image]:
        """Give a letter, and where it has ink."""
        cut = self._cut.get((size, sign, is_light))
        if cut is None:
            x, y, width, height = place[:4]
            dark = self._sheet.crop((x, y, x + width, y + height))
            letter = dark.point(_LIGHT) if is_light else dark
            cut = self._cut[size, sign, is_light] = letter, dark.point(_INK, "1")
        return cut


_LIGHT = [max(SHADES - 1 - number, 0) for number in range(256)]
_INK = [0] + 255 * [255]


@cache
def load() -> Letters:
    """Give the letters of the site."""
    with Image.open(DRAWN / SHEET) as file:
        numbers = Image.frombytes("L", file.size, file.tobytes())
    most, top = GREYS - 1, SHADES - 1
    sheet = numbers.point([min(round(grey * top / most), top) for grey in range(256)])
    return Letters(sheet, facts(DRAWN / FACTS))


def facts(file: Path) -> Facts:
    """Read what is known of the letters."""
    told = json.loads(file.read_text(encoding="utf-8"))
    sizes = {
        int(size): {sign: Letter(*place) for sign, place in places.items()}
        for size, places in told["sizes"].items()
    }
    return Facts(told["advance"], told["kern"], sizes)


@cache
def _base(sign: str) -> str:
    """Give a letter without its accents: they come as near to others as the letter itself."""
    return normalize("NFKD", sign)[0]


def pairs(signs: str) -> Iterator[str]:
    """Yield every two of these that Dutch puts side by side, without accents."""
    plain = [sign for sign in signs if sign.isascii() or sign in "‘’“”–—…"]
    return (one + other for one in plain for other in plain)
