"""The QR code of an address."""

import re
from xml.etree import ElementTree

import segno

from macros import qr

ADDRESS = "https://example.org/podcast/feed.xml"


def drawn(svg: bytes) -> list[list[bool]]:
    """Read the dots of the drawing back, quiet zone included, from its one path of lines."""
    root = ElementTree.fromstring(svg)
    size = int(root.attrib["viewBox"].split()[2])
    made = [[False] * size for _ in range(size)]
    path = next(
        part.attrib["d"] for part in root.iter() if part.attrib.get("stroke", "").startswith("#0")
    )
    x = y = 0.0
    for step in path.replace("M", " M").replace("m", " m").replace("h", " h").split(" m"):
        move, _, run = step.strip().lstrip("M").partition("h")
        right, down = (float(number) for number in move.split())
        x, y = x + right, y + down
        for at in range(int(x), int(x + float(run))):
            made[int(y)][at] = True
        x += float(run)
    return made


def read(size: int, path: str) -> list[list[bool]]:
    """Read the dots back from the path of a code for a page, without the quiet zone."""
    made = [[False] * size for _ in range(size)]
    x = y = 0
    assert re.fullmatch(r"(m-?\d+ \d+h\d+)+", path)
    for right, down, run in re.findall(r"m(-?\d+) (\d+)h(\d+)", path):
        x, y = x + int(right), y + int(down)
        for _ in range(int(run)):
            made[y][x] = True
            x += 1
    return made


def test_the_code_says_the_address() -> None:
    """Dot for dot it is the code of the address, with the four empty dots around it that it needs."""
    expected = segno.make_qr(ADDRESS, error="m", boost_error=False).matrix_iter(border=4)

    assert drawn(qr.svg(ADDRESS)) == [[bool(dot) for dot in row] for row in expected]


def test_the_code_is_dark_on_white_whatever_the_page() -> None:
    """A scanner needs light around the code, in a dark page too; and a strict policy allows it."""
    code = qr.svg(ADDRESS).decode()

    assert 'fill="#fff"' in code
    assert "style" not in code
    assert "<title>https://example.org/podcast/feed.xml</title>" in code


def test_the_same_address_gives_the_same_bytes() -> None:
    """And another address another code."""
    assert qr.svg(ADDRESS) == qr.svg(ADDRESS)
    assert qr.svg(ADDRESS) != qr.svg(f"{ADDRESS}?")


def test_the_code_for_a_page_says_the_address_too() -> None:
    """Its path has each dot of a code of that address, and no sign more than that needs."""
    code = qr.dots(ADDRESS)
    expected = segno.make_qr(ADDRESS, error="l", boost_error=False, mask=qr.MASK).matrix

    assert read(*code) == [[bool(dot) for dot in row] for row in expected]
    assert qr.dots(f"{ADDRESS}?") != code
    assert len(code.path) < 2000
