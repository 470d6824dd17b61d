"""What is added to a folder with a built site: feed, recordings, records, old addresses, search, packed scripts, social cards.

It works on any folder with a built site, whoever built it, and writes only what changed.
"""

import shutil
from collections.abc import Callable
from html import escape
from itertools import chain
from pathlib import Path

from macros import addresses, qr
from macros.contents import Contents
from macros.contribute import form_data, opened, schema
from macros.open_data import record, security_txt
from macros.open_data.security_txt import Security
from macros.podcast import chapters, feed, opml, renditions
from macros.podcast.episodes import Episode
from macros.website import lexicon, packing, search, social_card
from macros.website.packing import PackingError
from macros.website.search import SearchError
from macros.website.social_card import CardError, Face

__all__ = [
    "CardError",
    "PackingError",
    "SearchError",
    "forget_removed",
    "index",
    "index_in_background",
    "publish",
]

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


_drawn: dict[Path, Face] = {}
"""What the social card in a file shows; in a preview only that of a changed entry is made again."""

FEED_STYLE = Path(__file__).parent / "podcast/feed.css"


def publish(
    contents: Contents,
    site: Path,
    site_url: str,
    media_url: str = "",
    security: Security | None = None,
) -> None:
    """Add to the built site everything that is not a page of its own, search index excepted.

    Recordings that stand elsewhere, at `media_url`, are not added, nor is a security.txt without
    someone to tell. Raises PackingError when the scripts of the site cannot be put together, and
    CardError when a theme has no ground for its social cards.
    """
    _podcast(contents, site, site_url, media_url)
    _forwards(contents, site, site_url)
    _cards(contents, site)
    if security and security.is_set:
        _write(site / addresses.SECURITY, security_txt.render(security, site_url))
    _write(site / addresses.LEXICON, lexicon.render(contents).encode("ascii"))
    _write(site / addresses.SCHEMA, schema.render(contents.catalogue).encode("utf-8"))
    _write(site / addresses.PROPOSAL, form_data.render(contents))
    for address, content in chain(
        record.files(contents, site_url), opened.files(contents), packing.files(site)
    ):
        _write(site / address, content)


def index(site: Path) -> None:
    """Add the search index; raises SearchError when that fails."""
    search.index(site)


def index_in_background(site: Path, failed: Callable[[SearchError], object]) -> None:
    """Add the search index while a preview goes on; `failed` hears what went wrong."""
    search.index_in_background(site, failed)


def forget_removed(contents: Contents, site: Path) -> None:
    """Take away pages, records and cards of entries that are gone; for a site built again in place."""
    folder, catalogue = site / addresses.CATALOGUE, contents.catalogue
    keep = set(catalogue.entries)
    keep.update(former for entry in catalogue.entries.values() for former in entry.former_ids)
    for page in folder.iterdir() if folder.is_dir() else ():
        if page.is_dir() and page.name not in keep:
            shutil.rmtree(page)
    # An old address has a page and a record that lead on, and no more.
    for path, kept in (
        (addresses.RECORDS, keep),
        (addresses.OPENED, catalogue.entries),
        (addresses.CARDS, catalogue.entries),
    ):
        files = site / path
        for file in files.iterdir() if files.is_dir() else ():
            if file.stem not in kept:
                file.unlink()


def _podcast(contents: Contents, site: Path, site_url: str, media_url: str) -> None:
    catalogue = contents.catalogue
    channel, root = catalogue.channel, catalogue.root
    if channel is None:
        return
    _copy(root / "podcasts" / channel.cover, site / addresses.cover(channel.cover))
    _write(site / addresses.FEED_STYLE, FEED_STYLE.read_bytes())
    _write(site / addresses.OPML, opml.render(channel, site_url))
    _write(site / addresses.QR, qr.svg(addresses.absolute(site_url, addresses.FEED)))
    for episode in contents.episodes:
        file = str(episode.entry.audio)
        if not media_url:
            _copy(root / "podcasts/audio" / file, site / addresses.audio(file))
        _beside(episode, root, site, site_url, channel.language)
    made = feed.render(catalogue, contents.episodes, site_url, media_url)
    _write(site / addresses.FEED, made)


def _beside(episode: Episode, root: Path, site: Path, site_url: str, language: str) -> None:
    """Add the transcript of an episode in four forms, and its chapters."""
    entry, text = episode.entry, episode.transcript
    page = addresses.absolute(site_url, addresses.entry(entry.id))
    written = root / "podcasts/transcripts" / str(entry.transcript)
    _copy(written, site / addresses.transcript(entry.id, "vtt"))
    for extension, content in {
        "srt": renditions.srt(text).encode(),
        "json": renditions.json(text),
        "html": renditions.html(text, entry.title, language, page).encode(),
    }.items():
        _write(site / addresses.transcript(entry.id, extension), content)
    if entry.chapters:
        _write(site / addresses.chapters(entry.id), chapters.as_json(entry))


def _forwards(contents: Contents, site: Path, site_url: str) -> None:
    for entry in contents.catalogue.entries.values():
        for former in entry.former_ids:
            page = FORWARD.format(
                title=escape(entry.title),
                link=escape(f"../{entry.id}/"),
                full=escape(addresses.absolute(site_url, addresses.entry(entry.id))),
            )
            _write(site / addresses.entry(former) / "index.html", page.encode())


def _cards(contents: Contents, site: Path) -> None:
    """Add the social card of each entry, unless this process put the same one there before."""
    for entry in contents.catalogue.entries.values():
        target = site / addresses.card(entry.id)
        shown = social_card.face(entry, contents.catalogue.vocabulary)
        if _drawn.get(target) != shown or not target.is_file():
            _write(target, social_card.render(shown))
            _drawn[target] = shown


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
    try:
        if target.read_bytes() == content:
            return
    except FileNotFoundError:
        pass
    try:
        target.write_bytes(content)
    except FileNotFoundError:  # Most of what is written lies in a folder that is there.
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
