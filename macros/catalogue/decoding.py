"""From the bytes of a YAML file to its text: strict UTF-8, LF, nothing invisible."""

import re

from macros.catalogue.document import Document, place
from macros.catalogue.outline import field_on

HARD_SPACES = "\u00a0\u2007\u202f"
HARD_SPACE = "hier staat een harde spatie. Vervang hem door een gewone spatie."

_UNWANTED = re.compile(
    "\t+|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
)
"""Tabs, and characters that no text needs and that XML, a terminal or a reader chokes on."""

_HARD_SPACE = re.compile(
    f"^ *(?:- +)*(?:[a-z_]+ *: *|- *)?([{HARD_SPACES}]+)|(?<![{HARD_SPACES}])[{HARD_SPACES}]+$"
)
"""A space that does not break, where YAML wants a plain one; inside a text it may stay."""


def decode(data: bytes, document: Document) -> str | None:
    """Give the text of a YAML file; what is wrong with its bytes goes to the document.

    None when the text cannot be read. A BOM and Windows line ends are told, and then left out,
    so that what else is wrong is told in the same run.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        document.add((), "dit bestand is opgeslagen als UTF-16. Sla het op als UTF-8.")
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        document.add(
            (), "vooraan staat een onzichtbaar teken (BOM). Sla het op als UTF-8 zonder BOM."
        )
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        document.note(
            place(before, len(before)),
            (),
            f"dit teken is niet geschreven in UTF-8 (byte {data[error.start]:#04x}), misschien wel in Latin-1. Sla het bestand op als UTF-8.",
        )
        return None
    if "\r" in text:
        document.note(
            place(text, text.index("\r")),
            (),
            "deze regel eindigt zoals op Windows (CRLF). Kies in je programma regeleinden LF en sla het bestand opnieuw op.",
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        document.add((), "dit bestand is leeg. Begin met de sjabloon op de pagina Bijdragen.")
        return None
    return None if _has_unwanted(text, document) else text


def invisible(text: str) -> str | None:
    """Give the name of the first invisible control character in a text, as in `U+200B`."""
    found = None if _is_plain(text) else _UNWANTED.search(text)
    return f"U+{ord(found[0][0]):04X}" if found else None


def _is_plain(text: str) -> bool:
    """Tell quickly that a text has nothing unusual in it, as nearly all have not."""
    return text.replace("\n", "").isprintable()


def _has_unwanted(text: str, document: Document) -> bool:
    if _is_plain(text):
        return False
    first = len(document.problems)
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        for found in _UNWANTED.finditer(line):
            if document.full:
                return True
            name = f"U+{ord(found[0][0]):04X}"
            message = (
                "hier staat een tab. Gebruik spaties: twee per niveau."
                if found[0].startswith("\t")
                else f"hier staat een onzichtbaar teken ({name}). Haal het weg."
            )
            position = number, found.start() + 1
            document.note(position, field_on(lines, position), message)
        if hard := _HARD_SPACE.search(line):
            position = number, hard.start(hard.lastindex or 0) + 1
            document.note(position, field_on(lines, position), HARD_SPACE)
    return len(document.problems) > first
