"""The facilitator's view in a real browser: steps, clocks, keys, a screen that stays on, and offline."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.axe import violations_in_every_look
from tests.conftest import LARGE, SMALL, Visit
from tests.project import FOLDER
from tests.server import served
from tests.test_basket import KEY, WIDE
from tests.test_basket_page import PAGE, ROUND, TALK, entry, fill

NINE = datetime(2026, 12, 3, 9, 0)  # noqa: DTZ001 - the browser's own time
LINK = (
    f"{PAGE}#v=1&titel=Teamdag&start=09:00&stuk=goed-gesprek-in-twintig-minuten&noot=Zaal+3"
    "&pauze=15&stuk=rondje-opgave"
)
STEPS = [
    *("Vertel waar je tegenaan loopt", "Kies samen één afspraak", "Lees de afspraak hardop voor"),
    *("Pauze", "Loop langs de partijen"),
]
"""What LINK has: three steps of 8, 10 and the other 12 minutes, a break and a step of an hour."""


def lead(page: Page, address: str = LINK) -> Locator:
    """Open the view of a programme and give it."""
    page.goto(address)
    page.get_by_role("button", name="Begeleid stap voor stap").click()
    view = page.get_by_role("dialog")
    expect(view).to_be_visible()
    return view


def step(page: Page) -> Locator:
    """Give the title of the step on the stage."""
    return page.locator(".stage__title")


def digits(page: Page) -> Locator:
    """Give the clock of the step."""
    return page.get_by_role("timer")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["320", "1440"])
def test_one_step_at_a_time_by_keyboard(visit: Visit, size: dict[str, int]) -> None:
    """With the arrows, and with the Page keys that a presenter's remote sends; no further than the end."""
    visit.page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict will do
    view = lead(visit.page)
    expect(step(visit.page)).to_have_text(STEPS[0])
    expect(view).to_contain_text("Stap 1 van 5")
    expect(view).to_contain_text("Zaal 3")
    expect(view).to_contain_text("Nodig: Papier, stiften in twee kleuren")
    expect(view).to_contain_text("Iedereen vertelt kort waar hij tegenaan loopt.")

    for at, key in enumerate(["ArrowRight", "PageDown", "ArrowRight", "PageDown"], start=1):
        visit.page.keyboard.press(key)
        expect(step(visit.page)).to_have_text(STEPS[at])
    expect(view.get_by_role("status")).to_have_text(f"Stap 5 van 5: {STEPS[4]}")
    expect(view).not_to_contain_text("Klaar.")
    visit.page.keyboard.press("ArrowRight")
    expect(step(visit.page)).to_have_text(STEPS[4])
    expect(view.get_by_role("status")).to_have_text("Klaar. Dit was de laatste stap.")
    expect(view.locator(".lead-foot__rest")).to_have_text("Klaar. Dit was de laatste stap.")
    expect(view.locator(".lead-foot__rest")).to_be_in_viewport(ratio=1)
    for at, key in [
        (3, "ArrowLeft"),
        (2, "PageUp"),
        (1, "ArrowLeft"),
        (0, "PageUp"),
        (0, "PageUp"),
    ]:
        visit.page.keyboard.press(key)
        expect(step(visit.page)).to_have_text(STEPS[at])
    expect(view).not_to_contain_text("Klaar.")
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visit.complaints == []


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["320", "1440"])
def test_buttons_do_the_same_and_keep_the_focus(visit: Visit, size: dict[str, int]) -> None:
    """Who presses again and again walks through the programme; everything is in sight."""
    visit.page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict will do
    view = lead(visit.page)
    following = view.get_by_role("button", name="Volgende")
    for title in STEPS[1:]:
        following.click()
        expect(step(visit.page)).to_have_text(title)
        expect(following).to_be_focused()
    expect(following).to_have_attribute("aria-disabled", "true")
    view.get_by_role("button", name="Vorige").click()
    expect(step(visit.page)).to_have_text("Pauze")
    for name in ("Start", "+1 minuut", "Vorige", "Volgende", "Stop"):
        expect(view.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    expect(digits(visit.page)).to_be_in_viewport(ratio=1)


def test_each_step_has_a_clock_that_goes_on_from_step_to_step(visit: Visit) -> None:
    """Start, pause, a minute more; a step that was left keeps its time."""
    visit.page.clock.install(time=NINE)
    view = lead(visit.page)
    expect(digits(visit.page)).to_have_text("8:00")
    visit.page.clock.run_for(5000)
    expect(digits(visit.page)).to_have_text("8:00")

    visit.page.keyboard.press("Enter")  # the focus is on Start
    visit.page.clock.run_for(61_000)
    expect(digits(visit.page)).to_have_text("6:59")
    view.get_by_role("button", name="+1 minuut").click()
    expect(digits(visit.page)).to_have_text("7:59")
    expect(view).to_contain_text("van 9:00")
    visit.page.keyboard.press("ArrowRight")
    visit.page.clock.run_for(30_000)
    expect(digits(visit.page)).to_have_text("9:30")
    view.get_by_role("button", name="Pauze").click()
    visit.page.clock.run_for(30_000)
    expect(digits(visit.page)).to_have_text("9:30")
    visit.page.keyboard.press("ArrowLeft")
    expect(digits(visit.page)).to_have_text("7:59")
    expect(view.get_by_role("button", name="Ga verder")).to_be_visible()


def test_a_step_without_minutes_takes_what_is_left(visit: Visit) -> None:
    """Of the 30 minutes that the entry takes; a break and an entry with one step take all of theirs."""
    lead(visit.page)
    found = []
    for _ in STEPS:
        found.append(digits(visit.page).inner_text())
        visit.page.keyboard.press("ArrowRight")

    assert found == ["8:00", "10:00", "12:00", "15:00", "1:00:00"]


def test_steps_become_shorter_in_proportion_where_there_is_less_time(visit: Visit) -> None:
    """18 minutes and a step without any, in 9: half of each, as far as there is something to halve."""
    lead(visit.page, f"{PAGE}#v=1&stuk=goed-gesprek-in-twintig-minuten&min=9")
    found = []
    for _ in range(3):
        found.append(digits(visit.page).inner_text())
        visit.page.keyboard.press("ArrowRight")

    assert found == ["3:47", "4:44", "0:28"]


def test_it_shows_when_time_is_up_without_a_sound(visit: Visit) -> None:
    """In words and colour, told once to a screen reader; the clock counts what goes over."""
    visit.page.clock.install(time=NINE)
    view = lead(visit.page)
    visit.page.keyboard.press("Enter")
    visit.page.clock.run_for(8 * 60_000 + 12_000)

    expect(digits(visit.page)).to_have_text("+0:12")
    expect(view.get_by_text("De tijd is om", exact=True)).to_be_visible()
    expect(view.get_by_role("status")).to_have_text("De tijd van deze stap is om.")
    assert visit.page.locator("audio, video").count() == 0
    view.get_by_role("button", name="+1 minuut").click()
    expect(digits(visit.page)).to_have_text("0:48")
    expect(view.get_by_text("De tijd is om", exact=True)).to_be_hidden()


def test_it_tells_how_long_the_programme_still_takes(visit: Visit) -> None:
    """From now, beside what was planned."""
    visit.page.clock.install(time=NINE)
    view = lead(visit.page)
    rest = view.get_by_text("te gaan")
    expect(rest).to_have_text("Nog 105 minuten te gaan. Klaar om 10.45, gepland 10.45.")

    visit.page.clock.run_for(10 * 60_000)
    expect(rest).to_have_text("Nog 105 minuten te gaan. Klaar om 10.55, gepland 10.45.")
    visit.page.keyboard.press("ArrowRight")
    expect(rest).to_contain_text("Nog 97 minuten te gaan.")


@pytest.mark.parametrize(
    ("now", "date", "is_planned"),
    [
        (datetime(2026, 12, 3, 6, 1), "2026-12-03", True),  # noqa: DTZ001 - the browser's own time
        (datetime(2026, 12, 2, 9, 0), "2026-12-03", False),  # noqa: DTZ001
        (datetime(2026, 12, 4, 9, 0), "2026-12-03", False),  # noqa: DTZ001
        (datetime(2026, 12, 3, 6, 0), "", True),  # noqa: DTZ001
        (datetime(2026, 12, 3, 1, 32), "", False),  # noqa: DTZ001
        (datetime(2026, 12, 3, 14, 0), "", False),  # noqa: DTZ001
    ],
)
def test_a_rehearsal_is_not_compared_with_what_was_planned(
    visit: Visit, now: datetime, date: str, is_planned: bool
) -> None:
    """Only on its day, or without a day within three hours of the programme."""
    visit.page.clock.install(time=now)
    view = lead(visit.page, LINK.replace("&start", f"&datum={date}&start"))
    rest = view.locator(".lead-foot__rest")
    expect(rest).to_contain_text("te gaan. Klaar om")
    assert (", gepland 10.45." in rest.inner_text()) is is_planned


# --- Where you were ------------------------------------------------------------------------------

STORED = "sessionStorage.getItem('goodiebag-stap')"
OPEN = "Begeleid stap voor stap"


@pytest.mark.parametrize("storage", ["open", "closed"])
def test_the_view_opens_where_someone_was(visit: Visit, storage: str) -> None:
    """After closing it, with what is left on its clock, which stands still; also without storage."""
    if storage == "closed":
        visit.page.add_init_script(
            "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('dicht'); }})"
        )
    visit.page.clock.install(time=NINE)
    view = lead(visit.page)
    expect(view.get_by_role("button", name="Begin opnieuw")).to_be_hidden()
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("ArrowRight")
    visit.page.clock.run_for(60_000)
    expect(digits(visit.page)).to_have_text("9:00")
    visit.page.keyboard.press("Escape")
    expect(view).to_have_count(0)
    visit.page.clock.run_for(60_000)

    visit.page.get_by_role("button", name=OPEN).click()
    visit.page.clock.run_for(1000)
    expect(step(visit.page)).to_have_text(STEPS[1])
    expect(digits(visit.page)).to_have_text("9:00")
    expect(view.get_by_role("status")).to_have_text(f"Je gaat verder bij stap 2 van 5: {STEPS[1]}")
    expect(view.get_by_role("button", name="Ga verder")).to_be_focused()
    view.get_by_role("button", name="Begin opnieuw").click()
    expect(step(visit.page)).to_have_text(STEPS[0])
    expect(digits(visit.page)).to_have_text("8:00")
    visit.page.keyboard.press("ArrowRight")
    expect(digits(visit.page)).to_have_text("10:00")


def test_a_reload_opens_where_someone_was_and_nothing_is_written_before(visit: Visit) -> None:
    """A clock that ran stands still; the name is on the privacy page."""
    visit.page.goto(LINK)
    expect(visit.page.get_by_role("button", name=OPEN)).to_be_visible()
    assert visit.page.evaluate("sessionStorage.length") == 0
    visit.page.clock.install(time=NINE)
    lead(visit.page)
    visit.page.keyboard.press("ArrowRight")
    visit.page.keyboard.press("ArrowRight")
    visit.page.get_by_role("button", name="Start").click()
    visit.page.clock.run_for(120_000)
    visit.page.reload()

    visit.page.get_by_role("button", name=OPEN).click()
    expect(step(visit.page)).to_have_text(STEPS[2])
    expect(digits(visit.page)).to_have_text("10:00")
    assert visit.page.evaluate("Object.keys(sessionStorage)") == ["goodiebag-stap"]
    assert visit.complaints == []


def test_a_changed_programme_and_one_that_was_finished_begin_at_the_first_step(
    visit: Visit,
) -> None:
    """The other way around, an odd place from elsewhere is not believed either."""
    lead(visit.page)
    visit.page.keyboard.press("ArrowRight")
    visit.page.goto("over/")
    lead(visit.page, LINK.replace("pauze=15", "pauze=20"))
    expect(step(visit.page)).to_have_text(STEPS[0])

    for _ in STEPS:
        visit.page.keyboard.press("ArrowRight")
    expect(visit.page.get_by_role("status").last).to_have_text("Klaar. Dit was de laatste stap.")
    assert visit.page.evaluate(STORED) is None
    visit.page.reload()
    visit.page.get_by_role("button", name=OPEN).click()
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    expect(step(visit.page)).to_have_text(STEPS[0])
    kept = json.loads(visit.page.evaluate(STORED))
    visit.page.keyboard.press("Escape")
    strange: tuple[object, ...] = (
        {**kept, "at": 5},
        {**kept, "at": 1, "clocks": [["x", 0]] * 5},
        [],
        None,
    )
    for odd in strange:
        visit.page.evaluate("odd => sessionStorage.setItem('goodiebag-stap', odd)", json.dumps(odd))
        visit.page.get_by_role("button", name=OPEN).click()
        expect(visit.page.get_by_role("dialog")).to_be_visible()
        expect(step(visit.page)).to_have_text(STEPS[0])
        visit.page.keyboard.press("Escape")
        expect(visit.page.get_by_role("dialog")).to_have_count(0)
    assert visit.complaints == []


def test_the_privacy_page_takes_away_where_someone_was(visit: Visit) -> None:
    """Also where that is all there is."""
    visit.page.add_init_script("delete window.caches")
    lead(visit.page)
    visit.page.goto("privacy/")
    assert visit.page.evaluate("localStorage.length") == 0
    visit.page.get_by_role("button", name="Haal alles weg van dit apparaat").click()
    expect(visit.page.get_by_text("Van deze site staat niets meer")).to_be_focused()
    assert visit.page.evaluate("sessionStorage.length") == 0


def test_the_view_fills_the_screen_and_escape_leaves_it(visit: Visit) -> None:
    """The focus is back on the button that opened it."""
    lead(visit.page)
    assert visit.page.evaluate("document.fullscreenElement === document.documentElement")

    visit.page.keyboard.press("Escape")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    expect(visit.page.get_by_role("button", name="Begeleid stap voor stap")).to_be_focused()
    visit.page.wait_for_function("document.fullscreenElement === null")
    assert visit.complaints == []


@pytest.mark.parametrize(
    "lacking",
    [
        "delete Element.prototype.requestFullscreen",
        "Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('nee'))",
    ],
)
def test_where_there_is_no_full_screen_the_view_fills_the_window(
    visit: Visit, lacking: str
) -> None:
    """As on an iPhone."""
    visit.page.add_init_script(lacking)
    view = lead(visit.page)

    assert view.bounding_box() == {"x": 0, "y": 0, **LARGE}
    view.get_by_role("button", name="Stop").click()
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    assert visit.complaints == []


def test_the_screen_stays_awake_while_the_view_is_open(visit: Visit) -> None:
    """The browser lets go when the page is out of sight; back in sight it is asked again."""
    visit.page.add_init_script(
        """window.asked = [];
        Object.defineProperty(Navigator.prototype, "wakeLock", {value: {request: async kind => {
            asked.push(kind);
            return {release: async () => { asked.push("released"); }};
        }}});"""
    )
    visit.page.goto(LINK)
    assert visit.page.evaluate("asked") == []
    view = lead(visit.page)
    visit.page.wait_for_function("asked.length === 1")

    visit.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    visit.page.wait_for_function("asked.length === 2")
    view.get_by_role("button", name="Stop").click()
    visit.page.wait_for_function("asked.includes('released')")
    visit.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert visit.page.evaluate("asked") == ["screen", "screen", "released"]


def test_a_browser_that_refuses_to_stay_awake_goes_on(visit: Visit) -> None:
    """Also one that cannot."""
    visit.page.add_init_script("delete Navigator.prototype.wakeLock")
    lead(visit.page)
    visit.page.keyboard.press("ArrowRight")

    expect(step(visit.page)).to_have_text(STEPS[1])
    assert visit.complaints == []


def test_axe_finds_nothing_in_the_view(visit: Visit) -> None:
    """On a large and on a small screen, also when time is up."""
    # A full screen has one size: here the view fills the window, and that becomes small.
    visit.page.add_init_script("delete Element.prototype.requestFullscreen")
    lead(visit.page, f"{PAGE}#v=1&stuk=goed-gesprek-in-twintig-minuten&min=1&noot=Zaal+3")
    assert violations_in_every_look(visit.page) == {}


def test_an_entry_without_steps_shows_what_it_is_about_and_leads_to_its_page(visit: Visit) -> None:
    """In a tab of its own, so that the clock runs on."""
    view = lead(visit.page, f"{PAGE}#v=1&stuk=voorbeeld&stuk=voorbeelden-voor-beginners")
    expect(view).to_contain_text("Je hoort drie seconden geluid.")
    link = view.get_by_role("link", name="Luister op de pagina (opent een nieuw tabblad)")
    with visit.page.context.expect_page() as opened:
        link.click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Een voorbeeld om te horen")

    opened.value.close()
    visit.page.keyboard.press("ArrowRight")
    expect(step(visit.page)).to_have_attribute("lang", "en")
    expect(view).to_contain_text("Wat gebeurt er met <b>haakjes</b>")


# --- Without a connection ------------------------------------------------------------------------


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of its own, for a host that goes away."""
    context = browser.new_context(locale="nl-NL", viewport=LARGE)  # type: ignore[arg-type]  # a plain dict will do
    yield context.new_page()
    context.close()


WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.map(one => one.scope))"


def test_nothing_is_kept_for_offline_before_someone_opens_the_view(visit: Visit) -> None:
    """Not even on the page with a basket; and then only for the folder of that page."""
    visit.page.goto(LINK, wait_until="networkidle")
    assert visit.page.evaluate(WORKERS) == []
    assert visit.page.evaluate("caches.keys()") == []

    lead(visit.page)
    expect(visit.page.get_by_text("Werkt nu ook zonder internet.")).to_be_visible()
    [scope] = visit.page.evaluate(WORKERS)
    assert scope.endswith(f"{FOLDER}{PAGE}")
    assert visit.page.evaluate("localStorage.length") == 0


def test_the_view_works_without_a_connection_once_it_was_opened(
    tab: Page, example_site: Path
) -> None:
    """The host is gone and the browser is offline: page, letters, programme and steps are there."""
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    with served(example_site, FOLDER) as address:
        fill_at(tab, address)
        tab.get_by_role("button", name="Begeleid stap voor stap").click()
        expect(tab.get_by_text("Werkt nu ook zonder internet.")).to_be_visible()
    tab.context.set_offline(True)

    tab.goto("about:blank")
    tab.goto(address + PAGE)
    expect(tab.get_by_role("heading", name=ROUND)).to_be_visible()
    assert tab.evaluate("document.fonts.ready.then(() => document.fonts.check('1em Figtree'))")
    assert tab.evaluate("[...document.styleSheets].length") == 2
    tab.get_by_role("button", name="Begeleid stap voor stap").click()
    expect(tab.get_by_role("dialog")).to_be_visible()
    expect(step(tab)).to_have_text(STEPS[0])
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    expect(step(tab)).to_have_text(STEPS[4])
    expect(tab.get_by_text("Werkt nu ook zonder internet.")).to_be_visible()
    assert complaints == []


def fill_at(page: Page, address: str) -> None:
    """Open the page at this address with two entries in the basket."""
    page.goto(address + "privacy/")
    basket = {
        "title": "",
        "date": "",
        "start": "09:00",
        "items": [entry("goed-gesprek-in-twintig-minuten"), entry("rondje-opgave")],
    }
    store = "([key, basket]) => localStorage.setItem(key, basket)"
    page.evaluate(store, [KEY, json.dumps(basket)])
    page.goto(address + PAGE)


def test_with_a_connection_everything_is_as_new_as_the_host_has_it(
    tab: Page, example_site: Path, tmp_path: Path
) -> None:
    """A page or a record that changed shows at once, and is what is kept from then on."""
    site = shutil.copytree(example_site, tmp_path / "site")
    record, page = site / "data/stuk/rondje-opgave.json", site / PAGE / "index.html"
    with served(site, FOLDER) as address:
        fill_at(tab, address)
        tab.get_by_role("button", name="Begeleid stap voor stap").click()
        expect(tab.get_by_text("Werkt nu ook zonder internet.")).to_be_visible()
        for file, old in ((record, ROUND), (page, "Zo werkt het")):
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, f"{old}, vernieuwd"), encoding="utf-8")

        tab.reload()
        expect(tab.get_by_role("heading", name=f"{ROUND}, vernieuwd")).to_be_visible()
        expect(tab.get_by_role("heading", name="Zo werkt het, vernieuwd")).to_be_visible()
    tab.context.set_offline(True)
    tab.reload()
    expect(tab.get_by_role("heading", name=f"{ROUND}, vernieuwd")).to_be_visible()
    expect(tab.get_by_role("heading", name="Zo werkt het, vernieuwd")).to_be_visible()


def test_a_copy_of_an_older_version_is_taken_away(visit: Visit) -> None:
    """And nothing of another part of the host."""
    visit.page.goto(PAGE)
    visit.page.evaluate(
        "Promise.all([caches.open('goodiebag-begeleiden-0'), caches.open('van-een-ander')])"
    )
    lead(visit.page)
    expect(visit.page.get_by_text("Werkt nu ook zonder internet.")).to_be_visible()

    assert sorted(visit.page.evaluate("caches.keys()")) == [
        "goodiebag-begeleiden-1",
        "van-een-ander",
    ]


def test_what_an_earlier_programme_needed_is_not_kept(visit: Visit) -> None:
    """Only the records of the programme that was opened last."""
    names = """caches.open("goodiebag-begeleiden-1").then(cache => cache.keys())
        .then(all => all.map(one => one.url).filter(url => url.endsWith(".json")))"""
    for id in ("rondje-opgave", "goed-gesprek-in-twintig-minuten"):
        visit.page.goto("over/")
        fill(visit.page, entry(id))
        visit.page.get_by_role("button", name="Begeleid stap voor stap").click()
        expect(visit.page.get_by_text("Werkt nu ook zonder internet.")).to_be_visible()
        assert [re.sub(".*/", "", url) for url in visit.page.evaluate(names)] == [f"{id}.json"]


def test_where_nothing_can_be_kept_the_view_says_so(visit: Visit) -> None:
    """It works all the same, as long as the page is open."""
    visit.page.add_init_script("delete window.caches")
    view = lead(visit.page)

    expect(view).to_contain_text("Zonder internet werkt dit zolang deze pagina open is.")
    expect(step(visit.page)).to_have_text(STEPS[0])
    assert TALK in view.inner_text()
