"""Says in Dutch what pydantic found wrong: what stands there, what may stand there, what is near."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.catalogue.model import KINDS, PLACED, Base
from macros.catalogue.problems import filled, listed, nearest, shown, suggestion

NO_NUMBER = (
    "hier hoort een getal; gevonden: {found}. Schrijf alleen het getal, zonder eenheid{example}."
)
QUOTED_NUMBER = "hier hoort een getal; gevonden: {found}. Haal de aanhalingstekens weg: {number}."
"""Of a file alone: in a form nobody types quotes around a number."""
NOT_WHOLE = "hier hoort een heel getal; gevonden: {found}. Rond het af."
TOO_LONG = "deze tekst telt {length} tekens. Het mogen er hooguit {most} zijn. Kort hem in."
TOO_SMALL = "dit getal is te klein: {found}. Het kleinste dat mag is {least}."
TOO_LARGE = "dit getal is te groot: {found}. Het grootste dat mag is {most}."
NO_CHOICE = "{found} kan hier niet.{near} Kies uit: {choices}."
MISFORMED = "{found} heeft niet de goede vorm."
REQUIRED = "dit veld is verplicht en {lack}. {remedy}"

_MEANING = re.compile(r"([a-z-]+): ([^.]+)\.")
"""What an explanation says of each choice: `complete: het hele stuk staat hier.`"""


def message(error: ErrorDetails, field: FieldInfo | None = None, *, empty: bool = False) -> str:
    """Give the Dutch message for one error of pydantic.

    `field` is the field that it is about, where it has a name; its explanation, choices and
    example are shown where they help. `empty` tells that a missing field stands there without a
    value. Raises KeyError for a type without a message.
    """
    told = MESSAGES[error["type"]](error)
    if error["type"] == "missing":
        lack = "leeg" if empty else "ontbreekt"
        return required(field, lack)
    if error["type"] == "string_pattern_mismatch" and field:
        return f"{told} {help_with(field)}"
    if error["type"] == "model_type" and field:
        return f"{told} {_fields(field)}"
    return told


def required(field: FieldInfo | None, lack: str = "ontbreekt") -> str:
    """Give the message for a field that has to be there and is not, or is empty."""
    return filled(REQUIRED, lack=lack, remedy=_remedy(field))


def help_with(field: FieldInfo) -> str:
    """Say what a field holds, with its example."""
    return f"{field.description} {_example(field)}".rstrip()


def unknown_field(found: str, model: type[BaseModel]) -> str:
    """Give the Dutch message for a field that a block does not have.

    The Dutch label of a field leads to its name; a field of another kind is told as such.
    """
    kinds = [kind for kind, other in KINDS.items() if found in other.model_fields]
    if kinds and issubclass(model, Base):
        return f"dit veld hoort bij {listed(kinds, 'en')}, en niet bij deze soort. Haal het weg, of kies een andere `kind`."
    hidden = PLACED if issubclass(model, Base) else ()
    fields = {name: field for name, field in model.model_fields.items() if name not in hidden}
    words = {str(field.title).casefold(): name for name, field in fields.items()}
    near = nearest(found, words | {name: name for name in fields})
    hint = f' Bedoel je "{near}"?' if near else ""
    return f"dit veld ken ik niet: {shown(found)}.{hint} Hier kunnen staan: {listed(sorted(fields), 'en')}."


def inner(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the blocks of fields that a field holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from inner(part)


def _remedy(field: FieldInfo | None) -> str:
    """Say how to fill in a field: its choices, the fields in it, or an example."""
    if field is None:
        return "Vul het in."
    if choices := [part for part in get_args(field.annotation) if isinstance(part, str)]:
        told = dict(_MEANING.findall(str(field.description)))
        return f"Kies uit: {listed(_with_meaning(choice, told) for choice in choices)}."
    if (field.json_schema_extra or {}) == {"x-type": "word"}:
        # A form shows what the words mean, and `goodiebag explain` both.
        return "Kies er een uit de lijst."
    return _fields(field) or f"Vul het in. {_example(field)}".rstrip()


def _with_meaning(choice: str, told: Mapping[str, str]) -> str:
    """Give a choice with what it means behind it: a form shows only that."""
    return f"{choice} ({told[choice]})" if choice in told else choice


def _fields(field: FieldInfo) -> str:
    """Say which fields stand in a block, as a sentence; empty where the field is no block."""
    model = next(inner(field.annotation), None)
    return f"Schrijf op eigen regels: {listed(model.model_fields, 'en')}." if model else ""


def _example(field: FieldInfo) -> str:
    """Give the example of a field as a sentence that also who fills in a form understands.

    Empty without example.
    """
    if not field.examples:
        return ""
    example = field.examples[0]
    words = ", ".join(example) if isinstance(example, list) else str(example)
    return f"Bijvoorbeeld: {words}" + ("" if words.endswith((".", "?", "!")) else ".")


def _number(error: ErrorDetails) -> str:
    found = error["input"]
    if isinstance(found, float):
        return filled(NOT_WHOLE, found=shown(found))
    if isinstance(found, str) and re.fullmatch("[1-9][0-9]{0,8}", found):
        return filled(QUOTED_NUMBER, found=shown(found), number=found)
    numbers = re.findall("[0-9.,]+", found) if isinstance(found, str) else []
    near = numbers[0] if len(numbers) == 1 and re.fullmatch("[1-9][0-9]{0,8}", numbers[0]) else ""
    example = f": {near}" if near else ", zoals 30"
    return filled(NO_NUMBER, found=shown(found), example=example)


def _text(error: ErrorDetails) -> str:
    found = error["input"]
    if isinstance(found, bool | int | float):
        return f'hier hoort tekst; gevonden: {shown(found)}. Zet er aanhalingstekens omheen: "{shown(found)}".'
    if isinstance(found, list):
        return "hier hoort één tekst; gevonden: een lijst. Haal de streepjes of haken weg."
    if isinstance(found, dict):
        return "hier hoort tekst; gevonden: een blok met velden. Staat er een dubbele punt in de tekst, zet de tekst dan tussen aanhalingstekens."
    return f"hier hoort tekst; gevonden: {shown(found)}. Vul hem in of haal de regel weg."


def _list(error: ErrorDetails) -> str:
    found = error["input"]
    told = f"hier hoort een lijst; gevonden: {shown(found)}."
    if isinstance(found, str | int | float) and len(shown(found)) <= 60:
        return f"{told} Zet er haken omheen: [{shown(found).strip(chr(34))}]."
    return f"{told} Zet elk deel op een eigen regel, met een streepje ervoor."


def _block(error: ErrorDetails) -> str:
    return f"hier hoort een blok met velden; gevonden: {shown(error['input'])}."


def _choice(error: ErrorDetails) -> str:
    words = re.findall("'([^']*)'", str(_context(error, "expected")))
    found = error["input"]
    near = suggestion(found, words) if isinstance(found, str) else ""
    return filled(NO_CHOICE, found=shown(found), near=near, choices=listed(words))


def _too_long(error: ErrorDetails) -> str:
    return filled(TOO_LONG, length=len(error["input"]), most=_context(error, "max_length"))


def _too_small(error: ErrorDetails) -> str:
    return filled(TOO_SMALL, found=shown(error["input"]), least=_context(error, "ge"))


def _too_large(error: ErrorDetails) -> str:
    return filled(TOO_LARGE, found=shown(error["input"]), most=_context(error, "le"))


def _context(error: ErrorDetails, name: str) -> object:
    return error.get("ctx", {}).get(name, "")


MESSAGES: Mapping[str, Callable[[ErrorDetails], str]] = {
    "missing": lambda _error: "dit veld is verplicht.",
    "string_type": _text,
    "string_too_long": _too_long,
    "string_pattern_mismatch": lambda error: filled(MISFORMED, found=shown(error["input"])),
    "int_type": _number,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "tuple_type": _list,
    "too_short": lambda _error: "deze lijst is leeg. Zet er minstens één in.",
    "literal_error": _choice,
    "bool_type": lambda error: f"hier hoort true of false; gevonden: {shown(error['input'])}.",
    "model_type": _block,
    "goodiebag": lambda error: str(_context(error, "told")),
}
"""The message for each type of error that the models can give; a test holds it complete."""
