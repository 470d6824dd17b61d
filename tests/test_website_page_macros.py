"""What writers can call, and what they hear when they call it wrongly."""

import inspect
import re
from dataclasses import replace
from datetime import date

import pytest

from macros.contents import Contents
from macros.website.calls import MacroFault, Page
from macros.website.page_macros import MACROS, call, describe
from macros.website.rendering import Renderer

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

    assert re.search(rf'<h2 id="[a-z-]+">{heading} ', html)
    assert ' <span class="count">0</span>' not in html


def test_a_list_without_entries_says_so(page: Page) -> None:
    """No empty space: a sentence, and the way to add something."""
    html = call("entries", page, (), {"theme": "integriteit", "kind": "podcast"})

    assert "Hier staat nog niets" in html
    assert 'href="../bijdragen/"' in html


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
        ("vocabulary", ("woorden",), {}, 'het deel "woorden" bestaat niet.'),
        ("theme_opening", ("x",), {}, 'het thema "x" bestaat niet.'),
        ("entry_template", ("x",), {}, 'de soort "x" bestaat niet.'),
        ("entries", (), {"limit": True}, "limit is een getal; gevonden: true."),
        ("entries", (), {"newest": "nee"}, 'newest is true of false; gevonden: "nee".'),
        ("figure", (["x"],), {}, "id is tekst tussen aanhalingstekens; gevonden: een lijst"),
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
