"""Remembers what is worked out per entry, so that a preview does so only for what changed."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from macros.catalogue.model import Entry
from macros.contents import Contents

T = TypeVar("T")


def per_entry(make: Callable[[Contents, Entry], T]) -> Callable[[Contents, Entry], T]:
    """Let a function work only when the entry, its recording or the vocabulary is another one.

    What it gives may depend on nothing else. Files that did not change are not read again, so
    the same object means the same contents; comparing all their fields would take longer.
    """
    known: dict[str, tuple[tuple[object, ...], T]] = {}

    @wraps(make)
    def remembered(contents: Contents, entry: Entry) -> T:
        episode = contents.episode(entry.id)
        made_of = (entry, contents.catalogue.vocabulary, episode and episode.audio)
        before, made = known.get(entry.id, ((), None))
        if not before or any(one is not other for one, other in zip(made_of, before, strict=True)):
            made = make(contents, entry)
            known[entry.id] = made_of, made
        return made  # type: ignore[return-value]  # None only where `make` gives it

    return remembered
