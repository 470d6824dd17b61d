"""Rules about the podcast and its episodes: what apps refuse, misread or show wrongly.

Whether recordings, transcripts, chapters and artwork are sound is told where they are read; here
is what only shows in the feed. A rule takes checked objects and yields faults.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain

from macros.catalogue import clock, reading
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.channel import Channel
from macros.catalogue.model import Podcast
from macros.catalogue.problems import Fault, Location, Problem, field_name, shown
from macros.podcast import domain, notes
from macros.podcast.categories import category_fault, subcategory_fault
from macros.podcast.episodes import Episode
from macros.podcast.languages import language_fault

_PART = r"(?:aflevering|afl|episode|ep|deel|podcast)\b\.?"
_NUMBER = r"(?:[0-9]+|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)"
_BREAK = r"\s*[.:,|)\]–—-]"
_COUNTED = re.compile(
    rf"#\s*[0-9]+\b|s[0-9]+\s*e[0-9]+\b|[0-9]+{_BREAK}\s+|{_PART}\s*(?:#?[0-9]+\b|{_NUMBER}(?:{_BREAK}|$))",
    re.IGNORECASE,
)
"""How a number of an episode opens a title: `Aflevering 1`, `Afl. 2:`, `#3`, `S1E2`, `4. `."""
_COUNTED_LATER = re.compile(
    rf"[(\[|:,–—-]\s*(?:{_PART}\s*#?{_NUMBER}|#\s*[0-9]+)\s*[)\]]?$"
    r"|\b(?:aflevering|afl|episode)\b\.?\s*#?[0-9]+\b",
    re.IGNORECASE,
)
"""How it stands further on: `Samen werken (deel 2)`, `Samen werken, aflevering 2`."""
_MARKUP = re.compile(r"</?[a-z][^<>]*>|&(?:#[0-9]+|#x[0-9a-f]+|[a-z]{2,8});", re.IGNORECASE)
_BARE_NAME = re.compile(r"©|\(c\)|copyright|\b(?:19|20)[0-9]{2}\b", re.IGNORECASE)
_EXAMPLE = re.compile(r"(?:urn:uuid:)?0{8}-")
_EXAMPLE_GUID = (
    "dit kenmerk is het voorbeeld uit de sjabloon. Maak er een van jezelf met: "
    "python -c 'import uuid; print(uuid.uuid4())'."
)


def problems(catalogue: Catalogue, heard: Iterable[Episode], site_url: str = "") -> list[Problem]:
    """Give what is wrong with the podcast and with its own episodes, at their places.

    `heard` are the sound episodes. A catalogue without a channel has no podcast.
    """
    channel = catalogue.channel
    if channel is None:
        return []
    own = [episode for episode in heard if episode.entry.series == channel.series]
    found = []
    faults = chain(
        _channel(channel, own),
        _together(own),
        *(_episode(channel, episode, clock.here(), site_url) for episode in own),
    )
    for fault in faults:
        line, column = reading.read(catalogue.root / fault.file, fault.file).position(
            fault.location
        )
        found.append(Problem(fault.file, line, column, field_name(fault.location), fault.message))
    return found


def _channel(channel: Channel, own: Iterable[Episode]) -> Iterator[Fault]:
    """Words that Apple and other directories do not know, and values that are no use to them."""
    file = channel.FILE
    if fault := category_fault(channel.category):
        yield Fault(file, ("category",), fault)
    if channel.subcategory and (fault := subcategory_fault(channel.category, channel.subcategory)):
        yield Fault(file, ("subcategory",), fault)
    if fault := language_fault(channel.language):
        yield Fault(file, ("language",), fault)
    for name in ("title", "subtitle", "description", "author", "copyright"):
        yield from _markup(file, (name,), getattr(channel, name) or "")
    if channel.copyright and (extra := _BARE_NAME.search(channel.copyright)):
        told = f"hier hoort alleen de naam van de rechthebbende. Haal {shown(extra[0])} weg."
        yield Fault(file, ("copyright",), told)
    if channel.owner:
        yield from _markup(file, ("owner", "name"), channel.owner.name)
        if channel.owner.email and not channel.owner.email.isascii():
            told = (
                f"in het adres {shown(channel.owner.email)} staat een teken dat niet overal "
                "aankomt. Gebruik alleen letters zonder accenten."
            )
            yield Fault(file, ("owner", "email"), told)
    if channel.new_feed_url and not domain.is_public(channel.new_feed_url):
        told = (
            f"{shown(channel.new_feed_url)} is een voorbeeld, en apps zouden de podcast daar gaan "
            "zoeken. Vul het echte nieuwe adres in, of haal dit veld weg."
        )
        yield Fault(file, ("new_feed_url",), told)
    if _EXAMPLE.match(channel.guid):
        yield Fault(file, ("guid",), _EXAMPLE_GUID)
    for episode in own:
        if (episode.entry.guid or "").endswith(channel.guid):
            told = "dit kenmerk heeft de podcast zelf al. Geef de aflevering een eigen kenmerk."
            yield Fault(episode.entry.path, ("guid",), told)


def _episode(channel: Channel, episode: Episode, today: date, site_url: str) -> Iterator[Fault]:
    """What an app would show twice, wrongly or not at all of one episode."""
    entry = episode.entry
    yield from title(channel, entry)
    yield from _markup(entry.path, ("summary",), entry.summary)
    for place, chapter in enumerate(entry.chapters):
        yield from _markup(entry.path, ("chapters", place, "title"), chapter.title)
    if today < entry.published <= clock.today():  # what is later still is told for any entry
        told = (
            f"{entry.published} is in Nederland nog niet aangebroken, en apps verbergen wat in de "
            "toekomst ligt. Vul de datum van vandaag in, of een eerdere."
        )
        yield Fault(entry.path, ("published",), told)
    if len(notes.render(episode, site_url).encode()) > notes.LIMIT:
        told = (
            f"samenvatting en hoofdstukken samen zijn langer dan de {notes.LIMIT} bytes die apps "
            "tonen. Maak de titels van de hoofdstukken korter, of neem er minder."
        )
        yield Fault(entry.path, ("chapters",), told)
    if _EXAMPLE.match(entry.guid or ""):
        yield Fault(entry.path, ("guid",), _EXAMPLE_GUID)


def title(channel: Channel, entry: Podcast) -> Iterator[Fault]:
    """Yield what apps would show twice or wrongly of the title of an episode of the podcast."""
    if found := _COUNTED.match(entry.title) or _COUNTED_LATER.search(entry.title):
        told = (
            f"het nummer hoort niet in de titel: {shown(found[0])}. Apps zetten er zelf "
            f"{entry.number} bij. Haal het weg."
        )
        yield Fault(entry.path, ("title",), told)
    if name := _name_of_the_show(entry.title, channel.title):
        told = (
            f"de naam van de podcast hoort niet in de titel: {shown(name)}. Apps zetten die er "
            "zelf bij. Haal hem weg."
        )
        yield Fault(entry.path, ("title",), told)
    yield from _markup(entry.path, ("title",), entry.title)


def _together(own: Sequence[Episode]) -> Iterator[Fault]:
    """No two episodes have one number or one moment; apps would drop one of the two."""
    numbers: dict[int, Episode] = {}
    moments: dict[datetime, Episode] = {}
    for episode in own:
        entry = episode.entry
        if (other := numbers.setdefault(entry.number, episode)) is not episode:
            if other.entry.theme != entry.theme:  # within a theme it is told already
                told = (
                    f"nummer {entry.number} van de podcast is al van {other.entry.path}. Geef elke "
                    "aflevering een eigen nummer."
                )
                yield Fault(entry.path, ("number",), told)
        elif (other := moments.setdefault(episode.moment, episode)) is not episode:
            told = (
                f"deze aflevering komt op hetzelfde moment uit als {other.entry.path}. Kies een "
                "andere dag."
            )
            yield Fault(entry.path, ("published",), told)


def _markup(file: str, location: Location, text: str) -> Iterator[Fault]:
    """Apps show this text as it stands, so HTML would be read aloud and seen."""
    if found := _MARKUP.search(text):
        told = (
            f"hier staat HTML: {shown(found[0])}. Apps tonen dat letterlijk. Schrijf gewone tekst."
        )
        yield Fault(file, location, told)


def _name_of_the_show(title: str, show: str) -> str | None:
    """Give the name of the show as it stands in a title; its first part counts at either end."""
    brand = re.escape(show.partition(":")[0].strip())
    pattern = rf"{re.escape(show)}|^{brand}(?={_BREAK}\s)|(?<=[:|–—-] ){brand}$"
    found = re.search(pattern, title, re.IGNORECASE)
    return found[0] if found else None
