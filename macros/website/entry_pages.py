"""The page of each entry: its address, its ingredients and what the theme needs to know of it."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from macros import addresses
from macros.catalogue.model import BookReview, Collection, Entry, Method, Podcast
from macros.contents import Contents
from macros.website import facets, search, social_card, structured_data
from macros.website.made import Made
from macros.website.per_entry import per_entry
from macros.website.rendering import Renderer


def pages(renderer: Renderer) -> Iterator[Made]:
    """Yield the page of each entry, in the order of the catalogue."""
    for entry in renderer.contents.catalogue.entries.values():
        yield page(renderer, entry)


def page(renderer: Renderer, entry: Entry) -> Made:
    """Give the page of an entry."""
    return Made(
        address=addresses.entry(entry.id),
        source=entry.path,
        meta=partial(meta, renderer, entry),
        body=partial(renderer.entry, entry),
        parts=ingredients(renderer.contents, entry),
    )


def meta(renderer: Renderer, entry: Entry) -> dict[str, Any]:
    """Give title, description, structured data and the like, for the frame around the page."""
    catalogue = renderer.contents.catalogue
    theme = catalogue.vocabulary.theme(entry.theme)
    return {
        "title": entry.title,
        "description": entry.summary,
        "lang": entry.lang,
        "is_entry": True,
        "kind_label": entry.kind_label,
        "theme": theme.id,
        "theme_label": theme.label,
        "theme_colour": theme.colour,
        "og_type": "article",
        "card": addresses.card(entry.id),
        "card_alt": social_card.description(entry, catalogue.vocabulary),
        "breadcrumb": structured_data.way(catalogue, entry),
        "jsonld": structured_data.of_entry(
            renderer.contents, entry, renderer.site_url, renderer.media_url
        ),
        "search_words": search_words(
            renderer.contents, entry, is_lean=len(catalogue.entries) >= search.LEAN_FROM
        ),
        "facet_words": facet_words(renderer.contents, entry),
    }


def ingredients(contents: Contents, entry: Entry) -> tuple[object, ...]:
    """Give what an entry's page is made of besides what all pages share; it changes with these."""
    catalogue = contents.catalogue
    parts = entry.entries if isinstance(entry, Collection) else ()
    return (
        entry,
        catalogue.relations(entry),
        catalogue.resembling(entry),
        contents.episode(entry.id),
        tuple(catalogue.entries[part] for part in parts),
        catalogue.guide.helped.get(entry.id),
    )


def search_words(contents: Contents, entry: Entry, *, is_lean: bool = False) -> str:
    """Give the words under which the search finds an entry besides those of its own text.

    They name its series, its reviewer, and each term of the vocabulary that it uses under any name:
    first the label, then the synonyms, and a semicolon before the next. Search shows which word it
    was when it finds an entry by one. For a lean index only terms count that the entry uses in what
    is indexed of it: half of ten thousand texts name hybrid working somewhere.
    """
    return _lean_words(contents, entry) if is_lean else _words(contents, entry)


@per_entry
def _lean_words(contents: Contents, entry: Entry) -> str:
    goal = entry.goal if isinstance(entry, Method) else None
    return _search_words(contents, entry, goal or "")


@per_entry
def _words(contents: Contents, entry: Entry) -> str:
    return _search_words(contents, entry, entry.body or "")


def _search_words(contents: Contents, entry: Entry, text: str) -> str:
    words = contents.catalogue.vocabulary
    found: list[tuple[str, ...]] = []
    if isinstance(entry, Podcast | BookReview) and entry.series:
        found.append((words.series_of(entry.series).label,))
    if isinstance(entry, BookReview) and entry.reviewer:
        found.append((entry.reviewer,))
    terms = words.terms_in(" ".join([entry.title, entry.summary, text, *entry.keywords]))
    return _named([*found, *((term.label, *term.synonyms) for term in terms)])


@per_entry
def facet_words(contents: Contents, entry: Entry) -> str:
    """Give the names of what an entry shares with many others.

    They are its kind, theme, focus areas, audience, place and time, as in `search_words`.
    """
    words = contents.catalogue.vocabulary
    concepts = [
        words.theme(entry.theme),
        *map(words.focus_area, entry.focus_areas),
        *map(words.audience, entry.audience),
        *(map(words.setting, entry.setting) if isinstance(entry, Method) else ()),
    ]
    found = [(entry.kind_label, *entry.kind_synonyms)]
    found += [(concept.label, *concept.synonyms) for concept in concepts]
    taken = facets.minutes(contents, entry)
    fitting = [time for time in facets.TIME_NAMES if taken and taken <= time]
    found += [(f"tot {time} minuten", *facets.TIME_NAMES[time]) for time in fitting[:1]]
    return _named(found)


def _named(groups: Iterable[tuple[str, ...]]) -> str:
    return "; ".join(", ".join(names) for names in dict.fromkeys(groups))
