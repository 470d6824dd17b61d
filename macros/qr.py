"""Draws the QR code (ISO/IEC 18004) of an address. The only module that knows zxing-cpp."""

import re
from functools import cache
from html import escape
from typing import NamedTuple

import zxingcpp

QUIET = 4
"""Light dots around a code, which a scanner needs."""
_SVG = """\
<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><title>{title}</title>\
<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>\
<path stroke="#000" d="M{quiet} {middle}{path}"/></svg>
"""


class Dots(NamedTuple):
    """A code to put in a page: `size` dots wide and high, and the `path` of an SVG.

    The path strokes a line of one wide for each run of dark dots, from the middle of the first row
    at 0,0. It needs four light dots around it: `viewBox="-4 -4.5 size+8 size+8"`.
    """

    size: int
    path: str


@cache
def dots(address: str, level: str = "L") -> Dots:
    """Give the dots of the QR code of an address, in as few signs as a page can carry.

    Level L survives damage to 7 % of the dots, M to 15 %: fewer dots are larger ones on paper.
    Page and record of an entry show the same code, so what was made is remembered.
    """
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    image = code.to_image(add_quiet_zones=False)
    pixels = bytes(memoryview(image))  # type: ignore[arg-type]  # its types leave out that it is a buffer
    size = image.shape[0]
    moves, x, y = [], 0, 0
    for row in range(size):
        for run in re.finditer(b"\0+", pixels[row * size : (row + 1) * size]):
            moves.append(f"m{run.start() - x} {row - y}h{run.end() - run.start()}")
            x, y = run.end(), row
    return Dots(size, "".join(moves))


def svg(address: str) -> bytes:
    """Give the QR code of an address as SVG, dark on white with the quiet zone that scanners need.

    It takes level M. There is no size in it, so that it fills whatever place a page gives it, and
    no style, so that it can be opened under a strict Content-Security-Policy. The same address
    gives the same bytes.
    """
    size, path = dots(address, "M")
    return _SVG.format(
        size=size + 2 * QUIET, title=escape(address), quiet=QUIET, middle=QUIET + 0.5, path=path
    ).encode()
