"""Makes wrong entries of the real ones: each has one slip that people make, and says where it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from macros.catalogue.document import Node
from macros.catalogue.messages import inner
from macros.catalogue.model import KINDS, PLACED
from macros.catalogue.problems import field_name
from macros.catalogue.reading import read


@dataclass(frozen=True)
class Mutation:
    """A wrong entry: the slip, the file with its whole text, and what has to be told of it.

    `line` is where to look (from 1) and `field` what to mend there; with `lacking` it may also be
    told that this field is not there, at the beginning of its block. `told` stands in the message.
    """

    slip: str
    file: str
    text: str
    line: int
    field: str
    told: str = ""
    lacking: str = ""


class Place(NamedTuple):
    """A field in a file: the way to it, its key and value, and the piece of the text that they are."""

    way: tuple[str | int, ...]
    node: Node
    start: int
    value: int
    end: int

    @property
    def field(self) -> str:
        """Give the field as people say it."""
        return field_name(self.way)

    @property
    def shape(self) -> str:
        """Give the field without the places in lists."""
        return ".".join(str(part) for part in self.way if isinstance(part, str))


class Source:
    """A real entry: its text, its model and every field in it."""

    def __init__(self, root: Path, file: str) -> None:
        document = read(root / file, file)
        assert document.root
        self.file, self.text = file, document.text
        self.kind = str(document.root.parts["kind"].value)
        self.model = KINDS[self.kind]
        self.top = list(self._fields(document.root, (), len(self.text)))
        self.all = [*self.top, *(deep for place in self.top for deep in self._inside(place))]

    def line(self, offset: int) -> int:
        """Give the line (from 1) of a character."""
        return self.text.count("\n", 0, offset) + 1

    def put(self, start: int, end: int, text: str) -> str:
        """Give the whole text with another piece in this place."""
        return self.text[:start] + text + self.text[end:]

    def _fields(self, node: Node, way: tuple[str | int, ...], end: int) -> Iterator[Place]:
        parts = list(node.parts.items())
        ends = [
            part.key.start_mark.index if part.key else part.event.start_mark.index
            for _, part in parts[1:]
        ]
        for (name, part), until in zip(parts, [*ends, end][: len(parts)], strict=True):
            begin = (part.key or part.event).start_mark.index
            yield Place((*way, name), part, begin, part.event.start_mark.index, until)

    def _inside(self, place: Place) -> Iterator[Place]:
        for deep in self._fields(place.node, place.way, place.end):
            yield deep
            yield from self._inside(deep)


def mutations(root: Path) -> Iterator[Mutation]:
    """Make each slip once in each field of each kind, in the first real entry that has the field."""
    seen: set[tuple[str, ...]] = set()
    for path in sorted(root.glob("catalogue/entries/*/*.yml")):
        source = Source(root, path.relative_to(root).as_posix())
        for made in _all(source):
            shape = re.sub(r"\.\d+", "", made.field)
            kind = "" if made.slip.startswith(("value", "layout", "name")) else source.kind
            if (key := (kind, made.slip, shape)) not in seen and made.text != source.text:
                seen.add(key)
                yield made


def _all(source: Source) -> Iterator[Mutation]:
    for place in source.top:
        yield from _names(source, place)
        yield from _types(source, place)
        yield from _layout(source, place)
    for place in source.all:
        yield from _absent(source, place)
        yield from _values(source, place)
    yield from _strangers(source)


def _required(source: Source, place: Place) -> bool:
    model: Any = source.model
    for part in place.way[:-1]:
        if isinstance(part, str):
            model = next(inner(model.model_fields[part].annotation), None)
    name = place.way[-1]
    return isinstance(name, str) and bool(model.model_fields[name].is_required())


# --- Fields that are away, misspelt, doubled or somewhere else --------------------------------------


def _absent(source: Source, place: Place) -> Iterator[Mutation]:
    """A required field is left out, or left empty."""
    if not _required(source, place) or place.way == ("kind",):
        return
    line = source.line(place.start)
    inside = len(place.way) > 1
    if not inside:
        # What is missing is told at the beginning of the file.
        first = 1
        yield Mutation(
            "left out",
            source.file,
            source.put(place.start, place.end, ""),
            first,
            place.field,
            "verplicht en ontbreekt",
        )
        empty = f"{place.way[-1]}:\n"
        yield Mutation(
            "left empty",
            source.file,
            source.put(place.start, place.end, empty),
            line,
            place.field,
            "verplicht en leeg",
        )
    elif source.text[place.end - 2 : place.end] == ", " or (
        source.text[place.start - 2 : place.start] == "- "
        and place.node.event.end_mark.index < place.end < len(source.text)
    ):
        yield Mutation(
            "left out",
            source.file,
            source.put(place.start, place.end, ""),
            line,
            place.field,
            "verplicht en ontbreekt",
        )


def _names(source: Source, place: Place) -> Iterator[Mutation]:
    """The name of a field is misspelt, in capitals, in Dutch, or stands there twice."""
    name, line = str(place.way[-1]), source.line(place.start)
    end = place.start + len(name)
    # A number without its series, and a series without its number, are told too.
    lacking = {"series": "number", "number": "series"}.get(name, "")
    lacking = name if _required(source, place) else lacking
    label = str(source.model.model_fields[name].title)
    wrong = {
        "a letter too few": name[:2] + name[3:],
        "two letters swapped": name[:1] + name[2] + name[1] + name[3:],
        "a letter too many": name + name[-1],
        "a capital": name.capitalize(),
        "its label": label if " " not in label else name,
        "with a dash": name.replace("_", "-"),
    }
    for slip, written in wrong.items():
        if written in source.model.model_fields or name == "kind":
            continue
        text = source.put(place.start, end, written)
        yield Mutation(
            f"name: {slip}", source.file, text, line, written, f'Bedoel je "{name}"?', lacking
        )
    piece = source.text[place.start : place.end].rstrip("\n") + "\n"
    text = source.text.rstrip("\n") + "\n" + piece
    yield Mutation(
        "doubled",
        source.file,
        text,
        source.text.rstrip("\n").count("\n") + 2,
        name,
        f"eerder op regel {line}",
    )
    one = source.text[place.start : place.end].strip()
    if "\n" not in one and name != "kind":
        rest = source.put(place.start, place.end, "")
        if found := re.search(r"^provenance: \{.*(?=\}$)", rest, re.MULTILINE):
            text = rest[: found.end()] + ", " + one + rest[found.end() :]
            moved = rest.count("\n", 0, found.end()) + 1
            yield Mutation(
                "moved into a block",
                source.file,
                text,
                moved,
                f"provenance.{name}",
                "dit veld ken ik niet",
                lacking,
            )


def _strangers(source: Source) -> Iterator[Mutation]:
    """A field of another kind, of a block, of the place of the file, or of nothing."""
    line = source.text.rstrip("\n").count("\n") + 2
    text = source.text.rstrip("\n") + "\n"
    others = {name for model in KINDS.values() for name in model.model_fields}
    for name in sorted(others - set(source.model.model_fields)):
        yield Mutation(
            "of another kind",
            source.file,
            f"{text}{name}: iets\n",
            line,
            name,
            "dit veld hoort bij",
        )
    for name in sorted(
        {"minutes", "text", "entry", "how", "origin", "material", "start", "file", "url"}
    ):
        yield Mutation(
            "of a block", source.file, f"{text}{name}: iets\n", line, name, "dit veld ken ik niet"
        )
    for name in PLACED:
        yield Mutation(
            "of its place",
            source.file,
            f"{text}{name}: iets\n",
            line,
            name,
            "dit veld hoort hier niet",
        )


# --- Values of another type ---------------------------------------------------------------------------


def _types(source: Source, place: Place) -> Iterator[Mutation]:
    """A text, a list, a block or a number stands where something else belongs."""
    name, value, line = str(place.way[-1]), place.node.value, source.line(place.start)
    if name == "kind":
        wrong = {
            "a kind in Dutch": source.model.kind_label,
            "an unknown kind": "liedje",
            "a list": "[method]",
            "a number": "7",
        }
        for slip, written in wrong.items():
            yield _replaced(source, place, slip, written, "hier hoort een soort")
        return
    if isinstance(value, list):
        wrong = {"a text": "iets", "a number": "7", "a block": "{een: twee}", "true": "true"}
        # An empty part is told too; a part of the wrong type at its own place.
        yield Mutation(
            "an empty part in a list",
            source.file,
            source.put(place.start, place.end, f"{name}:\n  -\n"),
            line + 1,
            name,
        )
        yield Mutation(
            "a list in a list",
            source.file,
            source.put(place.start, place.end, f"{name}: [[x, y]]\n"),
            line,
            name,
        )
        told = "hier hoort een lijst"
    elif isinstance(value, dict):
        wrong = {"a text": "iets", "a number": "7", "a list": "[een]"}
        told = "hier hoort een blok met velden"
    elif isinstance(value, int):
        wrong = {
            "a text": "veel",
            "a number in quotes": '"7"',
            "with a unit": "30 min",
            "a list": "[7]",
            "a block": "{min: 7}",
            "true": "true",
            "a half": "2.5",
        }
        told = "hier hoort een"
    elif name in ("published", "reviewed"):
        return
    else:
        wrong = {
            "a number": "7",
            "a fraction": "2.5",
            "a list": "[een, twee]",
            "a block": "{een: twee}",
            "true": "true",
            "no": "no",
            "a time": "12:30",
            "a leading zero": "0123",
        }
        told = ""
    for slip, written in wrong.items():
        yield _replaced(source, place, slip, written, told)


def _replaced(source: Source, place: Place, slip: str, written: str, told: str = "") -> Mutation:
    text = source.put(place.start, place.end, f"{place.way[-1]}: {written}\n")
    return Mutation(
        f"value: {slip}", source.file, text, source.line(place.start), place.field, told
    )


# --- YAML that is no YAML, or other YAML than was meant ----------------------------------------------


def _layout(source: Source, place: Place) -> Iterator[Mutation]:
    """A sign is forgotten or too many: a space, a colon, a quote, a bracket, a tab."""
    name, line = str(place.way[-1]), source.line(place.start)
    after = place.start + len(name) + 1
    piece = source.text[place.start : place.end]

    def made(slip: str, text: str, told: str = "", at: int = line, field: str = name) -> Mutation:
        return Mutation(f"layout: {slip}", source.file, text, at, field, told)

    if source.text[after] == " ":
        yield made(
            "no space after the colon", source.put(after, after + 1, ""), "ontbreekt een spatie"
        )
        yield made(
            "a tab after the colon", source.put(after, after + 1, "\t"), "hier staat een tab"
        )
        yield made(
            "a hard space after the colon",
            source.put(after, after + 1, "\u00a0"),
            "hier staat een harde spatie",
        )
        if place.start:
            yield made("no colon", source.put(after - 1, after, ""), "ontbreekt een dubbele punt")
    if place.start:
        yield made("a space before the name", source.put(place.start, place.start, " "), "spatie")
        yield made(
            "a tab before the name",
            source.put(place.start, place.start, "\t"),
            "hier staat een tab",
        )
    value = place.node.value
    is_line = isinstance(value, str) and piece.count("\n") == 1
    if is_line and name not in ("kind", "published", "reviewed"):
        for slip, written, told in (
            ("an unclosed quote", f'"{value}', "wordt nergens gesloten"),
            (
                "an unclosed single quote",
                f"'{str(value).replace(chr(39), '')}",
                "wordt nergens gesloten",
            ),
            ("a quote that ends early", f'"Een" {value}', "sluit een aanhalingsteken de tekst"),
            ("quotes forgotten around a colon", f"Let op: {value}", "dubbele punt met een spatie"),
            (
                "quotes forgotten around a hash",
                f"Nummer #1 en {value}".replace("#", " #"),
                "valt alles na # weg",
            ),
            (
                "curly quotes around a colon",
                f"“Let op: {re.sub('[“”‘’]', '', str(value))}”",
                "gekrulde aanhalingstekens",
            ),
            ("an at sign in front", f"@{value}", "mag niet vooraan"),
            ("a star in front", f"*{value}", ""),
            ("an ampersand in front", f"& {value}", "eigen betekenis"),
            ("an exclamation mark in front", f"!{value}", ""),
            ("a percent sign in front", f"%{value}", "mag niet vooraan"),
            ("a bracket in front", f"[{value}", "loopt niet goed af"),
            ("a brace in front", "{" + str(value).replace(": ", " "), "loopt niet goed af"),
            ("a dash in front", f"- {value}", "een streepje (-) kan hier niet"),
            ("an unknown escape", f'"{value}\\q"', "onbekend teken"),
        ):
            yield made(slip, source.put(place.start, place.end, f"{name}: {written}\n"), told)
    if is_line and piece.count("'") == 0:
        yield made(
            "an invisible sign", source.put(place.value, place.value, "\u200b"), "onzichtbaar teken"
        )
    if isinstance(value, list) and piece.startswith(f"{name}: ["):
        yield made(
            "no closing bracket",
            source.text[: place.start] + piece.replace("]", "", 1) + source.text[place.end :],
            "loopt niet goed af",
        )
        yield made(
            "a bracket too many",
            source.text[: place.start] + piece.replace("]", "]]", 1) + source.text[place.end :],
        )
    if isinstance(value, dict) and piece.startswith(f"{name}: {{"):
        yield made(
            "no closing brace",
            source.text[: place.start] + piece.replace("}", "", 1) + source.text[place.end :],
            "loopt niet goed af",
        )
        yield made(
            "no comma",
            source.text[: place.start] + piece.replace(",", "", 1) + source.text[place.end :],
        )
    if isinstance(value, list) and "\n  - " in piece:
        parts = list(place.node.parts.values())
        number = source.line(parts[0].event.start_mark.index)
        dash = place.start + piece.index("\n  - ") + 3
        yield made(
            "no space after a dash",
            source.put(dash + 1, dash + 2, ""),
            "ontbreekt een spatie",
            number,
        )
        yield made(
            "a tab before a dash", source.put(dash - 2, dash, "\t"), "hier staat een tab", number
        )
        if len(parts) > 1 and isinstance(parts[1].value, str):
            second = source.text.index("\n  - ", dash) + 3
            at = source.line(second)
            yield made("a dash forgotten further on", source.put(second, second + 2, "? "), "", at)


# --- Values that are not allowed ------------------------------------------------------------------------

_DAYS = (
    "2026-13-01",
    "2026-02-30",
    "21-11-2026",
    "2026/11/21",
    "21 november 2026",
    "2026-1-5",
    "2099-01-01",
    "gisteren",
    "20261121",
    "2026-11",
    '""',
)
_NUMBERS = (
    "0",
    "-5",
    "1.5",
    "999999",
    '"30"',
    "30 min",
    "dertig",
    "30-60",
    "1_000",
    "+-3",
    "1e3",
    "0x10",
)
_TEXTS = {
    "title": {"a full stop": "Een titel die eindigt met een punt.", "too long": "Heel " * 30 + "lang", "empty quotes": '""', "only a space": '" "'},
    "summary": {"too long": "Veel te " * 50 + "lang", "empty quotes": '""', "a space in front": '" Iets"'},
    "goal": {"HTML": "Een <b>vet</b> doel", "an unsafe link": "Zie [dit](javascript:x)", "empty quotes": '""'},
    "body": {"HTML": "<script>alert(1)</script>", "a top heading": '"# Kop"', "an image from elsewhere": '"![x](https://example.org/x.png)"'},
    "subtitle": {"a full stop": "Voor teams.", "too long": "Heel " * 30 + "lang"},
    "lang": {"in words": "Engels", "in capitals": "EN", "with an underscore": "en_GB"},
    "guid": {"without its scheme": "b1539abe-e8b7-428a-9677-2105fce7b356", "an address": "https://example.org/1"},
    "audio": {"in a folder": "podcasts/audio/x.mp3", "another extension": "x.wav", "a capital": "Opname.mp3"},
    "transcript": {"another extension": "x.txt", "a space": "de tekst.vtt"},
    "series": {"unknown": "avontuur", "its label": "Sandra leest"},
    "reviewer": {"empty quotes": '""', "two lines": '"Sandra\\nJansen"'},
}  # fmt: skip


def _values(source: Source, place: Place) -> Iterator[Mutation]:
    """A word is not in its list, a number or date does not exist, a text is not as it may be."""
    shape, value, node = place.shape, place.node.value, place.node
    line, end = source.line(place.value), node.event.end_mark.index

    def made(slip: str, written: str, told: str = "") -> Mutation:
        return Mutation(
            f"value: {slip}",
            source.file,
            source.put(place.value, end, written),
            line,
            place.field,
            told,
        )

    if shape in ("provenance.origin", "provenance.material"):
        yield made("a choice misspelt", str(value)[:-1], f'Bedoel je "{value}"?')
        yield made("another choice", "iets", "Kies uit")
    elif shape in (
        "focus_areas",
        "audience",
        "setting",
        "sources",
        "related.entry",
        "related.how",
        "entries",
        "series",
    ) and isinstance(value, str):
        yield made(
            "a word misspelt",
            value[:-2] + value[-1] + value[-2] if value[-1] != value[-2] else value[:-1],
            f'Bedoel je "{value}"?',
        )
        yield made("a word in capitals", value.upper())
        yield made("an unknown word", "zomaar-iets")
        if shape in ("related.entry", "entries"):
            yield made("with .yml", f"{value}.yml", "geen naam in een adres")
            yield made("with its folder", f"integriteit/{value}", "geen naam in een adres")
            yield made("itself", Path(source.file).stem, "naar zichzelf")
    elif shape in ("published", "reviewed"):
        for day in _DAYS:
            yield made(f"the date {day}", day)
    elif isinstance(value, int) and not isinstance(value, bool):
        for number in _NUMBERS:
            if (shape, number) != ("number", "999999"):
                yield made(f"the number {number}", number)
    elif shape == "chapters.start":
        for time in ("0:05", "35", '"35"', '"0.35"', '"0:75"', '"begin"'):
            yield made(f"the time {time}", time)
    elif shape == "links.url":
        for address in (
            "www.example.org",
            "http://example.org",
            "https://",
            "mailto:a@example.org",
            "javascript:x",
        ):
            yield made(f"the address {address}", address, "geen webadres")
    elif shape == "book.isbn":
        for number in ("978-90-123-4567-8", '"123"', "9789012345678"):
            yield made(f"the ISBN {number}", number)
    if len(place.way) == 1 or shape.endswith(".title"):
        for slip, written in _TEXTS.get(str(place.way[-1]), {}).items():
            if len(place.way) == 1:
                yield _replaced(source, place, slip, written)
            elif line == source.line(end):
                yield made(slip, written)
    if shape in ("duration.min", "group_size.min"):
        yield made("min above max", "9000", "groter dan het grootste")
