"""Draws again what social cards are made of: a ground per theme, and the letters of the site.

Chromium draws both, with the fruits, the colours and the font of the site, kerning included; only
this command needs it, a build uses the committed files.
"""

import json
from base64 import b64decode, b64encode
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from PIL import Image

from macros import addresses, drawing
from macros.catalogue.vocabulary import Theme
from macros.website import letters, social_card, tokens

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FONT = "assets/fonts/figtree-latin-wght-normal.woff2"
WEIGHT = 800
COLOURS = 64
"""Of a ground, those of its letters among them; fewer would blur the edges of a fruit."""
WIDE = 2048
"""Pixels of the sheet with letters."""

_PAGE = """<!doctype html><meta charset="utf-8"><style>
@font-face { font-family: Figtree; src: url("%s"); font-weight: 300 900 }
body { margin: 0 } svg { display: block }
</style><p style="font: %s 20px Figtree; position: absolute; opacity: 0">Goodiebag</p>%s"""


def make(root: Path, themes: tuple[Theme, ...], folder: Path = letters.DRAWN) -> list[Path]:
    """Draw the grounds of these themes and the letters, with the assets of the project `root`.

    Gives the files. Raises drawing.DrawingError when there is no browser or it cannot draw.
    """
    docs = root / "docs"
    look = tokens.read((docs / addresses.TOKENS).read_text(encoding="utf-8"))
    font = _data(docs / FONT, "font/woff2")
    with drawing.browser() as browser:
        grounds = {
            theme.colour: _ground(_drawn(browser, font, _svg(docs, theme, look)), theme, look)
            for theme in themes
        }
        sheet, facts = _letters(browser, font)
    folder.mkdir(parents=True, exist_ok=True)
    for colour, ground in grounds.items():
        ground.save(folder / f"{colour}.png", optimize=True)
    sheet.save(folder / letters.SHEET, optimize=True)
    told = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (folder / letters.FACTS).write_text(told.replace('},"', '},\n"') + "\n", encoding="utf-8")
    names = [*(f"{colour}.png" for colour in grounds), letters.SHEET, letters.FACTS]
    return [folder / name for name in names]


def _svg(docs: Path, theme: Theme, look: tokens.Tokens) -> str:
    assets = docs / "assets"
    templates = Environment(
        loader=PackageLoader("macros.website"), autoescape=True, undefined=StrictUndefined
    )
    return templates.get_template("social.svg").render(
        ground=look.light[f"{theme.colour}-wash"],
        ink=look.light["ink"],
        fruit=_data(assets / f"fruit/{theme.icon}.svg", "image/svg+xml"),
        basket=_data(assets / "images/mand.svg", "image/svg+xml"),
        weave=_data(assets / "images/vlechtwerk.svg", "image/svg+xml"),
    )


def _drawn(browser: "Browser", font: str, svg: str) -> Image.Image:
    page = browser.new_page(viewport={"width": social_card.WIDTH, "height": social_card.HEIGHT})
    page.set_content(_PAGE % (font, WEIGHT, svg))
    page.evaluate("document.fonts.ready")
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def _ground(drawn: Image.Image, theme: Theme, look: tokens.Tokens) -> Image.Image:
    """Give a drawing the palette of a card: first from its ground to the colour of its letters."""
    steps = letters.SHADES - 1
    ends = (look.light[f"{theme.colour}-wash"], look.light[theme.colour])
    ground, ink = (tuple(bytes.fromhex(end[1:])) for end in ends)
    shades = [
        round((a * (steps - step) + b * step) / steps)
        for step in range(letters.SHADES)
        for a, b in zip(ground, ink, strict=True)
    ]
    own = drawn.quantize(COLOURS - letters.SHADES, Image.Quantize.MAXCOVERAGE, kmeans=3)
    palette = Image.new("P", (1, 1))
    palette.putpalette(shades + (own.getpalette() or [])[: 3 * (COLOURS - letters.SHADES)])
    return drawn.quantize(palette=palette, dither=Image.Dither.NONE)


