"""The guide: the page of each situation, and what stands near it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from macros import addresses
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.situations import Situation, Situations
from macros.catalogue.vocabulary import Theme
from macros.website.made import Made
from macros.website.rendering import Renderer

STYLES = ["assets/css/guide.css"]
NEAR = 3
"""How many other situations a page leads to."""


def pages(renderer: Renderer) -> Iterator[Made]:
    """Yield the page of each situation, in the order of the guide."""
    catalogue = renderer.contents.catalogue
    for situation in catalogue.guide.situations:
        near = nearby(catalogue, situation)
        yield Made(
            address=addresses.situation(situation.id),
            source=Situations.FILE,
            meta=partial(meta, renderer, situation),
            body=partial(body, renderer, situation),
            parts=(
                situation,
                near,
                tuple(catalogue.entries[fit.entry] for fit in situation.entries),
            ),
        )


def meta(renderer: Renderer, situation: Situation) -> dict[str, Any]:
    """Give title, description and the like, for the frame around the page."""
    catalogue = renderer.contents.catalogue
    theme = theme_of(catalogue, situation)
    number = len(situation.entries)
    return {
        "title": quoted(situation),
        "description": f"{quoted(situation)} Lees wat er speelt, wat je deze week kunt doen en welke {number} stukken uit de goodiebag daarbij passen.",
        "kind_label": "Situatie",
        "theme": theme.id,
        "theme_label": theme.label,
        "theme_colour": theme.colour,
        "og_type": "article",
        "breadcrumb": [
            {"title": "Home", "path": addresses.HOME},
            {"title": "Wegwijzer", "path": addresses.GUIDE},
        ],
        "search_words": search_words(catalogue, situation),
        "styles": STYLES,
    }


def body(renderer: Renderer, situation: Situation, base: str) -> Markup:
    """Render what stands within the frame."""
    catalogue = renderer.contents.catalogue
    words = catalogue.vocabulary
    return renderer.render(
        "situation.html",
        base,
        situation=situation,
        theme=theme_of(catalogue, situation),
        said_by=[words.audience(id) for id in situation.who],
        areas=[words.focus_area(id) for id in situation.focus_areas],
        fits=[(fit, catalogue.entries[fit.entry]) for fit in situation.entries],
        nearby=nearby(catalogue, situation),
    )


def quoted(situation: Situation) -> str:
    """Give the words as a quotation: `“We zien elkaar nauwelijks nog”`."""
    return f"“{situation.words}”"


def theme_of(catalogue: Catalogue, situation: Situation) -> Theme:
    """Give the theme of a situation: that of its first focus area."""
    words = catalogue.vocabulary
    return words.theme(words.focus_area(situation.focus_areas[0]).theme)


def nearby(catalogue: Catalogue, situation: Situation) -> tuple[Situation, ...]:
    """Give the other situations that share most with this one, at most three, the nearest first.

    A shared focus area counts double, a shared entry once.
    """
    own = {fit.entry for fit in situation.entries}

    def shared(other: Situation) -> int:
        areas = set(situation.focus_areas) & set(other.focus_areas)
        return 2 * len(areas) + len(own & {fit.entry for fit in other.entries})

    others = [
        item for item in catalogue.guide.situations if item.id != situation.id and shared(item)
    ]
    return tuple(sorted(others, key=shared, reverse=True)[:NEAR])


def search_words(catalogue: Catalogue, situation: Situation) -> str:
    """Give the words under which the search finds a situation besides those of its own text.

    As with entries: a label, then its synonyms, and a semicolon before the next.
    """
    words = catalogue.vocabulary
    concepts = [
        theme_of(catalogue, situation),
        *map(words.focus_area, situation.focus_areas),
        *map(words.audience, situation.who),
    ]
    told = [", ".join([concept.label, *concept.synonyms]) for concept in concepts]
    return "; ".join([*situation.keywords, *told])
