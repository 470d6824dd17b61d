"""What is added to a folder with a built site: feed, recordings, old addresses, search index.

It works on any folder with a built site, whoever built it, and writes only what changed.
"""

import shutil
from collections.abc import Callable
from html import escape
from pathlib import Path

from macros import addresses
from macros.contents import Contents
from macros.podcast import feed
from macros.website import search
from macros.website.search import SearchError

__all__ = ["SearchError", "forget_removed", "index", "index_in_background", "publish"]

FORWARD = """\
<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Verhuisd: {title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{full}">
</head>
<body>
<p>Deze pagina is verhuisd naar <a href="{link}">{title}</a>.</p>
</body>
</html>
"""


def publish(contents: Contents, site: Path, site_url: str) -> None:
    """Add to the built site everything that is not a page of its own, search index excepted."""
    _podcast(contents, site, site_url)
    _forwards(contents, site, site_url)


def index(site: Path) -> None:
    """Add the search index; raises SearchError when that fails."""
    search.index(site)


def index_in_background(site: Path, failed: Callable[[SearchError], object]) -> None:
    """Add the search index while a preview goes on; `failed` hears what went wrong."""
    search.index_in_background(site, failed)


def forget_removed(contents: Contents, site: Path) -> None:
    """Take away pages of entries that are no longer there; for a site that is built again in place."""
    folder = site / addresses.CATALOGUE
    keep = set(contents.catalogue.entries)
    keep.update(
        former for entry in contents.catalogue.entries.values() for former in entry.former_ids
    )
    for page in folder.iterdir() if folder.is_dir() else ():
        if page.is_dir() and page.name not in keep:
            shutil.rmtree(page)


def _podcast(contents: Contents, site: Path, site_url: str) -> None:
    channel, root = contents.catalogue.channel, contents.catalogue.root
    if channel is None:
        return
    _copy(root / "podcasts" / channel.cover, site / addresses.cover(channel.cover))
    for episode in contents.episodes:
        entry = episode.entry
        _copy(root / "podcasts/audio" / str(entry.audio), site / addresses.audio(str(entry.audio)))
        _copy(
            root / "podcasts/transcripts" / str(entry.transcript),
            site / addresses.transcript(entry.id, "vtt"),
        )
    _write(site / addresses.FEED, feed.render(contents.catalogue, contents.episodes, site_url))


def _forwards(contents: Contents, site: Path, site_url: str) -> None:
    for entry in contents.catalogue.entries.values():
        for former in entry.former_ids:
            page = FORWARD.format(
                title=escape(entry.title),
                link=escape(f"../{entry.id}/"),
                full=escape(addresses.absolute(site_url, addresses.entry(entry.id))),
            )
            _write(site / addresses.entry(former) / "index.html", page.encode())


def _copy(source: Path, target: Path) -> None:
    """Copy a file with its time of change, unless the same one is there."""
    facts = source.stat()
    if target.exists():
        there = target.stat()
        if (there.st_size, there.st_mtime_ns) == (facts.st_size, facts.st_mtime_ns):
            return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)


def _write(target: Path, content: bytes) -> None:
    if target.exists() and target.read_bytes() == content:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
