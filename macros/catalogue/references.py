"""What an entry refers to exists: words, sources, other entries and files to take along."""

from collections.abc import Collection as Ids
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from macros.catalogue.entry import Base
from macros.catalogue.problems import (
    Fault,
    Location,
    filled,
    no_entry,
    shown,
    suggestion,
    unknown,
)
from macros.catalogue.sources import Sources
from macros.catalogue.vocabulary import Concept, Vocabulary, names

DOUBLED = "{found} staat er twee keer. Haal er één weg."
ITSELF = "een stuk kan niet naar zichzelf verwijzen. Haal deze verwijzing weg."
NO_DOWNLOAD = "het bestand {found} is er nog niet.{near} Zet het in docs/downloads/, of stuur het mee met je voorstel."
CALLED = {
    "focus_areas": "het aandachtsgebied",
    "audience": "de doelgroep",
    "setting": "de plek",
    "series": "de reeks",
    "how": "het verband",
    "sources": "de bron",
}
"""What the names in a field are the names of."""


@dataclass(frozen=True)
class Known:
    """What there is to refer to; None for what could not be read, and then it is not looked up.

    `entries` are the ids of all files, of entries that could not be read too, so that one
    mistake is told once. `downloads` are the names of the files in docs/downloads/.
    """

    vocabulary: Vocabulary | None
    sources: Sources | None
    entries: Ids[str]
    downloads: Ids[str] | None


class _Reference(NamedTuple):
    """A name that an entry uses: its place, what it should be the name of, and the name."""

    location: Location
    what: str
    name: str


def faults(entries: Iterable[Base], known: Known) -> Iterator[Fault]:
    """Yield every reference that leads nowhere or stands twice; a field may be absent."""
    words = dict(_words(known))
    for entry in entries:
        seen: set[tuple[object, str]] = set()
        for found in _references(entry):
            if message := _fault(found, entry, known, words):
                yield Fault(entry.path, found.location, message)
            elif found.what != "how" and (found.location[0], found.name) in seen:
                message = filled(DOUBLED, found=shown(found.name))
                yield Fault(entry.path, found.location, message)
            seen.add((found.location[0], found.name))


def _references(entry: Base) -> Iterator[_Reference]:
    # Looked up in the object itself: asking pydantic for a field that a kind lacks is slow.
    fields = vars(entry)
    for field in ("focus_areas", "audience", "setting", "sources"):
        for place, name in enumerate(fields.get(field, ())):
            yield _Reference((field, place), field, name)
    if series := fields.get("series"):
        yield _Reference(("series",), "series", series)
    for place, related in enumerate(fields.get("related", ())):
        yield _Reference(("related", place, "entry"), "entry", related.entry)
        yield _Reference(("related", place, "how"), "how", related.how)
    for place, name in enumerate(fields.get("entries", ())):
        yield _Reference(("entries", place), "entry", name)
    for place, download in enumerate(fields.get("downloads", ())):
        yield _Reference(("downloads", place, "file"), "download", download.file)


@dataclass(frozen=True)
class _Words:
    """What names of a sort are called in Dutch, which there are, in which file, and as people say them."""

    called: str
    allowed: Ids[str]
    file: str
    names: Mapping[str, str]


def _words(known: Known) -> Iterator[tuple[str, _Words]]:
    """Yield the closed lists that names are taken from."""

    def concepts(field: str, items: Ids[Concept]) -> tuple[str, _Words]:
        allowed = {item.id: None for item in items}
        return field, _Words(CALLED[field], allowed, Vocabulary.FILE, names(items))

    if words := known.vocabulary:
        yield concepts("focus_areas", words.focus_areas)
        yield concepts("audience", words.audiences)
        yield concepts("setting", words.settings)
        yield concepts("series", words.series)
        yield concepts("how", words.relations)
    if known.sources:
        documents = {item.id: None for item in known.sources.documents}
        titles = {item.title.casefold(): item.id for item in known.sources.documents}
        yield "sources", _Words(CALLED["sources"], documents, Sources.FILE, titles)


def _fault(found: _Reference, entry: Base, known: Known, words: Mapping[str, _Words]) -> str | None:
    """Give what is wrong with a reference, in Dutch, or None when it leads somewhere."""
    name = found.name
    if found.what == "entry":
        if name == entry.id:
            return ITSELF
        if name not in known.entries:
            return no_entry(name, known.entries)
    elif found.what == "download":
        if known.downloads is not None and name not in known.downloads:
            near = suggestion(name, known.downloads)
            return filled(NO_DOWNLOAD, found=shown(name), near=near)
    elif (closed := words.get(found.what)) and name not in closed.allowed:
        return unknown(closed.called, name, closed.allowed, closed.file, closed.names)
    return None
