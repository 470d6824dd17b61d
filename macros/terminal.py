"""What every command shares: where the project is, how problems are told, and patience."""

import os
import shutil
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NoReturn

import click

from macros.catalogue.problems import Problem, Problems, counted
from macros.patience import patience

ROOT_FILE = "mkdocs.yml"
WRONG_CONTENTS, WRONG_USE = 1, 2


def project(folder: Path | None) -> Path:
    """Give the project's folder: the one named, or the nearest above that holds mkdocs.yml.

    Raises click.UsageError when there is none.
    """
    start = (folder or Path.cwd()).absolute()
    candidates = [start] if folder else [start, *start.parents]
    for candidate in candidates:
        if (candidate / ROOT_FILE).is_file() and (candidate / "catalogue").is_dir():
            return candidate
    raise click.UsageError(
        f"In {start} ligt geen goodiebag (een map met {ROOT_FILE} en catalogue/). Ga naar de map van het project, of noem hem met --map."
    )


def tell(problems: Problems) -> NoReturn:
    """Print every problem and how many there are, and end with the exit code for that."""
    for problem in problems.problems:
        click.echo(printed(problem))
    count = counted(len(problems.problems), "probleem", "problemen")
    click.echo(f"\n{count} gevonden.", err=True)
    sys.exit(WRONG_CONTENTS)


def printed(problem: Problem, root: Path | None = None) -> str:
    """Give a problem as it is shown: on a line and, with the `root` of its file, that line below it.

    In colour on a terminal, unless NO_COLOR is set (no-color.org).
    """
    from macros.contribute import pointing

    lines = pointing.excerpt(root, problem, shutil.get_terminal_size().columns) if root else None
    place = f"{problem.place}: "
    if colour():
        place = click.style(place, bold=True)
        lines = (lines[0], click.style(lines[1], fg="red", bold=True)) if lines else None
    told = place + problem.told
    return "\n".join([told, *lines, ""] if lines else [told])


def colour() -> bool:
    """Tell whether what is printed may have colours: on a terminal, unless someone wants none."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def fail(told: object) -> NoReturn:
    """Print why a command could not do its work, and end with the exit code for that."""
    click.echo(told, err=True)
    sys.exit(WRONG_CONTENTS)


def still(words: str) -> AbstractContextManager[None]:
    """Say these words again and again while the work inside takes its time."""
    return patience(lambda: click.echo(words, err=True))


def inside(root: Path, file: Path) -> str:
    """Give a file or folder from the root of the project on; raises click.UsageError outside it."""
    # A link is not followed: the check tells that it is one.
    path = Path(os.path.normpath(file.absolute()))
    if not path.is_relative_to(root):
        raise click.UsageError(f"{file} hoort niet bij het project in {root}.")
    return path.relative_to(root).as_posix()


def near(path: Path) -> str:
    """Give a path as one types it from here."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
