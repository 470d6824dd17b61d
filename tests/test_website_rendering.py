"""Templates make HTML of the contents and escape what comes from YAML."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from macros import addresses
from macros.catalogue import prose
from macros.catalogue.model import BookReview, Intervention, Podcast
from macros.catalogue.parts import Book
from macros.contents import Contents
from macros.podcast import notes
from macros.website import dutch
from macros.website.rendering import Renderer, forget_cards

FRAME = Environment(loader=FileSystemLoader(Path(__file__).parent.parent / "overrides"))
"""The frame as MkDocs reads it: a Jinja environment that escapes nothing by itself."""
FRAME.filters["url"] = str


@pytest.fixture
def renderer(example: Contents) -> Renderer:
    """A renderer on a day in November 2026, with an address to edit files."""
    return Renderer(
        example,
        "https://voorbeeld.example.org/",
        date(2026, 11, 21),
        "https://git.example.org/edit/{path}",
    )


def test_a_book_is_told_when_there_is_more_to_say_than_its_page_does(renderer: Renderer) -> None:
    """A box that repeats the title of the page and nothing else tells nothing."""
    entry = renderer.contents.catalogue.entries["voorbeelden-voor-beginners"]
    assert isinstance(entry, BookReview)

    def shown(title: str, **facts: object) -> bool:
        book = Book.model_validate({"title": title, **facts})
        changed = entry.model_copy(update={"title": "Vroeger", "book": book})
        return "Het boek" in renderer.entry(changed, "../../")

    assert [shown("Vroeger"), shown("Later"), shown("Vroeger", year=2020)] == [False, True, True]


def listening(page: str) -> str:
    """Give the part of an episode's page about the recording."""
    start = page.index('class="listen"')
    return page[start : page.index("</section>", start)]


def spoken(contents: Contents, *speakers: str) -> Podcast:
    """Give the example's episode with these speakers."""
    entry = contents.catalogue.entries["voorbeeld"]
    assert isinstance(entry, Podcast)
    return entry.model_copy(update={"speakers": speakers})


def test_a_page_shows_all_that_its_kind_has(renderer: Renderer) -> None:
    """An intervention: goal, when and when not, facts, materials, steps, tips, pitfalls, variations."""
    html = renderer.entry(
        renderer.contents.catalogue.entries["goed-gesprek-in-twintig-minuten"], "../../"
    )

    for words in (
        "20 tot 30", "3 tot 12", "Stiften in twee kleuren", "Vertel waar je tegenaan loopt", "mislopen", "conflict", "Hang de afspraak op",
        "Werkblad teamafspraken (tekst)", "Uitleg over teamafspraken", "Trefwoorden", "Onderdeel van", "Valkuilen",
    ):  # fmt: skip
        assert words in html, words


def test_a_page_shows_nothing_of_what_an_entry_does_not_have(renderer: Renderer) -> None:
    """A short background has no steps, sources, downloads or recording; another page has each."""
    entries = renderer.contents.catalogue.entries
    html = renderer.entry(entries["grijze-gebied"], "../../")
    others = "".join(renderer.entry(entry, "../../") for entry in entries.values())

    for heading in (
        "Luisteren", "Hoofdstukken", "Meenemen", "Wat het oplevert", "Wanneer wel", "Wanneer niet", "Zo doe je het",
        "Tips", "Valkuilen", "Anders aanpakken", "Het boek", "Om mee te nemen", "In deze volgorde",
        "Bronnen",
    ):  # fmt: skip
        assert f">{heading}</h" in others, heading
        assert f">{heading}</h" not in html, heading
    assert "None" not in html


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


def test_entries_with_the_same_tie_stand_under_one_heading(renderer: Renderer) -> None:
    """Each label is said once; the cards are one level below it."""
    catalogue = renderer.contents.catalogue
    other = catalogue.entries["grijze-gebied"]
    study = catalogue.entries["onderzoek-naar-de-norm"]
    [related] = study.related
    both = (related, related.model_copy(update={"entry": "voorbeeld"}))
    html = renderer.entry(study.model_copy(update={"related": both}), "../../")

    label = catalogue.vocabulary.relation(related.how).label
    assert html.count(f'<h3 class="related__how">{label}</h3>') == html.count(label) == 1
    tied = html[html.index('id="verder"') : html.index('id="lijkt-hierop"')]
    titles = re.findall(r'<h4 class="card__title"><a href="[^"]*/([\w-]+)/"', tied)
    assert titles == [other.id, "voorbeeld"]


