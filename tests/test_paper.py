"""What a printer makes of a page: entries, the programme of a goodiebag and its cards."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros import contents, qr
from macros.contents import Contents
from tests.conftest import Visit
from tests.project import FOLDER, ROOT, SITE_URL
from tests.server import served
from tests.test_basket_page import BOOK, ROUND, TALK

MOST = {"intervention": 2, "method": 2}
"""The most pages of A4 that an entry takes; what is no activity may take six."""
BAG = (
    "mijn-goodiebag/#v=1&titel=Teamdag&datum=2026-12-03&start=09:30&stuk=goed-gesprek-in-twintig-minuten"
    "&pauze=15&stuk=rondje-opgave&stuk=voorbeelden-voor-beginners&stuk=grijze-gebied&stuk=voorbeeld"
)


def pages(page: Page) -> int:
    """Print on A4, as a visitor does, and count the pages."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.fixture(scope="module")
def paper(browser: Browser, live_site: Path) -> Iterator[Page]:
    """A tab with the real site. Paper needs no script, and without one a page is there sooner."""
    with served(live_site, FOLDER) as address:
        context = browser.new_context(base_url=address, locale="nl-NL", java_script_enabled=False)
        yield context.new_page()
        context.close()


def test_every_entry_fits_few_pages(paper: Page) -> None:
    """An activity is one sheet of paper, at most printed on both sides."""
    long = {}
    for entry in contents.read(ROOT).catalogue.entries.values():
        paper.goto(f"catalogus/{entry.id}/")
        count = pages(paper)
        if count > MOST.get(entry.kind, 6):
            long[entry.id] = count

    assert long == {}


def test_an_entry_on_paper_is_its_text_and_the_way_back(visit: Visit) -> None:
    """No menu and no buttons; the address and its code, which no screen shows; other sites in full."""
    page = visit.page
    page.emulate_media(color_scheme="dark")
    page.goto("catalogus/goed-gesprek-in-twintig-minuten/")
    back = page.locator(".on-paper")
    expect(back.locator("svg")).to_be_hidden()
    expect(back.locator("p")).to_be_hidden()

    page.emulate_media(media="print", color_scheme="dark")
    address = f"{SITE_URL}catalogus/goed-gesprek-in-twintig-minuten/"
    expect(back.locator("p")).to_have_text(address)
    expect(back.locator("svg")).to_be_visible()
    code = qr.dots(address)
    assert back.locator("path").get_attribute("d") == code.path
    side = code.size + 8
    assert back.locator("svg").get_attribute("viewBox") == f"-4 -4.5 {side} {side}"
    for gone in (".head", ".foot", ".path", ".pick", ".helps", ".related--alike", "button"):
        for part in page.locator(gone).all():
            expect(part).to_be_hidden()
    link = page.locator(".files a[href^=http]").first
    shown = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert str(link.get_attribute("href")) in shown
    assert (
        page.locator(".step").first.evaluate("step => getComputedStyle(step).breakInside")
        == "avoid"
    )


def test_a_programme_is_a_booklet(visit: Visit) -> None:
    """A cover, then a page for each entry with steps; what is short follows, whole."""
    page = visit.page
    page.goto(BAG)
    expect(page.locator(".items > li")).to_have_count(6)
    page.emulate_media(media="print")

    breaks = page.locator(".paper__item").evaluate_all(
        "all => all.map(one => [getComputedStyle(one).breakBefore, getComputedStyle(one).breakInside])"
    )
    assert breaks == [["page", "auto"]] * 2 + [["auto", "avoid"]] * 3
    talk = page.locator(".paper__item").first
    expect(talk).to_contain_text("9.30 – 10.00, 30 minuten")
    address = f"{SITE_URL}catalogus/goed-gesprek-in-twintig-minuten/"
    expect(talk.locator(".paper__address")).to_have_text(address)
    assert talk.locator(".code path").get_attribute("d") == qr.dots(address).path
    assert 3 <= pages(page) <= 5


def test_cards_are_four_on_a_page_and_leave_with_the_printer(
    visit: Visit, example: Contents
) -> None:
    """Each entry with what one chooses by, black on white in a dark browser too; no card for a break."""
    page = visit.page
    page.emulate_media(color_scheme="dark")
    page.goto(BAG)
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Druk kaarten af").click()
    page.wait_for_function("window.printed")
    expect(page.locator(".cut")).to_be_hidden()

    page.emulate_media(media="print", color_scheme="dark")
    cards = page.locator(".cut__card")
    titles = [TALK, ROUND, BOOK, *(example.catalogue.entries[id].title for id in ("grijze-gebied", "voorbeeld"))]  # fmt: skip
    assert cards.locator("h2").all_inner_texts() == titles
    assert page.locator(".cut__sheet").count() == 2
    expect(cards.first).to_contain_text("Tijd: 20 tot 30 minuten")
    expect(cards.first).to_contain_text("Groep: 3 tot 12 mensen")
    address = f"{SITE_URL}catalogus/goed-gesprek-in-twintig-minuten/"
    assert cards.first.locator(".code path").get_attribute("d") == qr.dots(address).path
    assert cards.first.locator("img").evaluate("image => image.naturalWidth > 0")
    colours = cards.first.evaluate(
        "card => [getComputedStyle(card).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(36, 37, 29)", "rgb(255, 255, 255)"]
    expect(page.locator(".paper")).to_be_hidden()
    assert pages(page) == 2
    expect(page.locator(".cut")).to_have_count(0)
    expect(page.locator(".paper")).to_be_visible()
    assert visit.complaints == []
