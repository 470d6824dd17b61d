"""The real site as it is published: every link leads somewhere, every page is whole."""

import json
import re
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import podcastparser
import pytest

from macros import addresses, contents
from macros.website import facets
from tests.project import FOLDER, ROOT, SITE_URL


class PageReader(HTMLParser):
    """Collects what the tests ask about one page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.meta: dict[str, str] = {}
        self.data: list[str] = []
        self.inline: list[str] = []
        self.canonical = ""
        self.title = ""
        self._inside = ""
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note addresses, ids, metadata and everything that a strict policy would block."""
        found = {name: value or "" for name, value in attrs}
        self._inside = tag if tag != "script" else found.get("type", "script")
        for name in ("href", "src", "poster", "action"):
            if name in found:
                self.links.append((tag, found[name]))
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "meta":
            self.meta[found.get("name") or found.get("property", "")] = found.get("content", "")
        if tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]
        self.inline += [name for name in found if name == "style" or name.startswith("on")]
        if tag == "style" or (
            tag == "script" and "src" not in found and found.get("type") != "application/ld+json"
        ):
            self.inline.append(tag)

    def handle_data(self, data: str) -> None:
        """Note the title and structured data."""
        if self._inside == "title":
            self.title += data
        if self._inside == "application/ld+json" and data.strip():
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Leave the element."""
        del tag
        self._inside = ""


class Site:
    """The built site: its pages by address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def pages(self) -> dict[str, PageReader]:
        """Give every page, by its address below the root."""
        files = sorted(self.folder.rglob("*.html"))
        found = {file.relative_to(self.folder).as_posix(): PageReader(file) for file in files}
        return {address.removesuffix("index.html"): page for address, page in found.items()}


@pytest.fixture(scope="module")
def site(live_site: Path) -> Site:
    """The real site."""
    return Site(live_site)


def unknown_choices(fragment: str) -> list[str]:
    """Give what a link to a filtered list asks that the catalogue does not know."""
    known = {
        facet.id: {value.id for value in facet.values} for facet in facets.used(contents.read(ROOT))
    }
    return [
        f"{name}={value}"
        for name, values in parse_qsl(fragment, keep_blank_values=True)
        if name != "zoek"
        for value in values.split(",")
        if value not in known.get(name, ())
    ]


def test_every_link_and_anchor_on_the_site_leads_somewhere(site: Site) -> None:
    """Pages, files and places on pages; also from the page for unknown addresses."""
    broken = []
    for address, page in site.pages.items():
        for _, link in page.links:
            if urlsplit(link).scheme not in {"", "http"}:  # an address in full, or an app
                continue
            target = urlsplit(urljoin(f"{FOLDER}{address}", link))
            path = unquote(target.path)
            inside = path.removeprefix(FOLDER)
            if inside == addresses.CATALOGUE and "=" in target.fragment:
                broken += [f"{address}: {value}" for value in unknown_choices(target.fragment)]
                continue
            if inside == addresses.PROPOSAL_FORM and target.fragment.startswith("stuk="):
                opened = addresses.opened(target.fragment.removeprefix("stuk="))
                broken += [] if (site.folder / opened).is_file() else [f"{address}: {link}"]
                continue
            file = site.folder / (
                inside + "index.html" if inside.endswith("/") or not inside else inside
            )
            if (
                not path.startswith(FOLDER)
                or not file.is_file()
                or (
                    target.fragment
                    and file.suffix == ".html"
                    and target.fragment not in site.pages[inside].ids
                )
            ):
                broken.append(f"{address}: {link}")

    assert len(site.pages) > 30
    assert broken == []


def test_no_page_loads_anything_from_another_host(site: Site) -> None:
    """Only links that a visitor follows may lead elsewhere."""
    loaded = [
        (address, link)
        for address, page in site.pages.items()
        for tag, link in page.links
        if tag != "a"
    ]
    elsewhere = [
        (address, link)
        for address, link in loaded
        if urlsplit(link).netloc not in {"", urlsplit(SITE_URL).netloc}
    ]

    assert elsewhere == []


def test_no_page_holds_what_a_strict_policy_blocks(site: Site) -> None:
    """No inline script, style or handler."""
    assert {address: page.inline for address, page in site.pages.items() if page.inline} == {}


def test_ids_are_unique_on_each_page(site: Site) -> None:
    """So that an anchor means one place."""
    doubled = {
        address: {id for id in page.ids if page.ids.count(id) > 1}
        for address, page in site.pages.items()
    }

    assert {address: ids for address, ids in doubled.items() if ids} == {}


