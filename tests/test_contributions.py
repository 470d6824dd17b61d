"""The commands for who adds an entry: begin one, have it explained, keep the schema and the rest fresh."""

from pathlib import Path

import pytest

from macros.contribute import schema
from tests.project import ROOT, compose, goodiebag

FOLDER = "catalogue/entries/integriteit"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The example, to change."""
    return compose(tmp_path / "p")


def test_an_entry_begins_with_one_command(project: Path) -> None:
    """In the folder of its theme, when one is there; a second one by that name is refused."""
    made = goodiebag("new", "Methode", "Samen lunchen", cwd=project / FOLDER)
    again = goodiebag("new", "study", "Samen lunchen", "--thema", "integriteit", cwd=project)
    checked = goodiebag("check", f"{FOLDER}/samen-lunchen.yml", cwd=project)

    assert (made.returncode, again.returncode, checked.returncode) == (0, 1, 1)
    assert made.stdout.startswith(f"Je stuk staat klaar: {FOLDER}/samen-lunchen.yml\n")
    assert f"{FOLDER}/samen-lunchen.yml bestaat al." in again.stderr
    assert checked.stdout.count("moet je nog schrijven") == checked.stdout.count("\n") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "noem een soort en een titel"),
        (["method"], "noem een soort en een titel"),
        (["metod", "Iets"], 'de soort "metod" ken ik niet. Bedoel je "method"?'),
        (["method", "Iets"], "Zeg bij welk thema dit hoort, met --thema."),
        (["method", "Iets", "--thema", "integritijd"], 'Bedoel je "integriteit"?'),
        (["method", "Iets", "--vervang"], "noem een soort en een titel"),
        (["method", "Iets", "--from-form", "x.yml"], "met --from-form noem je geen soort en titel"),
    ],
)
def test_wrong_use_of_new_is_told_with_exit_code_2(
    project: Path, arguments: list[str], told: str
) -> None:
    """And no question is asked where nobody can answer."""
    done = goodiebag("new", *arguments, cwd=project)

    assert done.returncode == 2
    assert told in done.stderr


def test_a_mailed_proposal_is_put_in_its_place_and_checked(project: Path, tmp_path: Path) -> None:
    """What is wrong with it is told in its new place."""
    source = tmp_path / "voorstel.txt"
    text = (
        f"# {FOLDER}/lunch.yml\nkind: study\ntitle: Samen lunchen\nsummary: Eet samen.\n"
        "audience: [team]\npublished: 2026-11-21\n"
        "provenance: {origin: editorial, material: complete}\n"
    )
    source.write_text(text, encoding="utf-8")
    sound = goodiebag("new", "--from-form", str(source), cwd=project)
    again = goodiebag("new", "--from-form", str(source), cwd=project)
    source.write_text(text.replace("[team]", "[teem]"), encoding="utf-8")
    wrong = goodiebag("new", "--from-form", str(source), "--vervang", cwd=project)

    assert [done.returncode for done in (sound, again, wrong)] == [0, 1, 1]
    assert sound.stdout == f"Het stuk staat op zijn plek: {FOLDER}/lunch.yml\nAlles klopt in {FOLDER}/lunch.yml.\n"  # fmt: skip
    assert "voeg dan --vervang toe" in again.stderr
    assert "-audience: [team]\n+audience: [teem]\n" in wrong.stdout
    assert f"{FOLDER}/lunch.yml:5:12: audience.1: de doelgroep" in wrong.stdout


def test_fields_and_words_are_explained() -> None:
    """What is not there is wrong use, with what is near."""
    field = goodiebag("explain", "Stappen.Minuten", cwd=ROOT)
    words = goodiebag("vocabulary", "plekken", cwd=ROOT)
    every = goodiebag("vocabulary", cwd=ROOT)
    unknown = goodiebag("explain", "minuts", cwd=ROOT)
    no_list = goodiebag("vocabulary", "plekkn", cwd=ROOT)

    assert field.stdout.startswith("steps.minutes – Minuten (mag je weglaten)\n")
    assert words.stdout.startswith("settings – Plekken.")
    assert "\nthemes – " in f"\n{every.stdout}"
    assert (unknown.returncode, no_list.returncode) == (2, 2)
    assert 'Bedoel je "minutes"?' in unknown.stderr
    assert 'Bedoel je "settings"?' in no_list.stderr


def test_words_are_not_told_where_they_cannot_be_read(project: Path) -> None:
    """Then the problems are."""
    (project / "catalogue/vocabulary.yml").write_text("themes: []\n", encoding="utf-8")
    done = goodiebag("vocabulary", cwd=project)

    assert done.returncode == 1
    assert "catalogue/vocabulary.yml:1:9: themes: deze lijst is leeg." in done.stdout


def test_the_schema_is_written_when_it_changed(project: Path) -> None:
    """The folder is made where it is not there."""
    made, again = goodiebag("schema", cwd=project), goodiebag("schema", cwd=project)

    assert made.stdout == f"{schema.FILE} is bijgewerkt.\n"
    assert again.stdout == f"{schema.FILE} klopt al.\n"
    assert (project / schema.FILE).read_text("utf-8").startswith('{\n  "$schema": ')


def test_what_is_old_is_told_and_is_only_a_fault_when_asked(project: Path) -> None:
    """As lines, or as a report to post; links are left in peace unless asked for."""
    later, now = "1900000000", "0"  # in 2030, and in 1970

    lines = goodiebag("stale", cwd=project, SOURCE_DATE_EPOCH=later)
    strict = goodiebag("stale", "--strict", cwd=project, SOURCE_DATE_EPOCH=later)
    report = goodiebag("stale", "--format", "markdown", cwd=project, SOURCE_DATE_EPOCH=later)
    fresh = goodiebag("stale", "--strict", cwd=project, SOURCE_DATE_EPOCH=now)

    assert (lines.returncode, strict.returncode, report.returncode, fresh.returncode) == (
        0,
        1,
        0,
        0,
    )
    assert "keek niemand dit na" in lines.stdout
    assert strict.stdout == lines.stdout
    assert report.stdout.startswith("## Stukken om na te kijken\n\nNaar ")
    assert fresh.stdout == "Er is niets na te kijken.\n"


def test_links_are_asked_only_with_the_word_for_it(project: Path) -> None:
    """Nobody listens at port 1 of this machine."""
    entry = project / FOLDER / "grijze-gebied.yml"
    for other in (project / "catalogue").rglob("*.yml"):
        text = other.read_text("utf-8").replace("https://", "https://127.0.0.1:1/")
        other.write_text(text, encoding="utf-8")
    entry.write_text(f"{entry.read_text('utf-8').rstrip()}\nlinks:\n  - {{title: Daar, url: https://127.0.0.1:1/daar}}\n", "utf-8")  # fmt: skip

    silent = goodiebag("stale", cwd=project)
    asked = goodiebag("stale", "--links", "--strict", cwd=project, no_proxy="127.0.0.1")

    assert "127.0.0.1" not in silent.stdout
    assert asked.returncode == 1
    assert "https://127.0.0.1:1/daar: de site antwoordt niet." in asked.stdout
