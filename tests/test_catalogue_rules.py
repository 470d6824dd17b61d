"""Rules about entries: dates, minutes, focus areas, titles, former ids, series, recordings."""

from datetime import date
from typing import Any

import pytest

from macros.catalogue.entry import Base
from macros.catalogue.model import KINDS
from macros.catalogue.rules import faults, unused
from macros.catalogue.vocabulary import Vocabulary

TODAY = date(2026, 1, 30)
GUID = "urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f9{}"


def entry(id: str, kind: str = "study", theme: str = "integriteit", **fields: Any) -> Base:
    """Give an entry with a title and a summary of its own."""
    data = {
        "id": id,
        "theme": theme,
        "path": f"{theme}/{id}.yml",
        "kind": kind,
        "title": f"Stuk {id}",
        "summary": f"Over {id}.",
        "audience": ["team"],
        "published": "2026-01-30",
        "provenance": {"origin": "editorial", "material": "complete"},
    }
    return KINDS[kind].model_validate({**data, **fields})


def review(id: str, number: int | None, series: str | None = "plank", **more: Any) -> Base:
    """Give a book review at a place in a series."""
    book = {"title": "Een boek"}
    return entry(id, "book-review", book=book, series=series, number=number, **more)


def told(*entries: Base, unread: dict[str, str] | None = None) -> list[str]:
    """Give file, field and message of each fault; `unread` are files that could not be read."""
    files = {entry.id: entry.theme for entry in entries} | (unread or {})
    return [
        f"{fault.file}: {'.'.join(map(str, fault.location))}: {fault.message.partition('. ')[0]}"
        for fault in faults(entries, files, TODAY)
    ]


def test_sound_entries_have_no_faults() -> None:
    """Of today, reviewed on the day they appeared."""
    assert told(entry("a", reviewed="2026-01-30"), entry("b", former_ids=["c"])) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"published": "2026-01-31"}, "published: 2026-01-31 ligt in de toekomst"),
        ({"reviewed": "2026-01-31"}, "reviewed: 2026-01-31 ligt in de toekomst"),
        (
            {"reviewed": "2026-01-29"},
            "reviewed: 2026-01-29 ligt voor de dag van verschijnen (2026-01-30)",
        ),
    ],
)
def test_dates_lie_behind_us_and_in_order(fields: dict[str, str], expected: str) -> None:
    """The day after today is the future."""
    assert told(entry("a", **fields)) == [f"integriteit/a.yml: {expected}"]


@pytest.mark.parametrize(
    ("minutes", "duration", "expected"),
    [
        ([10, 20], (30, 30), None),
        ([10, 20], (20, 40), None),
        ([10, 19], (30, 40), "29 minuten, en hier staat 30 tot 40"),
        ([10, 31], (30, 40), "41 minuten, en hier staat 30 tot 40"),
        ([10, 21], (30, 30), "31 minuten, en hier staat 30"),
        ([10, None], (30, 40), None),
        ([41, None], (30, 40), "41 minuten, en hier staat 30 tot 40"),
        ([None, None], (30, 40), None),
        ([10, 31], None, None),
        ([], (30, 40), None),
    ],
)
def test_the_minutes_of_the_steps_fit_the_duration(
    minutes: list[int | None], duration: tuple[int, int] | None, expected: str | None
) -> None:
    """Together they lie between its ends; a step without minutes may take what is left."""
    steps = [{"title": "Stap", "minutes": number} for number in minutes]
    span: dict[str, Any] = (
        {"duration": dict(zip(("min", "max"), duration, strict=True))} if duration else {}
    )

    assert told(entry("a", "method", goal="Iets.", steps=steps, **span)) == (
        [f"integriteit/a.yml: duration: de stappen duren samen {expected}"] if expected else []
    )


@pytest.mark.parametrize(
    ("used", "files", "expected"),
    [
        ([["moed"], ["rust", "moed"]], "ab", []),
        ([["moed"], []], "ab", ['bij dit aandachtsgebied hoort nog geen stuk. Zet "rust" bij']),
        ([["moed"], []], "abc", []),
        ([["moed"], None], "ab", []),
    ],
)
def test_every_focus_area_has_an_entry(
    used: list[list[str] | None], files: str, expected: list[str]
) -> None:
    """What is not used is told, unless it may be in a file or field that could not be read."""
    area = {"label": "Woord", "definition": "Iets.", "theme": "integriteit"}
    other = {"id": "x", "label": "Woord", "definition": "Iets."}
    areas = [{"id": id, **area} for id in ("moed", "rust")]
    words = Vocabulary.model_validate(
        {
            "themes": [{**other, "colour": "x", "icon": "x"}],
            "audiences": [other],
            "focus_areas": areas,
        }
    )
    entries = [entry(id, focus_areas=ids or []) for id, ids in zip("ab", used, strict=True)]
    for one, ids in zip(entries, used, strict=True):
        if ids is None:
            del one.__dict__["focus_areas"]

    found = list(unused(words, entries, files))

    assert [
        fault.message[: len(told)] for fault, told in zip(found, expected, strict=True)
    ] == expected
    assert [fault.location for fault in found] == [("focus_areas", 1)] * len(expected)


