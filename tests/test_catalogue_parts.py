"""The blocks of fields that only some kinds have."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from macros.catalogue.parts import Book, Chapter, GroupSize, MinuteRange, Step


@pytest.mark.parametrize(
    ("model", "value"),
    [
        (MinuteRange, {"min": 30, "max": 30}),
        (GroupSize, {"min": 3}),
        (GroupSize, {"min": 3, "max": 12}),
        (Step, {"title": "Begin"}),
        (Chapter, {"start": "1:23", "title": "Begin"}),
        (Book, {"title": "Een boek"}),
        (Book, {"title": "Een boek", "isbn": "902340000X", "year": 1999}),
    ],
)
def test_a_sound_block_is_taken(model: type[BaseModel], value: dict[str, Any]) -> None:
    """Only what is needed is required."""
    assert model.model_validate(value)


@pytest.mark.parametrize(
    ("model", "value"),
    [(MinuteRange, {"min": 31, "max": 30}), (GroupSize, {"min": 3, "max": 2})],
)
def test_a_range_runs_upwards(model: type[BaseModel], value: dict[str, int]) -> None:
    """From `min` to `max`, which may be the same."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(value)

    assert caught.value.errors()[0]["msg"] == (
        f"het kleinste getal ({value['min']}) is groter dan het grootste ({value['max']}). Draai ze om."
    )


def test_a_chapter_begins_at_a_number_of_seconds() -> None:
    """People write minutes, players want seconds."""
    assert Chapter.model_validate({"start": "1:02:03", "title": "Begin"}).start == 3723


@pytest.mark.parametrize(
    "book", [{"isbn": "978-90-00"}, {"year": 1449}, {"year": 2101}, {"lang": "EN"}]
)
def test_a_book_has_no_impossible_facts(book: dict[str, Any]) -> None:
    """An empty field is better."""
    with pytest.raises(ValidationError):
        Book.model_validate({"title": "Een boek", **book})
