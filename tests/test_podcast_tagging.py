"""Recordings carry what their entries say, and the check tells where they do not."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from macros import contents
from macros.catalogue.loading import load, survey
from macros.catalogue.model import Podcast
from macros.catalogue.problems import Problems
from macros.podcast import audio, episodes, tagging, tags
from macros.podcast.frames import between_tags
from macros.podcast.tagging import TaggingError
from macros.podcast.tags import Mark, Tags
from tests.project import EXAMPLE, ROOT

ENTRY = "catalogue/entries/productieve-werkomgeving/voorbeeld.yml"
AUDIO = "podcasts/audio/voorbeeld.mp3"
LONG = (b"\xff\xf3\x10\xc4" + bytes(22)) * 12_000
"""Five minutes of silence at 8 kbit/s."""
REMEDY = "Draai `goodiebag tags voorbeeld`, en daarna `goodiebag lock`."


def problems(root: Path) -> list[str]:
    """Give what is told about the tags of a project."""
    catalogue, _ = survey(root)
    assert catalogue
    return [str(problem) for problem in tagging.problems(catalogue, episodes.read(catalogue)[0])]


def change(file: Path, old: str, new: str) -> None:
    """Change a text in a file, once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def line_of(file: Path, text: str) -> int:
    """Give the number of the line that opens with a text."""
    lines = file.read_text("utf-8").splitlines()
    return 1 + next(number for number, line in enumerate(lines) if line.startswith(text))


def sound(data: bytes) -> bytes:
    """Give what lies between the tags of an MP3."""
    return data[slice(*between_tags(data))]


@pytest.mark.parametrize("project", [ROOT, EXAMPLE], ids=["ours", "example"])
def test_committed_recordings_have_the_right_tags(project: Path) -> None:
    """The check of the contents holds them to it."""
    assert problems(project) == []


def test_the_tags_are_those_of_entry_channel_and_recording(root: Path) -> None:
    """The last chapter ends with the sound; the podcast is the album."""
    found = tags.read(root / AUDIO)

    assert found == Tags(
        title="Een voorbeeld om te horen",
        album="De voorbeeldpodcast",
        author="Rijksconsultants",
        number="1/1",
        date="2026-02-02",
        language="nld",
        comment="Deze aflevering is ingesproken door een computerstem.",
        artwork=tags.fingerprint((root / "podcasts/cover-small.jpg").read_bytes()),
        chapters=(Mark(0, 1000, "Begin"), Mark(1000, 3004, "Vervolg & slot")),
    )


def test_a_series_that_is_not_the_podcast_has_its_own_name(root: Path) -> None:
    """And a person who speaks is no computer; a language that we do not know has a code too."""
    change(root / "podcasts/channel.yml", "language: nl", "language: sv")
    change(root / "podcasts/channel.yml", "series: voorbeeldreeks", "series: nog-een")
    entry = Podcast(
        id="x", theme="t", path="x.yml", kind="podcast", title="X", summary="X.", audience=("team",),
        published=date(2026, 1, 2), series="voorbeeldreeks", number=3, speakers=("Een collega",),
        provenance={"origin": "editorial", "material": "complete"},
    )  # fmt: skip
    catalogue, _ = survey(root)
    assert catalogue

    found = tagging.wanted(tagging.shared(catalogue), entry, 60)

    assert found.album == catalogue.vocabulary.series_of("voorbeeldreeks").label
    assert (found.number, found.comment, found.language) == ("3/3", "", "und")


