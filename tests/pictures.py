"""Makes the pictures of the form for the pages about contributing: `python -m tests.pictures`.

They are taken of the real form of the real site, filled in as a consultant would. Run it again when
the form looks different; the pictures are no part of any test but that they are there.
"""

import base64
import os
import tempfile
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from tests import chromium
from tests.project import ROOT, build, compose
from tests.server import served

FOLDER = ROOT / "docs/assets/images"
NAMES = ("formulier-soort", "formulier-invullen", "formulier-melding", "formulier-versturen")
WIDTH = 1180
STEPS = (("Loop het eerste stuk in stilte", "5"), ("Vertel om de beurt wat je ziet", "20"))


def take(page: Page, name: str, height: int) -> None:
    """Save the upper `height` CSS pixels of what is in sight, as WebP."""
    tab = page.context.new_cdp_session(page)
    clip = {"x": 0, "y": page.evaluate("scrollY"), "width": WIDTH, "height": height, "scale": 1}
    shot = {"format": "webp", "quality": 80, "clip": clip, "captureBeyondViewport": True}
    found = tab.send("Page.captureScreenshot", shot)
    (FOLDER / f"{name}.webp").write_bytes(base64.b64decode(found["data"]))


def look_at(page: Page, place: Locator, above: int = 24) -> None:
    """Scroll until a place stands so many CSS pixels below the upper edge."""
    box = place.bounding_box()
    page.evaluate("(top) => scrollBy(0, top)", (box["y"] if box else 0) - above)
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)


def fill(page: Page) -> None:
    """Fill in a small intervention, as one would."""
    page.get_by_label("Titel", exact=True).fill("Wandelend overleg")
    page.get_by_label("Samenvatting", exact=True).fill(
        "Een overleg in beweging, voor als je samen vastzit."
    )
    page.locator("#v-audience input[value=team]").check()
    page.get_by_label("Doel", exact=True).fill(
        "Je komt los van je scherm en hoort meer van elkaar."
    )
    for at, (title, minutes) in enumerate(STEPS):
        if not page.locator(f"#v-steps-{at}-title").count():
            page.get_by_role("button", name="Voeg een stap toe").click()
        page.locator(f"#v-steps-{at}-title").fill(title)
        page.locator(f"#v-steps-{at}-minutes").fill(minutes)
    page.wait_for_timeout(800)


def main() -> None:
    """Build the site, open its form and take the pictures."""
    os.environ["CONTRIBUTE_GITHUB"] = "https://github.com/voorbeeld/goodiebag"
    os.environ["CONTRIBUTE_MAIL"] = "redactie@example.org"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(compose(Path(folder), ROOT))
        browser = playwright.chromium.launch(
            executable_path=str(chromium.find()), args=["--no-sandbox"]
        )
        with served(site) as address:
            page = browser.new_page(viewport={"width": WIDTH, "height": 1000}, locale="nl-NL")
            page.emulate_media(reduced_motion="reduce")
            page.goto(f"{address}bijdragen/voorstel/")
            page.get_by_label("Interventie", exact=True).check()
            take(page, NAMES[0], 560)
            page.get_by_label("Productieve werkomgeving", exact=True).check()
            fill(page)
            look_at(page, page.get_by_role("heading", name="Zo doe je het").first)
            take(page, NAMES[1], 900)
            page.get_by_label("Titel", exact=True).fill("Wandelend overleg.")
            page.locator("#v-steps-0-minutes").fill("5 min")
            page.get_by_role("button", name="Controleer en ga verder").click()
            page.wait_for_timeout(600)
            look_at(page, page.locator(".summary, [role=alert]").first)
            take(page, NAMES[2], 620)
            fill(page)
            page.get_by_role("button", name="Controleer en ga verder").click()
            page.wait_for_timeout(600)
            look_at(page, page.locator("#versturen"))
            take(page, NAMES[3], 640)
        browser.close()


if __name__ == "__main__":
    main()
