"""Says in Dutch what the YAML parser found wrong, and where the writer should look."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from macros.catalogue import slips
from macros.catalogue.document import Position

_QUOTE = "Zet de hele tekst tussen rechte aanhalingstekens."
_UNDER = "Laat velden van hetzelfde blok recht onder elkaar beginnen"

_MESSAGES = {
    "mapping values are not allowed": f"in deze tekst staat een dubbele punt met een spatie. {_QUOTE}",
    "mapping keys are not allowed": f"een ? aan het begin heeft in YAML een eigen betekenis. {_QUOTE}",
    "found character that cannot start any token": f"dit teken mag niet vooraan staan. {_QUOTE}",
    "found unknown escape character": "na een \\ tussen dubbele aanhalingstekens staat een onbekend teken. Schrijf \\\\ of gebruik enkele aanhalingstekens.",
    "did not find expected hex": "na \\x, \\u of \\U horen cijfers. Schrijf het teken zelf, of gebruik enkele aanhalingstekens als je een \\ bedoelt.",
    "found invalid Unicode character": "deze code voor een teken bestaat niet. Schrijf het teken zelf.",
    "block sequence entries are not allowed": "een streepje (-) kan hier niet. Begin de lijst op een nieuwe regel onder het veld.",
    "did not find expected '-' indicator": f"deze regel past niet in de lijst. Begin elk deel met een streepje, recht onder het vorige. {_UNDER}.",
    "did not find expected key": f"hier verwacht ik een nieuw veld. {_UNDER}, en kijk of de aanhalingstekens kloppen.",
    "did not find expected <document start>": "na het einde van het stuk staat nog iets. Begin de velden van het stuk vooraan de regel.",
    "could not find expected ':'": "op deze regel ontbreekt een dubbele punt. Schrijf `veld: waarde`, of spring in als dit bij de tekst erboven hoort.",
    "did not find expected node content": "hier ontbreekt een waarde. Haal een komma of haak te veel weg, of zet de hele tekst tussen aanhalingstekens.",
    "found undefined tag handle": f"een ! aan het begin heeft in YAML een eigen betekenis. {_QUOTE}",
    "found incompatible YAML": f"een % aan het begin heeft in YAML een eigen betekenis. {_QUOTE}",
    "control characters are not allowed": "hier staat een onzichtbaar teken. Haal het weg.",
}
"""What is said at the place where the parser stopped, by how its problem begins."""

_BEGINNINGS = {
    "while scanning a quoted scalar": (
        "dit aanhalingsteken wordt nergens gesloten. Zet hetzelfde teken aan het eind; begint je tekst "
        "zelf met ' (zoals 's Morgens), zet dan de hele tekst tussen dubbele aanhalingstekens."
    ),
    "while parsing a flow sequence": "deze lijst tussen [ ] loopt niet goed af. Zet komma's tussen de delen en een ] aan het eind.",
    "while parsing a flow mapping": "dit blok tussen { } loopt niet goed af. Zet komma's tussen de delen en een } aan het eind.",
    "while scanning a block scalar": "na | of > hoort niets meer te staan: de tekst begint op de volgende regel, twee spaties verder.",
    "while scanning a simple key": _MESSAGES["could not find expected ':'"],
    "while scanning an anchor": f"een & aan het begin heeft in YAML een eigen betekenis. {_QUOTE}",
    "while scanning an alias": f"een * aan het begin heeft in YAML een eigen betekenis. {_QUOTE}",
    "while scanning a tag": f"een ! aan het begin heeft in YAML een eigen betekenis. {_QUOTE}",
    "while parsing a tag": f"een ! aan het begin heeft in YAML een eigen betekenis. {_QUOTE}",
    "while scanning a directive": f"een % aan het begin heeft in YAML een eigen betekenis. {_QUOTE}",
}
"""What is said at the beginning of what the parser could not finish, by what it was doing."""

_AFTER_QUOTE = (
    "hiervoor sluit een aanhalingsteken de tekst, maar de regel gaat door. "
    "Kijk of er een aanhalingsteken te veel of te weinig staat, ook op de regels erboven."
)
_APOSTROPHE = " Staat er een ' in de tekst, zet er dan \" omheen."
_GENERAL = "deze regel kan ik niet als YAML lezen. Kijk naar inspringing, dubbele punten en aanhalingstekens, ook op de regel erboven."


_SCANNER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def explain(error: yaml.YAMLError, text: str) -> tuple[Position, str]:
    """Give the place and the Dutch message for a parser's error in `text`."""
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return (1, 1), _GENERAL
    told = next((told for begin, told in _MESSAGES.items() if problem.startswith(begin)), None)
    beginning, opening = _BEGINNINGS.get(context), getattr(error, "context_mark", None)
    if beginning and opening and (told is None or told == beginning):
        mark, told, problem = opening, beginning, "" if told is None else problem
    lines = text.split("\n")
    if opened := _opened_above(text, mark.line):
        return opened, _BEGINNINGS["while scanning a quoted scalar"]
    if mark.line < len(lines) and (slip := _slip(problem, lines, mark)):
        return slip
    return _position(mark, text), told or _GENERAL


