"""The lists that need no script."""

from datetime import date

import pytest

from macros.contents import Contents
from macros.website import list_pages
from macros.website.made import Made
from macros.website.rendering import Renderer


@pytest.fixture
def lists(example: Contents) -> dict[str, Made]:
    """The lists of the example, by address."""
    renderer = Renderer(example, "https://voorbeeld.example.org/", date(2026, 11, 21))
    return {page.address: page for page in list_pages.pages(renderer)}


def test_each_kind_focus_area_and_audience_that_has_entries_has_a_list(
    lists: dict[str, Made],
) -> None:
    """Themes have pages of their own; what has nothing has no page."""
    assert {"soort/interventie/", "onderwerp/vitaliteit/", "voor/team/"} <= set(lists)
    assert {address.split("/")[0] for address in lists} == {"soort", "onderwerp", "voor"}


def test_a_list_shows_its_entries_and_leads_to_the_same_choice_with_filters(
    lists: dict[str, Made],
) -> None:
    """Cards of entries, the meaning of the word, and a way on."""
    html = lists["onderwerp/vitaliteit/"].body("../../")

    assert "Vitaliteit</h1>" in html
    assert "../../catalogus/#onderwerp=vitaliteit" in html
    assert html.count('<article class="card') > 0


def test_a_list_tells_the_frame_what_it_is_and_stays_out_of_search(lists: dict[str, Made]) -> None:
    """Search gives entries themselves; the description says how many there are."""
    meta = lists["soort/interventie/"].meta()

    assert meta["title"] == "Interventies (soort)"
    assert meta["description"].startswith("1 stuk van de soort interventie")
    assert meta["hide_from_search"] is True


def test_a_list_is_made_again_when_an_entry_in_it_changes(lists: dict[str, Made]) -> None:
    """A preview looks at what a page is made of."""
    (part,) = lists["voor/team/"].parts

    assert part.entries  # type: ignore[attr-defined]  # what it is made of is its own
    assert lists["voor/team/"].source == "catalogue/vocabulary.yml"
