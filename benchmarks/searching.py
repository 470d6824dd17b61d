"""What searching costs a visitor of the catalogue: bytes of the first answer, and how fast the rest is.

Beside Material's own search over the same texts, in the same browser.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.weight import compressed
from tests import chromium
from tests.server import served

FIRST = "teamafspraken"
"""The first query: a word of some entries."""
LATER = (
    "vertrouwen", "krachtenveld", "moreel beraad", "overleg", "hybride werken", "kort gesprek",
    "werkdruk", "feedback", "eigenaarschap",
)  # fmt: skip
FACETS = ("thema", "soort", "voor", "waar")

_PREPARE = """() => {
  window.shown = (act, place, sign) => new Promise((done, fail) => {
    const start = performance.now();
    const where = document.querySelector(place);
    const look = () => {
      if (!sign(where)) return;
      watch.disconnect();
      done(performance.now() - start);
    };
    const watch = new MutationObserver(look);
    watch.observe(where, {childList: true, characterData: true, subtree: true});
    setTimeout(() => fail(new Error(`nothing new in ${place}`)), 60000);
    act();
    look();
  });
}"""
_ASK = """(words) => window.shown(
  () => {
    document.querySelector("#zoekwoorden").value = words;
    document.querySelector("[data-search] form").requestSubmit();
  },
  ".catalogue__status",
  (status) => status.textContent.includes(`‘${words}’`),
)"""
_CHOOSE = """(facet) => {
  const before = document.querySelectorAll(".chip--off").length;
  const box = document.querySelector(`[data-facet="${facet}"] input:not(:checked)`);
  return window.shown(
    () => box.click(),
    "[data-chips]",
    (chips) => chips.querySelectorAll(".chip--off").length > before,
  );
}"""
_ASK_MATERIAL = """(words) => new Promise((done, fail) => {
  const start = performance.now();
  const list = document.querySelector(".md-search-result__list");
  const watch = new MutationObserver(() => {
    if (list.children.length) { watch.disconnect(); done(performance.now() - start); }
  });
  setTimeout(() => fail(new Error("Material gives no results")), 120000);
  list.replaceChildren();
  watch.observe(list, {childList: true});
  const field = document.querySelector("[data-md-component=search-query]");
  field.focus();
  field.value = words;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  field.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
})"""


@dataclass(frozen=True)
class Searching:
    """Bytes over the line (gzip where that helps) until the first answer, and milliseconds.

    `before` is what was fetched of search before anyone used it; `later` and `facet` are the
    medians of the later answers and of a change of a facet, `slowest` the slowest of both.
    """

    before: int
    bytes: int
    first: float
    later: float
    facet: float
    slowest: float


def ours(site: Path) -> Searching:
    """Measure the catalogue of a built site with its index."""
    with served(site) as address, _browser() as browser:
        page, asked = _visit(browser, f"{address}catalogus/")
        page.wait_for_selector(".catalogue__status:not([hidden])")
        page.evaluate(_PREPARE)
        before = _weight(site, [path for path in asked if "pagefind" in path])
        asked.clear()
        first = page.evaluate(_ASK, FIRST)
        page.wait_for_load_state("networkidle")
        fetched = _weight(site, asked)
        later = [page.evaluate(_ASK, words) for words in LATER]
        again = [page.evaluate(_CHOOSE, facet) for facet in FACETS]
    return Searching(before, fetched, first, median(later), median(again), max(later + again))


def material(site: Path) -> Searching:
    """Measure the search of a site that was built with Material's own."""
    with served(site) as address, _browser() as browser:
        page, asked = _visit(browser, address)
        page.wait_for_load_state("networkidle")
        fetched = _weight(site, [path for path in asked if "search" in path])
        first = page.evaluate(_ASK_MATERIAL, FIRST)
        later = [page.evaluate(_ASK_MATERIAL, words) for words in LATER]
    return Searching(fetched, fetched, first, median(later), float("nan"), max(later))


class _browser:  # noqa: N801 - used as a function that gives a context
    """A browser for as long as it is used."""

    def __enter__(self) -> Browser:
        self._playwright = sync_playwright().start()
        self._started = self._playwright.chromium.launch(
            executable_path=str(chromium.find()), args=["--no-sandbox"]
        )
        return self._started

    def __exit__(self, *_: object) -> None:
        self._started.close()
        self._playwright.stop()


def _visit(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """Open a page; give it with the list in which everything lands that it asks its host."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(300_000)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.lstrip("/")))
    page.goto(address)
    return page, asked


def _weight(site: Path, paths: Sequence[str]) -> int:
    """Add up the files of a site that were asked for, each once."""
    files = [site / path for path in dict.fromkeys(paths)]
    return sum(compressed(file) for file in files if file.is_file())
