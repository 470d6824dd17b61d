"""Macros that show entries: lists of cards, one card, one page, a link, the episodes."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup

from macros import addresses
from macros.catalogue.model import KINDS, Entry
from macros.catalogue.problems import no_entry, shown
from macros.podcast.apps import apps
from macros.website.calls import MacroFault, Page, chosen, heading


def entries(
    page: Page,
    theme: str | None = None,
    kind: str | None = None,
    focus_area: str | None = None,
    audience: str | None = None,
    group_by: str | None = None,
    limit: int | None = None,
    newest: bool = False,
    level: int = 3,
) -> Markup:
    """Een lijst met kaarten van stukken, naar keuze beperkt.

    - theme: de id van een thema
    - kind: een soort, zoals intervention of podcast
    - focus_area: de id van een aandachtsgebied
    - audience: de id van een doelgroep
    - group_by: een kop per "theme", "kind" of "focus_area"
    - limit: hooguit zoveel stukken
    - newest: true zet het nieuwste vooraan; van dezelfde dag komen thema's en soorten om en om
    - level: het niveau van de koppen, 2 tot 4

    entries(theme="integriteit", kind="book-review")
    """
    catalogue = page.renderer.contents.catalogue
    words = catalogue.vocabulary
    chosen("het thema", theme, [item.id for item in words.themes])
    chosen("de soort", kind, KINDS)
    chosen("het aandachtsgebied", focus_area, [item.id for item in words.focus_areas])
    chosen("de doelgroep", audience, [item.id for item in words.audiences])
    chosen("de indeling", group_by, ["theme", "kind", "focus_area"])
    heading(level)
    if limit is not None and (not isinstance(limit, int) or limit < 1):
        raise MacroFault(f"limit is een getal vanaf 1; gevonden: {shown(limit)}.")
    found = catalogue.select(theme=theme, kind=kind, focus_area=focus_area, audience=audience)
    if newest:
        found = tuple(newest_first(found))
    found = found[:limit]
    if group_by is None:
        return page.render("entries.html", entries=found, level=level)
    return page.render("entries.html", groups=_groups(page, found, group_by, theme), level=level)


def newest_first(found: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield the newest first; of one day by turns those whose theme, then kind, came up least."""
    seen: Counter[str] = Counter()
    days = sorted(found, key=lambda entry: entry.published, reverse=True)
    for _, day in groupby(days, key=lambda entry: entry.published):
        waiting: dict[tuple[str, str], deque[Entry]] = {}
        for entry in day:
            waiting.setdefault((entry.theme, entry.kind), deque()).append(entry)
        while waiting:
            turn = min(waiting, key=lambda place: [seen[name] for name in place])
            seen.update(turn)
            yield waiting[turn].popleft()
            if not waiting[turn]:
                del waiting[turn]


def _groups(
    page: Page, found: tuple[Entry, ...], group_by: str, theme: str | None
) -> list[dict[str, Any]]:
    words = page.renderer.contents.catalogue.vocabulary
    if group_by == "kind":
        parts = [(kind, KINDS[kind].kind_label_plural) for kind in KINDS]
        return [
            {
                "id": kind,
                "label": label,
                "entries": tuple(entry for entry in found if entry.kind == kind),
            }
            for kind, label in parts
        ]
    if group_by == "theme":
        return [
            {
                "id": item.id,
                "label": item.label,
                "entries": tuple(entry for entry in found if entry.theme == item.id),
            }
            for item in words.themes
        ]
    return [
        {
            "id": area.id,
            "label": area.label,
            "entries": tuple(entry for entry in found if area.id in entry.focus_areas),
        }
        for area in words.focus_areas
        if theme is None or area.theme == theme
    ]


def focus_areas(page: Page, theme: str, level: int = 3) -> Markup:
    """De aandachtsgebieden van een thema, elk met betekenis en stukken; wat compleet is staat vooraan.

    - theme: de id van het thema
    - level: het niveau van de koppen, 2 tot 4

    focus_areas("integriteit")
    """
    catalogue = page.renderer.contents.catalogue
    words = catalogue.vocabulary
    chosen("het thema", theme, [item.id for item in words.themes])
    heading(level)
    areas = [area for area in words.focus_areas if area.theme == theme]
    told = {area.id for area in areas}
    rest = [entry for entry in catalogue.select(theme=theme) if told.isdisjoint(entry.focus_areas)]
    return page.render(
        "theme_areas.html",
        theme=words.theme(theme),
        areas=[
            {"area": area, "entries": _complete_first(catalogue.select(focus_area=area.id))}
            for area in areas
        ],
        rest=_complete_first(rest),
        level=level,
    )


def _complete_first(found: Iterable[Entry]) -> list[Entry]:
    """Put what can be used from its page alone before what is only described."""
    return sorted(found, key=lambda entry: entry.provenance.material == "described")


def entry_card(page: Page, id: str, level: int = 3) -> Markup:
    """Eén stuk als kaart.

    - id: de bestandsnaam van het stuk, zonder .yml
    - level: het niveau van de kop, 2 tot 4

    entry_card("jam-cultures")
    """
    heading(level)
    return page.render("card.html", entry=_entry(page, id), level=level)


def entry_page(page: Page, id: str) -> Markup:
    """Eén stuk helemaal, zoals op zijn eigen pagina.

    - id: de bestandsnaam van het stuk, zonder .yml

    entry_page("jam-cultures")
    """
    return page.renderer.entry(_entry(page, id), page.base)


def link(page: Page, id: str, text: str | None = None) -> Markup:
    """Een link naar een stuk, midden in een zin.

    - id: de bestandsnaam van het stuk, zonder .yml
    - text: andere woorden dan de titel

    link("jam-cultures")
    """
    return page.render("link.html", entry=_entry(page, id), text=text)


def episodes(page: Page) -> Markup:
    """De podcast: elke aflevering met een speler, en hoe je je abonneert.

    episodes()
    """
    contents = page.renderer.contents
    if contents.catalogue.channel is None:
        raise MacroFault(
            "er is geen podcast: podcasts/channel.yml ontbreekt. Maak dat bestand, of haal deze aanroep weg."
        )
    feed_url = addresses.absolute(page.renderer.site_url, addresses.FEED)
    return page.render(
        "episodes.html",
        episodes=contents.episodes,
        channel=contents.catalogue.channel,
        feed_url=feed_url,
        apps=apps(feed_url),
    )


def _entry(page: Page, id: object) -> Entry:
    entries = page.renderer.contents.catalogue.entries
    if id not in entries:
        raise MacroFault(no_entry(id, entries))
    return entries[str(id)]
