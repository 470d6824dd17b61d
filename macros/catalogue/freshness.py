"""How long what an entry says stays fresh: two years after someone last looked at it."""

from datetime import date, timedelta

from macros.catalogue.entry import Base

REVIEW_AFTER = timedelta(days=2 * 365)
"""An entry that nobody looked at for this long is shown as such."""


def last_seen(entry: Base) -> date:
    """Give the day on which someone last looked at an entry: the day of its review, or it appeared."""
    return entry.reviewed or entry.published


def is_stale(entry: Base, day: date) -> bool:
    """Tell whether on this day nobody has looked at an entry for two years."""
    return last_seen(entry) + REVIEW_AFTER < day
