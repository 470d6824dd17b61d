"""What writers can call, and what they hear when they call it wrongly."""

import inspect
import re
from dataclasses import replace
from datetime import date

import pytest
from markupsafe import escape

from macros.catalogue.model import KINDS
from macros.contents import Contents
from macros.website import dutch
from macros.website.calls import MacroFault, Page
from macros.website.page_macros import MACROS, call, describe
from macros.website.rendering import Renderer, Ways

TITLE = re.compile(r'class="card__title"><a [^>]*>(.+?)</a>')


@pytest.fixture
def page(example: Contents) -> Page:
    """A page one folder below the root."""
    return Page(Renderer(example, "https://voorbeeld.example.org/", date(2026, 11, 21)), "../")


def titles(html: str) -> list[str]:
    """Give the titles of the cards, in order."""
    return TITLE.findall(html)


def test_entries_come_in_site_order_and_can_be_limited(page: Page) -> None:
    """Theme, kind, series, title; `limit` takes the first."""
    everything = titles(call("entries", page, (), {}))

    assert len(everything) == 7
    assert titles(call("entries", page, (), {"limit": 2})) == everything[:2]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (
            {"theme": "integriteit", "kind": "study"},
            ["Wat vragen leidinggevenden bij een lastige kwestie?"],
        ),
        ({"focus_area": "gedeelde-doelen", "kind": "method"}, ["Rondje langs de opgave"]),
        ({"audience": "medewerker", "theme": "integriteit"}, ["Wat is het grijze gebied?"]),
        (
            {"newest": True, "limit": 1},
            ["Examples &amp; Other Stories: 5 &lt; 6, a &#34;Reader&#39;s&#34; Café 🍐"],
        ),
    ],
)
def test_entries_meet_every_condition(
    page: Page, named: dict[str, object], expected: list[str]
) -> None:
    """Conditions combine; titles are escaped."""
    assert titles(call("entries", page, (), named)) == expected


def test_the_newest_of_one_day_come_by_turns_from_each_theme_and_kind(page: Page) -> None:
    """A newer day goes first; after that no theme or kind comes again before the others had a turn."""
    contents = page.renderer.contents
    same = {
        id: entry.model_copy(update={"published": date(2026, 1, 15)})
        for id, entry in contents.catalogue.entries.items()
    }
    same["onderzoek-naar-de-norm"] = contents.catalogue.entries["onderzoek-naar-de-norm"]
    told = replace(contents, catalogue=replace(contents.catalogue, entries=same))
    other = Page(replace(page.renderer, contents=told), page.base)

    assert titles(call("entries", other, (), {"newest": True}))[:6] == [
        "Wat vragen leidinggevenden bij een lastige kwestie?",
        "Een voorbeeld om te horen",
        "Rondje langs de opgave",
        "Goed gesprek in twintig minuten",
        "Examples &amp; Other Stories: 5 &lt; 6, a &#34;Reader&#39;s&#34; Café 🍐",
        "Wat is het grijze gebied?",
    ]


@pytest.mark.parametrize(
    ("group_by", "heading"),
    [("theme", "Integriteit"), ("kind", "Boekrecensies"), ("focus_area", "Gedeelde doelen")],
)
def test_entries_can_stand_under_headings(page: Page, group_by: str, heading: str) -> None:
    """Each group has a linkable heading; an empty group is not shown."""
    html = call("entries", page, (), {"group_by": group_by, "level": 2})

    assert re.search(rf'<h2 id="stukken-[a-z-]+">{heading} ', html)
    assert ' <span class="count">0</span>' not in html


def test_the_focus_areas_of_a_theme_stand_with_their_meaning_and_entries(page: Page) -> None:
    """Each has a linkable place; every entry of the theme is there, with its kind and time."""
    html = call("focus_areas", page, ("opgavegericht-werken",), {})
    words = page.renderer.contents.catalogue.vocabulary

    for area in words.focus_areas:
        assert (f'id="{area.id}"' in html) == (area.theme == "opgavegericht-werken")
        assert (area.definition in html) == (area.theme == "opgavegericht-werken")
    assert 'href="../catalogus/rondje-opgave/"' in html
    # That class belongs to the transcript, whose links stand in two columns.
    assert 'class="lines"' not in html
    assert "Methode, 1\N{NO-BREAK SPACE}uur, alleen beschreven" in html


