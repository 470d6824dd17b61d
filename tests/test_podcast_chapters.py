"""One list of chapters, in every form in which apps read it."""

import io
import json
import re
from pathlib import Path
from typing import Any

import feedparser
import lxml.etree as etree
import podcastparser
from mutagen.id3 import ID3

from macros.contents import Contents
from macros.podcast import chapters, feed
from tests.project import EXAMPLE, ROOT

GOLDEN = ROOT / "tests/golden/podcast/voorbeeld/chapters.json"
SITE = "https://voorbeeld.example.org/map/"
EXPECTED = [(0, "Begin"), (1, "Vervolg & slot")]
"""The chapters of the example, as its entry has them."""


def seconds(clock: str) -> float:
    """Give the seconds of `1:23`, `01:23` or `00:01:23.000`."""
    total = 0.0
    for part in clock.split(":"):
        total = total * 60 + float(part)
    return total


def in_recording(path: Path) -> list[tuple[float, str]]:
    """Give the chapters in an MP3, by time."""
    tags: Any = ID3(path)  # type: ignore[no-untyped-call]  # mutagen has no types
    frames = tags.getall("CHAP")
    return sorted((frame.start_time / 1000, frame.sub_frames["TIT2"].text[0]) for frame in frames)


def test_the_file_with_chapters_is_the_one_that_was_looked_at(example: Contents) -> None:
    """JSON chapters 1.2.0."""
    [episode] = example.episodes

    assert chapters.as_json(episode.entry) == GOLDEN.read_bytes()


def test_all_forms_of_the_chapters_are_equal(example: Contents) -> None:
    """The file, the feed, the show notes and the recording itself."""
    [episode] = example.episodes
    xml = feed.render(example.catalogue, example.episodes, SITE)
    file = json.loads(chapters.as_json(episode.entry))
    [inline] = etree.fromstring(xml).iter("{http://podlove.org/simple-chapters}chapters")
    notes = podcastparser.parse(SITE, io.BytesIO(xml))["episodes"][0]["description"]

    assert [(item["startTime"], item["title"]) for item in file["chapters"]] == EXPECTED
    assert [(seconds(item.get("start")), item.get("title")) for item in inline] == EXPECTED
    assert [
        (seconds(clock), title) for clock, title in re.findall(r"(\d\d:\d\d) (\w+.*)", notes)
    ] == EXPECTED
    assert in_recording(EXAMPLE / "podcasts/audio/voorbeeld.mp3") == EXPECTED


def test_a_reader_of_podlove_chapters_finds_them_in_the_feed(example: Contents) -> None:
    """As feedparser reads them."""
    [item] = feedparser.parse(feed.render(example.catalogue, example.episodes, SITE)).entries

    assert [(chapter.start, chapter.title) for chapter in item.psc_chapters.chapters] == [
        ("00:00:00.000", "Begin"),
        ("00:00:01.000", "Vervolg & slot"),
    ]


def test_a_long_episode_has_hours(example: Contents) -> None:
    """Minutes have two digits, because apps look for those."""
    [episode] = example.episodes
    first, second = episode.entry.chapters
    later = (
        first.model_copy(update={"start": 65}),
        second.model_copy(update={"start": 3_661}),
    )
    entry = episode.entry.model_copy(update={"chapters": later})

    assert chapters.lines(entry) == ("01:05 Begin", "1:01:01 Vervolg & slot")
    assert [chapter.facts["start"] for chapter in chapters.psc(entry).inside] == [
        "00:01:05.000",
        "01:01:01.000",
    ]
