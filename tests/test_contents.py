"""The contents are the catalogue with its recordings, and all problems are told at once."""

from pathlib import Path

import pytest

from macros import contents
from macros.catalogue.problems import Problems
from macros.contents import Contents
from tests.project import compose


def test_an_entry_with_a_recording_has_an_episode(example: Contents) -> None:
    """And one without has none."""
    episode = example.episode("voorbeeld")

    assert episode is not None
    assert 2.9 < episode.audio.seconds < 3.2
    assert example.episode("grijze-gebied") is None


def test_problems_of_entries_and_of_recordings_are_told_together(tmp_path: Path) -> None:
    """One run tells everything, sorted."""
    project = compose(tmp_path / "p")
    entry = project / "catalogue/entries/integriteit/grijze-gebied.yml"
    entry.write_text(
        entry.read_text(encoding="utf-8").replace("[medewerker]", "[medwerker]"), encoding="utf-8"
    )
    (project / "podcasts/audio/voorbeeld.mp3").write_bytes(b"")

    with pytest.raises(Problems) as caught:
        contents.read(project)

    places = [(Path(problem.file).stem, problem.field) for problem in caught.value.problems]
    assert places == [("grijze-gebied", "audience.1"), ("voorbeeld", "audio")]


def test_what_is_published_is_compared_only_when_all_is_read(tmp_path: Path) -> None:
    """The survey leaves it out, for the command that records what is published."""
    project = compose(tmp_path / "p")
    (project / "podcasts/published.lock").unlink()

    catalogue, heard, problems = contents.survey(project)
    assert catalogue
    assert [episode.entry.id for episode in heard] == ["voorbeeld"]
    assert problems == []

    with pytest.raises(Problems, match=r"published\.lock:1:1: dit bestand is er niet"):
        contents.read(project)


def test_a_move_is_told_where_the_site_is_online(tmp_path: Path) -> None:
    """The address is that of the build; a placeholder is none."""
    project = compose(tmp_path / "p")
    lock = project / "podcasts/published.lock"
    lock.write_text(lock.read_text("utf-8").replace("site:", 'site: "https://ubr.nl/"'), "utf-8")

    contents.read(project)
    contents.read(project, "https://goodiebag.example.org/")
    contents.read(project, "https://ubr.nl/")
    with pytest.raises(Problems, match="verhuizing"):
        contents.read(project, "https://goodiebag.nl/")
