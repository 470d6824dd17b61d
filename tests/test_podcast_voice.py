"""The command that speaks a script: what it tells, and that the committed files are its own."""

import re
import sys
from pathlib import Path

import pytest

from macros.catalogue.loading import load
from macros.catalogue.model import Podcast
from macros.podcast import script, tags, transcript, voice
from macros.podcast.frames import between_tags
from macros.podcast.mastering import Loudness
from macros.podcast.voice import Recording, VoiceError
from tests.project import ROOT

SCRIPTS = sorted((ROOT / "podcasts/scripts").glob("*.md"))


def project(folder: Path, text: str) -> Path:
    """Make a project with one script, and programs that can be found but do nothing."""
    (folder / "podcasts/scripts").mkdir(parents=True)
    (folder / "podcasts/scripts/proef.md").write_text(text, encoding="utf-8")
    (folder / "bin").mkdir()
    for name in voice.PROGRAMS:
        program = folder / "bin" / name
        program.write_text("#!/bin/sh\nexit 1\n")
        program.chmod(0o755)
    return folder


def test_a_missing_program_is_named_with_the_way_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And that a build does not need it."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(VoiceError) as error:
        voice.make(tmp_path, "proef")

    told = str(error.value)
    assert told.startswith(
        "Op deze computer ontbreken espeak-ng en ffmpeg. Installeer: sudo apt install espeak-ng ffmpeg"
    )
    assert told.endswith("Voor het bouwen van de site is dit niet nodig.")


def test_an_unknown_script_gives_the_nearest_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is never taken as a path."""
    root = project(tmp_path, "# Proef\n")
    monkeypatch.setenv("PATH", str(root / "bin"))

    with pytest.raises(VoiceError, match=r'Er is geen tekst "proeff"\. Bedoel je "proef"\?'):
        voice.make(root, "proeff")
    with pytest.raises(VoiceError, match="Er is geen tekst"):
        voice.make(root, "../scripts/proef")


def test_a_mistake_in_a_script_is_told_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `goodiebag check` tells it."""
    root = project(tmp_path, "# Proef\n\n## Kop\n\nDit is **vet**.\n")
    monkeypatch.setenv("PATH", str(root / "bin"))

    with pytest.raises(VoiceError, match=r"^podcasts/scripts/proef\.md:5:1: hier staat opmaak"):
        voice.make(root, "proef")


def test_a_program_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half recording, no working files."""
    root = project(tmp_path, "# Proef\n\n## Kop\n\nHallo.\n")
    monkeypatch.setenv("PATH", f"{root / 'bin'}:/bin:/usr/bin")

    with pytest.raises(VoiceError, match="Het geluid maken mislukte"):
        voice.make(root, "proef")

    assert [path.name for path in (root / "podcasts").iterdir()] == ["scripts"]


def test_a_recording_that_is_spoken_again_has_its_tags(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From its entry as it is now; programs that speak and encode in a simple way stand in."""
    (root / "podcasts/scripts").mkdir()
    (root / "podcasts/scripts/voorbeeld.md").write_text("# Proef\n\n## Kop\n\nHallo.\n")
    data = (root / "podcasts/audio/voorbeeld.mp3").read_bytes()
    (root / "sound").write_bytes(data[slice(*between_tags(data))])
    (root / "podcasts/audio/voorbeeld.mp3").unlink()
    speak = (
        "import sys, wave; out = wave.open(sys.argv[-1], 'wb'); "
        "out.setparams((1, 2, 22050, 0, 'NONE', '')); out.writeframes(b'\\0\\x70' * 22050)"
    )
    encode = f"for last; do :; done; case $last in *.mp3) cp {root}/sound $last;; esac"
    for name, line in {
        "espeak-ng": f'{sys.executable} -c "{speak}" "$@"',
        "ffmpeg": f"{encode}; echo 'Summary: I: -19.0 LUFS Peak: -2.0 dBFS' >&2",
    }.items():
        program = root / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{line}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{root / 'bin'}:/bin:/usr/bin")

    voice.make(root, "voorbeeld")

    found = tags.read(root / "podcasts/audio/voorbeeld.mp3")
    assert found is not None
    assert found.title == "Een voorbeeld om te horen"
    assert (root / "podcasts/audio/voorbeeld.mp3").read_bytes() == data


def test_the_report_holds_lines_to_paste_into_the_entry() -> None:
    """Titles are quoted, so that any title is good YAML."""
    made = Recording(
        Path("audio/proef.mp3"), Path("transcripts/proef.vtt"), 83.4,
        ((0, "Begin"), (62, 'Een "tip": doen')), Loudness(-19.0, -2.4),
    )  # fmt: skip

    assert str(made) == (
        "Klaar: proef.mp3 en proef.vtt. Het geluid duurt 1:23, is -19.0 LUFS luid en piekt op -2.4 dBTP.\n"
        "Zet dit in het bestand van de aflevering:\n\n"
        "audio: proef.mp3\n"
        "transcript: proef.vtt\n"
        "chapters:\n"
        '  - {start: "0:00", title: "Begin"}\n'
        '  - {start: "1:02", title: "Een \\"tip\\": doen"}\n'
        "speakers: [Computerstem]\n\n"
        "Zet daarna de tags van de opname goed met: goodiebag tags proef"
    )


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.stem)
def test_a_committed_transcript_says_what_its_script_says(file: Path) -> None:
    """An edited script without `goodiebag voice` is noticed here."""
    spoken = [
        sentence
        for chapter in script.read(file).chapters
        for paragraph in chapter.paragraphs
        for sentence in paragraph
    ]
    shown = transcript.read(ROOT / f"podcasts/transcripts/{file.stem}.vtt").cues

    assert " ".join(cue.text for cue in shown).split() == " ".join(spoken).split()


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.stem)
def test_a_script_owns_up_to_its_voice_and_the_entry_has_its_chapters(file: Path) -> None:
    """The first sentences tell what you hear and where the original is; the last ask something."""
    spoken = script.read(file)
    first, last = spoken.chapters[0].paragraphs[0], spoken.chapters[-1].paragraphs[-1]
    entry = load(ROOT).entries[file.stem]

    assert first[0] == "Je hoort een computerstem."
    assert "opvragen bij Rijksconsultants" in first[2]
    assert 1 <= sum(sentence.endswith("?") for sentence in last) <= 2
    assert isinstance(entry, Podcast)
    assert spoken.title == entry.title.replace("’", "'")
    assert [chapter.title for chapter in entry.chapters] == [
        chapter.title for chapter in spoken.chapters
    ]
    cues = transcript.read(ROOT / f"podcasts/transcripts/{entry.transcript}").cues
    for chapter, part in zip(entry.chapters[1:], spoken.chapters[1:], strict=True):
        opening = next(cue for cue in cues if cue.start >= chapter.start)
        assert opening.start - chapter.start < 1
        assert part.paragraphs[0][0].startswith(re.split(r"\n", opening.text)[0])
