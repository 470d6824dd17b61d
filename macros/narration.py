"""Says in Dutch what MkDocs tells while it works, and keeps quiet what helps nobody.

MkDocs speaks English through the `mkdocs` logger. What is not in the list passes as it is.
"""

import logging
import re
from collections.abc import Iterable
from pathlib import Path

from macros import addresses
from macros.catalogue.problems import counted

LOGGER = "mkdocs"
_QUIET = None
_SENTENCES: tuple[tuple[str, str | None], ...] = (
    (r"\[macros\]", _QUIET),
    (r"Cleaning site directory", _QUIET),
    (r"Building documentation( to directory: .*|\.\.\.)", "De site wordt gebouwd ..."),
    (r"Documentation built in (\d+)\.(\d+) seconds", r"Gebouwd in \1,\2 seconden."),
    (r"The directory contains stale files", _QUIET),
    # Our pages know exactly which of them changed, so this warning is not true here.
    (r"A 'dirty' build is being performed", _QUIET),
    (r"(\[[\d:]+\] )Watching paths for changes", r"\1Ik let op wat je verandert."),
    (r"(\[[\d:]+\] )Serving on (\S+)", r"\1De site staat op \2 (stoppen: Ctrl+C)."),
    (r"(\[[\d:]+\] )Browser connected", _QUIET),
    (r"(\[[\d:]+\] )Detected file changes", r"\1Er is iets veranderd."),
    (r"(\[[\d:]+\] )Reloading browsers", r"\1Klaar; je browser laadt de pagina opnieuw."),
    (
        r"(\[[\d:]+\] )An error happened during the rebuild",
        r"\1Je ziet de vorige versie tot dit is opgelost. Sla het bestand daarna opnieuw op.",
    ),
    # What it stumbled over comes next, with its place.
    (r"Error (reading|building) page ", _QUIET),
    (r"Encoding error reading file: ", _QUIET),
    (r"Shutting down", "Gestopt."),
)
SENTENCES = tuple((re.compile(english), dutch) for english, dutch in _SENTENCES)
"""What MkDocs says, and what we say; None keeps it quiet."""


class Dutch(logging.Filter):
    """Puts our words in the place of those of MkDocs; they replace the whole line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a line is shown at all, and change its words where we have better ones."""
        said = record.getMessage()
        for english, dutch in SENTENCES:
            if found := english.match(said):
                if dutch is None:
                    return False
                record.msg, record.args = found.expand(dutch), ()
                break
        return True


class _Plain(logging.Formatter):
    """A line without level or colour; a warning says that it is one."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        return f"Let op: {text}" if record.levelno == logging.WARNING else text


def begin() -> None:
    """Speak Dutch from now on, on every handler that MkDocs has set up."""
    for handler in logging.getLogger(LOGGER).handlers:
        if not any(isinstance(part, Dutch) for part in handler.filters):
            handler.addFilter(Dutch())
            handler.setFormatter(_Plain("%(message)s"))
    # MkDocs tells the same words once per process; a fault that comes back must be told again.
    build = logging.getLogger(f"{LOGGER}.commands.build")
    build.filters = [part for part in build.filters if type(part).__name__ != "DuplicateFilter"]


def not_built(problems: Iterable[object]) -> str:
    """Word why there is no new site: every problem on a line of its own."""
    lines = [str(problem) for problem in problems]
    count = counted(len(lines), "probleem", "problemen")
    return "\n".join([f"De site is niet gebouwd. Los eerst dit op ({count}):", *lines])


def summary(site: Path) -> str:
    """Say what lies in a folder with a built site."""
    pages = sum(1 for _ in site.rglob("index.html"))
    recordings = len(list((site / addresses.audio("")).glob("*.mp3")))
    parts = [
        counted(pages, "pagina", "pagina's"),
        counted(recordings, "aflevering", "afleveringen"),
    ]
    if (site / addresses.SEARCH_INDEX).is_dir():
        parts.append("de zoekindex")
    return f"{', '.join(parts[:-1])} en {parts[-1]}"
