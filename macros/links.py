"""Links and images in the texts of entries and sources: each leads somewhere on the site."""

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel

from macros import addresses
from macros.catalogue import prose
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.folder import DOCS, ENTRIES
from macros.catalogue.model import Podcast
from macros.catalogue.problems import Location, Problem, nearest, shown
from macros.catalogue.reading import read
from macros.catalogue.situations import Situations
from macros.catalogue.sources import Sources

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NOWHERE = "{} leidt nergens heen.{} Reken vanaf het adres van deze pagina: {}."


def problems(catalogue: Catalogue) -> list[Problem]:
    """Give every relative link or image in a text that leads to no page and no file of the site.

    Anchors (`#...`) are not looked up. Without a folder docs/ there is nothing to look in.
    """
    root = catalogue.root
    if not (root / DOCS).is_dir():
        return []
    site = _Site(catalogue)
    pages: list[tuple[str, str, BaseModel, Location]] = [
        (entry.path, addresses.entry(entry.id), entry, ()) for entry in catalogue.entries.values()
    ]
    pages.append((Sources.FILE, addresses.SOURCES, catalogue.sources, ()))
    for place, situation in enumerate(catalogue.guide.situations):
        page, within = addresses.situation(situation.id), ("situations", place)
        pages.append((Situations.FILE, page, situation, within))
    found: list[Problem] = []
    for file, page, block, way in pages:
        # A look at the whole as JSON takes a quarter of the time of one at each of its parts.
        faulty = [
            (location, fault)
            for location, text in (_texts(block, way) if _may_link(block.model_dump_json()) else ())
            for fault in prose.faults(text, partial(site.fault, page=page))
        ]
        if faulty:
            document = read(root / file, file)
            for location, fault in faulty:
                document.add(location, fault.message, words=(fault.words, fault.earlier))
            found += document.problems
    return found


def _texts(value: object, way: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield the texts in a value that may hold a link, each with its place."""
    if isinstance(value, str):
        if _may_link(value):
            yield way, value
    elif isinstance(value, BaseModel):
        for name, part in value.__dict__.items():
            yield from _texts(part, (*way, name))
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _texts(part, (*way, place))


def _may_link(text: str) -> bool:
    return "](" in text or "]:" in text


class _Site:
    """The addresses below the root of the site; looked up when the first link asks."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._ways: dict[str, dict[str, str]] = {}

    def fault(self, link: str, *, image: bool = False, page: str) -> str | None:
        """Give what is wrong with a link on the page with this address; None when it leads on."""
        if _ELSEWHERE.match(link) or not (path := unquote(urlsplit(link).path)):
            return None
        target = posixpath.normpath(posixpath.join(page, path))
        target = "" if target == "." else target + "/" * path.endswith(("/", "/.", "/..", ".."))
        if target in self.known:
            return None
        if page not in self._ways:
            ways = sorted(_way(known, page) for known in self.known)
            self._ways[page] = {way.casefold(): way for way in ways}
        near = nearest(path, self._ways[page])
        better = f' Bedoel je "{near}"?' if near else ""
        what = f"{'het plaatje' if image else 'de link'} {shown(link)}"
        return _NOWHERE.format(what, better, shown(page))

    @cached_property
    def known(self) -> frozenset[str]:
        """Every address that a link may have."""
        root, channel = self.catalogue.root, self.catalogue.channel
        found = {_address(path.relative_to(root / DOCS)) for path in (root / DOCS).rglob("*.*")}
        # The file of an entry that is not sound yet counts: that is told by itself.
        found |= {addresses.entry(file.stem) for file in (root / ENTRIES).rglob("*.yml")}
        if channel:
            found |= {addresses.FEED, addresses.cover(channel.cover)}
        found |= {addresses.situation(item.id) for item in self.catalogue.guide.situations}
        for entry in self.catalogue.entries.values():
            found |= {addresses.entry(former) for former in entry.former_ids}
            if isinstance(entry, Podcast) and entry.audio:
                found |= {addresses.audio(entry.audio), addresses.transcript(entry.id, "vtt")}
        return frozenset(found)


def _way(target: str, page: str) -> str:
    """Give the shortest link from a page to an address."""
    way = posixpath.relpath("/" + target, "/" + page)
    return way + "/" if target.endswith("/") or not target else way


def _address(path: Path) -> str:
    """Give the address of a file in docs/: a page ends with a slash, any other file is as it is."""
    if path.suffix != ".md":
        return path.as_posix()
    folder = path.parent if path.stem == "index" else path.with_suffix("")
    return "" if folder == Path() else f"{folder.as_posix()}/"
