"""Dates, times and amounts as Dutch readers write them."""

from datetime import date

from macros.catalogue.model import GroupSize, MinuteRange

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
NARROW = "\N{NO-BREAK SPACE}"


def day(value: date) -> str:
    """Give `21 november 2026`; the parts stay on one line."""
    return f"{value.day}{NARROW}{MONTHS[value.month - 1]}{NARROW}{value.year}"


def minutes(value: int) -> str:
    """Give a number of minutes in words: `45 minuten`, `1 uur`, `1,5 uur`, `2 uur en 20 minuten`."""
    hours, rest = divmod(value, 60)
    if not hours:
        return f"{rest}{NARROW}{'minuut' if rest == 1 else 'minuten'}"
    if rest == 30:
        return f"{hours},5{NARROW}uur"
    told = f"{hours}{NARROW}uur"
    return f"{told} en {minutes(rest)}" if rest else told


def duration(value: MinuteRange) -> str:
    """Give a range of minutes in words: `30 tot 60 minuten`, `1 tot 2 uur`."""
    if value.min == value.max:
        return minutes(value.min)
    first, last = minutes(value.min), minutes(value.max)
    unit = last.split(NARROW)[-1]
    return f"{first.removesuffix(NARROW + unit)} tot {last}"


def group(value: GroupSize) -> str:
    """Give a number of people in words: `3 tot 12 mensen`, `vanaf 2 mensen`."""
    if value.max is None:
        return "voor jezelf of met meer" if value.min == 1 else f"vanaf {value.min}{NARROW}mensen"
    if value.min == value.max:
        return f"{value.min}{NARROW}{'persoon' if value.min == 1 else 'mensen'}"
    return f"{value.min} tot {value.max}{NARROW}mensen"


def size(value: int) -> str:
    """Give a number of bytes for people, in decimal units (SI): `1,4 MB`, `320 kB`."""
    if value >= 1_000_000:
        return f"{value / 1_000_000:.1f}{NARROW}MB".replace(".", ",")
    return f"{max(1, round(value / 1000))}{NARROW}kB"


def period(seconds: float) -> str:
    """Give a duration in ISO 8601, as schema.org wants it: `PT2M5S`."""
    minute, second = divmod(round(seconds), 60)
    return f"PT{minute}M{second}S"
