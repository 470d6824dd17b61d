"""Public addresses: fixed, below the root, and reachable from every page."""

from urllib.parse import urljoin

import pytest

from macros import addresses


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.HOME, ""),
        (addresses.CATALOGUE, "catalogus/"),
        (addresses.entry("jam-cultures"), "catalogus/jam-cultures/"),
        (addresses.theme("integriteit"), "thema/integriteit/"),
        (addresses.PODCAST, "podcast/"),
        (addresses.FEED, "podcast/feed.xml"),
        (addresses.FEED_STYLE, "podcast/feed.css"),
        (addresses.OPML, "podcast/goodiebag.opml"),
        (addresses.QR, "podcast/feed-qr.svg"),
        (addresses.audio("a.mp3"), "podcast/audio/a.mp3"),
        (addresses.cover("cover.jpg"), "podcast/cover.jpg"),
        (addresses.transcript("a", "vtt"), "podcast/a/transcript.vtt"),
        (addresses.chapters("a"), "podcast/a/chapters.json"),
        (addresses.SOURCES, "bronnen/"),
        (addresses.document("a"), "bronnen/#a"),
        (addresses.fact("a"), "bronnen/#cijfer-a"),
        (addresses.concept("a"), "begrippen/#a"),
        (addresses.focus_area("integriteit", "hulplijn"), "thema/integriteit/#hulplijn"),
        (addresses.download("a.pdf"), "downloads/a.pdf"),
        (addresses.record("a"), "data/stuk/a.json"),
        (addresses.opened("a"), "data/voorstel/a.json"),
        (addresses.SCHEMA, "data/entry.schema.json"),
        (addresses.PROPOSAL, "data/voorstel.json"),
        (addresses.BASKET, "mijn-goodiebag/"),
        (addresses.CONTRIBUTE, "bijdragen/"),
        (addresses.ABOUT, "over/"),
        (addresses.ACCESSIBILITY, "toegankelijkheid/"),
        (addresses.PRIVACY, "privacy/"),
    ],
)
def test_an_address_is_what_others_link_to(address: str, expected: str) -> None:
    """These do not change."""
    assert address == expected


@pytest.mark.parametrize("page", ["", "over/", "catalogus/jam-cultures/", "404.html"])
@pytest.mark.parametrize("target", ["", "podcast/feed.xml", "catalogus/a/", "bronnen/#a"])
@pytest.mark.parametrize("site", ["https://example.org/", "https://example.org/map/goodiebag/"])
def test_a_relative_link_leads_to_its_target(site: str, page: str, target: str) -> None:
    """From every page, also where the site stands in a folder below a domain."""
    link = addresses.relative(target, addresses.base(page))

    assert link
    assert urljoin(site + page, link) == site + target == addresses.absolute(site, target)


def test_a_site_address_may_lack_its_last_slash() -> None:
    """Whoever sets SITE_URL may write it either way."""
    assert addresses.absolute("https://example.org", "over/") == "https://example.org/over/"


@pytest.mark.parametrize(
    ("media_url", "address"),
    [
        ("", "https://example.org/map/podcast/audio/a.mp3"),
        ("https://media.example.net/goodiebag/", "https://media.example.net/goodiebag/a.mp3"),
        ("https://media.example.net/goodiebag", "https://media.example.net/goodiebag/a.mp3"),
    ],
)
def test_a_recording_may_stand_on_a_host_of_its_own(media_url: str, address: str) -> None:
    """Large files can move elsewhere; without that setting they stand on the site."""
    assert addresses.recording("a.mp3", "https://example.org/map/", media_url) == address


def test_a_filtered_list_has_an_address_that_keeps_its_choice_in_the_browser() -> None:
    """Behind the `#`; a comma stays a comma, everything else is written safely."""
    assert addresses.filtered() == "catalogus/"
    assert addresses.filtered(voor="team,adviseur", zoek="a b&c") == (
        "catalogus/#voor=team,adviseur&zoek=a%20b%26c"
    )


def test_each_list_has_an_address_by_what_it_lists() -> None:
    """Kind, focus area and audience."""
    assert addresses.kind_list("methode") == "soort/methode/"
    assert addresses.focus_area_list("vitaliteit") == "onderwerp/vitaliteit/"
    assert addresses.audience_list("team") == "voor/team/"