def test_every_page_has_a_title_a_description_and_its_canonical_address(site: Site) -> None:
    """Titles and descriptions are not shared; the address is the full one.

    A transcript is a file for apps: it names the page of its episode as the one to find.
    """
    apart = ("404.html", "transcript.html")
    pages = {address: page for address, page in site.pages.items() if not address.endswith(apart)}

    assert {
        page.canonical for address, page in site.pages.items() if address.endswith(apart[1])
    } <= {f"{SITE_URL}{address}" for address in pages if address.startswith("catalogus/")}
    assert {address: page.canonical for address, page in pages.items()} == {
        address: f"{SITE_URL}{address}" for address in pages
    }
    for name in ("title", "description"):
        texts = [
            page.title if name == "title" else page.meta["description"] for page in pages.values()
        ]
        assert all(texts), name
        assert len(set(texts)) == len(texts), name
    assert all(
        page.meta["og:title"] and page.meta["og:image"].startswith(SITE_URL)
        for page in pages.values()
    )


def test_what_other_sites_show_of_a_page_is_there(site: Site) -> None:
    """The picture of each page exists: of an entry its own card, else one in the colour of its theme."""
    pictures = {page.meta["og:image"] for page in site.pages.values() if "og:image" in page.meta}
    entries = contents.read(ROOT).catalogue.entries

    for picture in pictures:
        assert (site.folder / picture.removeprefix(SITE_URL)).is_file()
    for id, entry in entries.items():
        page = site.pages[f"catalogus/{id}/"]
        assert page.meta["og:image"] == f"{SITE_URL}beeld/{id}.png"
        assert f"“{entry.title}”" in page.meta["og:image:alt"]
        assert json.loads(page.data[0])["image"] == page.meta["og:image"]
    assert {path.stem for path in (site.folder / "beeld").iterdir()} == set(entries)
    assert len(pictures) == len(entries) + 4
    assert site.pages["thema/integriteit/"].meta["og:image"].endswith("delen-peer.png")


def test_only_the_page_for_unknown_addresses_stays_out_of_search_engines(site: Site) -> None:
    """It says so itself; every other page may be found."""
    hidden = [
        address for address, page in site.pages.items() if page.meta.get("robots") == "noindex"
    ]

    assert hidden == ["404.html"]


def test_structured_data_parses_and_says_what_each_entry_is(site: Site) -> None:
    """Every entry has its own JSON-LD and the way to it."""
    entries = contents.read(ROOT).catalogue.entries
    for id, entry in entries.items():
        about, way = (json.loads(text) for text in site.pages[f"catalogus/{id}/"].data)
        assert about["@context"] == "https://schema.org"
        assert about["name"] == entry.title
        assert way["@type"] == "BreadcrumbList"


def test_every_entry_is_listed_in_the_catalogue_and_on_the_page_of_its_theme(site: Site) -> None:
    """And so found by links alone, in two clicks from home."""
    for id, entry in contents.read(ROOT).catalogue.entries.items():
        for list_page in ("catalogus/", f"thema/{entry.theme}/"):
            links = {urljoin(list_page, link) for _, link in site.pages[list_page].links}
            assert f"catalogus/{id}/" in links, f"{id} on {list_page}"


def test_no_page_shows_a_trace_of_rendering(site: Site) -> None:
    """No braces, tokens, Python words or error texts."""
    for address in site.pages:
        file = site.folder / (
            address + "index.html" if address.endswith("/") or not address else address
        )
        text = file.read_text(encoding="utf-8")
        if address != "bijdragen/aanroepen/":
            assert "{{" not in text, address
            assert "{%" not in text, address
        for trace in (
            "data-goodiebag=",
            "Macro Rendering Error",
            "Undefined",
            ">None<",
            "<bound method",
        ):
            assert trace not in text, f"{trace} on {address}"


def test_a_podcast_app_reads_four_episodes_that_can_be_played(live_site: Path) -> None:
    """GPodder's own parser: titles, artwork, dates, durations, and files that are there."""
    feed = podcastparser.parse(
        f"{SITE_URL}podcast/feed.xml", (live_site / "podcast/feed.xml").open("rb")
    )

    assert feed["title"]
    assert feed["cover_url"] == f"{SITE_URL}podcast/cover.jpg"
    # A serial podcast is shown from its first episode, whatever the order in the feed.
    assert [episode["number"] for episode in feed["episodes"]] == [1, 2, 3, 4]
    for episode in feed["episodes"]:
        [enclosure] = episode["enclosures"]
        file = live_site / enclosure["url"].removeprefix(SITE_URL)
        assert enclosure["mime_type"] == "audio/mpeg"
        assert enclosure["file_size"] == file.stat().st_size
        assert 90 <= episode["total_time"] <= 180
        assert re.match(r"urn:uuid:", episode["guid"])
        assert "computerstem" in episode["description"]
