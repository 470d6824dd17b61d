"""The QR code of an address."""

from xml.etree import ElementTree

import segno

from macros.podcast import qr

ADDRESS = "https://example.org/podcast/feed.xml"


def dots(svg: bytes) -> list[list[bool]]:
    """Read the dots of the drawing back, quiet zone included, from its one path of lines."""
    root = ElementTree.fromstring(svg)
    size = int(root.attrib["viewBox"].split()[2])
    drawn = [[False] * size for _ in range(size)]
    path = next(
        part.attrib["d"] for part in root.iter() if part.attrib.get("stroke", "").startswith("#0")
    )
    x = y = 0.0
    for step in path.replace("M", " M").replace("m", " m").replace("h", " h").split(" m"):
        move, _, run = step.strip().lstrip("M").partition("h")
        right, down = (float(number) for number in move.split())
        x, y = x + right, y + down
        for at in range(int(x), int(x + float(run))):
            drawn[int(y)][at] = True
        x += float(run)
    return drawn


def test_the_code_says_the_address() -> None:
    """Dot for dot it is the code of the address, with the four empty dots around it that it needs."""
    expected = segno.make_qr(ADDRESS, error="m", boost_error=False).matrix_iter(border=4)

    assert dots(qr.svg(ADDRESS)) == [[bool(dot) for dot in row] for row in expected]


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
