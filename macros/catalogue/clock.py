"""What day it is, for the few things that depend on it.

Outputs take their day from `SOURCE_DATE_EPOCH` (reproducible-builds.org), by default the day of
the last commit, so that the same commit gives the same bytes. Only the rule that nothing lies in
the future looks at the real clock where that variable is absent: an entry that is written today
must pass before it is committed, and what passes today passes later.
"""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

VARIABLE = "SOURCE_DATE_EPOCH"

_NEWEST_ZONE = timedelta(hours=14)
"""Where a day begins first: Kiribati. What is today there is not in the future for anyone."""


def now() -> datetime:
    """Give the moment after which all is the future: the real one, or `SOURCE_DATE_EPOCH`."""
    epoch = _epoch()
    return datetime.now(UTC) if epoch is None else datetime.fromtimestamp(epoch, UTC)


def today() -> date:
    """Give the last day that does not lie in the future, for anyone on earth."""
    return (now() + _NEWEST_ZONE).date()


def here() -> date:
    """Give today's date in the Netherlands."""
    return now().astimezone(ZoneInfo("Europe/Amsterdam")).date()


def build_epoch(root: Path) -> int:
    """Give the moment that the outputs call "now", in seconds since 1970.

    `SOURCE_DATE_EPOCH` if set, else the last commit of the repository around `root`, else 0.
    """
    epoch = _epoch()
    return _last_commit(root) if epoch is None else epoch


def build_day(root: Path) -> date:
    """Give the day of `build_epoch`, in UTC."""
    return datetime.fromtimestamp(build_epoch(root), UTC).date()


def _epoch() -> int | None:
    """Give SOURCE_DATE_EPOCH; None where it is absent or no moment before the year 10000."""
    value = os.environ.get(VARIABLE, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 11 else None


def _last_commit(root: Path) -> int:
    import subprocess  # takes longer to load than the check of a small catalogue

    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=10)
        return int(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return 0
