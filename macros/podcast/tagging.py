"""Which tags a recording should have, from its entry and its channel: checks them and writes them.

A recording travels: by its tags it still says what it is, who made it and that a computer speaks,
and a player shows its chapters.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from macros.catalogue import reading
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.channel import Channel
from macros.catalogue.loading import survey
from macros.catalogue.model import Podcast
from macros.catalogue.problems import LINK, Problem, Problems, listed, suggestion
from macros.podcast import artwork, audio, lock, tags
from macros.podcast.artwork import ArtworkError
from macros.podcast.audio import AudioError
from macros.podcast.episodes import AUDIO, Episode
from macros.podcast.tags import Mark, Tags
from macros.podcast.transcript import BY_COMPUTER, COMPUTER_VOICE

_LANGUAGES = {"nl": "nld", "en": "eng", "de": "deu", "fr": "fra", "fy": "fry", "pap": "pap"}
"""Codes of ISO 639-2, which tags use, by those of a language tag."""
_UNKNOWN_LANGUAGE = "und"


@dataclass(frozen=True)
class Tagged:
    """What happened to a recording: the name of its file, and in Dutch what was wrong with its tags.

    `changes` is empty where they were right already.
    """

    file: str
    changes: tuple[str, ...]

    def __str__(self) -> str:
        """Tell it in Dutch."""
        if not self.changes:
            return f"{self.file}: de tags kloppen al."
        return f"{self.file}: {listed(self.changes, 'en')} bijgewerkt."


class TaggingError(Exception):
    """Tags cannot be made or written; the message says in Dutch what to do."""


@dataclass(frozen=True)
class Shared:
    """What the recordings of a catalogue have in common, found once.

    `albums` are the names of the series, `highest` their highest numbers, by id; `picture` is the
    artwork inside each recording.
    """

    albums: Mapping[str, str]
    highest: Mapping[str, int]
    author: str
    language: str
    picture: bytes


def shared(catalogue: Catalogue) -> Shared:
    """Give what recordings have in common; raises TaggingError where the artwork is no good."""
    channel = catalogue.channel
    albums = {series.id: series.label for series in catalogue.vocabulary.series}
    highest: dict[str, int] = {}
    for entry in catalogue.select(kind="podcast"):
        if isinstance(entry, Podcast):
            highest[entry.series] = max(entry.number, highest.get(entry.series, 0))
    if channel is None:
        return Shared(albums, highest, "", _UNKNOWN_LANGUAGE, b"")
    language = _LANGUAGES.get(channel.language.partition("-")[0], _UNKNOWN_LANGUAGE)
    albums[channel.series] = channel.title
    return Shared(albums, highest, channel.author, language, _picture(catalogue.root, channel))


def wanted(common: Shared, entry: Podcast, seconds: float) -> Tags:
    """Give the tags of an entry's recording, which lasts `seconds`."""
    starts = [chapter.start * 1000 for chapter in entry.chapters]
    ends = [*starts[1:], round(seconds * 1000)]
    shown = entry.chapters[: tags.MOST_CHAPTERS]
    return Tags(
        title=entry.title,
        album=common.albums.get(entry.series, entry.series),
        author=common.author,
        number=f"{entry.number}/{max(entry.number, common.highest.get(entry.series, 0))}",
        date=entry.published.isoformat(),
        language=common.language,
        comment=BY_COMPUTER if COMPUTER_VOICE in entry.speakers else "",
        artwork=tags.fingerprint(common.picture),
        chapters=tuple(
            Mark(start, end, chapter.title)
            for start, end, chapter in zip(starts, ends, shown, strict=False)
        ),
    )


def problems(catalogue: Catalogue, episodes: Iterable[Episode]) -> Iterator[Problem]:
    """Yield the recordings whose tags are missing or differ from their entry, with the remedy.

    The chapters of these episodes are within their recordings. Nothing is compared where the
    podcast's own file is there but not sound: that is one mistake, not one per episode.
    """
    if _channel_is_faulty(catalogue):
        return
    try:
        common = shared(catalogue)
    except TaggingError as error:
        document = reading.read(catalogue.root / Channel.FILE, Channel.FILE)
        yield Problem(Channel.FILE, *document.position(("cover",)), "cover", str(error))
        return
    for episode in episodes:
        entry, file = episode.entry, f"{AUDIO}/{episode.entry.audio}"
        right = wanted(common, entry, episode.audio.seconds)
        if told := _told(_read(catalogue.root / file), right):
            line, column = catalogue.position(entry.id, ("audio",))
            remedy = f"Draai `goodiebag tags {entry.id}`, en daarna `goodiebag lock`."
            yield Problem(entry.path, line, column, "audio", f"{file}: {told} {remedy}")


