"""The page of each entry: address, source, and what the frame around it knows."""

import dataclasses
from datetime import date

import pytest

from macros.catalogue.vocabulary import Vocabulary
from macros.contents import Contents
from macros.website import entry_pages
from macros.website.rendering import Renderer

SITE = "https://voorbeeld.example.org/map/"


def test_every_entry_has_a_page_at_its_fixed_address(example: Contents) -> None:
    """The path is the address; the catalogue's order is kept."""
    found = entry_pages.pages(Renderer(example, SITE, date(2026, 11, 21)))

    assert [page.path for page in found] == [
        f"catalogus/{id}.md" for id in example.catalogue.entries
    ]


def test_the_frame_gets_title_description_theme_and_the_way_to_the_page(example: Contents) -> None:
    """All from the entry and the vocabulary."""
    entry = example.catalogue.entries["voorbeelden-voor-beginners"]
    meta = entry_pages.meta(Renderer(example, SITE, date(2026, 11, 21)), entry)

    assert (meta["title"], meta["description"], meta["lang"]) == (entry.title, entry.summary, "en")
    assert (meta["theme_colour"], meta["kind_label"]) == ("druif", "Boekrecensie")
    assert [step["path"] for step in meta["breadcrumb"]] == [
        "",
        "catalogus/",
        "thema/opgavegericht-werken/",
    ]


def test_search_knows_the_synonyms_of_what_an_entry_is_about(example: Contents) -> None:
    """Of each term that it uses under any name; series and reviewer too."""
    entries = example.catalogue.entries
    episode = entry_pages.search_words(example, entries["voorbeeld"])
    review = entry_pages.search_words(example, entries["voorbeelden-voor-beginners"])

    assert "Voorbeelden om naar te luisteren" in episode.split("; ")
    assert "Sandra" in review.split("; ")


def test_a_term_deep_in_a_text_is_no_search_word_of_a_lean_index(example: Contents) -> None:
    """There the text itself is not indexed either; in the title, summary or a keyword it counts."""
    entry = example.catalogue.entries["voorbeeld"].model_copy(
        update={"body": "Wij doen dit bij thuiswerken.", "keywords": ("krachtenveld",)}
    )
    titled = entry.model_copy(update={"id": "ander", "title": "Beginnen met telewerken"})

    assert "Hybride werken" in entry_pages.search_words(example, entry)
    assert "Hybride werken" not in entry_pages.search_words(example, entry, is_lean=True)
    assert "Hybride werken" in entry_pages.search_words(example, titled, is_lean=True)


def test_search_knows_what_an_entry_shares_with_many(example: Contents) -> None:
    """Its kind, theme, subjects, audience, place and time are labels, and no part of its text."""
    entries = example.catalogue.entries
    review = entry_pages.facet_words(example, entries["voorbeelden-voor-beginners"])
    episode = entry_pages.facet_words(example, entries["voorbeeld"])

    assert review.split("; ")[0].startswith("Boekrecensie, boek, ")
    assert "werkplek" in episode
    assert "werkdruk" in episode
    assert "ambtenaar" in episode
    assert "tot 15 minuten, kwartier, kort" in episode.split("; ")


def test_a_page_depends_on_the_entries_it_shows(example: Contents) -> None:
    """Those it is tied to and those that resemble it; and not on another one."""
    catalogue = example.catalogue
    entry = catalogue.entries["onderzoek-naar-de-norm"]
    assert catalogue.entries["rondje-opgave"] in catalogue.resembling(entry)

    def changed(id: str) -> Contents:
        other = catalogue.entries[id].model_copy(update={"subtitle": "Anders"})
        return Contents(
            dataclasses.replace(catalogue, entries={**catalogue.entries, id: other}),
            example.episodes,
        )

    before = entry_pages.ingredients(example, entry)
    assert entry_pages.ingredients(changed("grijze-gebied"), entry) != before
    assert entry_pages.ingredients(changed("rondje-opgave"), entry) != before
    assert entry_pages.ingredients(changed("voorbeeld"), entry) == before


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een hoogwaardig stuk.", False),
        ("Wat is OGW?", True),
        ("Zo werkt het ogw-team.", True),
        ("(OGW)", True),
        ("OGWerken", True),
        ("hetOGW", False),
    ],
)
def test_a_term_is_found_where_a_word_begins(example: Contents, text: str, found: bool) -> None:
    """Whatever the capitals; letters inside another word are no use of the term."""
    catalogue = example.catalogue
    term = {"id": "ogw", "label": "OGW", "definition": "Iets.", "synonyms": ["doel voorop"]}
    words = Vocabulary.model_validate({**catalogue.vocabulary.model_dump(), "terms": [term]})
    entry = catalogue.entries["voorbeeld"].model_copy(update={"body": text})

    searched = entry_pages.search_words(
        dataclasses.replace(example, catalogue=dataclasses.replace(catalogue, vocabulary=words)),
        entry,
    )

    assert ("OGW, doel voorop" in searched.split("; ")) is found
