"""The page of a proposal as the form shows it, beside the page that a build makes of the same entry."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.catalogue.model import KINDS
from macros.catalogue.reading import read
from macros.contents import Contents
from macros.website.rendering import Renderer
from tests.conftest import Visit
from tests.project import EXAMPLE, SITE_URL

TODAY = "2021-01-01"
"""The day that counts as today where no test asks for another: nothing is stale yet."""

BUILT_ONLY = ".listen, .related, .opening__pick, .on-paper, .pick, .dates a"
"""A player, what refers to an entry, buttons and a code that need one: a proposal has none of these."""

TAKE = """
(article, left) => {
    const copy = article.cloneNode(true);
    for (const part of copy.querySelectorAll(left)) part.remove();
    return copy;
}
"""

OUTLINE = """
(article) => {
    article.normalize();
    const outline = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? [node.data.replace(/[ \\n]+/g, " ").trim()] : [];
        const names = [...node.classList].sort().map((name) => `.${name}`).join("");
        const told = [node.localName + names];
        for (const name of ["lang", "tabindex", "alt", "title"]) if (node.hasAttribute(name)) told.push(`${name}=${node.getAttribute(name)}`);
        if (node.href) told.push(`href=${node.href}`);
        if (node.localName === "img") told.push(`src=${node.src}`);
        return [told.join(" "), ...[...node.childNodes].filter((part) => part.nodeType !== Node.COMMENT_NODE).map(outline).filter((part) => part.length)];
    };
    return outline(article);
}
"""


def values_of(id: str) -> dict[str, Any]:
    """Give what an entry of the example says."""
    [file] = (EXAMPLE / "catalogue/entries").rglob(f"{id}.yml")
    data = read(file, file.name).data
    assert isinstance(data, dict)
    return data


@pytest.fixture
def form(visit: Visit) -> Page:
    """A page of the example's site that knows what the form knows."""
    visit.page.goto("over/")
    visit.page.evaluate(
        """async () => {
            const at = (address) => new URL(`../${address}`, document.baseURI).href;
            window.root = at("");
            window.show = (await import(at("assets/js/proposal-preview.js"))).preview;
            const get = async (address) => (await fetch(at(address))).json();
            window.context = await get("data/voorstel.json");
        }"""
    )
    return visit.page


def shown(form: Page, values: dict[str, Any], left: str = "", **known: Any) -> Any:
    """Give the outline of the preview of these values: names, classes, texts and addresses."""
    known = {"day": TODAY, **known}
    return form.evaluate(
        f"""([values, known, left]) => {{
            const made = show(values, {{ ...context, ...known, day: new Date(known.day) }});
            return ({OUTLINE})(left ? ({TAKE})(made, left) : made);
        }}""",
        [values, known, left],
    )


def rendered(form: Page, contents: Contents, id: str, left: str, day: str = TODAY) -> Any:
    """Give the outline of the page that the templates make of an entry, on that day, without these parts."""
    html = Renderer(contents, SITE_URL, date.fromisoformat(day)).entry(
        contents.catalogue.entries[id], "../../"
    )
    form.evaluate("id => history.replaceState(null, '', `${root}catalogus/${id}/`)", id)
    return form.evaluate(
        f"""([html, left]) => {{
            const {{ body }} = new DOMParser().parseFromString(html, "text/html");
            return ({OUTLINE})(({TAKE})(body.firstElementChild, left));
        }}""",
        [html, left],
    )


def part(outline: Any, name: str) -> Any:
    """Give the first part of an outline whose name begins like this; None where there is none."""
    if isinstance(outline, str):
        return None
    if outline[0].startswith(name):
        return outline
    return next((found for inside in outline[1:] if (found := part(inside, name))), None)


def test_every_kind_looks_as_it_will(form: Page, example: Contents) -> None:
    """Every element, class, text, language and address, in order; what only a build knows left out."""
    entries = example.catalogue.entries.values()
    for entry in entries:
        found = shown(form, values_of(entry.id), BUILT_ONLY, id=entry.id, theme=entry.theme)
        assert found == rendered(form, example, entry.id, BUILT_ONLY), entry.id
    assert {entry.kind for entry in entries} == set(KINDS)


def test_the_built_page_is_what_the_templates_make(form: Page) -> None:
    """What the other tests look at is what a visitor sees."""
    id = "goed-gesprek-in-twintig-minuten"
    found = shown(form, values_of(id), BUILT_ONLY, id=id, theme="productieve-werkomgeving")
    form.goto(f"catalogus/{id}/")

    assert found == form.evaluate(
        f"left => ({OUTLINE})(({TAKE})(document.querySelector('article.entry'), left))", BUILT_ONLY
    )


