"""How long an entry stays fresh: two years after someone last looked at it."""

from datetime import date, timedelta

import pytest

from macros.catalogue import freshness
from macros.contents import Contents
from macros.website.rendering import Renderer

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("published", "reviewed", "stale"),
    [
        (DAY, None, False),
        (DAY - timedelta(days=730), None, False),
        (DAY - timedelta(days=731), None, True),
        (DAY - timedelta(days=3000), DAY - timedelta(days=730), False),
        (DAY - timedelta(days=3000), DAY - timedelta(days=731), True),
    ],
)
def test_an_entry_is_stale_two_years_after_someone_looked_at_it(
    example: Contents, published: date, reviewed: date | None, stale: bool
) -> None:
    """The last review counts, and without one the day it appeared; its page says the same."""
    [entry, *_] = example.catalogue.entries.values()
    entry = entry.model_copy(update={"published": published, "reviewed": reviewed})

    assert freshness.is_stale(entry, DAY) == stale
    assert Renderer(example, "https://voorbeeld.example.org/", DAY).is_stale(entry) == stale
    assert freshness.last_seen(entry) == (reviewed or published)
