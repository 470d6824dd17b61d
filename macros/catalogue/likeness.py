"""How much entries resemble each other: by their subjects, their audience and their words.

An entry becomes a vector: how much each word, focus area and audience says about it (tf-idf).
Likeness is the cosine of two of those, in whole numbers. So the order in which is added up makes
no difference, and the outcome is the same on every machine.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from math import sqrt

from macros.catalogue.model import Entry

Vector = Mapping[str, int]
"""How much each feature says about an entry, the most telling first."""

ONE = 1000
"""The length of a vector, but for rounding; two that are the same are `ONE` times `ONE` alike."""

_SUBJECT, _AUDIENCE = "#", "@"
_SHARES = {_SUBJECT: 0.35, _AUDIENCE: 0.1, "": 0.55}
"""How much subjects, audience and words count."""

_WORDS = 32
"""So many words of an entry count: those that say most about it."""

_STEM = 6
"""Words count by so many letters: `vergadering` and `vergaderdieet` both speak of `vergad`."""

_WORD = re.compile(r"[^\W\d_]{3,}")

# What says how a sentence goes and not what it is about: frequent in any Dutch text, or in the way
# our entries explain themselves. What is only common counts for little by itself.
_STOP = frozenset(
    _WORD.findall(
        """
        aan alle alleen allemaal alles als altijd ander andere anders beetje begeleidt beide
        ben bent bij bijna binnen blijf blijft daar daarna daarom daarvoor dan dat deze die
        digitale dit doe doen doet door drie dus echt een één eens eerst eerste eigen eigenlijk elk
        elkaar elke eraan erbij erover ervan even gaan gaat geeft geen gewoon goed goede goodiebag
        had hadden hang heb hebben hebt heeft heel hele hem hen het hier hij hoe hoeft hoort houd
        hun ieder iedere iedereen iemand iets jezelf jij jou jouw jullie kan keer kies kijk kijken
        klein komen komt krijgt kun kunnen kunt laat lees let liever maak maakt maar mag maken
        makkelijk makkelijker mee meer meest mens mensen met mij mijn minder misschien moet moeten
        mogen naar naast niemand niet niets nieuw nieuwe nodig noem noemt nog nou onder ons onze
        ook opnieuw over pas per precies redactie samen schrijf soms staat steeds tegen terug
        tijd titel toch tot tussen twee uit uur vaak van vanuit veel vertel vier vijf volgende voor
        vooraf vooral vraag vragen waar waarbij waarom waarvan wanneer want waren was wat weer weet
        weinig wel welk welke werd werden werk werken werkt weten wie wij wil willen word worden
        wordt zeggen zegt zelf zes zet zich zie zien ziet zij zijn zin zit zitten zoals zonder zou
        zouden
        """
    )
)

_counted: dict[str, tuple[Entry, Mapping[str, int]]] = {}
_weighed: dict[str, tuple[Mapping[str, int], tuple[int, ...], Vector]] = {}


def vectors(entries: Sequence[Entry]) -> list[Vector]:
    """Give the vector of each entry, seen among the others.

    What did not change since the last call is remembered by the id of the entry, for a preview.
    """
    counted = [_counts(entry) for entry in entries]
    spread = Counter(feature for counts in counted for feature in counts)
    # Rarity in whole steps: one entry more or less that uses a word seldom changes the others.
    rarity = {feature: (len(entries) // uses).bit_length() for feature, uses in spread.items()}
    found = []
    for entry, counts in zip(entries, counted, strict=True):
        rarities = tuple(rarity[feature] for feature in counts)
        known = _weighed.get(entry.id)
        if known is None or known[0] is not counts or known[1] != rarities:
            known = _weighed[entry.id] = counts, rarities, _weights(counts, rarities)
        found.append(known[2])
    return found


def likeness(one: Vector, other: Vector) -> int:
    """Give the likeness of two entries: 0 for nothing in common, `ONE` times `ONE` for the same."""
    return sum(one[feature] * other[feature] for feature in one.keys() & other.keys())


def subjects_and_words(vector: Vector) -> list[str]:
    """Give what an entry is about, the most telling first; for whom it is, is left out."""
    return [feature for feature in vector if _part(feature) != _AUDIENCE]


def mark(vector: Vector) -> tuple[str, ...]:
    """Give what is the same for all entries that have the same subjects and the same audience."""
    return tuple(sorted(feature for feature in vector if _part(feature)))


def _counts(entry: Entry) -> Mapping[str, int]:
    """Give how often an entry speaks of each feature; what is said in few words counts more."""
    made, counts = _counted.get(entry.id, (None, {}))
    if made is not entry:
        steps = getattr(entry, "steps", ())
        found: Counter[str] = Counter()
        for text, weight in (
            (entry.title, 3),
            (" ".join(entry.keywords), 2),
            (entry.summary, 2),
            (getattr(entry, "goal", None) or "", 1),
            (" ".join(step.title for step in steps), 1),
            (entry.body or "", 1),
        ):
            for word in _words(text):
                found[word] += weight
        found.update(_SUBJECT + area for area in entry.focus_areas)
        found.update(_AUDIENCE + audience for audience in entry.audience)
        counts = dict(found)
        _counted[entry.id] = entry, counts
    return counts


def _words(text: str) -> Iterable[str]:
    return (word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _STOP)


def _weights(counts: Mapping[str, int], rarities: Iterable[int]) -> Vector:
    """Weigh each feature by use and rarity; subjects, audience and words each get their share."""
    parts: dict[str, list[tuple[float, str]]] = {part: [] for part in _SHARES}
    for (feature, uses), rarity in zip(counts.items(), rarities, strict=True):
        # The root keeps a word that is said often from drowning the others.
        parts[_part(feature)].append((-sqrt(uses) * rarity, feature))
    weighed = []
    for part, share in _SHARES.items():
        kept = nsmallest(_WORDS, parts[part])
        length = sqrt(sum(weight * weight for weight, _ in kept))
        weighed += [(round(ONE * sqrt(share) * weight / length), name) for weight, name in kept]
    return {feature: -weight for weight, feature in sorted(weighed)}


def _part(feature: str) -> str:
    return feature[0] if feature[0] in _SHARES else ""
