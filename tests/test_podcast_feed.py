"""The feed, read back as podcast apps read it."""

import io
import shutil
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Literal

import feedparser
import lxml.etree as etree
import podcastparser
import pytest
from playwright.sync_api import Browser

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.channel import Channel
from macros.catalogue.loading import load
from macros.podcast import episodes, feed, notes
from macros.podcast.episodes import Episode
from tests.project import EXAMPLE, ROOT

SITE = "https://voorbeeld.example.org/map/"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Our own catalogue."""
    return load(ROOT)


@pytest.fixture(scope="module")
def heard(catalogue: Catalogue) -> tuple[Episode, ...]:
    """Our own four episodes."""
    return episodes.read(catalogue)[0]


@pytest.fixture(scope="module")
def xml(catalogue: Catalogue, heard: tuple[Episode, ...]) -> bytes:
    """Our own feed."""
    return feed.render(catalogue, heard, SITE)


def example(**changes: Any) -> bytes:
    """Give the feed of the example, with fields of its episode changed."""
    found = load(EXAMPLE)
    [episode], _ = episodes.read(found)
    entry = episode.entry.model_copy(update=changes)
    return feed.render(found, [Episode(entry, episode.audio, episode.transcript)], SITE)


def of_channel(**changes: Any) -> etree._Element:
    """Give the channel of the example's feed without episodes, with fields of it changed."""
    found = load(EXAMPLE)
    assert found.channel
    told = Channel.model_validate({**found.channel.model_dump(), **changes})
    return etree.fromstring(feed.render(replace(found, channel=told), (), SITE))[0]


def test_an_app_sees_a_serial_of_four_episodes(xml: bytes) -> None:
    """Read by podcastparser, the parser of gPodder."""
    found = podcastparser.parse(SITE + "podcast/feed.xml", io.BytesIO(xml))

    assert found["title"] == "Goodiebag: thuis- en hybride werken"
    assert found["link"] == SITE + "podcast/"
    assert found["cover_url"] == SITE + "podcast/cover.jpg"
    assert found["language"] == "nl"
    assert found["type"] == "serial"
    assert found["explicit"] is False
    assert found["itunes_categories"] == [["Government"]]
    assert found["itunes_author"] == "UBR|Rijksconsultants"
    assert found["generator"] == "Goodiebag"
    # This app plays a serial from its start, whatever the order in the feed.
    assert [item["number"] for item in found["episodes"]] == [1, 2, 3, 4]


def test_each_item_has_what_an_app_needs_to_play_it(xml: bytes, heard: tuple[Episode, ...]) -> None:
    """Exact bytes, whole seconds, a lasting guid, artwork and a page."""
    found = podcastparser.parse(SITE + "podcast/feed.xml", io.BytesIO(xml))
    items = {item["guid"]: item for item in found["episodes"]}

    assert len(items) == len(heard) == 4
    for episode in heard:
        entry, item = episode.entry, items[str(episode.entry.guid)]
        [enclosure] = item["enclosures"]
        assert enclosure["url"] == f"{SITE}podcast/audio/{entry.audio}"
        assert enclosure["file_size"] == (ROOT / f"podcasts/audio/{entry.audio}").stat().st_size
        assert enclosure["mime_type"] == "audio/mpeg"
        assert abs(item["total_time"] - episode.audio.seconds) <= 0.5
        assert item["title"] == entry.title
        assert item["link"] == f"{SITE}catalogus/{entry.id}/"
        assert item["episode_art_url"] == SITE + "podcast/cover.jpg"
        assert item["description_html"] == notes.render(episode, SITE)
        assert item["published"] == episode.moment.timestamp()
        assert item["explicit"] is False
        assert item["type"] == "full"
        assert item["season"] == 1
        assert [(part["start"], part["title"]) for part in item["chapters"]] == [
            (chapter.start, chapter.title) for chapter in entry.chapters
        ]


def test_a_general_reader_finds_it_well_formed(xml: bytes) -> None:
    """Read by feedparser: author, category, links, dates and a guid that is no address."""
    found = feedparser.parse(xml)

    assert not found.bozo
    assert found.version == "rss20"
    assert found.feed.author == "UBR|Rijksconsultants"
    assert found.feed.generator == "Goodiebag"
    assert found.feed.image.href == SITE + "podcast/cover.jpg"
    assert [link.href for link in found.feed.links if link.rel == "self"] == [
        SITE + "podcast/feed.xml"
    ]
    assert [tag.term for tag in found.feed.tags] == ["Government"]
    assert all(
        item.guidislink is False and item.id.startswith("urn:uuid:") for item in found.entries
    )
    times = [item.published_parsed for item in found.entries]
    assert [int(item.itunes_episode) for item in found.entries] == [4, 3, 2, 1]
    assert times == sorted(set(times), reverse=True)


