"""Writing a picture with a palette as PNG."""

import zlib
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image

from macros.website import png

RED_AND_WHITE = bytes((255, 0, 0, 255, 255, 255))


def test_another_program_reads_the_same_picture_back() -> None:
    """Its size, its palette and its pixels, and no more colours than there are."""
    made = png.write(3, 2, RED_AND_WHITE, [png.part(bytes((0, 1, 0, 1, 0, 0, 1, 0)))])

    with Image.open(BytesIO(made)) as found:
        assert (found.format, found.mode, found.size) == ("PNG", "P", (3, 2))
        assert bytes(found.getpalette() or ()) == RED_AND_WHITE
        assert found.tobytes() == bytes((1, 0, 1, 0, 1, 0))


def test_parts_make_one_picture_with_a_sum_that_is_right() -> None:
    """Parts of other heights and contents, some used twice: zlib looks at the sum when it unpacks."""
    ground, words = png.part(bytes(4 * 700)), png.part(b"\0\1\0\1" * 90)
    made = png.write(3, 1490, RED_AND_WHITE, [ground, words, ground])

    with Image.open(BytesIO(made)) as found:
        assert found.tobytes() == bytes(2100) + b"\1\0\1" * 90 + bytes(2100)
    rows = b"".join(body for kind, body in chunks(made) if kind == b"IDAT")
    assert zlib.decompress(rows) == bytes(2800) + b"\0\1\0\1" * 90 + bytes(2800)


def chunks(file: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Take a PNG apart, and look whether the check of each chunk is right."""
    at = 8
    while at < len(file):
        length = int.from_bytes(file[at : at + 4])
        kind, body = file[at + 4 : at + 8], file[at + 8 : at + 8 + length]
        assert int.from_bytes(file[at + 8 + length : at + 12 + length]) == zlib.crc32(kind + body)
        yield kind, body
        at += 12 + length


@pytest.mark.parametrize(
    ("palette", "rows"),
    [
        (RED_AND_WHITE, bytes(6)),
        (RED_AND_WHITE[:4], bytes(8)),
        (b"", bytes(8)),
        (bytes(3 * 257), bytes(8)),
    ],
)
def test_what_is_no_picture_is_refused(palette: bytes, rows: bytes) -> None:
    """Rows that are too few, and a palette that is not whole, empty or too large."""
    with pytest.raises(ValueError, match="no picture of 3 by 2 pixels"):
        png.write(3, 2, palette, [png.part(rows)])
