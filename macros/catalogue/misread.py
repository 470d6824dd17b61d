"""Finds the slip behind a value or name that YAML could read, but not as its writer meant it."""

from typing import NamedTuple

from pydantic_core import ErrorDetails

from macros.catalogue import slips
from macros.catalogue.decoding import HARD_SPACE, HARD_SPACES
from macros.catalogue.document import Document, Position
from macros.catalogue.problems import Location


class Misread(NamedTuple):
    """What a slip did: where to look, the value that was meant, and what to do, in Dutch."""

    position: Position
    location: Location
    message: str


def slip(document: Document, error: ErrorDetails, location: Location) -> Misread | None:
    """Give the slip behind one error of pydantic, or None where the value itself is wrong.

    `- x` without its space is a text, `a:b` is one too, and in `{a:b}` it is the name of a field.
    """
    kind, found = error["type"], error["input"]
    if kind == "missing":
        name = _instead_of(document, location)
        return _of_name(document, (*location[:-1], name), location) if name else None
    if kind == "extra_forbidden":
        name = "".join(sign for sign in str(location[-1]) if sign not in HARD_SPACES)
        return _of_name(document, location, (*location[:-1], name.partition(":")[0]))
    if isinstance(found, dict) and found:
        name = next(iter(found))
        seen = slips.curly(f"{name}: {found[name]}") if kind == "string_type" else None
        named = _of_name(document, (*location, name), location) if kind == "tuple_type" else None
        return named or _at(document.position(location), seen, location)
    if not isinstance(found, str):
        return None
    place = document.position(location)
    seen = slips.curly(found) if kind in ("string_pattern_mismatch", "goodiebag") else None
    if kind in ("tuple_type", "model_type"):
        seen = slips.missing_space(_rest(document, place))
    return _at(place, seen, location)


def _instead_of(document: Document, location: Location) -> str | None:
    """Give the name in the same block that was meant to be the one that is missing."""
    node = document.root
    for part in location[:-1]:
        node = node.parts.get(part) if node else None
    names = map(str, node.parts) if node else ()
    meant = str(location[-1])
    return next((name for name in names if name.startswith(f"{meant}:")), None)


def _of_name(document: Document, named: Location, location: Location) -> Misread | None:
    """Look at the line on which a name stands; between braces or brackets at the name alone."""
    place, name = document.position(named, at_key=True), str(named[-1])
    if hard := next((at for at, sign in enumerate(name) if sign in HARD_SPACES), None):
        return _at(place, (hard, HARD_SPACE), location)
    is_between = document.text.split("\n")[place[0] - 1][: place[1] - 1].strip(" -")
    seen = slips.missing_space(name if is_between else _rest(document, place))
    return _at(place, seen, location)


def _rest(document: Document, place: Position) -> str:
    """Give what stands on a line from a place on."""
    return document.text.split("\n")[place[0] - 1][place[1] - 1 :]


def _at(start: Position, seen: tuple[int, str] | None, location: Location) -> Misread | None:
    """Give what was seen at an offset from `start`."""
    return Misread((start[0], start[1] + seen[0]), location, seen[1]) if seen else None
