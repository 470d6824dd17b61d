"""The picture that other sites show beside a link to an entry."""

import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from macros.catalogue.loading import load
from macros.contents import Contents
from macros.website import letters, social_card, tokens
from macros.website.social_card import BOTTOM, COLUMN, LEFT, MARGIN, TOP, CardError, Face
from tests.project import ROOT

FACE = Face("Teken je energiebalans", "nl", "Interventie", "Integriteit", "peer")
CATALOGUE = load(ROOT)
LONGEST = 90
"""Characters that a title may have."""


def drawn(face: Face) -> Image.Image:
    """Open a card as a program of others does."""
    return Image.open(BytesIO(social_card.render(face)))


def ink(face: Face) -> Image.Image:
    """Give where a card differs from the ground of its theme: its words, on black."""
    with Image.open(letters.DRAWN / f"{face.colour}.png") as ground:
        numbers = (Image.frombytes("L", it.size, it.tobytes()) for it in (drawn(face), ground))
        return ImageChops.difference(*numbers)


def title(face: Face) -> tuple[int, int, int, int]:
    """Give the box around the letters of the title, in pixels of the card."""
    left, top, right, bottom = ink(face).crop((0, 0, 1200, BOTTOM + 16)).getbbox() or (0, 0, 0, 0)
    return left, top, right, bottom


def test_a_card_has_the_size_and_the_colours_that_it_promises() -> None:
    """1200 by 630, a palette, small enough to be fetched by any app (WhatsApp: 300 kB)."""
    card = drawn(FACE)

    assert (card.format, card.mode, card.size) == ("PNG", "P", (1200, 630))
    assert len(card.getcolors() or ()) <= 64
    assert len(social_card.render(FACE)) < 40_000


def test_the_same_face_gives_the_same_bytes_in_another_process() -> None:
    """No clock, no order of the day, no memory of other cards."""
    order = "import sys; from macros.website.social_card import *; sys.stdout.buffer.write(render(Face(*sys.argv[1:])))"
    apart = subprocess.run(
        [sys.executable, "-c", order, *FACE], capture_output=True, check=True, cwd=ROOT
    ).stdout

    social_card.render(FACE._replace(title="Iets anders"))
    assert social_card.render(FACE) == apart


@pytest.mark.parametrize(
    "words",
    [
        "Oké",
        "W" * LONGEST,
        "0123456789" * 9,
        "Verantwoordingsgesprekkenhandleiding voor samenwerkingsverbanden van uitvoeringsorganisatie",
        "Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zes",
        "Ámáíéóúç ‘ÄËÏÖÜ’ jjj ggg QQQ (yyy)",
    ],
)
def test_a_title_stays_within_its_margins(words: str) -> None:
    """Short, as long as may be, in one word, with high accents and low tails: nothing is cut off."""
    left, top, right, bottom = title(FACE._replace(title=words[:LONGEST]))

    assert left > LEFT - MARGIN
    assert right <= LEFT + COLUMN + 4
    assert TOP - 10 <= top < bottom <= BOTTOM + 14


def test_every_title_of_the_catalogue_fits_and_stands_clear_of_the_fruit() -> None:
    """And every kind and theme is named in full beside it."""
    for entry in CATALOGUE.entries.values():
        face = social_card.face(entry, CATALOGUE.vocabulary)
        assert letters.load().known(face.title) == " ".join(face.title.split()), entry.id
        left, top, right, bottom = title(face)
        assert (left >= LEFT - 4, top >= TOP - 10) == (True, True), entry.id
        assert (right <= LEFT + COLUMN + 4, bottom <= BOTTOM + 14) == (True, True), entry.id
        below = ink(face).crop((0, BOTTOM + 16, 1200, 630)).getbbox()
        told = ink(face._replace(theme="")).crop((0, BOTTOM + 16, 1200, 630)).getbbox()
        assert below is not None
        assert told is not None
        assert told[2] + 100 < below[2] < LEFT + social_card.STRIP, entry.id


def test_a_title_in_another_script_gives_way_to_the_theme() -> None:
    """Boxes or holes instead of letters would be worse than what it is about."""
    greek = FACE._replace(title="Ζωή και εργασία")

    assert social_card.render(greek) == social_card.render(FACE._replace(title="Integriteit"))


def test_a_theme_with_a_very_long_name_is_told_by_its_fruit() -> None:
    """Its name would run through the fruit."""
    long = FACE._replace(theme="Een thema met een naam die echt veel te lang is voor een kaart")

    assert social_card.render(long) == social_card.render(FACE._replace(theme=""))


def test_a_theme_without_a_ground_says_how_to_make_one() -> None:
    """A new theme needs its own."""
    with pytest.raises(CardError, match=r"kleur appel .* goodiebag social"):
        social_card.render(FACE._replace(colour="appel"))


def test_every_theme_has_a_ground_in_the_colours_of_the_site() -> None:
    """After a change of tokens.css the grounds are drawn again: `goodiebag social`."""
    look = tokens.read((ROOT / "docs/assets/css/tokens.css").read_text(encoding="utf-8"))

    for theme in CATALOGUE.vocabulary.themes:
        with Image.open(letters.DRAWN / f"{theme.colour}.png") as ground:
            palette = bytes(ground.getpalette() or ())
        last = 3 * (letters.SHADES - 1)
        assert palette[:3].hex() == look.light[f"{theme.colour}-wash"][1:]
        assert palette[last : last + 3].hex() == look.light[theme.colour][1:]


def test_a_card_is_described_for_who_cannot_see_it(example: Contents) -> None:
    """Title, kind, theme and fruit, in words."""
    catalogue = example.catalogue
    entry = catalogue.entries["grijze-gebied"]

    told = social_card.description(entry, catalogue.vocabulary)

    assert f"“{entry.title}”" in told
    assert told.endswith("met een peer")
    assert social_card.face(entry, catalogue.vocabulary).colour == "peer"
