"""Search finds what people mean: judged queries on the real site, in a real browser.

`tests/search/queries.yml` tells who judged them, and how.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.conftest import LARGE
from tests.project import FOLDER, ROOT
from tests.server import served

QUERIES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/search/queries.yml").read_text(encoding="utf-8")
)
TOP = 3
SHARE = 0.95
"""The part of all queries that must have a wanted entry among the first `TOP` results."""


@pytest.fixture(scope="module")
def page(browser: Browser, live_site: Path) -> Iterator[Page]:
    """The catalogue of the real site."""
    with served(live_site, FOLDER) as address:
        context = browser.new_context(base_url=address, locale="nl-NL", viewport=LARGE)  # type: ignore[arg-type]  # a plain dict will do
        found = context.new_page()
        found.goto("catalogus/")
        yield found
        context.close()


def results(page: Page, query: str) -> list[str]:
    """Give the ids of what the catalogue shows for a query, the best first."""
    page.evaluate("words => { location.hash = `zoek=${words}`; }", quote_plus(query))
    expect(page.get_by_role("status").filter(has_text=f"‘{query}’")).to_be_visible()
    if page.locator(".nothing").is_visible():
        return []
    links = page.locator(".results .card__title a").evaluate_all(
        "links => links.map((link) => new URL(link.href).pathname.split('/').at(-2))"
    )
    return [str(link) for link in links]


def test_the_judged_queries_are_enough_and_of_every_kind() -> None:
    """Sixty or more, no two the same, from three groups, each kind at least five times."""
    kinds = [query["kind"] for query in QUERIES]

    assert len({query["query"].lower() for query in QUERIES}) == len(QUERIES) >= 60
    assert {query["from"] for query in QUERIES} == {"colleague", "listener", "consultant"}
    assert min(kinds.count(kind) for kind in set(kinds)) >= 5
    entries = {file.stem for file in (ROOT / "catalogue/entries").rglob("*.yml")}
    assert {id for query in QUERIES for id in query["wants"]} <= entries


def test_what_is_wanted_is_among_the_first_three(
    page: Page, record_property: Callable[[str, object], None]
) -> None:
    """For at least 95 % of the judged queries; the mean reciprocal rank is reported."""
    ranks = {}
    for query in QUERIES:
        found = results(page, query["query"])
        ranks[query["query"]] = next(
            (place for place, id in enumerate(found, 1) if id in query["wants"]), 0
        )
    found_in_top = [query for query, rank in ranks.items() if 0 < rank <= TOP]
    mean = sum(1 / rank for rank in ranks.values() if rank) / len(ranks)
    share = len(found_in_top) / len(ranks)
    told = f"{share:.1%} of {len(ranks)} in the top {TOP}; mean reciprocal rank {mean:.3f}"
    record_property("judged queries", told)

    missed = {query: rank for query, rank in ranks.items() if not 0 < rank <= TOP}
    assert share >= SHARE, f"{told}; not in the top: {missed}"


@pytest.mark.parametrize(
    ("query", "meant"),
    [("intergriteit", "integriteit"), ("hybirde", "hybride"), ("podcats", "podcast")],
)
def test_a_slip_of_the_fingers_is_mended_and_told(page: Page, query: str, meant: str) -> None:
    """The visitor sees which word was looked for."""
    assert results(page, query)
    status = page.locator(".catalogue__status")
    expect(status).to_contain_text(f"We zochten op ‘{meant}’ in plaats van ‘{query}’.")


def test_a_word_that_nothing_resembles_is_told(page: Page) -> None:
    """The other words still count."""
    assert "vergaderdieet" in results(page, "vergaderdieet qqxxyyzz")
    expect(page.locator(".catalogue__status")).to_contain_text("Op ‘qqxxyyzz’ vonden we niets.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("werk-privé", "werkprive"),
        ("leiding geven", "leidinggeven"),
        ("LEIDINGGEVENDEN", "leidinggevenden"),
        ("één op één", "een op een"),
    ],
)
def test_the_way_of_writing_makes_no_difference(page: Page, one: str, other: str) -> None:
    """Accents, hyphens, capitals, and words apart or together: the best of one is high in the other."""
    assert results(page, one)[0] in results(page, other)[:TOP]
    assert results(page, other)[0] in results(page, one)[:TOP]


def test_a_synonym_finds_in_both_directions(page: Page) -> None:
    """Who types the one word finds what has the other, and the reverse."""
    both = [set(results(page, word)) for word in ("telewerken", "thuiswerken")]

    assert both[0] & both[1]
    assert "persoonlijk-leiderschap-bij-thuiswerken" in both[0]
    assert "basisinformatie-opgavegericht-werken" in results(page, "OGW")[:TOP]
    assert "basisinformatie-opgavegericht-werken" in results(page, "opgavegestuurd werken")[:TOP]