def test_what_resembles_an_entry_is_marked_as_the_choice_of_a_computer(renderer: Renderer) -> None:
    """A section of its own after the ties, with a card for each; search leaves it out."""
    catalogue = renderer.contents.catalogue
    entry = catalogue.entries["onderzoek-naar-de-norm"]
    html = renderer.entry(entry, "../../")
    section = html[html.index('aria-labelledby="lijkt-hierop"') :]

    assert html.index('id="verder"') < html.index('id="lijkt-hierop"')
    assert section[: section.index(">")].endswith("data-pagefind-ignore")
    assert "heeft de computer gekozen" in section
    shown = [f'href="../../{addresses.entry(e.id)}"' for e in catalogue.resembling(entry)]
    assert len(shown) == section.count('<h3 class="card__title">') == 3
    assert all(link in section for link in shown)


def test_an_entry_that_nothing_resembles_has_no_section_for_it(renderer: Renderer) -> None:
    """In a catalogue of one there is nothing to choose; no heading stands above nothing."""
    contents = renderer.contents
    entry = contents.catalogue.entries["interventies-voor-je-team"].model_copy(
        update={"entries": (), "related": ()}
    )
    alone = replace(contents.catalogue, entries={entry.id: entry}, _back={})
    html = replace(renderer, contents=replace(contents, catalogue=alone)).entry(entry, "../../")

    assert "Lijkt hierop" not in html
    assert "Verder met dit onderwerp" not in html


def test_the_page_leads_to_the_form_filled_in_with_its_entry(
    renderer: Renderer, example: Contents
) -> None:
    """The form needs no repository, so the link is there wherever the site stands."""
    entry = example.catalogue.entries["grijze-gebied"]
    address = "../../bijdragen/voorstel/#stuk=grijze-gebied"

    html = renderer.entry(entry, "../../")

    assert f'<a href="{address}">Wijzig deze pagina</a>' in html


def test_an_entry_that_nobody_checked_for_two_years_says_so(renderer: Renderer) -> None:
    """Counted from the day of review, else of publication."""
    old = renderer.contents.catalogue.entries["rondje-opgave"]
    new = renderer.contents.catalogue.entries["grijze-gebied"]

    assert renderer.is_stale(old)
    assert not renderer.is_stale(new)
    assert "twee jaar" in renderer.entry(old, "../../")
    assert "twee jaar" not in renderer.entry(new, "../../")


def test_the_labels_on_a_page_are_those_of_the_model(renderer: Renderer) -> None:
    """What a writer fills in and what a reader sees have one name."""
    intervention = renderer.contents.catalogue.entries["goed-gesprek-in-twintig-minuten"]
    html = renderer.entry(intervention, "../../")

    for field in ("duration", "preparation", "group_size", "setting", "audience", "materials"):
        assert f"<dt>{Intervention.model_fields[field].title}</dt>" in html, field
    for field in ("when_to_use", "when_not", "harvest", "tips", "pitfalls"):
        assert f"<h2>{Intervention.model_fields[field].title}</h2>" in html, field


def test_the_place_in_a_series_and_the_reviewer_are_told(renderer: Renderer) -> None:
    """The series by its name, between quotation marks; who reviewed stands among the facts."""
    entries = renderer.contents.catalogue.entries
    episode = renderer.entry(entries["voorbeeld"], "../../")
    review = renderer.entry(entries["voorbeelden-voor-beginners"], "../../")

    assert "Aflevering 1 van de reeks “<a" in episode
    assert ">Voorbeelden om naar te luisteren</a>”</p>" in episode
    assert "<dt>Recensent</dt><dd>Sandra</dd>" in review


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
    assert "alleen de titel en waar het over gaat" in renderer.entry(
        entries["rondje-opgave"], "../../"
    )
    assert "alleen de titel en waar het over gaat" not in renderer.entry(
        entries["grijze-gebied"], "../../"
    )


def test_a_computer_voice_is_told_beside_the_player(renderer: Renderer) -> None:
    """Nobody takes it for a person; the words are those of the feed."""
    page = renderer.entry(renderer.contents.catalogue.entries["voorbeeld"], "../../")

    [episode] = renderer.contents.episodes
    assert notes.disclosure(episode) in listening(page)
    assert "Te horen" not in page


