"""What a preview adds to a build: it knows what changed, and goes on after a mistake.

Pages whose ingredients are as they were in the last whole build are not made again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from watchdog.observers.polling import PollingObserver

from macros.website.made import Made

TEMPLATES = Path(__file__).parent / "website/templates"
POLLING = 0.2
"""Seconds between two looks at the files; more often costs a core its rest."""

Parts = tuple[object, ...]


@dataclass
class Memory:
    """What the made pages consisted of, by address: now, and in the last build that was whole."""

    _now: tuple[dict[str, Parts], Parts] = ({}, ())
    _kept: tuple[dict[str, Parts], Parts] = ({}, ())

    def look(self, pages: Iterable[Made], shared: Parts) -> bool:
        """Take in what pages are made of now; tell whether `shared`, what all have, is the same."""
        self._now = {page.address: page.parts for page in pages}, shared
        return self._now[1] == self._kept[1]

    def is_changed(self, address: str) -> bool:
        """Tell whether the page at this address must be made again."""
        (own, shared), (before, shared_before) = self._now, self._kept
        return shared != shared_before or own[address] != before.get(address)

    def keep(self) -> None:
        """Note that the build is whole: what was taken in now lies in the folder."""
        self._kept = self._now


def last_change(files: Iterable[Path], folders: Iterable[Path]) -> float:
    """Give the moment at which one of these files, or a template in these folders, last changed."""
    templates = (file for folder in folders for file in folder.rglob("*.html"))
    return max(file.stat().st_mtime for file in [*files, *templates])


def follow(server: Any, folders: Iterable[Path], tell: Callable[[str], object]) -> None:
    """Let MkDocs' server look at these folders too, and go on serving when a build fails."""
    watched = [*server._watched_paths, *map(str, folders)]
    server.builder = partial(_build_or_tell, server.builder, tell)
    server._watched_paths.clear()
    server.observer = PollingObserver(timeout=POLLING)
    for path in watched:
        if Path(path).exists():
            server.watch(path)


def _build_or_tell(builder: Callable[[], object], tell: Callable[[str], object]) -> None:
    """Build again; after a mistake the last good pages stay, where MkDocs would answer nobody."""
    try:
        builder()
    except SystemExit:  # how MkDocs ends a build that failed
        tell("Je ziet de vorige versie tot dit is opgelost.")