def test_the_channel_has_every_required_element_once(xml: bytes) -> None:
    """PSP-1 and Apple; explicit is false and not no."""
    channel = etree.fromstring(xml)[0]

    for name in ("title", "link", "description", "language", "copyright", "lastBuildDate", f"{ITUNES}author",
                 f"{ITUNES}category", f"{ITUNES}image", f"{ITUNES}type", f"{ITUNES}explicit", f"{PODCAST}guid",
                 f"{PODCAST}locked", f"{PODCAST}medium", f"{PODCAST}license", f"{PODCAST}location",
                 f"{PODCAST}updateFrequency", f"{PODCAST}socialInteract", f"{PODCAST}txt"):  # fmt: skip
        assert len(channel.findall(name)) == 1, name
    assert channel.findtext(f"{ITUNES}explicit") == "false"
    assert channel.findtext(f"{PODCAST}locked") == "yes"
    assert channel.findtext(f"{ITUNES}owner/{ITUNES}email") == "goodiebag@example.org"
    assert channel.find(f"{PODCAST}locked").get("owner") == "goodiebag@example.org"
    assert channel.findtext("image/title") == channel.findtext("title")
    assert channel.findtext("image/link") == channel.findtext("link") == SITE + "podcast/"
    assert channel.findtext("lastBuildDate") == channel.find("item").findtext("pubDate")


def test_each_item_has_every_required_element_once(xml: bytes) -> None:
    """PSP-1, and what Apple asks of a series; what stands there twice is the same twice."""
    for item in etree.fromstring(xml)[0].iter("item"):
        for name in ("title", "link", "description", "guid", "enclosure", "pubDate", f"{ITUNES}duration",
                     f"{ITUNES}image", f"{ITUNES}explicit", f"{ITUNES}episode", f"{ITUNES}season",
                     f"{ITUNES}episodeType", f"{PODCAST}episode", f"{PODCAST}season", f"{PODCAST}chapters",
                     f"{PODCAST}socialInteract", f"{PODCAST}txt"):  # fmt: skip
            assert len(item.findall(name)) == 1, name
        assert [element.get("type") for element in item.iter(f"{PODCAST}transcript")] == [
            *("text/vtt", "application/x-subrip", "application/json", "text/html"),
        ]
        assert [person.text for person in item.iter(f"{PODCAST}person")] == [
            *("UBR|Rijksconsultants", "Computerstem"),
        ]
        for name in ("episode", "season"):
            assert item.findtext(ITUNES + name) == item.findtext(PODCAST + name)


def test_no_value_is_longer_than_an_app_accepts_or_has_space_around_it(xml: bytes) -> None:
    """255 characters, except in descriptions; Podcasting 2.0 has its own, shorter limits."""
    for element in etree.fromstring(xml).iter(etree.Element):
        values = [*element.values(), *([element.text or ""] if len(element) == 0 else [])]
        for value in values:
            assert value == value.strip()
            most = 128 if element.tag.startswith(PODCAST) and not value.startswith("http") else 255
            assert len(value) <= (4000 if element.tag == "description" else most), element.tag


def test_the_title_of_an_item_is_neither_a_number_nor_the_name_of_the_show(xml: bytes) -> None:
    """Apple and PSP-1: both have an element of their own."""
    for title in (item.findtext("title") for item in etree.fromstring(xml)[0].iter("item")):
        assert "aflevering" not in title.lower()
        assert "goodiebag" not in title.lower()


def test_the_guid_of_an_item_is_no_address(xml: bytes, heard: tuple[Episode, ...]) -> None:
    """Where isPermaLink is absent it means true, and an app would try to open it."""
    guids = [item.find("guid") for item in etree.fromstring(xml)[0].iter("item")]

    assert [guid.text for guid in guids] == [episode.entry.guid for episode in reversed(heard)]
    assert {guid.get("isPermaLink") for guid in guids} == {"false"}


def test_the_guid_of_the_podcast_never_changes(xml: bytes) -> None:
    """Apps and directories know the podcast by it, also after a move."""
    assert (
        etree.fromstring(xml)[0].findtext(f"{PODCAST}guid")
        == "af8af6cb-d41f-53b9-9efc-f944fe356315"
    )


