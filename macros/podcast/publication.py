"""Compares the contents with what is published, and refuses what would lose listeners.

A difference is refused unless the lock lists it as intended, to the exact value. What no app
loses anything by (another number, other tags around the same sound, a name whose old one leads to
the new) the command takes over by itself.
"""

import os
from collections.abc import Iterable, Iterator, Sequence

from macros import addresses
from macros.catalogue import reading
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.channel import Channel
from macros.catalogue.problems import Location, Problem, Problems, field_name
from macros.podcast import differences, domain, lock
from macros.podcast.episodes import Episode
from macros.podcast.lock import Lock, Published, Whole, Withdrawn

_NO_LOCK = (
    "dit bestand is er niet, dus niemand ziet het als er iets verandert wat al uit is. Was het er "
    "eerder? Haal het dan terug met git. Anders: draai `goodiebag lock`."
)
_NO_PODCAST = f"dit bestand is weg, maar de podcast is al uit. Zet {Channel.FILE} terug."
_UNSORTED = "de afleveringen staan niet op volgorde van guid. Draai `goodiebag lock`."
_NEW = "deze aflevering is nieuw en ligt nog niet vast. Draai `goodiebag lock`."


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
    if differences.names_the_new_site(catalogue.channel, locked, site_url):
        site_url = ""
    unlike = differences.unintended(catalogue, heard, locked, site_url, media_url)
    found = [_problem(catalogue, item.file, item.location, item.told) for item in unlike]
    known = {entry.id for _, entry in differences.matched_entries(catalogue, locked) if entry}
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
        unlike = differences.unintended(catalogue, heard, locked, address, media_url)
        if refused := [item for item in unlike if item.change]:
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
        for record, entry in differences.matched_entries(catalogue, old)
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
