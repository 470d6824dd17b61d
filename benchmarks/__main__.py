"""The command: `python -m benchmarks`, from the project's folder. POSIX only (it needs `wait4`)."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks import measure, preview, report, searching
from benchmarks.accounting import CommandFailed
from benchmarks.preview import NotSeen, Seen
from benchmarks.searching import Searching
from benchmarks.weight import Weight, first_visit
from macros.catalogue.loading import load

README = Path(__file__).parent / "README.md"
PAGE = "catalogus/waarderende-reflectie/"
"""The page that is weighed: a real entry, without sound."""


def tell(text: str) -> None:
    """Tell how far we are; the figures themselves go to standard output."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Measure what is asked, print it, and write it into the README when that is asked too."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[], metavar="N",
                        help="how many; otherwise the real ones, 1000 and 10000")  # fmt: skip
    parser.add_argument("--runs", type=int, default=3, help="rounds; the median counts (3)")
    parser.add_argument("--edits", type=int, default=5, help="edits in the preview; 0 for none (5)")
    parser.add_argument("--preview", type=int, nargs="*", default=[1_000], metavar="N",
                        help="numbers of entries at which the preview is measured (1000)")  # fmt: skip
    parser.add_argument("--write", action="store_true", help="put the figures into the README")
    chosen = parser.parse_args()
    numbers = chosen.entries or [len(load(measure.ROOT).entries), 1_000, 10_000]
    try:
        text = measured(sorted(numbers), chosen.runs, chosen.edits, chosen.preview)
    except (CommandFailed, NotSeen) as error:
        sys.exit(str(error))
    command = " ".join(["python -m benchmarks", *sys.argv[1:]])
    text = f"{report.conditions(command)}\n\n{text}"
    print(text)
    if chosen.write:
        report.write(README, text)


def measured(numbers: list[int], runs: int, edits: int, previews: list[int]) -> str:
    """Generate, measure and weigh for each number of entries; give the tables."""
    seen: dict[int, Seen] = {}
    weights: dict[str, Weight] = {}
    searches: dict[str, Searching] = {}
    with tempfile.TemporaryDirectory(prefix="goodiebag-") as place:
        folders = {number: Path(place) / str(number) for number in numbers}
        for number, folder in folders.items():
            tell(f"{number:,} entries: making both projects")
            measure.generate(number, folder)
        results = measure.rounds(folders, runs, tell)
        for number, folder in folders.items():
            for name, project, site in (
                ("goodiebag", measure.OURS, "site"),
                ("stock", measure.STOCK, "site"),
                ("stock with its search", measure.STOCK, "search-site"),
            ):
                weights[f"{name}, {number:,} entries"] = first_visit(folder / project / site, PAGE)
            tell(f"{number:,} entries: searching in a browser")
            searches[f"goodiebag, {number:,} entries"] = searching.ours(
                folder / measure.OURS / "site"
            )
            searches[f"stock with its search, {number:,} entries"] = searching.material(
                folder / measure.STOCK / "search-site"
            )
            if edits and number in previews:
                tell(f"{number:,} entries: the preview")
                seen[number] = preview.edits(folder / measure.OURS, edits, tell)
    return report.figures(results, seen, weights, searches)


if __name__ == "__main__":
    main()
