"""A word when work takes long, so that nobody thinks that it stopped.

A module of its own, because every command needs it, and none needs what MkDocs says.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

EVERY = 2.0
"""Seconds between two lines of progress."""


@contextmanager
def patience(tell: Callable[[], object], every: float = EVERY) -> Iterator[None]:
    """Call `tell` every so many seconds while the work inside takes its time."""
    done = threading.Event()

    def wait() -> None:
        while not done.wait(every):
            tell()

    waiting = threading.Thread(target=wait, daemon=True)
    waiting.start()
    try:
        yield
    finally:
        done.set()
        waiting.join()