def _slip(problem: str, lines: Sequence[str], mark: yaml.Mark) -> slips.Slip | None:
    """Give a better place and message where the lines themselves tell what their writer did."""
    line, place = lines[mark.line], (mark.line + 1, mark.column + 1)
    before = line[: mark.column].rstrip()
    if problem.startswith("could not find expected ':'"):
        return slips.on_or_above(lines, mark.line) or _no_colon(line, place)
    if problem.startswith("did not find expected <document start>"):
        return slips.before_all(lines, mark.line)
    if problem.startswith("did not find expected key"):
        if line[mark.column :].startswith("- "):
            return place, _MESSAGES["block sequence entries are not allowed"]
        return (
            slips.on_or_above(lines, mark.line)
            or _after_quote(before, place)
            or slips.in_front_of(lines, mark.line)
        )
    if not problem.startswith("mapping values"):
        return None
    if found := slips.on_or_above(lines, mark.line):
        return found
    if re.match(r" *[a-z_]+ +[\[{]", line):
        return _no_colon(line, (mark.line + 1, len(line) - len(line.lstrip()) + 1))
    if re.fullmatch(r" *(?:- *)?[A-Za-z_]+", before):
        return slips.in_front_of(lines, mark.line)
    if quote := slips.curly(line):
        return (mark.line + 1, quote[0] + 1), quote[1]
    return _after_quote(before, place)


def _opened_above(text: str, number: int) -> Position | None:
    """Give where a text in quotes begins that ends on a line (from 0), with fields in between.

    Its own closing quote was forgotten, and the next quote of the file closed it.
    """
    found = None
    try:
        for token in yaml.scan(text, Loader=_SCANNER):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                found = token
    except yaml.YAMLError:
        pass
    if found is None or found.end_mark.line != number or found.start_mark.line == number:
        return None
    inside = text.split("\n")[found.start_mark.line + 1 : number + 1]
    is_over_fields = any(slips.is_field(line) for line in inside)
    return _position(found.start_mark, text) if is_over_fields else None


def _no_colon(line: str, place: Position) -> slips.Slip | None:
    """Write out the line as it should be, where it looks like a field."""
    message = slips.missing_colon(line)
    return (place, message) if message else None


def _after_quote(before: str, place: Position) -> slips.Slip | None:
    """Tell of a quote that ends a text while its line goes on."""
    if not before.endswith(("'", '"')):
        return None
    return place, _AFTER_QUOTE + (_APOSTROPHE if before.endswith("'") else "")


def _position(mark: yaml.Mark, text: str) -> Position:
    """Give line and column (from 1), never past the last line."""
    last = text.count("\n")
    return (mark.line + 1, mark.column + 1) if mark.line <= last else (last + 1, 1)
