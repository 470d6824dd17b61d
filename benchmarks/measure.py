"""What a check, a build and a search index cost, beside stock mkdocs-material in the same run."""

import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.accounting import Cost, Size, cost, size

OURS, STOCK = "goodiebag", "stock"
"""The folders of the two projects that benchmarks.generate makes."""
ROOT = Path(__file__).parent.parent
BASELINE = "stock build"
PYTHON = sys.executable
INDEX = "import sys, pathlib, macros.publish as p; p.index(pathlib.Path(sys.argv[1]))"


@dataclass(frozen=True)
class Task:
    """A command to measure, in the folder of a project; `output` is what it writes there."""

    name: str
    project: str
    command: tuple[str, ...]
    output: str = ""

    def run(self, folder: Path) -> tuple[Cost, Size]:
        """Run it once; what an earlier run wrote is put aside first, and not counted.

        It is not deleted: a file system such as ext4 does not use the place of a file that was
        deleted a moment ago, and who writes most files would wait the longest for it to look.
        """
        project = folder / self.project
        if self.output and (written := project / self.output).exists():
            aside = tempfile.mkdtemp(prefix="earlier-", dir=folder)
            written.rename(Path(aside) / written.name)
        spent = cost(self.command, project, {"SEARCH_INDEX": "false"})
        return spent, size(project / self.output) if self.output else Size(0, 0)


TASKS = (
    Task("check", OURS, (PYTHON, "-m", "macros.cli", "check")),
    Task("build", OURS, (PYTHON, "-m", "macros.cli", "build"), "site"),
    Task(BASELINE, STOCK, (PYTHON, "-m", "mkdocs", "build", "--strict"), "site"),
    Task("search index", OURS, (PYTHON, "-c", INDEX, "site"), "site/pagefind"),
    Task(
        "stock build with its search",
        STOCK,
        (PYTHON, "-m", "mkdocs", "build", "--strict", "--config-file", "search.yml", "--site-dir", "search-site"),
        "search-site",
    ),
)  # fmt: skip
"""In the order of a round; the index is made of the site that was built just before."""


@dataclass(frozen=True)
class Result:
    """What one task cost: medians over the rounds, `ratio` to the stock build of the same round.

    `spent` are the CPU seconds of each round.
    """

    spent: tuple[float, ...]
    wall: float
    memory: int
    ratio: float
    size: Size

    @property
    def cpu(self) -> float:
        """Give the median of the CPU seconds."""
        return median(self.spent)


def generate(number: int, folder: Path) -> None:
    """Make both projects, in a process of its own: this one must stay small (see accounting)."""
    cost((PYTHON, "-m", "benchmarks.generate", str(number), str(folder)), ROOT)


def rounds(
    folders: Mapping[int, Path], runs: int, tell: Callable[[str], None]
) -> Mapping[int, Mapping[str, Result]]:
    """Measure every task for every number of entries, `runs` rounds long.

    In a round the numbers of entries follow each other task by task, so that a busy moment hits
    what is compared alike. Gives the results by number of entries, then by task.
    """
    seen: dict[int, dict[str, list[tuple[Cost, Size]]]] = {
        number: {task.name: [] for task in TASKS} for number in folders
    }
    for turn in range(1, runs + 1):
        for task in TASKS:
            for number, folder in folders.items():
                spent, written = task.run(folder)
                seen[number][task.name].append((spent, written))
                tell(
                    f"round {turn} of {runs}, {task.name}, {number:,} entries: "
                    f"{spent.cpu:.2f} CPU s, {spent.wall:.2f} s"
                )
    results = {}
    for number, tasks in seen.items():
        baseline = [spent.cpu for spent, _ in tasks[BASELINE]]
        results[number] = {name: _result(found, baseline) for name, found in tasks.items()}
    return results


def _result(found: Sequence[tuple[Cost, Size]], baseline: Sequence[float]) -> Result:
    spent = [one for one, _ in found]
    ratios = [one.cpu / other for one, other in zip(spent, baseline, strict=True)]
    return Result(
        tuple(one.cpu for one in spent),
        median(one.wall for one in spent),
        int(median(one.memory for one in spent)),
        median(ratios),
        found[-1][1],
    )
