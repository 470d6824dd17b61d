"""The macro of the page about the look: colours and measures, and the real parts of pages."""

from math import floor

from markupsafe import Markup

from macros.catalogue.model import Entry, Method
from macros.contents import Contents
from macros.website import dutch, facets
from macros.website.calls import MacroFault, Page, chosen
from macros.website.facets import Facet
from macros.website.tokens import DECORATION

PARTS = (
    *("colours", "contrast", "type", "spacing"),
    *("buttons", "chips", "facet", "steps", "player", "notices", "field"),
)
COLOURS = {
    "paper": "Papier: de grond van elke pagina",
    "surface": "Wit: de grond van kaarten en velden",
    "sunken": "Schelp: een rustig vlak, zoals een mededeling",
    "ink": "Inkt: de tekst",
    "ink-soft": "Zachte inkt: uitleg en bijschriften",
    "line": "Dunne lijn: scheidt, en zegt verder niets",
    "line-strong": "Stevige lijn: de rand van iets wat je kunt invullen of kiezen",
    "leaf": "Blad: alles wat je kunt doen, zoals links en knoppen",
    "leaf-strong": "Donker blad: hetzelfde, met de muis erop",
    "leaf-wash": "Licht blad: de grond van wat gekozen is",
    "on-leaf": "Op blad: de tekst op een knop",
    "mark": "Markeerstift: het woord waar je op zocht",
    "warn": "Let op: wat niet klopt",
    "warn-wash": "Licht let op: de grond daarvan",
    "focus-inner": "Binnenrand van waar het toetsenbord staat",
    "focus-outer": "Buitenrand van waar het toetsenbord staat",
    "sinaasappel": "Sinaasappel: tekst bij productieve werkomgeving",
    "sinaasappel-vivid": "Felle sinaasappel: randen en lijnen als versiering",
    "sinaasappel-wash": "Lichte sinaasappel: gronden",
    "druif": "Druif: tekst bij opgavegericht werken",
    "druif-vivid": "Felle druif: randen en lijnen als versiering",
    "druif-wash": "Lichte druif: gronden",
    "peer": "Peer: tekst bij integriteit",
    "peer-vivid": "Felle peer: randen en lijnen als versiering",
    "peer-wash": "Lichte peer: gronden",
    "theme-vivid": "Fel blad: hetzelfde waar geen thema is, en de streep onder waar je bent",
}
"""What each colour is called and what it is for."""


def look(page: Page, part: str) -> Markup:
    """Een stuk van de vormgeving, uit de echte kleuren en onderdelen van de site.

    - part: "colours", "contrast", "type", "spacing", "buttons", "chips", "facet", "steps", "player", "notices" of "field"

    look("colours")
    """
    chosen("het onderdeel", part, PARTS)
    tokens = page.renderer.tokens
    if not tokens.light:
        raise MacroFault(
            "ik vind geen kleuren en maten: docs/assets/css/tokens.css ontbreekt of is leeg."
        )
    contents = page.renderer.contents
    try:
        pairs = tuple(tokens.pairs())
    except KeyError as missing:
        raise MacroFault(
            f"in docs/assets/css/tokens.css ontbreekt de kleur --{missing.args[0]}."
        ) from None
    return page.render(
        "look.html",
        part=part,
        tokens=tokens,
        names=COLOURS,
        decoration=DECORATION,
        pairs=pairs,
        ratio=_ratio,
        activity=_activity(contents),
        episode=contents.episodes[0] if contents.episodes else None,
        facet=_facet(contents) if part == "facet" else None,
    )


def _activity(contents: Contents) -> Entry | None:
    """Give the first entry with steps to show."""
    entries = contents.catalogue.entries.values()
    return next((it for it in entries if isinstance(it, Method) and len(it.steps) > 1), None)


def _facet(contents: Contents) -> Facet | None:
    """Give the first facet with boxes to tick."""
    return next((facet for facet in facets.used(contents) if not facet.single), None)


def _ratio(value: float) -> str:
    """Give a contrast for readers, rounded down, so that it never seems enough when it is not."""
    return f"{dutch.number(floor(value * 10) / 10)} : 1"
