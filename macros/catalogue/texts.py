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

from macros.catalogue import prose
from macros.catalogue.patterns import Rule, check, described, fault, keeping
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
_DEVICE = r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])"
"""Names that Windows keeps for devices, whatever the extension: no file there can have them."""
_OVERVIEW = "zo heet al de pagina met het overzicht"
_WINDOWS = "Windows kan geen bestand met die naam bewaren"
_EMPTY = "deze tekst is leeg. Vul hem in of haal het veld weg."
_CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-5]?[0-9]):([0-5][0-9])")

LINE_RULES = (
    Rule(r"^\s*$", _EMPTY),
    Rule(
        r"\S\s*\n\s*\S",
        "deze tekst hoort op één regel. Haal de regeleinden weg, of schrijf `>-` na het veld.",
    ),
    Rule(
        r"^\s|\s$",
        "deze tekst begint of eindigt met een spatie of een lege regel. Haal die weg, of schrijf `>-` na het veld.",
    ),
)
TITLE_RULES = (
    *LINE_RULES,
    Rule(
        r"(?<!\.\.)\.$",
        "een titel eindigt niet op een punt; gevonden: {found}. Haal de punt weg.",
    ),
)
ID_RULES = (
    Rule(
        rf"^(?=.{{1,{MAX_ID}}}$){ID_PATTERN}$",
        f"{{found}} is geen goede id. Gebruik hooguit {MAX_ID} tekens: {ID_RULE}.{{example}}",
        require=True,
    ),
    Rule(
        "^index$",
        f"{{found}} kan geen id zijn: {_OVERVIEW}. Kies een andere naam, bijvoorbeeld {{near}}.",
    ),
    Rule(
        f"^{_DEVICE}$",
        f"{{found}} kan geen id zijn: {_WINDOWS}. Kies een andere naam, bijvoorbeeld {{near}}.",
    ),
)
DAY_RULES = (
    Rule(
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "hier hoort een datum; gevonden: {found}. Schrijf jaar-maand-dag, zoals 2026-11-21.",
        require=True,
    ),
)
NO_SUCH_DAY = "de datum {found} bestaat niet. Kijk naar de maand en de dag."
URL_RULES = (
    Rule(
        r"^https://(?![/?#:@])[!-~]+$",
        "{found} is geen webadres. Schrijf het voluit, met https:// ervoor.",
        require=True,
    ),
)
FILLED_IN = (Rule(r"^\s*$", "deze tekst is leeg. Vul hem in."),)
FILLED = (Rule(r"^\s*$", _EMPTY),)
CLOCK_RULES = (
    Rule(
        r"^(?:[0-9]{1,2}:)?[0-5]?[0-9]:[0-5][0-9]$",
        'hier hoort een tijdstip; gevonden: {found}. Schrijf minuten en seconden tussen aanhalingstekens, zoals "1:23".',
        require=True,
    ),
)


class Frozen(BaseModel):
    """A block of fields: nothing can be changed afterwards, an unknown field is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def is_id(text: str) -> bool:
    """Tell whether a text may be the id of something, and so part of an address."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None


def reserved(id: str) -> str | None:
    """Give what an id that is well-formed is kept for, in Dutch; None when it is free."""
    if id == "index":
        return _OVERVIEW
    return _WINDOWS if re.fullmatch(_DEVICE, id) else None


