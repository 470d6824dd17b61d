"""The vocabulary: every theme, focus area, audience, setting, relation, series and term, once."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from macros.catalogue.problems import Fault, doubled, unknown
from macros.catalogue.texts import Frozen, Id, Line, Title


class Concept(Frozen):
    """A word that entries may use: the id in YAML, the label that people read, what it means."""

    id: Id = Field(
        title="Id", description="De naam in YAML. Verandert niet.", examples=["hr-adviseur"]
    )
    label: Title = Field(
        title="Naam", description="Wat een bezoeker leest.", examples=["HR-adviseur"]
    )
    definition: Line = Field(
        title="Betekenis",
        description="Een of twee zinnen.",
        examples=["Je adviseert managers en medewerkers."],
    )
    synonyms: tuple[Line, ...] = Field(
        (),
        title="Synoniemen",
        description="Andere woorden hiervoor; het zoeken kent ze ook.",
        examples=[["P&O-adviseur", "personeelszaken"]],
    )


def names(concepts: Iterable[Concept]) -> dict[str, str]:
    """Give what people call each of these, in lower case, with the id that is meant.

    Of two that share a name the first has it; a label goes before a synonym.
    """
    found: dict[str, str] = {}
    items = tuple(concepts)
    for item in items:
        found.setdefault(item.label.casefold(), item.id)
    for item in items:
        for synonym in item.synonyms:
            found.setdefault(synonym.casefold(), item.id)
    return found


class Theme(Concept):
    """A theme of the goodiebag, with the fruit and colour that stand for it."""

    colour: Id = Field(
        title="Kleur", description="De naam van een kleur in de stijlbladen.", examples=["peer"]
    )
    icon: Id = Field(
        title="Vrucht",
        description="De naam van een tekening in docs/assets/fruit/.",
        examples=["peer"],
    )


class FocusArea(Concept):
    """A subject within a theme (aandachtsgebied)."""

    theme: Id = Field(
        title="Thema", description="Het thema waar het bij hoort.", examples=["integriteit"]
    )


class Relation(Concept):
    """How one entry relates to another; `inverse` is the label on the other page."""

    inverse: Title = Field(
        title="Omgekeerd",
        description="Wat er op de andere pagina staat.",
        examples=["Verder verdiepen"],
    )


class Term(Concept):
    """A word of the field, explained."""

    theme: Id | None = Field(
        None,
        title="Thema",
        description="Het thema waar het woord bij hoort.",
        examples=["integriteit"],
    )


class Vocabulary(Frozen):
    """The whole of vocabulary.yml, each list in the order in which the site shows it."""

    FILE: ClassVar[str] = "catalogue/vocabulary.yml"

    themes: tuple[Theme, ...] = Field(
        min_length=1, title="Thema's", description="De thema's van de goodiebag."
    )
    focus_areas: tuple[FocusArea, ...] = Field(
        (), title="Aandachtsgebieden", description="De onderwerpen binnen een thema."
    )
    audiences: tuple[Concept, ...] = Field(
        min_length=1, title="Doelgroepen", description="Voor wie een stuk is."
    )
    settings: tuple[Concept, ...] = Field(
        (), title="Plekken", description="Waar je iets kunt doen."
    )
    relations: tuple[Relation, ...] = Field(
        (), title="Verbanden", description="Hoe stukken bij elkaar horen."
    )
    series: tuple[Concept, ...] = Field(
        (), title="Reeksen", description="Reeksen van podcasts en recensies."
    )
    terms: tuple[Term, ...] = Field((), title="Begrippen", description="Woorden uit het vak.")

    def theme(self, id: str) -> Theme:
        """Give the theme with this id; KeyError if there is none."""
        return self._themes[id]

    def focus_area(self, id: str) -> FocusArea:
        """Give the focus area with this id; KeyError if there is none."""
        return self._focus_areas[id]

    def audience(self, id: str) -> Concept:
        """Give the audience with this id; KeyError if there is none."""
        return self._audiences[id]

    def setting(self, id: str) -> Concept:
        """Give the setting with this id; KeyError if there is none."""
        return self._settings[id]

    def relation(self, id: str) -> Relation:
        """Give the relation with this id; KeyError if there is none."""
        return self._relations[id]

    def series_of(self, id: str) -> Concept:
        """Give the series with this id; KeyError if there is none."""
        return self._series[id]

    def terms_in(self, text: str) -> tuple[Term, ...]:
        """Give the terms that a text uses under any of their names, in the order of the list.

        A name counts where a word begins, whatever the capitals: `thuiswerk` is found in
        `thuiswerken`, and `OGW` is not found in `hoogwaardig`.
        """
        pattern, places = self._names
        found = {place for name in pattern.findall(text.casefold()) for place in places[name]}
        return tuple(self.terms[place] for place in sorted(found))

    @cached_property
    def _names(self) -> tuple[re.Pattern[str], dict[str, set[int]]]:
        """A pattern for the longest name at the start of a word, and whose name it then is.

        Where the longest name stands, so does every name that it begins with.
        """
        names: dict[str, set[int]] = {}
        for place, term in enumerate(self.terms):
            for name in (term.label, *term.synonyms):
                names.setdefault(name.casefold(), set()).add(place)
        places = {
            longest: set().union(*(names[name] for name in names if longest.startswith(name)))
            for longest in names
        }
        longest_first = sorted(names, key=len, reverse=True)
        # Without names the pattern finds nothing, also no empty text.
        either = "|".join(map(re.escape, longest_first)) or r"(?!)"
        return re.compile(rf"(?<!\w)(?=({either}))"), places

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        return {item.id: item for item in self.themes}

    @cached_property
    def _focus_areas(self) -> dict[str, FocusArea]:
        return {item.id: item for item in self.focus_areas}

    @cached_property
    def _audiences(self) -> dict[str, Concept]:
        return {item.id: item for item in self.audiences}

    @cached_property
    def _settings(self) -> dict[str, Concept]:
        return {item.id: item for item in self.settings}

    @cached_property
    def _relations(self) -> dict[str, Relation]:
        return {item.id: item for item in self.relations}

    @cached_property
    def _series(self) -> dict[str, Concept]:
        return {item.id: item for item in self.series}

    def faults(self) -> Iterator[Fault]:
        """Yield doubled ids and themes that are not there."""
        for name in type(self).model_fields:
            yield from doubled(self.FILE, name, [item.id for item in getattr(self, name)])
        themes = {theme.id: None for theme in self.themes}
        for name in ("focus_areas", "terms"):
            for place, item in enumerate(getattr(self, name)):
                if item.theme and item.theme not in themes:
                    where = (name, place, "theme")
                    yield Fault(self.FILE, where, unknown("het thema", item.theme, themes))
