"""An episode that begins with a recording: what is made, what is left to do, what is refused."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import contents
from macros.catalogue.problems import Problems
from macros.contribute import episode
from macros.contribute.episode import EpisodeError
from macros.podcast import audio, tags
from macros.podcast.frames import between_tags
from tests.project import EXAMPLE

REAL = (EXAMPLE / "podcasts/audio/voorbeeld.mp3").read_bytes()
SOUND = REAL[slice(*between_tags(REAL))][:-1] + b"?"
"""Another recording than that of the example, if only by its last byte."""
OTHER = SOUND[:-1] + b"!"
ENTRY = "catalogue/entries/productieve-werkomgeving/samen-beginnen.yml"
AUDIO = "podcasts/audio/samen-beginnen.mp3"
TRANSCRIPT = "podcasts/transcripts/samen-beginnen.vtt"


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """A recording as people have it: with any name, anywhere."""
    file = tmp_path / "Opname van vrijdag.MP3"
    file.write_bytes(SOUND)
    return file


def files(root: Path) -> set[str]:
    """Give the files of a project."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def told(root: Path) -> list[str]:
    """Give what the check says, except of what podcast apps know already."""
    try:
        contents.read(root)
    except Problems as found:
        return [str(problem) for problem in found.problems if "goodiebag lock" not in str(problem)]
    return []


def fill_in(file: Path, change: Callable[[str], str]) -> None:
    """Change a file as its writer does."""
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def test_three_files_are_made_and_nothing_else(root: Path, recording: Path) -> None:
    """The entry, the recording and the transcript, by the name that follows from the title."""
    before = files(root)

    made = episode.start(root, recording, "Samen beginnen")

    assert files(root) - before == {ENTRY, AUDIO, TRANSCRIPT}
    assert (made.id, made.number, made.entry) == ("samen-beginnen", 2, ENTRY)
    assert recording.read_bytes() == SOUND


def test_the_recording_has_its_tags_and_its_sound_is_the_same(root: Path, recording: Path) -> None:
    """Number and length are read, not typed."""
    made = episode.start(root, recording, "Samen beginnen")
    data = (root / AUDIO).read_bytes()
    found = tags.read(root / AUDIO)

    assert data.endswith(SOUND)
    assert found is not None
    assert (found.title, found.number, found.chapters) == ("Samen beginnen", "2/2", ())
    assert made.seconds == audio.read(root / AUDIO).seconds


def test_what_only_a_person_knows_is_refused_until_it_is_written(
    root: Path, recording: Path
) -> None:
    """So an episode that is half done cannot be published by accident."""
    episode.start(root, recording, "Samen beginnen")

    summary, transcript = told(root)
    assert re.match(rf"{ENTRY}:\d+:10: summary: deze samenvatting moet je nog schrijven\.", summary)
    assert transcript == (
        f"{TRANSCRIPT}:3:1: deze aflevering is nog niet uitgeschreven. Schrijf op wat er gezegd "
        "wordt, met de tijden erbij."
    )

    fill_in(root / ENTRY, lambda text: re.sub("summary: .*", "summary: Zo begin je samen.", text))
    fill_in(root / TRANSCRIPT, lambda text: re.sub("Nog te schrijven.*", "Hallo.", text))
    assert told(root) == []


def test_the_transcript_lasts_as_long_as_the_recording(root: Path, recording: Path) -> None:
    """Whoever writes it out sees where the end is."""
    episode.start(root, recording, "Samen beginnen")

    assert "\n00:00:00.000 --> 00:00:03.004\n" in (root / TRANSCRIPT).read_text("utf-8")


def test_each_episode_gets_a_guid_and_a_number_of_its_own(root: Path, recording: Path) -> None:
    """Also when the ones before are not done yet."""
    one = episode.start(root, recording, "Samen beginnen")
    recording.write_bytes(OTHER)
    two = episode.start(root, recording, "Samen eindigen")
    guids = {
        found[1]
        for made in (one, two)
        if (found := re.search(r"^guid: (urn:uuid:.*)$", (root / made.entry).read_text(), re.M))
    }

    assert (one.number, two.number) == (2, 3)
    assert len(guids) == 2


def test_the_report_says_what_is_left_to_do(root: Path, recording: Path) -> None:
    """With the commands, in order."""
    made = str(episode.start(root, recording, "Samen beginnen", number=2))

    assert made.startswith("Aflevering 2 staat klaar. Het geluid duurt 0:03.\n")
    assert re.findall("goodiebag [a-z]+(?: samen-beginnen)?", made) == [
        "goodiebag tags samen-beginnen",
        "goodiebag lock",
    ]


