"""The lists that need no script: a page for each kind, focus area and audience that has entries.

Themes have hand-written pages of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from macros import addresses
from macros.catalogue.model import KINDS, Entry
from macros.catalogue.vocabulary import Vocabulary
from macros.website.facets import kind_slug
from macros.website.made import Made
from macros.website.rendering import Renderer


@dataclass(frozen=True)
class _List:
    """One list: its address, what stands above it, and the choice in /catalogus/ that equals it."""

    address: str
    eyebrow: str
    heading: str
    lead: str
    description: str
    filtered: str
    entries: tuple[Entry, ...]
    colour: str | None = None


def pages(renderer: Renderer) -> Iterator[Made]:
    """Yield a page for each list that has entries."""
    for part in (*_kinds(renderer), *_focus_areas(renderer), *_audiences(renderer)):
        if part.entries:
            yield Made(
                address=part.address,
                source=Vocabulary.FILE,
                meta=partial(_meta, part),
                body=partial(_body, renderer, part),
                parts=(part,),
            )


def _meta(part: _List) -> dict[str, Any]:
    return {
        "title": f"{part.heading} ({part.eyebrow.lower()})",
        "description": part.description,
        "theme_colour": part.colour,
        "hide_from_search": True,
        "breadcrumb": [
            {"title": "Home", "path": addresses.HOME},
            {"title": "Catalogus", "path": addresses.CATALOGUE},
        ],
    }


def _body(renderer: Renderer, part: _List, base: str) -> Markup:
    return renderer.render("list.html", base, part=part)


def _kinds(renderer: Renderer) -> Iterator[_List]:
    for kind, model in KINDS.items():
        slug, name = kind_slug(kind), model.kind_label_plural
        found = renderer.contents.catalogue.select(kind=kind)
        yield _List(
            addresses.kind_list(slug),
            "Soort",
            name,
            "",
            f"{_number(found)} van de soort {model.kind_label.lower()} in de goodiebag, bij elkaar op één pagina.",
            addresses.filtered(soort=slug),
            found,
        )


def _focus_areas(renderer: Renderer) -> Iterator[_List]:
    catalogue = renderer.contents.catalogue
    for area in catalogue.vocabulary.focus_areas:
        found = catalogue.select(focus_area=area.id)
        yield _List(
            addresses.focus_area_list(area.id),
            "Onderwerp",
            area.label,
            area.definition,
            f"{_number(found)} van de goodiebag over het onderwerp {area.label}, bij elkaar op één pagina.",
            addresses.filtered(onderwerp=area.id),
            found,
            catalogue.vocabulary.theme(area.theme).colour,
        )


def _audiences(renderer: Renderer) -> Iterator[_List]:
    catalogue = renderer.contents.catalogue
    for audience in catalogue.vocabulary.audiences:
        found = catalogue.select(audience=audience.id)
        yield _List(
            addresses.audience_list(audience.id),
            "Voor wie",
            audience.label,
            audience.definition,
            f"{_number(found)} van de goodiebag voor wie dit is: {audience.label}. Bij elkaar op één pagina.",
            addresses.filtered(voor=audience.id),
            found,
        )


def _number(found: tuple[Entry, ...]) -> str:
    return f"{len(found)} {'stuk' if len(found) == 1 else 'stukken'}"
