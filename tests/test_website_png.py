"""Writing a picture with a palette as PNG."""

from io import BytesIO

import pytest
from PIL import Image

from macros.website import png

RED_AND_WHITE = bytes((255, 0, 0, 255, 255, 255))


def test_another_program_reads_the_same_picture_back() -> None:
    """Its size, its palette and its pixels, and no more colours than there are."""
    made = png.write(3, 2, RED_AND_WHITE, bytes((0, 1, 0, 1, 0, 0, 1, 0)))

    with Image.open(BytesIO(made)) as found:
        assert (found.format, found.mode, found.size) == ("PNG", "P", (3, 2))
        assert bytes(found.getpalette() or ()) == RED_AND_WHITE
        assert found.tobytes() == bytes((1, 0, 1, 0, 1, 0))


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
        png.write(3, 2, palette, rows)
