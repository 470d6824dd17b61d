"""The guide in a real browser: from a sentence to what fits, and four questions that explain themselves."""

import re
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, Route, expect

from tests.axe import violations_in_every_look
from tests.conftest import SMALL, Visit

WIDE = {"width": 1440, "height": 900}
SIZES = pytest.mark.parametrize("size", [SMALL, WIDE], ids=["320 pixels", "1440 pixels"])
GUIDE = "wegwijzer/"


def choose(page: Page, question: str, answer: str) -> None:
    """Answer one of the questions."""
    group = page.get_by_role("group", name=question)
    group.get_by_role("radio", name=answer, exact=True).check()


def told(page: Page) -> Locator:
    """Give what the finder says of its result."""
    return page.locator(".finder").get_by_role("status")


def titles(page: Page) -> list[str]:
    """Give the titles of what the finder shows, once it shows something."""
    expect(told(page)).not_to_be_empty()
    return page.locator(".finder__found .card__title").all_inner_texts()


def reasons(page: Page) -> list[str]:
    """Give why each is there, with ordinary spaces."""
    expect(told(page)).not_to_be_empty()
    found = page.locator(".finder__found .why").all_inner_texts()
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in found]


def press_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press a key until something has focus, as someone without a mouse does."""
    for _ in range(120):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"the keyboard does not reach {target}")


# --- Situations ---------------------------------------------------------------------------------


@SIZES
def test_from_the_menu_to_what_helps_with_the_keyboard_alone(
    visit: Visit, size: dict[str, int]
) -> None:
    """Menu, sentence, entry, and back to the sentence by "Helpt bij"."""
    page = visit.page
    page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict will do
    page.goto("")
    if size is SMALL:
        press_to(page, page.get_by_role("button", name="Menu"))
        page.keyboard.press("Enter")
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    press_to(page, menu.get_by_role("link", name="Wegwijzer"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat speelt er?")

    press_to(page, page.get_by_role("link", name="“We doen het samen, maar waarheen?”"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("“We doen het samen, maar waarheen?”")
    expect(page.get_by_role("main")).to_contain_text("Je hoort in een uur wat elke partij wil.")

    press_to(page, page.get_by_role("link", name="Rondje langs de opgave"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Rondje langs de opgave")
    helps = page.get_by_role("region", name="Helpt bij")
    press_to(page, helps.get_by_role("link", name="“We doen het samen, maar waarheen?”"))
    assert visit.complaints == []


@SIZES
def test_without_javascript_the_guide_leads_to_pages_and_lists(
    browser: Browser, example_address: str, size: dict[str, int]
) -> None:
    """Situations are plain pages; the four questions are links, and no control is dead."""
    context = browser.new_context(
        base_url=example_address,
        java_script_enabled=False,
        viewport=size,  # type: ignore[arg-type]  # a plain dict will do
    )
    page = context.new_page()
    page.goto(GUIDE)
    expect(page.get_by_role("radio")).to_have_count(0)
    expect(page.get_by_role("button", name="Bekijk wat past")).to_have_count(0)
    page.locator(".finder").get_by_role("link", name="HR-adviseur").click()
    expect(page).to_have_url(f"{example_address}voor/hr-adviseur/")
    page.goto(GUIDE)
    page.locator(".finder").get_by_role("link", name="Moreel beraad").click()
    expect(page).to_have_url(f"{example_address}onderwerp/moreel-beraad/")

    page.goto(GUIDE)
    page.get_by_role("link", name="“Niemand zei iets”").click()
    expect(page.get_by_role("region", name="Eerst dit")).to_contain_text("vertrouwenspersoon")
    expect(page.get_by_role("region", name="Een eerste stap, deze week")).to_be_visible()
    page.get_by_role("link", name="Interventies voor je team").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Interventies voor je team")
    context.close()


def test_help_comes_before_everything_else(visit: Visit) -> None:
    """Where something serious goes on, the way to help is the first thing below the sentence."""
    visit.page.goto("wegwijzer/niemand-zei-iets/")

    headings = visit.page.locator("main").get_by_role("heading").all_inner_texts()
    assert headings[:4] == [
        "“Niemand zei iets”",
        "Eerst dit",
        "Wat er speelt",
        "Een eerste stap, deze week",
    ]


def test_words_that_look_like_html_are_shown_as_they_stand(visit: Visit) -> None:
    """On the page, in the title of the window and in the guide."""
    words = "“We zien elkaar < 1 keer per week & dat is <b>weinig</b>”"
    visit.page.goto(GUIDE)
    visit.page.get_by_role("link", name=words).click()

    expect(visit.page.get_by_role("heading", level=1)).to_have_text(words)
    expect(visit.page).to_have_title(f"{words} · Goodiebag")
    assert visit.complaints == []


def test_a_situation_leads_to_the_list_that_fits(visit: Visit) -> None:
    """The catalogue, with its focus areas chosen."""
    visit.page.goto("wegwijzer/samen-maar-waarheen/")
    visit.page.get_by_role("link", name="Bekijk alles hierover in de catalogus").click()

    expect(visit.page).to_have_url(re.compile(r"/catalogus/#onderwerp=gedeelde-doelen$"))
    expect(visit.page.locator("[data-results] > li")).to_have_count(2)


def test_search_finds_a_situation_by_its_keyword(visit: Visit) -> None:
    """`leeg kantoor` is a keyword of one situation only."""
    visit.page.goto("")
    visit.page.get_by_role("button", name="Zoeken").click()
    visit.page.get_by_role("searchbox").fill("leeg kantoor")

    result = visit.page.get_by_role("dialog").get_by_role("listitem")
    expect(result.filter(has_text="We zien elkaar").first).to_contain_text(
        "Situatie · Productieve werkomgeving"
    )


# --- Four questions -----------------------------------------------------------------------------


def test_each_answer_shows_what_fits_and_why(visit: Visit) -> None:
    """How many at once; what can be done from its page stands before what is only described."""
    page = visit.page
    page.goto(GUIDE)
    expect(page.get_by_role("heading", name="Dit past")).to_have_count(0)

    choose(page, "Waarover gaat het?", "Integriteit")
    expect(told(page)).to_have_text("2 stukken passen bij wat je koos.")
    assert titles(page) == [
        "Wat is het grijze gebied?",
        "Wat vragen leidinggevenden bij een lastige kwestie?",
    ]
    assert reasons(page) == ["Past: bij het thema Integriteit."] * 2

    choose(page, "Waarover gaat het?", "Maakt niet uit")
    expect(told(page)).to_contain_text("Je koos nog niets, dus alles past: 7 stukken.")
    choose(page, "Voor wie zoek je iets?", "Leidinggevende")
    choose(page, "Hoeveel tijd heb je?", "Tot 30 minuten")
    expect(told(page)).to_have_text("2 stukken passen bij wat je koos.")
    assert reasons(page) == [
        "Past: voor een leidinggevende, duurt 1 minuut.",
        "Past: voor een leidinggevende, duurt 20 tot 30 minuten.",
    ]
    choose(page, "Waar doen jullie het?", "Online")
    expect(told(page)).to_have_text("1 stuk past bij wat je koos.")
    assert reasons(page) == ["Past: voor een leidinggevende, duurt 20 tot 30 minuten, kan online."]
    assert visit.complaints == []


def test_three_of_many_are_shown(visit: Visit) -> None:
    """The rest is one link away, in the catalogue."""
    visit.page.goto(GUIDE)
    choose(visit.page, "Voor wie zoek je iets?", "Leidinggevende")
    choose(visit.page, "Voor wie zoek je iets?", "Maakt niet uit")

    expect(told(visit.page)).to_contain_text("Dit zijn de beste drie.")
    assert len(titles(visit.page)) == 3
    expect(visit.page.get_by_role("link", name="Bekijk alle 7 in de catalogus")).to_be_visible()


@pytest.mark.parametrize(
    ("answers", "told_", "first"),
    [
        (
            {"Voor wie zoek je iets?": "HR-adviseur", "Hoeveel tijd heb je?": "Tot 15 minuten"},
            [
                "Niets past bij alles wat je koos. 2 stukken passen bijna.",
                "We letten niet op de tijd (“Tot 15 minuten”). Wat er in tijd het dichtst bij komt, staat voorop.",
            ],
            "Rondje langs de opgave",
        ),
        (
            {"Voor wie zoek je iets?": "HR-adviseur", "Waar doen jullie het?": "Online"},
            [
                "Niets past bij alles wat je koos. 2 stukken passen bijna.",
                "We letten niet op de plek (“Online”). Een werkvorm kun je vaak ook ergens anders doen.",
            ],
            "Rondje langs de opgave",
        ),
        (
            {
                "Waarover gaat het?": "Integriteit",
                "Hoeveel tijd heb je?": "Tot 1 uur",
                "Waar doen jullie het?": "Op kantoor",
            },
            [
                "Niets past bij alles wat je koos. 2 stukken passen bijna.",
                "We letten niet op de plek (“Op kantoor”). Een werkvorm kun je vaak ook ergens anders doen.",
                "We letten niet op de tijd (“Tot 1 uur”). Wat er in tijd het dichtst bij komt, staat voorop.",
            ],
            "Wat is het grijze gebied?",
        ),
        (
            {"Waarover gaat het?": "Integriteit", "Voor wie zoek je iets?": "Team"},
            [
                "Niets past bij alles wat je koos. 2 stukken passen bijna.",
                "We letten niet op de doelgroep (“Team”). Wat voor een ander is gemaakt, helpt jou vaak ook.",
            ],
            "Wat is het grijze gebied?",
        ),
    ],
    ids=["time", "place", "place and time", "audience"],
)
def test_where_nothing_fits_the_least_important_answers_are_let_go(
    visit: Visit, answers: dict[str, str], told_: list[str], first: str
) -> None:
    """Place and time before audience before subject; it says which, and why."""
    visit.page.goto(GUIDE)
    for question, answer in answers.items():
        choose(visit.page, question, answer)

    expect(told(visit.page).locator("p")).to_have_text(told_)
    assert titles(visit.page)[0] == first


def test_the_result_ends_in_the_same_list(visit: Visit) -> None:
    """The link to the catalogue carries the answers that count, and shows as many there."""
    page = visit.page
    page.goto(GUIDE)
    choose(page, "Voor wie zoek je iets?", "HR-adviseur")
    choose(page, "Hoeveel tijd heb je?", "Tot 15 minuten")
    page.get_by_role("link", name="Bekijk alle 2 in de catalogus").click()

    expect(page).to_have_url(re.compile(r"/catalogus/#voor=hr-adviseur$"))
    expect(page.locator("[data-results] > li")).to_have_count(2)


def test_what_fits_can_be_put_in_the_goodiebag(visit: Visit) -> None:
    """The cards of the finder have the button that every card has, and it keeps its state."""
    page = visit.page
    page.goto(GUIDE)
    choose(page, "Waarover gaat het?", "Integriteit")
    expect(told(page)).to_have_text("2 stukken passen bij wat je koos.")
    pick = page.locator(".finder__found [data-pick=grijze-gebied]")
    pick.click()
    expect(pick).to_have_attribute("aria-pressed", "true")

    choose(page, "Voor wie zoek je iets?", "Medewerker")
    expect(told(page)).to_have_text("1 stuk past bij wat je koos.")
    expect(pick).to_have_attribute("aria-pressed", "true")
    assert visit.complaints == []


def test_a_theme_opens_the_question_about_its_focus_areas(visit: Visit) -> None:
    """Another theme closes it and forgets its answer."""
    page = visit.page
    page.goto(GUIDE)
    within = page.get_by_role("group", name="Waarover precies, binnen Integriteit?")
    expect(within).to_have_count(0)
    choose(page, "Waarover gaat het?", "Integriteit")
    choose(page, "Waarover precies, binnen Integriteit?", "Moreel beraad")
    expect(told(page)).to_have_text("1 stuk past bij wat je koos.")
    assert reasons(page) == ["Past: over moreel beraad."]
    expect(page).to_have_url(re.compile(r"#onderwerp=moreel-beraad$"))

    choose(page, "Waarover gaat het?", "Productieve werkomgeving")
    expect(within).to_have_count(0)
    expect(told(page)).to_have_text("3 stukken passen bij wat je koos.")
    choose(page, "Waarover gaat het?", "Integriteit")
    expect(within.get_by_role("radio", name="Het hele thema")).to_be_checked()


@SIZES
def test_the_questions_work_with_the_keyboard_alone(visit: Visit, size: dict[str, int]) -> None:
    """Arrows choose and focus stays there; Enter leads to the result, and Tab to its first entry."""
    page = visit.page
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict will do
    page.goto(GUIDE)
    group = page.get_by_role("group", name="Voor wie zoek je iets?")
    press_to(page, group.get_by_role("radio", name="Maakt niet uit"))
    page.keyboard.press("ArrowDown")  # round to the first
    medewerker = group.get_by_role("radio", name="Medewerker")
    expect(medewerker).to_be_focused()
    expect(told(page)).to_have_text("3 stukken passen bij wat je koos.")
    expect(medewerker).to_be_focused()

    press_to(
        page,
        page.get_by_role("group", name="Waar doen jullie het?").get_by_role(
            "radio", name="Maakt niet uit"
        ),
    )
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Dit past")).to_be_focused()
    expect(page.get_by_role("heading", name="Dit past")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Een voorbeeld om te horen").last).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert visit.complaints == []


def test_axe_finds_nothing_in_questions_with_a_result(visit: Visit) -> None:
    """With the question about focus areas open, an answer let go and cards on the page."""
    visit.page.goto(GUIDE)
    choose(visit.page, "Waarover gaat het?", "Integriteit")
    choose(visit.page, "Waar doen jullie het?", "Online")
    expect(told(visit.page).locator("p")).to_have_count(2)

    assert violations_in_every_look(visit.page) == {}


def test_every_answer_is_large_enough_to_hit(visit: Visit) -> None:
    """At least 44 pixels high, on a small screen too."""
    visit.page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # a plain dict will do
    visit.page.goto(GUIDE)
    expect(visit.page.locator(".choice").first).to_be_visible()
    boxes = [answer.bounding_box() for answer in visit.page.locator(".choice:visible").all()]

    assert len(boxes) == 18
    assert min(box["height"] for box in boxes if box) >= 44


def test_to_begin_again_empties_the_answers(visit: Visit) -> None:
    """The result goes, the address is as it was, and focus is on the first question."""
    page = visit.page
    page.goto(GUIDE)
    choose(page, "Waarover gaat het?", "Integriteit")
    expect(told(page)).not_to_be_empty()
    page.get_by_role("button", name="Begin opnieuw").click()

    expect(page.get_by_role("heading", name="Dit past")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/wegwijzer/$"))
    first = page.get_by_role("group", name="Voor wie zoek je iets?")
    expect(first.get_by_role("radio", name="Maakt niet uit")).to_be_focused()
    expect(page.get_by_role("group", name="Waarover precies, binnen Integriteit?")).to_have_count(0)


def test_answers_come_back_and_never_leave_the_browser(visit: Visit) -> None:
    """They stand behind the `#`: there again after a look at an entry, and no host sees them."""
    page = visit.page
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto(GUIDE)
    choose(page, "Waarover gaat het?", "Integriteit")
    choose(page, "Waarover precies, binnen Integriteit?", "Moreel beraad")
    choose(page, "Voor wie zoek je iets?", "HR-adviseur")
    expect(told(page)).to_have_text("1 stuk past bij wat je koos.")
    fetched = [request.url for request in asked if request.url.endswith("/catalogus/")]
    assert len(fetched) == 1

    page.locator(".finder__found").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Wat vragen leidinggevenden")
    page.go_back()
    expect(page.get_by_role("radio", name="Moreel beraad")).to_be_checked()
    expect(page.get_by_role("radio", name="HR-adviseur")).to_be_checked()
    expect(told(page)).to_have_text("1 stuk past bij wat je koos.")
    assert not [request.url for request in asked if "beraad" in urldefrag(request.url).url]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_finder_says_when_the_catalogue_cannot_be_had(visit: Visit) -> None:
    """It shows the lists instead, and tries again at the next answer."""
    page = visit.page

    def refuse(route: Route) -> None:
        route.abort()

    page.goto(GUIDE)
    expect(page.locator(".finder__lists")).to_be_hidden()
    page.route("**/catalogus/", refuse)
    choose(page, "Waarover gaat het?", "Integriteit")
    expect(told(page)).to_contain_text("De catalogus laden lukt nu niet.")
    expect(page.locator(".finder__lists").get_by_role("link", name="HR-adviseur")).to_be_visible()

    page.unroute("**/catalogus/", refuse)
    choose(page, "Waarover gaat het?", "Opgavegericht werken en wendbaar organiseren")
    expect(told(page)).to_have_text("2 stukken passen bij wat je koos.")
    expect(page.locator(".finder__lists")).to_be_hidden()
