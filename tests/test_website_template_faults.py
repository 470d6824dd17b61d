"""A template that does not work is told with its file and line."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.website.template_faults import OURS, broken, problem


def told(folder: Path, **templates: str) -> str:
    """Render `main.html` in a project whose overrides are these, and give what is told."""
    overrides = folder / "overrides"
    overrides.mkdir()
    for name, text in templates.items():
        (overrides / f"{name}.html").write_text(text, encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(overrides), undefined=StrictUndefined, autoescape=True
    )
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever Jinja or Python raises
        environment.get_template("main.html").render()
    return str(problem(caught.value, folder))


@pytest.mark.parametrize(
    ("templates", "expected"),
    [
        ({"main": "a\n{% if %}\n"}, "overrides/main.html:2:1: "),
        ({"main": "a\n\n{{ b"}, "overrides/main.html:3:1: "),
        ({"main": '{% include "voet.html" %}', "voet": "\n{% blok %}"}, "overrides/voet.html:2:1: "),
        ({"main": '{% include "voet.html" %}', "voet": "\n{{ weg }}"}, "overrides/voet.html:2:1: "),
        ({"main": "\n{{ 1 / 0 }}"}, "overrides/main.html:2:1: "),
        ({"main": '\n{% include "voet.html" %}'}, "overrides/main.html:2:1: "),
    ],
)  # fmt: skip
def test_a_mistake_in_a_template_is_told_where_it_is(
    tmp_path: Path, templates: dict[str, str], expected: str
) -> None:
    """Grammar, an unknown name, a template that is not there: in the file that holds it."""
    assert told(tmp_path, **templates).startswith(f"{expected}dit sjabloon klopt niet: ")


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    """So that one sees the slip in its name."""
    assert 'er is geen sjabloon "voet.html".' in told(tmp_path, main='{% include "voet.html" %}')


def test_a_template_of_our_own_is_told_from_the_folder_of_the_package(tmp_path: Path) -> None:
    """Also for a project elsewhere."""
    source = "\n{% if %}"
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever Jinja raises
        Environment(autoescape=True).compile(
            source, "x.html", str(OURS / "macros/website/templates/x.html")
        )

    assert str(problem(caught.value, tmp_path)).startswith("macros/website/templates/x.html:2:1: ")


def test_every_template_with_broken_grammar_is_told_at_once(tmp_path: Path) -> None:
    """Of all folders, sorted; what only shows while rendering is not looked for."""
    for name, text in {
        "b": "{% endif %}",
        "a/c": "\n{{ x",
        "d": "{{ weg }}{% trans %}a{% endtrans %}",
    }.items():
        file = tmp_path / f"overrides/{name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "overrides/e.html").write_bytes("é".encode("latin-1"))

    found = [str(problem) for problem in broken([tmp_path / "overrides"], tmp_path)]

    assert [line.split(": ")[0] for line in found] == [
        "overrides/a/c.html:2:1",
        "overrides/b.html:1:1",
        "overrides/e.html:1:1",
    ]


def test_our_own_templates_are_sound() -> None:
    """The frame and the pages."""
    assert broken([OURS / "overrides", OURS / "macros/website/templates"], OURS) == []


def test_an_error_behind_an_error_is_found(tmp_path: Path) -> None:
    """What a plugin stumbles over while it tells of a mistake does not hide the mistake."""
    try:
        try:
            Environment(autoescape=True).compile("{% if %}", "x.html", str(tmp_path / "x.html"))
        finally:
            raise IndexError("list index out of range")
    except IndexError as error:
        found = problem(error, tmp_path)

    assert str(found).startswith("x.html:1:1: dit sjabloon klopt niet: ")


def test_another_error_is_no_problem_of_a_template(tmp_path: Path) -> None:
    """It keeps its own report."""
    assert problem(ValueError("iets anders"), tmp_path) is None
