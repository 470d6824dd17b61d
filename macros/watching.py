"""Does something again when a file of the contents has changed; watchdog sees the changes."""

import threading
from collections.abc import Callable, Iterable
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
    """Notes that a file was changed, hidden files and those that editors leave behind aside."""

    def __init__(self) -> None:
        self.changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take one event."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        # That a folder changed follows from its files, also from those that do not count.
        is_folder = event.is_directory and event.event_type == "modified"
        if event.event_type in WRITTEN and not is_folder and not all(map(_is_aside, paths)):
            self.changed.set()


def _is_aside(path: Path) -> bool:
    return path.name.startswith(".") or path.name.endswith("~")


def follow(folders: Iterable[Path], look: Callable[[], object]) -> None:
    """Look, and look again after each change in the folders, until Ctrl+C."""
    handler = _Handler()
    present = [folder for folder in folders if folder.is_dir()]
    observer = _started(handler, present)
    try:
        while True:
            handler.changed.clear()
            look()
            # In short waits, because on Windows a long one hears no Ctrl+C.
            while not handler.changed.wait(0.5):
                pass
            threading.Event().wait(REST)
    except KeyboardInterrupt:
        return
    finally:
        observer.stop()
        observer.join()


def _started(handler: _Handler, folders: Iterable[Path]) -> BaseObserver:
    """Give an observer at work; one that looks by itself where the system has no more to give."""
    for kind in (Observer, PollingObserver):
        observer = kind()
        for folder in folders:
            observer.schedule(handler, str(folder), recursive=True)
        try:
            observer.start()
        except OSError:
            continue
        return observer
    raise AssertionError("a polling observer needs nothing of the system")
