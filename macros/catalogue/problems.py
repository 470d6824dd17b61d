"""A problem in the contents, told so that its writer can mend it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise

Location = tuple[str | int, ...]
"""The way to a value in a YAML file: keys and 0-based list positions, as pydantic's `loc`."""

MAX_CHOICES = 20
"""Longer lists of what is allowed are not written out in a message."""

UNKNOWN = "{what} {found} bestaat niet.{near}{choice}"
NEAR = ' Bedoel je "{near}"?'
CHOICE = " Kies uit: {choices}."
LOOK = " Kijk in {where} wat er is."
"""What may stand at the end of UNKNOWN: a short list, or the file with a long one."""
NO_ENTRY = "het stuk {found} bestaat niet.{near} Neem de naam die in het adres van zijn pagina staat, achter /catalogus/."
FUTURE = "{day} ligt in de toekomst. Vul de datum van vandaag in, of een eerdere."

LINK = "dit is een symbolische link en die volgen we niet. Zet het bestand zelf hier neer."


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend; problems sort by file, line and column.

    `file` is relative to the project, with `/`; `line` and `column` count from 1, columns in
    code points; `field` is the way to the value as people say it (`steps.2.title`: the second
    step), empty when the whole file is meant; `message` says in Dutch what was found and what
    to do.
    """

    file: str
    line: int
    column: int
    field: str
    message: str

    @property
    def place(self) -> str:
        """Give where it is, as editors and terminals read it: `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def told(self) -> str:
        """Give what it is about and what to do, without the place."""
        return f"{self.field}: {self.message}" if self.field else self.message

    def __str__(self) -> str:
        return f"{self.place}: {self.told}"


class Problems(Exception):  # noqa: N818 - the name of the subject; it carries many, not one error
    """The contents cannot be used: `problems` holds every reason, sorted, without doubles."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Fault:
    """What is wrong at a value, before its place in the file is known.

    `file` is relative to the project.
    """

    file: str
    location: Location
    message: str


def field_name(location: Location) -> str:
    """Give a location as people say it, lists counted from 1: `steps.2.title`."""
    return ".".join(
        str(part + 1) if isinstance(part, int) else cut(printable(part)) for part in location
    )


def shown(value: object) -> str:
    """Give a found value for use in a message: text quoted, on one line, cut to 60 characters."""
    if value is None:
        return "niets"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list | tuple):
        return "een lijst"
    if isinstance(value, Mapping):
        return "een blok met velden"
    return f'"{cut(printable(" ".join(str(value).split())))}"'


def printable(text: str) -> str:
    """Give the text with � for what has no shape, so that a terminal shows all that is there."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "�" for c in text)


def cut(text: str) -> str:
    """Give a text of at most 60 characters, with dots for what is left out."""
    return f"{text[:57]}..." if len(text) > 60 else text


def filled(message: str, **words: object) -> str:
    """Fill in the `{names}` in a message; what is filled in may hold braces itself."""
    return re.sub(r"\{(\w+)\}", lambda sign: str(words[sign[1]]), message)


def listed(words: Iterable[str], last: str = "of") -> str:
    """Join words as a Dutch sentence does: `a, b of c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def nearest(found: str, words: Mapping[str, str]) -> str | None:
    """Give what belongs to the word (lower case) that looks most like `found`, if one is near."""
    if len(found) > 100:
        return None
    sought = found.casefold()
    near = get_close_matches(sought, _likely(sought, words), n=1, cutoff=0.6)
    meant = {words[word] for word in near}
    if not near and len(sought) > 2:
        meant = {id for word, id in words.items() if word.startswith(sought)}
    return meant.pop() if len(meant) == 1 else None


def counted(number: int, one: str, many: str) -> str:
    """Give a number with its noun: `1 stuk`, `17 stukken`."""
    return f"{number} {one if number == 1 else many}"


def _likely(sought: str, words: Collection[str]) -> Collection[str]:
    """Give the words worth a close look: of a long list those with most pairs of letters alike."""
    if len(words) <= 100:
        return words
    pairs = _pairs(sought)
    return nlargest(10, words, key=lambda word: len(pairs & _pairs(word)) / (len(word) + 1))


@lru_cache(maxsize=20_000)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(word)))


def suggestion(found: str, allowed: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    """Give ` Bedoel je "x"?` for the nearest allowed word, or an empty text if none is near.

    `names` (lower case) lead to allowed words too.
    """
    near = nearest(found, {**(names or {}), **{word.casefold(): word for word in allowed}})
    return filled(NEAR, near=near) if near else ""


def unknown(
    what: str,
    found: str,
    allowed: Iterable[str],
    where: str = "",
    names: Mapping[str, str] | None = None,
) -> str:
    """Word the message for a value outside a closed list: found, nearest match, allowed.

    A list that is too long to write out is told by the file `where` it stands. `names` (lower
    case) are what people call the allowed words.
    """
    words = list(allowed)
    choice = filled(CHOICE, choices=listed(words)) if words else ""
    if len(words) > MAX_CHOICES:
        choice = filled(LOOK, where=where) if where else ""
    near = suggestion(found, words, names)
    return filled(UNKNOWN, what=what, found=shown(found), near=near, choice=choice)


def no_entry(found: object, entries: Iterable[str]) -> str:
    """Word the message for the id of an entry that does not exist."""
    return filled(NO_ENTRY, found=shown(found), near=suggestion(str(found), entries))


def future(day: date) -> str:
    """Word the message for a date that has yet to come."""
    return filled(FUTURE, day=day)


def doubled(file: str, name: str, ids: Iterable[str]) -> Iterator[Fault]:
    """Yield every id in a list of blocks that an earlier block has too."""
    seen: set[str] = set()
    for place, id in enumerate(ids):
        if id in seen:
            message = f"de id {shown(id)} staat er twee keer. Geef er één een andere naam."
            yield Fault(file, (name, place, "id"), message)
        seen.add(id)
