"""What many tests share: the example's contents, its built site, a host for it and a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from macros import contents
from macros.catalogue.loading import load
from macros.catalogue.problems import Problems
from macros.contents import Contents
from tests import chromium
from tests.project import EXAMPLE, FOLDER, ROOT, build, compose
from tests.server import served

ENTRY = "catalogue/entries/integriteit/fout.yml"

SMALL, LARGE = {"width": 320, "height": 640}, {"width": 1280, "height": 900}

Check = Callable[[], list[str]]
Told = Callable[[str | bytes], list[str]]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Report what a test found out besides passing, such as how good search is."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the example's catalogue and podcasts, to change."""
    for name in ("catalogue", "podcasts"):
        shutil.copytree(EXAMPLE / name, tmp_path / "project" / name)
    return tmp_path / "project"


@pytest.fixture
def check(root: Path) -> Check:
    """Give everything that is wrong with the catalogue in `root`, as people see it."""

    def run() -> list[str]:
        try:
            load(root)
        except Problems as found:
            return [str(problem) for problem in found.problems]
        return []

    return run


@pytest.fixture
def told(root: Path, check: Check) -> Told:
    """Put this text or these bytes in a new entry, and give what is told about the catalogue.

    The name of that entry's file is left out: `2:8: title: ...`.
    """

    def tell(contents: str | bytes) -> list[str]:
        data = contents.encode() if isinstance(contents, str) else contents
        (root / ENTRY).write_bytes(data)
        return [problem.removeprefix(f"{ENTRY}:") for problem in check()]

    return tell


@pytest.fixture(scope="session")
def example() -> Contents:
    """The contents of the smallest whole catalogue."""
    return contents.read(EXAMPLE)


def built_once(factory: pytest.TempPathFactory, name: str, source: Path) -> Path:
    """Build the site of these contents for all workers of a run together, and give its folder."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with FileLock(folder.with_suffix(".lock")):
        site = folder / "site"
        return site if site.is_dir() else build(compose(folder, source))


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the example's site, built as `make site` builds it."""
    return built_once(tmp_path_factory, "voorbeeld", EXAMPLE)


@pytest.fixture(scope="session")
def live_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the real site, built in a copy of the project."""
    return built_once(tmp_path_factory, "goodiebag", ROOT)


@pytest.fixture(scope="session")
def example_address(example_site: Path) -> Iterator[str]:
    """The example's site on a host, in a folder below the domain, under a strict policy."""
    with served(example_site, FOLDER) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium or Chrome: the one of this machine."""
    with sync_playwright() as playwright:
        # A container without user namespaces cannot start Chromium's own sandbox.
        started = playwright.chromium.launch(
            executable_path=str(chromium.find()),
            args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required"],
        )
        yield started
        started.close()


@dataclass
class Visit:
    """A tab, what it complained about and what it asked."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    @property
    def hosts(self) -> set[str]:
        """The hosts that were asked for something."""
        return {urlsplit(address).netloc for address in self.asked}


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Iterator[Visit]:
    """Open a tab of a visitor with a Dutch browser and a large screen; addresses start at the site."""
    context = browser.new_context(base_url=address, locale="nl-NL", viewport=LARGE, **options)  # type: ignore[arg-type]  # a plain dict will do
    found = Visit(context.new_page())

    def complain(message: ConsoleMessage) -> None:
        # The page for an unknown address is answered with 404, and Chromium reports that.
        if message.type in {"error", "warning"} and "404" not in message.text:
            found.complaints.append(message.text)

    def note(request: Request) -> None:
        found.asked.add(request.url)

    found.page.on("console", complain)
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.on("request", note)
    yield found
    context.close()


@pytest.fixture
def visit(browser: Browser, example_address: str) -> Iterator[Visit]:
    """A tab of a visitor who was never here before."""
    with opened(browser, example_address) as found:
        yield found


@pytest.fixture(scope="module")
def workbench(browser: Browser, example_address: str) -> Iterator[Visit]:
    """A page for all tests of a file that only call functions of our scripts, and leave no trace."""
    with opened(browser, example_address) as found:
        found.page.goto("over/")
        yield found
