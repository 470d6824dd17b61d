"""The page with a goodiebag in a real browser: programme, order, links of others, and paper."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.catalogue.model import GroupSize, MinuteRange
from macros.website import dutch
from tests.conftest import SMALL, Visit
from tests.test_basket import KEY, WIDE, kept

PAGE = "mijn-goodiebag/"
TALK, ROUND = "Goed gesprek in twintig minuten", "Rondje langs de opgave"
BOOK = 'Examples & Other Stories: 5 < 6, a "Reader\'s" Café 🍐'
LINK = (
    f"{PAGE}#v=1&titel=Teamdag&datum=2026-12-03&start=09:30&stuk=rondje-opgave&min=40"
    "&noot=Neem+de+kaart+mee&pauze=15&noot=Koffie&stuk=goed-gesprek-in-twintig-minuten"
)


@pytest.fixture(params=[SMALL, WIDE], ids=["320", "1440"])
def page(visit: Visit, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A small and a large screen; nothing may complain."""
    visit.page.set_viewport_size(request.param)
    visit.page.emulate_media(reduced_motion="reduce")
    yield visit.page
    assert visit.complaints == []
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def fill(page: Page, *items: dict[str, Any], **facts: str) -> None:
    """Open the page with this in the basket."""
    page.goto("assets/fruit/peer.svg")  # the storage is that of the site, and nothing else loads
    basket = {"title": "", "date": "", "start": "09:00", **facts, "items": list(items)}
    store = "([key, basket]) => localStorage.setItem(key, JSON.stringify(basket))"
    page.evaluate(store, [KEY, basket])
    page.goto(PAGE)
    expect(page.locator(".items, .bag-empty").first).to_be_visible()


def entry(id: str, minutes: int | None = None, note: str = "") -> dict[str, Any]:
    """Give an entry as the basket has it; a break has no id."""
    return {"id": id, "minutes": minutes, "note": note}


def items(page: Page) -> Locator:
    """Give the items in their order."""
    return page.locator(".items > li")


def titles(page: Page) -> list[str]:
    """Give the titles in the order of the programme."""
    return page.locator(".item__title").all_inner_texts()


def times(page: Page) -> list[str]:
    """Give when each item begins and ends."""
    found = page.locator(".item__time").all_inner_texts()
    return [re.sub(r"\s+", " ", text).strip() for text in found]


def status(page: Page) -> Locator:
    """Give what the page tells."""
    return page.locator(".told [role=status]")


# --- A programme ---------------------------------------------------------------------------------


def test_an_empty_basket_says_how_to_begin(page: Page) -> None:
    """With the way to the catalogue."""
    page.goto(PAGE)

    expect(page.get_by_role("heading", name="Er zit nog niets in je goodiebag")).to_be_visible()
    page.get_by_role("link", name="Naar de catalogus").click()
    expect(page).to_have_url(re.compile("/catalogus/$"))


def test_minutes_add_up_to_a_programme_with_its_times(page: Page) -> None:
    """An entry takes the most that it says, and begins where the one before it ends."""
    fill(page, entry("goed-gesprek-in-twintig-minuten"), entry("", 15), entry("rondje-opgave"))

    assert titles(page) == [TALK, "Pauze", ROUND]
    assert times(page) == ["9.00 – 9.30", "9.30 – 9.45", "9.45 – 10.45"]
    summary = "3 onderdelen, samen 105 minuten. Van 9.00 tot 10.45."
    expect(page.locator(".total")).to_have_text(summary)

    page.get_by_label("Begintijd").fill("13:30")
    items(page).nth(1).get_by_label("Minuten").fill("30")
    assert times(page) == ["13.30 – 14.00", "14.00 – 14.30", "14.30 – 15.30"]
    assert kept(page)["start"] == "13:30"
    assert [item["minutes"] for item in kept(page)["items"]] == [None, 30, None]
    page.get_by_label("Begintijd").fill("")
    assert times(page) == ["30 minuten", "30 minuten", "1 uur"]


