"""Rules about entries: what the fields of one, or of all together, say about each other.

A rule takes checked objects and yields faults; it reads nothing and prints nothing. Whether what
an entry refers to exists is told in `references`.
"""

from collections import defaultdict
from collections.abc import Collection as Ids
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from pydantic import BaseModel

from macros.catalogue.entry import Base
from macros.catalogue.problems import Fault, Location, filled, future, shown
from macros.catalogue.references import DOUBLED
from macros.catalogue.texts import TO_WRITE
from macros.catalogue.vocabulary import Vocabulary

UNUSED = "bij dit aandachtsgebied hoort nog geen stuk. Zet {found} bij `focus_areas` van een stuk, of haal het hier weg."
REVIEWED_BEFORE = (
    "{reviewed} ligt voor de dag van verschijnen ({published}). Kijk welke datum klopt."
)
STEPS_DIFFER = (
    "de stappen duren samen {total} minuten, en hier staat {span}. "
    "Pas de minuten van de stappen aan, of deze tijd."
)
UNWRITTEN = (
    "deze samenvatting moet je nog schrijven. Vertel in een of twee zinnen wat je eraan hebt."
)
UNWRITTEN_TEXT = f"dit moet je nog schrijven. Zet je eigen tekst in de plaats van “{TO_WRITE}” en wat erachter staat."
SAME_TITLE = "deze titel staat ook in {path}. Maak er een eigen tekst van."
SAME_SUMMARY = "deze samenvatting staat ook in {path}. Maak er een eigen tekst van."
FORMER_IN_USE = "{found} is de naam van een stuk dat er nu is. Haal deze oude naam weg."
FORMER_ELSEWHERE = "{found} is ook een oude naam in {path}. Laat hem op één plek staan."
NO_NUMBER = "bij een reeks hoort een nummer. Vul dat ook in."
NO_SERIES = "bij een nummer hoort een reeks. Vul die ook in."
NUMBER_TAKEN = (
    "nummer {number} van de reeks {series} staat ook in {path}. Geef elk stuk een eigen nummer."
)
NUMBER_SKIPPED = (
    "in de reeks {series} ontbreekt nummer {missing}; gevonden: {number}. Nummer door zonder gaten."
)
RECORDING_TAKEN = (
    "{found} hoort al bij {path}. Elke aflevering heeft een eigen opname, tekst en kenmerk."
)


def faults(
    entries: Iterable[Base],
    files: Mapping[str, str],
    today: date,
    withdrawn: Mapping[str, Ids[int]] = MappingProxyType({}),
    known: Ids[str] | None = None,
) -> Iterator[Fault]:
    """Yield what is wrong with dates, minutes, texts, former ids, series and recordings.

    An entry may lack fields that are not sound. `files` gives the theme of every id that has a
    file, of entries that could not be read too; `today` is the last day that is not in the
    future; `withdrawn` gives per series the numbers that may be missing; `known` are the series
    that exist, where that is known: of another one, its numbers are not looked at.
    """
    ordered = sorted(entries, key=lambda entry: entry.path)
    for entry in ordered:
        yield from _dates(entry, today)
        yield from _minutes(entry)
        yield from _unwritten(entry)
    for name in ("title", "summary"):
        yield from _texts(ordered, name)
    yield from _former(ordered, files)
    yield from _series(ordered, files, withdrawn, known)
    for name in ("audio", "transcript", "guid"):
        yield from _recordings(ordered, name)


def unused(vocabulary: Vocabulary, entries: Iterable[Base], files: Ids[str]) -> Iterator[Fault]:
    """Yield each focus area that no entry is about: its page would have nothing to show.

    Nothing is told where the focus areas of some file could not be read: they may be there.
    """
    found = {entry.id: entry.focus_areas for entry in entries if hasattr(entry, "focus_areas")}
    if len(found) < len(files):
        return
    used = {area for areas in found.values() for area in areas}
    for place, area in enumerate(vocabulary.focus_areas):
        if area.id not in used:
            message = filled(UNUSED, found=shown(area.id))
            yield Fault(Vocabulary.FILE, ("focus_areas", place), message)


def _dates(entry: Base, today: date) -> Iterator[Fault]:
    """Nothing lies in the future, and nothing is reviewed before it appeared."""
    for name in ("published", "reviewed"):
        day = getattr(entry, name, None)
        if day and day > today:
            yield Fault(entry.path, (name,), future(day))
    published, reviewed = getattr(entry, "published", None), getattr(entry, "reviewed", None)
    if published and reviewed and reviewed < published:
        message = filled(REVIEWED_BEFORE, reviewed=reviewed, published=published)
        yield Fault(entry.path, ("reviewed",), message)


def _minutes(entry: Base) -> Iterator[Fault]:
    """The minutes of the steps fit the duration; a step without minutes takes what is left."""
    steps, duration = getattr(entry, "steps", ()), getattr(entry, "duration", None)
    timed = [step.minutes for step in steps if step.minutes]
    if not timed or not duration:
        return
    total, least = sum(timed), duration.min if len(timed) == len(steps) else 0
    if not least <= total <= duration.max:
        span = " tot ".join(str(end) for end in sorted({duration.min, duration.max}))
        message = filled(STEPS_DIFFER, total=total, span=span)
        yield Fault(entry.path, ("duration",), message)


