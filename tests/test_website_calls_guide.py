"""The macros of the guide: situations by who says them, one situation, and four questions."""

import dataclasses
import re
from datetime import date
from typing import Any

import pytest

from macros.catalogue.situations import Situations
from macros.contents import Contents
from macros.website.calls import MacroFault, Page
from macros.website.page_macros import call
from macros.website.rendering import Renderer


@pytest.fixture
def page(example: Contents) -> Page:
    """A page one folder below the root."""
    return Page(Renderer(example, "https://voorbeeld.example.org/", date(2026, 11, 21)), "../")


def found(pattern: str, html: str) -> list[Any]:
    """Give what stands in the brackets of a pattern, everywhere."""
    return re.findall(pattern, html, re.DOTALL)


def test_situations_stand_under_the_first_audience_that_says_them(page: Page) -> None:
    """In the order of the vocabulary; an audience that says nothing has no heading."""
    html = call("situations", page, (), {"level": 3})

    assert found(r"<h3 id=\"zegt-[a-z-]+\">(.*?)</h3>", html) == ["Medewerker", "Leidinggevende"]
    assert found(r'href="\.\./wegwijzer/([a-z-]+)/"', html) == [
        "niemand-zei-iets",
        "we-zien-elkaar-nauwelijks",
        "samen-maar-waarheen",
    ]


def test_a_catalogue_without_situations_says_so_kindly(page: Page) -> None:
    """With another way on."""
    contents = page.renderer.contents
    empty = dataclasses.replace(contents.catalogue, guide=Situations())
    renderer = dataclasses.replace(
        page.renderer, contents=dataclasses.replace(contents, catalogue=empty)
    )
    html = call("situations", Page(renderer, "../"), (), {})

    assert "Hier staan nog geen situaties." in html
    assert 'href="../catalogus/"' in html


def test_one_situation_is_a_link_in_the_colour_of_its_theme(page: Page) -> None:
    """Its words are text."""
    html = call("situation_card", page, ("we-zien-elkaar-nauwelijks",), {})

    assert 'class="quote theme--sinaasappel"' in html
    assert "“We zien elkaar &lt; 1 keer per week" in html


def test_a_situation_that_is_not_there_is_told_with_what_is_near(page: Page) -> None:
    """So that a writer can mend the call."""
    with pytest.raises(MacroFault) as fault:
        call("situation_card", page, ("samen-waarheen",), {})

    assert str(fault.value) == (
        'de situatie "samen-waarheen" bestaat niet. Bedoel je "samen-maar-waarheen"? '
        "Kijk in catalogue/situations.yml wat er is."
    )


def test_the_four_questions_offer_only_answers_that_some_entry_has(page: Page) -> None:
    """Each can be left open, and it is at first."""
    html = call("finder", page, (), {})
    radios = found(r'<input type="radio" name="([a-z-]+)" value="([^"]*)"[^>]*?( checked)?>', html)
    answers: dict[str, list[str]] = {}
    for name, value, _ in radios:
        answers.setdefault(name, []).append(value)

    assert answers == {
        "voor": ["medewerker", "team", "leidinggevende", "hr-adviseur", ""],
        "thema": ["productieve-werkomgeving", "opgavegericht-werken", "integriteit", ""],
        "onderwerp-productieve-werkomgeving": ["vitaliteit", "sociale-en-teamcohesie", ""],
        "onderwerp-opgavegericht-werken": ["gedeelde-doelen", ""],
        "onderwerp-integriteit": ["moreel-beraad", ""],
        "tijd": ["15", "30", "60", "120", ""],
        "waar": ["kantoor", "online", "hybride", ""],
    }
    assert [name for name, value, checked in radios if checked and value == ""] == [*answers]


def test_an_answer_knows_how_it_is_given_back_as_a_reason(page: Page) -> None:
    """Inside a sentence a label begins small, unless it is a name."""
    html = call("finder", page, (), {})

    assert 'value="hr-adviseur" data-because="voor een HR-adviseur"' in html
    assert 'value="vitaliteit" data-because="over vitaliteit"' in html
    assert 'value="kantoor" data-because="kan op kantoor"' in html


def test_without_a_script_the_same_questions_are_links_to_lists(page: Page) -> None:
    """The form is hidden, the lists are not."""
    html = call("finder", page, (), {})
    lists = html[html.index("finder__lists") :]

    assert re.search(r"<form [^>]*\bhidden>", html)
    assert 'href="../voor/hr-adviseur/"' in lists
    assert 'href="../thema/integriteit/"' in lists
    assert 'href="../onderwerp/moreel-beraad/"' in lists
    assert "hidden" not in lists
