"""The feed, read back as podcast apps read it."""

import io
import shutil
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import feedparser
import lxml.etree as etree
import podcastparser
import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.loading import load
from macros.podcast import episodes, feed
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
                 f"{PODCAST}locked", f"{PODCAST}medium"):  # fmt: skip
        assert len(channel.findall(name)) == 1, name
    assert channel.findtext(f"{ITUNES}explicit") == "false"
    assert channel.findtext(f"{PODCAST}locked") == "yes"
    assert channel.find(f"{ITUNES}owner") is None, "no address is known, so none is given"
    assert channel.findtext("image/title") == channel.findtext("title")
    assert channel.findtext("image/link") == channel.findtext("link") == SITE + "podcast/"
    assert channel.findtext("lastBuildDate") == channel.find("item").findtext("pubDate")


def test_each_item_offers_its_text_to_read_along(xml: bytes, heard: tuple[Episode, ...]) -> None:
    """WebVTT, in Dutch, at the address where the transcript is published."""
    items = etree.fromstring(xml)[0].iter("item")

    assert [dict(item.find(f"{PODCAST}transcript").attrib) for item in items] == [
        {
            "url": f"{SITE}podcast/{episode.entry.id}/transcript.vtt",
            "type": "text/vtt",
            "language": "nl",
            "rel": "captions",
        }
        for episode in reversed(heard)
    ]


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


def test_show_notes_stay_within_what_apps_accept() -> None:
    """Chapters make room where there are very many."""
    [episode], _ = episodes.read(load(EXAMPLE))
    chapters = tuple(
        chapter.model_copy(update={"start": 10 * number, "title": "é" * 90})
        for number, chapter in enumerate(episode.entry.chapters * 20)
    )
    long = episode.entry.model_copy(update={"chapters": chapters})

    notes = feed.notes(Episode(long, episode.audio, episode.transcript), SITE)

    assert len(notes.encode()) <= 4000
    assert "Hoofdstukken" not in notes
    assert "Lees mee" in notes


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


def test_an_owner_is_named_where_an_address_is_known(tmp_path: Path) -> None:
    """For directories, and as the one who may move the podcast."""
    for name in ("catalogue", "podcasts"):
        shutil.copytree(EXAMPLE / name, tmp_path / name)
    with (tmp_path / "podcasts/channel.yml").open("a", encoding="utf-8") as channel:
        channel.write(
            "owner: {name: Redactie, email: podcast@example.org}\nsubcategory: Management\n"
        )
    found = load(tmp_path)

    channel = etree.fromstring(feed.render(found, (), SITE))[0]

    assert channel.findtext(f"{ITUNES}owner/{ITUNES}email") == "podcast@example.org"
    assert channel.find(f"{PODCAST}locked").get("owner") == "podcast@example.org"
    assert channel.find(f"{ITUNES}category/{ITUNES}category").get("text") == "Management"


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
        "https://www.rssboard.org/rss-specification"
    }
    assert SITE.rstrip("/").encode() + b"/podcast/feed.xml" in xml


def test_a_catalogue_without_a_podcast_has_no_feed(tmp_path: Path) -> None:
    """The caller looks first."""
    shutil.copytree(EXAMPLE / "catalogue", tmp_path / "catalogue")

    with pytest.raises(ValueError, match=r"channel\.yml"):
        feed.render(load(tmp_path), (), SITE)
