"""Templates make HTML of the contents and escape what comes from YAML."""

from datetime import date

import pytest

from macros.catalogue import prose
from macros.catalogue.model import Intervention
from macros.contents import Contents
from macros.website import dutch
from macros.website.rendering import Renderer


@pytest.fixture
def renderer(example: Contents) -> Renderer:
    """A renderer on a day in November 2026, with an address to edit files."""
    return Renderer(
        example,
        "https://voorbeeld.example.org/",
        date(2026, 11, 21),
        "https://git.example.org/edit/{path}",
    )


def test_a_page_shows_all_that_its_kind_has(renderer: Renderer) -> None:
    """An intervention: goal, when and when not, facts, materials, steps, tips, pitfalls, variations."""
    html = renderer.entry(
        renderer.contents.catalogue.entries["goed-gesprek-in-twintig-minuten"], "../../"
    )

    for words in (
        "20 tot 30", "3 tot 12", "Stiften in twee kleuren", "Vertel waar je tegenaan loopt", "mislopen", "conflict",
        "Werkblad teamafspraken (tekst)", "Uitleg over teamafspraken", "Trefwoorden", "Onderdeel van", "Valkuilen",
    ):  # fmt: skip
        assert words in html, words


def test_a_page_shows_nothing_of_what_an_entry_does_not_have(renderer: Renderer) -> None:
    """A short background has no headings for steps, sources or downloads."""
    html = renderer.entry(renderer.contents.catalogue.entries["grijze-gebied"], "../../")

    for words in ("Stappen", "Bronnen", "Bestanden", "Luisteren", "None"):
        assert words not in html, words


def test_text_is_escaped_and_markdown_is_rendered_without_raw_html(renderer: Renderer) -> None:
    """Odd characters in every place of the page."""
    html = renderer.entry(
        renderer.contents.catalogue.entries["voorbeelden-voor-beginners"], "../../"
    )

    assert "<script>alert" not in html
    assert "5 &lt; 6" in html
    assert "<b>haakjes" not in html


def test_a_related_entry_shows_on_both_pages_how_they_relate(renderer: Renderer) -> None:
    """The inverse is computed."""
    catalogue = renderer.contents.catalogue
    relation = catalogue.vocabulary.relation("follows")

    assert relation.label in renderer.entry(catalogue.entries["onderzoek-naar-de-norm"], "../../")
    assert relation.inverse in renderer.entry(catalogue.entries["grijze-gebied"], "../../")


def test_the_page_links_to_the_file_where_a_repository_is_configured(
    renderer: Renderer, example: Contents
) -> None:
    """And not where none is."""
    entry = example.catalogue.entries["grijze-gebied"]
    bare = Renderer(example, renderer.site_url, renderer.day)

    assert f'href="https://git.example.org/edit/{entry.path}"' in renderer.entry(entry, "../../")
    assert "Wijzig deze pagina" not in bare.entry(entry, "../../")


def test_an_entry_that_nobody_checked_for_two_years_says_so(renderer: Renderer) -> None:
    """Counted from the day of review, else of publication."""
    old = renderer.contents.catalogue.entries["rondje-opgave"]
    new = renderer.contents.catalogue.entries["grijze-gebied"]

    assert renderer.is_stale(old)
    assert not renderer.is_stale(new)
    assert "twee jaar" in renderer.entry(old, "../../")
    assert "twee jaar" not in renderer.entry(new, "../../")


def test_each_step_shows_its_number_and_its_minutes(renderer: Renderer) -> None:
    """So that someone can plan with it."""
    entry = renderer.contents.catalogue.entries["goed-gesprek-in-twintig-minuten"]
    assert isinstance(entry, Intervention)
    html = renderer.entry(entry, "../../")

    for step in entry.steps:
        if step.minutes:
            assert dutch.minutes(step.minutes) in html
    for pitfall in entry.pitfalls:
        assert str(prose.render_inline(pitfall)) in html


def test_the_origin_of_an_entry_is_told_with_its_note(renderer: Renderer) -> None:
    """What is ours says so, what is only described says so, a note stands with it."""
    entries = renderer.contents.catalogue.entries

    assert "Het geluid is alleen voor de tests gemaakt." in renderer.entry(
        entries["voorbeeld"], "../../"
    )
    assert "de titel en de context" in renderer.entry(entries["rondje-opgave"], "../../")
    assert "de titel en de context" not in renderer.entry(entries["grijze-gebied"], "../../")


def test_a_computer_voice_is_told_beside_the_player(renderer: Renderer) -> None:
    """Nobody takes it for a person."""
    page = renderer.entry(renderer.contents.catalogue.entries["voorbeeld"], "../../")
    listen = page[page.index('class="listen"') : page.index("</section>")]

    assert "computerstem" in listen


def test_the_keyboard_reaches_a_block_of_code(renderer: Renderer) -> None:
    """It may be wider than the page and then scrolls (WCAG 2.2, 2.1.1)."""
    html = renderer.entry(
        renderer.contents.catalogue.entries["voorbeelden-voor-beginners"], "../../"
    )

    assert '<pre tabindex="0">' in html
    assert "<pre>" not in html
