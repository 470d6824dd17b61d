"""The kinds of values that fields are made of, each with its limits and its message in Dutch.

A limit stands here once; the model, the messages and the documentation take it from here.
"""

import re
import unicodedata
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from annotated_types import MaxLen
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StrictInt,
)
from pydantic_core import PydanticCustomError

from macros.catalogue import prose
from macros.catalogue.problems import shown

MAX_TITLE = 90
MAX_SUMMARY = 280
MAX_LABEL = 40
"""Characters of a label, which has to fit in a drawing on a small screen."""
MAX_LINE = 500
MAX_TEXT = 20_000
MAX_ID = 80
TO_WRITE = "Nog te schrijven:"
"""How a text opens that a command put there for its writer; such a text is never published."""
ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
UUID_PATTERN = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
ID_RULE = "kleine letters zonder accenten, cijfers en losse streepjes"

_ID = re.compile(ID_PATTERN)
_DEVICE = re.compile(r"con|prn|aux|nul|com[1-9]|lpt[1-9]")
"""Names that Windows keeps for devices, whatever the extension: no file there can have them."""
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-5]?[0-9]):([0-5][0-9])")


class Frozen(BaseModel):
    """A block of fields: nothing can be changed afterwards, an unknown field is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def fault(message: str, **context: Any) -> PydanticCustomError:
    """Make an error whose message is Dutch already; braces in what was found stay as they are."""
    return PydanticCustomError("goodiebag", "{told}", {"told": message, **context})


def is_id(text: str) -> bool:
    """Tell whether a text may be the id of something, and so part of an address."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None


def reserved(id: str) -> str | None:
    """Give what an id that is well-formed is kept for, in Dutch; None when it is free."""
    if id == "index":
        return "zo heet al de pagina met het overzicht"
    return "Windows kan geen bestand met die naam bewaren" if _DEVICE.fullmatch(id) else None


def as_id(text: str) -> str:
    """Give the id that is nearest to a text: `Eén goed gesprek!` gives `een-goed-gesprek`.

    It is one that may be used: a name that is kept for something else gets `over-` before it.
    """
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    near = "-".join(re.findall("[a-z0-9]+", bare))[:MAX_ID].strip("-")
    return f"over-{near}" if reserved(near) else near


def _line(text: str) -> str:
    if text and text == text.strip() and text.isprintable():
        return text
    if not text.strip():
        raise fault("deze tekst is leeg. Vul hem in of haal het veld weg.")
    if "\n" in text.strip():
        raise fault(
            "deze tekst hoort op één regel. Haal de regeleinden weg, of schrijf `>-` na het veld."
        )
    if text != text.strip():
        raise fault(
            "deze tekst begint of eindigt met een spatie of een lege regel. Haal die weg, of schrijf `>-` na het veld."
        )
    return text


def _title(text: str) -> str:
    _line(text)
    if text.endswith(".") and not text.endswith("..."):
        raise fault(
            f"een titel eindigt niet op een punt; gevonden: {shown(text)}. Haal de punt weg."
        )
    return text


def _markdown(text: str) -> str:
    if not text.strip():
        raise fault("deze tekst is leeg. Vul hem in of haal het veld weg.")
    if found := prose.faults(text):
        raise fault(found[0].message, faults=found)
    return text


def _paragraphs(text: str) -> str:
    if not text.strip():
        raise fault("deze tekst is leeg. Vul hem in.")
    return text


def _identifier(text: str) -> str:
    if not is_id(text):
        near = as_id(text.rsplit("/", 1)[-1].removesuffix(".yml"))
        better = f" Bijvoorbeeld: {near}." if near else ""
        raise fault(
            f"{shown(text)} is geen goede id. Gebruik hooguit {MAX_ID} tekens: {ID_RULE}.{better}"
        )
    if why := reserved(text):
        raise fault(
            f"{shown(text)} kan geen id zijn: {why}. Kies een andere naam, bijvoorbeeld {as_id(text)}."
        )
    return text


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise fault(
            f"hier hoort een datum; gevonden: {shown(value)}. Schrijf jaar-maand-dag, zoals 2026-11-21."
        )
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise fault(
            f"de datum {shown(value)} bestaat niet. Kijk naar de maand en de dag."
        ) from None


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        sound = parts.scheme == "https" and bool(parts.hostname)
    except ValueError:
        sound = False
    if not sound or not text.isascii() or re.search(r"\s", text):
        raise fault(f"{shown(text)} is geen webadres. Schrijf het voluit, met https:// ervoor.")
    return text


