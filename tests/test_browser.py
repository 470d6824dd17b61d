"""The example's site in a real browser, served in a folder of a host under a strict policy."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser, Request, expect

from benchmarks.weight import compressed
from tests import own_settings
from tests.axe import violations_in_every_look
from tests.conftest import LARGE, SMALL, Visit

PAGES = {
    "home": "",
    "guide": "wegwijzer/",
    "situation": "wegwijzer/we-zien-elkaar-nauwelijks/",
    "situation with help first": "wegwijzer/niemand-zei-iets/",
    "catalogue": "catalogus/",
    "catalogue with a choice": "catalogus/#zoek=gesprek&voor=team",
    "catalogue without a result": "catalogus/#zoek=krachtenveld&tijd=15",
    "list of a kind": "soort/interventie/",
    "list of a focus area": "onderwerp/vitaliteit/",
    "list for an audience": "voor/team/",
    "theme": "thema/productieve-werkomgeving/",
    "intervention": "catalogus/goed-gesprek-in-twintig-minuten/",
    "method": "catalogus/rondje-opgave/",
    "podcast episode": "catalogus/voorbeeld/",
    "book review": "catalogus/voorbeelden-voor-beginners/",
    "study": "catalogus/onderzoek-naar-de-norm/",
    "background": "catalogus/grijze-gebied/",
    "collection": "catalogus/interventies-voor-je-team/",
    "podcast": "podcast/",
    "vocabulary": "begrippen/",
    "sources": "bronnen/",
    "contribute": "bijdragen/",
    "proposal": "bijdragen/voorstel/",
    "proposal of a change": "bijdragen/voorstel/#stuk=goed-gesprek-in-twintig-minuten",
    "templates": "bijdragen/sjablonen/",
    "macros": "bijdragen/aanroepen/",
    "about": "over/",
    "accessibility": "toegankelijkheid/",
    "privacy": "privacy/",
    "look": "vormgeving/",
    "basket": "mijn-goodiebag/",
    "shared basket": "mijn-goodiebag/#v=1&start=09:00&stuk=rondje-opgave&pauze=10&stuk=oud",
    "not found": "bestaat-niet/",
}
"""Every kind of page, by its address; `tested.KINDS` says in Dutch what each is."""
FIRST_VISIT = 12, 100_000
"""The most files and bytes that a page may ask, with letters and images, compressed."""
IN_USE = {
    "catalogue with a choice": (24, 300_000),
    "catalogue without a result": (24, 300_000),
}
"""The same of links that search: a visitor uses the page at once."""
OTHER_RATIO = """
  [...document.images]
    .filter((image) => image.naturalWidth && Math.abs(
      (image.getAttribute("width") * image.naturalHeight) /
      (image.getAttribute("height") * image.naturalWidth) - 1
    ) > 0.01)
    .map((image) => image.outerHTML)
