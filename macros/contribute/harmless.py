"""Texts of others as Markdown in which nothing happens: no link, picture, mention or number of an issue.

GitHub and Forgejo look for mentions and addresses in what was rendered, so a backslash is not
enough there: a word joiner, which nobody sees, breaks them. What stands in code they leave alone.
"""

import re

from macros.catalogue.problems import printable

_JOINER = "\u2060"
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
_START = re.compile(r"^(\s*\d*)([-+=.)])")
"""What makes a list or a heading of a line, at its beginning only."""
_LIVELY = (
    re.compile(r"(?<=[@#!])(?=\w)"),
    re.compile(r"(?<=:)(?=//)"),
    re.compile(r"(?<=www)(?=\.)", re.IGNORECASE),
    re.compile(r"(?<=[A-Za-z]-)(?=\d)"),
    re.compile(r"(?<=\b[0-9a-f]{4})(?=[0-9a-f]{3,}\b)"),
)
"""Where a host makes something of: @name, #1, !1, an address, GH-1, the name of a commit."""


def line(text: str) -> str:
    """Give a text on one line, to read as it is; what stands between backticks becomes code."""
    parts = " ".join(printable(text).split()).split("`")
    if len(parts) % 2 == 0:
        parts[-2:] = ["`".join(parts[-2:])]
    told = "".join(
        code(part) if place % 2 and part.strip() else _plain(f"`{part}`" if place % 2 else part)
        for place, part in enumerate(parts)
    )
    return _START.sub(r"\1\\\2", told)


def code(text: str) -> str:
    """Give a text as code inside a sentence."""
    plain = " ".join(printable(text).split())
    fence = "`" * (_longest(plain) + 1)
    space = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{space}{plain}{space}{fence}"


def block(lines: list[str]) -> str:
    """Give lines as a block of code."""
    plain = [printable(found) for found in lines]
    fence = "`" * max(3, _longest("\n".join(plain)) + 1)
    return "\n".join([f"{fence}text", *plain, fence])


def _plain(text: str) -> str:
    for lively in _LIVELY:
        text = lively.sub(_JOINER, text)
    return _SIGNS.sub(r"\\\1", text)


def _longest(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