def _seconds(value: Any) -> int:
    """Read `1:23` or `1:02:03` as whole seconds."""
    if isinstance(value, str) and (parts := _CLOCK.fullmatch(value)):
        hours, minutes, seconds = (int(part or 0) for part in parts.groups())
        return hours * 3600 + minutes * 60 + seconds
    raise fault(
        f'hier hoort een tijdstip; gevonden: {shown(value)}. Schrijf minuten en seconden tussen aanhalingstekens, zoals "1:23".'
    )


def _figure(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise fault(
            f"hier hoort een getal; gevonden: {shown(value)}. Schrijf alleen het getal, zoals 81 of 2.5."
        )
    return value


def _example(file: str) -> str:
    """Give a good name that is near to a bad one, as a sentence."""
    stem, dot, extension = file.rpartition(".")
    better = f"{as_id(stem)}.{extension.lower()}" if dot else ""
    return f" Bijvoorbeeld: {better}." if better and better != file else ""


def file_name(extension: str, spoken: str | None = None) -> Any:
    """Give a validator for the name of a file in one fixed folder.

    `extension` is a pattern without the dot; `spoken` says in Dutch what it means.
    """
    pattern = re.compile(rf"{ID_PATTERN}\.({extension})")
    ending = spoken or f".{extension} erachter"

    def check(text: str) -> str:
        if "/" in text or "\\" in text or text.startswith("."):
            raise fault(
                f"{shown(text)} verlaat zijn map. Schrijf alleen de naam van het bestand, zonder map ervoor."
            )
        if not pattern.fullmatch(text):
            raise fault(
                f"{shown(text)} is geen goede bestandsnaam. Gebruik {ID_RULE}, met {ending}.{_example(text)}"
            )
        stem, _, rest = text.partition(".")
        if _DEVICE.fullmatch(stem):
            raise fault(
                f"{shown(text)} kan geen bestandsnaam zijn: {reserved(stem)}. Kies een andere naam, bijvoorbeeld {as_id(stem)}.{rest}."
            )
        return text

    return AfterValidator(check)


Text = Annotated[str, Strict()]
Line = Annotated[str, Strict(), MaxLen(MAX_LINE), AfterValidator(_line)]
Title = Annotated[str, Strict(), MaxLen(MAX_TITLE), AfterValidator(_title)]
Summary = Annotated[str, Strict(), MaxLen(MAX_SUMMARY), AfterValidator(_line)]
Label = Annotated[str, Strict(), MaxLen(MAX_LABEL), AfterValidator(_line)]
Markdown = Annotated[str, Strict(), MaxLen(MAX_TEXT), AfterValidator(_markdown)]
Paragraphs = Annotated[str, Strict(), MaxLen(MAX_TEXT), AfterValidator(_paragraphs)]
"""Plain text of one or more paragraphs."""
Id = Annotated[str, Strict(), AfterValidator(_identifier)]
Word = Annotated[str, Strict(), MaxLen(MAX_LINE)]
"""An id from a closed list; what else is typed is told where the list is known, with what is near."""
Day = Annotated[date, BeforeValidator(_day)]
Url = Annotated[str, Strict(), MaxLen(MAX_LINE), AfterValidator(_url)]
Seconds = Annotated[int, BeforeValidator(_seconds)]
Figure = Annotated[int | float, BeforeValidator(_figure)]
Minutes = Annotated[StrictInt, Field(ge=1, le=10_080)]
"""Whole minutes; at most a week."""
Year = Annotated[StrictInt, Field(ge=1450, le=2100)]
"""A year in which something was printed or said."""
Count = Annotated[StrictInt, Field(ge=1, le=10_000)]
PodcastGuid = Annotated[str, Strict(), Field(pattern=f"^{UUID_PATTERN}$")]
"""What a podcast as a whole is known by: a bare UUID in small letters (Podcasting 2.0)."""
EpisodeGuid = Annotated[str, Strict(), Field(pattern=f"^urn:uuid:{UUID_PATTERN}$")]
"""What an episode is known by: a UUID in small letters as a name (RFC 9562), never an address."""
LanguageTag = Annotated[str, Strict(), Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
"""A language tag of BCP 47, in its short form: `en`, `fr`, `en-GB`."""
