"""The five main tasks as someone hears them: roles, names and announcements, in their order.

No selector, place or colour is used here. What these tests cannot find by its role and name, a
screen reader cannot tell either. `TASKS` of macros/website/tested.py names the tasks for the page
about accessibility.
"""

from playwright.sync_api import Locator, Page, expect

from tests.conftest import Visit


def heard(where: Page | Locator, *lines: str) -> None:
    """Wait until these roles and names are told in this order; other things may come in between.

    A line is what Playwright calls an aria snapshot: `link "Home"`, two spaces for what is inside.
    """
    part = where.get_by_role("main") if isinstance(where, Page) else where
    expect(part).to_match_aria_snapshot("\n".join(f"- {line}" for line in lines))


def announced(page: Page, words: str) -> None:
    """Wait until a live region says this, wherever focus is."""
    expect(page.get_by_role("status").filter(has_text=words)).to_have_count(1)


def test_find_by_words(visit: Visit) -> None:
    """The number of results is announced while typing; each says its kind, theme and why it is there."""
    page = visit.page
    page.goto("")
    heard(page.get_by_role("banner"), 'navigation "Hoofdmenu"', 'button "Zoeken"')
    page.get_by_role("button", name="Zoeken", exact=True).press("Enter")
    dialog = page.get_by_role("dialog", name="Zoeken")
    expect(dialog.get_by_role("searchbox", name="Zoek in de catalogus")).to_be_focused()

    page.keyboard.type("saamhorigheid")
    announced(page, "3 resultaten voor ‘saamhorigheid’.")
    result = dialog.get_by_role("listitem").filter(has_text="Een kort gesprek")
    heard(
        result,
        'listitem:\n  - paragraph:\n    - link "Goed gesprek in twintig minuten"\n'
        "  - paragraph: Interventie · Productieve werkomgeving\n"
        "  - paragraph: /Een kort gesprek/\n"
        "  - paragraph: /Gevonden op ‘saamhorigheid’, een ander woord voor/",
    )
    result.get_by_role("link").press("Enter")

    heard(
        page,
        'navigation "Kruimelpad"',
        'article:\n  - heading "Goed gesprek in twintig minuten" [level=1]\n'
        '  - button /in mijn goodiebag/\n  - heading "In het kort" [level=2]\n'
        "  - term: Tijd\n  - definition: 20 tot 30 minuten",
    )


def test_filter_the_catalogue(visit: Visit) -> None:
    """Each choice is in a named group and tells how much it leaves; the outcome is announced."""
    page = visit.page
    page.goto("catalogus/")
    filters = page.get_by_role("form", name="Filters")
    time = filters.get_by_role("group", name="Hoeveel tijd heb je?").last
    kinds = filters.get_by_role("group", name="Soort").last
    announced(page, "7 stukken")

    time.get_by_role("radio", name="Tot 30 minuten 2").press("Space")
    announced(page, "2 van de 7 stukken")
    kinds.get_by_role("checkbox", name="Interventies 1").press("Space")
    announced(page, "1 van de 7 stukken")
    expect(kinds.get_by_role("checkbox", name="Interventies 1")).to_be_checked()
    heard(
        page,
        'heading "Catalogus" [level=1]',
        'search "De catalogus doorzoeken"',
        'form "Filters"',
        'combobox "Volgorde"',
        "status: 1 van de 7 stukken",
        "list:\n  - listitem:\n    - article:\n      - paragraph: Interventie\n"
        '      - heading "Goed gesprek in twintig minuten" [level=3]\n'
        '      - list:\n        - listitem: "Tijd: 20 tot 30 minuten"',
    )


