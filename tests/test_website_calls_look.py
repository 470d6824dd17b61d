"""The page about the look: real parts, real colours, and states as they really are."""

from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Locator, expect

from macros.contents import Contents
from macros.website import calls_look, tokens
from macros.website.calls import MacroFault, Page
from macros.website.page_macros import call
from macros.website.rendering import Renderer
from tests.conftest import Visit
from tests.project import ROOT

CSS = (ROOT / "docs/assets/css/tokens.css").read_text(encoding="utf-8")
LOOKS = ("backgroundColor", "borderColor", "color", "textDecorationLine", "outline", "boxShadow")


@pytest.fixture
def page(example: Contents) -> Page:
    """A page one folder below the root, with the colours of the site."""
    day = date(2026, 11, 21)
    renderer = Renderer(example, "https://voorbeeld.example.org/", day, tokens=tokens.read(CSS))
    return Page(renderer, "../")


def looks(thing: Locator) -> dict[str, str]:
    """Give how something looks right now, in what a state can change."""
    found: dict[str, str] = thing.evaluate(
        "(made, names) => Object.fromEntries(names.map((name) => [name, getComputedStyle(made)[name]]))",
        list(LOOKS),
    )
    return found


def test_colours_are_shown_as_the_style_sheet_has_them_in_light_and_in_dark(page: Page) -> None:
    """With the name, what it is for, and the word decoration where it is no more than that."""
    html = call("look", page, ("colours",), {})

    assert html.count('class="swatch"') == len(page.renderer.tokens.colours())
    assert 'fill="#1f6138"/><rect x="48" width="48" height="48" fill="#a4d8a0"' in html
    assert "Blad: alles wat je kunt doen" in html
    assert html.count("· versiering") == len(tokens.DECORATION)


def test_a_contrast_is_rounded_down(page: Page) -> None:
    """4.49 does not count as 4.5, so it must not read so."""
    light = {**page.renderer.tokens.light, "ink-soft": "#777777", "paper": "#ffffff"}
    grey = replace(page.renderer, tokens=replace(page.renderer.tokens, light=light))

    html = call("look", Page(grey, page.base), ("contrast",), {})

    row = html.split('<th scope="row"><code>ink-soft</code></th><td><code>paper</code>')[1]
    assert "4,4 : 1" in row.split("</tr>")[0].replace("\N{NO-BREAK SPACE}", " ")


def test_parts_are_those_of_an_entry(page: Page) -> None:
    """Steps, labels and the word about whose it is come from the same templates as its own page."""
    entry = next(
        entry
        for entry in page.renderer.contents.catalogue.entries.values()
        if len(getattr(entry, "steps", ())) > 1
    )
    own = page.renderer.entry(entry, page.base)

    for part, opening in (("chips", '<p class="chips"'), ("notices", '<aside class="notice')):
        html = str(call("look", page, (part,), {}))
        ending = "</p>" if part == "chips" else "</aside>"
        shown = opening + html.split(opening)[1].split(ending)[0] + ending
        assert shown in own
    assert call("look", page, ("steps",), {}).count('class="step"') == 2


@pytest.mark.parametrize(
    ("css", "told"),
    [
        ("", "docs/assets/css/tokens.css ontbreekt of is leeg"),
        (":root { --ink: #111111; }", "ontbreekt de kleur --paper"),
    ],
)
def test_a_style_sheet_without_the_colours_is_told(page: Page, css: str, told: str) -> None:
    """Who replaces tokens.css hears which colour the parts need."""
    bare = replace(page.renderer, tokens=tokens.read(css))

    with pytest.raises(MacroFault, match=told):
        call("look", Page(bare, page.base), ("colours",), {})


def test_a_part_that_is_not_there_is_told(page: Page) -> None:
    """With the one that was meant."""
    with pytest.raises(MacroFault, match="buttons"):
        call("look", page, ("butons",), {})
    assert all(call("look", page, (part,), {}).strip() for part in calls_look.PARTS)


def test_a_state_that_stands_still_looks_as_the_real_one(visit: Visit) -> None:
    """A button under the mouse and one with focus look as the page says; colours stay when forced."""
    page = visit.page
    page.emulate_media(reduced_motion="reduce")
    page.goto("vormgeving/")
    state = {
        name: page.locator(f'[data-state="{name}"]')
        for name in ("rest", "hover", "focus", "quiet", "quiet-hover")
    }

    for real, still in (("rest", "hover"), ("quiet", "quiet-hover")):
        shown = looks(state[still])
        assert shown != looks(state[real])
        state[real].hover()
        assert looks(state[real]) == shown
    page.mouse.move(0, 0)
    shown = looks(state["focus"])
    assert shown != looks(state["rest"])
    state["rest"].focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert looks(state["rest"]) == shown

    page.emulate_media(forced_colors="active")
    swatch = page.locator(".swatch rect").first
    expect(swatch).to_have_css("fill", "rgb(255, 250, 240)")
    page.emulate_media(media="print", forced_colors="none")
    expect(state["rest"]).to_be_visible()
    assert visit.complaints == []
