"""What a first visit of one page transfers: the page and all that it references, compressed."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

FETCHED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})
"""The kinds of `<link>` for which a browser fetches a file."""
MATERIAL_SEARCH = ("search/search_index.json", "assets/javascripts/workers/search.*.js")
"""What Material's own search fetches on each page besides, by script."""


@dataclass(frozen=True)
class Weight:
    """Bytes over the line (gzip, where that helps) and the number of requests."""

    bytes: int
    requests: int


def first_visit(site: Path, page: str) -> Weight:
    """Add up the page at an address in a built site and what it references, each file once.

    Styles, scripts, fonts, icon and images, and what style sheets fetch in turn; not what waits
    for the visitor: sound, search, another page. Every image counts, also one further down.
    """
    found: dict[Path, int] = {}
    queue = [page + "index.html"]
    for pattern in MATERIAL_SEARCH:
        queue += [file.relative_to(site).as_posix() for file in site.glob(pattern)]
    while queue:
        address = queue.pop()
        file = site / address.lstrip("/")
        if file in found or not file.is_file():
            continue
        found[file] = compressed(file)
        queue += [
            urljoin(address, target)
            for target in _references(file.suffix, file.read_text(errors="replace"))
        ]
    return Weight(sum(found.values()), len(found))


def compressed(file: Path) -> int:
    """Give the bytes of a file over the line: compressed with gzip, where that helps."""
    data = file.read_bytes()
    return min(len(data), len(gzip.compress(data, 6)))


def _references(kind: str, text: str) -> Iterator[str]:
    """Yield what a page or a style sheet makes a browser fetch from the same host."""
    if kind == ".html":
        parser = _Fetches()
        parser.feed(text)
        targets = parser.targets
    elif kind == ".css":
        targets = re.findall(r"""url\(["']?([^"')]+)""", text)
    else:
        targets = []
    for target in targets:
        parts = urlsplit(target)
        if not parts.scheme and not parts.netloc and parts.path:
            yield parts.path


class _Fetches(HTMLParser):
    """Collects what the tags of a page fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        given = dict(attrs)
        if tag in ("img", "script"):
            self.targets.append(given.get("src") or "")
        elif tag == "link" and FETCHED & set((given.get("rel") or "").split()):
            self.targets.append(given.get("href") or "")