def tagged(catalogue: Catalogue, entry: Podcast, data: bytes, seconds: float) -> bytes:
    """Give the MP3 `data` of an entry, which lasts `seconds`, with the right tags.

    Raises TaggingError when the artwork is not as it should be.
    """
    common = shared(catalogue)
    return tags.tagged(data, wanted(common, entry, seconds), common.picture)


def write(root: Path, id: str | None = None) -> tuple[Tagged, ...]:
    """Put the right tags in the recording of one entry, or of all; a right one is not touched.

    Raises Problems when the catalogue in the project `root` is not sound, as far as it matters
    here, and TaggingError when a recording or the artwork is not; then nothing is written.
    """
    catalogue, problems = survey(root, lock.withdrawn(root))
    unsound = [problem for problem in problems if id in (None, Path(problem.file).stem)]
    if (
        catalogue is None
        or _channel_is_faulty(catalogue)
        or (unsound and id not in catalogue.entries)
    ):
        raise Problems(problems)
    common = shared(catalogue)
    work: list[tuple[Path, bytes, tuple[str, ...]]] = []
    for entry in _chosen(catalogue, id):
        path = root / AUDIO / str(entry.audio)
        right, found = wanted(common, entry, _seconds(entry, path)), tags.read(path)
        changes = ("alle tags",) if found is None else tuple(tags.differences(found, right))
        made = tags.tagged(path.read_bytes(), right, common.picture) if changes else b""
        work.append((path, made, changes))
    for path, made, changes in work:
        if changes:
            _replace(path, made)
    return tuple(Tagged(path.name, changes) for path, _, changes in work)


def _channel_is_faulty(catalogue: Catalogue) -> bool:
    return catalogue.channel is None and os.path.lexists(catalogue.root / Channel.FILE)


def _replace(path: Path, data: bytes) -> None:
    """Put a file in its place in one go, so that nobody ever meets half of it."""
    fresh = path.with_name(f".{path.name}")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _chosen(catalogue: Catalogue, id: str | None) -> list[Podcast]:
    """Give the entries with a recording, or the one that is asked for."""
    heard = [
        entry
        for entry in catalogue.select(kind="podcast")
        if isinstance(entry, Podcast) and entry.audio
    ]
    if id is None:
        return heard
    if chosen := [entry for entry in heard if entry.id == id]:
        return chosen
    near = suggestion(id, [entry.id for entry in heard])
    raise TaggingError(
        f'Er is geen aflevering "{id}" met een opname.{near} Noem het bestand van de aflevering, '
        "zonder .yml."
    )


def _seconds(entry: Podcast, path: Path) -> float:
    """Give how long a recording lasts; TaggingError when it or its chapters are not sound."""
    try:
        if path.is_symlink():
            raise AudioError(LINK)
        seconds = audio.read(path).seconds
    except AudioError as error:
        raise TaggingError(f"{AUDIO}/{path.name}: {error}") from None
    if entry.chapters and entry.chapters[-1].start >= seconds:
        raise TaggingError(
            f"{entry.path}: een hoofdstuk begint na het einde van de opname. Verbeter het eerst; "
            "goodiebag check zegt waar."
        )
    return seconds


def _told(found: Tags | None, right: Tags) -> str:
    """Say in Dutch how the tags of a recording differ from the right ones; empty where they do not."""
    if found is None:
        return "in deze opname staan nog geen tags (titel, nummer, omslag, hoofdstukken)."
    if not (changes := tags.differences(found, right)):
        return ""
    are = "is" if len(changes) == 1 and changes != [tags.CHAPTERS] else "zijn"
    return f"in deze opname {are} {listed(changes, 'en')} anders dan hier."


def _picture(root: Path, channel: Channel) -> bytes:
    """Give the picture that recordings carry, or raise TaggingError."""
    file = f"podcasts/{artwork.small(channel.cover)}"
    path = root / file
    try:
        if path.is_symlink():
            raise ArtworkError(LINK)
        return artwork.read_small(path)
    except ArtworkError as error:
        raise TaggingError(f"{file}: {error}") from None


def _read(path: Path) -> Tags | None:
    facts = path.stat()
    return _read_again(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=2_000)
def _read_again(path: Path, _changed: int, _size: int) -> Tags | None:
    return tags.read(path)