def test_an_entry_without_a_focus_area_stands_at_the_end_of_its_theme(page: Page) -> None:
    """So no entry is lost from the page of its theme."""
    contents = page.renderer.contents
    bare = {
        id: entry.model_copy(update={"focus_areas": ()})
        for id, entry in contents.catalogue.entries.items()
    }
    told = replace(contents, catalogue=replace(contents.catalogue, entries=bare))
    other = Page(replace(page.renderer, contents=told), page.base)

    html = call("focus_areas", other, ("opgavegericht-werken",), {})

    assert "Hier is nog niets over." in html
    assert html.index("Verder bij dit thema") < html.index("../catalogus/rondje-opgave/")


def test_what_can_be_used_at_once_stands_before_what_is_only_described(page: Page) -> None:
    """Within a focus area; elsewhere a method goes before a book review."""
    ids = ["rondje-opgave", "voorbeelden-voor-beginners"]
    entries = page.renderer.contents.catalogue.select(focus_area="gedeelde-doelen")
    assert [(entry.id, entry.provenance.material) for entry in entries] == [
        (ids[0], "described"),
        (ids[1], "complete"),
    ]

    html = call("focus_areas", page, ("opgavegericht-werken",), {})

    assert re.findall(r'class="piece__title" href="../catalogus/([a-z-]+)/"', html) == ids[::-1]


def test_the_vocabulary_leads_from_a_focus_area_to_its_entries(page: Page) -> None:
    """With their number; other words have no entries of their own."""
    html = call("vocabulary", page, ("focus_areas",), {"theme": "opgavegericht-werken"})

    assert 'href="../thema/opgavegericht-werken/#gedeelde-doelen"' in html
    assert "word__entries" not in call("vocabulary", page, ("terms",), {})


def test_a_list_without_entries_says_so(page: Page) -> None:
    """No empty space: a sentence, and the way to add something."""
    html = call("entries", page, (), {"theme": "integriteit", "kind": "podcast"})

    assert "Hier staat nog niets" in html
    assert 'href="../bijdragen/"' in html


def test_the_fruits_of_the_basket_lead_to_the_themes_and_to_what_is_new(page: Page) -> None:
    """In front the themes, behind them the newest entries; for a mouse only, as tiles and cards follow."""
    html = call("basket", page, (), {"title": "Mand", "lead": "Vol."})
    told = re.findall(r'<a class="basket__(\w+)" href="(.+?)" tabindex="-1"><title>(.+?)<', html)

    newest = titles(call("entries", page, (), {"newest": True, "limit": 3}))
    themes = page.renderer.contents.catalogue.vocabulary.themes
    assert [name for kind, _, name in told if kind == "new"] == [f"Nieuw: {one}" for one in newest]
    assert {(href, name) for kind, href, name in told if kind == "theme"} == {
        (f"../thema/{theme.id}/", theme.label) for theme in themes
    }
    assert html.count("<a ") == len(told) + 2


def test_links_lead_back_to_the_root_of_the_site(page: Page) -> None:
    """A page one folder deep links by `../`, so that the site works in any folder."""
    assert (
        call("link", page, ("grijze-gebied",), {})
        == '<a href="../catalogus/grijze-gebied/">Wat is het grijze gebied?</a>'
    )
    assert 'lang="en"' in call("link", page, ("voorbeelden-voor-beginners",), {})


def test_a_figure_stands_with_its_source(page: Page) -> None:
    """In a sentence and as a block: the number, what it says, and the way to the document."""
    fact = page.renderer.contents.catalogue.sources.facts[0]
    for block in (False, True):
        html = call("figure", page, (fact.id,), {"block": block})
        assert f"../bronnen/#cijfer-{fact.id}" in html
        assert fact.statement in html


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ("meer-thuis-verwacht, thuis", {}),
        ("thuis,elders", {"form": "parts"}),
        ("uren-thuis-verwacht", {"form": "line"}),
        ("op-locatie", {"form": "dots", "of": "medewerkers"}),
        ("meedenkers", {"form": "dots"}),
    ],
)
def test_a_plot_tells_its_figures_in_words_in_a_table_and_in_its_drawing(
    page: Page, facts: str, named: dict[str, str]
) -> None:
    """The drawing has a name and a description; each figure leads to its source."""
    html = call("plot", page, (facts, "Titel & meer"), named)
    drawing = re.search(
        r"<svg [^>]*>\s*<title id=\"(.+?)\">(.+?)</title>\s*<desc id=\"(.+?)\">", html
    )

    assert drawing
    assert drawing[2] == "Titel &amp; meer"
    assert f'role="img" aria-labelledby="{drawing[1]} {drawing[3]}"' in drawing[0]
    assert "style=" not in html
    ids = [*re.split(", ?", facts), *filter(None, [named.get("of")])]
    rows = html[html.index("<tbody>") :]
    for id in ids:
        fact = page.renderer.contents.catalogue.sources.fact(id)
        assert escape(dutch.amount(fact)) in rows
        assert fact.statement in rows
        assert f'href="../bronnen/#cijfer-{id}"' in rows
        assert fact.source in html[html.index("<figcaption>") :]


