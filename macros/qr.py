"""Draws the QR code (ISO/IEC 18004) of an address. The only module that knows zxing-cpp."""

import re
from functools import cache
from html import escape
from typing import NamedTuple

import zxingcpp

QUIET = 4
"""Light dots around a code, which a scanner needs."""
_RUNS = re.compile(rb"[^\0]*\0+")
_SVG = """\
<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><title>{title}</title>\
<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>\
<path stroke="#000" d="{path}" transform="translate({quiet} {middle})"/></svg>
"""


class Dots(NamedTuple):
    """A code to put in a page: `size` dots wide and high, and the `path` of an SVG.

    The path strokes a line of one wide for each run of dark dots; the middle of the first row is at
    0,0. It needs four light dots around it: `viewBox="-4 -4.5 size+8 size+8"`.
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
    rows = (pixels[start : start + size] for start in range(0, size * size, size))
    return Dots(size, "".join(_stroke(y, row) for y, row in enumerate(rows)))


def _stroke(y: int, row: bytes) -> str:
    """Give the part of a path that strokes the dark dots (zeros) of a row."""
    return f"M0 {y}" + "".join(map(_run, _RUNS.findall(row)))


@cache
def _run(dots: bytes) -> str:
    """Give the move over light dots, if any, and the line along the dark ones behind them."""
    dark = dots.count(0)
    light = len(dots) - dark
    return f"m{light} 0h{dark}" if light else f"h{dark}"


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