def as_id(text: str) -> str:
    """Give the id that is nearest to a text: `Eén goed gesprek!` gives `een-goed-gesprek`.

    It is one that may be used: a name that is kept for something else gets `over-` before it.
    """
    # `duo's` gives `duos`, also with a straight apostrophe.
    bare = (
        unicodedata.normalize("NFKD", text.replace("'", ""))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    near = "-".join(re.findall("[a-z0-9]+", bare))[:MAX_ID].strip("-")
    return f"over-{near}" if reserved(near) else near


def _near_id(text: str) -> str:
    return as_id(text.rsplit("/", 1)[-1].removesuffix(".yml"))


def _markdown(text: str) -> str:
    if not text.strip():
        raise fault(_EMPTY)
    if found := prose.faults(text):
        raise fault(found[0].message, faults=found)
    return text


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if found := _misformed(DAY_RULES, value):
        raise found
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise fault(NO_SUCH_DAY.replace("{found}", shown(value))) from None


def _misformed(rules: tuple[Rule, ...], value: Any) -> Exception | None:
    """Give what these rules tell of a value that has to be a text."""
    if isinstance(value, str):
        return check(rules, value)
    return fault(rules[0].message.replace("{found}", shown(value)))


def _url(text: str) -> str:
    try:
        sound = bool(urlsplit(text).hostname)
    except ValueError:
        sound = False
    found = check(URL_RULES, text if sound else "")
    if found:
        raise fault(URL_RULES[0].message.replace("{found}", shown(text)))
    return text


def _seconds(value: Any) -> int:
    """Read `1:23` or `1:02:03` as whole seconds."""
    if found := _misformed(CLOCK_RULES, value):
        raise found
    parts = _CLOCK.fullmatch(value)
    hours, minutes, seconds = (int(part or 0) for part in (parts.groups() if parts else ()))
    return hours * 3600 + minutes * 60 + seconds


def _figure(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise fault(
            f"hier hoort een getal; gevonden: {shown(value)}. Schrijf alleen het getal, zoals 81 of 2.5."
        )
    return value


def _near_file(file: str) -> str:
    """Give a good name of a file that is near to a bad one; empty where it has no extension."""
    stem, dot, extension = file.rpartition(".")
    return f"{as_id(stem)}.{extension.lower()}" if dot else ""


def file_rules(extension: str, spoken: str | None = None) -> tuple[Rule, ...]:
    """Give the rules for the name of a file in one fixed folder.

    `extension` is a pattern without the dot; `spoken` says in Dutch what it means.
    """
    ending = spoken or f".{extension} erachter"
    return (
        Rule(
            r"[/\\]|^\.",
            "{found} verlaat zijn map. Schrijf alleen de naam van het bestand, zonder map ervoor.",
        ),
        Rule(
            rf"^{ID_PATTERN}\.({extension})$",
            f"{{found}} is geen goede bestandsnaam. Gebruik {ID_RULE}, met {ending}.{{example}}",
            require=True,
        ),
        Rule(
            rf"^{_DEVICE}\.",
            f"{{found}} kan geen bestandsnaam zijn: {_WINDOWS}. Kies een andere naam, bijvoorbeeld {{near}}.",
        ),
    )


Text = Annotated[str, Strict()]
Line = Annotated[
    str,
    Strict(),
    MaxLen(MAX_LINE),
    AfterValidator(keeping(LINE_RULES)),
    described("line", LINE_RULES),
]
Title = Annotated[
    str,
    Strict(),
    MaxLen(MAX_TITLE),
    AfterValidator(keeping(TITLE_RULES)),
    described("title", TITLE_RULES),
]
Summary = Annotated[
    str,
    Strict(),
    MaxLen(MAX_SUMMARY),
    AfterValidator(keeping(LINE_RULES)),
    described("summary", LINE_RULES),
]
Label = Annotated[str, Strict(), MaxLen(MAX_LABEL), AfterValidator(keeping(LINE_RULES))]
Markdown = Annotated[
    str,
    Strict(),
    MaxLen(MAX_TEXT),
    AfterValidator(_markdown),
    described("markdown", FILLED),
]
Paragraphs = Annotated[str, Strict(), MaxLen(MAX_TEXT), AfterValidator(keeping(FILLED_IN))]
"""Plain text of one or more paragraphs."""
Id = Annotated[
    str, Strict(), AfterValidator(keeping(ID_RULES, _near_id)), described("id", ID_RULES)
]
Word = Annotated[str, Strict(), MaxLen(MAX_LINE), described("word")]
"""An id from a closed list; what else is typed is told where the list is known, with what is near."""
Day = Annotated[date, BeforeValidator(_day), described("day", DAY_RULES, format=NO_SUCH_DAY)]
Url = Annotated[str, Strict(), MaxLen(MAX_LINE), AfterValidator(_url), described("url", URL_RULES)]
Seconds = Annotated[int, BeforeValidator(_seconds), described("seconds", CLOCK_RULES)]
Figure = Annotated[int | float, BeforeValidator(_figure)]
Minutes = Annotated[StrictInt, Field(ge=1, le=10_080), described("minutes")]
"""Whole minutes; at most a week."""
Year = Annotated[StrictInt, Field(ge=1450, le=2100), described("year")]
"""A year in which something was printed or said."""
Count = Annotated[StrictInt, Field(ge=1, le=10_000), described("count")]
PodcastGuid = Annotated[str, Strict(), Field(pattern=f"^{UUID_PATTERN}$")]
"""What a podcast as a whole is known by: a bare UUID in small letters (Podcasting 2.0)."""
EpisodeGuid = Annotated[
    str, Strict(), Field(pattern=f"^urn:uuid:{UUID_PATTERN}$"), described("guid")
]
"""What an episode is known by: a UUID in small letters as a name (RFC 9562), never an address."""
LanguageTag = Annotated[
    str, Strict(), Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$"), described("language")
]
"""A language tag of BCP 47, in its short form: `en`, `fr`, `en-GB`."""


def _file(rules: tuple[Rule, ...]) -> AfterValidator:
    return AfterValidator(keeping(rules, _near_file))


MP3_RULES = file_rules("mp3")
VTT_RULES = file_rules("vtt")
DOWNLOAD_RULES = file_rules("[a-z0-9]{2,5}", "een punt en het soort bestand erachter, zoals .pdf")
Mp3 = Annotated[Line, _file(MP3_RULES), described("file", (*LINE_RULES, *MP3_RULES))]
Vtt = Annotated[Line, _file(VTT_RULES), described("file", (*LINE_RULES, *VTT_RULES))]
DownloadFile = Annotated[
    Line, _file(DOWNLOAD_RULES), described("file", (*LINE_RULES, *DOWNLOAD_RULES))
]
CoverFile = Annotated[Line, _file(file_rules("jpg|png", ".jpg of .png erachter"))]
"""Names of files, each in a folder of its own."""
