"""Checks the file of a hand-written page before anything reads it: its characters and its top.

MkDocs takes a top (front matter) that is no YAML for text of the page, without a word.
"""

import re
from pathlib import Path

from macros.catalogue.decoding import decode
from macros.catalogue.document import Document
from macros.catalogue.foreign import fields
from macros.catalogue.problems import Problem

_BEGIN = re.compile(r"---[ \t]*\n")
_TOP = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_OPEN = "de gegevens boven de pagina lopen niet af. Zet --- op een eigen regel onder de laatste."


def problems(path: Path, file: str) -> list[Problem]:
    """Give what is wrong with the page at `path`, called `file` in messages.

    An empty page is let be, and so is one without front matter.
    """
    document = Document(file)
    data = path.read_bytes()
    text = decode(data, document) if data.strip() else None
    if text is not None and _BEGIN.match(text):
        if top := _TOP.match(text):
            # The empty line in the place of the dashes keeps the lines as people count them.
            fields("\n" + (top[1] or ""), document)
        else:
            document.note((1, 1), (), _OPEN)
    return document.problems