"""
"""Images that take another room than their attributes keep, so that the page moves when they come."""


def file_at(site: Path, address: str) -> Path:
    """Give the file that a host answers with, at an address below that of the site."""
    file = site / urlsplit(address).path
    file = file / "index.html" if file.is_dir() else file
    return file if file.is_file() else site / "404.html"


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on_each_kind_of_page(
    visit: Visit, kind: str, example_address: str, example_site: Path
) -> None:
    """No violation on a large and on a small screen, in light and in dark.

    And under the strict policy nothing is blocked, nothing fails, nobody else and not much is asked.
    """
    visit.page.goto(PAGES[kind], wait_until="networkidle")

    files = {
        file_at(example_site, address.removeprefix(example_address)) for address in visit.asked
    }
    weight = sum(compressed(file) for file in files)
    most_files, most_bytes = IN_USE.get(kind, FIRST_VISIT)
    assert len(files) <= most_files, sorted(files)
    assert weight <= most_bytes, sorted(files)
    assert visit.page.evaluate(OTHER_RATIO) == []
    assert visit.complaints == []
    assert visit.hosts == {urlsplit(example_address).netloc}
    assert visit.page.context.cookies() == []
    assert visit.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert violations_in_every_look(visit.page) == {}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_can_be_used_as_its_reader_set_it(visit: Visit, kind: str) -> None:
    """At 320 pixels, which is 400 % of 1280, with wide text, in colours of the reader, without motion.

    WCAG 2.2: 1.4.4, 1.4.10, 1.4.12, 2.4.7 and 2.3.3. All at once, because so people come.
    """
    visit.page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # a plain dict will do
    visit.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    visit.page.goto(PAGES[kind])
    visit.page.keyboard.press("Tab")  # from now on a ring shows where focus is

    assert visit.page.evaluate(own_settings.FAULTS) == {
        "wider than the screen": 0,
        "cut off": [],
        "moves": [],
        "without an edge": [],
        "without a ring": [],
    }


def test_search_finds_an_entry_by_a_synonym(visit: Visit) -> None:
    """`saamhorigheid` stands in the vocabulary only, as another word for a focus area."""
    visit.page.goto("")
    visit.page.get_by_role("button", name="Zoeken").click()
    visit.page.get_by_role("searchbox").fill("saamhorigheid")

    results = visit.page.get_by_role("dialog").get_by_role("listitem")
    result = results.filter(has_text="Goed gesprek in twintig minuten")
    expect(result).to_contain_text("Interventie · Productieve werkomgeving")
    expect(visit.page.get_by_role("status").first).to_contain_text("resulta")
    result.get_by_role("link").click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(
        "Goed gesprek in twintig minuten"
    )
    assert visit.complaints == []


def test_search_finds_an_entry_by_a_keyword(visit: Visit) -> None:
    """Keywords stand on the page as `Trefwoorden` and are searched."""
    visit.page.goto("over/")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("krachtenveld")

    expect(visit.page.get_by_role("dialog").get_by_role("listitem").first).to_contain_text(
        "Rondje langs de opgave"
    )


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("voorbeeld om te horen", "Een voorbeeld om te horen"),
        ("boekrecensie", "Examples & Other Stories"),
        ("goed gesprek", "Goed gesprek in twintig minuten"),
        ("lastige kwestie", "Wat vragen leidinggevenden bij een lastige kwestie?"),
        ("achtergrond", "Wat is het grijze gebied?"),
    ],
)
def test_a_result_quotes_the_text_of_the_entry(visit: Visit, words: str, title: str) -> None:
    """No labels, buttons, dates, chapter times or rows of search words."""
    visit.page.goto("over/")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type(words)
    results = visit.page.locator(".search__results > li")
    excerpt = results.filter(has=visit.page.get_by_role("link", name=title)).locator(
        ".search__excerpt"
    )

    expect(excerpt).to_have_text(re.compile(r"\w"))
    furniture = "Download|Luisteren|Hoofdstukken|Trefwoorden|Zoekwoorden|Recensent|de reeks|0:0"
    assert not re.search(furniture, excerpt.inner_text())
    assert title not in excerpt.inner_text()


@pytest.mark.parametrize("kind", ["study", "collection"])
def test_a_page_ends_with_what_resembles_it_and_says_who_chose(visit: Visit, kind: str) -> None:
    """With ties above it and without; no level of heading is skipped on the way."""
    visit.page.goto(PAGES[kind])
    section = visit.page.get_by_role("region", name="Lijkt hierop")
    levels = (
        visit.page.get_by_role("main")
        .locator("h1, h2, h3, h4")
        .evaluate_all("found => found.map(one => Number(one.tagName[1]))")
    )

    expect(section).to_contain_text("Deze stukken heeft de computer gekozen.")
    assert visit.page.get_by_role("region", name="Verder met dit onderwerp").count() == (
        kind == "study"
    )
    assert all(below - above <= 1 for above, below in pairwise(levels))
    link = section.get_by_role("link").first
    title = link.inner_text()
    link.click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(title)


def test_search_opens_and_closes_by_keyboard_and_gives_focus_back(visit: Visit) -> None:
    """Ctrl+K opens, Escape closes, and focus returns to where it was."""
    visit.page.goto("over/")
    visit.page.get_by_role("button", name="Zoeken").focus()
    visit.page.keyboard.press("Control+k")
    expect(visit.page.get_by_role("searchbox")).to_be_focused()

    visit.page.keyboard.press("Escape")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    expect(visit.page.get_by_role("button", name="Zoeken")).to_be_focused()


def test_search_says_when_nothing_is_found(visit: Visit) -> None:
    """Zero results are announced too, with what to do."""
    visit.page.goto("")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("qqqqxxxx")

    expect(visit.page.get_by_role("status").first).to_contain_text(
        "Geen resultaten voor ‘qqqqxxxx’"
    )


def test_search_stands_on_the_page_for_an_unknown_address(visit: Visit) -> None:
    """Who follows a dead link can search at once, however deep the address was."""
    visit.page.goto("een/oud/adres/")
    visit.page.get_by_role("main").get_by_role("searchbox").fill("vitaliteit")

    expect(visit.page.get_by_role("main").get_by_role("listitem").first).to_be_visible()
    assert visit.complaints == []


def test_what_someone_searches_never_leaves_the_browser(visit: Visit) -> None:
    """The words stand behind the `#`: the search is there again after a reload, and no host sees them."""
    asked: list[Request] = []
    visit.page.on("request", lambda request: asked.append(request))
    visit.page.goto("catalogus/")
    field = visit.page.get_by_role("main").get_by_role("searchbox")
    results = visit.page.locator(".results").get_by_role("listitem")
    field.fill("saamhorigheid & vitaliteit")
    expect(visit.page).to_have_url(re.compile(r"/catalogus/#zoek=saamhorigheid\+%26\+vitaliteit$"))
    field.fill("saamhorigheid")
    expect(visit.page).to_have_url(re.compile(r"/catalogus/#zoek=saamhorigheid$"))

    visit.page.reload()
    expect(field).to_have_value("saamhorigheid")
    expect(results.filter(has_text="Goed gesprek in twintig minuten")).to_be_visible()
    visit.page.evaluate("location.hash = 'zoek=krachtenveld'")
    expect(results.first).to_contain_text("Rondje langs de opgave")

    # As a browser would send the form where our script fails.
    for form in ("search form", "form[data-filters]"):
        visit.page.goto("catalogus/#zoek=krachtenveld&thema=opgavegericht-werken")
        with visit.page.expect_navigation():
            visit.page.locator(f"main {form}").evaluate("form => form.submit()")
    sent = [urldefrag(request.url).url for request in asked]
    assert [url for url in sent if re.search("zoek=|saamhorigheid|vitaliteit|krachten", url)] == []
    # A stylesheet and a worker name themselves when they fetch something; a page never does.
    named = {request.all_headers().get("referer", "") for request in asked}
    assert [address for address in named if "/catalogus/" in address] == []
    assert visit.complaints == []


def test_an_emptied_search_leaves_the_address_as_it_was(visit: Visit) -> None:
    """Without words there is no fragment, and a fragment of another kind stays."""
    visit.page.goto("catalogus/#integriteit")
    field = visit.page.get_by_role("main").get_by_role("searchbox")
    field.press("Enter")
    expect(visit.page).to_have_url(re.compile(r"/catalogus/#integriteit$"))

    field.fill("saamhorigheid")
    expect(visit.page).to_have_url(re.compile(r"#zoek=saamhorigheid$"))
    field.fill("")
    expect(visit.page).to_have_url(re.compile(r"/catalogus/$"))


def test_the_shortcut_can_be_switched_off(visit: Visit) -> None:
    """One key may only do something if one can stop it (WCAG 2.2, 2.1.4)."""
    visit.page.goto("toegankelijkheid/")
    visit.page.get_by_role("button", name="Zet de sneltoets / uit").click()
    visit.page.goto("over/")
    visit.page.keyboard.press("/")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)

    visit.page.goto("toegankelijkheid/")
    visit.page.get_by_role("button", name="Zet de sneltoets / aan").click()
    assert visit.page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(
    "address", ["", "catalogus/goed-gesprek-in-twintig-minuten/", "bestaat-niet/"]
)
def test_the_first_stop_of_the_keyboard_leads_to_the_content(visit: Visit, address: str) -> None:
    """A skip link comes first on every page and is visible when it has focus (WCAG 2.2, 2.4.1)."""
    visit.page.goto(address)
    visit.page.keyboard.press("Tab")
    skip = visit.page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()

    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("main")).to_be_focused()


def test_the_menu_opens_by_keyboard_on_a_phone(visit: Visit) -> None:
    """A real button opens the menu, Tab goes through its links, Escape closes it again."""
    visit.page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # a plain dict will do
    visit.page.goto("")
    link = visit.page.get_by_role("navigation", name="Hoofdmenu").get_by_role(
        "link", name="Catalogus"
    )
    expect(link).not_to_be_visible()

    button = visit.page.get_by_role("button", name="Menu")
    button.focus()
    visit.page.keyboard.press("Enter")
    expect(link).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    visit.page.keyboard.press("Escape")
    expect(link).not_to_be_visible()
    expect(button).to_be_focused()


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
def test_every_stop_of_the_keyboard_is_visible(visit: Visit, size: dict[str, int]) -> None:
    """Tab never lands on something off screen or without size."""
    visit.page.emulate_media(reduced_motion="reduce")  # without it, scrolling takes its time
    visit.page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict will do
    visit.page.goto("catalogus/goed-gesprek-in-twintig-minuten/")
    unseen = []
    for _ in range(60):
        visit.page.keyboard.press("Tab")
        stop = visit.page.evaluate(
            """() => {
                const element = document.activeElement, box = element.getBoundingClientRect();
                const seen = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
                    && box.left < innerWidth && box.top < innerHeight
                    && getComputedStyle(element).visibility === 'visible';
                return {body: element === document.body, seen, html: element.outerHTML.slice(0, 120)};
            }"""
        )
        if stop["body"]:
            break
        if not stop["seen"]:
            unseen.append(stop["html"])

    assert unseen == []


def test_without_javascript_everything_can_be_read_heard_and_found(
    browser: Browser, example_address: str
) -> None:
    """From home to an entry by links, the player with its text, the menu on a phone."""
    context = browser.new_context(base_url=example_address, java_script_enabled=False)
    page = context.new_page()
    page.goto("")
    page.get_by_role("banner").get_by_role("link", name="Zoeken").click()
    expect(page).to_have_url(f"{example_address}catalogus/")
    page.get_by_role("link", name="Een voorbeeld om te horen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Een voorbeeld om te horen")
    expect(page.locator("audio")).to_have_attribute("controls", "")
    expect(page.get_by_text("Vervolg & slot").first).to_be_visible()
    expect(page.locator(".transcript")).to_have_count(1)
    expect(page.get_by_role("button", name="Kopieer")).to_have_count(0)
    context.close()


def test_a_fruit_in_the_basket_is_a_way_in_for_who_points(visit: Visit) -> None:
    """To its theme; the air around it leads nowhere. The keyboard comes by the tile instead."""
    visit.page.goto("")
    pear = visit.page.locator(".basket__theme", has=visit.page.locator(".basket__fruit--2"))

    new = visit.page.locator(".basket__new").first
    beside = """link => {
      const { x, y } = link.querySelector("image").getBoundingClientRect();
      return document.elementFromPoint(x + 2, y + 2).closest("a");
    }"""
    assert new.evaluate(beside) is None
    pear.click(position={"x": 60, "y": 110})

    expect(visit.page.locator("h1")).to_have_text("Integriteit")


def test_a_former_address_forwards_to_the_entry(visit: Visit) -> None:
    """An entry that got another name is still found under its old one."""
    visit.page.goto("catalogus/het-goede-gesprek/")

    expect(visit.page.get_by_role("heading", level=1)).to_have_text(
        "Goed gesprek in twintig minuten"
    )


def test_odd_characters_come_through_as_text(visit: Visit) -> None:
    """Text that looks like HTML or Jinja is shown as it stands."""
    visit.page.goto("catalogus/voorbeelden-voor-beginners/")
    main = visit.page.get_by_role("main")

    expect(main).to_contain_text('Examples & Other Stories: 5 < 6, a "Reader\'s" Café 🍐')
    expect(main).to_contain_text("Een recensie met {{ haakjes }} en {% raw %}")
    expect(main).to_contain_text("Wat gebeurt er met <b>haakjes</b>")
    expect(main).to_contain_text("{{ 7 * 7 }}")
    expect(visit.page.get_by_role("heading", level=1)).to_have_attribute("lang", "en")
    assert visit.complaints == []


def test_a_drawing_fits_a_small_screen_with_spaced_out_words(visit: Visit) -> None:
    """No word leaves it, also with the spacing that a reader may set (WCAG 2.2, 1.4.12); its table scrolls."""
    visit.page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # a plain dict will do
    visit.page.goto(PAGES["sources"])
    outside = """() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { letter-spacing: .12em !important; word-spacing: .16em !important }");
        document.adoptedStyleSheets = [sheet];
        return [...document.querySelectorAll(".plot__drawing")].flatMap(drawing => {
            const frame = drawing.getBoundingClientRect();
            return [...drawing.querySelectorAll("text")].filter(text => {
                const words = text.getBoundingClientRect();
                return words.top < frame.top - 1 || words.bottom > frame.bottom + 1 ||
                    words.left < frame.left - 1 || words.right > innerWidth;
            }).map(text => text.textContent);
        });
    }"""

    assert visit.page.locator(".plot__drawing").count() == 3
    assert visit.page.evaluate(outside) == []
    visit.page.evaluate(
        "document.querySelectorAll('.plot details').forEach(part => part.open = true)"
    )
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
