"""Calls on a hand-written page are checked before the page is rendered."""

from jinja2 import Environment

from macros.website import page_source


def test_a_page_with_known_calls_is_sound() -> None:
    """Names of macros, and names that the page sets itself, are known."""
    source = "# Titel\n\n{% for soort in ['method'] %}{{ entries(kind=soort) }}{% endfor %}\n"

    assert page_source.check(source, "docs/over.md", {"entries"}) == []


def test_an_unknown_call_is_told_at_its_line_with_the_nearest_name() -> None:
    """The line counts from the top of the file, front matter included."""
    [problem] = page_source.check(
        "Hoi\n\n{{ entrys() }}\n", "docs/over.md", {"entries", "figure"}, above=4
    )

    assert str(problem) == (
        'docs/over.md:7:1: entrys: de aanroep "entrys" bestaat niet. Bedoel je "entries"? '
        "Je kunt gebruiken: entries of figure."
    )


def test_braces_that_do_not_close_are_told_at_their_line() -> None:
    """Jinja says in English what it expects; what to do is said in Dutch."""
    [problem] = page_source.check("Hoi\n{{ entries( }}\n", "docs/over.md", {"entries"})

    assert (problem.line, problem.column) == (2, 1)
    assert problem.message.startswith("een aanroep tussen {{ }} of {% %} klopt niet")
    assert problem.message.endswith("Kijk of alle haakjes en aanhalingstekens sluiten.")


def test_the_line_of_a_call_is_known_while_it_runs() -> None:
    """A macro can tell where in the page it stands."""
    environment = Environment()
    environment.globals["here"] = page_source.line_of_call

    page = environment.from_string("een\n{{ here() }}\n\n{% if true %}\n{{ here() }}\n{% endif %}")
    assert page.render().split() == ["een", "2", "5"]
