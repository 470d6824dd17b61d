"""The catalogue with search and filters, used in a real browser: mouse, keyboard, phone, no script."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from tests.conftest import LARGE, SMALL, Visit

TALK, ROUND = "Goed gesprek in twintig minuten", "Rondje langs de opgave"


@pytest.fixture
def page(visit: Visit) -> Iterator[Page]:
    """The catalogue of the example, ready for use; it may not complain of anything."""
    visit.page.goto("catalogus/")
    expect(visit.page.get_by_role("form", name="Filters")).to_be_visible()
    yield visit.page
    assert visit.complaints == []


def choice(page: Page, name: str) -> Locator:
    """Give the box or button of a value by its label; its number of entries stands behind it."""
    words = r"\s".join(map(re.escape, name.split()))
    return page.get_by_label(re.compile(rf"^{words}( \d+)?$"))


def titles(page: Page) -> list[str]:
    """Give the titles that are shown."""
    return page.locator(".card__title:visible").all_inner_texts()


def status(page: Page) -> Locator:
    """Give the line that is announced."""
    return page.locator(".catalogue__status")


def test_a_filter_narrows_the_list_and_says_how_much_is_left(page: Page) -> None:
    """The list, its number, a button to let the filter go, and the address follow at once."""
    expect(status(page)).to_have_text("7 stukken")
    choice(page, "Interventies").check()

    assert titles(page) == [TALK]
    expect(status(page)).to_have_text("1 van de 7 stukken")
    expect(page.get_by_role("button", name="Haal weg: Soort, Interventies")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/catalogus/#soort=interventie$"))
    expect(choice(page, "Interventies")).to_be_focused()


def test_each_value_says_what_it_would_give_under_the_choice(page: Page) -> None:
    """Values of one facet are alternatives, so their own facet does not count; none is marked."""
    choice(page, "Interventies").check()

    numbers = {
        name: page.locator("label.choice", has_text=name).locator("[data-count]").inner_text()
        for name in ("Podcasts", "Methoden", "Integriteit", "Productieve werkomgeving")
    }
    assert numbers == {
        "Podcasts": "1",
        "Methoden": "1",
        "Integriteit": "0",
        "Productieve werkomgeving": "1",
    }
    empty = page.locator(".choice--empty .choice__label").all_inner_texts()
    assert "Integriteit" in empty
    assert "Podcasts" not in empty


def test_words_and_facets_go_together(page: Page) -> None:
    """A word, then a facet, then no word any more."""
    page.get_by_role("main").get_by_role("searchbox").fill("gesprek")
    expect(status(page)).to_contain_text("voor ‘gesprek’")
    several = len(titles(page))
    choice(page, "Interventies").check()

    expect(page).to_have_url(re.compile(r"#soort=interventie&zoek=gesprek$"))
    assert titles(page) == [TALK]
    assert several > 1
    page.get_by_role("main").get_by_role("searchbox").fill("")
    expect(page).to_have_url(re.compile(r"#soort=interventie$"))


def test_back_and_forward_go_through_the_choices(page: Page) -> None:
    """Each choice is a step; the boxes follow."""
    choice(page, "Interventies").check()
    choice(page, "Methoden").check()
    expect(status(page)).to_have_text("2 van de 7 stukken")

    page.go_back()
    expect(status(page)).to_have_text("1 van de 7 stukken")
    expect(choice(page, "Methoden")).not_to_be_checked()
    page.go_back()
    expect(status(page)).to_have_text("7 stukken")
    page.go_forward()
    expect(choice(page, "Interventies")).to_be_checked()


def test_the_first_order_says_what_it_is_with_words_and_without(page: Page) -> None:
    """Nothing is best as long as nobody asked for anything."""
    page.goto("catalogus/")
    first = page.get_by_label("Volgorde").locator("option").first
    expect(first).to_have_text("Per thema")
    page.goto("catalogus/#zoek=gesprek")
    expect(first).to_have_text("Past het best")


def test_a_link_opens_the_choice_that_is_in_it(page: Page) -> None:
    """Also from another page, and a value or facet that does not exist breaks nothing."""
    page.goto("over/")
    page.goto("catalogus/#voor=team&tijd=30&op=titel")

    expect(choice(page, "Team")).to_be_checked()
    expect(choice(page, "Tot 30 minuten")).to_be_checked()
    expect(page.get_by_label("Volgorde")).to_have_value("titel")
    page.goto("catalogus/#soort=bestaat-niet,interventie&onzin=1")
    expect(status(page)).to_have_text("1 van de 7 stukken")
    expect(page.locator(".chip--off")).to_have_count(1)


def test_a_jump_to_a_place_on_the_page_leaves_the_choice_alone(page: Page) -> None:
    """`#lijsten` is a place; what was chosen stays on screen."""
    choice(page, "Interventies").check()
    page.evaluate("location.hash = 'lijsten'")

    expect(status(page)).to_have_text("1 van de 7 stukken")
    assert titles(page) == [TALK]


def test_one_button_clears_everything(page: Page) -> None:
    """Words, filters and order; the full list is back under its themes."""
    page.goto("catalogus/#zoek=gesprek&voor=team&op=titel")
    expect(choice(page, "Team")).to_be_checked()
    page.get_by_role("button", name="Wis alles").click()

    expect(page).to_have_url(re.compile(r"/catalogus/$"))
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("")
    expect(choice(page, "Team")).not_to_be_checked()
    expect(page.get_by_role("heading", name="Integriteit", level=2)).to_be_visible()
    expect(status(page)).to_be_focused()


def test_a_filter_is_let_go_by_its_chip(page: Page) -> None:
    """Focus goes to the line that says what is left, as the chip is no longer there."""
    page.goto("catalogus/#soort=interventie,methode")
    page.get_by_role("button", name="Haal weg: Soort, Interventies").click()

    expect(status(page)).to_have_text("1 van de 7 stukken")
    expect(status(page)).to_be_focused()
    assert titles(page) == [ROUND]


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("Titel", "Een voorbeeld om te horen"),
        ("Kortste eerst", "Een voorbeeld om te horen"),
        ("Nieuwste eerst", None),
    ],
)
def test_the_order_can_be_chosen(page: Page, order: str, first: str | None) -> None:
    """By title, by the least time, or by day."""
    page.get_by_label("Volgorde").select_option(order)
    expect(page.locator(".results > li")).to_have_count(7)
    days = page.locator(".results > li").evaluate_all(
        "items => items.map((item) => item.dataset.published)"
    )

    if first is None:
        assert days == sorted(days, reverse=True)
    else:
        assert titles(page)[0] == first


def test_an_empty_result_says_what_to_let_go_and_what_comes_near(page: Page) -> None:
    """Each way out says how much it gives, and a click takes it."""
    page.goto("catalogus/#soort=interventie&thema=integriteit&voor=team")
    expect(status(page)).to_have_text("Geen stukken")
    page.get_by_role("button", name=re.compile("Zonder ‘Integriteit’: 1 stuk")).wait_for()
    expect(page.get_by_text("Dit komt in de buurt:")).to_be_visible()
    assert TALK in titles(page)

    page.get_by_role("button", name=re.compile("Zonder ‘Integriteit’")).click()
    expect(status(page)).to_have_text("1 van de 7 stukken")
    expect(status(page)).to_be_focused()


def test_the_words_found_are_marked(page: Page) -> None:
    """In the title and the summary of a card, also in another form of the word."""
    page.goto("catalogus/#zoek=gesprekken")
    expect(page.locator(".results mark").first).to_be_visible()

    assert "gesprek" in [text.lower() for text in page.locator(".results mark").all_inner_texts()]


@pytest.mark.parametrize(
    ("word", "title", "reason"),
    [
        ("saamhorigheid", TALK, "Gevonden op ‘saamhorigheid’, een ander woord voor ‘"),
        ("krachtenveld", ROUND, "Gevonden op het trefwoord ‘krachtenveld"),
        ("werkvorm", TALK, "Gevonden op ‘werkvorm’, een ander woord voor ‘Interventie’."),
    ],
)
def test_a_card_says_why_it_is_there_when_its_text_does_not(
    page: Page, word: str, title: str, reason: str
) -> None:
    """A keyword, or another name for something that the entry is about."""
    page.goto(f"catalogus/#zoek={word}")
    card = page.locator(".results .card").filter(has_text=title)

    expect(card.locator(".found-by")).to_contain_text(reason)


def test_other_pages_that_answer_are_named_too(page: Page) -> None:
    """A situation of the guide may say it best, also where no entry does."""
    page.goto("catalogus/#zoek=samen maar waarheen")

    expect(page.locator(".others").get_by_role("link").first).to_be_visible()


def test_the_words_are_let_go_by_their_chip(page: Page) -> None:
    """As a filter is; the filters stay."""
    page.goto("catalogus/#zoek=krachtenveld&voor=team")
    page.get_by_role("button", name="Haal weg: zoeken op ‘krachtenveld’").click()

    expect(page).to_have_url(re.compile(r"/catalogus/#voor=team$"))
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("")


def test_a_word_that_is_the_name_of_a_filter_offers_that_filter(page: Page) -> None:
    """Who types `manager` may mean everything for managers."""
    page.goto("catalogus/#zoek=manager")
    page.get_by_role("button", name="Voor wie: Leidinggevende").click()

    expect(choice(page, "Leidinggevende")).to_be_checked()
    expect(page).to_have_url(re.compile(r"/catalogus/#voor=leidinggevende$"))
    expect(page.locator(".suggested")).not_to_be_visible()


def test_a_card_quotes_the_text_in_which_a_word_was_found(page: Page) -> None:
    """Where title and summary do not have it."""
    page.goto("catalogus/#zoek=nakomen")
    found = page.locator(".results .card__found")

    expect(found.first).to_contain_text("die je morgen al kunt nakomen")
    expect(found.first.locator("mark").first).to_be_visible()


def test_nothing_of_search_is_fetched_before_someone_uses_it(visit: Visit) -> None:
    """Filters need no index; the first word fetches it. The page names the scripts that it does fetch."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(urlsplit(request.url).path)

    visit.page.on("request", note)
    visit.page.goto("catalogus/#voor=team", wait_until="networkidle")
    named = visit.page.eval_on_selector_all(
        "script[src], link[rel=modulepreload]",
        "all => all.map((one) => new URL(one.src || one.href).pathname)",
    )
    assert {path for path in asked if path.endswith(".js")} == set(named)
    choice(visit.page, "Interventies").check()
    expect(status(visit.page)).to_contain_text("van de 7 stukken")
    assert [path for path in asked if re.search("pagefind|finding|answers|woorden", path)] == []

    visit.page.get_by_role("main").get_by_role("searchbox").fill("gesprek")
    expect(status(visit.page)).to_contain_text("voor ‘gesprek’")
    assert [path for path in asked if path.endswith("pagefind/pagefind.js")]


