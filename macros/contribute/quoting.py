"""Puts texts in quotes that YAML reads as something else: `no`, `12:30`, `title: a: b`.

A pair of quotes is put only where something that is told then goes away, and nothing else is
told instead. So what is meant as a number or a block stays as it is, for its writer to look at.
"""

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from macros.catalogue.document import Document
from macros.catalogue.messages import inner
from macros.catalogue.model import KINDS
from macros.catalogue.problems import Problem
from macros.contribute import looking

_MOST = 100
"""Lines that YAML cannot read are mended up to so many times."""
_FIELD = re.compile(r"(?P<before> *(?:- +)*(?P<name>[A-Za-z_]+): +)(?P<text>\S.*?) *")
_SPECIAL = ("@", "`", "%")
"""Signs with which a plain text cannot begin, and that mean nothing else in YAML."""
_TEXTS = ("line", "title", "summary", "markdown")


def quoted_where_needed(text: str) -> str:
    """Give the text of an entry with quotes around what is misread without them."""
    for _ in range(_MOST):
        document = looking.check(text)
        if document.root is not None:
            return _values(text, document)
        better = _line(text, document)
        if better is None:
            return text
        text = better
    return text


def quoted(text: str) -> str:
    """Put a text in double quotes, or in single ones where that needs fewer signs."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _line(text: str, document: Document) -> str | None:
    """Mend the one line where YAML stopped; None where that does not bring it further."""
    if not document.problems:
        return None
    number = document.problems[-1].line - 1
    lines = text.split("\n")
    found = _FIELD.fullmatch(lines[number])
    if not found or found["name"] not in _text_fields() or " #" in found["text"]:
        return None
    value = found["text"]
    if not (
        re.search(r":( |$)", value) and re.match(r"[^\"'\[\]{}|>&*!?#,]", value)
    ) and not value.startswith(_SPECIAL):
        return None
    if _goes_on(lines, number):
        return None
    lines[number] = found["before"] + quoted(value)
    better = "\n".join(lines)
    after = looking.read(better)
    gone = after.root is not None or (after.problems and after.problems[-1].line - 1 > number)
    return better if gone else None


def _goes_on(lines: list[str], number: int) -> bool:
    """Tell whether the text on a line goes on below it, further to the right than its field."""
    indent = re.match(r" *(?:- +)*", lines[number])
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    return bool(indent) and len(below) - len(below.lstrip(" ")) > len(indent[0] if indent else "")


def _values(text: str, document: Document) -> str:
    """Mend the values of a file that YAML can read, from the last to the first."""
    before = looking.told(document)
    for problem in sorted(document.problems, reverse=True):
        for start, end in _spans(text, document, problem):
            better = text[:start] + quoted(text[start:end]) + text[end:]
            after = looking.told(looking.check(better))
            if after < before:
                text, before = better, after
                break
    return text


def _spans(text: str, document: Document, problem: Problem) -> Iterator[tuple[int, int]]:
    """Yield where the text stands that may be meant at a problem: a word, or the rest of a line."""
    for node in looking.nodes(document):
        start, stop = node.event.start_mark, node.event.end_mark
        if (start.line + 1, start.column + 1) != (problem.line, problem.column):
            continue
        if isinstance(node.value, dict):
            if end := _end_of_line(text, document, start.line, start.index):
                yield start.index, end
        elif node.value is not None and not getattr(node.event, "style", '"'):
            # What stands behind a # may belong to the text: that is for its writer to say.
            rest = text[stop.index :].partition("\n")[0].strip()
            if start.line == stop.line and not rest.startswith("#"):
                yield start.index, stop.index


def _end_of_line(text: str, document: Document, line: int, start: int) -> int | None:
    """Give where a line ends on which a whole block stands, as `- Let op: begin`; None for another."""
    lines = text.split("\n")
    column = start - sum(len(one) + 1 for one in lines[:line])
    before, rest = lines[line][:column], lines[line][column:].rstrip()
    if not re.fullmatch(r" *(?:- +)+", before) or rest[0] in "\"'{[" or " #" in rest:
        return None
    if _goes_on(lines, line):
        return None
    # What stands below may belong to the block all the same.
    for node in looking.nodes(document):
        key = node.key
        if key and key.start_mark.line == line and node.event.end_mark.line > line:
            return None
    return start + len(rest)


@cache
def _text_fields() -> frozenset[str]:
    """Give the names of all fields that hold one text."""
    return frozenset(name for model in KINDS.values() for name in _texts_of(model))


def _texts_of(model: type[BaseModel]) -> Iterator[str]:
    for name, part in model.model_json_schema()["properties"].items():
        choices = [part, *part.get("anyOf", ())]
        if any(choice.get("x-type") in _TEXTS for choice in choices):
            yield name
    for field in model.model_fields.values():
        for block in inner(field.annotation):
            yield from _texts_of(block)
