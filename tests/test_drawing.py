"""The browser that draws what is committed as a picture."""

import sys
from pathlib import Path

import pytest

from tests import chromium
from tests.project import run

DRAW = """
import sys
from macros import drawing

try:
    with drawing.browser() as browser:
        page = browser.new_page(viewport={"width": 20, "height": 10})
        page.goto(sys.argv[1])
        print(int.from_bytes(page.screenshot()[16:20]), "wide")
except drawing.DrawingError as error:
    print(error)
"""
"""A process of its own: the tests have a browser open, and one process can have only one."""


def drawn(folder: Path, address: str, **variables: str) -> str:
    """Give what is said of a page that is drawn."""
    return run(sys.executable, "-c", DRAW, address, cwd=folder, **variables).stdout


def test_the_browser_of_this_machine_draws(tmp_path: Path) -> None:
    """The one that CHROMIUM names goes before all others."""
    said = drawn(tmp_path, "about:blank", CHROMIUM=str(chromium.find()), PATH=str(tmp_path))

    assert said == "20 wide\n"


@pytest.mark.parametrize("browser", ["", "weg"], ids=["a page", "a browser"])
def test_what_is_not_there_is_told_with_a_way_out(tmp_path: Path, browser: str) -> None:
    """Whether it is a page that cannot be drawn or a browser that cannot be started."""
    said = drawn(
        tmp_path, (tmp_path / "weg.svg").as_uri(), CHROMIUM=browser or str(chromium.find())
    )

    assert said.startswith("Chromium kon dit niet tekenen. Installeer Chromium met make test")


def test_a_browser_without_windows_goes_before_one_with(tmp_path: Path) -> None:
    """It opens a page with half of the work; a browser that is called otherwise is not taken."""
    for name in ("chromium", "chromium-headless-shell", "firefox"):
        (tmp_path / name).write_text('#!/bin/sh\necho "$0" >> called\nexit 1\n')
        (tmp_path / name).chmod(0o755)

    said = drawn(tmp_path, "about:blank", PATH=str(tmp_path), CHROMIUM="")

    assert said.startswith("Chromium kon dit niet tekenen.")
    assert (tmp_path / "called").read_text() == f"{tmp_path}/chromium-headless-shell\n"
