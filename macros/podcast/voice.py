"""Makes an episode with the computer voice: a script becomes an MP3 and a timed transcript.

Only this command needs espeak-ng and ffmpeg; a build uses the committed files.
"""

import shutil
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.catalogue.problems import Problems, suggestion
from macros.podcast import captions, mastering, script, speech, tagging
from macros.podcast.mastering import Loudness
from macros.podcast.moments import clock
from macros.podcast.transcript import COMPUTER_VOICE

PROGRAMS = ("espeak-ng", "ffmpeg")


@dataclass(frozen=True)
class Recording:
    """What was made: the two files, the length in seconds, chapters and loudness."""

    audio: Path
    transcript: Path
    seconds: float
    chapters: tuple[tuple[int, str], ...]
    loudness: Loudness

    def __str__(self) -> str:
        """Tell in Dutch what was made, with the lines of YAML that belong in the entry."""
        lines = [
            f"Klaar: {self.audio.name} en {self.transcript.name}. Het geluid duurt "
            f"{clock(round(self.seconds))}, is {self.loudness.integrated} LUFS luid en piekt op "
            f"{self.loudness.peak} dBTP.",
            "Zet dit in het bestand van de aflevering:",
            "",
            f"audio: {self.audio.name}",
            f"transcript: {self.transcript.name}",
            "chapters:",
        ]
        for start, title in self.chapters:
            lines.append(f'  - {{start: "{clock(start)}", title: "{_quoted(title)}"}}')
        tags = f"Zet daarna de tags van de opname goed met: goodiebag tags {self.audio.stem}"
        return "\n".join([*lines, f"speakers: [{COMPUTER_VOICE}]", "", tags])


class VoiceError(Exception):
    """The episode cannot be made; the message says in Dutch what to do."""


def make(root: Path, slug: str) -> Recording:
    """Speak podcasts/scripts/`slug`.md in the project `root`, and replace audio and transcript.

    Raises VoiceError when a program, the script or the sound is not as it should be; then both
    files stay as they were.
    """
    _need(PROGRAMS)
    podcasts = root / "podcasts"
    text = _script(podcasts / "scripts", slug)
    audio = podcasts / "audio" / f"{slug}.mp3"
    transcript = podcasts / "transcripts" / f"{slug}.vtt"
    with TemporaryDirectory(dir=podcasts, prefix=".stem-") as name:
        folder = Path(name)
        try:
            take = speech.speak(text, speech.espeak(folder))
            speech.write_wave(take.samples, folder / "opname.wav")
            loud = mastering.master(folder / "opname.wav", folder / "opname.mp3")
        except (subprocess.CalledProcessError, OSError, ValueError) as error:
            said = getattr(error, "stderr", b"") or str(error)
            told = said.decode(errors="replace") if isinstance(said, bytes) else said
            raise VoiceError(f"Het geluid maken mislukte: {told.strip()[-500:]}") from error
        if not loud.fits:
            raise VoiceError(
                f"Het geluid is {loud.integrated} LUFS met een piek van {loud.peak} dBTP; het hoort "
                f"{mastering.TARGET} LUFS te zijn met hooguit {mastering.HIGHEST_PEAK} dBTP. Kijk "
                "naar de filters in macros/podcast/mastering.py."
            )
        note = f"Gemaakt uit podcasts/scripts/{slug}.md met: goodiebag voice {slug}"
        cues = captions.captions(take.lines, COMPUTER_VOICE)
        (folder / "opname.vtt").write_bytes(captions.webvtt(cues, note).encode())
        for made, place in ((folder / "opname.mp3", audio), (folder / "opname.vtt", transcript)):
            place.parent.mkdir(exist_ok=True)
            made.replace(place)
    _tag(root, slug)
    return Recording(audio, transcript, take.seconds, take.chapters, loud)


def _tag(root: Path, slug: str) -> None:
    """Give the new recording its tags, as far as its entry is there already."""
    with suppress(Problems, tagging.TaggingError):
        tagging.write(root, slug)


def _need(programs: Iterable[str]) -> None:
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        raise VoiceError(
            f"Op deze computer {'ontbreekt' if len(missing) == 1 else 'ontbreken'} "
            f"{' en '.join(missing)}. Installeer: "
            f"sudo apt install {' '.join(missing)} (Debian, Ubuntu) of "
            f"brew install {' '.join(missing)} (macOS). Voor het bouwen van de site is dit niet nodig."
        )


def _script(folder: Path, slug: str) -> script.Script:
    path = folder / f"{slug}.md"
    known = sorted(found.stem for found in folder.glob("*.md"))
    if slug not in known:
        raise VoiceError(
            f'Er is geen tekst "{slug}".{suggestion(slug, known)} Zet hem in podcasts/scripts/ '
            f"als {slug}.md." + (f" Wat er nu is: {', '.join(known)}." if known else "")
        )
    try:
        return script.read(path)
    except script.ScriptError as error:
        raise VoiceError(f"podcasts/scripts/{slug}.md:{error.line}:1: {error.message}") from error


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
