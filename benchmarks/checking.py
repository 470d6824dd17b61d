"""How long a writer waits for `goodiebag check`: `python -m benchmarks.checking`, POSIX only.

The check of everything, the check of one file, a file with a problem in each form, and what Python
itself takes to start. Wall time counts here, so it is measured many times: the least is what it
takes when the machine does nothing else, the median what it took now.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import measure
from benchmarks.accounting import Cost, cost
from macros.catalogue.folder import ENTRIES

GOAL = 0.5
"""Seconds within which a hundred entries are checked."""
FILE = f"{ENTRIES}/integriteit/jam-cultures.yml"
CHECK = (measure.PYTHON, "-m", "macros.cli", "check")
TASKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Python alone", (measure.PYTHON, "-c", "")),
    ("check", CHECK),
    ("check of one file", (*CHECK, FILE)),
    ("check as JSON", (*CHECK, "--format", "json")),
)


@dataclass(frozen=True)
class Wait:
    """Seconds that one command took: the least and the median of the wall clock, the least of the CPU."""

    name: str
    least: float
    middle: float
    cpu: float


def waits(project: Path, runs: int) -> list[Wait]:
    """Measure each command `runs` times in a project, in rounds."""
    # The first run of all fills the caches of the system and of Python.
    cost(CHECK, project)
    spent: dict[str, list[Cost]] = {name: [] for name, _ in TASKS}
    for _ in range(runs):
        for name, command in TASKS:
            spent[name].append(cost(command, project))
    return [_wait(name, costs) for name, costs in spent.items()]


def table(found: Sequence[Wait]) -> str:
    """Give the figures as a table of Markdown."""
    rows = [f"| {one.name} | {one.least:.2f} | {one.middle:.2f} | {one.cpu:.2f} |" for one in found]
    return "\n".join(["| what | least wall s | median wall s | least CPU s |", "|---|---|---|---|", *rows])  # fmt: skip


def _wait(name: str, costs: Sequence[Cost]) -> Wait:
    walls = [one.wall for one in costs]
    return Wait(name, min(walls), median(walls), min(one.cpu for one in costs))


def measured(entries: int, runs: int, tell: Callable[[str], None]) -> str:
    """Make a project with so many entries, measure, and give the table and whether the goal is met."""
    with tempfile.TemporaryDirectory(prefix="goodiebag-") as place:
        tell(f"{entries:,} entries: making the project")
        measure.generate(entries, Path(place))
        found = waits(Path(place) / measure.OURS, runs)
    [check] = [one for one in found if one.name == "check"]
    judged = "reached" if check.least < GOAL else "not reached"
    goal = f"Goal: a check of 100 entries within {GOAL} seconds on a quiet machine: {judged} ({check.least:.2f} s at {entries:,})."
    return f"{table(found)}\n\n{goal}"


def main() -> None:
    """Measure what is asked and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checking", description=__doc__)
    parser.add_argument("--entries", type=int, default=100, metavar="N", help="how many (100)")
    parser.add_argument("--runs", type=int, default=20, help="how often (20)")
    chosen = parser.parse_args()
    print(measured(chosen.entries, chosen.runs, lambda text: print(text, file=sys.stderr)))


if __name__ == "__main__":
    main()