def test_listen_to_an_episode(visit: Visit) -> None:
    """Who made the voice is told before it sounds; chapters and lines are links that say their time."""
    page = visit.page
    page.goto("podcast/")
    page.get_by_role("link", name="Aflevering 1: Een voorbeeld om te horen").press("Enter")
    listening = page.get_by_role("region", name="Luisteren")
    heard(
        listening,
        'region "Luisteren":\n  - heading "Luisteren" [level=2]\n'
        "  - paragraph: Deze aflevering is ingesproken door een computerstem.\n"
        '  - group "Bediening van Een voorbeeld om te horen":\n'
        '    - button "15 seconden terug"\n    - button "15 seconden vooruit"\n'
        '    - combobox "Snelheid"\n    - button "Kopieer link naar dit moment"\n'
        '  - heading "Hoofdstukken" [level=3]\n  - list:\n    - listitem:\n      - link "0:00 Begin"\n'
        '  - region "Lees mee":\n    - heading "Lees mee" [level=3]\n'
        '    - checkbox "Tekst loopt mee" [checked]',
    )

    listening.get_by_role("link", name="0:01 Vervolg & slot").press("Enter")
    player = page.get_by_label("Speel af: Een voorbeeld om te horen")
    expect(player).to_have_js_property("paused", False)
    page.context.grant_permissions(["clipboard-write"])
    listening.get_by_role("button", name="Kopieer link naar dit moment").press("Enter")
    announced(page, "is gekopieerd.")


def test_put_in_the_goodiebag_and_in_order(visit: Visit) -> None:
    """The button tells whether it is pressed, the link how much there is, and each move its place."""
    page = visit.page
    for address in ("rondje-opgave", "goed-gesprek-in-twintig-minuten"):
        page.goto(f"catalogus/{address}/")
        button = page.get_by_role("article").get_by_role("button", name="in mijn goodiebag").first
        expect(button).to_have_attribute("aria-pressed", "false")
        button.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
    page.get_by_role("banner").get_by_role("link", name="Mijn goodiebag 2 stukken").press("Enter")
    heard(
        page,
        'heading "Mijn goodiebag" [level=1]',
        'textbox "Naam van je programma"',
        'heading "Je programma" [level=2]',
        "paragraph: 2 onderdelen, samen 1,5 uur. Van 9.00 tot 10.30.",
        'list:\n  - listitem "Rondje langs de opgave":\n'
        '    - button "Omhoog Rondje langs de opgave" [disabled]\n'
        '    - button "Omlaag Rondje langs de opgave"\n'
        '  - listitem "Goed gesprek in twintig minuten"',
    )

    down = page.get_by_role("button", name="Omlaag Rondje langs de opgave")
    down.press("Enter")
    announced(page, "“Rondje langs de opgave” staat nu op plaats 2 van 2.")
    expect(down).to_be_focused()
    heard(
        page,
        'list:\n  - listitem "Goed gesprek in twintig minuten"\n'
        '  - listitem "Rondje langs de opgave"',
    )
    page.get_by_role("button", name="Haal weg Rondje langs de opgave").press("Enter")
    announced(page, "“Rondje langs de opgave” is eruit gehaald.")
    expect(page.get_by_role("heading", name="Goed gesprek in twintig minuten")).to_be_focused()


def test_propose_an_entry(visit: Visit) -> None:
    """What lacks is read out as one list with focus on it; each fault leads to its field."""
    page = visit.page
    page.goto("bijdragen/voorstel/")
    page.get_by_role("group", name="Wat wil je toevoegen?").get_by_role(
        "radio", name="Achtergrond"
    ).press("Space")
    onward = page.get_by_role("button", name="Controleer en ga verder")
    onward.press("Enter")
    summary = page.get_by_role("group", name="Er zijn nog 4 dingen om naar te kijken")
    expect(summary).to_be_focused()
    heard(
        summary,
        'heading "Er zijn nog 4 dingen om naar te kijken" [level=2]',
        "list:\n  - listitem:\n    - link /Bij welk thema hoort het/\n"
        "  - listitem:\n    - link /Titel/\n  - listitem:\n    - link /Samenvatting/\n"
        "  - listitem:\n    - link /Voor wie/",
    )

    summary.get_by_role("link", name="Titel").press("Enter")
    title = page.get_by_role("textbox", name="Titel", exact=True)
    expect(title).to_be_focused()
    expect(title).to_have_attribute("aria-invalid", "true")
    page.keyboard.type("Wandelen zonder agenda")
    page.get_by_role("textbox", name="Samenvatting", exact=True).fill("Jullie lopen een rondje.")
    page.get_by_role("radio", name="Integriteit").press("Space")
    page.get_by_role("group", name="Voor wie").get_by_role("checkbox", name="Team").press("Space")
    onward.press("Enter")
    expect(page.get_by_role("heading", name="Verstuur je voorstel")).to_be_focused()
