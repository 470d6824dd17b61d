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


def test_a_call_without_brackets_is_told() -> None:
    """Without them Python would write on the page what it is."""
    [problem] = page_source.check("{{ entries }}", "docs/over.md", {"entries"}, {"entries"})

    assert problem.message == "achter deze aanroep ontbreken haakjes. Schrijf {{ entries(...) }}."


def test_an_unknown_filter_is_told_and_does_not_end_in_a_traceback() -> None:
    """Jinja finds those when it compiles."""
    [problem] = page_source.check("Hoi\n{{ entries() | foo }}", "docs/over.md", {"entries"})

    assert problem.line == 2
    assert "foo" in problem.message


def test_a_page_that_could_not_be_rendered_is_told_with_its_line() -> None:
    """What the plugin writes in the place of the page is read back."""
    report = (
        "# _Macro Rendering Error_\n\n_File_: `over.md`\n\n_ZeroDivisionError_: division by zero\n\n"
        '```\nTraceback (most recent call last):\n  File "<template>", line 3, in top-level template code\n```'
    )
    problem = page_source.failure(report, "docs/over.md", above=4)

    assert problem is not None
    assert (problem.line, problem.file) == (7, "docs/over.md")
    assert "division by zero" in problem.message
    assert page_source.failure("# Gewone pagina\n", "docs/over.md") is None
