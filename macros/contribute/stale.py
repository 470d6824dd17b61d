"""What may no longer be true: entries that nobody looked at for two years, links that do not answer."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from macros.catalogue import freshness, prose
from macros.catalogue.advice import written
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.channel import Channel
from macros.catalogue.model import Entry
from macros.catalogue.problems import Location, Problem, counted, field_name
from macros.catalogue.reading import read

_ADDRESS = re.compile(r"https?://\S+")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")


@dataclass(frozen=True)
class Old:
    """An entry that nobody looked at since a day, with the place of that day in its file."""

    entry: Entry
    since: date
    problem: Problem


@dataclass(frozen=True)
class Report:
    """What was found: old entries, the longest ago first, and links; None where these were not asked.

    `ending` tells in Dutch that what the site promises itself ends soon, such as its security.txt.
    """

    old: tuple[Old, ...]
    links: tuple[Problem, ...] | None
    ending: str | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to do."""
        return not self.old and not self.links and not self.ending


def old(catalogue: Catalogue, day: date) -> tuple[Old, ...]:
    """Give the entries that on this day nobody looked at for two years, the longest ago first."""
    found = []
    for entry in catalogue.entries.values():
        if freshness.is_stale(entry, day):
            field = "reviewed" if entry.reviewed else "published"
            since = freshness.last_seen(entry)
            message = (
                f"sinds {since} keek niemand dit na. Klopt het nog, zet dan bij `reviewed` de datum van vandaag; "
                "anders werk je het bij."
            )
            place = catalogue.position(entry.id, (field,))
            found.append(Old(entry, since, Problem(entry.path, *place, field, message)))
    return tuple(sorted(found, key=lambda one: (one.since, one.entry.path)))


def addresses(catalogue: Catalogue) -> Mapping[str, tuple[Problem, ...]]:
    """Give every address of the web in the contents, with its places; the message is the address.

    The podcast's own addresses are not among them: they lead to this site.
    """
    found: dict[str, list[Problem]] = {}
    for file, block in written(catalogue).items():
        if isinstance(block, Channel):
            continue
        links = list(_links(block))
        document = read(catalogue.root / file, file) if links else None
        for way, address in links:
            if document:
                place = document.position(way, words=(address, 0))
                found.setdefault(address, []).append(
                    Problem(file, *place, field_name(way), address)
                )
    return {address: tuple(places) for address, places in found.items()}


def unanswered(
    places: Mapping[str, Sequence[Problem]], faults: Mapping[str, str]
) -> tuple[Problem, ...]:
    """Give a problem for each place of an address with a fault, sorted."""
    return tuple(
        sorted(
            Problem(one.file, one.line, one.column, one.field, f"{address}: {faults[address]}.")
            for address in faults
            for one in places[address]
        )
    )


def as_text(report: Report) -> str:
    """Give a line per finding, as the check tells problems."""
    found = (*(one.problem for one in report.old), *(report.links or ()))
    return "\n".join([*(str(one) for one in found), *filter(None, [report.ending])])


def as_markdown(report: Report) -> str:
    """Give a report to post, with a box to tick for each finding."""
    parts = ["## Stukken om na te kijken"]
    if report.old:
        count = counted(len(report.old), "stuk", "stukken")
        parts.append(
            f"Naar {count} keek al twee jaar niemand. Klopt het nog? Zet dan bij `reviewed` de datum van vandaag. Werk het anders bij."
        )
        parts.append(
            "\n".join(
                f"- [ ] **{_plain(one.entry.title)}**, sinds {one.since}: `{one.entry.path}`"
                for one in report.old
            )
        )
    else:
        parts.append("Alle stukken zijn in de laatste twee jaar nagekeken.")
    if report.links is not None:
        parts.append("## Links die niet goed antwoorden")
        parts.append(
            "\n".join(
                f"- [ ] `{one.file}`, regel {one.line}: {_plain(one.message)}"
                for one in report.links
            )
            or "Alle links werken."
        )
    if report.ending:
        parts.append(f"## Wat afloopt\n\n- [ ] {_plain(report.ending)}")
    return "\n\n".join(parts)


def _plain(text: str) -> str:
    """Give a text in which Markdown has no meaning."""
    return _MARKDOWN.sub(r"\\\1", text)


def _links(value: object, way: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield the addresses of the web in a block of fields, each with the way to its text."""
    if isinstance(value, str):
        for address in _addresses(value):
            yield way, address
    elif isinstance(value, BaseModel):
        for name, part in vars(value).items():
            yield from _links(part, (*way, name))
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _links(part, (*way, place))


def _addresses(text: str) -> list[str]:
    if _ADDRESS.fullmatch(text):
        return [text]
    found: dict[str, None] = {}

    def note(address: str, *, image: bool = False) -> None:
        if not image and _ADDRESS.fullmatch(address):
            found[address] = None

    if "://" in text:
        prose.faults(text, note)
    return list(found)
