"""Draws the QR code (ISO/IEC 18004) of an address. The only module that knows segno."""

import re
from functools import cache
from io import BytesIO
from typing import NamedTuple

import segno

MASK = 3
"""The pattern over the dots of `dots`, of the eight there are. A scanner reads any of them; trying
all, to see which looks most even, takes four times as long as the rest of the work."""


class Dots(NamedTuple):
    """A code to put in a page: `size` dots wide and high, and the `path` of an SVG.

    The path strokes a line of one wide for each run of dark dots, from the middle of the first row
    at 0,0. It needs four light dots around it: `viewBox="-4 -4.5 size+8 size+8"`.
    """

    size: int
    path: str


@cache
def dots(address: str) -> Dots:
    """Give the dots of the QR code of an address, in as few signs as a page can carry.

    It takes level L, which survives damage to 7 % of the dots: fewer dots are larger ones on paper.
    Page and record of an entry show the same code, so what was made is remembered.
    """
    code = segno.make_qr(address, error="l", boost_error=False, mask=MASK)
    moves, x, y = [], 0, 0
    for row, line in enumerate(code.matrix):
        for run in re.finditer(b"\1+", line):
            moves.append(f"m{run.start() - x} {row - y}h{run.end() - run.start()}")
            x, y = run.end(), row
    return Dots(len(code.matrix), "".join(moves))


def svg(address: str) -> bytes:
    """Give the QR code of an address as SVG, dark on white with the quiet zone that scanners need.

    It takes level M, which survives damage to 15 % of the dots. There is no style in it, so that
    it can be opened under a strict Content-Security-Policy. The same address gives the same bytes.
    """
    target = BytesIO()
    code = segno.make_qr(address, error="m", boost_error=False)
    code.save(
        target,
        kind="svg",
        omitsize=True,  # then it fills whatever place a page gives it
        dark="#000000",
        light="#ffffff",
        title=address,
        svgclass=None,
        lineclass=None,
    )
    return target.getvalue()
