"""Starts an episode from a recording: everything that a machine can know is filled in.

What only a person can know (what is said, what it gives you) holds a text that the check refuses
until it is written.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from pydantic import ValidationError

from macros.catalogue import clock, reading
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.channel import Channel
from macros.catalogue.folder import ENTRIES
from macros.catalogue.ids import as_id
from macros.catalogue.loading import survey
from macros.catalogue.messages import message
from macros.catalogue.model import Podcast
from macros.catalogue.problems import Problems, unknown
from macros.catalogue.texts import TO_WRITE
from macros.contribute import scaffold
from macros.podcast import audio, captions, rules, tagging
from macros.podcast.audio import AudioError
from macros.podcast.episodes import AUDIO, TRANSCRIPTS
from macros.podcast.frames import between_tags
from macros.podcast.moments import clock as moment
from macros.podcast.transcript import Cue


@dataclass(frozen=True)
class Started:
    """What was made: the entry's id and number, its files, and the length in seconds."""

    id: str
    number: int
    seconds: float
    entry: str
    audio: str
    transcript: str

    def __str__(self) -> str:
        """Tell in Dutch what was made and what is left to do."""
        return "\n".join(
            [
                f"Aflevering {self.number} staat klaar. Het geluid duurt {moment(self.seconds)}.",
                "",
                f"  {self.entry}",
                f"  {self.audio}",
                f"  {self.transcript}",
                "",
                "Wat je nog doet:",
                f"1. Schrijf de samenvatting in {self.id}.yml, en vul aan wat je verder weet: de",
                "   tekst, de hoofdstukken, wie er spreken.",
                f"2. Schrijf in {self.id}.vtt op wat er gezegd wordt, met de tijden erbij.",
                "3. Vulde je hoofdstukken in, of veranderde je de titel? Zet dat ook in de opname met:",
                f"   goodiebag tags {self.id}",
                "4. Kijk of alles klopt, en leg vast wat podcast-apps straks kennen, met: goodiebag lock",
            ]
        )


class EpisodeError(Exception):
    """An episode cannot be started; the message says in Dutch what to do."""


def start(
    root: Path, recording: Path, title: str, number: int | None = None, theme: str | None = None
) -> Started:
    """Add an episode of the podcast to the project `root`, from a recording anywhere.

    Without `number` it is the next of the series; without `theme` it comes with the rest of it.
    Raises EpisodeError for a recording that is bad or an episode already, for a bad title, number
    or theme and where a file is in the way, Problems where the catalogue cannot be read; then nothing is written.
    """
    catalogue, problems = survey(root)
    if catalogue is None or (catalogue.channel is None and problems):
        raise Problems(problems)
    if catalogue.channel is None:
        raise EpisodeError(f"Er is nog geen podcast. Maak eerst {Channel.FILE}.")
    series = catalogue.channel.series
    if not recording.is_file():
        raise EpisodeError(f"{recording} is er niet. Noem het bestand met de opname.")
    try:
        seconds = audio.read(recording).seconds
    except AudioError as error:
        raise EpisodeError(f"{recording}: {error}") from None
    data = recording.read_bytes()
    _not_an_episode_yet(root, recording, data)
    id = as_id(title)
    others = _others(catalogue, series)
    place = _theme(catalogue, others, theme)
    files = {
        "entry": f"{ENTRIES}/{place}/{id}.yml",
        "audio": f"{AUDIO}/{id}.mp3",
        "transcript": f"{TRANSCRIPTS}/{id}.vtt",
    }
    values = {
        "title": title,
        "summary": f"{TO_WRITE} wat hoor je in “{title}”?",
        "audience": list(others[-1].audience if others else [catalogue.vocabulary.audiences[0].id]),
        "published": clock.here(),
        "series": series,
        "number": _number(catalogue, series, number),
        "audio": f"{id}.mp3",
        "transcript": f"{id}.vtt",
        "guid": f"urn:uuid:{uuid4()}",
    }
    entry = _entry(values, id, place, files["entry"])
    for fault in rules.title(catalogue.channel, entry):
        raise EpisodeError(f"title: {fault.message}")
    _nothing_in_the_way(root, catalogue, id, files.values())
    try:
        tagged = tagging.tagged(catalogue, entry, data, seconds)
    except tagging.TaggingError as error:
        raise EpisodeError(str(error)) from None
    cue = Cue(0.0, int(seconds * 1000) / 1000, f"{TO_WRITE} wat er gezegd wordt.")
    _write(
        {
            root / files["audio"]: tagged,
            root / files["transcript"]: captions.webvtt([cue]).encode(),
            root / files["entry"]: scaffold.started("podcast", values).encode(),
        }
    )
    return Started(id=id, number=entry.number, seconds=seconds, **files)


