"""Runs MkDocs, the builder of the site, as a program of its own, and passes on what it says."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from macros import narration, settings
from macros.retelling import SETTINGS, retold

FAILED = 1


def run(root: Path, *arguments: str, tell: Callable[[str], object]) -> int:
    """Run MkDocs in the project `root`; give its exit code, and `tell` each line that it says.

    With a mistake in the settings MkDocs is not started; that is told, and the code is 1.
    """
    if problems := settings.problems(root):
        tell(narration.not_built(problems))
        return FAILED
    # Material's box about its own future is for maintainers; the developers' page tells them.
    # Without a width MkDocs does not break its lines.
    ours = {"PYTHONIOENCODING": "utf-8", "COLUMNS": "0"}
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ, **ours}
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        *arguments,
        "--config-file",
        str(root / SETTINGS),
    ]
    # On stdout MkDocs says no more than how it ended; our own last line says that in Dutch.
    with subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stderr is not None
        # Who stops this command by a signal means MkDocs too.
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            for line in process.stderr:
                if not line.startswith("Aborted with"):
                    tell(retold(line, root))
        except KeyboardInterrupt:
            process.wait()
            return 0
        return process.wait()
