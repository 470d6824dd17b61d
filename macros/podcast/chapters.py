"""Gives the chapters of an episode in the forms that apps read, from the one list in its entry.

Standards: JSON chapters 1.2.0 (Podcasting 2.0), Podlove Simple Chapters 1.2. The chapters in the
recording itself (ID3) are written by `tags`.
"""

import json
from typing import TYPE_CHECKING

from macros.catalogue.model import Podcast
from macros.podcast.captions import clock as precise
from macros.podcast.moments import clock

if TYPE_CHECKING:
    from macros.podcast.namespaces import Element

MIME_TYPE = "application/json+chapters"


def as_json(entry: Podcast) -> bytes:
    """Give the chapters as a file of their own, UTF-8; times in whole seconds."""
    chapters = [{"startTime": chapter.start, "title": chapter.title} for chapter in entry.chapters]
    told = {"version": "1.2.0", "title": entry.title, "chapters": chapters}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def psc(entry: Podcast) -> "Element":
    """Give the chapters as an element of the feed."""
    from macros.podcast.namespaces import PSC, Element  # a check needs no feed, and this loads lxml

    chapters = (
        Element(PSC, "chapter", facts={"start": precise(chapter.start), "title": chapter.title})
        for chapter in entry.chapters
    )
    return Element(PSC, "chapters", facts={"version": "1.2"}, inside=tuple(chapters))


def lines(entry: Podcast) -> tuple[str, ...]:
    """Give the chapters as lines of plain text, for show notes: `01:23 Titel`."""
    # Apps make a moment clickable that has two digits for its minutes.
    return tuple(f"{clock(chapter.start).zfill(5)} {chapter.title}" for chapter in entry.chapters)
