"""Turns a read document into a frozen object, or into problems with their places."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.catalogue import kinds
from macros.catalogue.document import Document
from macros.catalogue.messages import inner, message, unknown_field
from macros.catalogue.misread import slip
from macros.catalogue.model import KINDS, PLACED, Base, Entry
from macros.catalogue.problems import Location, listed, shown

T = TypeVar("T", bound=BaseModel)

_TEMPLATE = "Begin met de sjabloon op de pagina Bijdragen."


def whole(model: type[T], document: Document) -> T | None:
    """Give the document as one object of `model`; None when problems were added to it."""
    return _check(model, document.data, document) if _is_block(document) else None


def entry(document: Document, placed: Mapping[str, str]) -> Entry | None:
    """Give the document as an entry; `placed` holds id, theme and path, which its place decides.

    Where the kind is wrong, the rest is looked at as of the kind that is meant, and else what
    every kind shares.
    """
    if not _is_block(document):
        return None
    assert isinstance(document.data, dict)
    for name in PLACED:
        if document.has((name,)):
            told = "dit veld hoort hier niet: de map is het thema en de bestandsnaam is de id. Haal het weg."
            document.add((name,), told, at_key=True)
    data = {**document.data, **placed}
    kind = data.get("kind")
    if isinstance(kind, str) and kind in KINDS:
        return _check(KINDS[kind], data, document)
    _tell_kind(document, kind)
    model = kinds.meant(kind, data)
    if model is not Base:
        [stand_in] = get_args(model.model_fields["kind"].annotation)
        _check(model, {**data, "kind": stand_in}, document)
        return None
    own = {name for model in KINDS.values() for name in model.model_fields} - set(Base.model_fields)
    shared = {name: value for name, value in data.items() if name not in own}
    _check(Base, {**shared, "kind": ""}, document)
    return None


def draft(document: Document, placed: Mapping[str, str]) -> Base | None:
    """Give an entry that is not sound with only the fields that are, for rules about the whole.

    So a mistake in one field does not hide another in a second. A field that is not sound is
    absent, also as an attribute. None where the document holds no fields at all, or more
    problems than were noted.
    """
    if not isinstance(document.data, dict) or document.full:
        return None
    faulty = {location[0] for location in document.faulty if location} - set(PLACED)
    kind = document.data.get("kind")
    is_known = isinstance(kind, str) and kind in KINDS
    model = KINDS[str(kind)] if is_known else kinds.meant(kind, document.data)
    sound: dict[str, Any] = {
        name: _adapter(model, name).validate_python(document.data[name])
        for name in model.model_fields
        if name in document.data and name not in (*faulty, *PLACED, "kind")
    }
    found = model.model_construct(**{**sound, **placed})
    for name in faulty:
        found.__dict__.pop(str(name), None)
    return found


@cache
def _adapter(model: type[Base], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(model.model_fields[name].rebuild_annotation())


def _is_block(document: Document) -> bool:
    if document.root is None:
        if not document.problems:
            told = f"dit bestand heeft geen inhoud. {_TEMPLATE}"
            document.add((), told)
    elif not isinstance(document.data, dict):
        found = shown(document.data)
        told = f"hier horen velden te staan, zoals `title: ...`; gevonden: {found}. {_TEMPLATE}"
        document.add((), told)
    return isinstance(document.data, dict)


def _tell_kind(document: Document, found: object) -> None:
    choice = f"Kies uit: {listed(KINDS)}."
    if found is None:
        document.add(("kind",), f"dit veld is verplicht en ontbreekt. {choice}", at_key=True)
    elif ("kind",) not in document.faulty:
        near = kinds.near(found)
        hint = f' Bedoel je "{near}"?' if near else ""
        document.add(("kind",), f"hier hoort een soort; gevonden: {shown(found)}.{hint} {choice}")


def _check(model: type[T], data: object, document: Document) -> T | None:
    """Make an object of `model`, or add to the document what is wrong with the data."""
    try:
        found = model.model_validate(data)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            if document.full:
                break
            _tell(document, details, model)
        return None
    return None if document.problems else found


def _tell(document: Document, error: ErrorDetails, model: type[BaseModel]) -> None:
    """Add one error of pydantic at its place; a text can hold several faults at once."""
    context = error.get("ctx", {})
    location: Location = (*error["loc"], *context.get("at", ()))
    if location in document.faulty or (error["type"] == "too_short" and error["input"]):
        return
    if texts := context.get("faults"):
        for fault in texts:
            document.add(location, fault.message, words=(fault.words, fault.earlier))
        return
    inside, field = _around(model, location)
    if misread := slip(document, error, location):
        document.faulty.add(misread.location)
        document.note(misread.position, misread.location, misread.message)
        return
    if error["type"] == "extra_forbidden" and inside:
        document.add(location, unknown_field(str(location[-1]), inside), at_key=True)
        return
    told = message(error, field, empty=document.has(location))
    document.add(location, told, at_key=error["type"] == "missing")


def _around(
    model: type[BaseModel], location: Location
) -> tuple[type[BaseModel] | None, FieldInfo | None]:
    """Give the model that holds the last name in a location, and the field of that name."""
    inside: type[BaseModel] | None = model
    field: FieldInfo | None = None
    names = [part for part in location if isinstance(part, str)]
    for depth, name in enumerate(names):
        if inside is None or name not in inside.model_fields:
            return inside, None
        field = inside.model_fields[name]
        if depth < len(names) - 1:
            inside = next(inner(field.annotation), None)
    return inside, field
