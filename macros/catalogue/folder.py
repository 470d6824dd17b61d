"""Which files in the folder of entries are entries, and what is wrong with the others."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.catalogue.ids import ID_RULE, MAX_ID, as_id, is_id, reserved
from macros.catalogue.problems import LINK, Problem, printable, shown, unknown

ENTRIES = "catalogue/entries"
DOCS = "docs"
DOWNLOADS = "docs/downloads"

_NO_FOLDER = "deze map is er niet. Maak hem, en zet er de stukken in, per thema."


@dataclass(frozen=True)
class EntryFile:
    """A file that holds an entry; its folder is the theme, its name the id. `file` is relative."""

    path: Path
    file: str
    theme: str
    id: str


def entry_files(root: Path, themes: Collection[str]) -> tuple[list[EntryFile], list[Problem]]:
    """Give the entries' files, sorted, and a problem for everything else that lies there.

    `themes` are the ids of the known themes; empty when the vocabulary could not be read, and
    then no folder is called unknown. Hidden files (`.DS_Store`) are let be.
    """
    folder = root / ENTRIES
    if folder.is_symlink():
        return [], [_problem(ENTRIES, LINK)]
    if not folder.is_dir():
        return [], [_problem(ENTRIES, _NO_FOLDER)]
    found: list[EntryFile] = []
    problems: list[Problem] = []
    for item in _visible(folder):
        if message := _folder_fault(item, themes):
            problems.append(_problem(f"{ENTRIES}/{item.name}", message))
        else:
            _look_in(item, found, problems)
    problems.extend(_doubles(found))
    return found, problems


def downloads(root: Path) -> tuple[set[str] | None, list[Problem]]:
    """Give the names that entries may offer, and a problem for every symbolic link among them.

    A link would publish a file from elsewhere. The names are None where there is nothing to look
    them up in: no pages at all, or a folder that is a link itself.
    """
    if not (root / DOCS).is_dir():
        return None, []
    folder = root / DOWNLOADS
    if folder.is_symlink():
        return None, [_problem(DOWNLOADS, LINK)]
    items = _visible(folder) if folder.is_dir() else []
    links = [item.name for item in items if item.is_symlink()]
    # A link is told as such; that its name is offered is not a second mistake.
    names = {item.name for item in items if item.is_file(follow_symlinks=False)} | {*links}
    return names, [_problem(f"{DOWNLOADS}/{name}", LINK) for name in links]


def _problem(file: str, message: str) -> Problem:
    """Make a problem of a whole file, whose name may hold anything."""
    return Problem(printable(file), 1, 1, "", message)


def _visible(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as items:
        return sorted(
            (item for item in items if not item.name.startswith(".")), key=lambda item: item.name
        )


def _folder_fault(item: os.DirEntry[str], themes: Collection[str]) -> str | None:
    if item.is_symlink():
        return LINK
    if not item.is_dir():
        return "dit bestand ligt naast de mappen. Zet het in de map van zijn thema."
    if item.name not in themes and (themes or not is_id(item.name)):
        return unknown("het thema", item.name, themes)
    return None


def _look_in(theme: os.DirEntry[str], found: list[EntryFile], problems: list[Problem]) -> None:
    for item in _visible(Path(theme.path)):
        file = f"{ENTRIES}/{theme.name}/{item.name}"
        if message := _file_fault(item):
            problems.append(_problem(file, message))
        else:
            id = item.name.removesuffix(".yml")
            found.append(EntryFile(Path(item.path), file, theme.name, id))


def _file_fault(item: os.DirEntry[str]) -> str | None:
    if item.is_symlink():
        return LINK
    if not item.is_file():
        return "in de map van een thema liggen alleen bestanden met een stuk. Haal dit weg, of zet de bestanden erin één map hoger."
    stem, dot, extension = item.name.rpartition(".")
    if extension != "yml" or not dot:
        ending = shown(f".{extension}") if dot else "geen punt"
        return f"de naam van een stuk eindigt op .yml; gevonden: {ending}. Geef het bestand een andere naam of haal het weg."
    if not is_id(stem):
        better = f" Bijvoorbeeld: {as_id(stem)}.yml." if as_id(stem) else ""
        return f"{shown(item.name)} is geen goede bestandsnaam. Gebruik hooguit {MAX_ID} tekens: {ID_RULE}.{better}"
    if why := reserved(stem):
        return f"{shown(item.name)} kan geen stuk zijn: {why}. Geef het bestand een andere naam, bijvoorbeeld {as_id(stem)}.yml."
    return None


def _doubles(found: Iterable[EntryFile]) -> Iterator[Problem]:
    first: dict[str, EntryFile] = {}
    for entry in found:
        other = first.setdefault(entry.id, entry)
        if other is not entry:
            message = f"de id {shown(entry.id)} bestaat al, in {other.file}. Geef dit bestand een andere naam."
            yield _problem(entry.file, message)
