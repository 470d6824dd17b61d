"""An entry that begins with its kind and its title: what is made, what is left, what is refused."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.loading import survey
from macros.catalogue.model import KINDS
from macros.catalogue.problems import Problems
from macros.catalogue.texts import TO_WRITE
from macros.contribute import beginning
from macros.contribute.beginning import NotBegun, ThemeNeeded, Unclear
from macros.contribute.scaffold import EDITOR
from tests.conftest import Check

FOLDER = "catalogue/entries/integriteit"


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_still_to_be_written_is_told(root: Path, check: Check, kind: str) -> None:
    """By the check, of every kind; filled in it is sound."""
    made = beginning.start(
        root, kind, "Een goed begin", None if kind == "podcast" else "integriteit"
    )
    file = root / made.file

    assert file.read_text("utf-8").startswith(
        f"{EDITOR}\n# {KINDS[kind].kind_label}. Regels met een #"
    )
    told = check()
    assert len(told) == len(made.to_write)
    assert all("moet je nog schrijven" in line for line in told)
    assert told[0].startswith(made.file)

    file.write_text(
        re.sub(f"'{TO_WRITE}[^']*'", "Hier staat het", file.read_text("utf-8")), "utf-8"
    )
    assert check() == []


def test_the_report_says_what_to_do(root: Path) -> None:
    """What to write, what to look at, and the command that tells whether it is right."""
    made = str(beginning.start(root, "Methode", "Een goed begin", "Integriteit"))

    assert made.startswith(f"Je stuk staat klaar: {FOLDER}/een-goed-begin.yml\n")
    assert "1. Schrijf nog: summary (Samenvatting) en goal (Doel).\n" in made
    assert "audience (Voor wie)" in made
    assert made.endswith(f"goodiebag check {FOLDER}/een-goed-begin.yml")
    assert max(map(len, made.splitlines())) <= 80


@pytest.mark.parametrize(
    ("asked", "kind"),
    [("method", "method"), ("Methode", "method"), ("werkvorm", "intervention"), ("Boekrecensies", "book-review"), (" STUDIE", "study")],
)  # fmt: skip
def test_a_kind_is_known_by_all_its_names(asked: str, kind: str) -> None:
    """Its id, its label, several of them, another word for it."""
    assert beginning.kind_of(asked) == kind


def test_the_theme_follows_from_where_one_is(root: Path) -> None:
    """From the folder, from the series of a podcast, and else it is asked."""
    catalogue, _ = survey(root)
    assert catalogue

    assert beginning.theme_of(catalogue, None, root / FOLDER) == "integriteit"
    assert beginning.theme_of(catalogue, None, root, "podcast") == "productieve-werkomgeving"
    assert beginning.theme_of(catalogue, "INTEGRITEIT", root) == "integriteit"
    with pytest.raises(ThemeNeeded, match="--thema") as needed:
        beginning.theme_of(catalogue, None, root)
    assert "integriteit" in needed.value.themes


@pytest.mark.parametrize(
    ("kind", "title", "theme", "error", "message"),
    [
        ("metod", "Iets", "integriteit", Unclear, 'de soort "metod" ken ik niet. Bedoel je "method"?'),
        ("method", "Iets", "integritijd", Unclear, 'het thema "integritijd" bestaat niet. Bedoel je "integriteit"?'),
        ("method", "Iets", None, ThemeNeeded, "Zeg bij welk thema dit hoort"),
        ("method", "Iets.", "integriteit", NotBegun, "title: een titel eindigt niet op een punt"),
        ("method", "x" * 91, "integriteit", NotBegun, "title: deze tekst telt 91 tekens"),
        ("method", "?!", "integriteit", NotBegun, "geen bestandsnaam te maken"),
        ("method", "Voorbeeld", "integriteit", NotBegun, "productieve-werkomgeving/voorbeeld.yml bestaat al."),
        ("study", "VOORBEELD!", None, NotBegun, "productieve-werkomgeving/voorbeeld.yml bestaat al."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_before_anything_is_written(
    root: Path, kind: str, title: str, theme: str | None, error: type[NotBegun], message: str
) -> None:
    """The message says why; the project is as it was."""
    before = sorted(root.rglob("*"))

    with pytest.raises(error) as told:
        beginning.start(root, kind, title, theme)

    assert message in str(told.value)
    assert sorted(root.rglob("*")) == before


def test_an_old_name_is_not_used_again(root: Path) -> None:
    """Its address forwards to the entry that had it."""
    other = root / "catalogue/entries/productieve-werkomgeving/voorbeeld.yml"
    other.write_text(other.read_text("utf-8") + "former_ids: [vroeger]\n", "utf-8")

    with pytest.raises(NotBegun, match="vroeger is een oude naam van"):
        beginning.start(root, "method", "Vroeger", "integriteit")


def test_a_title_that_resembles_another_is_told_and_not_refused(root: Path) -> None:
    """Whoever knows both decides."""
    file = beginning.start(
        root, "method", "Samen een gesprek voeren over grenzen", "integriteit"
    ).file
    path = root / file
    path.write_text(
        re.sub(f"'{TO_WRITE}[^']*'", "Hier staat het", path.read_text("utf-8")), "utf-8"
    )

    same = beginning.start(root, "method", "Een gesprek over grenzen samen voeren", "integriteit")
    other = beginning.start(root, "method", "Taart bakken", "integriteit")

    assert same.alike == (f"“Samen een gesprek voeren over grenzen”: {file}",)
    assert "Gaat het over hetzelfde" in str(same)
    assert other.alike == ()


def test_a_podcast_gets_the_next_number_of_its_theme(root: Path) -> None:
    """Numbers run within a theme."""
    here = beginning.start(root, "podcast", "Nog een gesprek").file
    elsewhere = beginning.start(root, "podcast", "Elders een gesprek", "integriteit").file

    assert "\nnumber: 2\n" in (root / here).read_text("utf-8")
    assert "\nnumber: 1\n" in (root / elsewhere).read_text("utf-8")


def test_without_a_vocabulary_nothing_is_begun(root: Path) -> None:
    """What is wrong with it is told first."""
    (root / "catalogue/vocabulary.yml").unlink()

    with pytest.raises(Problems):
        beginning.start(root, "method", "Iets", "integriteit")


def test_a_folder_where_nothing_can_be_written_is_told(root: Path) -> None:
    """With the file that could not be made."""
    folder = root / "catalogue/entries/integriteit"
    for path in [*folder.iterdir(), folder]:
        remove: Callable[[], None] = path.rmdir if path.is_dir() else path.unlink
        remove()
    folder.write_bytes(b"")

    with pytest.raises(NotBegun, match="Schrijven lukt hier niet"):
        beginning.start(root, "method", "Iets", "integriteit")
