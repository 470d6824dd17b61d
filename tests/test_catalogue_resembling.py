"""Each entry shows three others that resemble it, and none is forgotten."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from types import FrameType
from typing import Any

from macros.catalogue import likeness
from macros.catalogue.model import Entry
from macros.catalogue.resembling import LIMIT, SHOWN, resembling
from tests.project import EXAMPLE, ROOT, run
from tests.test_catalogue_likeness import entry

AREAS = ("moreel-beraad", "mediation", "hulplijn", "grijze-gebied", "ombudsfunctie")
AUDIENCES = ("team", "medewerker", "leidinggevende", "adviseur")

TELL = """
from pathlib import Path
from macros.catalogue.loading import load
for folder in {folders!r}:
    catalogue = load(Path(folder))
    for entry in catalogue.entries.values():
        print(entry.id, [other.id for other in catalogue.resembling(entry)])
"""


def invented(number: int) -> list[Entry]:
    """Give so many entries, each with words, subjects and an audience drawn at random."""
    random = Random(5)
    words = [f"{one}{two}{three}" for one in "klmnprst" for two in "aeiou" for three in "klmnprst"]
    return [
        entry(
            f"stuk-{place}",
            " ".join(random.choices(words, k=8)),
            focus_areas=random.sample(AREAS, random.randint(1, 2)),
            audience=random.sample(AUDIENCES, random.randint(1, 3)),
        )
        for place in range(number)
    ]


def times_shown(found: Mapping[str, Sequence[str]]) -> Counter[str]:
    """Give how often each entry is shown."""
    return Counter(id for shown in found.values() for id in shown)


def comparisons(entries: Sequence[Entry]) -> int:
    """Give how often two entries are compared when all choose."""
    counted = 0

    def count(frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal counted
        counted += event == "call" and frame.f_code is likeness.likeness.__code__

    sys.setprofile(count)
    try:
        resembling(entries, {})
    finally:
        sys.setprofile(None)
    return counted


def test_an_entry_shows_what_resembles_it_most() -> None:
    """The most alike first: the same fruit twice, the same fruit once, the same tree."""
    found = resembling(
        [
            entry("appel", "Appels plukken, appeltaart bakken"),
            entry("taart", "Appeltaart bakken van appels"),
            entry("peer", "Peren snoeien"),
            entry("boom", "Bomen snoeien waar appels groeien"),
            entry("moes", "Moes van appels bakken"),
        ],
        {},
    )

    assert found["appel"] == ("taart", "moes", "boom")


def test_what_stands_on_the_page_already_is_not_shown() -> None:
    """Nor is the entry itself."""
    entries = [entry(id, "Appels plukken") for id in ("a", "b", "c", "d", "e")]

    found = resembling(entries, {"a": ["b", "c"]})

    assert set(found["a"]) == {"d", "e"}
    assert all(id not in shown for id, shown in found.items())


def test_of_what_is_equally_alike_the_first_counts() -> None:
    """So the outcome does not depend on chance."""
    entries = [entry(id, "Appels plukken") for id in ("a", "b", "c", "d", "e")]

    assert resembling(entries, {})["a"][:2] == ("b", "c")
    assert resembling(list(reversed(entries)), {})["a"][:2] == ("e", "d")


def test_who_has_nothing_in_common_is_not_shown() -> None:
    """A small catalogue may give fewer than three, or none."""
    fruit = entry("a", "Appels plukken", audience=["team"])
    iron = entry("b", "Ijzer smeden", audience=["adviseur"])

    assert resembling([fruit, iron], {}) == {"a": (), "b": ()}
    assert resembling([fruit], {}) == {"a": ()}
    assert resembling([], {}) == {}


def test_a_hub_is_not_shown_everywhere() -> None:
    """One entry resembles all others most; it stands on no more pages than any other may."""
    hub = entry("spil", "Appels peren druiven kersen pruimen bessen frambozen citroenen")
    others = [
        entry(word, f"{word} {number}{number}{number}")
        for number, word in zip(
            "abcdefgh",
            ["appels", "peren", "druiven", "kersen", "pruimen", "bessen", "frambozen", "citroenen"],
            strict=True,
        )
    ]

    found = resembling([hub, *others], {})

    assert times_shown(found)["spil"] == LIMIT
    assert all(len(shown) == SHOWN for shown in found.values())


def test_an_outsider_is_shown_by_who_resembles_it_most() -> None:
    """Six are alike and would fill each other's pages; the one that is different is not forgotten."""
    alike = [entry(f"appel-{place}", "Appels plukken") for place in range(6)]
    nearest = entry("plukken", "Appels plukken en ijzer")
    outsider = entry("ijzer", "Ijzer smeden", audience=["adviseur"])

    found = resembling([*alike, nearest, outsider], {})

    assert [id for id, shown in found.items() if "ijzer" in shown] == ["plukken"]
    assert found["ijzer"] == ("plukken",)


