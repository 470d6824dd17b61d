"""Git tells which files of the contents changed."""

import subprocess
from pathlib import Path

import pytest

from macros.contribute.changes import Change, NoChanges, since

ENTRY = "catalogue/entries/integriteit"


def git(folder: Path, *arguments: str) -> None:
    """Run git as someone, whatever the settings of this machine."""
    who = ["-c", "user.name=Iemand", "-c", "user.email=iemand@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(root: Path) -> Path:
    """The example's contents in a repository, with a branch on which nothing changed yet."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Begin")
    git(root, "checkout", "-qb", "voorstel")
    return root


def test_new_changed_and_removed_files_are_told(repository: Path) -> None:
    """Committed or not; a name may hold anything, and code is no content."""
    known = sorted((repository / ENTRY).glob("*.yml"))
    known[0].write_text("kind: study\n", encoding="utf-8")
    known[1].unlink()
    git(repository, "commit", "-qam", "Verander")
    (repository / ENTRY / "één\tnieuw.yml").write_text("", encoding="utf-8")
    (repository / "macros").mkdir()
    (repository / "macros/code.py").write_text("", encoding="utf-8")

    assert since(repository, "main") == tuple(
        sorted(
            [
                Change(f"{ENTRY}/{known[0].name}", "changed"),
                Change(f"{ENTRY}/{known[1].name}", "gone"),
                Change(f"{ENTRY}/één\tnieuw.yml", "new"),
            ]
        )
    )


def test_what_others_changed_meanwhile_is_not_told(repository: Path) -> None:
    """The comparison is with where the proposal began, not with what the other branch is now."""
    git(repository, "checkout", "-q", "main")
    (repository / "catalogue/later.yml").write_text("", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Later")
    git(repository, "checkout", "-q", "voorstel")

    assert since(repository, "main") == ()


@pytest.mark.parametrize("ref", ["nergens", "--output=kwaad", "-h", ""])
def test_a_name_that_is_no_version_is_refused(repository: Path, ref: str) -> None:
    """Also one that looks like an option of git; nothing is written."""
    with pytest.raises(NoChanges, match="--since"):
        since(repository, ref)
    assert not (repository / "kwaad").exists()


def test_a_folder_without_git_is_told(root: Path) -> None:
    """It says what to do."""
    with pytest.raises(NoChanges, match="Kijk of dit een kopie met geschiedenis is"):
        since(root, "main")
