"""What Lighthouse says of each kind of page: `python -m benchmarks.lighthouse`; needs Node.js.

The real site is built and served by nginx as in `deploy/`. Lighthouse looks as it does for a phone: a
slower processor and network, reckoned. A busy machine makes a page slow, so one that misses a goal
is looked at again, and its best look counts.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import report
from macros import addresses
from macros.catalogue.loading import load
from tests import chromium, nginx
from tests.project import ROOT, build, compose

LIGHTHOUSE = "lighthouse@12.8.2"
"""The npm package and its version, the last that Node.js 18 and 20 run."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAINT, SHIFT, BLOCKING = 1.5, 0.0, 50.0
"""The most seconds until the largest paint, layout shift, and milliseconds of blocking time."""
PAGES: Mapping[str, str] = {
    "home": "",
    "theme": "thema/productieve-werkomgeving/",
    "catalogue": addresses.CATALOGUE,
    "list of a kind": "soort/interventie/",
    "podcast": "podcast/",
    "guide": "wegwijzer/",
    "situation": "wegwijzer/we-zien-elkaar-nauwelijks-nog/",
    "basket": "mijn-goodiebag/",
    "form": "bijdragen/voorstel/",
    "sources": "bronnen/",
    "accessibility": "toegankelijkheid/",
}
"""The pages that are no entries, by name; an entry of each kind follows them."""


@dataclass(frozen=True)
class Look:
    """What Lighthouse found of one page.

    Scores up to 100 in the order of CATEGORIES, seconds, layout shift, milliseconds, and the names
    of the checks that lower a score.
    """

    scores: tuple[int, ...]
    paint: float
    shift: float
    blocking: float
    failed: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Tell whether all goals are met."""
        fast = self.paint < PAINT and self.shift <= SHIFT and self.blocking < BLOCKING
        return fast and min(self.scores) == 100


def pages() -> dict[str, str]:
    """Give the address of every page that is looked at, by its name."""
    kinds: dict[str, str] = {}
    for entry in load(ROOT).entries.values():
        kinds.setdefault(f"entry: {entry.kind}", addresses.entry(entry.id))
    return {**PAGES, **kinds}


def read(found: Mapping[str, Any]) -> Look:
    """Take the figures from a report of Lighthouse (its JSON)."""
    categories, audits = found["categories"], found["audits"]
    failed = {
        part["id"]: None
        for name in CATEGORIES
        for part in categories[name]["auditRefs"]
        if part["weight"] and (audits[part["id"]]["score"] or 0) < 1
        and audits[part["id"]]["scoreDisplayMode"] in {"binary", "numeric", "metricSavings"}
    }  # fmt: skip
    return Look(
        tuple(round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES),
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        audits["cumulative-layout-shift"]["numericValue"],
        audits["total-blocking-time"]["numericValue"],
        tuple(failed),
    )


def look(address: str, file: Path) -> Look:
    """Let Lighthouse look at a page; its report is left in `file`.

    Raises:
        subprocess.CalledProcessError: Lighthouse could not; what it said is in `stderr`.
    """
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json"]
    command += [f"--output-path={file}", "--chrome-flags=--headless --no-sandbox"]
    environment = {**os.environ, "CHROME_PATH": str(chromium.find())}
    subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return read(json.loads(file.read_text(encoding="utf-8")))


def best(address: str, file: Path, times: int) -> Look:
    """Look until all goals are met, `times` at most; give the best by score and then by paint."""
    found = look(address, file)
    for _ in range(times - 1):
        if found.good:
            break
        found = max(found, look(address, file), key=lambda one: (one.scores, -one.paint))
    return found


def table(found: Mapping[str, Look]) -> str:
    """Give the figures as a table of Markdown."""
    rows = [
        f"| {name} | {' | '.join(map(str, one.scores))} | {one.paint:.2f} | {one.shift:.3f} | {one.blocking:.0f} |"
        for name, one in found.items()
    ]
    head = "| page | performance | accessibility | best practices | SEO | largest paint s | shift | blocking ms |"
    return "\n".join([head, "|" + "---|" * 8, *rows])


def main(arguments: Sequence[str] | None = None) -> None:
    """Look at the pages that are asked for, print the table, and tell what is not as it should be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="names of pages")
    parser.add_argument(
        "--times", type=int, default=3, help="looks at a page that misses a goal (3)"
    )
    chosen = parser.parse_args(arguments)
    if not shutil.which("npx"):
        sys.exit("Lighthouse needs Node.js 18 or newer, with npx.")
    every = pages()
    if unknown := set(chosen.only) - every.keys():
        parser.error(f"no such page: {', '.join(sorted(unknown))}; there are {', '.join(every)}")
    found: dict[str, Look] = {}
    with tempfile.TemporaryDirectory(prefix="goodiebag-") as place:
        project = compose(Path(place), ROOT)
        build(project)
        with nginx.served(project) as host:
            for name in chosen.only or every:
                one = best(host + every[name], Path(place) / "report.json", chosen.times)
                found[name] = one
                print(f"{name}: {one.scores} {', '.join(one.failed)}", file=sys.stderr, flush=True)
    command = " ".join(
        ["python -m benchmarks.lighthouse", *(sys.argv[1:] if arguments is None else arguments)]
    )
    print(f"{report.conditions(command)}\n\n{table(found)}")


if __name__ == "__main__":
    main()
