"""The command line: Dutch, exact, and with the right exit code."""

import re
from pathlib import Path

import pytest

from macros.cli import goodiebag as command
from tests.project import ROOT, compose, goodiebag

ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Show this|Error|Missing|Invalid|No such|default:)\b"
)


@pytest.mark.parametrize("name", [None, *command.commands])
def test_help_is_dutch(name: str | None) -> None:
    """Every command explains itself, without a word of click's English."""
    arguments = [name, "--help"] if name else ["--help"]
    done = goodiebag(*arguments, cwd=ROOT)

    assert done.returncode == 0
    assert done.stdout.startswith("Gebruik: goodiebag")
    assert "Laat deze uitleg zien." in done.stdout
    assert not ENGLISH.search(done.stdout)


def test_without_a_command_it_explains_itself() -> None:
    """Using it without saying what to do is wrong use, and shows what can be done."""
    done = goodiebag(cwd=ROOT)

    assert done.returncode == 2
    assert "Opdrachten:" in done.stdout + done.stderr


def test_check_lists_every_problem_on_a_line_of_its_own(tmp_path: Path) -> None:
    """Sorted, with file, line, column and field; exit code 1; no traceback."""
    project = compose(tmp_path / "p")
    folder = project / "catalogue/entries/integriteit"
    (folder / "grijze-gebied.yml").write_text("kind: backgrond\n", encoding="utf-8")
    (folder / "Groot.yaml").write_text("kind: study\n", encoding="utf-8")

    done = goodiebag("check", cwd=project)

    assert done.returncode == 1
    places = [line.split(": ")[0] for line in done.stdout.splitlines()]
    assert places == sorted(places)
    assert "catalogue/entries/integriteit/Groot.yaml:1:1" in places
    assert "catalogue/entries/integriteit/grijze-gebied.yml:1:7" in places
    assert f"{len(places)} problemen gevonden." in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], 'de opdracht "chek" ken ik niet. Bedoel je "check"?'),
        (["check", "--vlug"], 'de optie "--vlug" ken ik niet.'),
        (["voice"], "hier ontbreekt nog iets: NAAM."),
        (["check", "iets"], "er staat te veel achter deze opdracht."),
        (["serve", "--adres"], 'na de optie "--adres" hoort een waarde.'),
        (["serve", "--adres", "foo"], "Schrijf het adres met een poort"),
        (["--map", "/", "check"], "ligt geen goodiebag"),
    ],
)
def test_wrong_use_is_told_in_dutch_with_exit_code_2(arguments: list[str], told: str) -> None:
    """What is wrong, and how to get help."""
    done = goodiebag(*arguments, cwd=ROOT)

    assert done.returncode == 2
    assert told in done.stderr
    assert "--help" in done.stderr
    assert not ENGLISH.search(done.stderr)


def test_it_works_from_a_folder_inside_the_project(tmp_path: Path) -> None:
    """The nearest folder above with mkdocs.yml and catalogue/ is the project."""
    project = compose(tmp_path / "p")

    done = goodiebag("check", cwd=project / "catalogue/entries")

    assert done.returncode == 0
    assert done.stdout == "Alles klopt: 7 stukken, 1 aflevering en 2 bronnen.\n"


def test_build_ends_with_what_was_built_and_where(tmp_path: Path) -> None:
    """The last line says it."""
    project = compose(tmp_path / "p")

    done = goodiebag("build", cwd=project)

    assert done.returncode == 0
    last = done.stdout.splitlines()[-1]
    assert re.fullmatch(r"Klaar: \d+ pagina's, 1 aflevering en de zoekindex staan in site/", last)
