"""Writes and reads the tags inside an MP3: ID3v2.3, which Apple, Windows and every player read.

Nothing else in the file changes. The same tags and sound give the same bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import mutagen.id3

from macros.podcast.frames import between_tags

id3: Any = mutagen.id3
"""The library, which tells the type checker nothing."""

GENRE = "Podcast"
CHAPTERS = "de hoofdstukken"

MOST_CHAPTERS = 255
"""A table of chapters counts them in one byte."""

_NOWHERE = 0xFFFFFFFF
"""The byte offset of a chapter that is given by time only."""
_WORDS = {
    "title": "de titel",
    "album": "de naam van de podcast",
    "author": "de maker",
    "number": "het nummer",
    "date": "de datum",
    "genre": "het genre",
    "language": "de taal",
    "comment": "de opmerking over de stem",
    "artwork": "de omslag",
    "chapters": CHAPTERS,
}


@dataclass(frozen=True)
class Mark:
    """A chapter inside a recording: `start` and `end` in milliseconds, and its title."""

    start: int
    end: int
    title: str


@dataclass(frozen=True)
class Tags:
    """What an MP3 says about itself.

    `number` is the place in the series, as `2/4`; `date` a day of ISO 8601; `language` a code of
    ISO 639-2; `artwork` the SHA-256 of the picture. What is not there is empty.
    """

    title: str
    album: str
    author: str
    number: str
    date: str
    language: str
    comment: str
    artwork: str
    chapters: tuple[Mark, ...]
    genre: str = GENRE


def fingerprint(picture: bytes) -> str:
    """Give the SHA-256 of a picture; empty where there is none."""
    return sha256(picture).hexdigest() if picture else ""


def read(path: Path) -> Tags | None:
    """Read the tags of the MP3 at `path`; None where it has none that can be read."""
    try:
        found = id3.ID3(path, load_v1=False)
    except (mutagen.MutagenError, OSError):
        return None
    pictures = found.getall("APIC")
    return Tags(
        title=_text(found, "TIT2"),
        album=_text(found, "TALB"),
        author=_text(found, "TPE1"),
        number=_text(found, "TRCK"),
        date=_text(found, "TDRC"),
        genre=_text(found, "TCON"),
        language=_text(found, "TLAN"),
        comment="\n".join(str(frame) for frame in found.getall("COMM") if not frame.desc),
        artwork=fingerprint(pictures[0].data) if len(pictures) == 1 else "",
        chapters=tuple(_marks(found)),
    )


def tagged(data: bytes, tags: Tags, picture: bytes) -> bytes:
    """Give the MP3 `data` with these tags and this picture in the place of all that it had.

    The sound between the old tags stays as it is, byte for byte.
    """
    start, end = between_tags(data)
    return _written(tags, picture) + data[start:end]


def differences(found: Tags, wanted: Tags) -> list[str]:
    """Give in Dutch what differs between two sets of tags.

    How many episodes there are counts for nothing: a new episode must not make the published
    recordings of the others wrong.
    """
    one, other = (replace(tags, number=tags.number.partition("/")[0]) for tags in (found, wanted))
    return [word for name, word in _WORDS.items() if getattr(one, name) != getattr(other, name)]


def _text(found: Any, name: str) -> str:
    return "\n".join(str(frame) for frame in found.getall(name))


def _marks(found: Any) -> Iterator[Mark]:
    """Yield the chapters as a player meets them; none where the table does not list just these."""
    frames, tables = found.getall("CHAP"), found.getall("CTOC")
    if [table.child_element_ids for table in tables] == [[frame.element_id for frame in frames]]:
        for frame in frames:
            yield Mark(frame.start_time, frame.end_time, _text(frame.sub_frames, "TIT2"))


def _written(tags: Tags, picture: bytes) -> bytes:
    """Give the tag as it stands in front of the sound."""
    frames = id3.ID3()
    texts = {
        id3.TIT2: tags.title, id3.TALB: tags.album, id3.TPE1: tags.author, id3.TRCK: tags.number,
        id3.TDRC: tags.date, id3.TCON: tags.genre, id3.TLAN: tags.language,
    }  # fmt: skip
    for kind, text in texts.items():
        if text:
            frames.add(kind(encoding=_encoding(text), text=text))
    if text := tags.comment:
        frames.add(id3.COMM(encoding=_encoding(text), lang=tags.language, desc="", text=text))
    if picture:
        front = id3.PictureType.COVER_FRONT
        frames.add(
            id3.APIC(
                encoding=id3.Encoding.LATIN1,
                mime="image/jpeg",
                type=front,
                desc="Omslag",
                data=picture,
            )
        )
    for frame in _chapters(tags.chapters):
        frames.add(frame)
    frames.update_to_v23()
    target = BytesIO()
    frames.save(target, v1=0, v2_version=3, padding=lambda _info: 0)
    return target.getvalue()


def _encoding(text: str) -> Any:
    """Give the simplest encoding of ID3v2.3 that holds a text; numbers and codes may have no other."""
    return id3.Encoding.LATIN1 if text.isascii() else id3.Encoding.UTF16


def _chapters(marks: Sequence[Mark]) -> Iterator[Any]:
    """Yield the frames of the chapters and their table.

    mutagen writes frames by size, and by identifier where they are equally large. Players follow
    the order in the file, so each identifier is a running number, made as long as it takes to
    give all chapters one size.
    """
    if not marks:
        return
    sizes = [len(mark.title.encode("utf-16-le")) for mark in marks]
    digits = max(2, len(str(len(marks) - 1)))
    names: list[str] = []
    for place, (mark, size) in enumerate(zip(marks, sizes, strict=True)):
        names.append(f"c{place:0{digits}}" + "_" * (max(sizes) - size))
        yield id3.CHAP(
            element_id=names[-1],
            start_time=mark.start,
            end_time=mark.end,
            start_offset=_NOWHERE,
            end_offset=_NOWHERE,
            sub_frames=[id3.TIT2(encoding=id3.Encoding.UTF16, text=mark.title)],
        )
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    yield id3.CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[])
