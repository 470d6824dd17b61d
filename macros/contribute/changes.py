"""Which files of the contents changed since a commit, as git tells it."""

import subprocess
from pathlib import Path
from typing import NamedTuple

FOLDERS = ("catalogue", "podcasts", "docs")
"""Where contents are; what changes elsewhere is code, and other people look at that."""
_MAX = 1_000
_STATES = {"A": "new", "C": "new", "D": "gone"}


class Change(NamedTuple):
    """A file that changed, from the project's root on; `state` is `new`, `changed` or `gone`."""

    file: str
    state: str


class NoChanges(Exception):  # noqa: N818 - told to who asked, in Dutch
    """Git could not tell what changed; the text says why."""


def since(root: Path, ref: str) -> tuple[Change, ...]:
    """Give what changed in the contents since this project left `ref`, sorted by file.

    What is not committed yet counts too. Raises NoChanges where there is no git or no such commit.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    told = _git(
        root, "diff", "--merge-base", "--relative", "--no-renames", "--name-status", "-z",
        commit.strip(), "--", *FOLDERS,
    ).split("\0")  # fmt: skip
    found = {
        file: Change(file, _STATES.get(state[:1], "changed"))
        for state, file in zip(told[::2], told[1::2], strict=False)
    }
    others = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *FOLDERS)
    found |= {file: Change(file, "new") for file in others.split("\0") if file}
    return tuple(sorted(found.values()))[:_MAX]


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        raise NoChanges("Git doet het hier niet. Noem zelf de bestanden.") from None
    if done.returncode:
        raise NoChanges(
            "Git kent hier geen gemeenschappelijk begin. Kijk of dit een kopie met geschiedenis is, "
            "en of de naam achter --since klopt."
        )
    return done.stdout.decode("utf-8", "replace")
