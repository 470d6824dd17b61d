"""The social card of an entry: the picture that another site or an app shows beside a link to it.

A card is the ground of its theme (`drawn/<colour>.png`, made by `goodiebag social`) with letters on
it. It has a palette, in which the first colours lead from ground to letter: so a letter is copied
as numbers, and nothing is mixed, counted or chosen per card. Only the rows with the title are
packed per card; those above and below are the same for many. Pillow is known here, in `letters` and
in `social_drawing`, and sees numbers only (`L`), as the palette is written by `png`.
"""

from functools import lru_cache
from typing import NamedTuple

from PIL import Image, ImageDraw

from macros.catalogue.model import Entry
from macros.catalogue.vocabulary import Vocabulary
from macros.website import letters, png, typesetting
from macros.website.typesetting import Measure

WIDTH, HEIGHT = 1200, 630
LEFT, COLUMN = 82, 676
"""Pixels before the words, and how wide they may be."""
TOP, BOTTOM = 146, 474
"""Pixels from the top between which the title stands, in the middle."""
MEASURES = tuple(
    Measure(size, leading, (BOTTOM - TOP) // leading)
    for size, leading in zip(letters.TITLE_SIZES, (86, 76, 68, 60, 50), strict=True)
)
TRACKING = -28
"""Thousandths of an em that the large letters stand nearer to each other."""
MARGIN = 8
"""Pixels above and below the title in which a letter may lean out of its line."""
CHIP_TOP, CHIP_HEIGHT, CHIP_SIDE, CHIP_GAP, CHIP_BASELINE = 492, 44, 20, 16, 31
"""The shape with the kind: where it begins, its height, what is left and right in it and beside it."""
STRIP = 830
"""Pixels for kind and theme together; there the fruit begins. A longer name of a theme is left to its fruit."""
FINER = 8
"""How many times larger that shape is drawn first, for a smooth edge."""

FILTER = 1
"""A PNG wants a 0 before each row (`png`): a column of the ground, left of the picture."""
MAKE = "Maak hem met: goodiebag social."
_TO_SHADE = [round(grey * (letters.SHADES - 1) / 255) for grey in range(256)]


class CardError(Exception):
    """A card cannot be made; the message says in Dutch what to do."""


class Face(NamedTuple):
    """All that a card shows; the same face gives the same bytes."""

    title: str
    lang: str
    kind: str
    theme: str
    colour: str


def face(entry: Entry, vocabulary: Vocabulary) -> Face:
    """Give what the card of an entry shows."""
    theme = vocabulary.theme(entry.theme)
    return Face(entry.title, entry.lang or "nl", entry.kind_label, theme.label, theme.colour)


def description(entry: Entry, vocabulary: Vocabulary) -> str:
    """Say in Dutch what can be seen on the card of an entry, for who cannot see it."""
    theme = vocabulary.theme(entry.theme)
    return f"Kaart van de Goodiebag: “{entry.title}”, {entry.kind_label.lower()} bij {theme.label}, met een {theme.icon}"


def render(shown: Face) -> bytes:
    """Give the card as PNG, 1200 by 630 pixels.

    A title in a script that our font does not have, such as Greek, gives way to the name of the
    theme. Raises CardError when the ground of the theme was not drawn.
    """
    ground = shown.colour, shown.kind, shown.theme
    ours = letters.load()
    title = ours.known(shown.title) or ours.known(shown.theme) or ""
    measure, lines = typesetting.setting(
        title, MEASURES, COLUMN, lambda text: ours.width(text, TRACKING), shown.lang
    )
    height = len(lines) * measure.leading
    first = TOP + (BOTTOM - TOP - height) // 2
    top, bottom = first - MARGIN, first + height + MARGIN
    rows = bytearray(_rows(ground, top, bottom))
    band = Image.frombuffer("L", (FILTER + WIDTH, bottom - top), rows, "raw", "L", 0, 1)
    band.readonly = 0  # What is drawn goes into the rows themselves.
    baseline = MARGIN + measure.leading * 4 // 5
    for number, line in enumerate(lines):
        pen = FILTER + LEFT, baseline + number * measure.leading
        ours.draw(band, line, pen, measure.size, tracking=TRACKING)
    parts = _packed(ground, 0, top), png.part(rows), _packed(ground, bottom, HEIGHT)
    return png.write(WIDTH, HEIGHT, _ground(*ground)[1], parts)


@lru_cache(maxsize=512)
def _packed(ground: tuple[str, str, str], top: int, bottom: int) -> png.Part:
    """Give rows that stay as the ground has them: titles as high as one another share these."""
    return png.part(_rows(ground, top, bottom), is_shared=True)


def _rows(ground: tuple[str, str, str], top: int, bottom: int) -> memoryview:
    row = FILTER + WIDTH
    return memoryview(_ground(*ground)[0])[top * row : bottom * row]


@lru_cache(maxsize=64)
def _ground(colour: str, kind: str, theme: str) -> tuple[bytes, bytes]:
    """Give the rows of a card without its title, and its palette: ground, kind in its shape, theme."""
    file = letters.DRAWN / f"{colour}.png"
    if not file.is_file():
        raise CardError(
            f"van het thema met de kleur {colour} is er nog geen grond voor kaarten. {MAKE}"
        )
    with Image.open(file) as drawn:
        ground = Image.new("L", (FILTER + WIDTH, HEIGHT))
        ground.paste(Image.frombytes("L", drawn.size, drawn.tobytes()), (FILTER, 0))
        palette = bytes(drawn.getpalette() or ())
    ours = letters.load()
    kind, theme = ours.known(kind) or "", ours.known(theme) or ""
    wide = ours.width(kind, 0) * letters.LABEL_SIZE // 1000 + 2 * CHIP_SIDE
    left, baseline = FILTER + LEFT, CHIP_TOP + CHIP_BASELINE
    ground.paste(_chip(wide), (left, CHIP_TOP))
    ours.draw(ground, kind, (left + CHIP_SIDE, baseline), letters.LABEL_SIZE, is_light=True)
    beside = wide + CHIP_GAP
    if beside + ours.width(theme, 0) * letters.LABEL_SIZE // 1000 <= STRIP:
        ours.draw(ground, theme, (left + beside, baseline), letters.LABEL_SIZE)
    return ground.tobytes(), palette


def _chip(wide: int) -> Image.Image:
    """Give the shape around the kind; drawn larger first, for a smooth edge."""
    large = Image.new("L", (wide * FINER, CHIP_HEIGHT * FINER))
    edge = (0, 0, large.width - 1, large.height - 1)
    ImageDraw.Draw(large).rounded_rectangle(edge, radius=large.height / 2, fill=255)
    return large.resize((wide, CHIP_HEIGHT), Image.Resampling.BOX).point(_TO_SHADE)
