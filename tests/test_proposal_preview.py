"""The page of a proposal as the form shows it, beside the page that a build makes of the same entry."""

from typing import Any

import pytest
from playwright.sync_api import Page

from macros.catalogue.model import KINDS
from macros.catalogue.reading import read
from macros.contents import Contents
from macros.website import dutch
from macros.catalogue.model import GroupSize, MinuteRange
from tests.conftest import Visit
from tests.project import EXAMPLE

LATER = "2026-06-01"
"""The day that counts as today where no test asks for another."""

BUILT_ONLY = (
    ".listen, .related, .opening__pick, .pick, .dates a, script, "
    # Of a recording the form knows nothing, and of what refers to an entry neither.
)

TAKE = """
(article, left) => {
    const copy = article.cloneNode(true);
    for (const part of copy.querySelectorAll(left)) part.remove();
    return copy;
}
"""

OUTLINE = """
(article) => {
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
            window.show = (await import(at("assets/js/proposal-preview.js"))).preview;
            const get = async (address) => (await fetch(at(address))).json();
            window.context = { ...await get("data/voorstel.json"), schema: await get("data/entry.schema.json") };
        }"""
    )
    return visit.page


def shown(form: Page, values: dict[str, Any], left: str = "", **known: Any) -> Any:
    """Give the outline of the preview of these values: names, classes, texts and addresses."""
    known = {"day": LATER, **known}
    return form.evaluate(
        f"""([values, known, left]) => {{
            const made = show(values, {{ ...context, ...known, day: new Date(known.day) }});
            document.body.append(made);
            return ({OUTLINE})(left ? ({TAKE})(made, left) : made);
        }}""",
        [values, known, left],
    )


def built(form: Page, id: str, left: str) -> Any:
    """Give the outline of the page that was built of an entry, without these parts."""
    form.goto(f"catalogus/{id}/")
    return form.evaluate(
        f"left => ({OUTLINE})(({TAKE})(document.querySelector('article.entry'), left))", left
    )


def test_every_kind_looks_as_it_will(form: Page, example: Contents) -> None:
    """Every element, class, text, language and address, in order; what only a build knows left out."""
    seen = set()
    left = BUILT_ONLY.strip().rstrip(",")
    outlines = {
        entry.id: shown(form, values_of(entry.id), left, id=entry.id, theme=entry.theme)
        for entry in example.catalogue.entries.values()
    }
    for entry in example.catalogue.entries.values():
        assert outlines[entry.id] == built(form, entry.id, left), entry.id
        seen.add(entry.kind)
    assert seen == set(KINDS)
