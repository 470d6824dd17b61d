"""Mends in the file of an entry what is mechanical, and shows the difference.

Never the meaning: what a file could say before, it says after, and a change that would make
another thing of it is not made. A word from a list takes the place of what people call it, and a
title loses its full stop. What only its writer can decide stays, and is told by the check.
"""

import difflib
from functools import partial

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.document import Node
from macros.catalogue.folder import EntryFile
from macros.catalogue.problems import printable
from macros.contribute import characters, choosing, looking, ordering, quoting, stops

_BLOCK_STYLES = ("|", ">")
_NO_END = "\\ hier ontbreekt het einde van de regel"


def mend(data: bytes, catalogue: Catalogue | None = None) -> bytes:
    """Give the bytes of the file of an entry with what is mechanical mended.

    What words are called is known from the catalogue, where that can be read.
    """
    text = characters.decoded(data)
    if text is None:
        return data
    named = partial(choosing.chosen, catalogue=catalogue)
    quoted = quoting.quoted_where_needed
    for step in (characters.spaced, quoted, named, stops.unstopped, ordering.ordered, _trimmed):
        text = step(text)
    return text.encode()


def write(file: EntryFile, catalogue: Catalogue | None = None) -> str:
    """Mend the file of an entry where it stands; give the difference, empty where there is none.

    Raises OSError where it cannot be read or written.
    """
    before = file.path.read_bytes()
    after = mend(before, catalogue)
    if after == before:
        return ""
    file.path.write_bytes(after)
    return difference(before, after, file.file)


def difference(before: bytes, after: bytes, file: str) -> str:
    """Give the unified diff of two versions of a file, signs that do not show made visible."""
    old, new = (_lines(data) for data in (before, after))
    lines = difflib.unified_diff(old, new, file, file, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8", errors="replace").replace("\r", "␍").replace("\t", "→")
    *lines, last = map(printable, text.split("\n"))
    return [*lines, last, _NO_END] if last else lines


def _trimmed(text: str) -> str:
    """Take spaces away at the ends of lines, and end the file with one line end.

    Inside a block of text they can mean something: two at the end are a new line in Markdown.
    """
    document = looking.read(text)
    if document.root is None:
        return text
    lines = text.split("\n")
    kept = {
        number
        for node in looking.nodes(document)
        if getattr(node.event, "style", None) in _BLOCK_STYLES
        for number in _inside(node)
    }
    trimmed = [line if number in kept else line.rstrip(" ") for number, line in enumerate(lines)]
    found = "\n".join(trimmed)
    for better in (found.rstrip("\n") + "\n", found):
        if looking.read(better).data == document.data:
            return better
    return text


def _inside(node: Node) -> range:
    """Give the lines of a block of text; the parser ends it where the next thing begins."""
    end = node.event.end_mark
    return range(node.event.start_mark.line + 1, end.line + bool(end.column))
