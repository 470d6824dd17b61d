"""The pictures of pages before and after a change: what differs is counted and shown."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.looks import BASKET, PAGES, SCHEMES, WIDTHS, differing, main, shown
from tests.test_basket import KEY


def test_every_page_of_the_pictures_exists(live_site: Path) -> None:
    """A page that moves would leave a picture of the page that says so; ten pages, six times each."""
    files = [live_site / path.partition("#")[0] / "index.html" for path in PAGES.values()]
    entries = [
        live_site / "catalogus" / id for id in ("wandelend-werkoverleg", "verwachtingengesprek")
    ]

    assert [file for file in files if not file.is_file()] == []
    assert all(entry.is_dir() and entry.name in BASKET["value"] for entry in entries)
    assert BASKET["key"] == KEY
    assert (len(PAGES), WIDTHS, len(SCHEMES)) == (10, (320, 768, 1440), 2)


def test_the_pixels_that_differ_are_counted(browser: Browser) -> None:
    """Those of another colour, and those that only one picture has; not what the eye cannot see."""
    page = browser.new_page(viewport={"width": 40, "height": 30})

    def picture(style: str, height: int = 30) -> bytes:
        page.set_content(f"<body style='margin:0;background:#fff'><div style='{style}'>")
        return page.screenshot(clip={"x": 0, "y": 0, "width": 40, "height": height})

    plain = picture("")
    assert differing(browser, plain, picture("")) == 0
    assert differing(browser, plain, picture("width:3px;height:2px;background:#fffcff")) == 6
    assert differing(browser, plain, picture("width:3px;height:2px;background:#fdfdfd")) == 0
    assert differing(browser, plain, picture("", height=20)) == 400
    page.close()


def test_the_report_shows_what_differs_and_names_what_does_not() -> None:
    """Before, after and both on top of each other; a name is text, whatever is in it."""
    html = shown("<main>", {"thema, 320 breed, licht": 12, "bronnen, 320 breed, licht": 0})

    assert html.count("<figure>") == 1
    assert "thema, 320 breed, licht: 12 beeldpunten anders" in html
    assert html.count('src="before/thema, 320 breed, licht.png"') == 2
    assert html.count('src="after/thema, 320 breed, licht.png"') == 2
    assert '<a href="after/bronnen, 320 breed, licht.png">' in html
    assert "Links &lt;main&gt;, in het midden" in html


def test_an_unknown_commit_is_told_before_anything_is_built() -> None:
    """In one sentence, with what git says."""
    with pytest.raises(SystemExit, match=r"^Met bestaat-niet kan ik niet vergelijken: \w+"):
        main(["--since", "bestaat-niet"])
