"""What Podcasting 2.0 and Apple want to know of a podcast and its episodes, beyond plain RSS.

Standards: Podcasting 2.0 (podcastindex.org/namespace/1.0), with the roles of its taxonomy; PSP-1.
"""

from macros import addresses
from macros.catalogue.channel import Channel, Location
from macros.podcast import chapters
from macros.podcast.episodes import Episode
from macros.podcast.namespaces import Element, itunes, podcast
from macros.podcast.transcript import COMPUTER_VOICE

SEASON = 1
"""The channel is one series, and that is its one season."""
TRANSCRIPTS = {
    "vtt": ("text/vtt", "captions"),
    "srt": ("application/x-subrip", "captions"),
    "json": ("application/json", "captions"),
    "html": ("text/html", ""),
}
"""The forms of a transcript: type and, where all of its lines have times, what it may be used for."""
FINISHED = "De reeks is compleet"


def of_channel(channel: Channel) -> tuple[Element, ...]:
    """Give what is told of the podcast as a whole."""
    owner, place, terms = channel.owner, channel.location, channel.license
    told = [
        itunes("explicit", _yes(channel.explicit)),
        podcast("guid", channel.guid),
        podcast("locked", "yes", owner=owner.email if owner else None),
        podcast("medium", "podcast"),
        *([podcast("license", terms.name, url=terms.url)] if terms else []),
        *([_place(place)] if place else []),
        _maker(channel),
        *([_speaker(COMPUTER_VOICE)] if channel.synthetic_voice else []),
        *_rhythm(channel),
        podcast("socialInteract", protocol="disabled"),
        *_disclosure(channel.synthetic_voice),
    ]
    return tuple(told)


def of_episode(
    episode: Episode, channel: Channel, season: str, site_url: str
) -> tuple[Element, ...]:
    """Give what is told of one episode; `season` is the name of its series."""
    entry = episode.entry
    told = [
        itunes("explicit", _yes(channel.explicit)),
        podcast("season", str(SEASON), name=season),
        podcast("episode", str(entry.number)),
        # The people of an episode take the place of those of the podcast, so the maker comes along.
        _maker(channel),
        *(_speaker(name) for name in entry.speakers),
    ]
    for extension, (mime_type, use) in TRANSCRIPTS.items():
        address = addresses.absolute(site_url, addresses.transcript(entry.id, extension))
        facts = {"url": address, "type": mime_type, "language": channel.language, "rel": use}
        told.append(podcast("transcript", **facts))
    if entry.chapters:
        address = addresses.absolute(site_url, addresses.chapters(entry.id))
        told.append(podcast("chapters", url=address, type=chapters.MIME_TYPE))
        told.append(chapters.psc(entry))
    told.append(podcast("socialInteract", protocol="disabled"))
    told.extend(_disclosure(episode.synthetic))
    return tuple(told)


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _place(place: Location) -> Element:
    facts = {"geo": place.geo, "osm": place.osm, "country": place.country}
    return podcast("location", place.name, rel="creator", **facts)


def _maker(channel: Channel) -> Element:
    return podcast("person", channel.author, role="Producer", group="Creative Direction")


def _speaker(name: str) -> Element:
    """Give who speaks; of a person we know no role, and apps then take a host."""
    if name == COMPUTER_VOICE:
        return podcast("person", name, role="Narrator", group="Cast")
    return podcast("person", name)


def _rhythm(channel: Channel) -> list[Element]:
    """Say how often an episode appears, or that none will appear any more."""
    if channel.complete:
        return [podcast("updateFrequency", channel.frequency or FINISHED, complete="true")]
    return [podcast("updateFrequency", channel.frequency)] if channel.frequency else []


def _disclosure(synthetic: bool) -> list[Element]:
    return [podcast("txt", "true", purpose="ai-content")] if synthetic else []
