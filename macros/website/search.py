"""The search index: Pagefind over the built pages. The only module that knows Pagefind."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from macros.addresses import SEARCH_INDEX


class SearchError(Exception):
    """The index could not be made; the message is Pagefind's own."""


def index(site: Path) -> None:
    """Make the search index of the built site, in Dutch; raise SearchError if that fails.

    The new index is made beside the old one and then takes its place, so that a preview never
    serves half of it. Pages carry no Pagefind filters: version 1.5 writes those in another order
    each time, and the same contents must give the same bytes.
    """
    target = site / SEARCH_INDEX
    fresh = site / ".pagefind"
    shutil.rmtree(fresh, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(fresh)]
    done = subprocess.run(
        [*command, "--force-language", "nl", "--silent"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not fresh.is_dir():
        raise SearchError((done.stderr or done.stdout).strip())
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


_indexing = threading.Lock()
_again = threading.Event()


def index_in_background(site: Path, failed: Callable[[SearchError], object]) -> None:
    """Make the index while a preview goes on; what is asked meanwhile is made once, afterwards."""
    _again.set()
    threading.Thread(target=_work, args=(site, failed), daemon=True).start()


def _work(site: Path, failed: Callable[[SearchError], object]) -> None:
    if not _indexing.acquire(blocking=False):
        return
    try:
        while _again.is_set():
            _again.clear()
            index(site)
    except SearchError as error:
        failed(error)
    finally:
        _indexing.release()
