"""Writes a picture with a palette as PNG (ISO/IEC 15948). The only module that knows zlib-ng.

Pillow needs some 2.5 ms for what takes 0.5 here, and there is one card per entry. The zlib of
Python is another one per machine, and gives other bytes; zlib-ng comes along, and is fast.
"""

from struct import pack

from zlib_ng import zlib_ng

LEVEL = 2
"""A card is made in every build, and fetched now and then by other sites: time goes before bytes."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DEPTH, _PALETTE = 8, 3


def write(width: int, height: int, palette: bytes, rows: bytes) -> bytes:
    """Give a PNG: `palette` has three bytes per colour, `rows` one per pixel, and a 0 before each row.

    That 0 is the filter of the row in PNG: none. Raises ValueError when the rows are no such picture.
    """
    if len(rows) != (width + 1) * height or not 3 <= len(palette) <= 768 or len(palette) % 3:
        raise ValueError(f"no picture of {width} by {height} pixels with a palette")
    header = pack(">IIBBBBB", width, height, _DEPTH, _PALETTE, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", palette),
            _chunk(b"IDAT", zlib_ng.compress(rows, LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return pack(">I", len(data)) + body + pack(">I", zlib_ng.crc32(body))
