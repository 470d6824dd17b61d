"""What a preview adds to a build: it knows what changed, and goes on after a mistake.

Pages whose ingredients are as they were in the last whole build are not made again. The page of
an entry that someone edits is there before the lists that show it.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from macros import watching
from macros.catalogue.model import Entry
from macros.contents import Contents
from macros.website.made import Made

TEMPLATES = Path(__file__).parent / "website/templates"
SETTLING = 0.05
"""Seconds without another change after which a build begins."""

Parts = tuple[object, ...]


@dataclass
class Memory:
    """What the made pages consisted of, by address: now, and in the last build that was whole."""

    _now: tuple[dict[str, Parts], Parts] = ({}, ())
    _kept: tuple[dict[str, Parts], Parts] = ({}, ())

    def look(self, pages: Iterable[Made], shared: Parts) -> bool:
        """Take in what pages are made of now; tell whether `shared`, what all have, is the same."""
        self._now = {page.address: page.parts for page in pages}, shared
        return self.is_shared(shared)

    def is_shared(self, shared: Parts) -> bool:
        """Tell whether this is what all pages have in the last build that was whole."""
        return shared == self._kept[1]

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


def edited(before: Contents, now: Contents) -> list[Entry]:
    """Give the entries that were read again; none where entries or recordings came or went too."""
    old, new = before.catalogue.entries, now.catalogue.entries
    if set(old) != set(new) or before.episodes != now.episodes:
        return []
    return [entry for id, entry in new.items() if entry is not old[id]]


def follow(
    server: Any,
    folders: Iterable[Path],
    ahead: Callable[[], bool],
    tell: Callable[[str], object],
) -> None:
    """Let MkDocs' server look at these folders too, and go on serving when a build fails.

    `ahead` makes the pages that someone edited before the whole build, and tells whether it did.
    """
    watched = {Path(path) for path in (*server._watched_paths, *folders)}
    server.builder = partial(_build_or_tell, server, server.builder, ahead, tell)
    server.build_delay = SETTLING
    server._watched_paths.clear()  # so that MkDocs does not look as well, at all files all the time
    present = sorted(path for path in watched if path.exists())
    server.observer = watching.watch(present, partial(_want_build, server))


def _want_build(server: Any) -> None:
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()


def _build_or_tell(
    server: Any,
    builder: Callable[[], object],
    ahead: Callable[[], bool],
    tell: Callable[[str], object],
) -> None:
    """Build again; after a mistake the last good pages stay, where MkDocs would answer nobody."""
    try:
        is_ahead = ahead()
        if is_ahead:
            _show(server)
            tell("De gewijzigde pagina staat er; de lijsten volgen.")
        builder()
        if is_ahead:
            # What MkDocs shows after this is newer than what was shown just now.
            server._wanted_epoch = max(time.time_ns() // 1_000_000, server._wanted_epoch + 1)
    except SystemExit:  # how MkDocs ends a build that failed
        tell("Je ziet de vorige versie tot dit is opgelost.")


def _show(server: Any) -> None:
    """Let the server answer while the rest is made, and browsers reload."""
    with server._epoch_cond:
        server._visible_epoch = server._wanted_epoch
        server._epoch_cond.notify_all()
