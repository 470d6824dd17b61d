"""Mends the characters of a file: how it is stored, its line ends, tabs and hard spaces."""

import codecs
import re

from macros.catalogue.decoding import HARD_SPACES
from macros.contribute import looking

_WIDTHS = (2, 4, 8)
"""How many spaces a tab may have been meant as."""
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_INDENT = re.compile(rf"^[ \t{HARD_SPACES}]*(?:-[ \t{HARD_SPACES}]+)*", re.MULTILINE)
_TAIL = re.compile(rf"[ \t{HARD_SPACES}]*[\t{HARD_SPACES}][ \t{HARD_SPACES}]*$", re.MULTILINE)
_AFTER_NAME = re.compile(
    rf"^( *(?:- +)*[A-Za-z_]+)[ {HARD_SPACES}\t]*:[ \t]*[\t{HARD_SPACES}]+[ \t]*(?=\S)",
    re.MULTILINE,
)


def decoded(data: bytes) -> str | None:
    """Give the text of a file as UTF-8 without a mark and with LF; None where it is stored otherwise.

    A mark at the front tells for sure that it is UTF-16. Of any other encoding one can only guess.
    """
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def spaced(text: str) -> str:
    """Put plain spaces where a tab or hard space keeps a file from being read.

    Only where there is no doubt: a tab in front of a line may be two, four or eight spaces, so
    all that can be read must come to the same.
    """
    if not re.search(rf"[\t{HARD_SPACES}]", text):
        return text
    plain = _AFTER_NAME.sub(r"\1: ", _TAIL.sub("", text))
    found = []
    for width in _WIDTHS:
        tried = _INDENT.sub(lambda part, width=width: _spaces(part[0], width), plain)  # type: ignore[misc]
        tried = tried.replace("\t", " ")
        document = looking.read(tried)
        if document.root is not None:
            found.append((tried, document.data))
    if found and all(data == found[0][1] for _, data in found):
        return found[0][0]
    return text


def _spaces(indent: str, width: int) -> str:
    return re.sub(f"[{HARD_SPACES}]", " ", indent).replace("\t", " " * width)