def test_a_recording_of_people_names_them_and_no_computer_voice(renderer: Renderer) -> None:
    """The transcript of this very episode counts, although the podcast has a computer voice."""
    contents, entry = renderer.contents, spoken(renderer.contents, "Noor", "Bram & Zoë")
    [episode] = contents.episodes
    cues = tuple(replace(cue, speaker="Noor") for cue in episode.transcript.cues)
    real = replace(episode, entry=entry, transcript=replace(episode.transcript, cues=cues))
    page = replace(renderer, contents=replace(contents, episodes=(real,))).entry(entry, "../../")

    assert contents.catalogue.channel
    assert contents.catalogue.channel.synthetic_voice
    assert "Te horen: Noor, Bram &amp; Zoë" in listening(page)
    assert "computerstem" not in page


def test_an_episode_without_a_recording_shows_its_speakers_and_chapters(renderer: Renderer) -> None:
    """As plain text: there is no player in which a chapter could jump."""
    silent = replace(renderer, contents=replace(renderer.contents, episodes=()))
    page = silent.entry(spoken(renderer.contents, "Noor"), "../../")

    assert "Te horen: Noor" in listening(page)
    assert "Vervolg &amp; slot" in listening(page)
    assert "data-start" not in page
    assert "<audio" not in page


def test_a_recording_elsewhere_is_linked_in_full(renderer: Renderer) -> None:
    """For the player and the download; else both stay inside the site."""
    entry = renderer.contents.catalogue.entries["voorbeeld"]
    elsewhere = replace(renderer, media_url="https://media.example.org/goodiebag/")

    for made, link in (
        (renderer, "../../podcast/audio/voorbeeld.mp3"),
        (elsewhere, "https://media.example.org/goodiebag/voorbeeld.mp3"),
    ):
        page = listening(made.entry(entry, "../../"))
        assert f'<audio controls preload="none" src="{link}"' in page
        assert f'<a href="{link}" download>' in page


def test_the_keyboard_reaches_a_block_of_code(renderer: Renderer) -> None:
    """It may be wider than the page and then scrolls (WCAG 2.2, 2.1.1)."""
    html = renderer.entry(
        renderer.contents.catalogue.entries["voorbeelden-voor-beginners"], "../../"
    )

    assert '<pre tabindex="0">' in html
    assert "<pre>" not in html


def test_a_wide_table_scrolls_by_itself_and_the_keyboard_reaches_it(renderer: Renderer) -> None:
    """A worksheet of three columns does not fit a telephone."""
    entry = renderer.contents.catalogue.entries["rondje-opgave"].model_copy(
        update={"body": "| Wie | Waarvoor |\n|---|---|\n| Collega | |\n"}
    )
    html = renderer.entry(entry, "../../")

    assert '<div class="scroll" role="region" tabindex="0" aria-label="Tabel"><table>' in html
    assert "</table></div>" in html


@pytest.mark.parametrize(("block", "mark"), [("htmltitle", "<title>"), ("extrahead", 'content="')])
def test_the_title_of_an_entry_loses_no_word_in_the_frame(block: str, mark: str) -> None:
    """What looks like a tag is text in YAML; only the title of a hand-written page may hold tags."""

    def framed(title: str, **meta: bool) -> str:
        page = {"title": title, "canonical_url": "https://voorbeeld.example.org/stuk/"}
        config = {"site_name": "Goodiebag", "site_url": "https://voorbeeld.example.org/"}
        template = FRAME.get_template("main.html")
        context = template.new_context({"page": page, "meta": meta, "config": config})
        return "".join(template.blocks[block](context))

    told = "Werken met &lt;vaste&gt; plekken: a &lt; b en c &gt; d"
    assert mark + told in framed("Werken met <vaste> plekken: a < b en c > d", title_is_text=True)
    assert f"{mark}Thuis en hybride" in framed("Thuis <em>en</em> hybride")


def test_a_card_that_did_not_change_is_remembered_until_cards_are_forgotten(
    renderer: Renderer,
) -> None:
    """Also by the renderer of the next build; on another page, or at another level, it fits there."""
    entry = renderer.contents.catalogue.entries["voorbeeld"]
    changed = entry.model_copy(update={"title": "Een andere titel"})
    unable = replace(renderer, contents=None)  # type: ignore[arg-type]  # it cannot make a card
    forget_cards()

    card = renderer.card(entry, 3, base="../")

    assert "Een andere titel" not in card
    assert unable.card(entry, 3, base="../") == card
    assert renderer.card(entry, 2, base="../") == str(card).replace("h3", "h2")
    assert renderer.card(entry, 3, base="../../") == str(card).replace('="../', '="../../')
    assert "Een andere titel" in renderer.card(changed, 3, base="../")
    forget_cards()
    with pytest.raises(AttributeError):
        unable.card(entry, 3, base="../")
