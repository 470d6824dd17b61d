"""Which pages are made."""

from datetime import date

from macros.contents import Contents
from macros.website import pages
from macros.website.rendering import Renderer


def test_every_made_page_has_an_address_of_its_own(example: Contents) -> None:
    """Entries and lists; the source of each is a file that exists."""
    made = pages.pages(Renderer(example, "https://voorbeeld.example.org/", date(2026, 11, 21)))
    addresses = [page.address for page in made]

    assert len(set(addresses)) == len(addresses)
    assert {"catalogus/voorbeeld/", "soort/podcast/"} <= set(addresses)
    assert all((example.catalogue.root / page.source).is_file() for page in made)


def test_words_sources_and_channel_are_part_of_every_page(example: Contents) -> None:
    """A change in one of these makes all pages again."""
    catalogue = example.catalogue

    assert pages.shared_ingredients(example) == (
        catalogue.vocabulary,
        catalogue.sources,
        catalogue.channel,
    )
