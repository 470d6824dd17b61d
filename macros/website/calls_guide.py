"""Macros of the guide: what goes on in people's own words, and the finder of four questions."""

from typing import Any

from markupsafe import Markup

from macros.catalogue.problems import shown, suggestion
from macros.catalogue.situations import Situation
from macros.website import facets, guide
from macros.website.calls import MacroFault, Page, heading


def situations(page: Page, level: int = 2) -> Markup:
    """Wat er speelt: alle situaties van de Wegwijzer, onder een kop per doelgroep die het zegt.

    - level: het niveau van de koppen, 2 tot 4

    situations()
    """
    heading(level)
    catalogue = page.renderer.contents.catalogue
    groups = [
        {
            "audience": audience,
            "quotes": [
                _quote(page, item)
                for item in catalogue.guide.situations
                if item.who[0] == audience.id
            ],
        }
        for audience in catalogue.vocabulary.audiences
    ]
    told = [group for group in groups if group["quotes"]]
    return page.render("situations.html", groups=told, level=level)


def situation_card(page: Page, id: str) -> Markup:
    """Eén situatie van de Wegwijzer, als zin waarop je kunt klikken.

    - id: de id van de situatie, uit catalogue/situations.yml

    situation_card("we-zien-elkaar-nauwelijks-nog")
    """
    found = {item.id: item for item in page.renderer.contents.catalogue.guide.situations}
    if id not in found:
        near = suggestion(str(id), found)
        raise MacroFault(
            f"de situatie {shown(id)} bestaat niet.{near} Kijk in catalogue/situations.yml wat er is."
        )
    return page.render("situation_card.html", **_quote(page, found[id]))


def finder(page: Page, level: int = 3) -> Markup:
    """Vier vragen die je naar de stukken brengen die het best passen; zonder script naar de lijsten.

    - level: het niveau van de koppen, 2 tot 4

    finder()
    """
    heading(level)
    contents = page.renderer.contents
    words = contents.catalogue.vocabulary
    # An answer that finds nothing is no answer.
    used = {facet.id: facet.values for facet in facets.used(contents)}
    chosen = {facet.id: used.get(facet.id, ()) for facet in facets.facets(words)}
    themes = [
        {
            "theme": words.theme(value.id),
            "areas": [
                area for area in chosen["onderwerp"] if words.focus_area(area.id).theme == value.id
            ],
        }
        for value in chosen["thema"]
    ]
    return page.render("finder.html", chosen=chosen, themes=themes, level=level)


def _quote(page: Page, situation: Situation) -> dict[str, Any]:
    """Give what a card of a situation shows."""
    theme = guide.theme_of(page.renderer.contents.catalogue, situation)
    return {"situation": situation, "theme": theme}
