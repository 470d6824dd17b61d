"""Does something again when a file has changed; watchdog sees the changes.

The system tells of a change at once, where looking at every file over and over costs a core its
rest. Only where the system has no more to give, we look ourselves.
"""

import threading
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

WRITTEN = ("created", "modified", "moved", "deleted")
"""Other events tell that a file was read, and so would never end."""
REST = 0.1
"""Seconds after a change in which more may follow: an editor saves in a few steps."""


class _Handler(FileSystemEventHandler):
    """Hears that a file was changed, hidden files and those that editors leave behind aside.

    With `only` no other file counts.
    """

    def __init__(self, changed: Callable[[], object], only: Path | None = None) -> None:
        self.changed = changed
        self.only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take one event."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        # That a folder changed follows from its files, also from those that do not count.
        is_folder = event.is_directory and event.event_type == "modified"
        if self.only is not None and self.only not in paths:
            return
        if event.event_type in WRITTEN and not is_folder and not all(map(_is_aside, paths)):
            self.changed()


def _is_aside(path: Path) -> bool:
    return path.name.startswith(".") or path.name.endswith("~")


def follow(folders: Iterable[Path], look: Callable[[], object]) -> None:
    """Look, and look again after each change in the folders, until Ctrl+C."""
    changed = threading.Event()
    observer = watch([folder for folder in folders if folder.is_dir()], changed.set)
    try:
        while True:
            changed.clear()
            look()
            # In short waits, because on Windows a long one hears no Ctrl+C.
            while not changed.wait(0.5):
                pass
            threading.Event().wait(REST)
    except KeyboardInterrupt:
        return
    finally:
        observer.stop()
        observer.join()


def watch(paths: Collection[Path], changed: Callable[[], object]) -> BaseObserver:
    """Call `changed` after each change in these folders and files, from now on.

    Gives the observer at work; `changed` is called in its thread, until someone stops it.
    """
    for kind in (Observer, PollingObserver):
        observer = kind()
        try:
            for path in paths:
                if path.is_dir():
                    observer.schedule(_Handler(changed), str(path), recursive=True)
                else:
                    # An editor puts another file in its place, which only the folder tells.
                    handler = _Handler(changed, only=path)
                    observer.schedule(handler, str(path.parent), recursive=False)
            observer.start()
        except OSError:
            continue
        return observer
    raise AssertionError("a polling observer needs nothing of the system")
