"""Which files are entries: the folder is the theme, the name is the id."""

import os
from pathlib import Path

import pytest

from macros.catalogue.folder import downloads, entry_files

THEMES = ["integriteit", "vitaliteit"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a folder for each theme."""
    for theme in THEMES:
        (tmp_path / "catalogue/entries" / theme).mkdir(parents=True)
    return tmp_path / "catalogue/entries"


def told(root: Path, themes: list[str] | None = None) -> list[str]:
    """Give the problems of the folder without the part of the path that they share."""
    _, problems = entry_files(root, THEMES if themes is None else themes)
    return [str(problem).removeprefix("catalogue/entries/") for problem in problems]


def test_entries_are_found_sorted_with_theme_and_id(folder: Path, tmp_path: Path) -> None:
    """By folder and name, on every machine."""
    for name in ("vitaliteit/b-2.yml", "vitaliteit/a.yml", "integriteit/z.yml"):
        (folder / name).touch()

    files, problems = entry_files(tmp_path, THEMES)

    assert [(file.theme, file.id, file.file) for file in files] == [
        ("integriteit", "z", "catalogue/entries/integriteit/z.yml"),
        ("vitaliteit", "a", "catalogue/entries/vitaliteit/a.yml"),
        ("vitaliteit", "b-2", "catalogue/entries/vitaliteit/b-2.yml"),
    ]
    assert problems == []


def test_hidden_files_are_let_be(folder: Path, tmp_path: Path) -> None:
    """Computers and editors leave them everywhere."""
    (folder / ".DS_Store").touch()
    (folder / "integriteit/.a.yml.swp").touch()

    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Goed Gesprek.yml", "goed-gesprek.yml"),
        ("GOED-GESPREK.yml", "goed-gesprek.yml"),
        ("één.yml", "een.yml"),
        ("a_b.yml", "a-b.yml"),
        ("a.b.yml", "a-b.yml"),
        ("-a.yml", "a.yml"),
        ("x" * 81 + ".yml", "x" * 80 + ".yml"),
    ],
)
def test_a_name_that_is_no_id_is_told_with_a_better_one(
    folder: Path, tmp_path: Path, name: str, better: str
) -> None:
    """Capitals too: on some computers two names would be one."""
    (folder / "integriteit" / name).touch()

    assert len(told(tmp_path)) == 1
    assert told(tmp_path)[0].startswith(f"integriteit/{name}:1:1: ")
    assert told(tmp_path)[0].endswith(f" Bijvoorbeeld: {better}.")


@pytest.mark.parametrize(
    "name", ["a.yaml", "a.YML", "a.txt", "a.yml~", "a.yml.bak", "a", "yml", "Thumbs.db"]
)
def test_another_extension_is_told(folder: Path, tmp_path: Path, name: str) -> None:
    """Nothing that lies there is silently left out."""
    (folder / "integriteit" / name).touch()

    assert told(tmp_path)[0].startswith(
        f"integriteit/{name}:1:1: de naam van een stuk eindigt op .yml; gevonden: "
    )


def test_what_is_no_file_is_told(folder: Path, tmp_path: Path) -> None:
    """A folder in a folder, a file beside the folders, a pipe, links."""
    (folder / "integriteit/b").mkdir()
    (folder / "c.yml").touch()
    os.mkfifo(folder / "integriteit/d.yml")
    (folder / "integriteit/e.yml").symlink_to("weg.yml")
    (tmp_path / "elders.yml").touch()
    (folder / "integriteit/f.yml").symlink_to(tmp_path / "elders.yml")
    (folder / "vitaliteit-2").symlink_to(folder / "vitaliteit")

    only_files = "in de map van een thema liggen alleen bestanden met een stuk"
    no_links = "dit is een symbolische link en die volgen we niet"
    assert [line.partition(". ")[0] for line in told(tmp_path)] == [
        "c.yml:1:1: dit bestand ligt naast de mappen",
        f"integriteit/b:1:1: {only_files}",
        f"integriteit/d.yml:1:1: {only_files}",
        f"integriteit/e.yml:1:1: {no_links}",
        f"integriteit/f.yml:1:1: {no_links}",
        f"vitaliteit-2:1:1: {no_links}",
    ]


def test_a_folder_of_no_theme_is_told_once_whatever_is_in_it(folder: Path, tmp_path: Path) -> None:
    """With the theme that is meant."""
    (folder / "integritijd").mkdir()
    (folder / "integritijd/A.txt").touch()

    assert told(tmp_path) == [
        'integritijd:1:1: het thema "integritijd" bestaat niet. Bedoel je "integriteit"? Kies uit: integriteit of vitaliteit.'
    ]


def test_without_themes_no_folder_is_called_unknown(folder: Path, tmp_path: Path) -> None:
    """When the vocabulary could not be read; a name that can be no theme is told all the same."""
    (folder / "iets").mkdir()
    (folder / "Iets Anders").mkdir()

    assert told(tmp_path, []) == ['Iets Anders:1:1: het thema "Iets Anders" bestaat niet.']


def test_a_name_that_is_no_text_does_not_stop_anything(folder: Path, tmp_path: Path) -> None:
    """Some systems allow any bytes in a name, and a terminal obeys some of them."""
    for name in (b"\xff.yml", b"a\x1b[31m.yml", b"a\nb.yml"):
        (Path(os.fsdecode(os.fsencode(folder) + b"/integriteit/" + name))).touch()
    (Path(os.fsdecode(os.fsencode(folder) + b"/\xfe"))).mkdir()

    found = told(tmp_path) + told(tmp_path, [])

    assert len(found) == 8
    assert all(line.isprintable() for line in found)


def test_the_same_id_in_two_themes_is_told_at_the_second(folder: Path, tmp_path: Path) -> None:
    """Both would have one address."""
    for theme in THEMES:
        (folder / theme / "a.yml").touch()

    assert told(tmp_path) == [
        'vitaliteit/a.yml:1:1: de id "a" bestaat al, in catalogue/entries/integriteit/a.yml. Geef dit bestand een andere naam.'
    ]


def test_a_project_without_entries_is_told(tmp_path: Path) -> None:
    """The folder itself is missing."""
    assert told(tmp_path) == [
        "catalogue/entries:1:1: deze map is er niet. Maak hem, en zet er de stukken in, per thema."
    ]


def test_downloads_are_known_where_there_are_pages(tmp_path: Path) -> None:
    """A catalogue that stands alone is checked without them."""
    assert downloads(tmp_path) == (None, [])
    (tmp_path / "docs").mkdir()
    assert downloads(tmp_path) == (set(), [])
    (tmp_path / "docs/downloads").mkdir()
    (tmp_path / "docs/downloads/a.pdf").touch()
    (tmp_path / "docs/downloads/b.pdf").mkdir()
    assert downloads(tmp_path) == ({"a.pdf"}, [])


LINK = "dit is een symbolische link en die volgen we niet. Zet het bestand zelf hier neer."


@pytest.mark.parametrize("target", ["geheim.pdf", "weg.pdf"])
def test_a_download_that_is_a_link_is_told_once(tmp_path: Path, target: str) -> None:
    """It would publish a file from elsewhere; where it leads makes no difference."""
    (tmp_path / "docs/downloads").mkdir(parents=True)
    (tmp_path / "geheim.pdf").touch()
    (tmp_path / "docs/downloads/a.pdf").symlink_to(tmp_path / target)

    names, problems = downloads(tmp_path)

    assert [str(problem) for problem in problems] == [f"docs/downloads/a.pdf:1:1: {LINK}"]
    assert names == {"a.pdf"}


def test_a_folder_of_downloads_that_is_a_link_is_told(tmp_path: Path) -> None:
    """And nothing in it is looked up."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "elders").mkdir()
    (tmp_path / "docs/downloads").symlink_to(tmp_path / "elders")

    names, problems = downloads(tmp_path)

    assert [str(problem) for problem in problems] == [f"docs/downloads:1:1: {LINK}"]
    assert names is None


def test_a_folder_of_entries_that_is_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    """The entries lie in the project itself."""
    (folder / "integriteit/a.yml").touch()
    folder.rename(tmp_path / "elders")
    folder.symlink_to(tmp_path / "elders")

    files, _ = entry_files(tmp_path, THEMES)

    assert files == []
    assert told(tmp_path) == [f"catalogue/entries:1:1: {LINK}"]
