"""What an entry refers to exists, and stands there once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.catalogue.entry import Base
from macros.catalogue.loading import load, survey
from macros.catalogue.model import KINDS
from macros.catalogue.references import Known, faults

Told = Callable[..., list[str]]


@pytest.fixture
def known(root: Path) -> Known:
    """What the example has, and one file to take along."""
    catalogue = load(root)
    return Known(catalogue.vocabulary, catalogue.sources, {"a", "b", "c"}, {"werkblad.pdf"})


def entry(kind: str, **fields: Any) -> Base:
    """Give an entry `a` with these fields."""
    data = {
        "id": "a",
        "theme": "integriteit",
        "path": "a.yml",
        "kind": kind,
        "title": "Een stuk",
        "summary": "Over iets.",
        "audience": ["team"],
        "published": "2026-01-30",
        "provenance": {"origin": "editorial", "material": "complete"},
    }
    return KINDS[kind].model_validate({**data, **fields})


def told(entry: Base, known: Known) -> list[str]:
    """Give place and message of each fault."""
    return [
        f"{'.'.join(map(str, fault.location))}: {fault.message.partition('. ')[0]}"
        for fault in faults([entry], known)
    ]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("study", {"focus_areas": ["vitaliteit"], "sources": ["we-werken-thuis"]}),
        ("method", {"goal": "Leren.", "setting": ["kantoor", "online"]}),
        ("podcast", {"series": "voorbeeldreeks", "number": 1}),
        (
            "study",
            {"related": [{"entry": "b", "how": "follows"}, {"entry": "c", "how": "follows"}]},
        ),
        ("collection", {"entries": ["c", "b"], "related": [{"entry": "b", "how": "deepens"}]}),
        ("study", {"downloads": [{"title": "Werkblad", "file": "werkblad.pdf"}]}),
    ],
)
def test_references_that_lead_somewhere_are_sound(
    known: Known, kind: str, fields: dict[str, Any]
) -> None:
    """An entry may be related to a part of its own collection."""
    assert told(entry(kind, **fields), known) == []


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("study", {"focus_areas": ["x"]}, 'focus_areas.0: het aandachtsgebied "x" bestaat niet'),
        ("study", {"audience": ["team", "x"]}, 'audience.1: de doelgroep "x" bestaat niet'),
        ("study", {"sources": ["x"]}, 'sources.0: de bron "x" bestaat niet'),
        ("method", {"goal": "a", "setting": ["x"]}, 'setting.0: de plek "x" bestaat niet'),
        ("podcast", {"series": "x", "number": 1}, 'series: de reeks "x" bestaat niet'),
        (
            "study",
            {"related": [{"entry": "x", "how": "follows"}]},
            'related.0.entry: het stuk "x" bestaat niet',
        ),
        (
            "study",
            {"related": [{"entry": "b", "how": "x"}]},
            'related.0.how: het verband "x" bestaat niet',
        ),
        (
            "study",
            {"related": [{"entry": "a", "how": "follows"}]},
            "related.0.entry: een stuk kan niet naar zichzelf verwijzen",
        ),
        (
            "study",
            {"related": [{"entry": "b", "how": "follows"}, {"entry": "b", "how": "deepens"}]},
            'related.1.entry: "b" staat er twee keer',
        ),
        ("collection", {"entries": ["x"]}, 'entries.0: het stuk "x" bestaat niet'),
        ("collection", {"entries": ["b", "b"]}, 'entries.1: "b" staat er twee keer'),
        ("study", {"audience": ["team", "team"]}, 'audience.1: "team" staat er twee keer'),
        (
            "study",
            {"downloads": [{"title": "Werkblad", "file": "werkbladen.pdf"}]},
            'downloads.0.file: het bestand "werkbladen.pdf" is er nog niet',
        ),
    ],
)
def test_references_that_lead_nowhere_are_told(
    known: Known, kind: str, fields: dict[str, Any], expected: str
) -> None:
    """At the place of the reference, with what it should be the name of."""
    assert told(entry(kind, **fields), known) == [expected]


@pytest.mark.parametrize(
    ("fields", "near"),
    [
        ({"audience": ["Teams"]}, "team"),
        ({"audience": ["Leidinggevenden"]}, "leidinggevende"),
        ({"audience": ["manager"]}, "leidinggevende"),
        ({"focus_areas": ["Saamhorigheid"]}, "sociale-en-teamcohesie"),
        ({"sources": ["We werken thuis"]}, "we-werken-thuis"),
        ({"related": [{"entry": "b", "how": "Bouwt voort op"}]}, "based-on"),
    ],
)
def test_what_a_reader_sees_leads_to_the_id(
    known: Known, fields: dict[str, Any], near: str
) -> None:
    """Labels, titles and synonyms are matched too, whatever their capitals."""
    [fault] = faults([entry("study", **fields)], known)

    assert f'Bedoel je "{near}"?' in fault.message


def test_what_could_not_be_read_is_not_looked_up() -> None:
    """A mistake in the vocabulary is one mistake, and not one per entry."""
    fields = {
        "sources": ["x"],
        "related": [{"entry": "b", "how": "x"}],
        "downloads": [{"title": "Werkblad", "file": "x.pdf"}],
    }

    assert told(entry("study", **fields), Known(None, None, {"a", "b"}, None)) == []


def test_a_missing_download_is_told_in_a_whole_project(root: Path) -> None:
    """Where docs/ is there, the files that entries offer must be in it."""
    (root / "docs").mkdir()
    assert [str(problem) for problem in survey(root)[1]] == [
        "catalogue/entries/productieve-werkomgeving/goed-gesprek-in-twintig-minuten.yml:36:11: "
        'downloads.1.file: het bestand "werkblad-teamafspraken.txt" is er nog niet. Zet het in docs/downloads/, of stuur het mee met je voorstel.'
    ]