def test_a_computer_voice_is_told_in_the_channel_the_item_and_the_notes(xml: bytes) -> None:
    """In words that people read and in an element that apps read."""
    channel = etree.fromstring(xml)[0]
    told = [*channel.findall(f"{PODCAST}txt"), *channel.findall(f"item/{PODCAST}txt")]

    assert [(element.get("purpose"), element.text) for element in told] == [
        ("ai-content", "true")
    ] * 5
    assert "computerstem" in channel.findtext("description")
    for item in channel.findall("item"):
        assert "Deze aflevering is ingesproken door een computerstem." in item.findtext(
            "description"
        )
        assert "de oorspronkelijke opname kun je opvragen bij Rijksconsultants" in item.findtext(
            "description"
        )


def test_show_notes_hold_summary_chapters_and_a_link_in_plain_html() -> None:
    """Only elements that apps show, text escaped, as CDATA, and not a second time elsewhere."""
    xml = example(summary='Over "<b>" & meer.')
    item = etree.fromstring(xml)[0].find("item")

    assert item.findtext("description") == (
        "<p>Over &quot;&lt;b&gt;&quot; &amp; meer.</p>"
        "<p>Deze aflevering is ingesproken door een computerstem.</p>"
        "<p>Hoofdstukken:</p><ul><li>00:00 Begin</li><li>00:01 Vervolg &amp; slot</li></ul>"
        f'<p><a href="{SITE}catalogus/voorbeeld/">Lees mee op de pagina van deze aflevering</a></p>'
    )
    assert b"<description><![CDATA[<p>Over" in xml
    assert item.find("{http://purl.org/rss/1.0/modules/content/}encoded") is None


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 15), "Thu, 15 Jan 2026 06:01:00 +0100"),
        (date(2026, 7, 15), "Wed, 15 Jul 2026 06:01:00 +0200"),
    ],
)
def test_an_episode_appears_at_six_in_amsterdam_and_a_minute_later_per_number(
    day: date, text: str
) -> None:
    """In winter and in summer, with English names of days and months."""
    item = etree.fromstring(example(published=day))[0].find("item")

    assert item.findtext("pubDate") == text
    assert parsedate_to_datetime(text).date() == day


def test_newer_episodes_come_first_whatever_their_number() -> None:
    """An app downloads from the top."""
    found = load(EXAMPLE)
    [episode], _ = episodes.read(found)

    def numbered(number: int, day: date) -> Episode:
        facts = {"number": number, "published": day, "title": f"Nummer {number}"}
        return Episode(episode.entry.model_copy(update=facts), episode.audio, episode.transcript)

    xml = feed.render(
        found,
        [
            numbered(1, date(2026, 3, 1)),
            numbered(2, date(2026, 1, 1)),
            numbered(3, date(2026, 2, 1)),
        ],
        SITE,
    )

    assert [item.title for item in feedparser.parse(xml).entries] == [
        "Nummer 1",
        "Nummer 3",
        "Nummer 2",
    ]


def test_episodes_of_another_series_are_not_in_this_podcast() -> None:
    """A feed is one series."""
    assert feedparser.parse(example(series="andere-reeks")).entries == []


def test_an_owner_is_named_where_an_address_is_known() -> None:
    """For directories, and as the one who may move the podcast."""
    channel = of_channel(owner={"name": "Redactie", "email": "podcast@example.org"})

    assert channel.findtext(f"{ITUNES}owner/{ITUNES}name") == "Redactie"
    assert channel.findtext(f"{ITUNES}owner/{ITUNES}email") == "podcast@example.org"
    assert channel.find(f"{PODCAST}locked").get("owner") == "podcast@example.org"


def test_a_category_may_have_a_part_of_its_own() -> None:
    """Inside the other, as Apple asks."""
    channel = of_channel(category="Business", subcategory="Management")

    assert channel.find(f"{ITUNES}category/{ITUNES}category").get("text") == "Management"


def test_a_podcast_that_is_finished_or_moves_says_so() -> None:
    """Apple's words; they are never there with the opposite meaning."""
    still, other = of_channel(), "https://elders.example.org/podcast/feed.xml"
    moved = of_channel(complete=True, new_feed_url=other)

    assert still.find(f"{ITUNES}complete") is still.find(f"{ITUNES}new-feed-url") is None
    assert moved.findtext(f"{ITUNES}complete") == "yes"
    assert moved.findtext(f"{ITUNES}new-feed-url") == other
    assert moved.find(f"{PODCAST}updateFrequency").get("complete") == "true"


