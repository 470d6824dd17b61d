"""The page of each situation: address, ingredients, what the frame knows and what it shows."""

import dataclasses
from datetime import date

import pytest

from macros.catalogue.situations import Fit, Situation, Situations
from macros.contents import Contents
from macros.website import guide
from macros.website.rendering import Renderer

SITE = "https://voorbeeld.example.org/map/"


@pytest.fixture
def renderer(example: Contents) -> Renderer:
    """What makes pages of the example."""
    return Renderer(example, SITE, date(2026, 11, 21))


def situation(id: str, areas: list[str], entries: list[str]) -> Situation:
    """Give a situation about these focus areas that these entries help in."""
    return Situation(
        id=id,
        words=f"Over {id}",
        who=("team",),
        focus_areas=tuple(areas),
        going_on="Er speelt iets.",
        first_step="Doe iets.",
        entries=tuple(Fit(entry=entry, why="Het helpt.") for entry in entries),
    )


def with_guide(example: Contents, *situations: Situation) -> Contents:
    """Give the example with these situations."""
    catalogue = dataclasses.replace(example.catalogue, guide=Situations(situations=situations))
    return dataclasses.replace(example, catalogue=catalogue)


def test_every_situation_has_a_page_made_from_the_file_of_situations(renderer: Renderer) -> None:
    """In the order of the file."""
    found = list(guide.pages(renderer))

    assert [(page.path, page.source) for page in found] == [
        ("wegwijzer/we-zien-elkaar-nauwelijks.md", "catalogue/situations.yml"),
        ("wegwijzer/samen-maar-waarheen.md", "catalogue/situations.yml"),
        ("wegwijzer/niemand-zei-iets.md", "catalogue/situations.yml"),
    ]


def test_the_frame_gets_the_words_as_a_quotation_and_the_colour_of_the_theme(
    renderer: Renderer,
) -> None:
    """The theme is that of the first focus area."""
    meta = guide.meta(renderer, renderer.contents.catalogue.guide.situations[1])

    assert meta["title"] == "“We doen het samen, maar waarheen?”"
    assert meta["description"].startswith("“We doen het samen, maar waarheen?” Lees wat er speelt")
    assert (meta["theme_colour"], meta["kind_label"]) == ("druif", "Situatie")
    assert [step["path"] for step in meta["breadcrumb"]] == ["", "wegwijzer/"]


def test_search_knows_a_situation_by_its_keywords_and_by_other_words_for_its_subject(
    renderer: Renderer,
) -> None:
    """Synonyms of its focus areas and of who says it."""
    catalogue = renderer.contents.catalogue
    words = guide.search_words(catalogue, catalogue.guide.situations[0])

    assert "leeg kantoor" in words
    assert "saamhorigheid" in words
    assert "manager" in words


def test_the_page_shows_help_before_all_else(renderer: Renderer) -> None:
    """Then what goes on, the first step, and each entry after its reason; Markdown is rendered."""
    html = str(guide.body(renderer, renderer.contents.catalogue.guide.situations[2], "../../"))
    parts = [
        '<h1 class="situation__words" data-pagefind-meta="title">“Niemand zei iets”</h1>',
        "Praat eerst met een <strong>vertrouwenspersoon</strong>.",
        "Het overleg ging gewoon door.",
        "Vraag aan degene die het overkwam hoe het gaat.",
        "Voor later, als het rustig is.",
        'href="../../catalogus/interventies-voor-je-team/"',
        "Je bent niet de enige die het lastig vindt.",
        'href="../../catalogus/onderzoek-naar-de-norm/"',
        'href="../../catalogus/#onderwerp=moreel-beraad,vitaliteit"',
        'href="../../wegwijzer/we-zien-elkaar-nauwelijks/"',
    ]

    places = [html.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_words_are_text_and_never_html(renderer: Renderer) -> None:
    """What looks like a tag is shown as it stands."""
    html = str(guide.body(renderer, renderer.contents.catalogue.guide.situations[0], "../../"))

    assert "“We zien elkaar &lt; 1 keer per week &amp; dat is &lt;b&gt;weinig&lt;/b&gt;”" in html
    assert "Eerst dit" not in html


def test_near_is_what_shares_most(example: Contents) -> None:
    """A focus area counts double, an entry once; at most three, and nothing that shares nothing."""
    here = situation("hier", ["vitaliteit", "moreel-beraad"], ["voorbeeld", "grijze-gebied"])
    far = situation("ver", ["gedeelde-doelen"], ["rondje-opgave"])
    entry = situation("stuk", ["gedeelde-doelen"], ["voorbeeld"])
    area = situation("onderwerp", ["vitaliteit"], ["rondje-opgave"])
    both = situation("allebei", ["vitaliteit"], ["voorbeeld"])
    areas = situation("onderwerpen", ["vitaliteit", "moreel-beraad"], ["rondje-opgave"])
    found = with_guide(example, far, entry, area, both, here, areas).catalogue

    assert [item.id for item in guide.nearby(found, here)] == [
        "onderwerpen",
        "allebei",
        "onderwerp",
    ]
    assert guide.nearby(found, far) == (entry, area, areas)


def test_a_page_is_made_again_when_an_entry_in_it_changed(example: Contents) -> None:
    """And when a situation near it did; a page without them stays."""
    old = {page.address: page.parts for page in guide.pages(Renderer(example, SITE, date.max))}
    entry = example.catalogue.entries["voorbeeld"].model_copy(update={"title": "Anders"})
    catalogue = dataclasses.replace(
        example.catalogue, entries={**example.catalogue.entries, "voorbeeld": entry}
    )
    changed = dataclasses.replace(example, catalogue=catalogue)
    new = {page.address: page.parts for page in guide.pages(Renderer(changed, SITE, date.max))}

    assert [address for address in old if old[address] != new[address]] == [
        "wegwijzer/we-zien-elkaar-nauwelijks/"
    ]


def test_the_page_of_an_entry_names_the_situations_in_which_it_helps(renderer: Renderer) -> None:
    """At its end, as links; an entry that helps in none says nothing."""
    entries = renderer.contents.catalogue.entries
    helps = str(renderer.entry(entries["rondje-opgave"], "../../"))

    assert (
        'href="../../wegwijzer/samen-maar-waarheen/">“We doen het samen, maar waarheen?”' in helps
    )
    assert "Helpt bij" not in renderer.entry(entries["grijze-gebied"], "../../")
