"""Invents entries: as many as asked, in the proportions of the real catalogue.

Entry number n is the same whatever the total, so that 1,000 and 10,000 differ in number only.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.wording import Wording
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.ids import as_id
from macros.catalogue.model import Entry
from macros.catalogue.texts import MAX_SUMMARY

LAST = date(2026, 11, 20)
"""The newest day on which a generated entry appeared."""
NEAR = 40
"""An entry is tied to some of the last so many entries, as work of one period is."""

Fields = dict[str, Any]


def invent(catalogue: Catalogue, words: Wording, number: int) -> Iterator[tuple[str, str, Fields]]:
    """Yield theme, id and fields (in the order of a YAML file) of `number` entries.

    Each takes after a real entry, drawn at random: its theme and its kind. Only recordings are
    not invented: in the place of a podcast comes an intervention.
    """
    real = tuple(catalogue.entries.values())
    before = [entry.id for entry in real]
    numbers: Counter[tuple[str, str]] = Counter()
    for place in range(number):
        random = Random(place)
        model = random.choice(real)
        kind = "intervention" if model.kind == "podcast" else model.kind
        title = words.title(kind, model.theme, numbers[kind, model.theme])
        numbers[kind, model.theme] += 1
        fields = {
            **_common(catalogue, words, random, model, title, before[-NEAR:]),
            **_own(words, random, kind, title, before[-NEAR:]),
        }
        id = as_id(title)
        before.append(id)
        yield model.theme, id, {"kind": kind, "title": title, **fields}


def _common(
    catalogue: Catalogue,
    words: Wording,
    random: Random,
    model: Entry,
    title: str,
    near: Sequence[str],
) -> Fields:
    """Give what every entry has."""
    vocabulary = catalogue.vocabulary
    areas = [area for area in vocabulary.focus_areas if area.theme == model.theme]
    relations = [relation.id for relation in vocabulary.relations]
    published = LAST - timedelta(days=random.randint(0, 900))
    synonyms = list(dict.fromkeys(name for area in areas for name in area.synonyms))
    return {
        "summary": _summary(words, random, title),
        "body": words.text(random, random.randint(130, 260)),
        "focus_areas": _some(random, areas, 1, 4),
        "audience": _some(random, vocabulary.audiences, 1, 4),
        "keywords": random.sample(synonyms, random.randint(5, 9)),
        "related": [
            {"entry": id, "how": random.choice(relations)}
            for id in random.sample(near, random.randint(0, 3))
        ],
        "sources": _some(random, catalogue.sources.documents, 1, 4),
        "published": published,
        "provenance": {"origin": "editorial", "material": "complete"},
    }


def _own(words: Wording, random: Random, kind: str, title: str, near: Sequence[str]) -> Fields:
    """Give what only this kind has."""
    if kind == "collection":
        return {"entries": random.sample(near, random.randint(4, 8))}
    if kind == "book-review":
        return {"book": {"title": title}, "takeaways": words.lines(random, 2, 4)}
    if kind in ("study", "background"):
        return {"findings": words.lines(random, 2, 4)}
    minutes = [random.choice((5, 10, 15, 20)) for _ in range(random.randint(3, 6))]
    steps = zip(random.sample(words.headings, len(minutes)), minutes, strict=True)
    return {
        "goal": random.choice(words.sentences),
        "when_to_use": random.choice(words.sentences),
        "when_not": random.choice(words.sentences),
        "duration": {"min": sum(minutes), "max": sum(minutes) + 15},
        "preparation": random.choice((5, 10, 15, 30)),
        "group_size": {"min": random.randint(2, 4), "max": random.randint(6, 16)},
        "setting": random.choice((["kantoor"], ["kantoor", "online"], ["hybride", "online"])),
        "materials": random.sample(
            ("Papier", "Stiften", "Een klok", "Kaarten", "Een flap-over"), 3
        ),
        "steps": [
            {"title": step, "minutes": time, "text": " ".join(words.lines(random, 1, 3))}
            for step, time in steps
        ],
        "tips": words.lines(random, 2, 3),
        "pitfalls": words.lines(random, 1, 3),
        "variations": [{"title": "Online", "text": random.choice(words.sentences)}],
    }


def _summary(words: Wording, random: Random, title: str) -> str:
    """Give the title as a sentence, and a sentence after it that is plain text and fits."""
    room = MAX_SUMMARY - len(title) - 2
    return f"{title}. {random.choice([line for line in words.plain if len(line) <= room])}"


def _some(random: Random, concepts: Sequence[Any], least: int, most: int) -> list[str]:
    """Give the ids of some of these, in their own order."""
    chosen = random.sample(range(len(concepts)), min(random.randint(least, most), len(concepts)))
    return [concepts[place].id for place in sorted(chosen)]