def test_filters_work_where_the_index_cannot_be_fetched(visit: Visit) -> None:
    """That is said, and the list stays."""
    visit.page.route("**/pagefind/**", lambda route: route.abort())
    visit.page.goto("catalogus/")
    visit.page.get_by_role("main").get_by_role("searchbox").fill("gesprek")

    expect(status(visit.page)).to_have_text(
        "Zoeken lukt nu niet. De filters en de lijst werken wel."
    )
    choice(visit.page, "Interventies").check()
    expect(visit.page.locator(".results > li")).to_have_count(1)


def test_on_a_phone_the_filters_open_as_a_sheet(page: Page) -> None:
    """A dialog over the page: it keeps focus, says how much there is, and gives focus back."""
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # a plain dict will do
    expect(choice(page, "Interventies")).not_to_be_visible()
    opener = page.get_by_role("button", name="Filters")
    opener.focus()
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="Filters")
    expect(sheet).to_be_visible()

    choice(page, "Interventies").focus()
    page.keyboard.press("Space")
    expect(sheet.get_by_role("button", name="Toon 1 stuk")).to_be_visible()
    sheet.get_by_role("button", name="Toon 1 stuk").press("Enter")
    expect(sheet).not_to_be_visible()
    expect(opener).to_be_focused()
    expect(opener).to_have_text(re.compile(r"Filters\s+\(1\)"))
    assert titles(page) == [TALK]
    page.set_viewport_size(LARGE)  # type: ignore[arg-type]  # a plain dict will do
    expect(choice(page, "Interventies")).to_be_checked()


