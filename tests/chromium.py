"""The browser of the browser tests: where it is, and how it gets here.

Run as ``python -m tests.chromium`` this makes sure that there is one, before any test starts.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from macros.drawing import BROWSERS
from tests.installing import install, quietly

MACOS = (
    "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "Applications/Chromium.app/Contents/MacOS/Chromium",
)
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe")
WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")

# In a process of their own: Playwright refuses to start twice in one.
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
TRY_BROWSER = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    playwright.chromium.launch(executable_path=sys.argv[1]).close()
"""

NO_BROWSER = (
    "De browsertests hebben Chromium of Chrome nodig en installeren lukte hier niet: "
    "installeer een van de twee zelf, of wijs hem aan met CHROMIUM=/pad/naar/chromium."
)


class NoBrowserError(Exception):
    """There is no browser that starts; the message says in Dutch what to do."""


def places(system: str, environment: Mapping[str, str], home: Path) -> Iterator[Path]:
    """Give the paths where Chromium or Chrome may be, the likeliest first.

    Args:
        system: the platform as ``sys.platform`` names it.
        environment: the environment variables, of which PATH and the Windows folders count.
        home: the home folder of the user.
    """
    for name in BROWSERS:
        if found := shutil.which(name, path=environment.get("PATH", "")):
            yield Path(found)
    if system == "darwin":
        yield from (folder / application for folder in (Path("/"), home) for application in MACOS)
    if system == "win32":
        folders = [environment[name] for name in WINDOWS_FOLDERS if name in environment]
        yield from (Path(folder, program) for folder in folders for program in WINDOWS)


def find() -> Path | None:
    """Give the Chromium or Chrome of this machine, or None where there is none.

    The environment variable CHROMIUM has the first word, the browser that Playwright installed
    itself the last.

    Raises:
        NoBrowserError: CHROMIUM is set, and there is no file there.
    """
    if chosen := os.environ.get("CHROMIUM"):
        if not Path(chosen).is_file():
            raise NoBrowserError(f"CHROMIUM wijst naar {chosen}, maar daar staat geen programma.")
        return Path(chosen)
    for place in places(sys.platform, os.environ, Path.home()):
        if place.is_file():
            return place
    own = Path(_python(ASK_PLAYWRIGHT).stdout.strip())
    return own if own.is_file() else None


def installers(system: str, root: bool, apt: bool) -> list[list[list[str]]]:
    """Give the ways to install a browser, each a series of commands, the best first.

    Args:
        system: the platform as ``sys.platform`` names it.
        root: whether we may install packages of the system.
        apt: whether the system has apt-get (Debian and what descends from it).
    """
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    if not (system == "linux" and root and apt):
        return [[playwright]]
    package = ["apt-get", "install", "--yes", "--no-install-recommends"]
    return [
        [["apt-get", "update"], [*package, "chromium-headless-shell"]],
        [[*package, "chromium"]],
        [[*playwright, "--with-deps"]],
    ]


def works(browser: Path) -> bool:
    """Tell whether Playwright can start this browser: some systems have an empty shell of one."""
    return _python(TRY_BROWSER, str(browser)).returncode == 0


def ensure(look: Callable[[], Path | None], ways: Sequence[Sequence[Sequence[str]]]) -> Path:
    """Give a browser that works, installed in one of the ways where there is none yet.

    Raises:
        NoBrowserError: there was none, and no way led to one.
    """
    if browser := _working(look()):
        return browser
    print("Ik installeer Chromium voor de browsertests; dat duurt een paar minuten ...", flush=True)
    if browser := install(lambda: _working(look()), ways):
        return browser
    raise NoBrowserError(NO_BROWSER)


def main() -> int:
    """Make sure that there is a browser; the exit status says whether there is."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    try:
        ensure(find, installers(sys.platform, root, shutil.which("apt-get") is not None))
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _working(browser: Path | None) -> Path | None:
    return browser if browser and works(browser) else None


def _python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return quietly([sys.executable, "-c", code, *arguments])


if __name__ == "__main__":
    sys.exit(main())
