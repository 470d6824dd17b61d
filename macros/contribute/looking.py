"""Reads a text as the file of an entry, for who changes such a text and must not change its meaning."""

from collections import Counter
from collections.abc import Iterator

from macros.catalogue import validation
from macros.catalogue.document import Document, Node
from macros.catalogue.reading import read_bytes

_PLACED = {"id": "stuk", "theme": "thema", "path": "stuk.yml"}
"""The place of the file plays no part here."""


def read(text: str) -> Document:
    """Read a text as YAML."""
    return read_bytes(text.encode(), "")


def check(text: str) -> Document:
    """Read a text and look whether it is a sound entry; all that is wrong is in `problems`."""
    document = read(text)
    if document.root is not None:
        validation.entry(document, _PLACED)
    return document


def told(document: Document) -> Counter[tuple[str, str]]:
    """Give what is wrong with a document: each field with its message, wherever it stands."""
    return Counter((problem.field, problem.message) for problem in document.problems)


def nodes(document: Document) -> Iterator[Node]:
    """Yield every value in a document, each after what holds it."""
    waiting = [document.root] if document.root else []
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(list(node.parts.values())))
