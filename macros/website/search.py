"""The search index: Pagefind over the built pages. The only module that knows Pagefind."""

import gzip
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from macros.addresses import CATALOGUE, SEARCH_INDEX

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
_PAGE = re.compile(rb"\x82[\x60-\x77]([a-z]+_[0-9a-f]{7,})")
"""A page in the list of all pages, in CBOR (RFC 8949): an array of its name and its number of words."""


def index(site: Path, lean_from: int = LEAN_FROM) -> None:
    """Make the search index of the built site, in Dutch; raise SearchError if that fails.

    From `lean_from` entries it is lean.

    The new index is made beside the old one and then takes its place, so that a preview never
    serves half of it. Pages carry no Pagefind filters: version 1.5 writes those in another order
    each time, and the same contents must give the same bytes. So facets are no part of the index,
    and the pages of entries get names that say which entry they are.
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
    _name_entries(fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def _name_entries(index: Path) -> None:
    """Put in the name of an entry's page in the index which entry it is: its number by order of id.

    Pagefind calls a page by a hash of what it holds, and its answers tell no more. With a number in
    the name a browser knows at once which results are entries, and fetches no list for it. Three
    characters of the hash remain: a page that changed seldom has the name of one that is cached.
    Never is not needed, as hosts are told to let browsers ask again.
    Raises SearchError when the index is not of the form of Pagefind 1.5.
    """
    (meta,) = index.glob("*.pf_meta")
    urls = {file: _url(file) for file in index.glob("fragment/*")}
    entries = {
        found[1]: file
        for file, url in urls.items()
        if (found := re.fullmatch(rf"/{CATALOGUE}([^/]+)/", url))
    }
    names = {}
    for number, id in enumerate(sorted(entries)):
        language, _, name = entries[id].stem.rpartition("_")
        names[entries[id].stem] = f"{language}_{name[:3]}-{number}"
        entries[id].rename(entries[id].with_stem(names[entries[id].stem]))
    known, changed = _PAGE.subn(
        lambda page: _text(names.get(page[1].decode(), page[1].decode())),
        gzip.decompress(meta.read_bytes()),
    )
    if changed != len(urls):
        raise SearchError(f"{meta.name}: {changed} != {len(urls)}")
    meta.write_bytes(gzip.compress(known, 9, mtime=0))


def _url(fragment: Path) -> str:
    data = gzip.decompress(fragment.read_bytes()).removeprefix(_MAGIC)
    return str(json.loads(data)["url"])


def _text(name: str) -> bytes:
    """Give the beginning of a page in the list of pages: an array of two, of which a short text is one."""
    return b"\x82" + bytes([0x60 + len(name)]) + name.encode()


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
