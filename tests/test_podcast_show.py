"""The podcast as a whole: its artwork, and that it owns up to a computer voice."""

import shutil
from pathlib import Path

import pytest

from macros.catalogue.loading import load
from macros.podcast import show
from tests.project import EXAMPLE


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the example's contents, to damage."""
    for name in ("catalogue", "podcasts"):
        shutil.copytree(EXAMPLE / name, tmp_path / name)
    return tmp_path


def line_of(root: Path, text: str) -> int:
    """Give the number of the line in the podcast's own file that holds a text."""
    lines = (root / "podcasts/channel.yml").read_text("utf-8").splitlines()
    return 1 + next(number for number, line in enumerate(lines) if text in line)


def problems(root: Path, *synthetic: str) -> list[str]:
    """Give what is told about the podcast of a project."""
    return [str(problem) for problem in show.problems(load(root), synthetic)]


def test_a_sound_podcast_gives_no_problems(root: Path) -> None:
    """The example as it is."""
    assert problems(root, "voorbeeld") == []


def test_missing_artwork_points_at_the_field_that_names_it(root: Path) -> None:
    """In podcasts/channel.yml."""
    (root / "podcasts/cover.jpg").unlink()

    [told] = problems(root)
    assert told.startswith(
        f"podcasts/channel.yml:{line_of(root, 'cover:')}:8: cover: podcasts/cover.jpg: dit bestand is er niet."
    )


def test_artwork_that_is_a_symbolic_link_is_refused(root: Path) -> None:
    """What is published lies in the project itself."""
    moved = (root / "podcasts/cover.jpg").rename(root / "elders.jpg")
    (root / "podcasts/cover.jpg").symlink_to(moved)

    [told] = problems(root)
    assert "podcasts/cover.jpg: dit is een symbolische link en die volgen we niet." in told


def test_a_computer_voice_that_is_not_owned_up_to_is_told(root: Path) -> None:
    """The listener has a right to know; the episodes are named."""
    channel = root / "podcasts/channel.yml"
    channel.write_text(
        channel.read_text("utf-8").replace("synthetic_voice: true", "synthetic_voice: false"),
        "utf-8",
    )

    [told] = problems(root, "voorbeeld")
    assert told == (
        f"podcasts/channel.yml:{line_of(root, 'synthetic_voice:')}:18: synthetic_voice: in voorbeeld spreekt een computerstem, en dat hoort de "
        "luisteraar te weten. Schrijf synthetic_voice: true."
    )
    assert problems(root) == []


def test_a_catalogue_without_a_podcast_has_no_problems_with_it(root: Path) -> None:
    """A site may have no podcast at all."""
    (root / "podcasts/channel.yml").unlink()

    assert problems(root) == []
