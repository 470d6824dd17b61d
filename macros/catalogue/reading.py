"""Reads one YAML file into plain data and remembers where everything stood.

YAML 1.2 core schema, as a strict subset: no aliases, anchors, tags, merge keys, tabs, second
documents or doubled keys, and no plain word that YAML 1.1 reads as something else (`no`,
`12:30`, `0123`). The parser's events are read in a loop, so depth cannot exhaust the stack.
"""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from macros.catalogue import scalars
from macros.catalogue.decoding import decode, invisible
from macros.catalogue.document import NO_PARTS, Document, Event, Node, Value, start
from macros.catalogue.outline import field_on
from macros.catalogue.problems import LINK, Location, shown
from macros.catalogue.yaml_errors import explain

MAX_BYTES = 200_000
MAX_DEPTH = 12
MAX_ITEMS = 1_000
"""Parts of one list, or fields of one block."""

_QUOTE = "of zet de tekst tussen aanhalingstekens."
_ALIAS = "een verwijzing ({}) kan hier niet. Schrijf de waarde voluit, " + _QUOTE
_ANCHOR = "een anker ({}) kan hier niet. Schrijf de waarde voluit, " + _QUOTE
_TAG = "een YAML-tag ({}) kan hier niet. Haal hem weg, " + _QUOTE
_CUT_OFF = (
    "hier valt alles na # weg. Zet de hele tekst tussen rechte aanhalingstekens, "
    "of zet je opmerking op een eigen regel."
)
_INVISIBLE = "hier staat een onzichtbaar teken ({}). Haal het weg."
_MERGE = "samenvoegen met << kan hier niet. Schrijf de velden voluit."
_SECOND = "hier begint een tweede stuk (---). Zet elk stuk in een eigen bestand."
_LONG_KEY = "voor de dubbele punt hoort de naam van een veld. Is dit tekst, zet die dan tussen aanhalingstekens."
_DEEP = f"dit zit te diep: meer dan {MAX_DEPTH} niveaus. Haal haken of inspringingen weg."
_MANY = f"hier staan meer dan {MAX_ITEMS} delen. Haal er delen weg."

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path, file: str) -> Document:
    """Read the YAML file at `path`, called `file` in messages; all that is wrong is in `problems`.

    Never raises for what is in the file. A file that cannot be opened is a problem too.
    """
    document = Document(file)
    try:
        facts = path.lstat()
        if fault := _file_fault(facts.st_mode, facts.st_size):
            document.add((), fault)
            return document
        data = path.read_bytes()
    except FileNotFoundError:
        document.add((), "dit bestand is er niet. Zet het hier neer.")
        return document
    except OSError:
        document.add((), "dit bestand kan ik niet openen. Kijk of je het mag lezen.")
        return document
    return read_bytes(data, file)


def read_bytes(data: bytes, file: str) -> Document:
    """Read what is in a YAML file, called `file` in messages; all that is wrong is in `problems`."""
    document = Document(file)
    text = decode(data, document)
    if text is not None:
        document.text = text
        _build(text, document)
    return document


def _file_fault(mode: int, size: int) -> str | None:
    if stat.S_ISLNK(mode):
        return LINK
    if not stat.S_ISREG(mode):
        return "hier hoort een gewoon bestand te staan. Haal weg wat er nu staat."
    if size > MAX_BYTES:
        return f"dit bestand is te groot: {size} bytes. Het mogen er hooguit {MAX_BYTES} zijn. Kort de teksten in."
    return None


class _Refused(Exception):  # noqa: N818 - a signal inside this module, it leaves the loop over events
    """The rest of the file cannot be read sensibly."""


def _build(text: str, document: Document) -> None:
    """Turn the parser's events into data and places."""
    parser = _PARSER(text)
    try:
        document.root = _Builder(document, text).build(parser.get_event)
    except _Refused:
        pass
    except yaml.YAMLError as error:
        position, message = explain(error, text)
        document.note(position, field_on(text.split("\n"), position), message)
    finally:
        parser.dispose()


