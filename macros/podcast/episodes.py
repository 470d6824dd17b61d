"""Joins the entries of the podcast with their recordings and transcripts, and checks that they fit.

Every problem is found at once and points at the field of the entry, or at the line of the
transcript, where it can be mended.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.model import Podcast
from macros.catalogue.problems import LINK, Location, Problem, field_name
from macros.podcast import audio, show, transcript
from macros.podcast.audio import Audio, AudioError
from macros.podcast.transcript import COMPUTER_VOICE, Transcript, TranscriptError

AUDIO = "podcasts/audio"
TRANSCRIPTS = "podcasts/transcripts"
ZONE = ZoneInfo("Europe/Amsterdam")
SPARE = 0.5
"""Seconds that a caption may end after the audio; programs round differently."""

T = TypeVar("T")


@dataclass(frozen=True)
class Episode:
    """An entry that can be heard, with the facts of its audio and its transcript."""

    entry: Podcast
    audio: Audio
    transcript: Transcript

    @property
    def synthetic(self) -> bool:
        """Tell whether a computer voice speaks, so that we can say so; the transcript knows."""
        return any(cue.speaker == COMPUTER_VOICE for cue in self.transcript.cues)

    @property
    def moment(self) -> datetime:
        """Give when it appeared: its day at six in Amsterdam, later by a minute per number.

        Apps sort by this moment and drop one of two that are equal, and a series may appear in
        one day. At six o'clock an episode of today is not in the future, and it is the same day
        from New York to Tokyo.
        """
        return at_six(self.entry.published) + timedelta(minutes=self.entry.number)


def at_six(day: date) -> datetime:
    """Give six in the morning of a day in Amsterdam."""
    return datetime.combine(day, time(6), ZONE)


def read(catalogue: Catalogue) -> tuple[tuple[Episode, ...], list[Problem]]:
    """Give the entries with a recording, by series and number, and all that is wrong with them.

    A file that did not change since the last call is not read again.
    """
    episodes: list[Episode] = []
    linked = [folder for folder in (AUDIO, TRANSCRIPTS) if (catalogue.root / folder).is_symlink()]
    problems = [Problem(folder, 1, 1, "", LINK) for folder in linked]
    for entry in catalogue.select(kind="podcast"):
        if isinstance(entry, Podcast) and entry.audio and entry.transcript:
            heard = None if AUDIO in linked else _audio(catalogue, entry, problems)
            written = None if TRANSCRIPTS in linked else _transcript(catalogue, entry, problems)
            if heard and written:
                episodes.append(Episode(entry, heard, written))
                problems.extend(_beyond_the_end(catalogue, episodes[-1]))
            problems.extend(_first_chapter(catalogue, entry))
    problems.extend(show.problems(catalogue, _synthetic(catalogue, episodes)))
    episodes.sort(key=lambda episode: (episode.entry.series, episode.entry.number))
    return tuple(episodes), problems


def _audio(catalogue: Catalogue, entry: Podcast, problems: list[Problem]) -> Audio | None:
    file = f"{AUDIO}/{entry.audio}"
    try:
        return _unless_linked(catalogue.root / file, _read_audio, AudioError)
    except AudioError as error:
        problems.append(_problem(catalogue, entry, ("audio",), f"{file}: {error}"))
        return None


def _transcript(catalogue: Catalogue, entry: Podcast, problems: list[Problem]) -> Transcript | None:
    file = f"{TRANSCRIPTS}/{entry.transcript}"
    path = catalogue.root / file
    try:
        return _unless_linked(path, _read_transcript, _linked_transcript)
    except TranscriptError as error:
        if path.is_file() and not path.is_symlink():
            problems.extend(Problem(file, line, 1, "", told) for line, told in error.faults)
        else:
            told = f"{file}: {error.message}"
            problems.append(_problem(catalogue, entry, ("transcript",), told))
        return None


def _beyond_the_end(catalogue: Catalogue, episode: Episode) -> Iterator[Problem]:
    """Yield what should sound after the audio has ended."""
    entry, seconds = episode.entry, episode.audio.seconds
    ends = f"het geluid duurt {seconds:.1f} seconden"
    for cue in episode.transcript.cues:
        if cue.end > seconds + SPARE:
            told = (
                f"deze tekst eindigt op {cue.end:.1f} seconden, maar {ends}. Horen ze bij elkaar?"
            )
            yield Problem(f"{TRANSCRIPTS}/{entry.transcript}", cue.line, 1, "", told)
            break
    for place, chapter in enumerate(entry.chapters):
        if chapter.start >= seconds:
            told = f"dit hoofdstuk begint na het einde: {ends}. Verbeter het tijdstip."
            yield _problem(catalogue, entry, ("chapters", place, "start"), told)


def _first_chapter(catalogue: Catalogue, entry: Podcast) -> Iterator[Problem]:
    """Yield a first chapter that does not open the episode; apps then show no chapters at all."""
    if entry.chapters and entry.chapters[0].start:
        told = 'het eerste hoofdstuk begint bij het begin. Schrijf start: "0:00".'
        yield _problem(catalogue, entry, ("chapters", 0, "start"), told)


def _synthetic(catalogue: Catalogue, episodes: Sequence[Episode]) -> list[str]:
    """Give the ids of the podcast's own episodes in which a computer voice speaks."""
    channel = catalogue.channel
    return [
        episode.entry.id
        for episode in episodes
        if channel and episode.entry.series == channel.series and episode.synthetic
    ]


def _problem(catalogue: Catalogue, entry: Podcast, location: Location, told: str) -> Problem:
    line, column = catalogue.position(entry.id, location)
    return Problem(entry.path, line, column, field_name(location), told)


def _unless_linked(
    path: Path, read_file: Callable[[Path, int, int], T], error: Callable[[str], Exception]
) -> T:
    """Read a file, again only if its time or size changed; a symbolic link is never followed."""
    if path.is_symlink():
        raise error(LINK)
    try:
        facts = path.stat()
    except OSError:
        return read_file(path, 0, 0)
    return read_file(path, facts.st_mtime_ns, facts.st_size)


def _linked_transcript(told: str) -> TranscriptError:
    return TranscriptError((1, told))


@lru_cache(maxsize=2_000)
def _read_audio(path: Path, _changed: int, _size: int) -> Audio:
    return audio.read(path)


@lru_cache(maxsize=2_000)
def _read_transcript(path: Path, _changed: int, _size: int) -> Transcript:
    return transcript.read(path)
