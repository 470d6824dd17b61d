"""Listening to the example's episode in a real browser, under a strict policy and with byte ranges."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.axe import violations_in_every_look
from tests.conftest import SMALL, Visit
from tests.project import FOLDER, ROOT
from tests.server import served

EPISODE = "catalogus/voorbeeld/"
"""Three seconds. Someone says `Hallo.` after 0.1 and `Dit is een voorbeeld.` after 1.1 seconds; the
second chapter, `Vervolg & slot`, begins after 1 second."""

KEY = "goodiebag-beluisterd"


@pytest.fixture
def long_address(example_site: Path, tmp_path: Path) -> Iterator[str]:
    """The example's site with a recording of more than two minutes in the place of its own."""
    site = shutil.copytree(example_site, tmp_path / "site")
    shutil.copy(
        ROOT / "podcasts/audio/balans-in-vertrouwen.mp3", site / "podcast/audio/voorbeeld.mp3"
    )
    with served(site, FOLDER) as address:
        yield address


def audio(page: Page) -> Locator:
    """Give the player of the browser."""
    return page.locator("audio")


def time(page: Page) -> float:
    """Give where the player is, in seconds."""
    return float(audio(page).evaluate("audio => audio.currentTime"))


def paused(page: Page) -> bool:
    """Tell whether the player stands still."""
    return bool(audio(page).evaluate("audio => audio.paused"))


def listen_until(page: Page, seconds: float) -> None:
    """Play until the recording has come this far, and stop."""
    audio(page).evaluate(
        """(audio, seconds) => new Promise((heard) => {
            audio.addEventListener("timeupdate", () => audio.currentTime >= seconds && heard());
            audio.play();
        })""",
        seconds,
    )
    audio(page).evaluate(
        """(audio) => new Promise((stopped) => {
            audio.addEventListener("pause", () => setTimeout(stopped), { once: true });
            audio.pause();
        })"""
    )


def stored(page: Page) -> str | None:
    """Give what is kept of what someone heard."""
    found = page.evaluate("key => localStorage.getItem(key)", KEY)
    return None if found is None else str(found)


def line(page: Page, words: str) -> Locator:
    """Give a line of what is said."""
    return page.locator(".lines").get_by_role("link", name=words)


def test_nothing_of_the_recording_is_fetched_before_someone_asks(visit: Visit) -> None:
    """Opening a page is no reason to spend a visitor's data."""
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.page.goto(EPISODE, wait_until="networkidle")

    assert [url for url in asked if url.endswith(".mp3")] == []
    expect(visit.page.get_by_role("button", name="15 seconden terug")).to_be_visible()


def test_the_line_and_the_chapter_that_are_heard_are_marked(visit: Visit) -> None:
    """One after the other, while the recording plays."""
    visit.page.goto(EPISODE)
    first, second = line(visit.page, "Hallo."), line(visit.page, "Dit is een voorbeeld.")
    expect(visit.page.locator("[aria-current]", has_text="Hallo.")).to_have_count(0)

    audio(visit.page).evaluate("audio => { audio.play(); }")
    expect(first).to_have_attribute("aria-current", "true")
    expect(second).to_have_attribute("aria-current", "true")
    expect(first).not_to_have_attribute("aria-current", "true")
    chapters = visit.page.locator(".chapters a[aria-current]")
    expect(chapters).to_have_text(re.compile("Vervolg & slot"))
    assert visit.complaints == []


def test_a_chapter_plays_from_its_moment(visit: Visit) -> None:
    """The recording plays on from there, and its length is that of the file."""
    visit.page.goto(EPISODE)

    visit.page.locator(".chapters").get_by_role("link", name="Vervolg & slot").click()
    audio(visit.page).evaluate(
        "audio => new Promise(heard => audio.addEventListener('timeupdate', () => audio.currentTime > 1.2 && heard()))"
    )
    assert 2.5 < audio(visit.page).evaluate("audio => audio.duration") < 3.5
    assert visit.complaints == []


def test_a_line_plays_from_its_moment(visit: Visit) -> None:
    """Exactly where it begins, and it is marked at once."""
    visit.page.goto(EPISODE)

    line(visit.page, "Dit is een voorbeeld.").click()
    expect(line(visit.page, "Dit is een voorbeeld.")).to_have_attribute("aria-current", "true")
    assert time(visit.page) >= 1.1
    assert not paused(visit.page)


