"""The sides from which people choose: each facet with its values, and the values of an entry.

Everything that lists or filters takes facets from here: the form on /catalogus/, the lists that
need no script, links to a filtered list, and docs/assets/js/selection.js, which knows none by name.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from macros import addresses
from macros.catalogue.ids import as_id
from macros.catalogue.model import KINDS, Entry, Method, Podcast
from macros.catalogue.vocabulary import Concept, Vocabulary
from macros.contents import Contents
from macros.website import dutch
from macros.website.per_entry import per_entry

TIMES = (15, 30, 60, 120)
"""Minutes that someone may have."""
TIME_NAMES = {15: ("kwartier", "kort"), 30: ("half uur", "kort"), 60: ("een uur",)}
"""How people say that something fits in so many minutes."""
LONGER = "langer"
GROUPS = (
    ("1", "Alleen ik", 1, 1),
    ("2", "Met z’n tweeën", 2, 2),
    ("3-8", "3 tot 8 mensen", 3, 8),
    ("9-15", "9 tot 15 mensen", 9, 15),
    ("16-meer", "16 mensen of meer", 16, None),
)
"""Sizes of a group: id, label, fewest and most people."""


@dataclass(frozen=True)
class Value:
    """One value of a facet: its id in an address, its label, what it means and its other names.

    `part_of` is the label of the theme, for a focus area.
    """

    id: str
    label: str
    definition: str = ""
    part_of: str = ""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facet:
    """A side from which people choose. Of `single` facets one value can be chosen at a time.

    `page` gives the address of the page that lists what has a value, where there are such pages.
    """

    id: str
    label: str
    values: tuple[Value, ...]
    single: bool = False
    page: Callable[[str], str] | None = None

    @property
    def parts(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Yield the values by what they are part of, with the label of that (or an empty one)."""
        for label, values in groupby(self.values, key=lambda value: value.part_of):
            yield label, tuple(values)


def facets(vocabulary: Vocabulary) -> tuple[Facet, ...]:
    """Give every facet in the order of the form."""
    words = vocabulary
    return (
        Facet("thema", "Thema", tuple(_concepts(words.themes)), page=addresses.theme),
        Facet("soort", "Soort", tuple(_kinds()), page=addresses.kind_list),
        Facet("tijd", "Hoeveel tijd heb je?", tuple(_times()), single=True),
        Facet(
            "groep",
            "Met hoeveel mensen?",
            tuple(Value(id, label) for id, label, _, _ in GROUPS),
            single=True,
        ),
        Facet("voor", "Voor wie", tuple(_concepts(words.audiences)), page=addresses.audience_list),
        Facet("waar", "Waar", tuple(_concepts(words.settings))),
        Facet(
            "onderwerp",
            "Onderwerp",
            tuple(
                Value(
                    area.id,
                    area.label,
                    area.definition,
                    words.theme(area.theme).label,
                    area.synonyms,
                )
                for area in words.focus_areas
            ),
            page=addresses.focus_area_list,
        ),
    )


def used(contents: Contents) -> tuple[Facet, ...]:
    """Give the facets with those values that some entry has; a facet without any is left out."""
    seen = {
        (facet, id)
        for entry in contents.catalogue.entries.values()
        for facet, ids in values(contents, entry).items()
        for id in ids
    }
    return tuple(
        replace(facet, values=some)
        for facet in facets(contents.catalogue.vocabulary)
        if (some := tuple(value for value in facet.values if (facet.id, value.id) in seen))
    )


def kind_slug(kind: str) -> str:
    """Give the name of a kind in addresses: `boekrecensie`."""
    return as_id(KINDS[kind].kind_label)


@per_entry
def values(contents: Contents, entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """Give the values of an entry by the id of their facet; a facet without any is left out.

    An entry fits a time when it can be done in it: its shortest duration counts, or how long its
    recording lasts. It fits a group when it can be done with some number of people in it.
    """
    found = {
        "thema": (entry.theme,),
        "soort": (kind_slug(entry.kind),),
        "tijd": tuple(_fitting(minutes(contents, entry))),
        "voor": entry.audience,
        "onderwerp": entry.focus_areas,
    }
    if isinstance(entry, Method):
        found["waar"] = entry.setting
        if size := entry.group_size:
            most = size.max or float("inf")
            found["groep"] = tuple(
                id
                for id, _, least, largest in GROUPS
                if size.min <= (largest or float("inf")) and most >= least
            )
    return {name: ids for name, ids in found.items() if ids}


def minutes(contents: Contents, entry: Entry) -> int | None:
    """Give the fewest minutes that an entry takes, rounded up; None when that is not known."""
    if isinstance(entry, Method) and entry.duration:
        return entry.duration.min
    if isinstance(entry, Podcast) and (episode := contents.episode(entry.id)):
        return -(-round(episode.audio.seconds) // 60)
    return None


def _fitting(taken: int | None) -> Iterator[str]:
    if taken is None:
        return
    for time in TIMES:
        if taken <= time:
            yield str(time)
    if taken > TIMES[-1]:
        yield LONGER


def _concepts(concepts: Iterable[Concept]) -> Iterator[Value]:
    for concept in concepts:
        yield Value(concept.id, concept.label, concept.definition, synonyms=concept.synonyms)


def _kinds() -> Iterator[Value]:
    for kind, model in KINDS.items():
        names = (model.kind_label, *model.kind_synonyms)
        yield Value(kind_slug(kind), model.kind_label_plural, synonyms=names)


def _times() -> Iterator[Value]:
    for time in TIMES:
        yield Value(str(time), f"Tot {dutch.minutes(time)}", synonyms=TIME_NAMES.get(time, ()))
    yield Value(LONGER, f"Langer dan {dutch.minutes(TIMES[-1])}")