def test_a_programme_past_midnight_says_so(page: Page) -> None:
    """The clock begins again."""
    fill(page, entry("rondje-opgave"), start="23:30")

    assert times(page) == ["23.30 – 0.30"]
    expect(page.locator(".total")).to_contain_text("Dat is na middernacht.")


def test_an_entry_that_does_not_say_how_long_it_takes_gets_minutes_to_change(page: Page) -> None:
    """The guess is told, until someone fills in minutes; an emptied field brings it back."""
    fill(page, entry("grijze-gebied"))
    guess = page.get_by_text("Dit stuk zegt niet hoelang het duurt. We rekenen 30 minuten")
    expect(guess).to_be_visible()

    field = page.get_by_label("Minuten")
    field.fill("50")
    expect(guess).to_be_hidden()
    assert times(page) == ["9.00 – 9.50"]
    field.fill("")
    field.blur()
    expect(guess).to_be_visible()
    expect(field).to_have_value("30")


def test_minutes_that_cannot_be_are_not_taken(page: Page) -> None:
    """The field shows what the programme counts with when the visitor leaves it."""
    fill(page, entry("rondje-opgave", 45))
    field = page.get_by_label("Minuten")
    for odd in ("0", "-5", "601", "9999"):
        field.click()
        page.keyboard.press("Control+a")
        page.keyboard.type(odd)
        field.blur()

        expect(field).to_have_value("45")
        expect(status(page)).to_have_text("Vul 1 tot 600 minuten in. Het blijft 45.")
        expect(status(page)).to_be_in_viewport()
        assert times(page) == ["9.00 – 9.45"]
        assert kept(page)["items"][0]["minutes"] == 45
        field.fill("50")
        expect(status(page)).to_have_text("")
        field.fill("45")


@pytest.mark.parametrize(
    ("item", "told", "minutes"),
    [
        (("rondje-opgave", 45), "Het wordt weer 60.", "60"),
        (("rondje-opgave", None), "Het blijft 60.", "60"),
        (("", 20), "Het blijft 20.", "20"),
    ],
)
def test_a_field_for_minutes_that_was_emptied_says_what_it_becomes(
    page: Page, item: tuple[str, int | None], told: str, minutes: str
) -> None:
    """And no older message stays as if it were the answer."""
    fill(page, entry(*item))
    page.get_by_role("button", name="Omhoog").press("Enter")
    expect(status(page)).to_contain_text("staat al bovenaan")
    field = page.get_by_label("Minuten")
    field.fill("")
    expect(status(page)).to_have_text("")
    field.blur()

    expect(status(page)).to_have_text(f"Vul 1 tot 600 minuten in. {told}")
    expect(field).to_have_value(minutes)


def test_title_and_notes_are_kept(page: Page) -> None:
    """Also after a reload; what someone types is never taken for HTML."""
    fill(page, entry("rondje-opgave"))
    page.get_by_label("Naam van je programma").fill("<b>Teamdag</b>")
    page.get_by_label("Notitie").fill("Neem <i>stiften</i> mee\nen papier")
    page.reload()

    expect(page.get_by_label("Naam van je programma")).to_have_value("<b>Teamdag</b>")
    expect(page.get_by_label("Notitie")).to_have_value("Neem <i>stiften</i> mee\nen papier")


