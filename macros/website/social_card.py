"""The social card of an entry: the picture that another site or an app shows beside a link to it.

A card is the ground of its theme (`drawn/<colour>.png`, made by `goodiebag social`) with letters on
it. It has a palette, in which the first colours lead from ground to letter: so a letter is copied
as numbers, and nothing is mixed, counted or chosen per card. Pillow is known here, in `letters` and
in `social_drawing`.
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
"""Pixels around the title in which a letter may lean out of its line."""
CHIP_TOP, CHIP_HEIGHT, CHIP_SIDE, CHIP_GAP, CHIP_BASELINE = 492, 44, 20, 16, 31
"""The shape with the kind: where it begins, its height, what is left and right in it and beside it."""
STRIP = 830
"""Pixels for kind and theme together; there the fruit begins. A longer name of a theme is left to its fruit."""
FINER = 8
"""How many times larger that shape is drawn first, for a smooth edge."""

SHADES = 8
"""The first colours of every ground: from the ground itself to the colour of the letters."""
FILTER = 1
"""A PNG wants a 0 before each row (`png`): a column of the ground, left of the picture."""
MAKE = "Maak hem met: goodiebag social."
_TO_SHADE = [round(grey * (SHADES - 1) / 255) for grey in range(256)]


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
    ground, palette = _ground(shown.colour, shown.kind, shown.theme)
    card = ground.copy()
    ours = letters.load()
    title = ours.known(shown.title) or ours.known(shown.theme) or ""
    measure, lines = typesetting.setting(
        title, MEASURES, COLUMN, lambda text: ours.width(text, TRACKING), shown.lang
    )
    wide = max(ours.width(line, TRACKING) for line in lines) * measure.size // 1000
    words = Image.new("L", (MARGIN + wide + MARGIN, len(lines) * measure.leading + MARGIN))
    for number, line in enumerate(lines):
        pen = MARGIN, number * measure.leading + measure.leading * 4 // 5
        ours.draw(words, line, pen, measure.size, tracking=TRACKING)
    top = TOP + (BOTTOM - TOP - words.height) // 2
    card.paste(words.point(_TO_SHADE, "P"), (FILTER + LEFT - MARGIN, top))
    return png.write(WIDTH, HEIGHT, palette, card.tobytes())


@lru_cache(maxsize=64)
def _ground(colour: str, kind: str, theme: str) -> tuple[Image.Image, bytes]:
    """Give a card without its title, and its palette: ground, kind in its shape, theme beside it."""
    file = letters.DRAWN / f"{colour}.png"
    if not file.is_file():
        raise CardError(
            f"van het thema met de kleur {colour} is er nog geen grond voor kaarten. {MAKE}"
        )
    with Image.open(file) as drawn:
        ground = Image.new("P", (FILTER + WIDTH, HEIGHT))
        ground.paste(drawn, (FILTER, 0))
        palette = bytes(drawn.getpalette() or ())
    ours = letters.load()
    kind, theme = ours.known(kind) or "", ours.known(theme) or ""
    strip = Image.new("L", (STRIP, CHIP_HEIGHT))
    wide = ours.width(kind, 0) * letters.LABEL_SIZE // 1000 + 2 * CHIP_SIDE
    strip.paste(_chip(wide))
    ours.draw(strip, kind, (CHIP_SIDE, CHIP_BASELINE), letters.LABEL_SIZE, shade=0)
    end, pen = wide, wide + CHIP_GAP
    if (beside := pen + ours.width(theme, 0) * letters.LABEL_SIZE // 1000) <= STRIP:
        ours.draw(strip, theme, (pen, CHIP_BASELINE), letters.LABEL_SIZE)
        end = beside + 1
    ground.paste(
        strip.crop((0, 0, end, CHIP_HEIGHT)).point(_TO_SHADE, "P"), (FILTER + LEFT, CHIP_TOP)
    )
    return ground, palette


def _chip(wide: int) -> Image.Image:
    """Give the shape around the kind; drawn larger first, for a smooth edge."""
    large = Image.new("L", (wide * FINER, CHIP_HEIGHT * FINER))
    edge = (0, 0, large.width - 1, large.height - 1)
    ImageDraw.Draw(large).rounded_rectangle(edge, radius=large.height / 2, fill=255)
    return large.resize((wide, CHIP_HEIGHT), Image.Resampling.BOX)
