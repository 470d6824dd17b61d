"""Draws the podcast's artwork again: podcasts/cover.svg becomes podcasts/cover.jpg.

A small copy is for inside the recordings, another one for the pages of the site.

Chromium draws it, because the drawing uses the fruits and the font of the site; only this command
needs it, a build uses the committed file.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from macros import drawing as drawings
from macros.podcast import artwork

if TYPE_CHECKING:
    from playwright.sync_api import Browser


SIDE = 3000
"""Pixels on each side: the most that podcast apps accept (Apple)."""
DRAWN = 1000
"""Units on each side of the drawing."""
QUALITIES = range(95, 60, -5)
SHOWN = "docs/assets/images/podcast-omslag.jpg"
SHOWN_SIDE, SHOWN_BYTES = 480, 40_000
"""Pixels on each side and most bytes of the copy for the pages."""


@dataclass(frozen=True)
class Cover:
    """The artwork that was made: its file, its size in bytes and pixels."""

    path: Path
    bytes: int
    side: int

    def __str__(self) -> str:
        """Tell in Dutch what was made."""
        kilobytes = round(self.bytes / 1000)
        return f"Klaar: {self.path.name}, {self.side} bij {self.side} pixels, {kilobytes} kB."


class CoverError(Exception):
    """The artwork cannot be made; the message says in Dutch what to do."""


def make(root: Path) -> Cover:
    """Draw podcasts/cover.svg of the project `root` and replace podcasts/cover.jpg.

    Takes the best quality that stays within the limits of `artwork`. The small copy lies beside
    it, the copy for the pages with the other images of the site. Raises CoverError when the
    drawing or the browser is not there or something goes wrong; then the old artwork stays.
    """
    drawing = root / "podcasts" / "cover.svg"
    target = root / "podcasts" / "cover.jpg"
    if not drawing.is_file():
        raise CoverError("podcasts/cover.svg is er niet. Zet de tekening daar neer.")
    fresh = target.with_name(".cover.jpg")
    try:
        large, small, shown = _drawn(drawing)
        fresh.write_bytes(large)
        artwork.read(fresh)
        fresh.replace(target)
        target.with_name(artwork.small(target.name)).write_bytes(small)
        (root / SHOWN).parent.mkdir(parents=True, exist_ok=True)
        (root / SHOWN).write_bytes(shown)
    except artwork.ArtworkError as error:
        raise CoverError(f"De tekening is geen goede omslag: {error}") from error
    except drawings.DrawingError as error:
        raise CoverError(str(error)) from error
    finally:
        fresh.unlink(missing_ok=True)
    return Cover(target, target.stat().st_size, SIDE)


def _drawn(drawing: Path) -> tuple[bytes, bytes, bytes]:
    """Give the drawing as JPEG three times: the artwork, the small copy and the one for the pages."""
    with drawings.browser() as browser:
        large = _picture(browser, drawing, SIDE, artwork.MOST_BYTES)
        small = _picture(browser, drawing, artwork.SMALL_SIDE, artwork.SMALL_BYTES)
        shown = _picture(browser, drawing, SHOWN_SIDE, SHOWN_BYTES)
    return large, small, shown


def _picture(browser: "Browser", drawing: Path, side: int, most: int) -> bytes:
    """Draw at `side` by `side` pixels, in the best quality that takes at most `most` bytes."""
    page = browser.new_page(
        viewport={"width": DRAWN, "height": DRAWN}, device_scale_factor=side / DRAWN
    )
    page.goto(drawing.absolute().as_uri())
    page.evaluate("document.fonts.ready")
    for quality in QUALITIES:
        if len(data := page.screenshot(type="jpeg", quality=quality)) <= most:
            return data
    raise CoverError(f"De omslag wordt groter dan {most} bytes. Maak de tekening eenvoudiger.")