def test_the_keyboard_walks_through_the_lines_from_one_stop(visit: Visit) -> None:
    """Tab stops once, however long the text; arrows, Home and End move, and Enter plays."""
    visit.page.goto(EPISODE)
    expect(visit.page.locator(".lines a[tabindex='0']")).to_have_count(1)
    visit.page.locator(".lines a[tabindex='0']").focus()

    visit.page.keyboard.press("ArrowDown")
    expect(line(visit.page, "Dit is een voorbeeld.")).to_be_focused()
    visit.page.keyboard.press("ArrowDown")
    expect(line(visit.page, "Dit is een voorbeeld.")).to_be_focused()
    visit.page.keyboard.press("Home")
    expect(line(visit.page, "Hallo.")).to_be_focused()
    visit.page.keyboard.press("End")
    visit.page.keyboard.press("Enter")
    assert time(visit.page) >= 1.1
    assert not paused(visit.page)
    visit.page.keyboard.press("Tab")
    expect(visit.page.locator(".lines a:focus")).to_have_count(0)


def test_keys_work_in_the_player_only(long_address: str, visit: Visit) -> None:
    """`k`, `j` and `l` do nothing elsewhere on the page (WCAG 2.2, 2.1.4)."""
    visit.page.goto(f"{long_address}{EPISODE}")
    visit.page.keyboard.press("k")
    assert paused(visit.page)

    visit.page.get_by_role("button", name="15 seconden vooruit").focus()
    visit.page.keyboard.press("k")
    audio(visit.page).evaluate(
        "audio => audio.readyState || new Promise(ready => audio.addEventListener('canplay', ready))"
    )
    assert not paused(visit.page)
    visit.page.keyboard.press("l")
    assert 15 <= time(visit.page) < 17
    visit.page.keyboard.press("j")
    assert time(visit.page) < 3
    visit.page.keyboard.press("K")
    assert paused(visit.page)
    visit.page.get_by_label("Snelheid").focus()
    visit.page.keyboard.press("k")
    assert paused(visit.page)


def test_fifteen_seconds_back_and_forward_stay_inside_the_recording(
    long_address: str, visit: Visit
) -> None:
    """Before the beginning and after the end there is nothing."""
    visit.page.goto(f"{long_address}{EPISODE}#t=100")
    forward = visit.page.get_by_role("button", name="15 seconden vooruit")
    back = visit.page.get_by_role("button", name="15 seconden terug")
    expect(audio(visit.page)).to_have_js_property("readyState", 4)

    forward.click()
    assert time(visit.page) == pytest.approx(115, abs=0.1)
    back.click()
    back.click()
    assert time(visit.page) == pytest.approx(85, abs=0.1)
    for _ in range(10):
        back.click()
    assert time(visit.page) == 0
    for _ in range(20):
        forward.click()
    assert time(visit.page) == audio(visit.page).evaluate("audio => audio.duration")


def test_the_speed_that_is_chosen_is_the_speed_of_the_recording(visit: Visit) -> None:
    """From 0.8 to 2 times, chosen before or while it plays."""
    visit.page.goto(EPISODE)
    speed = visit.page.get_by_label("Snelheid")
    expect(speed).to_have_value("1")
    assert speed.locator("option").all_inner_texts() == [
        "0,8×",
        "1×",
        "1,2×",
        "1,5×",
        "1,75×",
        "2×",
    ]

    speed.select_option("2×")
    listen_until(visit.page, 0.3)
    assert audio(visit.page).evaluate("audio => audio.playbackRate") == 2
    speed.select_option("0,8×")
    assert audio(visit.page).evaluate("audio => audio.playbackRate") == 0.8
    audio(visit.page).evaluate("audio => { audio.playbackRate = 1.5; }")
    expect(speed).to_have_value("1.5")


@pytest.mark.parametrize(
    ("fragment", "seconds"), [("t=2", 2), ("t=1.5", 1.5), ("t=0:02", 2), ("t-1", 1)]
)
def test_a_link_to_a_moment_puts_the_player_there(
    visit: Visit, fragment: str, seconds: float
) -> None:
    """It waits there: a page never makes sound by itself."""
    visit.page.goto(f"{EPISODE}#{fragment}")

    expect(audio(visit.page)).to_have_js_property("readyState", 4)
    assert time(visit.page) == pytest.approx(seconds, abs=0.01)
    assert paused(visit.page)
    expect(visit.page.get_by_role("status").first).to_have_text(
        f"De speler staat klaar bij 0:0{int(seconds)}."
    )
    expect(audio(visit.page)).to_be_in_viewport()
    expect(visit.page.locator(".chapters a[aria-current]")).to_contain_text("Vervolg & slot")