def test_the_feed_was_changed_when_someone_looked_at_an_episode_again() -> None:
    """The newest of both dates, and what is in the feed stays where it was."""
    xml = example(published=date(2026, 2, 2), reviewed=date(2026, 3, 1))
    channel = etree.fromstring(xml)[0]

    assert channel.findtext("lastBuildDate") == "Sun, 01 Mar 2026 06:00:00 +0100"
    assert channel.findtext("pubDate") == "Mon, 02 Feb 2026 06:01:00 +0100"
    assert channel.findtext("item/pubDate") == "Mon, 02 Feb 2026 06:01:00 +0100"


def test_recordings_may_stand_on_a_host_of_their_own(
    catalogue: Catalogue, heard: tuple[Episode, ...], xml: bytes
) -> None:
    """Only the addresses of the recordings change: no guid, no date, no page."""
    media = "https://media.example.net/goodiebag/"
    elsewhere = feed.render(catalogue, heard, SITE, media)

    assert elsewhere != xml
    assert elsewhere.replace(media.encode(), f"{SITE}podcast/audio/".encode()) == xml


def test_a_browser_gets_a_style_sheet_and_nothing_to_run(xml: bytes) -> None:
    """As CSS: XSLT is being taken out of browsers."""
    lines = xml.decode().split("\n")

    assert lines[:2] == [
        "<?xml version='1.0' encoding='UTF-8'?>",
        '<?xml-stylesheet type="text/css" href="feed.css"?>',
    ]
    assert xml.count(b"<?") == 2


def test_the_same_contents_give_the_same_bytes(
    catalogue: Catalogue, heard: tuple[Episode, ...], xml: bytes
) -> None:
    """Whatever the order in which episodes come, and whatever the clock says."""
    assert feed.render(catalogue, tuple(reversed(heard)), SITE) == xml
    assert xml.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n")


def test_every_address_follows_the_site(xml: bytes) -> None:
    """Also in a folder below a domain, with or without a slash at the end."""
    addresses = [
        value
        for element in etree.fromstring(xml).iter()
        for name, value in [*element.items(), ("text", (element.text or "").strip())]
        if name in {"href", "url", "text"} and value.startswith("http")
    ]

    assert len(addresses) > 20
    assert {address for address in addresses if not address.startswith(SITE)} == {
        "https://www.rssboard.org/rss-specification",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    }
    assert SITE.rstrip("/").encode() + b"/podcast/feed.xml" in xml


def test_a_catalogue_without_a_podcast_has_no_feed(tmp_path: Path) -> None:
    """The caller looks first."""
    shutil.copytree(EXAMPLE / "catalogue", tmp_path / "catalogue")

    with pytest.raises(ValueError, match=r"channel\.yml"):
        feed.render(load(tmp_path), (), SITE)


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_opened_in_a_browser_it_tells_in_dutch_what_it_is(
    example_address: str, browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    """With its own style sheet under a strict policy, legible at any width, and without markup."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.location["url"]))
    page.goto(f"{example_address}podcast/feed.xml", wait_until="networkidle")
    shown = page.evaluate(
        """() => {
            const all = [...document.querySelectorAll("*")];
            const visible = all.filter(element => element.checkVisibility());
            const caption = element => getComputedStyle(element, "::before").content
                + getComputedStyle(element, "::after").content;
            return {
                names: [...new Set(visible.map(element => element.nodeName))],
                captions: visible.map(caption).join(" "),
                paper: getComputedStyle(document.documentElement).backgroundColor,
                wide: document.documentElement.scrollWidth,
            };
        }"""
    )
    page.close()

    assert set(shown["names"]) == {
        *("rss", "channel", "item", "title", "link", "atom:link", "description", "pubDate"),
        *("itunes:duration", "itunes:episode", "psc:chapters", "psc:chapter"),
    }
    for said in ("Zo volg je deze podcast", "Kopieer het adres", "Afleveringen", "Vervolg & slot"):
        assert said in shown["captions"]
    assert shown["paper"] == {"light": "rgb(255, 250, 240)", "dark": "rgb(25, 27, 21)"}[scheme]
    assert shown["wide"] == width
    # A browser asks the host itself for an icon where a page names none.
    assert [address for address in complaints if not address.endswith("/favicon.ico")] == []
