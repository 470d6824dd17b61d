"""What was read from one YAML file: plain data, the place of every value, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from macros.catalogue.problems import Location, Problem, field_name
from macros.catalogue.scalars import Scalar

MAX_PROBLEMS = 100
"""Problems told per file; who makes more has one cause for many, and mends that first."""

Value = Scalar | list["Value"] | dict[str, "Value"]
Position = tuple[int, int]
"""Line and column, from 1; columns in code points."""

Words = tuple[str, int]
"""Words inside a text, and how often they stand in it before the place that is meant."""

Event = Any
"""An event of the YAML parser; the one in C and the one in Python have no type in common."""


@dataclass(slots=True)
class Node:
    """One value in the file: its data, the parser's events that began it and its key, its parts."""

    value: Value
    event: Event
    key: Event | None
    parts: "Mapping[str | int, Node]"


NO_PARTS: Mapping[str | int, Node] = MappingProxyType({})
"""The parts of a text: one for all of them, as there are many."""


@dataclass(slots=True)
class Document:
    """The contents of one YAML file, called `file` in messages.

    In `data` the keys without a value are left out; `root` knows them still. It is None when the
    file could not be read as YAML, and then there are problems.
    """

    file: str
    text: str = ""
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    faulty: set[Location] = field(default_factory=set)

    @property
    def data(self) -> Value:
        """Give the data of the whole file."""
        return self.root.value if self.root else None

    def has(self, location: Location) -> bool:
        """Tell whether the file has something at exactly this place, a key without value too."""
        return len(self._nodes(location)) == len(location) + 1

    def position(
        self, location: Location, *, at_key: bool = False, words: Words | None = None
    ) -> Position:
        """Give line and column of a value, of its key, or of the nearest thing around it.

        `words` points at a part of a text, where that stands in the file as it is.
        """
        nodes = self._nodes(location)
        if not nodes:
            return 1, 1
        node = nodes[-1]
        if at_key and node.key:
            return start(node.key)
        offset = self._offset(words, node) if words else -1
        return place(self.text, offset) if offset >= 0 else start(node.event)

    def add(
        self, location: Location, message: str, *, at_key: bool = False, words: Words | None = None
    ) -> None:
        """Note a problem at a location."""
        self.faulty.add(location)
        self.note(self.position(location, at_key=at_key, words=words), location, message)

    def note(self, position: Position, location: Location, message: str) -> None:
        """Note a problem at a place in the file; past MAX_PROBLEMS only that there are more."""
        field = field_name(location)
        if len(self.problems) == MAX_PROBLEMS:
            field = ""
            message = f"dit bestand heeft meer dan {MAX_PROBLEMS} fouten. Los eerst de andere op."
        if not self.full:
            self.problems.append(Problem(self.file, *position, field, message))

    @property
    def full(self) -> bool:
        """Tell whether further problems are no longer noted."""
        return len(self.problems) > MAX_PROBLEMS

    def _offset(self, words: Words, node: Node) -> int:
        """Give the offset in the file of words inside a text; -1 where they are written otherwise."""
        sought, earlier = words
        end = node.event.end_mark.index
        offset = self.text.find(sought, node.event.start_mark.index, end)
        while earlier and offset >= 0:
            offset = self.text.find(sought, offset + len(sought), end)
            earlier -= 1
        return offset

    def _nodes(self, location: Location) -> list[Node]:
        """Give the nodes on the way to a location, from the root on, as far as they exist."""
        if self.root is None:
            return []
        nodes = [self.root]
        for part in location:
            node = nodes[-1].parts.get(part)
            if node is None:
                break
            nodes.append(node)
        return nodes


def start(event: Event) -> Position:
    """Give line and column (from 1) where an event of the parser begins."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def place(text: str, offset: int) -> Position:
    """Give line and column (from 1) of the character at an offset."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, start) + 1, offset - start + 1
