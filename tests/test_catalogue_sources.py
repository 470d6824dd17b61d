"""The documents and figures behind the catalogue."""

from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from macros.catalogue.loading import load
from macros.catalogue.sources import LIMITS, Limit, Sources

TODAY = date(2026, 1, 30)


def document(id: str, **more: Any) -> dict[str, Any]:
    """Give a document as it stands in YAML."""
    return {"id": id, "title": "Een brief", "kind": "brief", "status": "seed", **more}


def fact(id: str, **more: Any) -> dict[str, Any]:
    """Give a figure as it stands in YAML."""
    data = {"id": id, "figure": 81, "statement": "van de mensen", "source": "a", "quote": "81%"}
    return {**data, **more}


def told(**lists: list[dict[str, Any]]) -> list[str]:
    """Give place and message of each fault in these lists."""
    return [
        f"{'.'.join(map(str, fault.location))}: {fault.message.partition('. ')[0]}"
        for fault in Sources.model_validate(lists).faults(TODAY)
    ]


def test_documents_and_figures_are_found_by_their_id(root: Path) -> None:
    """An id that is not there is a KeyError."""
    sources = load(root).sources

    assert sources.document("we-werken-thuis").status == "cited"
    assert sources.fact("meer-thuis-verwacht").figure == 81
    with pytest.raises(KeyError):
        sources.document("weg")


def test_documents_stand_on_a_timeline() -> None:
    """By year, what has a date before what has none, and what has no year last."""
    documents = [
        document("zonder", dating={"told": "Er staat niets op."}),
        document("niets"),
        document("vermoed", dating={"year": 2020, "told": "Dat jaar staat in een brief."}),
        document("laat", date="2020-12-04"),
        document("vroeg", date="2020-02-01"),
        document("oud", date="2014-05-16"),
    ]
    timeline = Sources.model_validate({"documents": documents}).timeline()

    assert [(year, [item.id for item in found]) for year, found in timeline] == [
        (2014, ["oud"]),
        (2020, ["vroeg", "laat", "vermoed"]),
        (None, ["zonder", "niets"]),
    ]


def test_a_year_is_not_typed_beside_a_date() -> None:
    """One of them would be wrong one day."""
    both = document("a", date="2020-12-04", dating={"year": 2020, "told": "Uit een brief."})

    assert told(documents=[both]) == [
        "documents.0.dating: er staat een datum bij, en daar komt het jaar vandaan"
    ]


def test_what_limits_a_figure_has_a_dutch_word() -> None:
    """Every choice, and nothing else."""
    assert list(LIMITS) == list(get_args(Limit))


@pytest.mark.parametrize(
    "wrong",
    [
        {"limits": ["onzeker"]},
        {"label": "te lang voor een tekening op een klein scherm"},
        {"label": ""},
    ],
)
def test_what_cannot_be_shown_of_a_figure_is_refused(wrong: dict[str, Any]) -> None:
    """An unknown limit, or a label that does not fit."""
    with pytest.raises(ValidationError):
        Sources.model_validate({"facts": [fact("a", **wrong)]})


def test_a_figure_keeps_the_form_that_was_typed() -> None:
    """81 stays a whole number and 2.5 does not."""
    data = {"facts": [fact("a"), fact("b", figure=2.5)]}

    assert [repr(item.figure) for item in Sources.model_validate(data).facts] == ["81", "2.5"]


@pytest.mark.parametrize("figure", ["81", "81%", True, None, [81]])
def test_a_figure_is_a_number(figure: object) -> None:
    """Its unit has a field of its own; there is one message and not two."""
    with pytest.raises(ValidationError) as caught:
        Sources.model_validate({"facts": [fact("a", figure=figure)]})

    assert len(caught.value.errors()) == 1


def test_sound_sources_have_no_faults() -> None:
    """A document may cite another, and be of today."""
    documents = [document("a", date="2026-01-30"), document("b", cited_in=["a"], status="cited")]

    assert told(documents=documents, facts=[fact("c")]) == []


def test_doubles_loose_ends_and_the_future_are_told() -> None:
    """Each at its place."""
    documents = [
        document("a", date="2026-01-31"),
        document("a"),
        document("b", cited_in=["a", "weg"]),
    ]

    assert told(documents=documents, facts=[fact("c"), fact("c", source="aa")]) == [
        'documents.1.id: de id "a" staat er twee keer',
        'facts.1.id: de id "c" staat er twee keer',
        "documents.0.date: 2026-01-31 ligt in de toekomst",
        'documents.2.cited_in.1: het document "weg" bestaat niet',
        'facts.1.source: het document "aa" bestaat niet',
    ]
