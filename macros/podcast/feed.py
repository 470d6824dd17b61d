"""Writes the podcast feed: RSS 2.0 with Apple's elements and those of Podcasting 2.0.

The requirements are those of PSP-1 and Apple. There is no clock in it: the same contents give the
same bytes, and an app that knows an episode never takes it for a new one.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from feedgen.feed import FeedGenerator

from macros import addresses
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.channel import Channel
from macros.podcast import notes, podcasting
from macros.podcast.episodes import Episode, at_six
from macros.podcast.namespaces import ChannelTags, ItemTags

MIME_TYPE = "application/rss+xml"
RSS = "https://www.rssboard.org/rss-specification"
DECLARATION = b"?>\n"
STYLE = b'<?xml-stylesheet type="text/css" href="feed.css"?>\n'
"""Shows the feed to who opens it in a browser; the style sheet stands beside the feed."""


def render(
    catalogue: Catalogue, episodes: Sequence[Episode], site_url: str, media_url: str = ""
) -> bytes:
    """Give the feed of the catalogue's podcast, newest episode first, as UTF-8.

    Only episodes of the channel's series are in it. `site_url` is where the site is published,
    `media_url` where the recordings are if that is elsewhere. Raises ValueError when the catalogue
    has no channel.
    """
    channel = catalogue.channel
    if channel is None:
        raise ValueError("a feed needs podcasts/channel.yml")
    heard = [episode for episode in episodes if episode.entry.series == channel.series]
    heard.sort(key=lambda episode: (episode.moment, episode.entry.number), reverse=True)
    feed = FeedGenerator()
    feed.load_extension("podcast")
    feed.register_extension("podcasting", ChannelTags, ItemTags, atom=False)
    _describe(feed, channel, site_url)
    if heard:
        feed.pubDate(heard[0].moment)
    # Without a moment of ours, feedgen takes the clock.
    feed.updated(max(map(_edited, heard), default=datetime(1970, 1, 1, tzinfo=UTC)))
    season = catalogue.vocabulary.series_of(channel.series).label
    for episode in heard:
        # Without `append`, feedgen puts every next item on top.
        item = feed.add_entry(order="append")
        _item(item, channel, episode, site_url)
        recording = addresses.recording(str(episode.entry.audio), site_url, media_url)
        item.enclosure(recording, str(episode.audio.bytes), episode.audio.mime_type)
        item.podcasting.elements = podcasting.of_episode(episode, channel, season, site_url)
    # feedgen has no words for a style sheet.
    return bytes(feed.rss_str(pretty=True)).replace(DECLARATION, DECLARATION + STYLE, 1)


def _edited(episode: Episode) -> datetime:
    """Give when an episode last changed: it appeared, or someone looked at it again."""
    seen = episode.entry.reviewed or episode.entry.published
    return max(episode.moment, at_six(seen))


def _describe(feed: Any, channel: Channel, site_url: str) -> None:
    """Fill in what belongs to the podcast as a whole."""
    page = addresses.absolute(site_url, addresses.PODCAST)
    cover = addresses.absolute(site_url, addresses.cover(channel.cover))
    feed.title(channel.title)
    # The last link becomes the channel's own address, so the page comes after the feed.
    feed.link(href=addresses.absolute(site_url, addresses.FEED), rel="self", type=MIME_TYPE)
    feed.link(href=page, rel="alternate")
    feed.description(channel.description.strip())
    feed.language(channel.language)
    feed.generator("Goodiebag")
    feed.docs(RSS)
    feed.image(url=cover, title=channel.title, link=page)
    if channel.copyright:
        feed.copyright(channel.copyright)
    feed.podcast.itunes_author(channel.author)
    feed.podcast.itunes_category(channel.category, channel.subcategory)
    feed.podcast.itunes_image(cover)
    feed.podcast.itunes_type(channel.type)
    if channel.complete:
        feed.podcast.itunes_complete("yes")
    if channel.new_feed_url:
        feed.podcast.itunes_new_feed_url(channel.new_feed_url)
    if channel.owner and channel.owner.email:
        feed.podcast.itunes_owner(channel.owner.name, channel.owner.email)
    feed.podcasting.elements = podcasting.of_channel(channel)


def _item(item: Any, channel: Channel, episode: Episode, site_url: str) -> None:
    """Fill in what belongs to one episode."""
    entry = episode.entry
    item.title(entry.title)
    item.guid(entry.guid, permalink=False)
    item.link(href=addresses.absolute(site_url, addresses.entry(entry.id)))
    item.pubDate(episode.moment)
    # With a description besides, feedgen would escape that and put this in another element.
    item.content(notes.render(episode, site_url), type="CDATA")
    item.podcast.itunes_duration(str(round(episode.audio.seconds)))
    item.podcast.itunes_season(podcasting.SEASON)
    item.podcast.itunes_episode(entry.number)
    item.podcast.itunes_episode_type("full")
    item.podcast.itunes_image(addresses.absolute(site_url, addresses.cover(channel.cover)))