def test_documents_are_told_with_their_time_their_country_and_their_doubts(page: Page) -> None:
    """By year; words that seem wrong are quoted as they stand, and flagged."""
    html = call("sources", page, (), {"level": 3})

    years = re.findall(r'<h3 class="timeline__label" id="[a-z0-9-]+">(.+?)</h3>', html)
    assert years == ["2014", "2020", "Zonder jaar"]
    doubted = html[html.index('id="mededeling-vlaanderen"') :]
    assert "Vlaanderen</span>" in doubted.split("</p>")[0]
    assert "Vermoedelijke fout: vraag het na bij de bron" in doubted
    assert "<blockquote><p>plaats- en tijdsafhankelijk &lt;werken&gt;</p></blockquote>" in doubted
    assert "Nederland</span>" in html[html.index('id="we-werken-thuis"') :].split("</p>")[0]
    assert '<span class="chip chip--small">mensen over zichzelf</span>' in html
    assert "<strong>Wel:</strong> Om te laten zien wat mensen toen verwachtten." in html


@pytest.mark.parametrize(
    ("name", "arguments", "named", "told"),
    [
        (
            "entries",
            (),
            {"theme": "integritiet"},
            'het thema "integritiet" bestaat niet. Bedoel je "integriteit"?',
        ),
        ("entries", (), {"kind": "boek"}, 'de soort "boek" bestaat niet.'),
        (
            "entries",
            (),
            {"audience": "teams"},
            'de doelgroep "teams" bestaat niet. Bedoel je "team"?',
        ),
        ("entries", (), {"focus_area": "vitalitiet"}, 'Bedoel je "vitaliteit"?'),
        ("entries", (), {"group_by": "datum"}, "Kies uit: theme, kind of focus_area."),
        ("entries", (), {"limit": 0}, "limit is een getal vanaf 1; gevonden: 0."),
        ("entries", (), {"limit": "veel"}, 'limit is een getal; gevonden: "veel".'),
        ("entries", (), {"level": 7}, "level is het niveau van de koppen: 2, 3 of 4"),
        ("entries", (), {"soort": "method"}, '"soort" kan ik hier niet gebruiken.'),
        (
            "entry_card",
            ("grijze-gebeid",),
            {},
            'het stuk "grijze-gebeid" bestaat niet. Bedoel je "grijze-gebied"?',
        ),
        ("entry_page", (12,), {}, "id is tekst tussen aanhalingstekens; gevonden: 12."),
        (
            "entry_card",
            (),
            {},
            "deze aanroep is niet compleet of geeft te veel mee. Voorbeeld: {{ entry_card(",
        ),
        ("figure", ("x",), {}, 'het cijfer "x" bestaat niet.'),
        ("plot", ("thuis, x", "Titel"), {}, 'het cijfer "x" bestaat niet.'),
        ("plot", ("thuis", "Titel"), {"of": "x"}, 'het cijfer "x" bestaat niet.'),
        ("plot", ("thuis", "Titel"), {"form": "taart"}, "Kies uit: bars, parts, line of dots."),
        ("plot", ("medewerkers", "Titel"), {}, "de vorm bars is voor procenten van 0 tot 100."),
        ("plot", ("thuis",), {}, "deze aanroep is niet compleet of geeft te veel mee."),
        ("vocabulary", ("woorden",), {}, 'het deel "woorden" bestaat niet.'),
        ("theme_opening", ("x",), {}, 'het thema "x" bestaat niet.'),
        ("focus_areas", ("x",), {}, 'het thema "x" bestaat niet.'),
        ("entry_template", ("x",), {}, 'de soort "x" bestaat niet.'),
        ("entries", (), {"limit": True}, "limit is een getal; gevonden: true."),
        ("entries", (), {"newest": "nee"}, 'newest is true of false; gevonden: "nee".'),
        ("figure", (["x"],), {}, "id is tekst tussen aanhalingstekens; gevonden: een lijst"),
        ("filter_link", ("x",), {"time": "45"}, 'in de keuze Hoeveel tijd heb je? de waarde "45"'),
        ("filter_link", ("x",), {"audience": "team,teem"}, 'de waarde "teem" bestaat niet.'),
        ("basket", (3, 4), {}, "title is tekst tussen aanhalingstekens; gevonden: 3."),
        ("themes", (1, 2), {}, "deze aanroep is niet compleet of geeft te veel mee."),
    ],
)
def test_a_wrong_call_says_what_to_do(
    page: Page, name: str, arguments: tuple[object, ...], named: dict[str, object], told: str
) -> None:
    """What was found, what is near, what is allowed; never a traceback."""
    with pytest.raises(MacroFault, match=re.escape(told)):
        call(name, page, arguments, dict(named))


