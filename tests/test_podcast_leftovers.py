"""Recordings and transcripts that no entry names are told, unless another mistake explains them."""

from pathlib import Path

import pytest

from macros import contents
from macros.catalogue.problems import Problems

ENTRY = "catalogue/entries/productieve-werkomgeving/voorbeeld.yml"
NOWHERE = "stuk. Noem het bestand bij `{}` in een stuk, of haal het weg."


def told(root: Path) -> list[str]:
    """Give what the check says, except of what podcast apps know already."""
    try:
        contents.read(root)
    except Problems as found:
        return [str(problem) for problem in found.problems if "lock" not in problem.file]
    return []


@pytest.mark.parametrize(
    ("file", "what", "field"),
    [
        ("podcasts/audio/los.mp3", "deze opname", "audio"),
        ("podcasts/audio/Los & vrij.MP3", "deze opname", "audio"),
        ("podcasts/audio/map/voorbeeld.mp3", "deze opname", "audio"),
        ("podcasts/transcripts/los.vtt", "deze tekst", "transcript"),
    ],
)
def test_a_file_that_no_entry_names_is_told_with_what_to_do(
    root: Path, file: str, what: str, field: str
) -> None:
    """Whoever put it there thinks that it can be heard."""
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_bytes(b"")

    assert told(root) == [f"{file}:1:1: {what} hoort bij geen enkel {NOWHERE.format(field)}"]


@pytest.mark.parametrize(
    "file",
    ["podcasts/audio/.los.mp3", "podcasts/audio/LEESMIJ.txt", "podcasts/transcripts/los.mp3"],
)
def test_hidden_files_and_files_of_another_kind_are_let_be(root: Path, file: str) -> None:
    """A program or a person may leave a note."""
    (root / file).write_bytes(b"")

    assert told(root) == []


def test_a_withdrawn_episode_leaves_its_files_behind(root: Path) -> None:
    """Both are told."""
    (root / ENTRY).unlink()

    files = [line.partition(":")[0] for line in told(root)]
    assert "podcasts/audio/voorbeeld.mp3" in files
    assert "podcasts/transcripts/voorbeeld.vtt" in files


def test_the_files_of_an_entry_with_a_mistake_are_not_left_over(root: Path) -> None:
    """One mistake is told once."""
    text = (root / ENTRY).read_text("utf-8")
    for old, new in (
        ("kind: podcast", "kind: potcast"),
        ("title: ", "titel: {"),
        ("audio: voorbeeld", "audio: voorbeld"),
        ("transcript: voorbeeld", "transcript: voorbeld"),
        ("transcript: voorbeeld.vtt", "transcript: voorbeeld.srt"),
    ):
        assert old in text
        (root / ENTRY).write_text(text.replace(old, new, 1), "utf-8")

        assert told(root) != []
        assert [line for line in told(root) if line.startswith("podcasts/")] == []


def test_a_folder_that_is_a_link_is_told_as_such_and_not_looked_into(
    root: Path, tmp_path: Path
) -> None:
    """What lies elsewhere is not ours."""
    (root / "podcasts/audio").rename(tmp_path / "elders")
    (tmp_path / "elders/los.mp3").write_bytes(b"")
    (root / "podcasts/audio").symlink_to(tmp_path / "elders")

    assert [line for line in told(root) if "los.mp3" in line] == []
