import sys
from pathlib import Path

import pytest

from tests import chromium
from tests.chromium import NoBrowserError, ensure, find, installers, places


def program(path: Path) -> Path:
    """Put something that can be run at this path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\nexit 1\n")
    path.chmod(0o755)
    return path


def command(statements: str) -> list[str]:
    """Give a command that runs these statements in Python."""
    return [sys.executable, "-c", statements]


def link(to: Path, at: Path) -> list[str]:
    """Give a command that installs the browser of this machine at another place."""
    return command(f"import os; os.symlink({str(to)!r}, {str(at)!r})")


@pytest.fixture
def here() -> Path:
    """Give the browser of this machine; `make test` has made sure that there is one."""
    browser = find()
    assert browser
    return browser


def test_browser_of_this_machine_works(here: Path) -> None:
    """What find gives is a program that Playwright can start."""
    assert chromium.works(here)


def test_broken_browser_is_seen(tmp_path: Path) -> None:
    """A file with the right name that is no browser does not pass for one."""
    assert not chromium.works(program(tmp_path / "chromium"))


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "chromium-browser"])
def test_linux_browser_is_found_on_the_path(tmp_path: Path, name: str) -> None:
    """On Linux the browser is a program on the PATH, under one of several names."""
    browser = program(tmp_path / name)
    assert list(places("linux", {"PATH": str(tmp_path)}, tmp_path)) == [browser]


def test_a_browser_without_windows_comes_first(tmp_path: Path) -> None:
    """It opens a tab with half of the work; who has only a whole browser uses that."""
    whole, shell = (program(tmp_path / name) for name in ("chromium", "chromium-headless-shell"))
    assert list(places("linux", {"PATH": str(tmp_path)}, tmp_path)) == [shell, whole]


def test_macos_browser_is_found_among_the_applications(tmp_path: Path) -> None:
    """On macOS the browser may be an application of everyone or of the user."""
    found = [place.as_posix() for place in places("darwin", {"PATH": ""}, Path("/Users/els"))]
    chrome = "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    assert f"/{chrome}" in found
    assert f"/Users/els/{chrome}" in found
    assert "/Applications/Chromium.app/Contents/MacOS/Chromium" in found
    assert list(places("linux", {"PATH": ""}, tmp_path)) == []


def test_windows_browser_is_found_in_the_program_folders() -> None:
    """On Windows the browser is in one of the program folders that the environment names."""
    folders = {"PATH": "", "ProgramFiles": "C:/Program Files", "LocalAppData": "C:/Users/els/Local"}
    found = [place.as_posix() for place in places("win32", folders, Path("C:/Users/els"))]
    assert "C:/Program Files/Google/Chrome/Application/chrome.exe" in found
    assert "C:/Users/els/Local/Chromium/Application/chrome.exe" in found
    assert len(found) == 4


def test_chromium_variable_has_the_first_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CHROMIUM=... wins from every browser that is found."""
    own = program(tmp_path / "own chromium")
    monkeypatch.setenv("CHROMIUM", str(own))
    assert find() == own


def test_wrong_chromium_variable_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """CHROMIUM=... that leads nowhere gives one sentence and status 1, never another browser."""
    monkeypatch.setenv("CHROMIUM", "/nergens/chromium")
    with pytest.raises(NoBrowserError):
        find()
    assert chromium.main() == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "CHROMIUM wijst naar /nergens/chromium, maar daar staat geen programma.\n"


def test_root_on_debian_installs_the_package_first() -> None:
    """As root with apt-get comes the package without windows, after an update; then the whole one.

    At last Playwright's own browser.
    """
    shell, [whole], own = installers("linux", root=True, apt=True)
    assert shell[0] == ["apt-get", "update"]
    assert shell[1][:2] == whole[:2] == ["apt-get", "install"]
    assert (shell[1][-1], whole[-1]) == ("chromium-headless-shell", "chromium")
    assert own == [[sys.executable, "-m", "playwright", "install", "chromium", "--with-deps"]]


@pytest.mark.parametrize(
    ("system", "root", "apt"),
    [
        ("linux", False, True),
        ("linux", True, False),
        ("darwin", False, False),
        ("win32", True, False),
    ],
)
def test_others_install_the_browser_of_playwright(system: str, root: bool, apt: bool) -> None:
    """Without root or without apt-get nothing of the system is touched."""
    assert installers(system, root, apt) == [
        [[sys.executable, "-m", "playwright", "install", "chromium"]]
    ]


def test_nothing_is_installed_where_there_is_a_browser(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A browser that works is enough: no command runs and nothing is said."""
    touched = tmp_path / "touched"
    assert ensure(lambda: here, [[command(f"open({str(touched)!r}, 'w')")]]) == here
    assert not touched.exists()
    assert capsys.readouterr().out == ""


def test_missing_browser_is_installed_in_the_first_way_that_works(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A way that fails halfway, or that brings no browser, is followed by the next."""
    browser = tmp_path / "chromium"
    fails = [command("raise SystemExit(100)"), link(here, browser)]
    brings_nothing = [command("pass")]
    works = [link(here, browser)]
    never = [command(f"import os; os.remove({str(browser)!r})")]

    def look() -> Path | None:
        return browser if browser.exists() else None

    assert ensure(look, [fails, brings_nothing, works, never]) == browser
    assert browser.exists()
    assert capsys.readouterr().out.startswith("Ik installeer Chromium voor de browsertests")


def test_no_way_to_a_browser_stops_with_one_sentence(tmp_path: Path) -> None:
    """Where nothing works the tests stop and say what to do; they are never skipped."""
    broken = program(tmp_path / "chromium")
    with pytest.raises(NoBrowserError, match=r"^De browsertests hebben .* CHROMIUM=/pad/naar/"):
        ensure(lambda: broken, [[command("raise SystemExit(1)")], [command("pass")]])
