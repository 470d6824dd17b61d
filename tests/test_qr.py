"""The QR code of an address."""

import re
from xml.etree import ElementTree

import zxingcpp
from PIL import Image, ImageDraw

from macros import qr

ADDRESS = "https://example.org/podcast/feed.xml"
SVG = "{http://www.w3.org/2000/svg}"


def scanned(size: int, path: str) -> str:
    """Draw a code with 8 pixels for a dot and light around it, and let a scanner read it."""
    dot = 8
    picture = Image.new("L", ((size + 8) * dot,) * 2, 255)
    pen = ImageDraw.Draw(picture)
    for row, runs in re.findall(r"M0 (\d+)([^M]*)", path):
        x, top = 0, (int(row) + 4) * dot
        for light, dark in re.findall(r"(?:m(\d+) 0)?h(\d+)", runs):
            left = (x + int(light or 0) + 4) * dot
            pen.rectangle((left, top, left + int(dark) * dot - 1, top + dot - 1), fill=0)
            x += int(light or 0) + int(dark)
    return "".join(code.text for code in zxingcpp.read_barcodes(picture))


def test_a_scanner_reads_the_address_from_the_drawing() -> None:
    """The code begins after the quiet zone of four dots, in the middle of its first row."""
    root = ElementTree.fromstring(qr.svg(ADDRESS))
    _, code = root.iter(f"{SVG}path")

    assert code.attrib["transform"] == "translate(4 4.5)"
    assert scanned(int(root.attrib["viewBox"].split()[2]) - 8, code.attrib["d"]) == ADDRESS


def test_the_code_is_dark_on_white_whatever_the_page() -> None:
    """A scanner needs light around the code, in a dark page too; and a strict policy allows it."""
    code = qr.svg(f"{ADDRESS}?a&b").decode()

    assert 'fill="#fff"' in code
    assert "style" not in code
    assert "<title>https://example.org/podcast/feed.xml?a&amp;b</title>" in code


def test_the_same_address_gives_the_same_bytes() -> None:
    """And another address another code."""
    assert qr.svg(ADDRESS) == qr.svg(ADDRESS)
    assert qr.svg(ADDRESS) != qr.svg(f"{ADDRESS}?")


def test_a_scanner_reads_the_code_of_a_page_too() -> None:
    """It has no sign more than its path needs."""
    code = qr.dots(ADDRESS)

    assert scanned(*code) == ADDRESS
    assert re.fullmatch(r"(M0 \d+((m\d+ 0)?h\d+)+)+", code.path)
    assert len(code.path) < 2000
    assert qr.dots(f"{ADDRESS}?") != code
