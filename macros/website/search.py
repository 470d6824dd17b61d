"""The search index: Pagefind over the built pages. The only module that knows Pagefind."""

import gzip
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from macros.addresses import CATALOGUE, SEARCH_ENTRIES, SEARCH_INDEX

UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")
"""What Pagefind writes and this site does not use: its own interfaces, and other languages."""


class SearchError(Exception):
    """The index could not be made; the message is Pagefind's own."""


LEAN_FROM = 2000
"""Number of entries from which only title, summary, goal and search words of an entry are indexed.

Of more pages the whole text makes an index whose pieces are too heavy to fetch while one waits, and
a word that half of the pages have takes long to look up. The catalogue itself knows what the names
of facets mean, such as `manager`, and offers the filter.
"""
_TEXT_OF_ENTRY = ".entry__main > :not(.goal, .keywords), .entry__side, [data-facet-words]"
_MAGIC = b"pagefind_dcd"
"""What stands before the JSON in a fragment."""


def index(site: Path, lean_from: int = LEAN_FROM) -> None:
    """Make the search index of the built site, in Dutch; raise SearchError if that fails.

    From `lean_from` entries it is lean.

    The new index is made beside the old one and then takes its place, so that a preview never
    serves half of it. Pages carry no Pagefind filters: version 1.5 writes those in another order
    each time, and the same contents must give the same bytes. So facets are no part of the index;
    `stukken.txt` beside it says which of its pages are entries.
    """
    target = site / SEARCH_INDEX
    fresh = site / ".pagefind"
    shutil.rmtree(fresh, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(fresh)]
    if sum(1 for _ in site.glob(f"{CATALOGUE}*/index.html")) >= lean_from:
        command += ["--exclude-selectors", _TEXT_OF_ENTRY]
    done = subprocess.run(
        [*command, "--force-language", "nl", "--silent"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not fresh.is_dir():
        raise SearchError((done.stderr or done.stdout).strip())
    for unused in UNUSED:
        for file in fresh.glob(unused):
            file.unlink()
    (fresh / Path(SEARCH_ENTRIES).name).write_text(_entries(fresh), encoding="ascii")
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def _entries(index: Path) -> str:
    """Give what tells the page of each entry from all others in the index, in the order of their ids.

    The name of a page in the index is a hash of what it holds. Its first characters are enough,
    and halve what a browser fetches to know which results are entries. One is on each line.
    """
    ids: dict[str, str] = {}
    names = []
    for file in index.glob("fragment/*"):
        names.append(file.name.split(".")[0].rpartition("_")[2])
        url = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_MAGIC))["url"]
        if found := re.fullmatch(rf"/{CATALOGUE}([^/]+)/", url):
            ids[found[1]] = names[-1]
    length = dict.fromkeys(names, 1)
    for one, other in pairwise(sorted(names)):
        needed = next(n for n in range(1, len(other) + 1) if one[:n] != other[:n])
        length[one], length[other] = max(length[one], needed), max(length[other], needed)
    return "".join(f"{ids[id][: length[ids[id]]]}\n" for id in sorted(ids))


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
