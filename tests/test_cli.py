"""The command line: Dutch, exact, and with the right exit code."""

import re
import shutil
import socket
from pathlib import Path

import pytest

from macros.cli import goodiebag as command
from tests.project import ROOT, compose, goodiebag, run

ENGLISH = re.compile(
    r"\b(Usage|Options|OPTIONS|Commands?|COMMAND|ARGS|Show this|Error|Missing|Invalid|No such|default)\b"
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
        (["serve", "--adres", "voorbeeld.invalid:8000"], "Schrijf het adres met een poort"),
        (["serve", "--adres", "192.0.2.1:8000"], "dat adres is niet van deze computer"),
        (["serve", "--adres", "127.0.0.1:99999"], "Kies een andere poort"),
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


def test_an_address_that_is_taken_is_told_before_the_site_is_built() -> None:
    """Another preview, most often."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = goodiebag("serve", "--adres", f"127.0.0.1:{taken.getsockname()[1]}", cwd=ROOT)

    assert done.returncode == 2
    assert "draait al iets" in done.stderr


def test_make_serve_passes_on_an_address() -> None:
    """`make serve ADRES=...` is `goodiebag serve --adres ...`; without it there is no option."""
    for argument, expected in (
        ("ADRES=0.0.0.0:8001", 'serve --adres "0.0.0.0:8001"'),
        ("ADRES=", "serve"),
    ):
        shown = run("make", "--dry-run", "--no-print-directory", "serve", argument, cwd=ROOT).stdout
        assert shown.strip().endswith(f"goodiebag {expected}")


def test_a_drawing_that_takes_long_says_that_it_goes_on(tmp_path: Path) -> None:
    """A person sees that the command did not hang."""
    project = compose(tmp_path / "p")
    shutil.copy(ROOT / "podcasts/cover.svg", project / "podcasts")
    browser = project / "traag"
    browser.write_text("#!/bin/sh\nsleep 3\nexit 1\n", encoding="utf-8")
    browser.chmod(0o755)

    done = goodiebag("cover", cwd=project, CHROMIUM=str(browser))

    assert done.stderr.startswith("Ik teken nog ...\n")
    assert done.returncode == 1
