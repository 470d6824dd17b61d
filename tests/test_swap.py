"""A build goes beside the site and takes its place; whatever happens, a good site is there."""

from pathlib import Path

import pytest

from macros import swap


def test_a_fresh_folder_takes_the_place_of_the_site(tmp_path: Path) -> None:
    """Nothing of the old site is mixed with the new one, and nothing lies beside it."""
    for name, text in (("site", "oud"), (".site-nieuw", "nieuw")):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{text}.html").write_text(text)

    swap.replace(tmp_path / "site", tmp_path / ".site-nieuw")

    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["nieuw.html"]


def test_a_swap_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    """The fresh folder is not there, so the old one comes back."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/oud.html").write_text("oud")

    with pytest.raises(OSError, match="nieuw"):
        swap.replace(tmp_path / "site", tmp_path / ".site-nieuw")

    assert (tmp_path / "site/oud.html").read_text() == "oud"


def test_a_build_that_was_stopped_halfway_its_swap_gives_the_last_good_site_back(
    tmp_path: Path,
) -> None:
    """Between two renames only the old folder is there."""
    (tmp_path / ".site-oud").mkdir()
    (tmp_path / ".site-oud/oud.html").write_text("oud")
    (tmp_path / ".site-nieuw").mkdir()

    fresh = swap.fresh_folder(tmp_path / "site")

    assert (tmp_path / "site/oud.html").read_text() == "oud"
    assert not fresh.exists()


def test_a_site_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """Renaming would replace the link and leave what it points to."""
    (tmp_path / "elders").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elders")

    with pytest.raises(OSError, match="is een link"):
        swap.fresh_folder(tmp_path / "site")


def test_a_second_build_waits_for_its_turn_and_says_so(tmp_path: Path) -> None:
    """It hears that it waits, and goes on when the first is done."""
    first = swap.wait_for_turn(tmp_path / "site", lambda: pytest.fail("nobody else is building"))
    heard: list[str] = []

    def waiting() -> None:
        heard.append("wacht")
        first.release()

    swap.wait_for_turn(tmp_path / "site", waiting).release()

    assert heard == ["wacht"]
