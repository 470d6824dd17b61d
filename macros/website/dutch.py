"""Dates, times and amounts as Dutch readers write them."""

from datetime import date

from macros.catalogue.model import GroupSize, MinuteRange
from macros.catalogue.sources import Fact

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
NARROW = "\N{NO-BREAK SPACE}"


def day(value: date) -> str:
    """Give `21 november 2026`; the parts stay on one line."""
    return f"{value.day}{NARROW}{MONTHS[value.month - 1]}{NARROW}{value.year}"


def minutes(value: int) -> str:
    """Give a number of minutes in words: `45 minuten`, `1,5 uur`, `75 minuten`, `2 uur en 20 minuten`."""
    hours, rest = divmod(value, 60)
    if _in_hours(value):
        return f"{hours}{',5' if rest else ''}{NARROW}uur"
    if value < 120:
        return f"{value}{NARROW}{'minuut' if value == 1 else 'minuten'}"
    return f"{hours}{NARROW}uur en {minutes(rest)}"


def duration(value: MinuteRange) -> str:
    """Give a range of minutes in words: `30 tot 60 minuten`, `1 tot 2 uur`, `45 minuten tot 3 uur`."""
    if value.min == value.max:
        return minutes(value.min)
    if value.max <= 120 and not (_in_hours(value.min) and _in_hours(value.max)):
        return f"{value.min} tot {value.max}{NARROW}minuten"
    first, last = minutes(value.min), minutes(value.max)
    if _in_hours(value.min) and _in_hours(value.max):
        first = first.removesuffix(f"{NARROW}uur")
    return f"{first} tot {last}"


def _in_hours(value: int) -> bool:
    """Tell whether people call this number of minutes a number of hours, or of hours and a half."""
    return value >= 60 and value % 30 == 0


def group(value: GroupSize) -> str:
    """Give a number of people in words: `3 tot 12 mensen`, `vanaf 2 mensen`."""
    if value.max is None:
        return "voor jezelf of met meer" if value.min == 1 else f"vanaf {value.min}{NARROW}mensen"
    if value.min == value.max:
        return f"{value.min}{NARROW}{'persoon' if value.min == 1 else 'mensen'}"
    return f"{value.min} tot {value.max}{NARROW}mensen"


def inside(label: str) -> str:
    """Give a label as it stands inside a sentence: `op kantoor`, and `HR-adviseur` as it is."""
    is_name = label[1:2].isupper() or not label[1:2].isalpha()
    return label if is_name else label[:1].lower() + label[1:]


def size(value: int) -> str:
    """Give a number of bytes for people, in decimal units (SI): `1,4 MB`, `320 kB`."""
    if value >= 1_000_000:
        return f"{value / 1_000_000:.1f}{NARROW}MB".replace(".", ",")
    return f"{max(1, round(value / 1000))}{NARROW}kB"


def period(seconds: float) -> str:
    """Give a duration in ISO 8601, as schema.org wants it: `PT2M5S`."""
    minute, second = divmod(round(seconds), 60)
    return f"PT{minute}M{second}S"


def number(value: float) -> str:
    """Give a number as Dutch readers write it: `120.000`, `2,5`."""
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return str(value).replace(".", ",")


def amount(fact: Fact) -> str:
    """Give a figure with its unit and the word before it: `81%`, `bijna 19 uur per week`.

    The number and the first word of its unit stay on one line.
    """
    unit = "" if not fact.unit else "%" if fact.unit == "%" else NARROW + fact.unit
    before = f"{fact.qualifier} " if fact.qualifier else ""
    return f"{before}{number(fact.figure)}{unit}"
