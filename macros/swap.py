"""One build at a time goes to a folder beside the site, and takes its place when it is whole.

Whatever stops a build, and whenever, the last good site is there or comes back.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout


def wait_for_turn(site: Path, waiting: Callable[[], object]) -> FileLock:
    """Give the lock on building this site, held; calls `waiting` when another build has it.

    The lock goes with the process that holds it, so a build that was stopped blocks nobody.
    """
    name = hashlib.sha256(str(site.absolute()).encode()).hexdigest()[:16]
    lock = FileLock(Path(tempfile.gettempdir()) / f"goodiebag-{name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    return lock


def fresh_folder(site: Path) -> Path:
    """Give the empty folder beside the site in which a build goes.

    Brings back the last good site when an earlier build was stopped just before its own took
    that place. Raises OSError when the site is a link: it cannot be replaced safely.
    """
    if site.is_symlink():
        raise OSError(f"{site} is een link; een site komt in een gewone map. Haal de link weg.")
    if not site.exists() and _old(site).exists():
        _old(site).rename(site)
    fresh = site.with_name(f".{site.name}-nieuw")
    shutil.rmtree(fresh, ignore_errors=True)
    return fresh


def replace(site: Path, fresh: Path) -> None:
    """Put a freshly built folder in the place of the site; if that fails, the old site stays."""
    shutil.rmtree(_old(site), ignore_errors=True)
    if site.exists():
        site.rename(_old(site))
    try:
        fresh.rename(site)
    except OSError:
        if _old(site).exists():
            _old(site).rename(site)
        raise
    shutil.rmtree(_old(site), ignore_errors=True)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}-oud")
