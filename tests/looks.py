"""Shows how ten pages look before and after a change: `python -m tests.looks`, or `make looks`.

The site of a commit and that of this folder are built as of the same day, and the same browser takes
the pictures of both. So no picture has to be kept in git, and fonts or browser of a machine make no
difference. Nothing here fails because of a pixel: a page shows before, after and what differs.
"""

import argparse
import base64
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from jinja2 import Environment
from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium
from tests.project import ROOT, build, compose
from tests.server import served

FOLDER = ROOT / ".cache/looks"
BASKET = {
    "key": "goodiebag-mandje",
    "value": '{"title":"Teamdag","date":"2026-12-03","start":"09:00","items":['
    '{"id":"wandelend-werkoverleg","minutes":null,"note":"Neem een jas mee"},'
    '{"id":"","minutes":15,"note":"Koffie"},'
    '{"id":"verwachtingengesprek","minutes":null,"note":""}]}',
}
PAGES: Mapping[str, str] = {
    "startpagina": "",
    "thema": "thema/productieve-werkomgeving/",
    "catalogus": "catalogus/",
    "catalogus met een keuze": "catalogus/#zoek=gesprek&voor=team",
    "interventie": "catalogus/wandelend-werkoverleg/",
    "aflevering": "catalogus/balans-in-vertrouwen/",
    "wegwijzer": "wegwijzer/",
    "formulier": "bijdragen/voorstel/",
    "bronnen": "bronnen/",
    "goodiebag met stukken": "mijn-goodiebag/",
}
"""The pages by name; the last one is opened with BASKET in the browser."""
WIDTHS = (320, 768, 1440)
SCHEMES: Mapping[str, str] = {"licht": "light", "donker": "dark"}
LONGEST = 8_000
"""CSS pixels of a page that are taken: Chromium draws no more than twice that at once."""
NOISE = 2
"""Steps of 255 that Chromium rounds a colour up or down by chance, which no eye sees."""
CLOCK = "2026-12-03T08:00:00"

_ANSWERED = "document.querySelector('.catalogue__status').textContent.includes(' voor ')"
_COUNT = """async ([one, other, noise]) => {
  const pixels = async (text) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return { width: image.width, height: image.height, data };
  };
  const [left, right] = [await pixels(one), await pixels(other)];
  const [width, height] = [Math.min(left.width, right.width), Math.min(left.height, right.height)];
  let equal = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [here, there] = [4 * (y * left.width + x), 4 * (y * right.width + x)];
      equal += [0, 1, 2].every((part) => Math.abs(left.data[here + part] - right.data[there + part]) <= noise);
    }
  }
  return Math.max(left.width, right.width) * Math.max(left.height, right.height) - equal;
}"""

_REPORT = """<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>Voor en na</title>
<style>
  body { font: 1rem system-ui; margin: 2rem; }
  figure { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; margin: 1rem 0 4rem; }
  figcaption { grid-column: 1 / -1; font-weight: bold; }
  img { display: block; width: 100%; border: 1px solid #999; box-sizing: border-box; }
  .difference { position: relative; isolation: isolate; background: #000; align-self: start; }
  .difference img + img { position: absolute; inset: 0 0 auto; mix-blend-mode: difference; }
</style>
<h1>Voor en na</h1>
<p>Links {{ since }}, in het midden wat hier staat, rechts wat verschilt: zwart is gelijk.</p>
{% for name, differing in found.items() if differing %}
<figure>
  <figcaption>{{ name }}: {{ differing }} beeldpunten anders</figcaption>
  {% set before, after = "before/" ~ name ~ ".png", "after/" ~ name ~ ".png" %}
  <a href="{{ before }}"><img loading="lazy" src="{{ before }}" alt="Voor"></a>
  <a href="{{ after }}"><img loading="lazy" src="{{ after }}" alt="Na"></a>
  <div class="difference"><img loading="lazy" src="{{ before }}" alt=""><img loading="lazy" src="{{ after }}" alt="Verschil"></div>
</figure>
{% endfor %}
<h2>Gelijk gebleven</h2>
<ul>{% for name, differing in found.items() if not differing %}
  <li><a href="after/{{ name }}.png">{{ name }}</a></li>{% else %}
  <li>geen enkele</li>{% endfor %}
</ul>
</html>
"""


