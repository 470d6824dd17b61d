"""Compares the contents with what is published, and refuses what would lose listeners.

A difference is refused unless the lock lists it as intended, to the exact value. What no app
loses anything by (another number, other tags around the same sound, a name whose old one leads to
the new) the command takes over by itself.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import reading
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.channel import Channel
from macros.catalogue.folder import ENTRIES
from macros.catalogue.model import Podcast
from macros.catalogue.problems import Location, Problem, Problems, field_name, listed
from macros.podcast import domain, lock
from macros.podcast.audio import Audio
from macros.podcast.episodes import Episode
from macros.podcast.lock import Lock, Published, Whole, Withdrawn

_NO_LOCK = (
    "dit bestand is er niet, dus niemand ziet het als er iets verandert wat al uit is. Was het er "
    "eerder? Haal het dan terug met git. Anders: draai `goodiebag lock`."
)
_NO_PODCAST = f"dit bestand is weg, maar de podcast is al uit. Zet {Channel.FILE} terug."
_UNSORTED = "de afleveringen staan niet op volgorde van guid. Draai `goodiebag lock`."
_NEW = "deze aflevering is nieuw en ligt nog niet vast. Draai `goodiebag lock`."

_TAGS = "de tags van de opname"
_RENAMED = "renamed"
"""A change that nobody lists as intended: there is another way to say so."""


@dataclass(frozen=True)
class _Difference:
    """What differs from the lock: of which episode (its id there; None: the podcast), and where.

    Where `change` is None, `goodiebag lock` takes it over unasked.
    """

    episode: str | None
    change: str | None
    to: str
    file: str
    location: Location
    told: str


def problems(
    catalogue: Catalogue, heard: Sequence[Episode], site_url: str = "", media_url: str = ""
) -> list[Problem]:
    """Give every difference with what is published that is not intended, and what is not locked.

    `heard` are the sound episodes; what is wrong with others is told elsewhere. The addresses are
    looked at where `site_url` is one that can be online.
    """
    own = _own(catalogue, heard)
    if not lock.exists(catalogue.root):
        return [Problem(Lock.FILE, 1, 1, "", _NO_LOCK)] if own else []
    locked, document = lock.read(catalogue.root)
    if locked is None:
        return document.problems
    if catalogue.channel is None:
        # One that cannot be read is told by itself.
        gone = not os.path.lexists(catalogue.root / Channel.FILE)
        return [Problem(Lock.FILE, 1, 1, "", _NO_PODCAST)] if gone and locked.episodes else []
    if _says_where_it_went(catalogue.channel, locked, site_url):
        site_url = ""
    differences = _unintended(catalogue, heard, locked, site_url, media_url)
    found = [_problem(catalogue, item.file, item.location, item.told) for item in differences]
    known = {entry.id for _, entry in _matched(catalogue, locked) if entry}
    for episode in own:
        if episode.entry.id not in known:
            found.append(_problem(catalogue, episode.entry.path, ("audio",), _NEW))
    guids = [record.guid for record in locked.episodes]
    if guids != sorted(guids):
        found.append(_problem(catalogue, Lock.FILE, ("episodes",), _UNSORTED))
    return found


def unready(catalogue: Catalogue, site_url: str) -> str | None:
    """Give why the podcast cannot be published at this address, in Dutch; None when it can.

    What `problems` tells is not told again.
    """
    if fault := domain.unfit(site_url):
        return (
            f"{fault} Zet het echte adres in SITE_URL; op GitHub is dat een repository-variabele."
        )
    if catalogue.channel is None:
        return None
    owner = catalogue.channel.owner
    if owner is None or not owner.email:
        return (
            f"in {Channel.FILE} staat geen adres voor post. Vul bij owner een e-mailadres in: Spotify "
            "en andere mappen vragen daarom."
        )
    if not domain.is_public(f"https://{owner.email.rpartition('@')[2]}"):
        return (
            f"in {Channel.FILE} is {owner.email} een voorbeeld; daar komt geen post aan. Vul bij "
            "owner het adres in van een postbus die iemand leest."
        )
    locked = lock.read(catalogue.root)[0] if lock.exists(catalogue.root) else None
    if locked and locked.podcast.site:
        return None
    return (
        f"in {Lock.FILE} staat nog niet waar de site online komt. Draai "
        f"`goodiebag lock --adres {site_url}` en commit wat er verandert."
    )


def update(
    catalogue: Catalogue, heard: Sequence[Episode], address: str = "", media_url: str = ""
) -> list[str]:
    """Write what is new or intended to the lock, and give in Dutch what was done.

    `address` is where the site comes online for real, with the recordings at `media_url` if not
    on the site. Raises Problems, and writes nothing, when something that is published would
    change or be lost without being intended; ValueError when the catalogue has no podcast.
    """
    if catalogue.channel is None:
        raise ValueError("a lock needs podcasts/channel.yml")
    old = Lock(podcast=Whole(guid=catalogue.channel.guid))
    if lock.exists(catalogue.root):
        locked, document = lock.read(catalogue.root)
        if locked is None:
            raise Problems(document.problems)
        differences = _unintended(catalogue, heard, locked, address, media_url)
        if refused := [item for item in differences if item.change]:
            raise Problems(
                _problem(catalogue, item.file, item.location, item.told) for item in refused
            )
        old = locked
    whole = old.podcast.model_copy(update={"guid": catalogue.channel.guid})
    if address:
        site, media = domain.normal(address), domain.normal(media_url) if media_url else None
        before = old.podcast.before if site == old.podcast.site else old.podcast.site
        whole = whole.model_copy(update={"site": site, "before": before, "media": media})
    records = {episode.entry.id: _record(episode) for episode in _own(catalogue, heard)}
    matched = [
        (record, records.get(entry.id) if entry else None)
        for record, entry in _matched(catalogue, old)
    ]
    guids = {record.guid for record in records.values()}
    gone = [Withdrawn(guid=r.guid, id=r.id, number=r.number) for r, now in matched if now is None]
    new = Lock(
        podcast=whole,
        episodes=tuple(sorted(records.values(), key=lambda record: record.guid)),
        withdrawn=tuple(item for item in (*old.withdrawn, *gone) if item.guid not in guids),
        intended=old.intended,
    )
    path, text = catalogue.root / Lock.FILE, lock.render(new)
    if not path.is_file() or path.read_bytes() != text.encode():
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(_done(old.podcast, new, matched))


def _own(catalogue: Catalogue, heard: Sequence[Episode]) -> list[Episode]:
    """Give the episodes that are in the podcast: those of its series."""
    channel = catalogue.channel
    return [episode for episode in heard if channel and episode.entry.series == channel.series]


def _record(episode: Episode) -> Published:
    entry = episode.entry
    return Published(
        guid=str(entry.guid),
        id=entry.id,
        number=entry.number,
        audio=addresses.audio(str(entry.audio)),
        bytes=episode.audio.bytes,
        sound=episode.audio.sound,
    )


def _says_where_it_went(channel: Channel, locked: Lock, site_url: str) -> bool:
    """Tell whether this is the site from before the move, with a feed that names the new one."""
    site, before = locked.podcast.site, locked.podcast.before
    if not site or domain.normal(site_url) != before:
        return False
    return channel.new_feed_url == addresses.absolute(site, addresses.FEED)


def _matched(catalogue: Catalogue, locked: Lock) -> list[tuple[Published, Podcast | None]]:
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


def _unintended(
    catalogue: Catalogue, heard: Iterable[Episode], locked: Lock, site_url: str, media_url: str
) -> list[_Difference]:
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
) -> Iterator[_Difference]:
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
    for place, (record, entry) in enumerate(_matched(catalogue, locked)):
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


def _changed(record: Published, entry: Podcast, audio: Audio | None) -> Iterator[_Difference]:
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
        yield _Difference(record.id, _RENAMED, entry.id, entry.path, (), told)
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
        yield _Difference(record.id, None, "", entry.path, ("audio",), told)


def _elsewhere(locked: Lock, site_url: str, media_url: str) -> Iterator[_Difference]:
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
) -> _Difference:
    meant = lock.intention(episode, change, to)
    told = f"{told} Is het de bedoeling? Zet onder intended in {Lock.FILE}: {meant} en draai `{again}`."
    return _Difference(episode, change, to, file, location, told)


def _problem(catalogue: Catalogue, file: str, location: Location, told: str) -> Problem:
    line, column = reading.read(catalogue.root / file, file).position(location)
    return Problem(file, line, column, field_name(location), told)


def _done(
    before: Whole, new: Lock, matched: Iterable[tuple[Published, Published | None]]
) -> Iterator[str]:
    """Say what the new lock has that the old one had not, and the other way round."""
    known = set()
    for old, now in matched:
        if now is None:
            yield f"Weg: {old.id}."
            continue
        known.add(now.id)
        for name in ("guid", "id", "number", "audio"):
            if (value := getattr(now, name)) != getattr(old, name):
                yield f"Veranderd: {old.id}, {name} is nu {value}."
        if now.sound != old.sound:
            yield f"Veranderd: {now.id} klinkt anders; de opname telt nu {now.bytes} bytes."
        elif now.bytes != old.bytes:
            yield (
                f"Veranderd: {now.id} heeft andere tags en hetzelfde geluid; de opname telt nu "
                f"{now.bytes} bytes."
            )
    for record in new.episodes:
        if record.id not in known:
            yield f"Nieuw: {record.id}."
    for name, value in new.podcast:
        if name != "before" and value != getattr(before, name):
            yield f"Veranderd: {name} van de podcast is nu {value or 'leeg'}."