def _others(catalogue: Catalogue, series: str) -> list[Podcast]:
    """Give the sound episodes of a series, by number."""
    found = [
        entry
        for entry in catalogue.select(kind="podcast")
        if isinstance(entry, Podcast) and entry.series == series
    ]
    return sorted(found, key=lambda entry: entry.number)


def _theme(catalogue: Catalogue, others: list[Podcast], asked: str | None) -> str:
    """Give the theme that is asked for, or that of the last episode."""
    themes = [theme.id for theme in catalogue.vocabulary.themes]
    if asked is None and others:
        return others[-1].theme
    if asked is None:
        raise EpisodeError(
            f"Zeg bij welk thema dit hoort, met --thema. Er is: {', '.join(themes)}."
        )
    if asked not in themes:
        raise EpisodeError(unknown("het thema", asked, themes))
    return asked


def next_number(root: Path, series: str, theme: str | None = None) -> int:
    """Give the number of the next episode of a series, also after entries that are not sound yet.

    With a `theme`, only what has its place there counts: numbers run within a theme.
    """
    taken = [
        number
        for number, file in _numbers(root, series)
        if theme is None or file.startswith(f"{ENTRIES}/{theme}/")
    ]
    return max(taken, default=0) + 1


def _number(catalogue: Catalogue, series: str, asked: int | None) -> int:
    """Give the number that is asked for if it is free, or the next one."""
    taken = dict(_numbers(catalogue.root, series))
    if asked in taken:
        raise EpisodeError(
            f"nummer {asked} is al van {taken[asked]}. Kies een ander nummer, of laat --nummer weg."
        )
    return next_number(catalogue.root, series) if asked is None else asked


def _numbers(root: Path, series: str) -> Iterator[tuple[int, str]]:
    """Yield the numbers of a series with their files, of entries too that are not sound yet."""
    for file, data in _podcasts(root):
        number = data.get("number")
        if data.get("series") == series and isinstance(number, int):
            yield number, file


def _not_an_episode_yet(root: Path, recording: Path, data: bytes) -> None:
    """Raise EpisodeError where an entry has this sound already, whatever tags are around it."""
    sound = data[slice(*between_tags(data))]
    for file, entry in _podcasts(root):
        path = root / AUDIO / Path(str(entry.get("audio"))).name
        if path.is_file():
            other = path.read_bytes()
            if other[slice(*between_tags(other))] == sound:
                raise EpisodeError(
                    f"{recording}: dit geluid is al een aflevering: {file}. Kies een andere opname."
                )


def _podcasts(root: Path) -> Iterator[tuple[str, dict[Any, Any]]]:
    """Yield the files of the entries of a podcast with what they say, sound or not."""
    for path in sorted((root / ENTRIES).glob("*/*.yml")):
        file = path.relative_to(root).as_posix()
        data = reading.read(path, file).data
        if isinstance(data, dict) and data.get("kind") == "podcast":
            yield file, data


def _entry(values: dict[str, object], id: str, theme: str, path: str) -> Podcast:
    """Make the entry as it will be read; EpisodeError for a title or number that cannot be."""
    if not id:
        raise EpisodeError("van deze titel is geen bestandsnaam te maken. Kies een andere titel.")
    provenance = {"origin": "editorial", "material": "complete"}
    placed = {"id": id, "theme": theme, "path": path}
    try:
        return Podcast.model_validate(
            {**values, **placed, "kind": "podcast", "provenance": provenance}
        )
    except ValidationError as error:
        [details, *_] = error.errors(include_url=False)
        name = str(details["loc"][0])
        raise EpisodeError(f"{name}: {message(details, Podcast.model_fields[name])}") from None


def _nothing_in_the_way(root: Path, catalogue: Catalogue, id: str, files: Iterable[str]) -> None:
    """Raise EpisodeError where an entry or a file has the name already."""
    same = [path.relative_to(root).as_posix() for path in root.glob(f"{ENTRIES}/*/{id}.yml")]
    former = [entry.path for entry in catalogue.entries.values() if id in entry.former_ids]
    for file in [*same, *files]:
        if os.path.lexists(root / file):
            raise EpisodeError(f"{file} bestaat al. Kies een andere titel.")
    if former:
        raise EpisodeError(f"{id} is een oude naam van {former[0]}. Kies een andere titel.")


def _write(files: dict[Path, bytes]) -> None:
    """Write new files, all of them or none; raises EpisodeError where that is not possible."""
    made: list[Path] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as target:
                made.append(path)
                target.write(data)
    except OSError as error:
        for path in made:
            path.unlink()
        raise EpisodeError(f"Schrijven lukt hier niet ({error.strerror}): {path}.") from None