def take(browser: Browser, site: Path, folder: Path) -> list[str]:
    """Take each page of a built site in each width and scheme, as PNG in `folder`; give their names."""
    names = []
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as address:
        for width, (look, scheme) in product(WIDTHS, SCHEMES.items()):
            options: dict[str, Any] = {"color_scheme": scheme, "reduced_motion": "reduce"}
            context = browser.new_context(
                viewport={"width": width, "height": 900}, locale="nl-NL",
                timezone_id="Europe/Amsterdam", base_url=address, **options,
            )  # fmt: skip
            page = context.new_page()
            page.clock.set_fixed_time(CLOCK)
            # A font that comes late is not used at all, and every page but the first has it in store.
            page.goto("", wait_until="networkidle")
            for name, path in PAGES.items():
                if path.startswith("mijn-goodiebag/"):
                    page.evaluate("({key, value}) => localStorage.setItem(key, value)", BASKET)
                page.goto("about:blank")
                page.goto(path, wait_until="networkidle")
                names.append(f"{name}, {width} breed, {look}")
                _shoot(page, folder / f"{names[-1]}.png")
            context.close()
    return names


def _shoot(page: Page, file: Path) -> None:
    """Take a page once nothing comes in sight any more for which something is fetched."""
    width = page.evaluate("innerWidth")
    if "zoek=" in page.url:
        page.wait_for_function(_ANSWERED)
    height = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(300)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file, animations="disabled")
    page.set_viewport_size({"width": width, "height": 900})


def differing(browser: Browser, before: bytes, after: bytes) -> int:
    """Count the pixels in which two pictures (PNG) differ; what only one of them has counts too."""
    if before == after:
        return 0
    page = browser.new_page()
    pictures = [base64.b64encode(picture).decode() for picture in (before, after)]
    counted = int(page.evaluate(_COUNT, [*pictures, NOISE]))
    page.close()
    return counted


def shown(since: str, found: Mapping[str, int]) -> str:
    """Give the page that shows pictures side by side, by their names and how many pixels differ."""
    return Environment(autoescape=True).from_string(_REPORT).render(since=since, found=found)


def site_of(commit: str, folder: Path, **variables: str) -> Path:
    """Build the site of a commit in an empty folder, by the code of that commit, and give its place.

    Raises:
        subprocess.CalledProcessError: git does not know that commit.
    """
    packed = folder / "commit.tar"
    folder.mkdir(parents=True)
    _git("archive", f"--output={packed}", commit)
    with tarfile.open(packed) as archive:
        archive.extractall(folder / "project", filter="data")
    return build(folder / "project", PYTHONPATH=str(folder / "project"), **variables)


def main(arguments: Sequence[str] | None = None) -> None:
    """Build both sites, take their pictures, write the page and tell what differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.looks")
    parser.add_argument("--since", default="HEAD", metavar="VERSIE",
                        help="de commit of tak om mee te vergelijken; anders de laatste commit")  # fmt: skip
    since = parser.parse_args(arguments).since
    with tempfile.TemporaryDirectory() as place:
        try:
            day = {"SOURCE_DATE_EPOCH": _git("log", "-1", "--format=%ct").strip()}
            before = site_of(since, Path(place) / "before", **day)
        except subprocess.CalledProcessError as error:
            sys.exit(f"Met {since} kan ik niet vergelijken: {error.stderr.strip()}")
        after = build(compose(Path(place) / "after", ROOT), PYTHONPATH=str(ROOT), **day)
        print("Ik neem de plaatjes; dat duurt een paar minuten ...", flush=True)
        found = compared(before, after)
    (FOLDER / "index.html").write_text(shown(since, found), encoding="utf-8")
    print(f"Bekijk ze naast elkaar: {FOLDER / 'index.html'}")


def compared(before: Path, after: Path) -> dict[str, int]:
    """Take the pictures of two sites; give how many pixels differ in each, and tell it meanwhile."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium.find()), args=["--no-sandbox"]
        )
        take(browser, before, FOLDER / "before")
        for name in take(browser, after, FOLDER / "after"):
            one, other = (
                (FOLDER / side / f"{name}.png").read_bytes() for side in ("before", "after")
            )
            found[name] = differing(browser, one, other)
            print(f"{found[name]:9} beeldpunten anders: {name}", flush=True)
        browser.close()
    return found


def _git(*arguments: str) -> str:
    """Give what git says; raises CalledProcessError when it cannot."""
    command = ["git", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
