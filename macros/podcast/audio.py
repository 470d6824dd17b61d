"""Reads the facts of an MP3, and refuses what would not play to the end in every podcast app.

mutagen knows the formats; it believes what a header says. So the frames are walked as well, and
counted.
"""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from mutagen import MutagenError
from mutagen.mp3 import MP3

from macros.podcast.frames import MOST_JUNK, Walk, between_tags, walk

MIME_TYPE = "audio/mpeg"

_AGAIN = "Zet de opname er opnieuw neer, als mp3."
_CONVERT = "Maak er eerst een mp3 van (96 kbit/s, mono); een andere naam is niet genoeg."
_OTHERS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"RIFF", "een WAV-bestand"),
    (0, b"RF64", "een WAV-bestand"),
    (0, b"FORM", "een AIFF-bestand"),
    *(
        (4, part, "een M4A-bestand")
        for part in (b"ftyp", b"styp", b"moov", b"moof", b"sidx", b"mdat")
    ),
    (0, b"OggS", "een Ogg- of Opus-bestand"),
    (0, b"fLaC", "een FLAC-bestand"),
    (0, b"\x1aE\xdf\xa3", "een WebM-bestand"),
    (0, b"\x89PNG", "een plaatje (PNG)"),
    (0, b"\xff\xd8\xff", "een plaatje (JPEG)"),
    (0, b"GIF8", "een plaatje (GIF)"),
    (0, b"%PDF", "een pdf"),
    (0, b"PK\x03\x04", "een zipbestand"),
    (0, b"\x30\x26\xb2\x75", "een WMA-bestand"),
    (0, b".snd", "een AU-bestand"),
    (0, b"#!AMR", "een AMR-bestand"),
    (0, b"caff", "een CAF-bestand"),
)
_LAYERS = {0b00: "een AAC-bestand", 0b10: "een MP2-bestand", 0b11: "een MP1-bestand"}
"""What the two bits after the sync of an MPEG frame say, where they do not say MP3."""


@dataclass(frozen=True)
class Audio:
    """The facts of an MP3: size in bytes, length in seconds, bits a second, samples a second.

    `sound` is the fingerprint (SHA-256) of what lies between the tags: other tags do not change it.
    """

    bytes: int
    seconds: float
    bitrate: int
    sample_rate: int
    channels: int
    sound: str
    mime_type: str = MIME_TYPE


class AudioError(Exception):
    """A file is not a whole MP3; the message says in Dutch what it is and what to do."""


def read(path: Path) -> Audio:
    """Read the facts of the MP3 at `path`; raises AudioError if it is not whole and sound."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise AudioError(
            "dit bestand is er niet. Zet de opname neer, of verbeter de naam bij `audio`."
        ) from None
    except OSError as error:
        raise AudioError(
            f"dit bestand kan ik niet openen ({error.strerror}). Kijk of het een bestand is."
        ) from None
    _refuse_other(data)
    _refuse_other(data[between_tags(data)[0] :] or data)  # some programs put tags before anything
    _refuse_damage(walked := walk(data), len(data))
    try:
        info: Any = MP3(BytesIO(data)).info  # type: ignore[no-untyped-call]  # mutagen has no types
    except MutagenError:
        raise AudioError(
            "de gegevens voor in dit bestand (ID3) zijn beschadigd. Sla de opname opnieuw op als mp3."
        ) from None
    start, end = between_tags(data)
    sound = sha256(data[start:end]).hexdigest()
    return Audio(len(data), walked.seconds, info.bitrate, info.sample_rate, info.channels, sound)


def _refuse_other(data: bytes) -> None:
    """Raise AudioError for what is no MP3 at all, by its first bytes and never by its name."""
    if not data:
        raise AudioError(f"dit bestand is leeg. {_AGAIN}")
    if data.startswith(b"version https://git-lfs"):
        raise AudioError(
            "dit is een verwijzing van Git LFS, niet de opname zelf. Haal hem op met: git lfs pull."
        )
    for place, magic, name in _OTHERS:
        if data.startswith(magic, place):
            raise AudioError(f"dit is {name}, geen mp3. {_CONVERT}")
    synced = len(data) > 2 and data[0] == 0xFF and data[1] & 0xF0 == 0xF0 and data[2] < 0xF0
    if synced and (layer := _LAYERS.get(data[1] >> 1 & 0b11)):
        raise AudioError(f"dit is {layer}, geen mp3. {_CONVERT}")
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:14].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise AudioError(
            "dit is een webpagina, geen mp3. Misschien ging het downloaden mis; haal de opname "
            "opnieuw op."
        )
    if not any(byte < 9 or byte == 0xFF for byte in data[:512]):
        raise AudioError(f"dit is tekst, geen mp3. {_AGAIN}")


def _refuse_damage(walked: Walk, size: int) -> None:
    """Raise AudioError for an MP3 that is cut off, glued together, overwritten or unmeasurable."""
    if walked.start > size:
        raise AudioError(f"dit bestand is afgebroken, nog voor het geluid begint. {_AGAIN}")
    if not walked.frames and walked.junk > MOST_JUNK:
        raise AudioError(f"dit bestand begint niet met mp3-geluid. {_AGAIN}")
    if not walked.frames and not walked.missing:
        raise AudioError(f"hier zit geen mp3-geluid in. {_AGAIN}")
    if walked.headers > 1:
        raise AudioError(
            "dit zijn meer opnamen achter elkaar geplakt. Voeg ze samen in een geluidsprogramma en "
            "sla het geheel op als mp3."
        )
    short = (walked.promised or 0) - walked.frames
    lost = walked.junk > MOST_JUNK or (walked.junk and short > 1 and not walked.missing)
    if lost or walked.gap_at is not None:
        place = walked.junk_at if walked.gap_at is None else walked.gap_at
        raise AudioError(f"vanaf byte {place} staat er iets dat geen geluid is. {_AGAIN}")
    if walked.missing or short > 1:
        raise AudioError(
            f"dit bestand is afgebroken na {walked.seconds:.0f} seconden. {_AGAIN} Kijk of het "
            "kopiëren of uploaden tot het eind is gegaan."
        )
    if walked.tail:  # zeros too: no encoder leaves them, and a decoder stumbles over them
        count = "1 byte" if walked.tail == 1 else f"{walked.tail} bytes"
        raise AudioError(
            f"achter het geluid staat nog iets dat er niet bij hoort ({count}). Misschien ging het "
            "kopiëren of uploaden mis. Zet de opname er opnieuw neer, of sla hem opnieuw op als mp3."
        )
    if walked.varies and not walked.promised:
        raise AudioError(
            "de kwaliteit van deze mp3 wisselt (VBR), maar de lengte staat er niet in. Sla de opname "
            "op met een vaste kwaliteit: 96 kbit/s, mono."
        )
    if walked.promised and short < -1:
        raise AudioError(
            "er zit meer geluid in dit bestand dan het zelf zegt; het lijken opnamen achter elkaar. "
            "Voeg ze samen in een geluidsprogramma en sla het geheel op als mp3."
        )
