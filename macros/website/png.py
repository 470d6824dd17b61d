"""Writes a picture with a palette as PNG (ISO/IEC 15948). The only module that knows zlib-ng.

A picture is put together from parts, each some rows high and packed by itself: what many pictures
share is packed once. Pillow packs whole pictures only, and needs some 2.5 ms for one. The zlib of
Python is another one per machine, and gives other bytes; zlib-ng comes along, and is fast.
"""

from collections.abc import Sequence
from struct import pack
from typing import NamedTuple

from zlib_ng import zlib_ng

LEVEL = 2
"""A card is made in every build, and fetched now and then by other sites: time goes before bytes."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DEPTH, _PALETTE = 8, 3
_RAW = -15
"""Packed rows without a head or an end of their own (RFC 1951): those come around all parts."""
_HEAD, _END = b"\x78\x01", b"\x03\x00"
"""What stands before and behind the packed rows of a picture (RFC 1950)."""
_BASE = 65521


class Part(NamedTuple):
    """Some rows of a picture: the `chunk` that carries them, how many signs they were, and their sum."""

    chunk: bytes
    length: int
    sum: int


def part(rows: bytes | bytearray | memoryview, *, is_shared: bool = False) -> Part:
    """Pack rows: a byte per pixel, the number of its colour, and a 0 before each row.

    That 0 is the filter of the row in PNG: none. Rows that many pictures share, with a drawing in
    them, are searched for what comes again; in others only runs of one colour are found.
    """
    strategy = zlib_ng.Z_DEFAULT_STRATEGY if is_shared else zlib_ng.Z_RLE
    packer = zlib_ng.compressobj(LEVEL, zlib_ng.DEFLATED, _RAW, strategy=strategy)
    packed = packer.compress(rows) + packer.flush(zlib_ng.Z_SYNC_FLUSH)
    return Part(_chunk(b"IDAT", packed), memoryview(rows).nbytes, zlib_ng.adler32(rows))


def write(width: int, height: int, palette: bytes, parts: Sequence[Part]) -> bytes:
    """Give a PNG of these parts, from top to bottom; `palette` has three bytes per colour.

    Raises ValueError when they are no such picture.
    """
    signs = sum(one.length for one in parts)
    if signs != (width + 1) * height or not 3 <= len(palette) <= 768 or len(palette) % 3:
        raise ValueError(f"no picture of {width} by {height} pixels with a palette")
    header = pack(">IIBBBBB", width, height, _DEPTH, _PALETTE, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", palette),
            _chunk(b"IDAT", _HEAD),
            *(one.chunk for one in parts),
            _chunk(b"IDAT", _END + _sum(parts)),
            _chunk(b"IEND", b""),
        )
    )


def _sum(parts: Sequence[Part]) -> bytes:
    """Give the Adler-32 of all rows, from those of the parts."""
    low, high = 1, 0
    for one in parts:
        high = (high + (one.sum >> 16) + one.length * (low - 1)) % _BASE
        low = (low + (one.sum & 0xFFFF) - 1) % _BASE
    return pack(">HH", high, low)


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return pack(">I", len(data)) + body + pack(">I", zlib_ng.crc32(body))