def test_a_moment_in_the_address_counts_while_the_page_is_open_too(visit: Visit) -> None:
    """As when someone follows a link to another moment; what is no moment changes nothing."""
    visit.page.goto(EPISODE)
    visit.page.evaluate("location.hash = 't=2'")
    expect(audio(visit.page)).to_have_js_property("currentTime", 2)
    visit.page.evaluate("location.hash = 't-1'")
    expect(audio(visit.page)).to_have_js_property("currentTime", 1)

    for other in ("t=morgen", "tekst", "%E0%A4%A", "bestaat-niet"):
        visit.page.evaluate("other => { location.hash = other; }", other)
    visit.page.evaluate("() => new Promise(done => setTimeout(done))")
    assert time(visit.page) == 1
    assert visit.complaints == []


@pytest.mark.parametrize("address", [EPISODE, "podcast/"])
def test_the_copied_link_leads_to_this_moment_of_the_episode(
    visit: Visit, example_address: str, address: str
) -> None:
    """To its own page, also from the page with all episodes."""
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.goto(address)
    audio(visit.page).evaluate("audio => { audio.currentTime = 2.4; }")
    visit.page.get_by_role("button", name="Kopieer link naar dit moment").click()

    expect(visit.page.get_by_text("De link naar 0:02 is gekopieerd.")).to_be_visible()
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{example_address}catalogus/voorbeeld/#t=2"


def test_a_link_that_cannot_be_copied_is_shown(visit: Visit, example_address: str) -> None:
    """Some browsers refuse, and then one can still take it along."""
    visit.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
    )
    visit.page.goto(EPISODE)
    visit.page.get_by_role("button", name="Kopieer link naar dit moment").click()

    expect(visit.page.get_by_role("status").first).to_have_text(
        f"Kopiëren lukt niet in deze browser. Dit is de link: {example_address}{EPISODE}#t=0"
    )


def test_where_someone_was_is_there_again_and_can_be_forgotten(visit: Visit) -> None:
    """On this device only, not before someone listens, and not again after forgetting."""
    visit.page.goto(f"{EPISODE}#t=2")
    visit.page.goto(EPISODE)
    assert stored(visit.page) is None
    listen_until(visit.page, 1.3)
    assert stored(visit.page) == '{"voorbeeld":1}'

    visit.page.reload()
    expect(visit.page.get_by_text("Op dit apparaat onthouden: 0:01.")).to_be_visible()
    assert audio(visit.page).evaluate("audio => audio.readyState") == 0
    assert paused(visit.page)
    audio(visit.page).evaluate("audio => { audio.play(); }")
    expect(line(visit.page, "Dit is een voorbeeld.")).to_have_attribute("aria-current", "true")
    assert time(visit.page) >= 1
    audio(visit.page).evaluate("audio => audio.pause()")

    visit.page.get_by_role("button", name="Vergeet dit").click()
    assert stored(visit.page) is None
    listen_until(visit.page, 0.5)
    assert stored(visit.page) is None
    visit.page.reload()
    assert time(visit.page) == 0
    expect(visit.page.get_by_text("Op dit apparaat onthouden")).to_be_hidden()


def test_an_episode_that_is_finished_begins_again_next_time(visit: Visit) -> None:
    """Nothing is left of it on the device."""
    visit.page.goto(EPISODE)
    listen_until(visit.page, 1.2)
    assert stored(visit.page) is not None
    audio(visit.page).evaluate(
        """audio => new Promise((ended, failed) => {
            audio.addEventListener("ended", ended);
            setTimeout(() => failed("nothing ended in half a minute"), 30_000);
            audio.play();
        })"""
    )

    assert visit.page.evaluate("localStorage.length") == 0


def test_a_link_to_a_moment_counts_more_than_where_someone_was(visit: Visit) -> None:
    """Who follows a link wants to hear that."""
    visit.page.goto(EPISODE)
    listen_until(visit.page, 1.2)
    visit.page.goto("over/")
    visit.page.goto(f"{EPISODE}#t=2")

    assert time(visit.page) == 2


