"""The words that entries use, for who types one wrong: search looks here what was meant."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from macros.catalogue.model import Entry
from macros.contents import Contents
from macros.website import entry_pages, search
from macros.website.per_entry import per_entry

LIMIT = 6000
"""Most words in the list: it may weigh some 20 kB compressed, as it is fetched while someone waits."""
SHORTEST = 4
"""Letters of the shortest word; of shorter ones half the alphabet is one slip away."""

_LEAN = ("title", "subtitle", "summary", "goal", "keywords")
_FIELDS = (
    *_LEAN, "body", "when_to_use", "when_not", "materials", "steps", "harvest", "tips", "pitfalls",
    "variations", "takeaways", "findings", "book",
)  # fmt: skip
_WORD = re.compile(rf"[a-z][a-z-]{{{SHORTEST - 2},}}[a-z]")


def render(contents: Contents, lean_from: int = search.LEAN_FROM) -> str:
    """Give the words, one on a line, those that most entries use first.

    They are the words under which the index finds entries: from `lean_from` entries it is lean.

    They are folded: lower case, without accents, apostrophes and hyphens; of a word with a hyphen
    the parts are there too.
    """
    used: Counter[str] = Counter()
    entries = contents.catalogue.entries.values()
    words_of = _lean if len(entries) >= lean_from else _whole
    for entry in entries:
        used.update(words_of(contents, entry))
    most_used = sorted(used, key=lambda word: (-used[word], word))
    return "".join(f"{word}\n" for word in most_used[:LIMIT])


@per_entry
def _lean(contents: Contents, entry: Entry) -> frozenset[str]:
    told = _texts([vars(entry).get(name) for name in _LEAN])
    return words(" ".join([*told, entry_pages.search_words(contents, entry, is_lean=True)]))


@per_entry
def _whole(contents: Contents, entry: Entry) -> frozenset[str]:
    told = _texts([vars(entry).get(name) for name in _FIELDS])
    named = entry_pages.search_words(contents, entry), entry_pages.facet_words(contents, entry)
    return words(" ".join([*told, *named]))


def words(text: str) -> frozenset[str]:
    """Give the words of a text, folded, and the parts of those with a hyphen."""
    bare = unicodedata.normalize("NFKD", re.sub("[’']", "", text))
    found = set(_WORD.findall(bare.encode("ascii", "ignore").decode().lower()))
    for joined in [word for word in found if "-" in word]:
        parts = (joined.replace("-", ""), *joined.split("-"))
        found.remove(joined)
        found.update(part for part in parts if len(part) >= SHORTEST)
    return frozenset(found)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a value of the model."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif value is not None and not isinstance(value, int):
        for part in vars(value).values():
            yield from _texts(part)