def test_more_chapters_than_a_table_can_hold_do_no_harm(root: Path) -> None:
    """The first 255 are in the recording, all of them everywhere else."""
    chapters = "".join(
        f'  - {{start: "{n // 60}:{n % 60:02}", title: Deel {n}}}\n' for n in range(300)
    )
    text = (root / ENTRY).read_text("utf-8")
    (root / ENTRY).write_text(re.sub(r"chapters:\n(?:  .*\n)+", f"chapters:\n{chapters}", text))
    data = (root / AUDIO).read_bytes()
    (root / AUDIO).write_bytes(data[: between_tags(data)[0]] + LONG)

    tagging.write(root)

    found = tags.read(root / AUDIO)
    assert found is not None
    assert len(found.chapters) == 255
    assert found.chapters[-1] == Mark(254_000, 255_000, "Deel 254")
    assert problems(root) == []


def test_a_recording_without_tags_is_told_at_the_field_that_names_it(root: Path) -> None:
    """With the command that gives them, which leaves the sound as it is."""
    bare = sound((root / AUDIO).read_bytes())
    (root / AUDIO).write_bytes(bare)

    assert problems(root) == [
        f"{ENTRY}:{line_of(root / ENTRY, 'audio:')}:8: audio: {AUDIO}: in deze opname staan nog geen tags (titel, nummer, omslag, hoofdstukken). {REMEDY}"
    ]
    [done] = tagging.write(root, "voorbeeld")
    assert str(done) == "voorbeeld.mp3: alle tags bijgewerkt."
    assert problems(root) == []
    assert sound((root / AUDIO).read_bytes()) == bare


def test_where_the_file_of_the_podcast_has_a_mistake_only_that_is_told(root: Path) -> None:
    """Name, maker, language and artwork are not known then; nothing is compared or written."""
    change(
        root / "podcasts/channel.yml", "language: nl", "language: nl\nnew_feed_url: http://x.nl/"
    )
    before = (root / AUDIO).read_bytes()

    assert problems(root) == []
    for id in (None, "voorbeeld"):
        with pytest.raises(Problems) as found:
            tagging.write(root, id)
        assert [problem.field for problem in found.value.problems] == ["new_feed_url"]
    assert (root / AUDIO).read_bytes() == before


def test_an_entry_that_changed_is_told_with_what_differs(root: Path) -> None:
    """All that differs in one line, for there is one remedy."""
    change(root / ENTRY, "title: Een voorbeeld om te horen", "title: Iets anders")
    assert problems(root) == [
        f"{ENTRY}:{line_of(root / ENTRY, 'audio:')}:8: audio: {AUDIO}: in deze opname is de titel anders dan hier. {REMEDY}"
    ]

    change(root / ENTRY, "title: Vervolg & slot", "title: Slot")
    [told] = problems(root)
    assert "in deze opname zijn de titel en de hoofdstukken anders dan hier." in told

    [done] = tagging.write(root)
    assert str(done) == "voorbeeld.mp3: de titel en de hoofdstukken bijgewerkt."
    assert problems(root) == []


def test_a_right_recording_is_not_touched(root: Path) -> None:
    """What is published keeps its bytes, and its time."""
    before = (root / AUDIO).stat()

    [done] = tagging.write(root)

    assert str(done) == "voorbeeld.mp3: de tags kloppen al."
    assert (root / AUDIO).stat().st_mtime_ns == before.st_mtime_ns


def test_another_episode_leaves_the_tags_of_the_first_right(root: Path) -> None:
    """Though the series is longer than its tags say."""
    second = (
        (root / ENTRY).read_text("utf-8").replace("voorbeeld.", "tweede.").replace("8f90", "8f91")
    )
    second = second.replace("number: 1", "number: 2").replace("om te horen", "dat volgt")
    (root / ENTRY.replace("voorbeeld.yml", "tweede.yml")).write_text(second, "utf-8")
    for folder, ending in (("audio", "mp3"), ("transcripts", "vtt")):
        shutil.copy(
            root / f"podcasts/{folder}/voorbeeld.{ending}",
            root / f"podcasts/{folder}/tweede.{ending}",
        )

    assert [told.split(":")[0] for told in problems(root)] == [ENTRY.replace("voorbeeld", "tweede")]
    tagging.write(root, "tweede")
    assert problems(root) == []
    found = tags.read(root / "podcasts/audio/tweede.mp3")
    assert found is not None
    assert found.number == "2/2"


