"""Small slips that a line of YAML gives away: a space too few or too many, a curly quote.

YAML takes such a line for something else, and a parser then complains elsewhere. What is found
here is told at the sign that is wrong or missing, with the line as it should be.
"""

import re
from collections.abc import Sequence

from macros.catalogue.document import Position
from macros.catalogue.problems import cut, printable

Slip = tuple[Position, str]
"""The place to look, and what to do there in Dutch."""

_TOGETHER = re.compile(r"(?P<before> *(?:- +)*(?:-(?!-)|[A-Za-z_]+:(?!/)))(?P<after>\S.*)")
_FIELD = re.compile(r" *(?:- +)*(?P<name>[A-Za-z_]+):(?= |$)")
_NO_COLON = re.compile(r" *(?:- +)*(?P<name>[a-z_]{2,})(?: +(?P<text>\S.*))?")
_CURLY = re.compile(r"(?P<before> *(?:- +)*(?:[a-z_]+: +)?)[“”„‘’‚](?P<text>[^“”„‘’‚]*)[“”‘’] *")
_TEXT = ' Is het tekst, zet die dan tussen ".'


def missing_space(line: str) -> tuple[int, str] | None:
    """Give the offset where a space is missing after a dash or colon, and the message, or None."""
    found = _TOGETHER.fullmatch(line)
    if not found:
        return None
    is_dash = found["before"].endswith("-")
    field = _TOGETHER.fullmatch(found["after"]) if is_dash else None
    start = f"- {field['before']}" if field else found["before"].strip()
    better = _code(f"{start} {_as_value((field or found)['after'])}")
    what = "het streepje" if is_dash else "de dubbele punt"
    return found.end("before"), f"achter {what} ontbreekt een spatie. Schrijf {better}."


def is_field(line: str) -> bool:
    """Tell whether a line begins with the name of a field, its colon and a space."""
    return _FIELD.match(line) is not None


def missing_colon(line: str) -> str | None:
    """Give the message for a line that begins as a field does and has no colon, or None."""
    found = _NO_COLON.fullmatch(line)
    if not found:
        return None
    better = _code(f"{found['name']}: {found['text'] or ''}".strip())
    return f"op deze regel ontbreekt een dubbele punt. Schrijf {better}, of spring in als dit bij de tekst erboven hoort."


def curly(line: str) -> tuple[int, str] | None:
    """Give the offset of a curly quote that opens a text up to the end of the line, and the message."""
    found = _CURLY.fullmatch(line)
    if not found:
        return None
    quote = next((sign for sign in "\"'" if sign not in found["text"]), None)
    better = _code(f"{quote}{found['text']}{quote}") if quote else '"'
    message = f"gekrulde aanhalingstekens tellen hier niet. Gebruik rechte: {better}."
    return found.end("before"), message


def in_front_of(lines: Sequence[str], number: int) -> Slip | None:
    """Give the first space too many before the field on a line (from 0), or None.

    It is measured against the nearest line above with a field that stands further to the left.
    """
    field = _FIELD.match(lines[number])
    if not field:
        return None
    indent, name = _indent(lines[number]), field["name"]
    is_near, is_same_part = False, True
    for line in reversed(lines[:number]):
        above = _FIELD.match(line)
        if not above:
            is_same_part = is_same_part and bool(line.split("#")[0].strip())
            continue
        if above.start("name") < indent:
            straight = above.start("name")
            break
        is_near |= is_same_part and above.start("name") == indent + 1
        if _indent(line) < indent:
            return None
    else:
        return None
    spaces = indent - straight
    if is_near and spaces > 1:
        return None
    message = (
        f"`{name}` staat niet recht onder een ander veld. Haal de spatie vooraan weg, "
        "of zet er een bij als dit veld in het blok erboven hoort."
        if is_near
        else _too_many(name, spaces) + (_TEXT if spaces > 1 else "")
    )
    return (number + 1, straight + 1), message


def before_all(lines: Sequence[str], number: int) -> Slip | None:
    """Give the spaces before the one field that stands above a line (from 0) at the margin."""
    above = [place for place in range(number) if lines[place].split("#")[0].strip()]
    field = _FIELD.match(lines[above[0]]) if len(above) == 1 else None
    if not field or not _indent(lines[above[0]]):
        return None
    return (above[0] + 1, 1), _too_many(field["name"], _indent(lines[above[0]]))


def on_or_above(lines: Sequence[str], number: int) -> Slip | None:
    """Give a missing space on a line (from 0), or on those above that it carries on as one text."""
    for place in range(number, -1, -1):
        if found := missing_space(lines[place]):
            return (place + 1, found[0] + 1), found[1]
        if place < number and (not lines[place].strip() or _FIELD.match(lines[place])):
            break
    return None


def _too_many(name: str, spaces: int) -> str:
    are, them = ("staat een spatie", "hem") if spaces == 1 else (f"staan {spaces} spaties", "ze")
    return (
        f"voor `{name}` {are} te veel. Haal {them} weg, zodat het veld recht onder de andere staat."
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _as_value(text: str) -> str:
    """Give what follows a dash or colon as it should be: in quotes where a colon would break it."""
    if ": " not in text or _FIELD.match(text) or text[0] in "\"'[{" or '"' in text:
        return text
    return f'"{text}"'


def _code(text: str) -> str:
    return f"`{cut(printable(text))}`"