def test_what_is_taken_away_can_be_put_back(page: Page) -> None:
    """An item, and everything at once; the focus goes to what is left."""
    fill(page, entry("rondje-opgave", note="Buiten"), entry("grijze-gebied"))
    page.get_by_role("button", name=f"Haal weg {ROUND}").click()
    assert titles(page) == ["Wat is het grijze gebied?"]
    expect(page.get_by_role("heading", name="Wat is het grijze gebied?")).to_be_focused()
    expect(status(page)).to_have_text(f"“{ROUND}” is eruit gehaald.")

    page.get_by_role("button", name="Zet terug").click()
    expect(items(page)).to_have_count(2)
    assert [item["note"] for item in kept(page)["items"]] == ["Buiten", ""]
    page.get_by_role("button", name="Maak leeg").click()
    expect(page.get_by_text("Er zit nog niets in je goodiebag")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Zet terug").click()
    expect(items(page)).to_have_count(2)


def test_words_for_time_and_groups_are_those_of_the_pages(visit: Visit) -> None:
    """A visitor sees one way of writing, whether our build or a script wrote it."""
    visit.page.goto(PAGE)
    minutes = [*range(1, 200), 210, 240, 245, 600]
    ranges = [(20, 30), (45, 45), (60, 120), (45, 180), (90, 120), (120, 240)]
    groups = [(1, None), (2, None), (1, 1), (4, 4), (3, 12)]
    words = """async ([minutes, ranges, groups]) => {
        const told = await import(new URL("../assets/js/basket-programme.js", location.href));
        return [
            minutes.map(told.inWords),
            ranges.map(([min, max]) => told.rangeInWords({min, max})),
            groups.map(([min, max]) => told.groupInWords({min, max: max ?? undefined})),
        ];
    }"""

    assert visit.page.evaluate(words, [minutes, ranges, groups]) == [
        [dutch.minutes(value) for value in minutes],
        [dutch.duration(MinuteRange(min=low, max=high)) for low, high in ranges],
        [dutch.group(GroupSize(min=low, max=high)) for low, high in groups],
    ]


# --- Order ---------------------------------------------------------------------------------------


def test_buttons_put_the_programme_in_order_and_tell_where_an_item_is(page: Page) -> None:
    """The focus stays on the button, also at the edge, where it says so."""
    fill(page, entry("rondje-opgave"), entry("", 15), entry("grijze-gebied"))
    down = page.get_by_role("button", name=f"Omlaag {ROUND}")
    down.click()
    assert titles(page) == ["Pauze", ROUND, "Wat is het grijze gebied?"]
    expect(status(page)).to_have_text(f"“{ROUND}” staat nu op plaats 2 van 3.")
    expect(down).to_be_focused()

    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    assert titles(page)[2] == ROUND
    expect(down).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(f"“{ROUND}” staat al onderaan.")
    expect(down).to_be_focused()
    page.reload()
    expect(items(page)).to_have_count(3)
    assert titles(page) == ["Pauze", "Wat is het grijze gebied?", ROUND]


def test_the_keyboard_alone_makes_a_programme(page: Page) -> None:
    """From the catalogue to a break between two entries, with Tab, Enter and Alt with an arrow."""

    def tab_to(name: str) -> None:
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent").strip() == name:
                return
        raise AssertionError(f"Tab never reached {name}")

    page.goto("catalogus/")
    tab_to(f"{TALK}: in mijn goodiebag")
    page.keyboard.press("Space")
    tab_to(f"{ROUND}: in mijn goodiebag")
    page.keyboard.press("Enter")
    page.goto(PAGE)
    expect(items(page)).to_have_count(2)
    tab_to("Voeg een pauze toe")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Pauze")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")

    assert titles(page) == [TALK, "Pauze", ROUND]
    expect(page.get_by_role("heading", name="Pauze")).to_be_focused()
    expect(status(page)).to_have_text("“Pauze” staat nu op plaats 2 van 3.")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("10")
    page.keyboard.press("Tab")
    page.keyboard.type("Koffie")
    page.keyboard.press("Alt+ArrowDown")
    assert titles(page) == [TALK, ROUND, "Pauze"]
    expect(items(page).nth(2).get_by_label("Notitie")).to_be_focused()
    assert kept(page)["items"][2] == {"id": "", "minutes": 10, "note": "Koffie"}


def test_an_item_can_be_dragged_too(page: Page) -> None:
    """By its handle, to the place where the pointer is."""
    fill(page, entry("rondje-opgave"), entry("", 15), entry("grijze-gebied"))
    handle = items(page).nth(0).locator(".item__handle")
    handle.scroll_into_view_if_needed()
    box, last = handle.bounding_box(), items(page).nth(2).bounding_box()
    assert box
    assert last
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, last["y"] + last["height"], steps=10)
    page.mouse.up()

    assert titles(page) == ["Pauze", "Wat is het grijze gebied?", ROUND]


