"""Chooses for each entry three others that resemble it most, so that none is forgotten.

The cost grows with the number of entries and not with its square: each is compared with others
that share what says most about it, and with no more than a fixed number of them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from macros.catalogue.likeness import Vector, likeness, mark, subjects_and_words, vectors
from macros.catalogue.model import Entry

SHOWN = 3
"""How many others an entry shows."""
LIMIT = 5
"""On how many pages an entry is shown, at most."""

_FEW = 64
"""Among so many entries each is compared with all others."""
_FEATURES = 8
"""Among more, it looks for others by so many of its features: those that say most about it."""
_NEAR = 8
"""For each of these it looks at so many on either side, among those that have the feature."""
_COMPARED = 12
"""With so many of what it finds it is compared as a whole."""

_Question = tuple[list[str], list[set[int]], list[Vector]]
_last: tuple[_Question, Mapping[str, tuple[str, ...]]] | None = None

Pair = tuple[int, int, int]
"""Likeness below zero, so that the most alike sort first; who shows; who is shown."""


def resembling(
    entries: Sequence[Entry], apart: Mapping[str, Collection[str]]
) -> Mapping[str, tuple[str, ...]]:
    """Give the ids that each entry shows: three, or fewer in a small catalogue.

    `apart` has for each entry the ids that it does not show, because they stand on its page for
    another reason. No entry is shown more than `LIMIT` times, and each one at least once, as far
    as the others have something in common with it. Of what is equally alike, the first one counts.

    The last answer is remembered: most edits in a preview change no word that counts.
    """
    global _last
    places = {entry.id: place for place, entry in enumerate(entries)}
    shut = [{places[id] for id in (entry.id, *apart.get(entry.id, ()))} for entry in entries]
    seen = vectors(entries)
    question = (list(places), shut, seen)
    if _last is None or _last[0] != question:
        _last = question, _chosen(*question)
    return _last[1]


def _chosen(
    ids: Sequence[str], shut: Sequence[Collection[int]], seen: Sequence[Vector]
) -> Mapping[str, tuple[str, ...]]:
    choice = _Choice(seen, shut)
    pairs = _pairs(seen)
    # Everyone's best comes first. The last place is first for who is not shown anywhere yet.
    choice.fill(pairs, SHOWN - 1)
    choice.show_each(pairs)
    choice.fill(pairs, SHOWN)
    choice.fill_up()
    return {
        id: tuple(ids[other] for _, other in sorted(chosen))
        for id, chosen in zip(ids, choice.chosen, strict=True)
    }


@dataclass
class _Choice:
    """What was chosen so far: for each entry whom it shows, and how often it is shown itself."""

    seen: Sequence[Vector]
    shut: Sequence[Collection[int]]
    chosen: list[list[tuple[int, int]]] = field(init=False)
    shown: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.chosen = [[] for _ in self.seen]
        self.shown = [0] * len(self.seen)

    def fill(self, pairs: Sequence[Pair], most: int) -> None:
        """Choose the most alike first, until an entry shows `most` others."""
        for pair in pairs:
            fits = len(self.chosen[pair[1]]) < most and self.shown[pair[2]] < LIMIT
            if fits and self._is_new(pair):
                self._choose(pair)

    def show_each(self, pairs: Sequence[Pair]) -> None:
        """Let each entry that is not shown yet be shown by who resembles it most and has room."""
        for pair in pairs:
            if not self.shown[pair[2]] and self._has_room(pair[1]) and self._is_new(pair):
                self._choose(pair)
        for place in [place for place, times in enumerate(self.shown) if not times]:
            for has_room in (self._has_room, self._makes_room):
                hosts = (host for host in self._around(place) if self._may_show(host, place))
                host = next(filter(has_room, hosts), None)
                if host is not None:
                    self._choose(self._pair(host, place))
                    break

    def fill_up(self) -> None:
        """Where all that resemble an entry are shown often enough, choose from what stands near."""
        for place in range(len(self.seen)):
            for other in self._around(place):
                if not self._has_room(place):
                    break
                if self.shown[other] < LIMIT and self._may_show(place, other):
                    self._choose(self._pair(place, other))

    def _choose(self, pair: Pair) -> None:
        alike, place, other = pair
        self.chosen[place].append((alike, other))
        self.shown[other] += 1

    def _may_show(self, place: int, other: int) -> bool:
        pair = self._pair(place, other)
        return bool(pair[0]) and self._is_new(pair)

    def _is_new(self, pair: Pair) -> bool:
        alike, place, other = pair
        return other not in self.shut[place] and (alike, other) not in self.chosen[place]

    def _pair(self, place: int, other: int) -> Pair:
        return -likeness(self.seen[place], self.seen[other]), place, other

    def _has_room(self, place: int) -> bool:
        return len(self.chosen[place]) < SHOWN

    def _makes_room(self, place: int) -> bool:
        """Take away the least alike that an entry shows and that is shown elsewhere too."""
        for alike, other in sorted(self.chosen[place], reverse=True):
            if self.shown[other] > 1:
                self.chosen[place].remove((alike, other))
                self.shown[other] -= 1
                return True
        return False

    def _around(self, place: int) -> Iterator[int]:
        """Yield the other places, the nearest first: those of the same theme and kind."""
        for step in range(1, len(self.seen)):
            for other in (place - step, place + step):
                if 0 <= other < len(self.seen):
                    yield other


def _pairs(seen: Sequence[Vector]) -> list[Pair]:
    """Give whom to compare with whom, in both directions, the most alike first."""
    found = {
        (min(place, other), max(place, other))
        for place, others in enumerate(_candidates(seen))
        for other in others
    }
    compared = [(-likeness(seen[one], seen[two]), one, two) for one, two in found]
    both = [*compared, *((alike, two, one) for alike, one, two in compared)]
    return sorted(pair for pair in both if pair[0])


def _candidates(seen: Sequence[Vector]) -> Iterator[Iterable[int]]:
    """Yield for each entry the places of those to compare it with; of few entries, all.

    Of many, those that share what says most about it. Who share a feature stand in a row, by how
    much it says about them, and the same subjects and audience together. An entry looks at those
    beside it, however long the row is. So each is looked at about as often as others are.
    """
    if len(seen) <= _FEW:
        yield from [range(place) for place in range(len(seen))]
        return
    marks = [mark(vector) for vector in seen]
    rows: dict[str, list[int]] = {}
    for place, vector in enumerate(seen):
        for feature in subjects_and_words(vector)[:_FEATURES]:
            rows.setdefault(feature, []).append(place)
    found: list[dict[int, int]] = [{} for _ in seen]
    for feature, row in rows.items():
        row.sort(key=lambda place: (-seen[place][feature], marks[place]))
        weights = [seen[place][feature] for place in row]
        last = max(0, len(row) - 2 * _NEAR - 1)
        for index, place in enumerate(row):
            start = min(max(0, index - _NEAR), last)
            stop = start + 2 * _NEAR + 1
            own, weight = found[place], weights[index]
            for other, theirs in zip(row[start:stop], weights[start:stop], strict=True):
                own[other] = own.get(other, 0) + weight * theirs
    for place, others in enumerate(found):
        others.pop(place, None)
        yield [other for _, other in nsmallest(_COMPARED, ((-w, o) for o, w in others.items()))]
