"""Which pages are made from the contents, besides the hand-written ones of docs/."""

from macros.contents import Contents
from macros.website import entry_pages, list_pages
from macros.website.made import Made
from macros.website.rendering import Renderer


def pages(renderer: Renderer) -> list[Made]:
    """Give every page that is made: one per entry, and the lists."""
    return [*entry_pages.pages(renderer), *list_pages.pages(renderer)]


def shared_ingredients(contents: Contents) -> tuple[object, ...]:
    """Give what every made page consists of."""
    catalogue = contents.catalogue
    return (catalogue.vocabulary, catalogue.sources, catalogue.channel)
