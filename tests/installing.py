"""Gets a program that the tests need: the ways are tried in turn until one brings it."""

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path


def install(
    look: Callable[[], Path | None], ways: Sequence[Sequence[Sequence[str]]]
) -> Path | None:
    """Give what `look` finds after the first way that leads to it, or None when none does.

    Args:
        look: gives the program if it is here and works.
        ways: the ways to install it, each a series of commands, the best first.
    """
    for commands in ways:
        done = all(quietly(command).returncode == 0 for command in commands)
        if done and (found := look()):
            return found
    return None


def quietly(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run a command that asks nothing and shows nothing; gives what it said and its status."""
    without_questions = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        command, env=without_questions, capture_output=True, text=True, check=False
    )
