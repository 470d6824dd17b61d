"""Checks the podcast's artwork by its first bytes: square, large enough, and a form apps can show.

Apple: JPEG or PNG, 1400 to 3000 pixels on each side, RGB, without transparency.
"""

from dataclasses import dataclass
from pathlib import Path

SMALLEST, LARGEST = 1400, 3000
"""Pixels on each side."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_MAKE = f"Maak een vierkante JPEG van {LARGEST} bij {LARGEST} pixels."


@dataclass(frozen=True)
class Artwork:
    """The facts of an image: its width and height in pixels, and its type."""

    width: int
    height: int
    mime_type: str


class ArtworkError(Exception):
    """An image is no good artwork; the message says in Dutch what to do."""


def read(path: Path) -> Artwork:
    """Read the facts of the image at `path`; raises ArtworkError when apps would refuse it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ArtworkError(
            "dit bestand is er niet. Zet de omslag neer, of verbeter de naam bij `cover`."
        ) from None
    except OSError as error:
        raise ArtworkError(
            f"dit bestand kan ik niet openen ({error.strerror}). Kijk of het een bestand is."
        ) from None
    found = _png(data) if data.startswith(_PNG) else _jpeg(data)
    if found.mime_type != ("image/png" if path.suffix == ".png" else "image/jpeg"):
        kind = found.mime_type.removeprefix("image/").upper()
        raise ArtworkError(f"dit is een {kind}, maar het bestand heet {path.name}. {_MAKE}")
    if found.width != found.height:
        raise ArtworkError(
            f"dit plaatje is {found.width} bij {found.height} pixels en dus niet vierkant. {_MAKE}"
        )
    if not SMALLEST <= found.width <= LARGEST:
        raise ArtworkError(
            f"dit plaatje is {found.width} pixels breed; dat moet tussen {SMALLEST} en {LARGEST} "
            f"zijn. {_MAKE}"
        )
    return found


def _png(data: bytes) -> Artwork:
    """Read the header of a PNG (ISO/IEC 15948); its colour type tells transparency."""
    if len(data) < 33 or data[-8:-4] != b"IEND":
        raise ArtworkError(f"dit plaatje is afgebroken. {_MAKE}")
    if data[25] & 4 or b"tRNS" in data[33:4096]:
        raise ArtworkError(f"dit plaatje is doorzichtig. {_MAKE}")
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return Artwork(width, height, "image/png")


def _jpeg(data: bytes) -> Artwork:
    """Walk over the segments of a JPEG (ISO/IEC 10918-1) to its frame, which holds its size."""
    if not data.startswith(_JPEG):
        raise ArtworkError(f"dit is geen JPEG of PNG. {_MAKE}")
    if not data.rstrip(b"\0").endswith(b"\xff\xd9"):
        raise ArtworkError(f"dit plaatje is afgebroken. {_MAKE}")
    place = 2
    while place + 10 <= len(data) and data[place] == 0xFF:
        if data[place + 1] in _JPEG_FRAMES:
            if data[place + 9] not in (1, 3):
                raise ArtworkError(f"de kleuren van dit plaatje zijn voor drukwerk (CMYK). {_MAKE}")
            height = int.from_bytes(data[place + 5 : place + 7], "big")
            width = int.from_bytes(data[place + 7 : place + 9], "big")
            return Artwork(width, height, "image/jpeg")
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    raise ArtworkError(f"dit plaatje is beschadigd. {_MAKE}")
