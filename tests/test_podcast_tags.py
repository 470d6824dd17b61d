"""The tags inside an MP3: what is written is read back, in an order that players follow."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import mutagen.id3
import pytest

from macros.podcast import tags
from macros.podcast.frames import between_tags
from macros.podcast.tags import Mark, Tags

id3: Any = mutagen.id3
"""The library, which tells the type checker nothing."""
SOUND = b"\xff\xfb\x70\xc4" + bytes(309)
"""One frame of 96 kbit/s."""
PICTURE = b"\xff\xd8\xff\xe0 een plaatje \xff\xd9"
EPISODE = Tags(
    title="Één vraag: “hoe?” / 🍐",
    album="Goodiebag: thuis- en hybride werken",
    author="UBR|Rijksconsultants",
    number="2/4",
    date="2026-11-21",
    language="nld",
    comment="Deze aflevering is ingesproken door een computerstem.",
    artwork=tags.fingerprint(PICTURE),
    chapters=(
        Mark(0, 17_000, "Een hoofdstuk met een titel die lang is"),
        Mark(17_000, 35_500, "Kort 🍐"),
        Mark(35_500, 60_026, "Vertrouwen én gesprek"),
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A place for an MP3."""
    return tmp_path / "opname.mp3"


def test_what_is_written_is_read_back(file: Path) -> None:
    """Accents, signs beyond the first plane and slashes too."""
    file.write_bytes(tags.tagged(SOUND * 9, EPISODE, PICTURE))

    assert tags.read(file) == EPISODE


def test_what_is_not_there_is_empty(file: Path) -> None:
    """No frame is written for it."""
    bare = replace(EPISODE, author="", comment="", artwork="", chapters=())
    file.write_bytes(tags.tagged(SOUND * 9, bare, b""))

    assert tags.read(file) == bare
    assert set(id3.ID3(file, translate=False)) == {
        "TIT2", "TALB", "TRCK", "TYER", "TDAT", "TCON", "TLAN",
    }  # fmt: skip


def test_the_tag_is_version_3_without_padding_and_the_same_every_time(file: Path) -> None:
    """What Apple and Windows read; the day stands in two frames there."""
    data = tags.tagged(SOUND * 9, EPISODE, PICTURE)
    file.write_bytes(data)
    read = id3.ID3(file, translate=False)

    assert data == tags.tagged(SOUND * 9, EPISODE, PICTURE)
    assert data.startswith(b"ID3\x03\x00\x00")
    assert data[between_tags(data)[0] - len(PICTURE) :].startswith(PICTURE + SOUND)
    assert (str(read["TYER"]), str(read["TDAT"])) == ("2026", "2111")
    assert (read["APIC:Omslag"].type, read["APIC:Omslag"].mime) == (3, "image/jpeg")
    assert read["COMM::nld"].lang == "nld"


def test_chapters_lie_in_the_file_in_order_of_time() -> None:
    """By itself, mutagen would put the smallest first, and players show them as they lie."""
    data = tags.tagged(SOUND * 9, EPISODE, PICTURE)
    starts = [
        int.from_bytes(data[found.end() : found.end() + 4], "big")
        for found in re.finditer(rb"CHAP.{6}c\d\d_*\0", data, re.DOTALL)
    ]
    sizes = {data[found.end() : found.end() + 4] for found in re.finditer(rb"CHAP", data)}

    assert starts == [0, 17_000, 35_500]
    assert len(sizes) == 1


def test_more_than_a_hundred_chapters_keep_their_order(file: Path) -> None:
    """The running numbers get as many digits as they need."""
    marks = tuple(Mark(n * 1000, n * 1000 + 1000, "Deel " + "x" * (n % 7)) for n in range(120))
    file.write_bytes(tags.tagged(SOUND, replace(EPISODE, chapters=marks), PICTURE))
    read = tags.read(file)

    assert read is not None
    assert read.chapters == marks


def test_the_table_of_chapters_is_at_the_top_and_ordered(file: Path) -> None:
    """It names all chapters, in order."""
    file.write_bytes(tags.tagged(SOUND * 9, EPISODE, PICTURE))
    read = id3.ID3(file)
    [table] = read.getall("CTOC")

    assert int(table.flags) == 3
    assert table.child_element_ids == [frame.element_id for frame in read.getall("CHAP")]


def test_chapters_that_their_table_does_not_list_count_for_nothing(file: Path) -> None:
    """A player would not show them either."""
    file.write_bytes(
        tags.tagged(SOUND * 9, EPISODE, PICTURE).replace(b"\x03\x03c00", b"\x03\x03c09")
    )
    read = tags.read(file)

    assert read is not None
    assert read.chapters == ()
    assert tags.differences(read, EPISODE) == ["de hoofdstukken"]


@pytest.mark.parametrize(
    "old",
    [
        b"",
        b"ID3\x04\x00\x00\x00\x00\x02\x00" + bytes(256),
        tags.tagged(b"", replace(EPISODE, title="Oud", chapters=()), b"een ander plaatje"),
    ],
    ids=["none", "empty", "others"],
)
def test_all_old_tags_go_and_the_sound_stays_byte_for_byte(old: bytes) -> None:
    """Behind the sound too, where a player may look first."""
    sound = bytes(40) + SOUND * 9 + bytes(7)
    ape = b"APETAGEX" + bytes([0xD0, 7, 0, 0, 32, 0, 0, 0, 1, 0, 0, 0]) + bytes(12)
    made = tags.tagged(old + sound + ape + b"TAGOud".ljust(128, b"\0"), EPISODE, PICTURE)

    assert made == tags.tagged(sound, EPISODE, PICTURE)
    assert made[slice(*between_tags(made))] == sound
    assert made.endswith(sound)


def test_a_file_without_tags_has_none(file: Path) -> None:
    """Tags behind the sound, in the oldest form, count for nothing."""
    file.write_bytes(SOUND * 9 + b"TAGOud".ljust(128, b"\0"))
    assert tags.read(file) is None

    file.write_bytes(b"ID3\x03")
    assert tags.read(file) is None
    assert tags.read(file.with_name("weg.mp3")) is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"title": "Anders"}, "de titel"),
        ({"album": "Anders"}, "de naam van de podcast"),
        ({"author": ""}, "de maker"),
        ({"number": "3/4"}, "het nummer"),
        ({"date": "2026-11-22"}, "de datum"),
        ({"genre": "Speech"}, "het genre"),
        ({"language": "eng"}, "de taal"),
        ({"comment": ""}, "de opmerking over de stem"),
        ({"artwork": "0"}, "de omslag"),
        ({"chapters": EPISODE.chapters[:2]}, "de hoofdstukken"),
        ({"chapters": EPISODE.chapters[::-1]}, "de hoofdstukken"),
    ],
)
def test_each_difference_is_called_by_its_name(change: dict[str, Any], told: str) -> None:
    """In Dutch."""
    assert tags.differences(replace(EPISODE, **change), EPISODE) == [told]


def test_a_longer_series_makes_no_recording_wrong() -> None:
    """What is published stays as it is when an episode is added."""
    assert tags.differences(EPISODE, replace(EPISODE, number="2/5")) == []
