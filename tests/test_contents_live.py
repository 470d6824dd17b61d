"""The real contents: sound, complete, and honest about what is not known."""

import re
from collections import Counter

import pytest

from macros import contents
from macros.catalogue.model import BookReview, Collection, Entry, Method, Podcast
from macros.catalogue.resembling import LIMIT, SHOWN
from macros.contents import Contents
from macros.website import dutch
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
    """Long enough to be of use, short enough to be read; a collection leads through more."""
    for entry in live.catalogue.entries.values():
        if entry.provenance.origin == "goodiebag":
            most = 450 if isinstance(entry, Collection) else 300
            assert 120 <= len((entry.body or "").split()) <= most, entry.id


def activities(live: Contents) -> list[Method]:
    """Give the interventions and methods of our own, which are whole on their page."""
    return [
        entry
        for entry in live.catalogue.entries.values()
        if isinstance(entry, Method) and entry.provenance.origin == "editorial"
    ]


def test_there_is_enough_to_choose_from(live: Contents) -> None:
    """Two dozen of our own: twelve for hybrid work, six for each other theme, two per subject."""
    found = activities(live)
    themes = Counter(entry.theme for entry in found)
    areas = Counter(area for entry in found for area in entry.focus_areas)

    assert len(found) >= 24
    assert themes["productieve-werkomgeving"] >= 12
    assert themes["opgavegericht-werken"] >= 6
    assert themes["integriteit"] >= 6
    for area in live.catalogue.vocabulary.focus_areas:
        assert areas[area.id] >= (2 if area.theme == "productieve-werkomgeving" else 1), area.id


def test_an_activity_of_our_own_can_be_run_from_its_page(live: Contents) -> None:
    """Everything that someone who never did it needs, in 300 to 700 words."""
    for entry in activities(live):
        assert entry.goal, entry.id
        assert entry.when_to_use, entry.id
        assert entry.when_not, entry.id
        assert entry.duration, entry.id
        assert entry.group_size, entry.id
        assert entry.pitfalls, entry.id
        otherwise = " ".join(part.title for part in entry.variations).lower()
        assert "online" in otherwise, entry.id
        assert "hybride" in otherwise, entry.id
        assert all(step.text or step.title == "Pauze" for step in entry.steps), entry.id
        assert any(step.minutes for step in entry.steps), entry.id
        told = [entry.body, entry.goal, entry.when_to_use, entry.when_not, *entry.materials]
        told += [f"{step.title} {step.text}" for step in entry.steps]
        told += [f"{part.title} {part.text}" for part in entry.variations]
        words = " ".join(filter(None, [*told, *entry.tips, *entry.pitfalls])).split()
        assert 300 <= len(words) <= 700, f"{entry.id}: {len(words)}"


def test_every_product_leads_to_an_activity_of_our_own_and_no_tie_is_told_twice(
    live: Contents,
) -> None:
    """A tie stands in one file, and both pages show it."""
    ours = {entry.id for entry in activities(live)}
    for entry in live.catalogue.entries.values():
        near = [tie.entry.id for tie in live.catalogue.relations(entry)]
        near += entry.entries if isinstance(entry, Collection) else ()
        assert len(near) == len(set(near)), entry.id
        assert ours & set(near) or entry.id in ours, entry.id


def test_every_entry_shows_three_that_resemble_it_and_is_shown(live: Contents) -> None:
    """None stands on more pages than the limit, and none is forgotten."""
    entries = live.catalogue.entries
    shown = {entry.id: live.catalogue.resembling(entry) for entry in entries.values()}
    times = Counter(other.id for others in shown.values() for other in others)

    for id, others in shown.items():
        assert len({other.id for other in others} - {id}) == SHOWN, id
        assert 1 <= times[id] <= LIMIT, id


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


def test_every_figure_says_what_it_may_be_used_for(live: Contents) -> None:
    """What it is good for, what not, and what kind of figure it is."""
    for fact in live.catalogue.sources.facts:
        assert fact.label, fact.id
        assert fact.limits, fact.id
        assert fact.use, fact.id
        assert fact.caveat, fact.id


