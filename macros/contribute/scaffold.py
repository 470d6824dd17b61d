"""The complete commented template of a kind, and the table of its fields; both from the model."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args, get_origin

import yaml
from annotated_types import Ge, Le, MaxLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.catalogue import scalars
from macros.catalogue.model import KINDS, PLACED, Base

EDITOR = "# yaml-language-server: $schema=../../../schema/entry.schema.json"
"""The first line of a file of an entry, from which editors know what may stand in it."""
HEAD = """\
# {label}. Bewaar dit bestand als catalogue/entries/<thema>/<naam>.yml, met een naam in kleine
# letters en streepjes. Regels met een # ervoor zijn uitleg, of velden die je weg mag laten:
# haal dan de # en één spatie weg om ze te gebruiken.
"""
STARTED = """\
{editor}
# {label}. Regels met een # ervoor zijn uitleg, of velden die je weg mag laten: haal dan de # en
# één spatie weg om ze te gebruiken.
"""


@dataclass(frozen=True)
class FieldDescription:
    """One field as people read about it; `name` is the way to it (`steps.title`)."""

    name: str
    label: str
    explanation: str
    required: bool
    allowed: str
    example: str


def template(kind: str) -> str:
    """Give a whole YAML file for an entry of this kind, each field explained in Dutch.

    Required fields hold an example, the others stand behind a `#`. KeyError for an unknown kind.
    """
    return _document(kind, HEAD, {})


def started(kind: str, values: Mapping[str, Any]) -> str:
    """Give the template of a kind with these values in the place of its examples."""
    return _document(kind, STARTED, values)


def fields(kind: str) -> tuple[FieldDescription, ...]:
    """Describe every field of a kind, those inside blocks too, in the order of the model."""
    return tuple(_descriptions(KINDS[kind], ""))


def _document(kind: str, head: str, values: Mapping[str, Any]) -> str:
    model = KINDS[kind]
    blocks = [head.format(label=model.kind_label, editor=EDITOR), f"kind: {kind}\n"]
    for name, field in _own_fields(model):
        required = " (verplicht)" if field.is_required() else ""
        explanation = f"# {field.title}{required}: {field.description}\n"
        blocks.append(explanation + _lines(name, field, values.get(name)))
    return "\n".join(blocks)


def _lines(name: str, field: FieldInfo, value: Any = None) -> str:
    """Give a field with its value, else with its example; of a block the required fields.

    What may be left out, inside a block too, stands behind a `#`.
    """
    if value is None and not field.is_required():
        return _commented(as_yaml({name: _example(field)}))
    inner = field.annotation
    if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
        return as_yaml({name: _example(field) if value is None else value})
    given, parts = value or {}, inner.model_fields.items()
    needed = {
        part: given.get(part, _example(found)) for part, found in parts if found.is_required()
    }
    spare = {part: _example(found) for part, found in parts if not found.is_required()}
    rest = (
        "".join(f"  {line}" for line in as_yaml(spare).splitlines(keepends=True)) if spare else ""
    )
    return as_yaml({name: needed}) + _commented(rest)


def _own_fields(model: type[Base]) -> list[tuple[str, FieldInfo]]:
    return [
        (name, field) for name, field in model.model_fields.items() if name not in (*PLACED, "kind")
    ]


def _descriptions(model: type[BaseModel], prefix: str) -> Iterator[FieldDescription]:
    for name, field in model.model_fields.items():
        if name in PLACED and not prefix:
            continue
        inner = _model(field.annotation)
        example = "" if inner else as_yaml(_example(field)).strip().removesuffix("\n...")
        yield FieldDescription(
            name=prefix + name,
            label=str(field.title),
            explanation=str(field.description),
            required=field.is_required(),
            allowed=_allowed(field),
            example=example if "\n" not in example else "",
        )
        if inner:
            yield from _descriptions(inner, f"{prefix}{name}.")


def _allowed(field: FieldInfo) -> str:
    """Say in Dutch which values a field takes, as far as the model limits them."""
    for part in (field.annotation, *get_args(field.annotation)):
        choices = [str(choice) for choice in get_args(part) if isinstance(choice, str)]
        if choices:
            return f"Kies uit: {', '.join(choices)}."
    limits = {type(item): item for item in _metadata(field)}
    if longest := limits.get(MaxLen):
        return f"Hooguit {longest.max_length} tekens."
    if (least := limits.get(Ge)) and (most := limits.get(Le)):
        return f"Een heel getal van {least.ge} tot {most.le}."
    return ""


def _metadata(field: FieldInfo) -> Iterator[Any]:
    yield from field.metadata
    for part in get_args(field.annotation):
        for item in getattr(part, "__metadata__", ()):
            yield from getattr(item, "metadata", [item])


def _model(annotation: Any) -> type[BaseModel] | None:
    """Give the block of fields that a field holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model(part))), None)


def _example(field: FieldInfo) -> Any:
    """Give the model's own example of a field; of a block, the examples of its fields."""
    if field.examples:
        return _dated(field.examples[0])
    inner = _model(field.annotation)
    if inner is None:
        return get_args(field.annotation)[0]
    block = {name: _example(part) for name, part in inner.model_fields.items()}
    return [block] if get_origin(field.annotation) is tuple else block


def _dated(value: Any) -> Any:
    is_day = isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
    return date.fromisoformat(value) if is_day else value


class _Dumper(yaml.SafeDumper):
    """Writes YAML as people do: lists indented, longer texts as blocks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    is_text = isinstance(scalars.plain(text), str) and not scalars.doubt(text)
    style = "|" if "\n" in text else None if is_text else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _string)


def as_yaml(value: Any) -> str:
    """Write a value as people write YAML: in quotes only what asks for them."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


def _commented(text: str) -> str:
    return "".join(
        f"# {line}" if line.strip() else "#\n" for line in text.splitlines(keepends=True)
    )
