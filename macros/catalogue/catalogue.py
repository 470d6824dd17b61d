"""The catalogue as one frozen object: everything that the outputs are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from macros.catalogue.channel import Channel
from macros.catalogue.document import Position
from macros.catalogue.model import KINDS, Base, Collection, Entry
from macros.catalogue.problems import Location
from macros.catalogue.reading import read
from macros.catalogue.resembling import resembling
from macros.catalogue.situations import Situations
from macros.catalogue.sources import Sources
from macros.catalogue.vocabulary import Vocabulary

PART_OF = "Onderdeel van"
"""What the page of an entry says of a collection that holds it."""


@dataclass(frozen=True)
class Tie:
    """How an entry relates to another one, as its page says it: `Verdiept` and the entry."""

    label: str
    entry: Entry


@dataclass(frozen=True)
class Catalogue:
    """Every entry in site order (theme, kind, series, title), with the words and sources it uses."""

    root: Path
    vocabulary: Vocabulary
    sources: Sources
    channel: Channel | None
    entries: Mapping[str, Entry]
    guide: Situations = field(default_factory=Situations)
    _back: Mapping[str, tuple[tuple[str, Entry], ...]] = field(default_factory=dict, repr=False)

    def select(
        self,
        *,
        theme: str | None = None,
        kind: str | None = None,
        focus_area: str | None = None,
        audience: str | None = None,
    ) -> tuple[Entry, ...]:
        """Give the entries that meet every condition given, in site order."""
        return tuple(
            entry
            for entry in self.entries.values()
            if (theme is None or entry.theme == theme)
            and (kind is None or entry.kind == kind)
            and (focus_area is None or focus_area in entry.focus_areas)
            and (audience is None or audience in entry.audience)
        )

    def relations(self, entry: Entry) -> tuple[Tie, ...]:
        """Give what belongs with an entry: first what it names itself, then what names it."""
        words = self.vocabulary
        ties = [
            Tie(words.relation(related.how).label, self.entries[related.entry])
            for related in entry.related
        ]
        for how, other in self._back.get(entry.id, ()):
            ties.append(Tie(words.relation(how).inverse if how else PART_OF, other))
        return tuple(ties)

    def resembling(self, entry: Entry) -> tuple[Entry, ...]:
        """Give three others that resemble an entry, the most alike first, besides its relations.

        They are computed from subjects, audience and words. A small catalogue may give fewer.
        """
        return tuple(self.entries[id] for id in self._resembling[entry.id])

    def keep_resembling(self, earlier: "Catalogue") -> None:
        """Take over what resembles what from a catalogue of the same entries, which may be outdated.

        Of a thousand entries it takes longer to compute than all that a preview waits for.
        """
        vars(self)["_resembling"] = earlier._resembling

    @cached_property
    def _resembling(self) -> Mapping[str, tuple[str, ...]]:
        apart = {
            entry.id: [
                *(tie.entry.id for tie in self.relations(entry)),
                *(entry.entries if isinstance(entry, Collection) else ()),
            ]
            for entry in self.entries.values()
        }
        return resembling(tuple(self.entries.values()), apart)

    def position(self, entry_id: str, location: Location) -> Position:
        """Give line and column (from 1) of a value in an entry's file, by reading it again."""
        file = self.entries[entry_id].path
        return read(self.root / file, file).position(location)


def assemble(
    root: Path,
    vocabulary: Vocabulary,
    sources: Sources,
    channel: Channel | None,
    entries: Iterable[Entry],
    guide: Situations | None = None,
) -> Catalogue:
    """Put checked parts together: entries in site order, ties in both directions."""
    themes = {theme.id: place for place, theme in enumerate(vocabulary.themes)}
    kinds = {kind: place for place, kind in enumerate(KINDS)}

    def order(entry: Base) -> tuple[int, int, str, int, str]:
        series = getattr(entry, "series", None) or ""
        number = getattr(entry, "number", None) or 0
        return themes[entry.theme], kinds[entry.kind], series, number, entry.title.casefold()

    ordered = {entry.id: entry for entry in sorted(entries, key=order)}
    back: dict[str, list[tuple[str, Entry]]] = {}
    for entry in ordered.values():
        for related in entry.related:
            back.setdefault(related.entry, []).append((related.how, entry))
        if isinstance(entry, Collection):
            for part in entry.entries:
                back.setdefault(part, []).append(("", entry))
    return Catalogue(
        root,
        vocabulary,
        sources,
        channel,
        MappingProxyType(ordered),
        guide or Situations(),
        MappingProxyType({id: tuple(ties) for id, ties in back.items()}),
    )
