"""The line of a file that a problem is about, with a caret under the place, for a terminal."""

import unicodedata
from functools import lru_cache
from pathlib import Path

from macros.catalogue.problems import Problem, printable

MARGIN = 5
"""Columns for the number of a line."""
BEFORE = 0.6
"""How much of a line that is too long stands before the place, at most."""


def excerpt(root: Path, problem: Problem, width: int = 80) -> tuple[str, str] | None:
    """Give the line with its number and the caret below it; None where there is no line to show.

    A long line is cut to `width` columns around the place, with `…` for what is left out. What is
    wrong with a whole file has no line.
    """
    if not problem.field and (problem.line, problem.column) == (1, 1):
        return None
    lines = _lines(root / problem.file)
    if problem.line > len(lines):
        return None
    line = printable(lines[problem.line - 1].replace("\t", " "))
    before, after = _window(line, problem.column - 1, width - MARGIN - 3)
    number = f"{problem.line:>{MARGIN}} | "
    caret = " " * _columns(before) + "^"
    return number + before + after, f"{'':>{MARGIN}} | {caret}"


def _window(line: str, at: int, width: int) -> tuple[str, str]:
    """Give what is shown of a line before and from an offset, together at most `width` columns."""
    before, after = line[:at], line[at:]
    if _columns(line) <= width:
        return before, after
    room = max(int(width * BEFORE), width - _columns(after))
    if _columns(before) > room:
        while _columns(before) > room - 1:
            before = before[1:]
        before = f"…{before}"
    rest = width - _columns(before)
    if _columns(after) > rest:
        while _columns(after) > rest - 1:
            after = after[:-1]
        after = f"{after}…"
    return before, after


def _columns(text: str) -> int:
    """Give how many columns a terminal needs for a text: two for a wide sign, none for an accent."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )


@lru_cache(maxsize=32)
def _read(path: Path, _changed: int) -> tuple[str, ...]:
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _lines(path: Path) -> tuple[str, ...]:
    """Give the lines of a file; none where it cannot be read as text."""
    if path.is_symlink() or not path.is_file():
        return ()
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError:
        return ()
