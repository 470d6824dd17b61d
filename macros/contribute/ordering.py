"""Puts the fields of an entry in the order of the model, each with the remarks that stand above it."""

from collections import Counter
from dataclasses import dataclass

from pydantic import BaseModel

from macros.catalogue.document import Document, Node
from macros.catalogue.messages import inner
from macros.catalogue.model import KINDS
from macros.catalogue.problems import Location
from macros.contribute import looking

_MOST = 1_000
"""Blocks of fields in one file that are looked at."""


@dataclass(frozen=True)
class _Block:
    """A block of fields with its place, its node and the order of its fields."""

    location: Location
    node: Node
    order: tuple[str, ...]


def ordered(text: str) -> str:
    """Give the text of an entry with its fields in order; a field that is not known stays where it was."""
    done: set[Location] = set()
    for _ in range(_MOST):
        document = looking.read(text)
        block = next((one for one in _blocks(document) if one.location not in done), None)
        if block is None:
            return text
        done.add(block.location)
        better = _moved(text, block)
        if better is not None and _says_the_same(better, text, document):
            text = better
    return text


def _blocks(document: Document) -> list[_Block]:
    """Give the blocks whose fields stand on lines of their own and not in order, the outermost first."""
    if not isinstance(document.data, dict):
        return []
    model = KINDS.get(str(document.data.get("kind")))
    found: list[_Block] = []
    if model and document.root:
        _look(document.root, model, (), found)
    return [one for one in found if _wanted(one) != list(one.node.parts)]


def _look(node: Node, model: type[BaseModel], at: Location, found: list[_Block]) -> None:
    if not isinstance(node.value, dict):
        return
    if not node.event.flow_style:
        found.append(_Block(at, node, tuple(model.model_fields)))
    for name, part in node.parts.items():
        field = model.model_fields.get(str(name))
        block = next(inner(field.annotation), None) if field else None
        if block is None:
            continue
        if isinstance(part.value, list):
            for place, item in part.parts.items():
                _look(item, block, (*at, name, place), found)
        else:
            _look(part, block, (*at, name), found)


def _wanted(block: _Block) -> list[str]:
    """Give the names in order; one that is not known follows the one it stands behind."""
    places: dict[str, int] = {}
    last = -1
    for name in map(str, block.node.parts):
        last = block.order.index(name) if name in block.order else last
        places[name] = last
    return sorted(places, key=lambda name: places[name])


def _moved(text: str, block: _Block) -> str | None:
    """Give the text with the fields of one block in order; None where that cannot be done."""
    lines = text.split("\n")
    keys = {str(name): part.key.start_mark for name, part in block.node.parts.items() if part.key}
    names = list(keys)
    column = keys[names[0]].column
    starts = [keys[name].line for name in names]
    if len(keys) != len(block.node.parts) or starts != sorted(set(starts)):
        return None
    first, end = starts[0], _end(lines, starts[-1], column)
    starts = [first, *(_with_remarks(lines, start, column) for start in starts[1:])]
    ends = [
        _content_end(lines, start, stop)
        for start, stop in zip(starts, [*starts[1:], end], strict=True)
    ]
    # Empty lines stay between the fields where they were.
    gaps = [lines[stop:start] for stop, start in zip(ends, [*starts[1:], end], strict=True)]
    parts = {name: lines[start:stop] for name, start, stop in zip(names, starts, ends, strict=True)}
    mark = lines[first][:column]
    wanted = _wanted(block)
    if mark.strip() and not parts[wanted[0]][0][column:].startswith(wanted[0]):
        # A remark would come behind the dash.
        return None
    parts[names[0]] = [" " * column + parts[names[0]][0][column:], *parts[names[0]][1:]]
    moved = [line for name, gap in zip(wanted, gaps, strict=True) for line in (*parts[name], *gap)]
    moved[0] = mark + moved[0][column:]
    return "\n".join([*lines[:first], *moved, *lines[end:]])


def _end(lines: list[str], start: int, column: int) -> int:
    """Give the line after the last one of a block that has its last field at `start`."""
    end = start + 1
    while end < len(lines) and not _stands_before(lines[end], column):
        end += 1
    return _content_end(lines, start, end)


def _stands_before(line: str, column: int) -> bool:
    """Tell whether a line begins further to the left than the fields of a block."""
    return bool(line.strip()) and len(line) - len(line.lstrip(" ")) < column


def _with_remarks(lines: list[str], start: int, column: int) -> int:
    """Give the first line of a field: that of the remarks right above it."""
    while lines[start - 1].startswith(" " * column + "#"):
        start -= 1
    return start


def _content_end(lines: list[str], start: int, stop: int) -> int:
    """Give the line after the last one between two places that is not empty."""
    while stop > start + 1 and not lines[stop - 1].strip():
        stop -= 1
    return stop


def _says_the_same(better: str, text: str, document: Document) -> bool:
    """Tell whether two texts hold the same fields and the same lines, in whatever order."""
    after = looking.read(better)
    same_lines = Counter(map(_bare, better.split("\n"))) == Counter(map(_bare, text.split("\n")))
    return (
        looking.told(after) == looking.told(document) and after.data == document.data and same_lines
    )


def _bare(line: str) -> str:
    return line.lstrip(" -")