@pytest.mark.parametrize(
    ("data", "title", "number", "theme", "message"),
    [
        (b"RIFF", "Iets", None, None, "Opname van vrijdag.MP3: dit is een WAV-bestand, geen mp3."),
        (SOUND[:9000], "Iets", None, None, "dit bestand is afgebroken na 1 seconden."),
        (SOUND, "Iets.", None, None, "title: "),
        (SOUND, "x" * 91, None, None, "title: "),
        (SOUND, "?!", None, None, "van deze titel is geen bestandsnaam te maken."),
        (SOUND, "Aflevering 5: iets", None, None, 'title: het nummer hoort niet in de titel: "Aflevering 5".'),
        (SOUND, "De voorbeeldpodcast: iets", None, None, "title: de naam van de podcast hoort niet in de titel"),
        (SOUND + b"<html>fout</html>", "Iets", None, None, "achter het geluid staat nog iets"),
        (REAL, "Iets", None, None, "dit geluid is al een aflevering: catalogue/entries/productieve-werkomgeving/voorbeeld.yml."),
        (SOUND, "Iets", 0, None, "number: "),
        (SOUND, "Iets", 1, None, "nummer 1 is al van catalogue/entries/productieve-werkomgeving/voorbeeld.yml."),
        (SOUND, "Iets", None, "integritijd", 'het thema "integritijd" bestaat niet. Bedoel je "integriteit"?'),
        (SOUND, "Voorbeeld", None, None, "catalogue/entries/productieve-werkomgeving/voorbeeld.yml bestaat al."),
        (SOUND, "Voorbeeld", None, "integriteit", "catalogue/entries/productieve-werkomgeving/voorbeeld.yml bestaat al."),
    ],
    ids=["wave", "cut off", "full stop", "long", "no letters", "counted", "name of the podcast", "junk behind", "heard already",
         "zero", "number taken", "theme", "entry", "entry elsewhere"],
)  # fmt: skip
def test_what_cannot_be_is_refused_before_anything_is_written(
    root: Path,
    recording: Path,
    data: bytes,
    title: str,
    number: int | None,
    theme: str | None,
    message: str,
) -> None:
    """The message says why; the project is as it was."""
    recording.write_bytes(data)
    before = files(root)

    with pytest.raises(EpisodeError) as error:
        episode.start(root, recording, title, number, theme)

    assert message in str(error.value)
    assert files(root) == before


def test_a_recording_makes_one_episode_whatever_its_tags(root: Path, recording: Path) -> None:
    """Also where the first is not written out yet."""
    episode.start(root, recording, "Samen beginnen")

    with pytest.raises(EpisodeError, match=f"dit geluid is al een aflevering: {ENTRY}"):
        episode.start(root, recording, "Samen eindigen")


@pytest.mark.parametrize("file", [AUDIO, TRANSCRIPT])
def test_nothing_is_overwritten(root: Path, recording: Path, file: str) -> None:
    """A file that is in the way stays, and is told."""
    (root / file).write_bytes(b"van iemand anders")

    with pytest.raises(EpisodeError, match=f"{file} bestaat al. Kies een andere titel."):
        episode.start(root, recording, "Samen beginnen")

    assert (root / file).read_bytes() == b"van iemand anders"
    assert not (root / ENTRY).exists()


def test_a_folder_that_is_no_folder_leaves_no_half_episode(root: Path, recording: Path) -> None:
    """What was written before it is taken away."""
    (root / TRANSCRIPT).parent.rename(root / "elders")
    (root / TRANSCRIPT).parent.write_bytes(b"")

    with pytest.raises(EpisodeError, match="Schrijven lukt hier niet"):
        episode.start(root, recording, "Samen beginnen")

    assert not (root / AUDIO).exists()


def test_an_old_name_of_another_entry_is_not_used_again(root: Path, recording: Path) -> None:
    """Its address forwards to that entry."""
    other = root / "catalogue/entries/productieve-werkomgeving/voorbeeld.yml"
    fill_in(other, lambda text: text + "former_ids: [samen-beginnen]\n")

    with pytest.raises(EpisodeError, match="samen-beginnen is een oude naam van"):
        episode.start(root, recording, "Samen beginnen")


def test_the_first_episode_asks_for_its_theme(root: Path, recording: Path) -> None:
    """Later ones come with the rest of the series."""
    (root / "catalogue/entries/productieve-werkomgeving/voorbeeld.yml").unlink()

    with pytest.raises(EpisodeError, match="Zeg bij welk thema dit hoort, met --thema"):
        episode.start(root, recording, "Samen beginnen")
    made = episode.start(root, recording, "Samen beginnen", theme="integriteit")

    assert (made.entry, made.number) == ("catalogue/entries/integriteit/samen-beginnen.yml", 1)


def test_without_a_podcast_a_recording_or_a_picture_it_says_what_is_missing(
    root: Path, recording: Path
) -> None:
    """Each with what to do."""
    with pytest.raises(EpisodeError, match=r"weg\.mp3 is er niet\. Noem het bestand"):
        episode.start(root, root / "weg.mp3", "Samen beginnen")
    (root / "podcasts/cover-small.jpg").unlink()
    with pytest.raises(EpisodeError, match=r"podcasts/cover-small\.jpg: dit bestand is er niet"):
        episode.start(root, recording, "Samen beginnen")
    (root / "podcasts/channel.yml").unlink()
    with pytest.raises(EpisodeError, match=r"Er is nog geen podcast\. Maak eerst podcasts/channel"):
        episode.start(root, recording, "Samen beginnen")
    (root / "catalogue/vocabulary.yml").unlink()
    with pytest.raises(Problems):
        episode.start(root, recording, "Samen beginnen")
