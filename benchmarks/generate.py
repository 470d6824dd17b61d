"""Makes two projects with the same entries: ours, and plain mkdocs-material with written pages.

    python -m benchmarks.generate 1000 /some/folder

The real entries are in both; the others are invented. The same number gives the same bytes.
"""

import argparse
import shutil
from pathlib import Path
from typing import Any

import yaml

from benchmarks import stock
from benchmarks.entries import invent
from benchmarks.wording import wording
from macros.catalogue.folder import ENTRIES
from macros.catalogue.loading import load
from tests.project import ROOT, compose

OURS, STOCK = "goodiebag", "stock"
"""The two folders that `generate` makes."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # chosen at run time
    """Writes YAML as people do: long texts over lines, fields in the order of the model."""


def _text(dumper: Any, text: str) -> Any:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def generate(number: int, folder: Path) -> None:
    """Write both projects in an empty `folder`, with `number` entries each.

    Raises ValueError when that is fewer than the real catalogue has.
    """
    real = load(ROOT)
    if number < len(real.entries):
        raise ValueError(
            f"the real catalogue has {len(real.entries)} entries: ask for at least those"
        )
    ours = compose(folder / OURS, ROOT)
    for theme, id, fields in invent(real, wording(real), number - len(real.entries)):
        text = yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
        (ours / ENTRIES / theme / f"{id}.yml").write_text(text, encoding="utf-8")
    stock.write(load(ours), folder / STOCK)


def main() -> None:
    """Generate from the command line; what lies in the folder is thrown away first."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description=__doc__)
    parser.add_argument("number", type=int, help="how many entries, the real ones included")
    parser.add_argument("folder", type=Path, help="where the two projects come")
    chosen = parser.parse_args()
    for name in (OURS, STOCK):
        shutil.rmtree(chosen.folder / name, ignore_errors=True)
    generate(chosen.number, chosen.folder)


if __name__ == "__main__":
    main()
