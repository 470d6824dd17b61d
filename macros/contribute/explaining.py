"""Says in Dutch what may stand in a field, from the schema of an entry: for who fills one in."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.model import KINDS
from macros.catalogue.problems import counted, listed, nearest, shown
from macros.contribute.scaffold import as_yaml
from macros.contribute.schema import Schema, entry_schema
from macros.contribute.wordlists import columns

VALUES = {
    "line": "Tekst op één regel.",
    "title": "Tekst op één regel, zonder punt aan het eind.",
    "summary": "Tekst op één regel.",
    "markdown": "Tekst in Markdown, ook van meer alinea’s.",
    "id": "De naam van een stuk, zoals die in het adres van zijn pagina staat, achter /catalogus/.",
    "day": "Een datum: jaar-maand-dag.",
    "url": "Een adres dat begint met https://.",
    "seconds": "Een tijdstip in minuten en seconden, tussen aanhalingstekens.",
    "minutes": "Een heel aantal minuten.",
    "count": "Een heel getal.",
    "year": "Een jaartal.",
    "language": "De code van een taal, zoals en of fr.",
    "guid": "urn:uuid: met een kenmerk van 36 tekens erachter.",
    "file": "De naam van een bestand, zonder map ervoor.",
}
"""What each kind of value is called, by the `x-type` of the schema."""


class Unknown(Exception):  # noqa: N818 - what was asked for is not there
    """There is no such field; the message says in Dutch which one is near."""


@dataclass
class Found:
    """One field as it is somewhere: the way to it, its schema, whether it is required, and where."""

    way: tuple[str, ...]
    labels: tuple[str, ...]
    schema: Schema
    required: bool
    kinds: list[str] = field(default_factory=list)


def explain(catalogue: Catalogue, asked: str, width: int = 80) -> str:
    """Explain a field by its way (`steps.minutes`) or its Dutch label, in lines of at most `width`.

    The number of a part, as in `steps.2.title`, may be there. Raises Unknown where there is none.
    """
    schema = entry_schema(catalogue)
    found = _sought(asked, list(_fields(schema)))
    return "\n\n\n".join(_explained(one, schema, width) for one in found)


def _fields(schema: Schema) -> Iterable[Found]:
    """Give every field of every kind; one that is the same in several kinds comes once."""
    kinds = schema["properties"]["kind"]
    known = {"kind": Found(("kind",), (kinds["title"],), kinds, True, list(KINDS))}
    for kind in KINDS:
        for one in _inside(schema["definitions"][kind], schema, (), ()):
            if one.way == ("kind",):
                continue
            key = f"{one.way} {one.required} {one.schema}"
            known.setdefault(key, one).kinds.append(kind)
    return known.values()


def _inside(
    block: Schema, schema: Schema, way: tuple[str, ...], labels: tuple[str, ...]
) -> Iterator[Found]:
    for name, part in block["properties"].items():
        one = Found((*way, name), (*labels, part["title"]), part, name in block["required"])
        yield one
        inner = _resolved(part.get("items", part), schema)
        if "properties" in inner:
            yield from _inside(inner, schema, one.way, one.labels)


def _sought(asked: str, fields: list[Found]) -> list[Found]:
    """Give the fields that are meant: by the whole way, else by its last part."""
    sought = ".".join(part for part in asked.casefold().split(".") if not part.isdigit())
    names: dict[str, list[Found]] = {}
    lasts: dict[str, list[Found]] = {}
    for one in fields:
        for parts in (one.way, one.labels):
            _add(names, ".".join(parts).casefold(), one)
            _add(lasts, parts[-1].casefold(), one)
    found = names.get(sought) or lasts.get(sought)
    if not found:
        near = nearest(sought, {name: name for name in (*names, *lasts)})
        hint = f" Bedoel je {shown(near)}?" if near else ""
        tops = listed(dict.fromkeys(one.way[0] for one in fields), "en")
        raise Unknown(f"het veld {shown(asked)} ken ik niet.{hint} Er is: {tops}.")
    return found


def _add(index: dict[str, list[Found]], name: str, one: Found) -> None:
    known = index.setdefault(name, [])
    if one not in known:
        known.append(one)


def _explained(one: Found, schema: Schema, width: int) -> str:
    """Word one field: what it is, what may be filled in, an example, and where it stands."""
    need = "verplicht" if one.required else "mag je weglaten"
    parts = [
        f"{'.'.join(one.way)} – {one.labels[-1]} ({need})",
        _wrapped(str(one.schema.get("description", "")), width),
        *_allowed(one, schema, width),
        "Voorbeeld:\n\n" + textwrap.indent(_example(one, schema).rstrip("\n"), "  "),
        _wrapped(_where(one), width),
    ]
    return "\n\n".join(part for part in parts if part)


def _allowed(one: Found, schema: Schema, width: int) -> Iterator[str]:
    is_list = "items" in one.schema
    value = _resolved(one.schema["items"] if is_list else one.schema, schema)
    told = "Een lijst. Elk deel: " if is_list else ""
    if properties := value.get("properties"):
        names = [
            f"{name} ({part['title']}{'' if name in value['required'] else ', mag weg'})"
            for name, part in properties.items()
        ]
        held = "Een lijst. Elk deel heeft deze velden:" if is_list else "Het heeft deze velden:"
        yield _wrapped(f"{held} {listed(names, 'en')}.", width)
        yield _wrapped(
            f"Uitleg over zo’n veld: goodiebag explain {'.'.join(one.way)}.{next(iter(properties))}",
            width,
        )
    elif choices := value.get("enum"):
        yield "Een lijst. Kies een of meer van:" if is_list else "Kies uit:"
        yield columns(list(zip(choices, _meanings(value), strict=True)), width)
        if source := value.get("x-vocabulary"):
            yield f"Wat ze betekenen: goodiebag vocabulary {source}"
    else:
        kind = VALUES.get(str(value.get("x-type")), "Tekst.")
        yield _wrapped(f"{told}{_small(kind, told)}{_limits(value)}", width)


def _meanings(value: Schema) -> list[str]:
    """Give what stands beside each choice: its label and, where there is no list of them, its meaning."""
    labels = value.get("x-enum-labels") or [""] * len(value["enum"])
    if "x-vocabulary" in value or "enumDescriptions" not in value:
        return list(labels)
    told = [text.partition(": ")[2] for text in value["enumDescriptions"]]
    return [f"{label}: {text}" for label, text in zip(labels, told, strict=True)]


def _small(text: str, before: str) -> str:
    """Begin a sentence with a small letter where it goes on after something."""
    return text[0].lower() + text[1:] if before else text


def _limits(value: Schema) -> str:
    if longest := value.get("maxLength"):
        return f" Hooguit {counted(longest, 'teken', 'tekens')}."
    if "minimum" in value:
        return f" Van {value['minimum']} tot en met {value['maximum']}."
    return ""


def _example(one: Found, schema: Schema) -> str:
    """Write the example of a field in the blocks around it, as it stands in a file."""
    value: Any = _example_of(one.schema, schema)
    for depth in range(len(one.way) - 1, 0, -1):
        value = {one.way[depth]: value}
        if _is_list(one.way[:depth], one, schema):
            value = [value]
    return as_yaml({one.way[0]: value})


def _is_list(way: tuple[str, ...], one: Found, schema: Schema) -> bool:
    """Tell whether the block around a field is a list of blocks."""
    block = schema["definitions"][one.kinds[0]]
    part: Schema = {}
    for name in way:
        part = block["properties"][name]
        block = _resolved(part.get("items", part), schema)
    return "items" in part


def _example_of(part: Schema, schema: Schema) -> Any:
    if examples := part.get("examples"):
        is_day = part.get("x-type") == "day"
        return date.fromisoformat(examples[0]) if is_day else examples[0]
    value = _resolved(part.get("items", part), schema)
    if "enum" in value:
        return value["enum"][0]
    block = {name: _example_of(inner, schema) for name, inner in value["properties"].items()}
    return [block] if "items" in part else block


def _resolved(part: Schema, schema: Schema) -> Schema:
    """Follow a reference to what it names."""
    reference = part.get("$ref") or next((item["$ref"] for item in part.get("allOf", ())), None)
    found: Mapping[str, Any] = (
        schema["definitions"][reference.rsplit("/", 1)[1]] if reference else part
    )
    return dict(found)


def _where(one: Found) -> str:
    if len(one.kinds) == len(KINDS):
        return "Staat bij elke soort."
    return f"Staat bij: {listed((KINDS[kind].kind_label for kind in one.kinds), 'en')}."


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