class _Builder:
    """Holds the lists and blocks that are open while the events of one file go by."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        # Only where a # stands can it cut off a text.
        self.lines = text.split("\n") if "#" in text else []
        self.signs = {number for number, line in enumerate(self.lines) if "#" in line}
        self.root: Node | None = None
        self.open: list[Node] = []
        self.names: list[str | int] = []
        self.key: Event | None = None
        self.key_is_due = False

    def build(self, next_event: Callable[[], Event]) -> Node | None:
        """Read events to the end of the file; give the outermost value."""
        documents = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self.refuse_mark(event)
                elif self.key_is_due:
                    self.word(event)
                else:
                    self.scalar(event)
            elif kind is MappingStartEvent:
                self.container(event, {})
            elif kind is SequenceStartEvent:
                self.container(event, [])
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self.open.pop()
                self.names.pop()
                self.key_is_due = bool(self.open) and type(self.open[-1].value) is dict
            elif kind is AliasEvent:
                self.refuse(event, _ALIAS.format(shown(f"*{event.anchor}")))
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.refuse(event, _SECOND)
            elif kind is StreamEndEvent:
                return self.root

    def word(self, event: Event) -> None:
        """Take the name of a field."""
        if event.style:
            if hidden := invisible(event.value):
                self.refuse(event, _INVISIBLE.format(hidden))
        elif event.value == "<<":
            self.refuse(event, _MERGE)
        self.key = event
        self.key_is_due = False

    def scalar(self, event: Event) -> None:
        """Take a text, a number, true, false or nothing."""
        text: str = event.value
        value: scalars.Scalar = text
        fault = None
        if event.style:
            if hidden := invisible(text):
                fault = _INVISIBLE.format(hidden)
        elif (value := scalars.plain(text)) is text:
            cut_off = event.end_mark.line in self.signs and self.is_cut_off(event)
            fault = _CUT_OFF if cut_off else scalars.doubt(text)
        if fault:
            location = self.location()
            self.document.faulty.add(location)
            self.document.note(start(event), location, fault)
        self.put(Node(value, event, self.key, NO_PARTS))

    def is_cut_off(self, event: Event) -> bool:
        """Tell whether a # ends an unquoted text: YAML takes what follows for a remark."""
        end = event.end_mark
        rest: str = self.lines[end.line][end.column :]
        return rest.lstrip(" ").startswith("#")

    def container(self, event: Event, value: Value) -> None:
        """Open a list or a block."""
        if event.anchor is not None or event.tag is not None:
            self.refuse_mark(event)
        if self.key_is_due:
            self.refuse(event, _LONG_KEY)
        if len(self.open) == MAX_DEPTH:
            self.refuse(event, _DEEP)
        name = self.name()
        node = Node(value, event, self.key, {})
        self.put(node)
        self.open.append(node)
        self.names.append(name)
        self.key_is_due = type(value) is dict

    def name(self) -> str | int:
        """Give the name of the value that comes next in what is open."""
        if self.key is not None:
            return str(self.key.value)
        return len(self.open[-1].parts) if self.open else ""

    def location(self) -> Location:
        """Give the way to the value that comes next in what is open."""
        return (*self.names[1:], self.name()) if self.open else ()

    def put(self, node: Node) -> None:
        """Put a value in its place; the second of two equal fields is told and left out."""
        if not self.open:
            self.root = node
            return
        # What is open is a list or a block, so it has parts of its own.
        parts: Any = self.open[-1].parts
        inside: Any = self.open[-1].value
        key = node.key
        name = len(parts) if key is None else key.value
        if name in parts:
            line = start(parts[name].key)[0]
            message = f"dit veld staat er twee keer, eerder op regel {line}. Haal er één weg."
            self.document.note(start(key), self.location(), message)
        elif len(parts) == MAX_ITEMS:
            self.refuse(node.event, _MANY)
        else:
            parts[name] = node
            if type(inside) is list:
                inside.append(node.value)
            # A field without a value is left empty: it counts as absent, here and in checks.
            elif type(inside) is dict and node.value is not None:
                inside[name] = node.value
        self.key = None
        self.key_is_due = key is not None

    def refuse_mark(self, event: Event) -> NoReturn:
        """Refuse an anchor or a tag."""
        if event.anchor is not None:
            self.refuse(event, _ANCHOR.format(shown(f"&{event.anchor}")))
        self.refuse(event, _TAG.format(shown(event.tag.replace("tag:yaml.org,2002:", "!!"))))

    def refuse(self, event: Event, message: str) -> NoReturn:
        """Note why the file cannot be read any further, and stop."""
        location = tuple(self.names[1:]) if self.key_is_due else self.location()
        self.document.note(start(event), location, message)
        raise _Refused
