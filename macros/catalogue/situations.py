"""What goes on, in the words of whoever says it, and the entries that help."""

from collections.abc import Collection as Ids
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from macros.catalogue.problems import Fault, Location, doubled, no_entry, shown, unknown
from macros.catalogue.texts import Frozen, Id, Line, Markdown, Title, Word
from macros.catalogue.vocabulary import Concept, Vocabulary, names

FEWEST, MOST = 2, 5
"""How many entries a situation leads to: with one there is no choice, with more it is a list."""


class Fit(Frozen):
    """An entry that helps in a situation, and one sentence why."""

    entry: Word = Field(
        title="Stuk",
        description="De bestandsnaam van het stuk, zonder .yml.",
        examples=["wie-is-er-wanneer"],
    )
    why: Line = Field(
        title="Waarom",
        description="Eén zin: waarom juist dit stuk hier helpt.",
        examples=["In een kwartier per week weet je wie waar is."],
    )


class Situation(Frozen):
    """Something that goes on at work, as someone says it at the coffee machine."""

    id: Id = Field(
        title="Id",
        description="De naam in het adres. Verandert niet.",
        examples=["we-zien-elkaar-nauwelijks-nog"],
    )
    words: Title = Field(
        title="Zin",
        description="Wat iemand zegt, in gewone woorden en zonder aanhalingstekens eromheen.",
        examples=["We zien elkaar nauwelijks nog"],
    )
    who: tuple[Word, ...] = Field(
        min_length=1,
        title="Wie dit zegt",
        description="De doelgroepen die dit zeggen. Onder de eerste staat de zin op de Wegwijzer.",
        examples=[["leidinggevende", "medewerker"]],
    )
    focus_areas: tuple[Word, ...] = Field(
        min_length=1,
        title="Aandachtsgebieden",
        description="Waar het over gaat. Het thema van het eerste geeft de kleur.",
        examples=[["sociale-en-teamcohesie"]],
    )
    first_help: Markdown | None = Field(
        None,
        title="Eerst hulp",
        description="Waar je naartoe gaat als er iets ernstigs speelt. Staat boven al het andere.",
        examples=["Praat eerst met een vertrouwenspersoon."],
    )
    going_on: Markdown = Field(
        title="Wat er speelt",
        description="Wat er aan de hand is, in een paar zinnen.",
        examples=["Jullie spreken elkaar in overleggen, en verder bijna niet."],
    )
    first_step: Markdown = Field(
        title="Een eerste stap",
        description="Iets wat je deze week nog kunt doen.",
        examples=["Begin je eerstvolgende overleg met één vraag aan iedereen."],
    )
    entries: tuple[Fit, ...] = Field(
        min_length=1,
        title="Wat past",
        description=f"{FEWEST} tot {MOST} stukken, met bij elk stuk waarom het hier past.",
    )
    keywords: tuple[Line, ...] = Field(
        (),
        title="Trefwoorden",
        description="Andere woorden waarmee iemand dit zoekt.",
        examples=[["leeg kantoor", "elkaar mislopen"]],
    )


class Situations(Frozen):
    """The whole of situations.yml, in the order in which the site shows it."""

    FILE: ClassVar[str] = "catalogue/situations.yml"

    situations: tuple[Situation, ...] = Field(
        (), title="Situaties", description="Wat er kan spelen, met wat daarbij past."
    )

    @cached_property
    def helped(self) -> dict[str, tuple[Situation, ...]]:
        """The situations in which an entry helps, by the id of the entry; without those of none."""
        found: dict[str, list[Situation]] = {}
        for situation in self.situations:
            for fit in situation.entries:
                found.setdefault(fit.entry, []).append(situation)
        return {entry: tuple(situations) for entry, situations in found.items()}

    def faults(self, vocabulary: Vocabulary | None, entries: Ids[str]) -> Iterator[Fault]:
        """Yield doubles, names that lead nowhere, and too few or too many entries.

        `entries` are the ids of all files. Without a vocabulary its words are not looked up.
        """
        yield from doubled(self.FILE, "situations", [item.id for item in self.situations])
        yield from self._said_twice()
        for place, situation in enumerate(self.situations):
            way = ("situations", place)
            if vocabulary:
                words = vocabulary.audiences
                yield from self._words((*way, "who"), situation.who, "de doelgroep", words)
                areas, called = vocabulary.focus_areas, "het aandachtsgebied"
                yield from self._words((*way, "focus_areas"), situation.focus_areas, called, areas)
            yield from self._fits((*way, "entries"), situation.entries, entries)

    def _said_twice(self) -> Iterator[Fault]:
        first: dict[str, int] = {}
        for place, situation in enumerate(self.situations):
            said = " ".join("".join(filter(_is_letter, situation.words.casefold())).split())
            if (other := first.setdefault(said, place)) != place:
                message = f"deze zin staat ook bij {shown(self.situations[other].id)}. Voeg de twee samen, of zeg het anders."
                yield Fault(self.FILE, ("situations", place, "words"), message)

    def _words(
        self, way: Location, found: Iterable[str], called: str, concepts: Iterable[Concept]
    ) -> Iterator[Fault]:
        known = tuple(concepts)
        allowed = {item.id: None for item in known}
        seen: set[str] = set()
        for place, name in enumerate(found):
            if name not in allowed:
                message = unknown(called, name, allowed, Vocabulary.FILE, names(known))
                yield Fault(self.FILE, (*way, place), message)
            elif name in seen:
                yield Fault(self.FILE, (*way, place), _TWICE.format(shown(name)))
            seen.add(name)

    def _fits(self, way: Location, fits: tuple[Fit, ...], entries: Ids[str]) -> Iterator[Fault]:
        seen: set[str] = set()
        for place, fit in enumerate(fits):
            where = (*way, place, "entry")
            if fit.entry not in entries:
                yield Fault(self.FILE, where, no_entry(fit.entry, entries))
            elif fit.entry in seen:
                yield Fault(self.FILE, where, _TWICE.format(shown(fit.entry)))
            seen.add(fit.entry)
        if not FEWEST <= len(fits) <= MOST:
            message = f"hier horen {FEWEST} tot {MOST} stukken; gevonden: {len(fits)}. Kies wat hier het best helpt."
            yield Fault(self.FILE, way, message)


_TWICE = "{} staat er twee keer. Haal er één weg."


def _is_letter(character: str) -> bool:
    return character.isalnum() or character.isspace()
