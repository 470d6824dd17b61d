"""Links that open a podcast app."""

from urllib.parse import parse_qs, urlsplit

from macros.podcast.apps import apps

FEED = "https://example.org/map/podcast/feed.xml"


def test_each_link_hands_the_address_of_the_feed_to_its_app() -> None:
    """Whole and encoded where the app asks for a parameter, else in the place of the scheme."""
    assert {app.name: app.link for app in apps(FEED)} == {
        "Apple Podcasts": "podcast://example.org/map/podcast/feed.xml",
        "AntennaPod": "https://antennapod.org/deeplink/subscribe?url=https%3A%2F%2Fexample.org%2Fmap%2Fpodcast%2Ffeed.xml",
        "Pocket Casts": "pktc://subscribe/example.org/map/podcast/feed.xml",
        "Overcast": "overcast://x-callback-url/add?url=https%3A%2F%2Fexample.org%2Fmap%2Fpodcast%2Ffeed.xml",
        "Castro": "castro://subscribe/example.org/map/podcast/feed.xml",
        "gPodder": "gpodder://example.org/map/podcast/feed.xml",
    }


def test_an_address_with_a_query_comes_back_whole() -> None:
    """What stands in the address of the feed is not taken for a part of the link."""
    feed = "https://example.org/feed.xml?a=1&b=2"

    links = [urlsplit(app.link) for app in apps(feed) if "url=" in app.link]
    assert [parse_qs(link.query) for link in links] == [{"url": [feed]}, {"url": [feed]}]


def test_every_app_says_on_what_it_runs() -> None:
    """So that nobody tries an app that cannot be on their device."""
    assert all(app.systems for app in apps(FEED))
