"""Calls become tokens in the Markdown, and tokens become ready HTML."""

import re
from datetime import date

import pytest
from jinja2 import Environment
from markdown import markdown

from macros.contents import Contents
from macros.website import assembly
from macros.website.assembly import Assembly
from macros.website.rendering import Renderer


@pytest.fixture
def run(example: Contents) -> Assembly:
    """A build that has opened a page with four lines of front matter."""
    started = assembly.begin(
        Renderer(example, "https://voorbeeld.example.org/", date(2026, 11, 21))
    )
    started.open("docs/over.md", "over/", above=4)
    return started


def rendered(run: Assembly, source: str) -> str:
    """Render a page as MkDocs and its macros plugin do."""
    environment = Environment()
    for name in assembly.NAMES:
        environment.globals[name] = lambda *given, _name=name, **named: run.call(
            _name, given, named
        )
    return run.finish(markdown(environment.from_string(source).render()))


def test_a_block_takes_the_place_of_its_paragraph(run: Assembly) -> None:
    """HTML of a list does not end up inside a paragraph."""
    html = rendered(run, "Voor\n\n{{ entries(limit=1) }}\n\nNa")

    assert re.match(r"<p>Voor</p>\s*<div class=", html)
    assert re.search(r"</div>\s*<p>Na</p>$", html)
    assert "data-goodiebag" not in html


def test_an_inline_call_stays_inside_its_sentence(run: Assembly) -> None:
    """A link is part of the text around it."""
    html = rendered(run, 'Lees {{ link("grijze-gebied") }} eerst.')

    assert (
        html
        == '<p>Lees <a href="../catalogus/grijze-gebied/">Wat is het grijze gebied?</a> eerst.</p>'
    )


def test_text_of_an_entry_is_not_taken_for_markdown_or_jinja(run: Assembly) -> None:
    """Stars, braces and angle brackets in YAML come through as they are."""
    html = rendered(run, '{{ entry_card("voorbeelden-voor-beginners") }}')

    assert "Wat gebeurt er met &lt;b&gt;haakjes&lt;/b&gt;" in html
    assert "{{ 7 * 7 }}" in html


def test_wrong_calls_are_collected_with_page_and_line(run: Assembly) -> None:
    """The build goes on to find them all; the line counts the front matter."""
    rendered(run, 'Hoi\n\n{{ link("x") }}\n\n{{ figure("y") }}\n')

    assert [(problem.file, problem.line, problem.field) for problem in run.problems] == [
        ("docs/over.md", 7, "link"),
        ("docs/over.md", 9, "figure"),
    ]


def test_unknown_calls_are_found_before_rendering(run: Assembly) -> None:
    """They would stop Jinja in English."""
    run.check("{{ stukken() }}")

    assert [(problem.line, problem.field) for problem in run.problems] == [(5, "stukken")]


def test_the_running_build_can_be_found_by_the_other_door(run: Assembly) -> None:
    """mkdocs-macros and the hooks are loaded apart, and meet here."""
    assert assembly.running() is run
