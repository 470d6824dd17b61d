"""What is saved is seen, and what is only read is not."""

import _thread
import threading
import time
from collections.abc import Callable
from pathlib import Path

from macros import watching


def followed(folder: Path, *changes: object) -> int:
    """Give how often was looked while these changes were made one by one, a callable each."""
    looks: list[float] = []

    def act() -> None:
        for change in changes:
            time.sleep(0.6)
            assert callable(change)
            change()
        time.sleep(1)
        _thread.interrupt_main()

    acting = threading.Thread(target=act)
    acting.start()
    watching.follow([folder, folder / "weg"], lambda: looks.append(time.monotonic()))
    acting.join()
    return len(looks)


def test_each_save_is_one_look(tmp_path: Path) -> None:
    """A new file, a changed one, one in a folder below, one that goes."""
    file, deep = tmp_path / "a.yml", tmp_path / "b" / "c.yml"
    deep.parent.mkdir()

    seen = followed(
        tmp_path,
        lambda: file.write_text("een", encoding="utf-8"),
        lambda: file.write_text("twee", encoding="utf-8"),
        lambda: deep.write_text("drie", encoding="utf-8"),
        file.unlink,
    )

    assert seen == 5


def test_reading_and_what_editors_leave_behind_is_no_change(tmp_path: Path) -> None:
    """Else the look itself would be the next change."""
    file = tmp_path / "a.yml"
    file.write_text("een", encoding="utf-8")

    seen = followed(
        tmp_path,
        lambda: file.read_text(encoding="utf-8"),
        lambda: (tmp_path / ".a.yml.swp").write_text("x", encoding="utf-8"),
        lambda: (tmp_path / "a.yml~").write_text("x", encoding="utf-8"),
    )

    assert seen == 1


def test_of_a_file_its_own_changes_count_also_when_an_editor_replaces_it(tmp_path: Path) -> None:
    """What else happens in its folder does not."""
    file, other = tmp_path / "mkdocs.yml", tmp_path / "mkdocs.yml.nieuw"
    file.write_text("een", encoding="utf-8")
    heard: list[float] = []
    observer = watching.watch([file], lambda: heard.append(time.monotonic()))

    def changes(act: Callable[[], object]) -> bool:
        before = len(heard)
        act()
        time.sleep(0.6)
        return len(heard) > before

    assert not changes(lambda: other.write_text("twee", encoding="utf-8"))
    assert changes(lambda: other.replace(file))
    assert changes(lambda: file.write_text("drie", encoding="utf-8"))
    assert not changes(lambda: file.read_text(encoding="utf-8"))
    observer.stop()
    observer.join()
    assert not changes(file.unlink)