def test_who_makes_room_lets_go_of_what_is_shown_elsewhere_too() -> None:
    """One resembles three outsiders and much else; all three are on its page."""
    centre = entry("midden", "Appels plukken, ijzer, zilver, koper")
    alike = [entry(f"appel-{place}", "Appels plukken") for place in range(4)]
    outsiders = [
        entry("ijzer", "Ijzer smeden", audience=["adviseur"]),
        entry("zilver", "Zilver poetsen", audience=["medewerker"]),
        entry("koper", "Koper walsen", audience=["leidinggevende"]),
    ]

    found = resembling([centre, *alike, *outsiders], {})

    assert set(found["midden"]) == {"ijzer", "zilver", "koper"}
    assert set(times_shown(found)) == set(found)


def test_among_many_an_outsider_shows_and_is_shown_too() -> None:
    """It has only its audience in common with others, by which nobody looks for it."""
    outsider = entry("ijzer", "Hamer aambeeld", summary="Smidse.", audience=["team"])
    found = resembling([*invented(100), outsider], {})

    assert len(found["ijzer"]) == SHOWN
    assert times_shown(found)["ijzer"] >= 1


def test_among_many_everyone_shows_three_and_is_shown() -> None:
    """No entry is shown more than the limit; with more entries than are all compared."""
    entries = invented(500)
    found = resembling(entries, {})
    shown = times_shown(found)

    assert {len(set(chosen)) for chosen in found.values()} == {SHOWN}
    assert {shown[entry.id] for entry in entries} <= set(range(1, LIMIT + 1))


def test_among_many_what_is_shown_resembles_nearly_as_much_as_the_very_best() -> None:
    """An entry is not compared with all others, and loses little by that."""
    entries = invented(500)
    places = {entry.id: place for place, entry in enumerate(entries)}
    seen = likeness.vectors(entries)
    found = resembling(entries, {})
    got = best = 0
    for entry_ in entries[::10]:
        own = seen[places[entry_.id]]
        got += sum(likeness.likeness(own, seen[places[id]]) for id in found[entry_.id])
        scores = (likeness.likeness(own, other) for other in seen if other is not own)
        best += sum(sorted(scores, reverse=True)[:SHOWN])

    assert got > 0.85 * best


def test_the_work_grows_with_the_number_of_entries_and_not_with_its_square() -> None:
    """Four times as many entries: about four times as many comparisons, and not sixteen."""
    few, many = comparisons(invented(200)), comparisons(invented(800))

    assert few > 200
    assert many < 5 * few


def test_two_processes_with_other_hash_seeds_agree() -> None:
    """For the example and for the real catalogue: no chance, no clock, no order of a set."""
    code = TELL.format(folders=[str(EXAMPLE), str(ROOT)])
    told = [
        run(sys.executable, "-c", code, cwd=ROOT, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")
    ]

    assert "vergaderdieet [" in told[0]
    assert told[0] == told[1]


def test_an_answer_is_remembered_until_what_counts_changes() -> None:
    """An edit that adds no telling word costs nothing; another tie does change what is shown."""
    entries = invented(100)
    first = resembling(entries, {})
    other = entries[3].model_copy(update={"body": "Dit is het."})

    assert resembling([*entries[:3], other, *entries[4:]], {}) is first
    away = first["stuk-3"][0]
    assert away not in resembling(entries, {"stuk-3": [away]})["stuk-3"]
    assert resembling(entries, {}) == first
