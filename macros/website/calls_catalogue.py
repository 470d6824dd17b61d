"""Macros about everything together: the catalogue with its filters, and links to a part of it."""

from markupsafe import Markup

from macros import addresses
from macros.website import facets
from macros.website.calls import Page, chosen


def catalogue(page: Page) -> Markup:
    """Alles bij elkaar, met zoekveld, filters en de lijsten die zonder script werken.

    catalogue()
    """
    contents = page.renderer.contents
    words = contents.catalogue.vocabulary
    return page.render(
        "catalogue.html",
        themes=[
            {
                "theme": theme,
                "entries": [
                    {
                        "entry": entry,
                        "values": facets.values(contents, entry),
                        "minutes": facets.minutes(contents, entry),
                    }
                    for entry in found
                ],
            }
            for theme in words.themes
            if (found := contents.catalogue.select(theme=theme.id))
        ],
        facets=facets.used(contents),
    )


def filter_link(
    page: Page,
    text: str,
    theme: str | None = None,
    kind: str | None = None,
    time: str | None = None,
    group: str | None = None,
    audience: str | None = None,
    setting: str | None = None,
    focus_area: str | None = None,
    words: str | None = None,
) -> Markup:
    """Een link naar de catalogus waarin al een keuze is gemaakt, midden in een zin.

    - text: de woorden van de link
    - theme: de id van een thema; twee of meer mag, met een komma ertussen
    - kind: een soort zoals in het adres van zijn lijst: interventie, boekrecensie
    - time: hoeveel minuten iemand heeft: "15", "30", "60", "120" of "langer"
    - group: "1", "2", "3-8", "9-15" of "16-meer"
    - audience: de id van een doelgroep
    - setting: de id van een plek
    - focus_area: de id van een aandachtsgebied
    - words: waar je op zoekt

    filter_link("wat een team in een half uur kan doen", time="30", audience="team")
    """
    asked = {
        "thema": theme, "soort": kind, "tijd": time, "groep": group,
        "voor": audience, "waar": setting, "onderwerp": focus_area,
    }  # fmt: skip
    given = {name: value for name, value in asked.items() if value is not None}
    for facet in facets.facets(page.renderer.contents.catalogue.vocabulary):
        for value in given.get(facet.id, "").split(",") if facet.id in given else ():
            chosen(
                f"in de keuze {facet.label} de waarde", value, [item.id for item in facet.values]
            )
    if words:
        given["zoek"] = words
    return page.render("filter_link.html", address=addresses.filtered(**given), text=text)
