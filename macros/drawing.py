"""The browser that draws what is committed as a picture: the artwork, and what social cards consist of.

The tests use the same browser. A build needs none.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = (
    "chromium-headless-shell",  # no windows, so it opens a page with half of the work
    "chromium",
    "google-chrome-stable",
    "google-chrome",
    "chromium-browser",
    "chrome",
)
INSTALL = "Installeer Chromium met make test, of zelf met: sudo apt install chromium."


class DrawingError(Exception):
    """Nothing can be drawn here; the message says in Dutch what to do."""


@contextmanager
def browser() -> Iterator["Browser"]:
    """Give the Chromium that draws; raises DrawingError without one, and when drawing fails in it."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise DrawingError(
            "Op deze computer ontbreekt Playwright. Installeer het met: make test."
        ) from None
    try:
        with sync_playwright() as playwright:
            drawing = playwright.chromium.launch(executable_path=_path(), args=["--no-sandbox"])
            yield drawing
            drawing.close()
    except Error as error:
        raise DrawingError(f"Chromium kon dit niet tekenen. {INSTALL} ({error})") from error


def _path() -> str | None:
    """Give the browser that CHROMIUM names or that is on this machine; None for Playwright's own."""
    installed = (found for name in BROWSERS if (found := shutil.which(name)))
    return os.environ.get("CHROMIUM") or next(installed, None)
