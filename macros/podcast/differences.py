"""What differs between the contents and the lock: what listeners would lose, and what is harmless."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros import addresses
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.channel import Channel
from macros.catalogue.folder import ENTRIES
from macros.catalogue.model import Podcast
from macros.catalogue.problems import Location, listed
from macros.podcast import domain, lock
from macros.podcast.audio import Audio
from macros.podcast.episodes import Episode
from macros.podcast.lock import Lock, Published

_TAGS = "de tags van de opname"
_RENAMED = "renamed"
"""A change that nobody lists as intended: there is another way to say so."""


@dataclass(frozen=True)
class Difference:
    """What differs from the lock: of which episode (its id there; None: the podcast), and where.

    Where `change` is None, `goodiebag lock` takes it over unasked.
    """

    episode: str | None
    change: str | None
    to: str
    file: str
    location: Location
    told: str


def names_the_new_site(channel: Channel, locked: Lock, site_url: str) -> bool:
    """Tell whether this is the site from before the move, with a feed that names the new one."""
    site, before = locked.podcast.site, locked.podcast.before
    if not site or domain.normal(site_url) != before:
        return False
    return channel.new_feed_url == addresses.absolute(site, addresses.FEED)


def matched_entries(catalogue: Catalogue, locked: Lock) -> list[tuple[Published, Podcast | None]]:
    """Give each episode of the lock with its entry in the podcast: by id, by guid, by former id."""
    channel = catalogue.channel
    entries = {
        entry.id: entry
        for entry in catalogue.select(kind="podcast")
        if isinstance(entry, Podcast) and entry.audio and channel and entry.series == channel.series
    }
    guids = {entry.guid: entry for entry in entries.values()}
    found = [
        (record, entries.get(record.id) or guids.get(record.guid)) for record in locked.episodes
    ]
    taken = {entry.id for _, entry in found if entry}
    former = {
        name: entry
        for entry in entries.values()
        if entry.id not in taken
        for name in entry.former_ids
    }
    return [(record, entry or former.get(record.id)) for record, entry in found]


def unintended(
    catalogue: Catalogue, heard: Iterable[Episode], locked: Lock, site_url: str, media_url: str
) -> list[Difference]:
    """Give the differences with the lock that it does not list as intended."""
    facts = {episode.entry.id: episode.audio for episode in heard}
    found = (*_differences(catalogue, locked, facts), *_elsewhere(locked, site_url, media_url))
    return [
        item
        for item in found
        if not item.change or not locked.allows(item.episode, item.change, item.to)
    ]


def _differences(
    catalogue: Catalogue, locked: Lock, facts: Mapping[str, Audio]
) -> Iterator[Difference]:
    """Yield what differs in the podcast and its episodes; an entry that is not sound is let be."""
    channel = catalogue.channel
    assert channel is not None
    before = locked.podcast.guid
    if channel.guid != before:
        told = (
            f"dit is niet meer het kenmerk waaraan apps de podcast kennen: {before}. Zet dat terug; "
            "met een ander kenmerk is het een andere podcast."
        )
        yield _difference(None, "guid", channel.guid, Channel.FILE, ("guid",), told)
    if channel.series not in {series.id for series in catalogue.vocabulary.series}:
        return  # told itself, and no episode is in a series that is not there
    for place, (record, entry) in enumerate(matched_entries(catalogue, locked)):
        if entry:
            yield from _changed(record, entry, facts.get(entry.id))
        elif other := catalogue.entries.get(record.id):
            told = (
                "deze aflevering is uit, maar nu niet meer te horen. Zet kind, series, audio, "
                "transcript en guid terug zoals ze waren."
            )
            yield _difference(record.id, "removed", "", other.path, (), told)
        elif not any((catalogue.root / ENTRIES).glob(f"*/{record.id}.yml")):
            told = (
                f"de aflevering {record.id} is uit, maar staat niet meer in de catalogus. "
                "Zet haar terug."
            )
            yield _difference(record.id, "removed", "", Lock.FILE, ("episodes", place, "id"), told)


def _changed(record: Published, entry: Podcast, audio: Audio | None) -> Iterator[Difference]:
    """Yield what an episode no longer has as apps know it; `audio` is None if it is not sound."""
    quiet = []
    if entry.guid != record.guid:
        told = (
            f"dit is niet meer het kenmerk waaraan apps deze aflevering kennen: {record.guid}. Zet "
            "dat terug; anders halen apps haar nog een keer op."
        )
        yield _difference(record.id, "guid", str(entry.guid), entry.path, ("guid",), told)
    if entry.id != record.id and record.id not in entry.former_ids:
        told = (
            f"dit stuk heette {record.id} toen het uitkwam. Zet {record.id} bij former_ids; dan "
            "werkt het oude adres van de pagina nog."
        )
        yield Difference(record.id, _RENAMED, entry.id, entry.path, (), told)
    elif entry.id != record.id:
        quiet.append("de naam")
    if entry.number != record.number:
        quiet.append("het nummer")
    if (address := addresses.audio(str(entry.audio))) != record.audio:
        told = f"apps kennen deze opname als {record.audio}. Geef het bestand die naam terug."
        yield _difference(record.id, "audio", address, entry.path, ("audio",), told)
    if audio and audio.sound != record.sound:
        told = "hier klinkt iets anders dan in de opname die uit is. Zet terug wat uit is."
        yield _difference(record.id, "sound", audio.sound, entry.path, ("audio",), told)
    elif audio and audio.bytes != record.bytes:
        quiet.append(_TAGS)
    if quiet:
        are = "is" if len(quiet) == 1 and quiet != [_TAGS] else "zijn"
        told = f"{listed(quiet, 'en')} {are} veranderd. Draai `goodiebag lock`; dan ligt dat vast."
        yield Difference(record.id, None, "", entry.path, ("audio",), told)


def _elsewhere(locked: Lock, site_url: str, media_url: str) -> Iterator[Difference]:
    """Yield that the site or the recordings move, where the site is online already."""
    site, media = locked.podcast.site, locked.podcast.media or ""
    if not site or not domain.is_public(site_url):
        return
    new = domain.normal(site_url)
    if new != site:
        told = domain.move(site, new)
        again = f"goodiebag lock --adres {new}"
        yield _difference(None, "site", new, Lock.FILE, ("podcast", "site"), told, again)
    if (new := domain.normal(media_url) if media_url else "") != media:
        told = (
            f"de opnamen staan op {media or site}, en MEDIA_URL is {new or 'leeg'}. Zet MEDIA_URL terug. "
            "Verhuis je de opnamen, zet ze dan eerst op de nieuwe plek en laat de oude adressen werken."
        )
        again = f"goodiebag lock --adres {domain.normal(site_url)}"
        yield _difference(None, "media", new, Lock.FILE, ("podcast", "media"), told, again)


def _difference(
    episode: str | None,
    change: str,
    to: str,
    file: str,
    location: Location,
    told: str,
    again: str = "goodiebag lock",
) -> Difference:
    meant = lock.intention(episode, change, to)
    told = f"{told} Is het de bedoeling? Zet onder intended in {Lock.FILE}: {meant} en draai `{again}`."
    return Difference(episode, change, to, file, location, told)