# --- A link --------------------------------------------------------------------------------------


def test_a_link_shows_what_someone_made_and_leaves_ones_own_alone(page: Page) -> None:
    """Nothing is written and nothing can be changed until it is taken over."""
    fill(page, entry("grijze-gebied"))
    page.goto("over/")
    page.goto(LINK)

    expect(page.get_by_role("heading", name="Teamdag")).to_be_visible()
    expect(page.get_by_text("donderdag 3 december 2026", exact=True)).to_be_visible()
    expect(items(page)).to_have_count(3)
    assert times(page) == ["9.30 – 10.10", "10.10 – 10.25", "10.25 – 10.55"]
    expect(items(page).nth(0)).to_contain_text("Neem de kaart mee")
    expect(items(page).locator("input, textarea, button")).to_have_count(0)
    assert [item["id"] for item in kept(page)["items"]] == ["grijze-gebied"]
    page.get_by_role("link", name="Naar mijn eigen goodiebag").click()
    expect(page.get_by_label("Naam van je programma")).to_be_visible()
    assert titles(page) == ["Wat is het grijze gebied?"]


def test_one_button_takes_it_over_and_one_brings_ones_own_back(page: Page) -> None:
    """The address is that of one's own basket again, so a reload shows it."""
    fill(page, entry("grijze-gebied"))
    page.goto("over/")
    page.goto(LINK)
    page.get_by_role("button", name="Neem deze goodiebag over").click()

    expect(page.get_by_label("Naam van je programma")).to_have_value("Teamdag")
    expect(page).to_have_url(re.compile(f"/{PAGE}$"))
    assert [item["id"] for item in kept(page)["items"]] == [
        *("rondje-opgave", "", "goed-gesprek-in-twintig-minuten"),
    ]
    expect(status(page)).to_contain_text("Je eigen goodiebag (1 onderdeel) is vervangen.")
    page.get_by_role("button", name="Zet de mijne terug").click()
    expect(items(page)).to_have_count(1)
    assert [item["id"] for item in kept(page)["items"]] == ["grijze-gebied"]


def test_an_unknown_entry_in_a_link_is_named_and_left_out(page: Page) -> None:
    """Whatever someone wrote there is shown as text."""
    page.goto(f"{PAGE}#v=1&stuk=weg-ermee&stuk=rondje-opgave&stuk=<img+src=x>")

    told = "2 stukken staan niet (meer) in de catalogus en zijn weggelaten: “<img src=x>”, “weg-ermee”."
    expect(page.get_by_role("alert")).to_have_text(told)
    assert titles(page) == [ROUND]


def test_a_renamed_entry_in_a_link_is_replaced_and_that_is_said(page: Page) -> None:
    """Also where the new one is in the link already: then it is there once."""
    page.goto(f"{PAGE}#v=1&stuk=goed-gesprek&min=25")
    told = f"“goed-gesprek” heet nu “{TALK}”. Dat hebben we voor je vervangen."
    expect(page.get_by_role("alert")).to_have_text(told)
    assert titles(page) == [TALK]
    assert times(page) == ["25 minuten"]

    page.goto(f"{PAGE}#v=1&stuk=het-goede-gesprek&stuk=goed-gesprek-in-twintig-minuten")
    expect(page.get_by_text("“het-goede-gesprek” heet nu")).to_be_visible()
    assert titles(page) == [TALK]


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("v=2&stuk=rondje-opgave", "nieuwere goodiebag"),
        (f"v=1&titel={'x' * 8000}", "te lang om te lezen"),
    ],
)
def test_a_link_that_cannot_be_read_says_why(page: Page, fragment: str, told: str) -> None:
    """And leads to one's own basket."""
    page.goto(f"{PAGE}#{fragment}")

    expect(page.get_by_role("alert")).to_contain_text(told)
    expect(page.get_by_role("link", name="Naar mijn eigen goodiebag")).to_be_visible()
    expect(page.get_by_role("button", name="Neem deze goodiebag over")).to_have_count(0)


