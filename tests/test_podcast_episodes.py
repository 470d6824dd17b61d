"""Entries with their recordings and transcripts: what fits, and where it is told when it does not."""

import shutil
from pathlib import Path

import pytest

from macros.catalogue.loading import load
from macros.podcast import episodes
from tests.project import EXAMPLE

ENTRY = "catalogue/entries/productieve-werkomgeving/voorbeeld.yml"
AUDIO = "podcasts/audio/voorbeeld.mp3"
TRANSCRIPT = "podcasts/transcripts/voorbeeld.vtt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the example's contents, to damage."""
    for name in ("catalogue", "podcasts"):
        shutil.copytree(EXAMPLE / name, tmp_path / name)
    return tmp_path


def problems(root: Path) -> list[str]:
    """Give what is told about the recordings of a project."""
    return [str(problem) for problem in episodes.read(load(root))[1]]


def line_of(file: Path, text: str) -> int:
    """Give the number of the line that holds a text."""
    return 1 + next(
        n for n, line in enumerate(file.read_text("utf-8").splitlines()) if text in line
    )


def replace(file: Path, old: str, new: str) -> None:
    """Change a text in a file, once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def test_an_entry_with_audio_becomes_an_episode_with_facts_and_captions(root: Path) -> None:
    """Bytes and seconds come from the file, and so does who speaks."""
    [episode], found = episodes.read(load(root))

    assert found == []
    assert episode.entry.id == "voorbeeld"
    assert episode.audio.bytes == (root / AUDIO).stat().st_size
    assert [cue.text for cue in episode.transcript.cues] == ["Hallo.", "Dit is een voorbeeld."]
    assert episode.synthetic is True


def test_a_human_voice_is_not_called_a_computer(root: Path) -> None:
    """Only the transcript tells who speaks."""
    text = (root / TRANSCRIPT).read_text("utf-8")
    (root / TRANSCRIPT).write_text(text.replace("<v Computerstem>", "<v Een collega>"), "utf-8")

    [episode], _ = episodes.read(load(root))

    assert episode.synthetic is False


def test_a_bad_recording_points_at_the_field_that_names_it(root: Path) -> None:
    """With the path of the file in the message."""
    (root / AUDIO).write_bytes(b"")
    line = line_of(root / ENTRY, "audio:")

    assert problems(root) == [
        f"{ENTRY}:{line}:8: audio: {AUDIO}: dit bestand is leeg. Zet de opname er opnieuw neer, als mp3."
    ]


def test_a_missing_transcript_points_at_its_field_and_a_broken_one_at_its_own_lines(
    root: Path,
) -> None:
    """Where the reader has to be to mend it."""
    line = line_of(root / ENTRY, "transcript:")
    (root / TRANSCRIPT).unlink()
    [missing] = problems(root)
    assert missing.startswith(
        f"{ENTRY}:{line}:13: transcript: {TRANSCRIPT}: dit bestand is er niet."
    )

    (root / TRANSCRIPT).write_text("WEBVTT\n\nA\n\n00:02.000 --> 00:01.000\nB\n")
    first, second = problems(root)
    assert first.startswith(f"{TRANSCRIPT}:3:1: deze tekst heeft geen tijden.")
    assert second.startswith(f"{TRANSCRIPT}:5:1: deze tekst eindigt voor hij begint.")


def test_captions_and_chapters_past_the_end_are_told(root: Path) -> None:
    """They belong to another recording, or the recording is not whole."""
    replace(root / TRANSCRIPT, "00:00:02.352", "00:00:09.000")
    replace(root / ENTRY, '"0:01"', '"0:04"')
    line = line_of(root / ENTRY, '"0:04"')

    assert problems(root) == [
        f"{TRANSCRIPT}:8:1: deze tekst eindigt op 9.0 seconden, maar het geluid duurt 3.0 seconden. Horen ze bij elkaar?",
        f"{ENTRY}:{line}:12: chapters.2.start: dit hoofdstuk begint na het einde: het geluid duurt 3.0 seconden. Verbeter het tijdstip.",
    ]


def test_the_first_chapter_opens_the_episode(root: Path) -> None:
    """Apps show no chapters where the first one begins later."""
    replace(root / ENTRY, '"0:01"', '"0:02"')
    replace(root / ENTRY, '"0:00"', '"0:01"')

    [told] = problems(root)
    assert (
        'chapters.1.start: het eerste hoofdstuk begint bij het begin. Schrijf start: "0:00".'
        in told
    )


@pytest.mark.parametrize("file", [AUDIO, TRANSCRIPT])
def test_a_symbolic_link_is_not_followed(root: Path, file: str) -> None:
    """What is published lies in the project itself."""
    moved = (root / file).rename(root / "elders")
    (root / file).symlink_to(moved)

    [told] = problems(root)
    assert (
        f"{file}: dit is een symbolische link en die volgen we niet. Zet het bestand zelf hier neer."
        in told
    )


@pytest.mark.parametrize("file", [AUDIO, TRANSCRIPT])
def test_a_folder_that_is_a_link_is_not_followed(root: Path, file: str) -> None:
    """It is told once, at the folder, and nothing in it is read."""
    folder = (root / file).parent
    folder.rename(root / "elders")
    folder.symlink_to(root / "elders")
    (root / "elders" / Path(file).name).write_bytes(b"niet goed")

    assert problems(root) == [
        f"{file.rpartition('/')[0]}:1:1: dit is een symbolische link en die volgen we niet. Zet het bestand zelf hier neer."
    ]


def test_everything_that_is_wrong_is_told_at_once(root: Path) -> None:
    """Recording, transcript and chapters in one go."""
    (root / AUDIO).write_bytes(b"RIFF")
    (root / TRANSCRIPT).write_text("WEBVTT\n")
    replace(root / ENTRY, '"0:01"', '"0:02"')
    replace(root / ENTRY, '"0:00"', '"0:01"')

    assert len(problems(root)) == 3


def test_a_file_is_read_again_only_when_it_changed(root: Path) -> None:
    """So that a server that follows your edits stays quick, and still sees a new recording."""
    [before], _ = episodes.read(load(root))
    [again], _ = episodes.read(load(root))
    (root / AUDIO).write_bytes((root / AUDIO).read_bytes() + b"TAG" + bytes(125))
    [after], _ = episodes.read(load(root))

    assert before.audio is again.audio
    assert after.audio.bytes == before.audio.bytes + 128