def _unwritten(entry: Base) -> Iterator[Fault]:
    """What a command left to its writer is written."""
    # A look at the whole as JSON takes a tenth of the time of one at each of its parts.
    if TO_WRITE not in entry.model_dump_json(warnings=False):
        return
    for where, text in _strings(vars(entry)):
        if text.startswith(TO_WRITE):
            yield Fault(entry.path, where, UNWRITTEN if where == ("summary",) else UNWRITTEN_TEXT)


def _strings(
    block: Mapping[str, object] | Mapping[int, object], at: Location = ()
) -> Iterator[tuple[Location, str]]:
    """Yield every text in a block of fields, with the way to it."""
    for name, value in block.items():
        if isinstance(value, str):
            yield (*at, name), value
        elif isinstance(value, tuple):
            yield from _strings(dict(enumerate(value)), (*at, name))
        elif isinstance(value, BaseModel):
            yield from _strings(vars(value), (*at, name))


def _texts(ordered: Iterable[Base], name: str) -> Iterator[Fault]:
    """No two entries have the same title, or the same summary."""
    told = {"title": SAME_TITLE, "summary": SAME_SUMMARY}[name]
    first: dict[str, Base] = {}
    for entry in ordered:
        text = " ".join(getattr(entry, name, "").casefold().split())
        other = first.setdefault(text, entry)
        if text and other is not entry:
            yield Fault(entry.path, (name,), filled(told, path=other.path))


def _former(ordered: Iterable[Base], files: Ids[str]) -> Iterator[Fault]:
    """A former id belongs to one entry and is nobody's present id."""
    first: dict[str, Base] = {}
    for entry in ordered:
        for place, former in enumerate(getattr(entry, "former_ids", ())):
            where = ("former_ids", place)
            if former in files:
                yield Fault(entry.path, where, filled(FORMER_IN_USE, found=shown(former)))
            elif (other := first.get(former)) is entry:
                yield Fault(entry.path, where, filled(DOUBLED, found=shown(former)))
            elif other:
                message = filled(FORMER_ELSEWHERE, found=shown(former), path=other.path)
                yield Fault(entry.path, where, message)
            first.setdefault(former, entry)


def _series(
    ordered: Iterable[Base],
    files: Mapping[str, str],
    withdrawn: Mapping[str, Ids[int]],
    known: Ids[str] | None,
) -> Iterator[Fault]:
    """Within a theme the numbers of a series run 1, 2, 3 without gaps or doubles.

    A gap is told only where every entry of the theme could be read: the number that is missing
    may be in the entry that could not. A number that was withdrawn leaves its gap.
    """
    groups: dict[tuple[str, str], list[Base]] = defaultdict(list)
    counted: set[str] = set()
    for entry in ordered:
        if _is_numbered(entry) is not None:
            counted.add(entry.id)
        series, number = getattr(entry, "series", None), getattr(entry, "number", None)
        if series and number:
            groups[entry.theme, series].append(entry)
        elif series and _is_numbered(entry):
            yield Fault(entry.path, ("series",), NO_NUMBER)
        elif number and _is_numbered(entry):
            yield Fault(entry.path, ("number",), NO_SERIES)
    unsure = {theme for id, theme in files.items() if id not in counted}
    for (theme, series), members in groups.items():
        if known is not None and series not in known:
            continue
        missing = None if theme in unsure else withdrawn.get(series, ())
        yield from _numbers(series, members, missing)


def _is_numbered(entry: Base) -> bool | None:
    """Tell whether an entry has a place in a series or may have one; None if that is not sound."""
    if type(entry) is Base:
        return None
    if "number" not in type(entry).model_fields:
        return False
    return True if hasattr(entry, "series") and hasattr(entry, "number") else None


def _numbers(series: str, members: Sequence[Base], missing: Ids[int] | None) -> Iterator[Fault]:
    """Look at the numbers of one series in one theme; a double is told in the newest entry.

    `missing` are the numbers that need not be there; None: any may be in what could not be read.
    """
    taken: dict[int, Base] = {}
    next_number = 1
    for entry in sorted(members, key=lambda entry: (_number(entry), _day(entry))):
        number = _number(entry)
        if (other := taken.setdefault(number, entry)) is not entry:
            message = filled(NUMBER_TAKEN, number=number, series=shown(series), path=other.path)
            yield Fault(entry.path, ("number",), message)
        elif missing is not None:
            gap = next((n for n in range(next_number, number) if n not in missing), None)
            if gap:
                message = filled(NUMBER_SKIPPED, series=shown(series), missing=gap, number=number)
                yield Fault(entry.path, ("number",), message)
        next_number = number + 1


def _number(entry: Base) -> int:
    return int(getattr(entry, "number", None) or 0)


def _day(entry: Base) -> date:
    """Give when an entry appeared; one without a sound date counts as the newest."""
    return getattr(entry, "published", date.max)


def _recordings(ordered: Iterable[Base], name: str) -> Iterator[Fault]:
    """Every episode has its own recording, transcript and guid."""
    first: dict[str, Base] = {}
    for entry in ordered:
        value = getattr(entry, name, None)
        if value and (other := first.setdefault(value, entry)) is not entry:
            message = filled(RECORDING_TAKEN, found=shown(value), path=other.path)
            yield Fault(entry.path, (name,), message)