def test_the_catalogue_holds_every_entry_with_what_it_can_be_chosen_by(page: Page) -> None:
    """Under its theme, with its facets at the card; the form offers what some entry has."""
    html = call("catalogue", page, (), {})

    assert len(titles(html)) == html.count("<li data-entry=") == 7
    assert 'data-soort="interventie" data-tijd="30 60 120"' in html
    assert 'name="tijd" value="30"' in html
    assert 'href="../voor/team/"' in html


def test_a_link_to_a_choice_says_it_behind_the_hash(page: Page) -> None:
    """Several values and words too; nothing chosen is the whole catalogue."""
    some = call("filter_link", page, ("kort",), {"time": "30", "audience": "team,medewerker"})
    words = call("filter_link", page, ("<b>",), {"words": "werk & privé"})

    assert some == '<a href="../catalogus/#tijd=30&amp;voor=team,medewerker">kort</a>'
    assert words == '<a href="../catalogus/#zoek=werk%20%26%20priv%C3%A9">&lt;b&gt;</a>'
    assert call("filter_link", page, ("alles",), {}) == '<a href="../catalogus/">alles</a>'


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_is_explained_with_all_its_arguments_and_an_example(name: str) -> None:
    """The page about macros is made from the docstrings, so these must be whole."""
    told = describe(name)
    parameters = [
        parameter for parameter in inspect.signature(MACROS[name]).parameters if parameter != "page"
    ]

    assert [argument["name"] for argument in told["arguments"]] == parameters
    assert told["explanation"].endswith(".")
    assert told["call"].startswith(f"{{{{ {name}(")


def test_the_form_for_a_proposal_carries_what_is_set_and_all_example_files(
    example: Contents,
) -> None:
    """A script reads the ways out from it; who has none finds each example file and the address."""
    ways = Ways(github="https://github.com/naam/mand", mail="redactie@example.org")
    day = date(2026, 11, 21)
    page = Page(Renderer(example, "https://voorbeeld.example.org/", day, ways=ways), "../../")

    html = call("proposal", page, (), {})

    assert 'data-github="https://github.com/naam/mand" data-forgejo="" data-branch="main"' in html
    assert 'data-mail="redactie@example.org"' in html
    assert '<a href="mailto:redactie@example.org">redactie@example.org</a>' in html
    assert [kind for kind in KINDS if f'id="sjabloon-{kind}"' not in html] == []


def test_without_a_mail_address_the_form_names_who_to_ask(page: Page) -> None:
    """No empty link."""
    html = call("proposal", page, (), {})

    assert "mailto:" not in html
    assert "degene die de goodiebag bijhoudt" in html


def test_what_is_tested_is_told_with_the_day_of_the_version(page: Page) -> None:
    """A project without a commit has no day, and then none is made up."""
    for day, expected in ((date(2026, 3, 2), True), (date(1970, 1, 1), False)):
        html = call(
            "accessibility_tests", replace(page, renderer=replace(page.renderer, day=day)), (), {}
        )
        assert ("hoort bij de versie van" in html) is expected
        assert "Een aflevering beluisteren" in html
