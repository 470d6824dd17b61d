"""Puts figures into Markdown: tables, and each goal with what was measured."""

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from math import isnan
from pathlib import Path
from statistics import median

from benchmarks.measure import BASELINE, Result
from benchmarks.preview import Seen
from benchmarks.searching import Searching
from benchmarks.weight import Weight

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
"""Between these two lines of README.md stand the figures."""
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "pydantic", "pagefind")
MEGA = 1_000_000
STOCK_THERE = 3.8
"""CPU seconds of the stock build of 1,000 pages on the machine for which goals in seconds were set."""

Figures = Mapping[int, Mapping[str, Result]]
"""Results by number of entries, then by task."""


def figures(
    results: Figures,
    seen: Mapping[int, Seen],
    weights: Mapping[str, Weight],
    searches: Mapping[str, Searching],
) -> str:
    """Give all tables, the goals first."""
    parts = []
    if judged := goals(results, seen, searches):
        parts += ["### Goals", _table(("goal", "measured", "reached"), judged)]
    parts += [
        "### Cost",
        _table(
            ("entries", "what", "CPU s", "of stock", "wall s", "memory MB", "writes MB", "files"),
            _costs(results),
        ),
    ]
    if len(results) > 1:
        head = ("entries", "what", "CPU ms per entry", "of that at the number above")
        parts += ["### Cost of one more entry", _table(head, _marginal(results))]
    if seen:
        parts += [
            "### From saving to seeing, in `goodiebag serve`",
            _table(("entries", "its page", "the catalogue", "the search"), _previews(seen)),
        ]
    parts += [
        "### First visit of the page of an entry, compressed",
        _table(
            ("site", "kB", "requests"),
            [(name, f"{one.bytes / 1000:.0f}", str(one.requests)) for name, one in weights.items()],
        ),
    ]
    if searches:
        columns = (
            "site",
            "before use kB",
            "first query kB",
            "first ms",
            "later ms",
            "facet ms",
            "slowest ms",
        )
        parts += ["### Searching, in a browser", _table(columns, _searches(searches))]
    return "\n\n".join(parts)


def conditions(command: str) -> str:
    """Say where and with what was measured, and by which command."""
    load = os.getloadavg()[0]
    tools = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"Measured by `{command}` on {platform.system()} ({platform.machine()}, {os.cpu_count()} cores, "
        f"load {load:.1f} when it ended), Python {platform.python_version()}, {tools}."
    )


def goals(
    results: Figures, seen: Mapping[int, Seen], searches: Mapping[str, Searching]
) -> list[tuple[str, str, str]]:
    """Give each goal that these results can judge, with the figure and whether it is reached."""
    rows = []
    if 1_000 in results:
        check = results[1_000]["check"]
        there = check.ratio * STOCK_THERE
        goal = f"check of 1,000 entries in under 1 CPU second where stock takes {STOCK_THERE}"
        rows.append((goal, f"{there:.2f} s ({check.cpu:.2f} s here)", there < 1))
    for number in (1_000, 10_000):
        if number in results:
            ratio = results[number]["build"].ratio
            goal = f"build of {number:,} entries at most the CPU time of stock"
            rows.append((goal, f"{ratio:.2f} times", ratio <= 1))
    if {1_000, 10_000} <= results.keys() and min(results) < 1_000:
        ratio = growth(results, "build", 1_000, 10_000)
        goal = "cost per entry at 10,000 at most 1.2 times that at 1,000"
        rows.append((goal, f"{ratio:.2f} times", ratio <= 1.2))
    if 1_000 in seen:
        wait = seen[1_000].page
        rows.append(
            (
                "an edit visible on its page within half a second at 1,000",
                f"{wait:.2f} s",
                wait <= 0.5,
            )
        )
    if one := searches.get("goodiebag, 10,000 entries"):
        kilo = one.bytes / 1000
        rows.append(("first query at 10,000 loads at most 200 kB", f"{kilo:.0f} kB", kilo <= 200))
        for name, wait in (("a later answer", one.later), ("a change of a facet", one.facet)):
            goal = f"{name} at 10,000 within 100 ms"
            rows.append((goal, f"{wait:.0f} ms", wait <= 100))
    return [(goal, measured, "yes" if reached else "**no**") for goal, measured, reached in rows]


def marginal(results: Figures, task: str, number: int) -> tuple[float, ...]:
    """Give the CPU seconds of one more entry, up to `number` from the fewest measured, per round."""
    least = min(results)
    rounds = zip(results[number][task].spent, results[least][task].spent, strict=True)
    return tuple((many - few) / (number - least) for many, few in rounds)


def growth(results: Figures, task: str, few: int, many: int) -> float:
    """Give how much more one more entry costs among many than among few: the median of the rounds."""
    rounds = zip(marginal(results, task, many), marginal(results, task, few), strict=True)
    return median(one / other for one, other in rounds)


def write(readme: Path, text: str) -> None:
    """Put a text between the two marks in a file."""
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    readme.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def _costs(results: Figures) -> Iterable[Sequence[str]]:
    for number, tasks in results.items():
        for name, one in tasks.items():
            yield (
                f"{number:,}",
                name,
                f"{one.cpu:.2f}",
                "1" if name == BASELINE else f"{one.ratio:.2f}",
                f"{one.wall:.2f}",
                f"{one.memory / MEGA:.0f}",
                f"{one.size.bytes / MEGA:.1f}" if one.size.files else "",
                f"{one.size.files:,}" if one.size.files else "",
            )


def _marginal(results: Figures) -> Iterable[Sequence[str]]:
    numbers = sorted(results)[1:]
    for task in results[min(results)]:
        for place, number in enumerate(numbers):
            spent = median(marginal(results, task, number))
            ratio = f"{growth(results, task, numbers[place - 1], number):.2f}" if place else ""
            yield f"{number:,}", task, f"{spent * 1000:.2f}", ratio


def _previews(seen: Mapping[int, Seen]) -> Iterable[Sequence[str]]:
    for number, one in seen.items():
        yield f"{number:,}", *(f"{wait:.2f} s" for wait in (one.page, one.catalogue, one.search))


def _searches(searches: Mapping[str, Searching]) -> Iterable[Sequence[str]]:
    for name, one in searches.items():
        waits = (one.first, one.later, one.facet, one.slowest)
        told = ["" if isnan(wait) else f"{wait:.0f}" for wait in waits]
        yield name, f"{one.before / 1000:.0f}", f"{one.bytes / 1000:.0f}", *told


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a Markdown table."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"| {' | '.join(head)} |", "|---" * len(head) + "|", *lines])
