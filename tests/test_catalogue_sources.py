"""The documents and figures behind the catalogue."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from macros.catalogue.loading import load
from macros.catalogue.sources import Sources

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
    """A document also by its number on the page with sources."""
    sources = load(root).sources

    assert sources.document("we-werken-thuis").status == "cited"
    assert sources.fact("meer-thuis-verwacht").figure == 81
    assert [sources.number(item.id) for item in sources.documents] == [1, 2]
    with pytest.raises(KeyError):
        sources.number("weg")


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
