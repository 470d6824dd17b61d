"""What every command shares: the project is found, problems are told and counted."""

from pathlib import Path

import click
import pytest

from macros import terminal
from macros.catalogue.problems import Problem, Problems
from tests.project import compose


def test_the_project_is_the_nearest_folder_above_with_a_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or the one that is named, and then no other."""
    root = compose(tmp_path / "p")
    monkeypatch.chdir(root / "catalogue/entries")

    assert terminal.project(None) == root
    assert terminal.project(root) == root
    with pytest.raises(click.UsageError, match="ligt geen goodiebag"):
        terminal.project(root / "docs")


def test_problems_are_printed_each_on_a_line_and_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The count goes to standard error, and the exit code says that the contents are wrong."""
    with pytest.raises(SystemExit) as end:
        terminal.tell(Problems([Problem("a.yml", 1, 2, "title", "te lang.")]))

    told = capsys.readouterr()
    assert end.value.code == terminal.WRONG_CONTENTS
    assert told.out == "a.yml:1:2: title: te lang.\n"
    assert told.err == "\n1 probleem gevonden.\n"


def test_a_failure_is_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """So that what a command gives can be passed on."""
    with pytest.raises(SystemExit) as end:
        terminal.fail("Dit lukt niet.")

    assert end.value.code == terminal.WRONG_CONTENTS
    assert capsys.readouterr() == ("", "Dit lukt niet.\n")


def test_a_path_is_told_as_one_types_it_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole when it lies elsewhere."""
    monkeypatch.chdir(tmp_path)

    assert terminal.near(tmp_path / "site/map") == "site/map"
    assert terminal.near(Path("/elders")) == "/elders"
