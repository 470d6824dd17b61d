"""The kinds of values that fields are made of, each with its limits and its message in Dutch.

A limit stands here once; the model, the messages and the documentation take it from here.
"""

import re
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
from macros.catalogue.ids import ID_RULES, file_rules, near_file, near_id
from macros.catalogue.patterns import Rule, check, described, fault, keeping
from macros.catalogue.problems import shown

MAX_TITLE = 90
MAX_SUMMARY = 280
MAX_LABEL = 40
"""Characters of a label, which has to fit in a drawing on a small screen."""
MAX_LINE = 500
MAX_TEXT = 20_000
TO_WRITE = "Nog te schrijven:"
"""How a text opens that a command put there for its writer; such a text is never published."""
UUID_PATTERN = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"

_EMPTY = "deze tekst is leeg. Vul hem in of haal het veld weg."
_CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-5]?[0-9]):([0-5][0-9])")

FILLED = (Rule(r"^\s*$", _EMPTY),)
LINE_RULES = (
    *FILLED,
    Rule(
        r"\S\s*\n\s*\S",
        "deze tekst hoort op één regel. Haal de regeleinden weg.",
    ),
    Rule(
        r"^\s|\s$",
        "deze tekst begint of eindigt met een spatie of een lege regel. Haal die weg, of schrijf `>-` na het veld.",
    ),
)
NO_STOP = Rule(
    r"(?<!\.\.)\.$",
    "een titel eindigt niet op een punt; gevonden: {found}. Haal de punt weg.",
)
TITLE_RULES = (*LINE_RULES, NO_STOP)
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
CLOCK_RULES = (
    Rule(
        r"^(?:[0-9]{1,2}:)?[0-5]?[0-9]:[0-5][0-9]$",
        "hier hoort een tijdstip; gevonden: {found}. Schrijf minuten en seconden, zoals 1:23.",
        require=True,
    ),
)


class Frozen(BaseModel):
    """A block of fields: nothing can be changed afterwards, an unknown field is a problem."""

    # A block inside another one is checked as part of that one: most are never made by themselves.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


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
    if not sound or not URL_RULES[0].meets(text):
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
Id = Annotated[str, Strict(), AfterValidator(keeping(ID_RULES, near_id)), described("id", ID_RULES)]
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
    return AfterValidator(keeping(rules, near_file))


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