@pytest.mark.parametrize("fragment", ["", "#uitleg", "#stuk=rondje-opgave", "#v=1"])
def test_another_fragment_shows_ones_own_basket(page: Page, fragment: str) -> None:
    """A place on the page is no goodiebag."""
    fill(page, entry("grijze-gebied"))
    page.goto("over/")
    page.goto(PAGE + fragment)

    expect(page.get_by_label("Naam van je programma")).to_be_visible()
    assert titles(page) == ["Wat is het grijze gebied?"]


def test_an_entry_that_cannot_be_fetched_stays_in_the_basket(visit: Visit) -> None:
    """Without a connection nothing is lost; one button tries again."""
    fill(visit.page, entry("rondje-opgave"), entry("grijze-gebied"))
    visit.page.route("**/data/stuk/rondje-opgave.json", lambda route: route.abort())
    visit.page.reload()
    expect(visit.page.get_by_text("konden we nu niet ophalen")).to_be_visible()
    assert titles(visit.page) == ["Wat is het grijze gebied?"]
    visit.page.get_by_label("Naam van je programma").fill("Teamdag")
    assert len(kept(visit.page)["items"]) == 2

    visit.page.unroute("**/data/stuk/rondje-opgave.json")
    visit.page.get_by_role("button", name="Probeer opnieuw").click()
    expect(items(visit.page)).to_have_count(2)


# --- Paper ---------------------------------------------------------------------------------------


def test_paper_has_the_programme_and_the_full_instructions_and_nothing_else(visit: Visit) -> None:
    """A table of times, then what an entry says; no menu, no buttons, no fields."""
    page = visit.page
    fill(
        page,
        entry("goed-gesprek-in-twintig-minuten", note="Zaal 3"),
        entry("", 15),
        entry("voorbeelden-voor-beginners"),
        title="Teamdag",
        date="2026-12-03",
    )
    expect(page.locator(".paper")).to_be_hidden()
    page.emulate_media(media="print")

    paper = page.locator(".paper")
    expect(paper).to_contain_text("Teamdag")
    expect(paper).to_contain_text("donderdag 3 december 2026, 9.00 – 10.15, samen 75 minuten.")
    rows = [row.split("\t") for row in page.locator(".paper__times tr").all_inner_texts()]
    rows = [[re.sub(r"\s+", " ", cell).strip() for cell in row] for row in rows]
    assert rows == [
        ["Tijd", "Onderdeel", "Duur"],
        ["9.00 – 9.30", f"{TALK} Zaal 3", "30 minuten"],
        ["9.30 – 9.45", "Pauze", "15 minuten"],
        ["9.45 – 10.15", BOOK, "30 minuten"],
    ]
    for words in (
        *("Papier, stiften in twee kleuren", "3 tot 12 mensen", "Je team weet wanneer je elkaar"),
        *("Wie heeft er last van?", "Kijk over drie weken", "Zet een klok neer."),
        *("Eén persoon praat", "Laat iedereen eerst in de chat", "Begin klein & kijk terug."),
    ):
        expect(paper.get_by_text(words).first).to_be_visible()
    expect(paper.locator("h2[lang=en]")).to_have_text(BOOK)
    outside = page.locator("body *:visible").evaluate_all(
        """all => all.filter(one => !one.closest('.paper') && !one.querySelector('.paper'))
            .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert outside == []
    assert page.locator(".paper :is(button, input, textarea)").count() == 0


def test_links_on_paper_lead_from_the_page_of_their_entry(visit: Visit) -> None:
    """A text counts its links from there."""
    fill(visit.page, entry("goed-gesprek-in-twintig-minuten"))

    link = visit.page.locator(".paper a", has_text="wat een grijs gebied is")
    address = link.evaluate("link => link.href")
    assert address.endswith("/map/goodiebag/catalogus/grijze-gebied/")
