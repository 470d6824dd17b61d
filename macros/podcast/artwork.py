"""Checks the podcast's artwork by its bytes: square, large enough, and a form that apps can show.

Apple: JPEG or PNG, 1400 to 3000 pixels on each side, RGB, without transparency. The small copy is
the picture inside a recording, so that a file keeps its face where it goes.
"""

from dataclasses import dataclass
from pathlib import Path

SMALLEST, LARGEST = 1400, 3000
"""Pixels on each side."""
MOST_BYTES = 512_000
"""More makes an app give up on a slow line."""
SMALL_SIDE, SMALL_BYTES = 600, 100_000
"""Pixels on each side and most bytes of the small copy, which every recording carries."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_SHOWN = {0xC0, 0xC1, 0xC2}
"""Baseline, extended and progressive: the frames that browsers and apps can show."""
_MAKE = f"Maak een vierkante JPEG van {LARGEST} bij {LARGEST} pixels."
_MAKE_SMALL = (
    f"Maak van de omslag een JPEG van {SMALL_SIDE} bij {SMALL_SIDE} pixels en hooguit "
    f"{SMALL_BYTES // 1000} kB, of teken beide opnieuw met: goodiebag cover."
)


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
    data = _bytes(path, "Zet de omslag neer, of verbeter de naam bij `cover`.")
    found = _facts(data, path.name, _MAKE)
    if not SMALLEST <= found.width <= LARGEST:
        raise ArtworkError(
            f"dit plaatje is {found.width} pixels breed; dat moet tussen {SMALLEST} en {LARGEST} "
            f"zijn. {_MAKE}"
        )
    if len(data) > MOST_BYTES:
        raise ArtworkError(
            f"dit plaatje telt {len(data)} bytes; het mogen er hooguit {MOST_BYTES} zijn. Sla het "
            f"op met een lagere kwaliteit. {_MAKE}"
        )
    return found


def small(cover: str) -> str:
    """Give the name of the small copy of a cover: `cover.jpg` gives `cover-small.jpg`."""
    return f"{Path(cover).stem}-small.jpg"


def read_small(path: Path) -> bytes:
    """Give the small copy at `path`; raises ArtworkError when it does not fit in a recording."""
    data = _bytes(path, _MAKE_SMALL)
    found = _facts(data, path.name, _MAKE_SMALL)
    if found.width != SMALL_SIDE or len(data) > SMALL_BYTES:
        raise ArtworkError(
            f"dit plaatje is {found.width} pixels breed en telt {len(data)} bytes. {_MAKE_SMALL}"
        )
    return data


def _bytes(path: Path, remedy: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ArtworkError(f"dit bestand is er niet. {remedy}") from None
    except OSError as error:
        raise ArtworkError(
            f"dit bestand kan ik niet openen ({error.strerror}). Kijk of het een bestand is."
        ) from None


def _facts(data: bytes, name: str, remedy: str) -> Artwork:
    """Give the facts of a square image in RGB whose name is right, or say with the remedy why not."""
    try:
        found = _png(data) if data.startswith(_PNG) else _jpeg(data)
    except ArtworkError as error:
        raise ArtworkError(f"{error} {remedy}") from None
    if found.mime_type != ("image/png" if name.endswith(".png") else "image/jpeg"):
        kind = found.mime_type.removeprefix("image/").upper()
        raise ArtworkError(f"dit is een {kind}, maar het bestand heet {name}. {remedy}")
    if found.width != found.height:
        raise ArtworkError(
            f"dit plaatje is {found.width} bij {found.height} pixels en dus niet vierkant. {remedy}"
        )
    return found


def _png(data: bytes) -> Artwork:
    """Walk over the chunks of a PNG (ISO/IEC 15948) to its end; they tell transparency."""
    place, kind = len(_PNG), b""
    while place + 12 <= len(data) and kind != b"IEND":
        length, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        if kind == b"tRNS":
            raise ArtworkError("dit plaatje is doorzichtig.")
        place += 12 + length
    if kind != b"IEND" or place > len(data):
        raise ArtworkError("dit plaatje is afgebroken.")
    if data[25] & 4:
        raise ArtworkError("dit plaatje is doorzichtig.")
    if not data[25] & 2:
        raise ArtworkError("dit plaatje heeft alleen grijs; apps vragen kleur (RGB).")
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return Artwork(width, height, "image/png")


def _jpeg(data: bytes) -> Artwork:
    """Walk over the segments of a JPEG (ISO/IEC 10918-1) to its frame, which holds its size."""
    if not data.startswith(_JPEG):
        raise ArtworkError("dit is geen JPEG of PNG.")
    if not data.rstrip(b"\0").endswith(b"\xff\xd9"):
        raise ArtworkError("dit plaatje is afgebroken.")
    place = 2
    while place + 10 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:  # a segment may begin with more than one
            place += 1
            continue
        if marker in _JPEG_FRAMES:
            if marker not in _SHOWN:
                raise ArtworkError("dit is een bijzondere JPEG, die apps niet kunnen laten zien.")
            if data[place + 9] == 4:
                raise ArtworkError("de kleuren van dit plaatje zijn voor drukwerk (CMYK).")
            if data[place + 9] != 3:
                raise ArtworkError("dit plaatje heeft alleen grijs; apps vragen kleur (RGB).")
            height = int.from_bytes(data[place + 5 : place + 7], "big")
            width = int.from_bytes(data[place + 7 : place + 9], "big")
            return Artwork(width, height, "image/jpeg")
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    raise ArtworkError("dit plaatje is beschadigd.")
