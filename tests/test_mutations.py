"""Whatever people get wrong in an entry, the message names the right line and the right field.

The real entries are changed, one slip at a time (tests/mutations.py), and checked with all others.
"""

import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.loading import survey
from macros.catalogue.problems import Problem
from tests.mutations import Mutation, mutations
from tests.project import ROOT


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the real catalogue, to change."""
    folder = tmp_path_factory.mktemp("mutaties")
    shutil.copytree(ROOT / "catalogue", folder / "catalogue")
    return folder


def told(root: Path, made: Mutation) -> list[Problem]:
    """Give what is told of the file of a mutation; the file is as it was afterwards."""
    path = root / made.file
    before, times = path.read_bytes(), path.stat()
    path.write_text(made.text, encoding="utf-8")
    try:
        return [problem for problem in survey(root)[1] if problem.file == made.file]
    finally:
        path.write_bytes(before)
        # As it was, so that it need not be read again.
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def fault(made: Mutation, problems: list[Problem]) -> str:
    """Give what is wrong with what was told; nothing where line and field are right."""
    on_line = [problem for problem in problems if problem.line == made.line]
    named = [
        problem
        for problem in on_line
        # Of a field that stands too far to the right, the block before it may be named too.
        if f".{made.field}." in f".{problem.field}." or f"`{made.field}" in problem.message
    ]
    if not named:
        return "not told on its line and of its field"
    if not any(made.told in problem.message for problem in named):
        return f"not told as {made.told!r}"
    missed = [problem for problem in problems if problem.line != made.line]
    if [problem for problem in missed if problem.field != made.lacking]:
        return "something else is told as well"
    return ""


def test_every_wrong_entry_is_told_on_its_line_and_of_its_field(
    real: Path, record_property: Callable[[str, object], None]
) -> None:
    """Each mutation gives a message at the line to mend, that names the field, and no other noise."""
    slips: Counter[str] = Counter()
    faults = []
    for made in mutations(real):
        problems = told(real, made)
        slips[made.slip] += 1
        if found := fault(made, problems):
            what = f"{made.slip} of {made.field} in {made.file}:{made.line}: {found}"
            faults.append("\n  ".join([what, *map(str, problems)]))

    record_property("wrong entries told on their line and of their field", slips.total())
    assert "\n".join(faults) == ""
    assert slips.total() >= 300
    assert len(slips) >= 100


def test_the_real_entries_are_sound(real: Path) -> None:
    """So what is told of a mutation comes of its slip."""
    assert survey(real)[1] == []