_MEASURE = """async ([candidates, sizes, weight]) => {
  await document.fonts.ready;
  const ctx = document.createElement("canvas").getContext("2d");
  const wide = (text, family, kerning) => {
    ctx.font = `${weight} 1000px ${family}`;
    ctx.fontKerning = kerning;
    return ctx.measureText(text).width;
  };
  // A letter that the font lacks comes from the font behind it, and that shows in its width.
  const own = [...candidates].filter(
    (sign) => wide(sign, "Figtree, serif", "none") === wide(sign, "Figtree, monospace", "none"));
  const advance = {}, box = {};
  for (const sign of own) advance[sign] = Math.round(wide(sign, "Figtree", "none"));
  for (const size of sizes) {
    ctx.font = `${weight} ${size}px Figtree`;
    box[size] = {};
    for (const sign of own) {
      const found = ctx.measureText(sign);
      box[size][sign] = [found.actualBoundingBoxLeft, found.actualBoundingBoxAscent,
        found.actualBoundingBoxRight, found.actualBoundingBoxDescent];
    }
  }
  return { advance, box };
}"""

_KERN = """async ([pairs, weight]) => {
  const ctx = document.createElement("canvas").getContext("2d");
  ctx.font = `${weight} 1000px Figtree`;
  const widths = (kerning) => {
    ctx.fontKerning = kerning;
    return pairs.map((pair) => ctx.measureText(pair).width);
  };
  const near = widths("normal"), far = widths("none");
  const kern = pairs.map((pair, at) => [pair, Math.round(near[at] - far[at])]);
  return Object.fromEntries(kern.filter(([, nearer]) => nearer));
}"""

_SHEET = """async ([places, weight, width, height]) => {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "black";
  ctx.fillRect(0, 0, width, height);
  ctx.fillStyle = "white";
  for (const [size, letters] of Object.entries(places)) {
    ctx.font = `${weight} ${size}px Figtree`;
    for (const [sign, [x, y, , , left, top]] of Object.entries(letters)) {
      ctx.fillText(sign, x - left, y - top);
    }
  }
  return canvas.toDataURL("image/png");
}"""

CANDIDATES = (
    "".join(
        map(
            chr,
            [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2C6, 0x2DA, 0x2DC, *range(0x2010, 0x2027)],
        )
    )
    + "‹›€™−×÷→←↑↓′″"
)
"""The letters and signs to look for in the font: those of languages in Latin script."""


def _letters(browser: "Browser", font: str) -> tuple[Image.Image, dict[str, Any]]:
    """Draw all letters in all sizes on one sheet; give it with what `letters.Letters` asks."""
    page = browser.new_page()
    page.set_content(_PAGE % (font, WEIGHT, ""))
    sizes = [*letters.TITLE_SIZES, letters.LABEL_SIZE]
    found = page.evaluate(_MEASURE, [CANDIDATES, sizes, WEIGHT])
    kern = page.evaluate(_KERN, [list(letters.pairs("".join(found["advance"]))), WEIGHT])
    places, height = _places(found["box"])
    drawn = page.evaluate(_SHEET, [places, WEIGHT, WIDE, height])
    sheet = Image.open(BytesIO(b64decode(drawn.partition(",")[2]))).convert("L")
    steps = letters.GREYS - 1
    greys = sheet.point([round(grey * steps / 255) for grey in range(256)], "P")
    greys.putpalette([level * 255 // steps for level in range(steps + 1) for _ in range(3)])
    return greys, {"advance": found["advance"], "kern": kern, "sizes": places}


def _places(box: dict[str, dict[str, list[float]]]) -> tuple[dict[str, dict[str, list[int]]], int]:
    """Give each letter its place on the sheet, row by row, and the height of the sheet in pixels."""
    places: dict[str, dict[str, list[int]]] = {}
    x = y = tall = 0
    for size, signs in box.items():
        places[size] = {}
        for sign, (left, above, right, below) in signs.items():
            if left + right <= 0:
                continue  # a space
            from_pen, from_line = -ceil(left) - 1, -ceil(above) - 1
            width, height = ceil(right) + 1 - from_pen, ceil(below) + 1 - from_line
            if x + width > WIDE:
                x, y, tall = 0, y + tall, 0
            places[size][sign] = [x, y, width, height, from_pen, from_line]
            x, tall = x + width, max(tall, height)
    return places, y + tall


def _data(file: Path, kind: str) -> str:
    return f"data:{kind};base64,{b64encode(file.read_bytes()).decode('ascii')}"
