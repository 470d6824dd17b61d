"""The real contents: sound, complete, and honest about what is not known."""

import pytest

from macros import contents
from macros.catalogue.model import BookReview, Entry, Podcast
from macros.contents import Contents
from tests.project import ROOT

PRODUCTS = {
    "productieve-werkomgeving": [
        "(Persoonlijk) leiderschap bij thuiswerken", "Balans in vertrouwen bij werken op afstand",
        "De dilemma’s van hybride werken", "Grenzen bij grenzeloosheid in tijd en plaats",
        "Interventies om hybride te werken",
    ],
    "opgavegericht-werken": [
        "Organiseren vanuit de maatschappelijke opgave", "Voorbij de eeuw van bureaucratie",
        "Wendbare strategie op één A4", "Opgavegericht teamleren, samen werken aan een groter goed",
        "De Unit Innovatie als adaptive space", "Methodiek voor managers voor reflectiesessies in tijden van corona",
        "(basis) Informatie over opgavegericht werken", "Waarderende reflectie op grenzeloos samenwerken",
    ],
    "integriteit": [
        "Integriteit. Hoe (her)stel ik de norm?", "Integriteit: Hoe (her)stel ik de norm in Coronatijd?",
        "Winst van integriteit in 6 stappen", "Jam Cultures",
    ],
}  # fmt: skip
"""The 17 products that the goodiebag names, by theme."""


@pytest.fixture(scope="module")
def live() -> Contents:
    """The contents of this repository."""
    return contents.read(ROOT)


def plain(title: str) -> str:
    """Give a title with straight quotes, for comparison."""
    return title.replace("’", "'").replace("‘", "'")


def test_all_products_of_the_goodiebag_are_there_in_their_theme(live: Contents) -> None:
    """Seventeen, each under its own title."""
    for theme, titles in PRODUCTS.items():
        found = {
            plain(entry.title)
            for entry in live.catalogue.select(theme=theme)
            if entry.provenance.origin == "goodiebag"
        }
        assert found == {plain(title) for title in titles}


def test_each_text_of_the_goodiebag_is_120_to_300_words(live: Contents) -> None:
    """Long enough to be of use, short enough to be read."""
    for entry in live.catalogue.entries.values():
        assert 120 <= len((entry.body or "").split()) <= 300, entry.id


def test_what_the_sources_do_not_say_is_left_empty(live: Contents) -> None:
    """No author, year or ISBN of a book, no time or group of a method that we only know by name."""
    for entry in live.catalogue.entries.values():
        if entry.provenance.material == "described":
            assert _unknown(entry) == [], entry.id


def _unknown(entry: Entry) -> list[str]:
    names = ("duration", "preparation", "group_size", "steps", "materials", "links", "downloads")
    found = [name for name in names if getattr(entry, name, None)]
    if isinstance(entry, BookReview):
        found += [
            name for name in ("authors", "publisher", "year", "isbn") if getattr(entry.book, name)
        ]
    return found


def test_each_episode_has_a_spoken_introduction_that_says_it_is_a_computer_voice(
    live: Contents,
) -> None:
    """Between a minute and a half and three minutes; said in the audio, the channel and the text."""
    assert [episode.entry.number for episode in live.episodes] == [1, 2, 3, 4]
    assert live.catalogue.channel is not None
    assert live.catalogue.channel.synthetic_voice
    for episode in live.episodes:
        assert 90 <= episode.audio.seconds <= 180
        assert "computerstem" in " ".join(cue.text for cue in episode.transcript.cues[:4]).lower()
        assert isinstance(episode.entry, Podcast)


def test_every_figure_quotes_its_source_and_every_source_is_used_or_cited(live: Contents) -> None:
    """A number is never typed without the words it comes from."""
    sources = live.catalogue.sources
    for fact in sources.facts:
        assert len(fact.quote) > 20
        assert sources.document(fact.source).status == "seed"
    used = {id for entry in live.catalogue.entries.values() for id in entry.sources}
    used |= {fact.source for fact in sources.facts}
    for document in sources.documents:
        assert document.id in used or document.cited_in, document.id
    assert len(sources.documents) >= 13


def test_redactions_stay_redacted(live: Contents) -> None:
    """Names that a source left out are nowhere filled in."""
    minutes = [document for document in live.catalogue.sources.documents if "SGO" in document.title]

    assert minutes
    assert "5.1.2e" in " ".join(document.note or "" for document in minutes)