@pytest.mark.parametrize("odd", ["[", "null", '"x"', '{"voorbeeld":"x"}', '{"voorbeeld":-1}'])
def test_what_the_storage_holds_besides_does_no_harm(visit: Visit, odd: str) -> None:
    """Someone else may have written there."""
    visit.page.goto("over/")
    visit.page.evaluate("([key, odd]) => localStorage.setItem(key, odd)", [KEY, odd])
    visit.page.goto(EPISODE)

    expect(visit.page.get_by_role("button", name="15 seconden terug")).to_be_visible()
    assert time(visit.page) == 0
    assert visit.complaints == []


def test_the_privacy_page_forgets_everything_that_was_heard(visit: Visit) -> None:
    """Its button is there only when there is something to forget."""
    forget = visit.page.get_by_role("button", name="Vergeet waar ik was in de podcast")
    visit.page.goto("privacy/")
    expect(forget).to_be_hidden()
    visit.page.evaluate('key => localStorage.setItem(key, \'{"voorbeeld":1,"weg":9}\')', KEY)

    visit.page.reload()
    forget.click()
    expect(visit.page.get_by_text("Vergeten.")).to_be_focused()
    assert visit.page.evaluate("localStorage.length") == 0


def test_the_words_walk_along_until_the_reader_scrolls(visit: Visit) -> None:
    """Inside their own box; the page stays where it is, and a box can be ticked to walk on."""
    visit.page.emulate_media(reduced_motion="reduce")
    visit.page.set_viewport_size({"width": 1280, "height": 200})
    visit.page.goto(EPISODE)
    box, along = visit.page.locator("[data-box]"), visit.page.get_by_label("Tekst loopt mee")
    box.scroll_into_view_if_needed()
    page_at = visit.page.evaluate("scrollY")
    assert box.evaluate("box => box.scrollHeight > box.clientHeight + 10")
    seek = "(audio, seconds) => { audio.preload = 'auto'; audio.currentTime = seconds; }"

    audio(visit.page).evaluate(seek, 1.5)
    expect(line(visit.page, "Dit is een voorbeeld.")).to_have_attribute("aria-current", "true")
    assert box.evaluate("box => box.scrollTop") > 0
    box.hover()
    visit.page.mouse.wheel(0, -500)
    expect(along).not_to_be_checked()
    expect(box).to_have_js_property("scrollTop", 0)
    audio(visit.page).evaluate(seek, 0.2)
    audio(visit.page).evaluate(seek, 1.6)
    expect(line(visit.page, "Dit is een voorbeeld.")).to_have_attribute("aria-current", "true")
    assert box.evaluate("box => box.scrollTop") == 0

    along.evaluate("along => along.click()")
    assert box.evaluate("box => box.scrollTop") > 0
    assert visit.page.evaluate("scrollY") == page_at


def test_the_system_knows_what_plays(visit: Visit) -> None:
    """For the buttons of a headset and of a locked screen."""
    visit.page.goto(EPISODE)
    listen_until(visit.page, 0.2)

    told = visit.page.evaluate(
        "(({title, artist, album, artwork}) => ({title, artist, album, src: artwork[0].src}))(navigator.mediaSession.metadata)"
    )
    assert (told["title"], told["album"]) == ("Een voorbeeld om te horen", "De voorbeeldpodcast")
    assert told["artist"] == "Rijksconsultants"
    assert visit.page.request.get(told["src"]).ok


def test_a_recording_that_cannot_be_heard_says_what_to_do(visit: Visit) -> None:
    """A broken connection is no silence without a word."""
    visit.page.route("**/*.mp3", lambda route: route.abort())
    visit.page.goto(EPISODE)
    line(visit.page, "Hallo.").click()

    expect(visit.page.get_by_role("status").first).to_have_text(
        "Afspelen lukt nu niet. Kijk of je verbinding hebt, of download de mp3 hieronder."
    )


