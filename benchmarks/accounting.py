"""What a whole process costs, start-up and everything that it starts included."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SETTINGS = {
    "NO_MKDOCS_2_WARNING": "1",
    "SITE_URL": "https://goodiebag.example.org/",
    "EDIT_URL": "",
    "PYTHONDONTWRITEBYTECODE": "",
}
"""Environment variables that could make one measurement differ from another, or from what people have."""


@dataclass(frozen=True)
class Cost:
    """The cost of one command.

    `cpu` in seconds (user and system), `wall` in seconds, `memory` in bytes: the most that one of
    its processes held.
    """

    cpu: float
    wall: float
    memory: int


class CommandFailed(Exception):  # noqa: N818 - what happened, told to whoever measures
    """A command that was measured did not do its work; the message is what it said."""


def cost(command: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Cost:
    """Run a command in `folder`, with extra environment variables, and give what it cost.

    The system counts (POSIX `wait4`), children that the command waited for included. Its peak of
    memory starts at that of the process that starts it, so keep that one small. Raises
    CommandFailed when the command ends with another code than 0.
    """
    environment = {**os.environ, **SETTINGS, **(variables or {})}
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            words = said.read().decode(errors="replace").strip()
            raise CommandFailed(f"{' '.join(command)} ended with {process.returncode}:\n{words}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit)


@dataclass(frozen=True)
class Size:
    """What lies in a folder: bytes and number of files."""

    bytes: int
    files: int


def size(folder: Path) -> Size:
    """Add up the files in a folder; nothing when it is not there."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return Size(sum(sizes), len(sizes))
