"""The command line: Dutch, exact, and with the right exit code."""

import re
import socket
from pathlib import Path

import pytest

from macros.cli import goodiebag as command
from tests.project import ROOT, compose, goodiebag, run

ENGLISH = re.compile(
    r"\b(required|Usage|Options|OPTIONS|Commands?|COMMAND|ARGS|Show this|Error|Missing|Invalid|No such|default)\b"
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


def test_advice_is_told_on_lines_of_its_own_and_is_no_problem(tmp_path: Path) -> None:
    """A long sentence has a place like a problem, and the exit code is 0; a plain check is silent."""
    project = compose(tmp_path / "p")
    entry = project / "catalogue/entries/integriteit/grijze-gebied.yml"
    long = f"Dit {'en dat ' * 15}is veel."
    text = re.sub(
        r"^summary: .*(\n  .*)*", f"summary: {long}", entry.read_text("utf-8"), flags=re.M
    )
    entry.write_text(text, encoding="utf-8")

    plain, done = (goodiebag("check", *more, cwd=project) for more in ([], ["--advice"]))

    line = text[: text.index("summary")].count("\n") + 1
    place = f"catalogue/entries/integriteit/grijze-gebied.yml:{line}:10: summary: "
    assert (plain.returncode, done.returncode) == (0, 0)
    assert f"\n{done.stdout}".count(f"\n{place}deze zin heeft 33 woorden") == 1
    assert done.stdout.endswith(plain.stdout)
    assert place not in plain.stdout
    assert re.search(r"^\d+ advie(s|zen)\.$", done.stderr, re.M)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], 'de opdracht "chek" ken ik niet. Bedoel je "check"?'),
        (["check", "--vlug"], 'de optie "--vlug" ken ik niet.'),
        (["voice"], "hier ontbreekt nog iets: NAAM."),
        (["episode", "--titel", "Iets"], "hier ontbreekt nog iets: OPNAME."),
        (["episode", "a.mp3"], "hier ontbreekt nog iets: TITEL."),
        (
            ["episode", "a.mp3", "--title", "Iets", "--nummer", "drie"],
            'de waarde van "nummer" klopt niet.',
        ),
        (["build", "iets"], "er staat te veel achter deze opdracht."),
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
    assert done.stdout == "Alles klopt: 7 stukken, 1 aflevering en 4 bronnen.\n"


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


def test_the_check_before_publishing_refuses_an_example_and_a_silent_move(tmp_path: Path) -> None:
    """The publishing workflow asks it, with the address of the site in SITE_URL."""
    project = compose(tmp_path / "p")
    site, other = "https://ubr.nl/", "https://goodiebag.nl/"

    def told(address: str, **more: str) -> tuple[int, str]:
        done = goodiebag("check", "--publiceer", cwd=project, SITE_URL=address, **more)
        return done.returncode, done.stdout + done.stderr

    with (project / "podcasts/channel.yml").open("a", encoding="utf-8") as channel:
        channel.write("owner: {name: Redactie, email: podcast@ubr.nl}\n")
    example = told("https://goodiebag.example.org/")
    empty = told("")
    first = told(site)
    goodiebag("lock", "--adres", site, cwd=project)

    assert example[0] == empty[0] == first[0] == 1
    assert example[1].startswith(
        'Dit mag nog niet online: "https://goodiebag.example.org/" is een voorbeeld;'
    )
    assert empty[1].startswith("Dit mag nog niet online: SITE_URL is leeg.")
    assert f"Draai `goodiebag lock --adres {site}`" in first[1]
    assert told(site)[0] == 0
    assert told(site, SECURITY_CONTACT="leks@ubr.nl", SECURITY_EXPIRES="2020-01-01") == (
        1,
        "Dit mag nog niet online: security.txt is verlopen op 2020-01-01. Lees je dat adres nog? "
        "Zet dan in SECURITY_EXPIRES een dag binnen een jaar.\n",
    )
    moved = told(other)
    assert moved[0] == 1
    assert "Dat is een verhuizing" in moved[1]


def test_a_build_for_another_domain_is_told_to_be_a_move(tmp_path: Path) -> None:
    """It stops before anything is made; a build for a placeholder is no publication."""
    project = compose(tmp_path / "p")
    goodiebag("lock", "--adres", "https://ubr.nl/", cwd=project)

    done = goodiebag("build", cwd=project, SITE_URL="https://goodiebag.nl/")

    assert done.returncode == 1
    assert "podcasts/published.lock:5:9: podcast.site: de site staat op https://ubr.nl/" in (
        done.stderr
    )
    assert "Dat is een verhuizing" in done.stderr
    assert not (project / "site").exists()