def test_search_opens_an_episode_at_the_moment_of_the_words(visit: Visit) -> None:
    """Also when the page is open already: the box closes, and the player stands there."""
    visit.page.goto("over/")
    for _ in range(2):
        visit.page.keyboard.press("Control+k")
        visit.page.get_by_role("searchbox").fill("vervolg")
        result = visit.page.get_by_role("dialog").locator(".search__results > li").first
        expect(result.get_by_role("link", name="Luister vanaf 0:01")).to_be_visible()
        result.get_by_role("link", name="Een voorbeeld om te horen").click()
        expect(visit.page).to_have_url(re.compile("/catalogus/voorbeeld/#t-1$"))
        expect(visit.page.get_by_role("dialog")).to_have_count(0)
        expect(audio(visit.page)).to_have_js_property("currentTime", 1)
        visit.page.evaluate("location.hash = ''")
    assert visit.complaints == []


def test_who_searches_a_title_comes_to_the_page(visit: Visit) -> None:
    """The moments of those words stand below the result; where nothing is said, there are none."""
    visit.page.goto("over/")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("voorbeeld")

    result = visit.page.locator(".search__results > li", has_text="Een voorbeeld om te horen")
    expect(result.get_by_role("link", name="Een voorbeeld om te horen")).to_have_attribute(
        "href", re.compile("/catalogus/voorbeeld/$")
    )
    expect(result.get_by_role("link", name="Luister vanaf 0:01")).to_be_visible()
    visit.page.get_by_role("dialog").get_by_role("searchbox").fill("krachtenveld")
    found = visit.page.locator(".search__results > li", has_text="Rondje langs de opgave")
    expect(found).to_be_visible()
    expect(found.get_by_role("link", name="Luister vanaf")).to_have_count(0)


def test_the_podcast_can_be_followed_in_an_app(visit: Visit, example_address: str) -> None:
    """The address, a QR code, a file and links for apps; all of it is there."""
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.goto("podcast/")
    visit.page.get_by_role("link", name="Luister in je eigen app").click()
    feed = "https://voorbeeld.example.org/map/goodiebag/podcast/feed.xml"
    expect(visit.page.get_by_label("Kopieer het adres van de podcast")).to_have_value(feed)
    visit.page.get_by_role("button", name="Kopieer", exact=True).click()
    expect(visit.page.get_by_text("Gekopieerd.")).to_be_visible()
    assert visit.page.evaluate("navigator.clipboard.readText()") == feed

    code = visit.page.get_by_role("img", name="QR-code met het adres van de podcast")
    code.scroll_into_view_if_needed()
    expect(code).not_to_have_js_property("naturalWidth", 0)
    file = visit.page.get_by_role("link", name="Download het adres voor je app (OPML)")
    assert visit.page.request.get(f"{example_address}podcast/{file.get_attribute('href')}").ok
    apps = visit.page.locator(".apps").get_by_role("link")
    assert [app.get_attribute("href").partition(":")[0] for app in apps.all()] == [  # type: ignore[union-attr]  # each link leads somewhere
        "podcast", "https", "pktc", "overcast", "castro", "gpodder",
    ]  # fmt: skip
    assert visit.complaints == []


@pytest.mark.parametrize("address", [EPISODE, "podcast/"])
def test_axe_finds_nothing_while_someone_listens(visit: Visit, address: str) -> None:
    """With everything unfolded, a line and a chapter marked, and a place that is kept."""
    visit.page.goto(address)
    visit.page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    listen_until(visit.page, 1.3)
    expect(visit.page.get_by_text("Op dit apparaat onthouden: 0:01.")).to_be_visible()

    assert violations_in_every_look(visit.page) == {}
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


def test_without_javascript_every_chapter_leads_to_its_words(
    browser: Browser, example_address: str
) -> None:
    """The words are all there with their times; what needs a script is not."""
    context = browser.new_context(
        base_url=example_address,
        java_script_enabled=False,
        viewport=SMALL,  # type: ignore[arg-type]  # a plain dict will do
    )
    page = context.new_page()
    page.goto(EPISODE)
    expect(page.locator("audio")).to_have_attribute("controls", "")
    expect(page.get_by_role("button", name=re.compile("15 seconden|Kopieer"))).to_have_count(0)
    expect(page.get_by_label("Tekst loopt mee")).to_be_hidden()
    expect(line(page, "Dit is een voorbeeld.")).to_have_text(re.compile("^0:01"))

    page.locator(".chapters").get_by_role("link", name="Vervolg & slot").click()
    expect(page).to_have_url(f"{example_address}{EPISODE}#t-1")
    expect(page.locator("#t-1")).to_be_in_viewport()
    context.close()
