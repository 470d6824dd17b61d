"""Finds the field that a line belongs to in a file that cannot be read as YAML, by its indentation.

A parser that stops says where, and not in which field. A writer knows fields, not positions.
"""

import re
from collections.abc import Sequence

from macros.catalogue.document import Position
from macros.catalogue.problems import Location

_DASHES = re.compile(r" *(?:- +)*(?:-$)?")
_FIELD = re.compile(r"(?P<name>[A-Za-z_]+):(?P<value>.*)")
_BLOCK = re.compile(r"[|>][-+0-9]*")
_BETWEEN = re.compile(r"[{,] *(?P<name>[A-Za-z_]+) *:")


def field_on(lines: Sequence[str], position: Position) -> Location:
    """Give the way to the field at a line and column (from 1), as far as the lines tell; else ()."""
    number, column = position[0] - 1, position[1] - 1
    if number >= len(lines):
        return ()
    outline = _Outline()
    for line in lines[:number]:
        outline.read(line)
    # A tab is refused; as a space it still says where its line belongs.
    outline.read(lines[number].expandtabs(1), is_sought=True)
    found = tuple(name for _, name in outline.open)
    between = [match for match in _BETWEEN.finditer(lines[number]) if match.start("name") <= column]
    return (*found, between[-1]["name"]) if between and found else found


class _Outline:
    """The fields and parts of lists that are open, each with its column, while lines go by."""

    def __init__(self) -> None:
        self.open: list[tuple[int, str | int]] = []
        self.has_value = False
        """Whether the last of them has one: what stands further to the right is part of it."""
        self.text_at: int | None = None
        """Where the text behind a bar stands, once its first line went by."""
        self.is_block = False

    def read(self, line: str, *, is_sought: bool = False) -> None:
        """Take the next line; of the one that is sought, a field counts even where none may be."""
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or (line[indent] == "#" and not self.is_block):
            return
        dashes = _DASHES.match(line)
        start = dashes.end() if dashes else indent
        field = _FIELD.fullmatch(line[start:])
        if self.has_value and self.open and indent > self.open[-1][0]:
            if self.is_block and self.text_at is None:
                self.text_at = indent
            is_text = self.is_block and indent >= (self.text_at or 0)
            if is_text or not (is_sought and field):
                return
        self._close(indent, is_part=start > indent)
        for column in (at for at in range(indent, start) if line[at] == "-"):
            self._part(column)
        self.has_value = self.is_block = False
        if field:
            value = field["value"].split(" #")[0].strip()
            self.open.append((start, field["name"]))
            self.has_value, self.text_at = bool(value), None
            self.is_block = _BLOCK.fullmatch(value) is not None
        elif start > indent:
            self.has_value = True

    def _close(self, column: int, *, is_part: bool) -> None:
        """Close what begins at this column or further to the right.

        The parts of a list may stand straight under the field that they belong to.
        """
        has_list = False
        if self.has_value and self.open and self.open[-1][0] < column:
            self.open.pop()
        while self.open and self.open[-1][0] >= column:
            at, name = self.open[-1]
            if at == column and is_part and (isinstance(name, int) or not self.has_value):
                break
            has_list = isinstance(name, int) and at > column
            self.open.pop()
        # A field with a list of parts has no fields of its own.
        if has_list and self.open and isinstance(self.open[-1][1], str):
            self.open.pop()

    def _part(self, column: int) -> None:
        """Begin the next part of the list at this column, or the first of a new one."""
        if self.open and self.open[-1][0] == column and isinstance(self.open[-1][1], int):
            self.open.append((column, int(self.open.pop()[1]) + 1))
        else:
            self.open.append((column, 0))