def test_an_episode_without_a_recording_shows_who_speaks_and_when(
    form: Page, example: Contents
) -> None:
    """As the page does while there is no recording."""
    silent = replace(example, episodes=())
    left = BUILT_ONLY.replace(".listen, ", "")

    found = shown(
        form, values_of("voorbeeld"), left, id="voorbeeld", theme="productieve-werkomgeving"
    )
    assert part(found, "section.listen")
    assert found == rendered(form, silent, "voorbeeld", left)


def test_what_an_entry_names_itself_stands_below_it(form: Page, example: Contents) -> None:
    """The cards under each of its relations, as on its page; what names this entry only a build knows."""
    left = ".pick, .dates a, .helps"
    for entry in example.catalogue.entries.values():
        found = part(
            shown(form, values_of(entry.id), left, id=entry.id, theme=entry.theme),
            "div.related__groups",
        )
        there = part(rendered(form, example, entry.id, left), "div.related__groups")
        assert bool(found) == bool(entry.related)
        if found:
            assert found == there[: len(found)], entry.id


@pytest.mark.parametrize(("day", "stale"), [("2022-12-04", False), ("2022-12-05", True)])
def test_what_nobody_checked_for_two_years_says_so(
    form: Page, example: Contents, day: str, stale: bool
) -> None:
    """Two years after 4 December 2020, and no day earlier."""
    found = shown(
        form,
        values_of("rondje-opgave"),
        BUILT_ONLY,
        id="rondje-opgave",
        theme="opgavegericht-werken",
        day=day,
    )

    assert bool(part(found, "p.notice.notice--stale")) is stale
    assert found == rendered(form, example, "rondje-opgave", BUILT_ONLY, day)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form_shows_an_empty_page(form: Page, kind: str) -> None:
    """With a title that says that there is none yet."""
    found = shown(form, {"kind": kind})

    assert part(found, "h1") == ["h1", ["Nog zonder titel"]]
    assert "undefined" not in str(found)
    assert "false" not in str(found)


def test_half_of_a_form_is_shown_too(form: Page) -> None:
    """Blocks of which a part is filled in, numbers that make no sense and words that nobody knows."""
    values = {
        "kind": "method",
        "title": "Half",
        "duration": {"min": 60},
        "group_size": {"max": 3},
        "preparation": 0,
        "audience": ["onbekend"],
        "steps": [{}, {"title": "Een"}],
        "variations": [{"title": "Zo"}],
        "related": [{"entry": "bestaat-niet", "how": "follows"}, {}],
        "provenance": {},
        "published": "2026-13-45",
        "links": [{"title": "Kwaad", "url": "javascript:alert(1)"}, {}],
        "downloads": [{"title": "Blad"}],
        "book": {},
    }
    found = shown(form, values)

    assert part(found, "dl.facts") == [
        "dl.facts",
        ["div", ["dt", ["Voor wie"]], ["dd", ["ul.plain", ["li", ["onbekend"]]]]],
    ]
    assert "javascript" not in str(found)
    assert "undefined" not in str(found)
    assert part(found, "ol.steps") == [
        "ol.steps",
        ["li.step", ["h3.step__title"]],
        ["li.step", ["h3.step__title", ["Een"]]],
    ]
    assert part(found, "section.related") is None


def test_what_was_typed_is_never_code(form: Page, visit: Visit) -> None:
    """HTML, scripts and addresses in any field come out as text."""
    bad = '<img src=x onerror="document.title=1"><script>document.title=2</script> [x](javascript:document.title=3)'
    values = {
        "kind": "book-review", "title": bad, "subtitle": bad, "summary": bad, "body": bad, "lang": '"><b>',
        "keywords": [bad], "reviewer": bad, "takeaways": [bad], "series": bad,
        "book": {"title": bad, "authors": [bad], "publisher": bad}, "focus_areas": [bad], "audience": [bad],
        "provenance": {"origin": "editorial", "note": bad},
        "downloads": [{"title": bad, "file": bad}], "links": [{"title": bad, "url": bad}],
    }  # fmt: skip
    tags = form.evaluate(
        """v => {
            const made = show(v, context);
            document.body.append(made);
            return made.querySelectorAll("script, img, b, [onerror], [href^=javascript]").length;
        }""",
        values,
    )
    form.wait_for_timeout(200)

    assert tags == 0
    assert form.title() not in ("1", "2", "3")
    assert visit.complaints == []
