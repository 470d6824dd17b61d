"""Reads the whole catalogue from its folder, or tells everything that is wrong with it."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TypeVar

from macros.catalogue import clock, references, rules, validation
from macros.catalogue.catalogue import Catalogue, assemble
from macros.catalogue.channel import Channel
from macros.catalogue.document import Document
from macros.catalogue.entry import Base
from macros.catalogue.folder import EntryFile, downloads, entry_files
from macros.catalogue.model import Entry
from macros.catalogue.problems import Fault, Problem, Problems
from macros.catalogue.reading import read
from macros.catalogue.references import Known
from macros.catalogue.situations import Situations
from macros.catalogue.sources import Sources
from macros.catalogue.vocabulary import Vocabulary

Single = TypeVar("Single", Vocabulary, Sources, Channel, Situations)


def load(root: Path) -> Catalogue:
    """Give the catalogue in the project folder `root`; raises Problems with all that is wrong."""
    catalogue, problems = survey(root)
    if problems or catalogue is None:
        raise Problems(problems)
    return catalogue


def survey(root: Path, withdrawn: Collection[int] = ()) -> tuple[Catalogue | None, list[Problem]]:
    """Give what can be read of the catalogue in `root`, with everything that is wrong with it.

    Where there are problems, the catalogue holds the entries that are sound in themselves, for
    further checks only; it is None when the vocabulary or the sources are not sound. The
    podcast's own file and the one with situations may be absent; a file that did not change is
    not read again. `withdrawn` are the numbers of episodes of the podcast that were taken out,
    and left a gap.
    """
    problems: list[Problem] = []
    vocabulary = _single(Vocabulary, root, problems)
    sources = _single(Sources, root, problems)
    channel = _optional(Channel, root, problems)
    situations = _optional(Situations, root, problems)

    themes = [theme.id for theme in vocabulary.themes] if vocabulary else []
    files, misplaced = entry_files(root, themes)
    problems.extend(misplaced)
    readings = [_read_entry(file, *_state(file.path)) for file in files]
    problems.extend(chain.from_iterable(reading.problems for reading in readings))

    drafts = [reading.draft for reading in readings if reading.draft]
    offered, linked = downloads(root)
    problems.extend(linked)
    known = Known(vocabulary, sources, {file.id: None for file in files}, offered)
    problems.extend(_placed(root, _faults(files, drafts, known, channel, situations, withdrawn)))
    if vocabulary is None or sources is None:
        return None, problems
    entries = [reading.entry for reading in readings if reading.entry]
    return assemble(root, vocabulary, sources, channel, entries, situations), problems


def _optional(model: type[Single], root: Path, problems: list[Problem]) -> Single | None:
    # A link that leads nowhere is there too, and is told.
    return _single(model, root, problems) if os.path.lexists(root / model.FILE) else None


def _single(model: type[Single], root: Path, problems: list[Problem]) -> Single | None:
    path = root / model.FILE
    found, told = _read_single(model, path, *_state(path))
    problems.extend(told)
    return found if isinstance(found, model) else None


def _state(path: Path) -> tuple[int, int]:
    """Give the time of change and the size of a file: when these are equal, so is the file."""
    try:
        facts = path.lstat()
    except OSError:
        return 0, 0
    return facts.st_mtime_ns, facts.st_size


@dataclass(frozen=True)
class _Reading:
    """What the file of an entry gave: the entry if it is sound, else as much as is."""

    entry: Entry | None
    draft: Base | None
    problems: Sequence[Problem]


@lru_cache(maxsize=20_000)
def _read_entry(file: EntryFile, *_state: int) -> _Reading:
    document = read(file.path, file.file)
    placed = {"id": file.id, "theme": file.theme, "path": file.file}
    entry = validation.entry(document, placed)
    draft = entry or validation.draft(document, placed)
    return _Reading(entry, draft, tuple(document.problems))


@lru_cache(maxsize=20)
def _read_single(
    model: type[Vocabulary | Sources | Channel | Situations], path: Path, *_state: int
) -> tuple[Vocabulary | Sources | Channel | Situations | None, Sequence[Problem]]:
    document = read(path, model.FILE)
    return validation.whole(model, document), tuple(document.problems)


def _faults(
    files: Iterable[EntryFile],
    drafts: Sequence[Base],
    known: Known,
    channel: Channel | None,
    situations: Situations | None,
    withdrawn: Collection[int],
) -> Iterator[Fault]:
    """Yield what the rules about the whole find in the parts that could be read."""
    today = clock.today()
    vocabulary, sources = known.vocabulary, known.sources
    gaps = {channel.series: withdrawn} if channel else {}
    series = {item.id for item in vocabulary.series} if vocabulary else None
    return chain(
        vocabulary.faults() if vocabulary else (),
        rules.unused(vocabulary, drafts, known.entries) if vocabulary else (),
        sources.faults(today) if sources else (),
        channel.faults(vocabulary) if channel and vocabulary else (),
        situations.faults(vocabulary, known.entries) if situations else (),
        references.faults(drafts, known),
        rules.faults(drafts, {file.id: file.theme for file in files}, today, gaps, series),
    )


def _placed(root: Path, faults: Iterable[Fault]) -> Iterator[Problem]:
    """Find the place of each fault; a file is read again only when it has one."""
    documents: dict[str, Document] = {}
    for fault in faults:
        if fault.file not in documents:
            document = documents[fault.file] = read(root / fault.file, fault.file)
            # What this reading finds was told before.
            document.problems.clear()
        documents[fault.file].add(fault.location, fault.message)
    return chain.from_iterable(document.problems for document in documents.values())