def test_the_figures_of_the_sources_are_all_there(live: Contents) -> None:
    """As the letter of 2020, the request of 2022 and the goodiebag give them."""
    figures = Counter(fact.figure for fact in live.catalogue.sources.facts)

    assert Counter([81, 53, 69, 85, 12, 19, 50, 50, 7000, 25, 120_000]) <= figures


def test_the_documents_reach_from_2014_to_2027(live: Contents) -> None:
    """Each with its story, and with what we know of its time when it bears no date."""
    years = [year for year, _ in live.catalogue.sources.timeline() if year]

    assert (years[0], years[-1]) == (2014, 2027)
    for document in live.catalogue.sources.documents:
        assert document.summary, document.id
        assert (document.date is None) == (document.dating is not None), document.id


def test_the_suspected_error_in_the_flemish_text_is_quoted_and_flagged(live: Contents) -> None:
    """`afhankelijk`, where the text is about freedom; we leave it as it stands."""
    document = live.catalogue.sources.document("mededeling-vlaamse-regering-hybride-werken")

    assert document.jurisdiction == "BE-VLG"
    assert "plaats- en tijdsafhankelijk werken" in document.doubts[0].quote
    assert "“onafhankelijk”" in document.doubts[0].remark


def test_a_figure_of_the_sources_is_nowhere_typed_by_hand(live: Contents) -> None:
    """Pages draw or cite it by a call, which links to its source; entries leave it there."""
    facts = live.catalogue.sources.facts
    numbers = {f"{dutch.number(fact.figure)}{fact.unit}" for fact in facts if fact.unit == "%"}
    numbers |= {dutch.number(fact.figure) for fact in facts if fact.figure >= 1000}
    files = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "catalogue/entries").rglob("*.yml")]

    assert len(numbers) > 5
    for file in files:
        text = file.read_text(encoding="utf-8").replace(" %", "%")
        typed = [number for number in numbers if re.search(rf"(?<![\d.,]){number}(?!\d)", text)]
        assert typed == [], file


def test_redactions_stay_redacted(live: Contents) -> None:
    """Names that a source left out are nowhere filled in."""
    minutes = [document for document in live.catalogue.sources.documents if "SGO" in document.title]

    assert minutes
    assert "5.1.2e" in " ".join(document.note or "" for document in minutes)


def test_the_guide_has_a_situation_for_everyone_and_every_theme(live: Contents) -> None:
    """At least fifteen; four from each who says them first, and four about each theme."""
    words, situations = live.catalogue.vocabulary, live.catalogue.guide.situations
    said_by = Counter(situation.who[0] for situation in situations)
    themes = Counter(words.focus_area(item.focus_areas[0]).theme for item in situations)

    assert len(situations) >= 15
    assert min(said_by[id] for id in ("medewerker", "leidinggevende", "hr-adviseur")) >= 4
    assert min(themes[theme.id] for theme in words.themes) >= 4


def test_a_situation_leads_to_something_that_is_whole_on_its_page(live: Contents) -> None:
    """Nobody with a problem is sent to descriptions alone."""
    entries = live.catalogue.entries
    for situation in live.catalogue.guide.situations:
        found = [entries[fit.entry] for fit in situation.entries]
        assert any(entry.provenance.material == "complete" for entry in found), situation.id


def test_everything_that_is_whole_on_its_page_helps_somewhere(live: Contents) -> None:
    """So that the guide leads to each intervention and method of our own."""
    helped = live.catalogue.guide.helped

    assert [entry.id for entry in activities(live) if entry.id not in helped] == []


def test_a_situation_about_what_is_unsafe_says_first_where_help_is(live: Contents) -> None:
    """Whoever reads about a grey area, a helpline or an unsafe place reads that before all else."""
    areas = {"sociaal-veilige-werkomgeving", "grijze-gebied", "hulplijn", "mediation"}
    serious = [
        situation
        for situation in live.catalogue.guide.situations
        if areas & {*situation.focus_areas}
    ]

    assert len(serious) >= 5
    assert [item.id for item in serious if not item.first_help] == []
