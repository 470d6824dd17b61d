"""How long an edit takes to be seen in `goodiebag serve`: on its page, in the lists, in search."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

from benchmarks.accounting import SETTINGS

LOOK = 0.02
"""Seconds between two looks at a page."""
PATIENCE = 120.0
"""Seconds after which we stop waiting."""
REST = 1.0
"""Seconds of rest between two edits, as after a save."""


@dataclass(frozen=True)
class Seen:
    """Seconds from saving an entry until its own page, the catalogue and the search are new."""

    page: float
    catalogue: float
    search: float


class NotSeen(Exception):  # noqa: N818 - what happened, told to whoever measures
    """The preview did not show what was expected; the message says what."""


def edits(project: Path, number: int, tell: Callable[[str], None]) -> Seen:
    """Preview a generated project, change the title of `number` entries one after the other.

    Gives the medians; the preview is stopped afterwards.
    """
    with _serving(project) as address:
        chosen = _entries(project, number)
        seen = []
        for turn, file in enumerate(chosen, 1):
            time.sleep(REST)
            seen.append(_edit(file, f"Bewerkt stuk nummer {turn}", address))
            tell(f"edit {turn} of {number}: on its page after {seen[-1].page:.2f} s")
    return Seen(
        median(one.page for one in seen),
        median(one.catalogue for one in seen),
        median(one.search for one in seen),
    )


def _entries(project: Path, number: int) -> list[Path]:
    """Give entries spread over the catalogue; generated ones, which all have a title of one line."""
    files = [
        file
        for file in sorted((project / "catalogue/entries").glob("*/*.yml"))
        if "origin: editorial" in file.read_text(encoding="utf-8")
    ]
    return files[:: max(1, len(files) // number)][:number]


def _edit(file: Path, title: str, address: str) -> Seen:
    """Give an entry another title and wait until everything shows it."""
    before = _get(f"{address}pagefind/pagefind-entry.json")
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [f"title: {title}\n" if line.startswith("title: ") else line for line in lines]
    file.write_text("".join(changed), encoding="utf-8")
    saved = time.perf_counter()
    shown = title.encode()
    page = _until(lambda: shown in _get(f"{address}catalogus/{file.stem}/"), "the page")
    catalogue = _until(lambda: shown in _get(f"{address}catalogus/"), "the catalogue")
    search = _until(
        lambda: _get(f"{address}pagefind/pagefind-entry.json") not in (before, b""), "the search"
    )
    return Seen(page - saved, catalogue - saved, search - saved)


@contextmanager
def _serving(project: Path) -> Iterator[str]:
    """Give the address of a running preview whose search index is there too."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "macros.cli", "serve", "--adres", place]
    with TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            cwd=project,
            env={**os.environ, **SETTINGS},
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _until(lambda: _get(f"http://{place}/pagefind/pagefind-entry.json"), "the first build")
            yield f"http://{place}/"
        except NotSeen as error:
            said.seek(0)
            words = said.read(4000).decode(errors="replace")
            raise NotSeen(f"{error}; the preview began with:\n{words}") from None
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(30)


def _until(met: Callable[[], object], what: str) -> float:
    """Give the moment at which something has become true; raises NotSeen if it never does."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        if met():
            return time.perf_counter()
        time.sleep(LOOK)
    raise NotSeen(f"{what} was not there after {PATIENCE:.0f} seconds")


def _get(address: str) -> bytes:
    """Give what an address shows; nothing while it shows nothing, or is written just then."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return bytes(answer.read())
    except (urllib.error.URLError, ConnectionError, TimeoutError, HTTPException):
        return b""
