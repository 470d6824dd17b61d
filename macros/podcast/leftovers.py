"""Finds recordings and transcripts that no entry names: they look published, and nobody hears them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.folder import ENTRIES
from macros.catalogue.model import Podcast
from macros.catalogue.problems import Problem, printable
from macros.podcast.episodes import AUDIO, TRANSCRIPTS

_KINDS = (
    (AUDIO, ".mp3", "audio", "deze opname"),
    (TRANSCRIPTS, ".vtt", "transcript", "deze tekst"),
)


def problems(catalogue: Catalogue, told: Sequence[Problem]) -> Iterator[Problem]:
    """Yield what lies in the folders of the podcast without an entry that names it.

    `told` is what is wrong already. Where that may be why a file is not named, because an entry
    could not be read or names another file, this waits: one mistake is told once.
    """
    entries = [entry for entry in catalogue.select(kind="podcast") if isinstance(entry, Podcast)]
    read = {entry.path for entry in catalogue.entries.values()}
    if any(problem.file.startswith(ENTRIES) and problem.file not in read for problem in told):
        return
    for folder, ending, field, what in _KINDS:
        if any(problem.field == field for problem in told):
            continue
        named = {getattr(entry, field) for entry in entries}
        for name in _lying(catalogue.root / folder, ending):
            if name not in named:
                message = (
                    f"{what} hoort bij geen enkel stuk. Noem het bestand bij `{field}` in een "
                    "stuk, of haal het weg."
                )
                yield Problem(printable(f"{folder}/{name}"), 1, 1, "", message)


def _lying(folder: Path, ending: str) -> list[str]:
    """Give the visible files with this ending, deeper ones too; a linked folder is told elsewhere."""
    if folder.is_symlink():
        return []
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix.lower() == ending and not path.name.startswith(".")
    )
