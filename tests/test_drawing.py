"""The browser that draws what is committed as a picture."""

from pathlib import Path

import pytest

from macros import drawing
from tests import chromium


def test_the_browser_of_this_machine_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that CHROMIUM names goes before all others."""
    monkeypatch.setenv("CHROMIUM", str(chromium.find()))

    with drawing.browser() as browser:
        page = browser.new_page(viewport={"width": 20, "height": 10})
        picture = page.screenshot()

    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) == 20


@pytest.mark.parametrize("when", ["at the start", "while it draws"])
def test_what_goes_wrong_is_told_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """A browser that is not there, and a page that is not."""
    place = tmp_path / "weg" if when == "at the start" else chromium.find()
    monkeypatch.setenv("CHROMIUM", str(place))

    with (
        pytest.raises(drawing.DrawingError, match=r"Chromium kon dit niet tekenen\. Installeer"),
        drawing.browser() as browser,
    ):
        browser.new_page().goto((tmp_path / "weg.svg").as_uri())


def test_a_browser_without_windows_goes_before_one_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It opens a page with half of the work; a browser that is called otherwise is not taken."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    for name in ("chromium", "chromium-headless-shell", "firefox"):
        (tmp_path / name).write_text("#!/bin/sh\necho $0 >> called; exit 1\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(drawing.DrawingError), drawing.browser():
        pass

    assert "chromium-headless-shell" in (tmp_path / "called").read_text()
