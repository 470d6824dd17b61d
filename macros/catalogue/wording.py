"""What people read in the contents: every text with the way to it, and its plain sentences."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from macros.catalogue import prose
from macros.catalogue.problems import Location
from macros.catalogue.texts import Label, Line, Markdown, Paragraphs, Summary, Title

_WRITTEN = (Label, Line, Markdown, Paragraphs, Summary, Title)
"""The types of what people read; ids, addresses and names of files have others."""

_BLOCKS = {"p", "li", "h2", "h3", "h4", "h5", "h6", "td", "th", "br"}
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')]*\s+(?=[\"“‘'(]*(?:’\w )?[A-ZÀ-Þ0-9])")


def texts(block: BaseModel, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield every text that people read in a block of fields, as it was typed, with the way to it.

    Left out is a title that says in `lang` that it is not Dutch. A field may be absent.
    """
    for name in _fields(type(block)):
        if name != "title" or not getattr(block, "lang", None):
            yield from _inside(getattr(block, name, None), (*at, name))


def _inside(value: object, at: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, BaseModel):
        yield from texts(value, at)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _inside(part, (*at, place))


@cache
def _fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Give the fields of a model that hold texts, or blocks of fields."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(name for name in model.model_fields if _is_read(hints[name]))


def _is_read(hint: Any) -> bool:
    if hint in _WRITTEN or (isinstance(hint, type) and issubclass(hint, BaseModel)):
        return True
    # The first argument of an annotation is its type: a text with a rule of its own is no text.
    return hasattr(hint, "__args__") and any(map(_is_read, get_args(hint)))


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs, list items, cells and headings of a Markdown text as plain text.

    Code is left out.
    """
    reader = _Reader()
    reader.feed(prose.render(text))
    reader.close()
    plain = (" ".join("".join(parts).split()) for parts in reader.found)
    return [paragraph for paragraph in plain if paragraph]


def sentences(paragraph: str) -> list[str]:
    """Split plain text where a sentence ends and a capital or a digit begins the next."""
    ends = [match.end() for match in _SENTENCE_END.finditer(paragraph)]
    return [
        paragraph[start:end].strip()
        for start, end in zip([0, *ends], [*ends, len(paragraph)], strict=True)
    ]


class _Reader(HTMLParser):
    """Gathers the text of rendered Markdown, in parts that each begin or end at a block."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[str]] = [[]]
        self.in_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        """Begin a new part at a block, or code."""
        self._tag(tag, begins=True)

    def handle_endtag(self, tag: str) -> None:
        """End a block, or code."""
        self._tag(tag, begins=False)

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self.in_code:
            self.found[-1].append(data)

    def _tag(self, tag: str, *, begins: bool) -> None:
        if tag in _BLOCKS:
            self.found.append([])
        if tag == "code":
            self.in_code = begins