@pytest.mark.parametrize("size", [SMALL, {"width": 1440, "height": 900}], ids=["320", "1440"])
def test_everything_can_be_done_with_the_keyboard_alone(page: Page, size: dict[str, int]) -> None:
    """From the field through the filters to a result, without a mouse."""
    page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict will do
    page.get_by_role("main").get_by_role("searchbox").focus()
    page.keyboard.type("gesprek")
    expect(status(page)).to_contain_text("voor ‘gesprek’")
    if size == SMALL:
        page.get_by_role("button", name="Filters").focus()
        page.keyboard.press("Enter")
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.value"))
        if reached[-1] == "interventie":
            break
    assert reached[-1] == "interventie"
    page.keyboard.press("Space")
    expect(status(page)).to_contain_text("1 van de 7 stukken")
    if size == SMALL:
        page.keyboard.press("Escape")
    page.locator(".results a").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(TALK)


def test_nothing_moves_when_the_script_comes(browser: Browser, example_address: str) -> None:
    """The controls have their room from the start (layout shift 0)."""
    context = browser.new_context(base_url=example_address, viewport=LARGE)  # type: ignore[arg-type]  # a plain dict will do
    page = context.new_page()
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.moved += entry.value;
        }).observe({type: "layout-shift", buffered: true});"""
    )
    page.goto("catalogus/", wait_until="networkidle")
    expect(page.get_by_role("form", name="Filters")).to_be_visible()

    assert page.evaluate("window.moved") < 0.01
    context.close()


def test_without_javascript_there_are_the_whole_list_and_a_list_per_value(
    browser: Browser, example_address: str
) -> None:
    """No dead control; from the catalogue to what is for a team, by links."""
    context = browser.new_context(base_url=example_address, java_script_enabled=False)
    page = context.new_page()
    page.goto("catalogus/")
    assert len(titles(page)) == 7
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.get_by_role("link", name="Onderaan kies je een lijst").click()
    page.get_by_role("link", name="Team", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Team")
    expect(page.get_by_role("link", name=TALK)).to_be_visible()
    for address, heading in {
        "soort/interventie/": "Interventies",
        "onderwerp/vitaliteit/": "Vitaliteit",
        "thema/integriteit/": "Integriteit",
    }.items():
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        assert titles(page) or page.locator(".line").count()
    context.close()


def test_search_in_the_header_goes_on_to_the_catalogue(visit: Visit) -> None:
    """The best results while typing, and Enter shows them all with filters."""
    visit.page.goto("over/")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("gesprek")
    results = visit.page.get_by_role("dialog").locator(".search__results > li")
    expect(results.get_by_role("link", name=TALK)).to_be_visible()
    expect(visit.page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("gesprek")

    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(re.compile(r"/catalogus/#zoek=gesprek$"))
    expect(status(visit.page)).to_contain_text("voor ‘gesprek’")
    visit.page.keyboard.press("Control+k")
    visit.page.keyboard.type("krachtenveld")
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    expect(status(visit.page)).to_contain_text("voor ‘krachtenveld’")
    assert visit.complaints == []
