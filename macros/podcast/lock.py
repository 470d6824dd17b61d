"""The file podcasts/published.lock: what podcast apps know of us, so that it changes on purpose only.

An app that sees another guid downloads every episode again, and one that sees another address
may find nothing. `goodiebag lock` writes this file; only the list `intended` is written by people.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, StrictInt

from macros.catalogue import validation
from macros.catalogue.document import Document
from macros.catalogue.folder import ENTRIES
from macros.catalogue.patterns import fault
from macros.catalogue.problems import shown
from macros.catalogue.reading import read as read_yaml
from macros.catalogue.texts import EpisodeGuid, Frozen, Id, Line, PodcastGuid, Text, Url

HEADER = """\
# Wat podcast-apps al van ons kennen. Met de hand niet wijzigen: `goodiebag lock` schrijft dit bestand.
# Alleen onder intended schrijf je zelf, als er met opzet iets verandert: wat, en waarom.
"""

_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_MERGED = (
    "hier staan twee versies door elkaar, van git. Laat onder intended alles staan, kies voor de "
    "rest de versie van de hoofdtak, haal de regels met <<<<<<<, ======= en >>>>>>> weg, en draai "
    "`goodiebag lock`."
)
_UNREAD = "dit bestand kan ik niet lezen. Haal het terug met git."

_LEAST_REASON = 10
"""Letters; what is shorter tells nobody anything a year later."""

Change = Literal["guid", "audio", "sound", "removed", "site", "media"]
"""What can change of an episode, and of the podcast: `guid`, `site` and `media`."""
Number = Annotated[StrictInt, Field(ge=1)]


def _reason(value: Any) -> Any:
    if isinstance(value, str) and sum(map(str.isalpha, value)) < _LEAST_REASON:
        raise fault(
            f"schrijf hier in een paar woorden waarom dit moet; gevonden: {shown(value)}. Wie het "
            "later leest, wil dat weten."
        )
    return value


class Whole(Frozen):
    """What apps know of the podcast as a whole."""

    guid: PodcastGuid = Field(
        title="Kenmerk",
        description="Het kenmerk van de podcast, in kleine letters.",
        examples=["00000000-0000-4000-8000-000000000000"],
    )
    site: Url | None = Field(
        None,
        title="Site",
        description="Waar de site echt online staat; leeg tot dat zo is.",
        examples=["https://goodiebag.example.org/"],
    )
    before: Url | None = Field(
        None,
        title="Vorige site",
        description="Waar de site voor de laatste verhuizing stond.",
        examples=["https://oud.example.org/"],
    )
    media: Url | None = Field(
        None,
        title="Opnamen",
        description="Waar de opnamen staan als dat niet op de site zelf is.",
        examples=["https://media.example.org/goodiebag/"],
    )


class _Known(Frozen):
    """What tells one episode from another."""

    guid: EpisodeGuid = Field(
        title="Kenmerk",
        description="Het kenmerk van de aflevering, in kleine letters.",
        examples=["urn:uuid:00000000-0000-4000-8000-000000000000"],
    )
    id: Id = Field(
        title="Id",
        description="De bestandsnaam van de aflevering, zonder .yml.",
        examples=["goed-gesprek"],
    )
    number: Number = Field(
        title="Nummer", description="De plaats van de aflevering in de reeks.", examples=[1]
    )


class Withdrawn(_Known):
    """An episode that was out once, and was taken away on purpose; its number leaves a gap."""


class Published(_Known):
    """What apps know of one episode."""

    audio: Line = Field(
        title="Adres",
        description="Het adres van de opname, gerekend vanaf de site.",
        examples=["podcast/audio/goed-gesprek.mp3"],
    )
    bytes: Number = Field(
        title="Bytes", description="Hoe groot de opname is, met haar tags.", examples=[1738187]
    )
    sound: Annotated[Text, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        title="Geluid",
        description="De vingerafdruk (SHA-256) van het geluid, zonder de tags.",
        examples=[64 * "0"],
    )


class Intended(Frozen):
    """A change that is meant; it stays in the list, so that it can be looked up later."""

    episode: Id | None = Field(
        None,
        title="Aflevering",
        description="De id waaronder de aflevering vastligt; leeg als het om de hele podcast gaat.",
        examples=["goed-gesprek"],
    )
    change: Change = Field(
        title="Wat", description="Wat er verandert, of removed.", examples=["sound"]
    )
    to: Text = Field(
        "", title="Nieuw", description="Wat het wordt; leeg bij removed.", examples=[64 * "0"]
    )
    why: Annotated[Line, BeforeValidator(_reason)] = Field(
        title="Waarom",
        description="Waarom dit moet.",
        examples=["De oorspronkelijke opname vervangt de computerstem."],
    )


class Lock(Frozen):
    """The whole of published.lock."""

    FILE: ClassVar[str] = "podcasts/published.lock"

    podcast: Whole = Field(title="Podcast", description="De podcast als geheel.")
    episodes: tuple[Published, ...] = Field(
        (), title="Afleveringen", description="Wat er uit is, op volgorde van kenmerk."
    )
    withdrawn: tuple[Withdrawn, ...] = Field(
        (), title="Ingetrokken", description="Wat uit was, en er met opzet niet meer is."
    )
    intended: tuple[Intended, ...] = Field(
        (), title="Bedoeld", description="Wat er met opzet is veranderd."
    )

    def allows(self, episode: str | None, change: str, to: str) -> bool:
        """Tell whether the last word about this change is that it becomes `to`."""
        said = [
            item.to for item in self.intended if (item.episode, item.change) == (episode, change)
        ]
        return bool(said) and said[-1] == to


def read(root: Path) -> tuple[Lock | None, Document]:
    """Read the lock of the project `root`; None where it is not sound, with why in the document."""
    document = read_yaml(root / Lock.FILE, Lock.FILE)
    if conflict := _conflict(document.text):
        document.problems.clear()
        document.note((conflict, 1), (), _MERGED)
        return None, document
    if document.problems and not document.text:
        document.problems = [replace(found, message=_UNREAD) for found in document.problems]
        return None, document
    found = validation.whole(Lock, document)
    if found:
        _check(found, document)
    return (None if document.problems else found), document


def withdrawn(root: Path) -> frozenset[int]:
    """Give the numbers of the episodes that are out, or were, and whose entry is there no more.

    Whether each of them is meant to be gone is told where contents and lock are compared. None
    where the lock is not sound, which is told there too.
    """
    found = read(root)[0] if exists(root) else None
    if found is None:
        return frozenset()
    gone = [
        record
        for record in found.episodes
        if found.allows(record.id, "removed", "")
        or not any((root / ENTRIES).glob(f"*/{record.id}.yml"))
    ]
    return frozenset(record.number for record in (*found.withdrawn, *gone))


def exists(root: Path) -> bool:
    """Tell whether there is a lock; a link that leads nowhere is one too, and is told on reading."""
    return os.path.lexists(root / Lock.FILE)


def render(lock: Lock) -> str:
    """Give the text of the file: episodes sorted by guid, so that two branches merge well."""
    episodes, gone = (
        sorted(records, key=lambda record: record.guid)
        for records in (lock.episodes, lock.withdrawn)
    )
    lines = [
        *("podcast:", f"  guid: {_quoted(lock.podcast.guid)}"),
        f"  site: {_quoted(lock.podcast.site)}" if lock.podcast.site else "  site:",
        *([f"  before: {_quoted(lock.podcast.before)}"] if lock.podcast.before else []),
        *([f"  media: {_quoted(lock.podcast.media)}"] if lock.podcast.media else []),
        *("episodes:", *_list(episodes)),
        *(("withdrawn:", *_list(gone)) if gone else ()),
        *("intended:", *_list(lock.intended)),
    ]
    return HEADER + "\n".join(lines) + "\n"


def intention(episode: str | None, change: str, to: str) -> str:
    """Give the line that a maintainer adds to `intended`, to copy."""
    about = f"episode: {_quoted(episode)}, " if episode else ""
    return f'- {{{about}change: {change}, to: {_quoted(to)}, why: "..."}}'


def _list(blocks: Iterable[Frozen]) -> Iterator[str]:
    for block in blocks:
        fields = [(name, value) for name, value in block if value not in (None, "")]
        for place, (name, value) in enumerate(fields):
            yield f"  {' ' if place else '-'} {name}: {_quoted(value)}"


def _quoted(value: object) -> str:
    """Write a value as YAML and JSON both read it."""
    return json.dumps(value, ensure_ascii=False)


def _check(lock: Lock, document: Document) -> None:
    """Note what a merge of two branches may leave behind."""
    for name in ("guid", "id", "audio"):
        seen: set[str] = set()
        for place, episode in enumerate(lock.episodes):
            value = str(getattr(episode, name))
            if value in seen:
                told = f"{shown(value)} staat er twee keer. Haal er één aflevering weg."
                document.add(("episodes", place, name), told)
            seen.add(value)


def _conflict(text: str) -> int | None:
    """Give the number of the first line that git leaves where two versions clash."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if line.startswith(_CONFLICT)), None)