def test_a_title_or_summary_that_is_there_already_is_told() -> None:
    """Capitals and spaces make no difference; the later file is told."""
    same = {"title": "Een  STUK", "summary": "over  A"}

    assert told(entry("b", **same), entry("a", title="Een stuk", summary="Over A")) == [
        "integriteit/b.yml: title: deze titel staat ook in integriteit/a.yml",
        "integriteit/b.yml: summary: deze samenvatting staat ook in integriteit/a.yml",
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (["b"], [], 'a.yml: former_ids.0: "b" is de naam van een stuk dat er nu is'),
        (["a"], [], 'a.yml: former_ids.0: "a" is de naam van een stuk dat er nu is'),
        (["weg"], [], 'a.yml: former_ids.0: "weg" is de naam van een stuk dat er nu is'),
        (["x", "x"], [], 'a.yml: former_ids.1: "x" staat er twee keer'),
        (["x"], ["x"], 'b.yml: former_ids.0: "x" is ook een oude naam in integriteit/a.yml'),
    ],
)
def test_an_old_address_leads_to_one_entry(
    first: list[str], second: list[str], expected: str
) -> None:
    """And takes no present address, of an entry that could not be read neither."""
    entries = entry("a", former_ids=first), entry("b", former_ids=second)

    assert told(*entries, unread={"weg": "integriteit"}) == [f"integriteit/{expected}"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], []),
        ([2], ['a.yml: number: in de reeks "plank" ontbreekt nummer 1; gevonden: 2']),
        ([1, 3, 4], ['b.yml: number: in de reeks "plank" ontbreekt nummer 2; gevonden: 3']),
        (
            [1, 1, 2],
            ['b.yml: number: nummer 1 van de reeks "plank" staat ook in integriteit/a.yml'],
        ),
        (
            [1, 4, 4],
            [
                'b.yml: number: in de reeks "plank" ontbreekt nummer 2; gevonden: 4',
                'c.yml: number: nummer 4 van de reeks "plank" staat ook in integriteit/b.yml',
            ],
        ),
    ],
)
def test_a_series_has_no_gaps_and_no_doubles(numbers: list[int], expected: list[str]) -> None:
    """Its numbers run 1, 2, 3."""
    entries = [review(id, number) for id, number in zip("abc", numbers, strict=False)]

    assert told(*entries) == [f"integriteit/{line}" for line in expected]


def test_a_number_that_is_taken_is_told_in_the_newer_entries() -> None:
    """Whatever the file is called; each names the oldest, which keeps the number."""
    days = {"a": "2026-01-30", "b": "2026-01-29", "c": "2026-01-28"}

    assert told(*(review(id, 1, published=day) for id, day in days.items())) == [
        'integriteit/b.yml: number: nummer 1 van de reeks "plank" staat ook in integriteit/c.yml',
        'integriteit/a.yml: number: nummer 1 van de reeks "plank" staat ook in integriteit/c.yml',
    ]


def test_a_series_begins_again_in_every_theme() -> None:
    """And two series in one theme do not mix."""
    entries = [review("a", 1), review("b", 1, theme="vitaliteit"), review("c", 1, "ander")]

    assert told(*entries) == []


def test_a_number_that_was_withdrawn_leaves_its_gap() -> None:
    """That one only, and in that series only."""
    entries = [review("a", 1), review("b", 3), review("c", 5)]
    files = {entry.id: entry.theme for entry in entries}

    assert [fault.file for fault in faults(entries, files, TODAY, {"plank": [2, 4]})] == []
    assert [
        fault.message.partition("; ")[0] for fault in faults(entries, files, TODAY, {"plank": [4]})
    ] == ['in de reeks "plank" ontbreekt nummer 2']
    assert len(list(faults(entries, files, TODAY, {"kast": [2, 4]}))) == 2


@pytest.mark.parametrize(
    ("unread", "expected"),
    [({"b": "integriteit"}, 0), ({"b": "vitaliteit"}, 1), ({}, 1)],
)
def test_a_gap_is_not_told_where_the_missing_entry_may_be_there(
    unread: dict[str, str], expected: int
) -> None:
    """An entry of the same theme that could not be read may have the number."""
    assert len(told(review("a", 1), review("c", 3), unread=unread)) == expected


def test_a_number_and_a_series_belong_together() -> None:
    """One without the other is told, at the one that is there."""
    assert told(review("a", None), review("b", 1, None), review("c", None, None)) == [
        "integriteit/a.yml: series: bij een reeks hoort een nummer",
        "integriteit/b.yml: number: bij een nummer hoort een reeks",
    ]


def test_every_episode_has_its_own_recording() -> None:
    """And its own transcript and guid, or apps would take one for the other."""
    sound = {"audio": "a.mp3", "transcript": "a.vtt", "guid": GUID.format(0)}
    first = entry("a", "podcast", series="reeks", number=1, **sound)

    assert told(first, entry("b", "podcast", series="reeks", number=2, **sound)) == [
        'integriteit/b.yml: audio: "a.mp3" hoort al bij integriteit/a.yml',
        'integriteit/b.yml: transcript: "a.vtt" hoort al bij integriteit/a.yml',
        f'integriteit/b.yml: guid: "{GUID.format(0)}" hoort al bij integriteit/a.yml',
    ]


def test_a_draft_without_fields_gives_no_faults() -> None:
    """What is not sound was told already."""
    bare = entry("a", "podcast", series="reeks", number=3, published="2999-01-01")
    for name in set(bare.__dict__) - {"id", "theme", "path"}:
        del bare.__dict__[name]

    assert told(bare) == []