def test_facts_of_a_recording_are_the_same_with_tags_and_without(root: Path) -> None:
    """Only its size differs."""
    tagged = audio.read(root / AUDIO)
    (root / AUDIO).write_bytes(sound((root / AUDIO).read_bytes()))
    bare = audio.read(root / AUDIO)

    assert tagged.seconds == bare.seconds
    assert tagged.bitrate == bare.bitrate
    assert tagged.bytes > bare.bytes


def test_tags_wait_until_recording_and_chapters_are_right(root: Path) -> None:
    """Otherwise one mistake would be told twice, and the tags written twice."""
    change(root / ENTRY, '"0:01"', '"0:09"')

    with pytest.raises(Problems) as error:
        contents.read(root)
    assert [problem.field for problem in error.value.problems if "tags" in problem.message] == []
    with pytest.raises(TaggingError, match="een hoofdstuk begint na het einde van de opname"):
        tagging.write(root)


def test_a_missing_small_cover_is_told_at_the_cover(root: Path) -> None:
    """Once, whatever the number of episodes."""
    (root / "podcasts/cover-small.jpg").unlink()

    [told] = problems(root)
    line = line_of(root / "podcasts/channel.yml", "cover:")
    assert told.startswith(
        f"podcasts/channel.yml:{line}:8: cover: podcasts/cover-small.jpg: dit bestand is er niet."
    )
    assert told.endswith("of teken beide opnieuw met: goodiebag cover.")
    with pytest.raises(TaggingError, match=r"podcasts/cover-small\.jpg: dit bestand is er niet"):
        tagging.write(root)


def test_links_are_not_followed(root: Path) -> None:
    """Neither by the small cover, nor by a recording."""
    for file in ("podcasts/audio/voorbeeld.mp3", "podcasts/cover-small.jpg"):
        moved = (root / file).rename(root / Path(file).name)
        (root / file).symlink_to(moved)
        with pytest.raises(TaggingError, match=f"{file}: dit is een symbolische link"):
            tagging.write(root)


def test_a_bad_recording_stops_the_command_before_anything_is_written(root: Path) -> None:
    """And an unknown name gives the nearest one."""
    (root / AUDIO).write_bytes(b"RIFF")

    with pytest.raises(TaggingError, match=f"{AUDIO}: dit is een WAV-bestand"):
        tagging.write(root)
    with pytest.raises(
        TaggingError, match=r'geen aflevering "vorbeeld" .* Bedoel je "voorbeeld"\?'
    ):
        tagging.write(root, "vorbeeld")


def test_a_mistake_elsewhere_does_not_stand_in_the_way_of_one_episode(root: Path) -> None:
    """All of them at once ask for a sound catalogue."""
    (root / "catalogue/entries/integriteit/fout.yml").write_text("kind: study\n", "utf-8")

    assert [done.file for done in tagging.write(root, "voorbeeld")] == ["voorbeeld.mp3"]
    with pytest.raises(Problems):
        tagging.write(root)
    with pytest.raises(TaggingError, match='geen aflevering "weg"'):
        tagging.write(root, "weg")


def test_a_mistake_in_the_entry_itself_is_told(root: Path) -> None:
    """Its tags would be wrong too."""
    change(root / ENTRY, "number: 1", "number: een")

    with pytest.raises(Problems, match="number: "):
        tagging.write(root, "voorbeeld")


def test_a_catalogue_without_a_podcast_asks_for_no_picture(root: Path) -> None:
    """Its recordings have the rest."""
    (root / "podcasts/channel.yml").unlink()
    (root / "podcasts/cover-small.jpg").unlink()

    [done] = tagging.write(root)

    assert "de omslag" in done.changes
    assert load(root).channel is None
    assert problems(root) == []
