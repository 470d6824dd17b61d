"""Putting entries in one's own goodiebag, in a real browser: buttons, counter, and what is kept."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import LARGE, SMALL, Visit

KEY = "goodiebag-mandje"
METHOD = "catalogus/rondje-opgave/"
CATALOGUE = "catalogus/"
WIDE = {"width": 1440, "height": 900}


def pick(page: Page, title: str) -> Locator:
    """Give the button of an entry in a card or on its page."""
    return page.get_by_role("main").get_by_role("button", name=f"{title}: in mijn goodiebag").first


def counter(page: Page) -> Locator:
    """Give the link in the header, whose name holds the count."""
    return page.get_by_role("banner").get_by_role("link", name="Mijn goodiebag")


def kept(page: Page) -> Any:
    """Give what is on the device; None when nothing is."""
    found = page.evaluate("key => localStorage.getItem(key)", KEY)
    return None if found is None else json.loads(found)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["320", "1440"])
def test_a_button_puts_an_entry_in_the_basket_and_takes_it_out(
    visit: Visit, size: dict[str, int]
) -> None:
    """On a card and on the page of the entry; the counter in the header follows on every page."""
    visit.page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict will do
    visit.page.goto(CATALOGUE)
    expect(counter(visit.page)).to_have_accessible_name("Mijn goodiebag")
    button = pick(visit.page, "Rondje langs de opgave")
    expect(button).to_have_attribute("aria-pressed", "false")

    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(counter(visit.page)).to_have_accessible_name("Mijn goodiebag 1 stuk")
    expect(visit.page).to_have_url(re.compile(r"/catalogus/$"))

    visit.page.goto(METHOD)
    button = pick(visit.page, "Rondje langs de opgave")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_contain_text("in mijn goodiebag")
    expect(counter(visit.page)).to_have_accessible_name("Mijn goodiebag 1 stuk")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(counter(visit.page)).to_have_accessible_name("Mijn goodiebag")
    assert visit.complaints == []


def test_a_card_still_leads_to_its_page_everywhere_else(visit: Visit) -> None:
    """The button stands above the link that covers the card."""
    visit.page.goto(CATALOGUE)
    text = visit.page.get_by_role("main").get_by_text("Jullie kijken vanuit elke partij").first
    text.click(force=True)  # the link lies over the text

    expect(visit.page.get_by_role("heading", level=1)).to_have_text("Rondje langs de opgave")


def test_a_title_in_another_language_is_marked_in_the_name_of_the_button(visit: Visit) -> None:
    """So that a screen reader says it right (WCAG 2.2, 3.1.2)."""
    visit.page.goto(CATALOGUE)

    foreign = visit.page.locator("[data-pick=voorbeelden-voor-beginners]").first
    expect(foreign.locator("[lang=en]")).to_have_text(re.compile("Examples & Other Stories"))


def test_the_choice_stays_on_this_device_and_nowhere_else(visit: Visit) -> None:
    """One key in the storage of the browser, no cookie, no request; an empty basket leaves nothing."""
    visit.page.goto(METHOD, wait_until="networkidle")
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    assert kept(visit.page) is None

    pick(visit.page, "Rondje langs de opgave").click()
    assert visit.page.evaluate("Object.keys(localStorage)") == [KEY]
    assert kept(visit.page)["items"] == [{"id": "rondje-opgave", "minutes": None, "note": ""}]
    pick(visit.page, "Rondje langs de opgave").click()
    assert visit.page.evaluate("localStorage.length") == 0
    assert asked == []
    assert visit.page.context.cookies() == []


def test_other_tabs_follow(visit: Visit) -> None:
    """What is put in here shows there, also on the page with the basket."""
    visit.page.goto(CATALOGUE)
    other = visit.page.context.new_page()
    other.goto("mijn-goodiebag/")
    expect(other.get_by_text("Er zit nog niets in je goodiebag")).to_be_visible()

    pick(visit.page, "Rondje langs de opgave").click()
    expect(other.get_by_role("heading", name="Rondje langs de opgave")).to_be_visible()
    other.get_by_role("button", name="Haal weg Rondje langs de opgave").click()
    expect(pick(visit.page, "Rondje langs de opgave")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(
    "broken", ["geen json", "null", "[]", '{"items": 7}', '{"items": [{"id": "../x"}, null, 4]}']
)
def test_what_is_not_ours_in_the_storage_does_no_harm(visit: Visit, broken: str) -> None:
    """Then the basket is empty."""
    visit.page.goto(METHOD)
    visit.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, broken])
    visit.page.reload()

    expect(counter(visit.page)).to_have_accessible_name("Mijn goodiebag")
    pick(visit.page, "Rondje langs de opgave").click()
    expect(counter(visit.page)).to_have_accessible_name("Mijn goodiebag 1 stuk")
    assert visit.complaints == []


@pytest.mark.parametrize("address", [CATALOGUE, METHOD])
def test_a_browser_that_keeps_nothing_is_told_so(visit: Visit, address: str) -> None:
    """Storage can be closed; the button then works as long as the page is open, and says so."""
    visit.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('dicht') }})"
    )
    visit.page.goto(address)
    pick(visit.page, "Rondje langs de opgave").click()

    expect(visit.page.get_by_text("Bewaren lukt niet in deze browser")).to_be_visible()
    expect(counter(visit.page)).to_have_accessible_name("Mijn goodiebag 1 stuk")
    assert visit.complaints == []


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["320", "1280"])
@pytest.mark.parametrize("address", [CATALOGUE, METHOD, "mijn-goodiebag/"])
def test_nothing_moves_when_the_buttons_come(
    visit: Visit, address: str, size: dict[str, int]
) -> None:
    """The room for them is kept: no layout shift, also with something in the basket."""
    visit.page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict will do
    visit.page.goto(METHOD)
    pick(visit.page, "Rondje langs de opgave").click()
    visit.page.goto(address, wait_until="networkidle")
    shift = """() => new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => {
            for (const entry of list.getEntries()) sum += entry.value;
        }).observe({type: "layout-shift", buffered: true});
        setTimeout(() => done(sum), 300);
    })"""

    assert visit.page.evaluate(shift) == pytest.approx(0, abs=0.001)


def test_the_privacy_page_takes_everything_away_with_one_button(visit: Visit) -> None:
    """It is there only when there is something: the basket, the podcast, the shortcut, a copy."""
    button = visit.page.get_by_role("button", name="Haal alles weg van dit apparaat")
    visit.page.goto("privacy/", wait_until="networkidle")
    expect(button).to_be_hidden()
    visit.page.goto(METHOD)
    pick(visit.page, "Rondje langs de opgave").click()
    visit.page.goto("mijn-goodiebag/")
    visit.page.get_by_role("button", name="Begeleid stap voor stap").click()
    expect(visit.page.get_by_text("Werkt nu ook zonder internet.")).to_be_visible()
    visit.page.evaluate("localStorage.setItem('goodiebag-beluisterd', '{\"voorbeeld\": 1}')")

    visit.page.goto("privacy/")
    expect(counter(visit.page)).to_have_accessible_name("Mijn goodiebag 1 stuk")
    button.click()
    expect(visit.page.get_by_text("Van deze site staat niets meer op dit apparaat")).to_be_focused()
    expect(counter(visit.page)).to_have_accessible_name("Mijn goodiebag")
    assert visit.page.evaluate("localStorage.length") == 0
    assert visit.page.evaluate("caches.keys()") == []
    workers = "navigator.serviceWorker.getRegistrations().then(found => found.length)"
    assert visit.page.evaluate(workers) == 0
    assert visit.complaints == []


def test_without_javascript_there_are_no_buttons_and_the_page_says_what_to_do(
    browser: Browser, example_address: str
) -> None:
    """The link in the header stays; the page explains, and leads to the catalogue."""
    context = browser.new_context(base_url=example_address, java_script_enabled=False)
    page = context.new_page()
    page.goto(CATALOGUE)
    expect(page.locator("[data-pick]:visible")).to_have_count(0)
    counter(page).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn goodiebag")
    expect(page.locator("noscript strong")).to_be_visible()
    expect(page.locator("noscript strong")).to_contain_text("werkt alleen met JavaScript")
    page.locator("noscript a").click()
    expect(page).to_have_url(f"{example_address}catalogus/")
    context.close()
