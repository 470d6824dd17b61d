"""Macros that show what stands around the entries: themes, words, sources and figures."""

from itertools import chain, islice

from markupsafe import Markup

from macros.catalogue.problems import unknown
from macros.catalogue.sources import LIMITS, Fact
from macros.website import plots
from macros.website.calls import MacroFault, Page, chosen, heading
from macros.website.calls_entries import newest_first

BEHIND = 3
"""Places in the drawing of the basket for new entries, behind the fruits of the themes."""


def basket(page: Page, title: str, lead: str) -> Markup:
    """De opening van de startpagina, met de getekende fruitmand. Daarin liggen de thema's en de nieuwste stukken.

    - title: de grote kop
    - lead: een of twee zinnen eronder, in Markdown

    basket(title="Pak iets uit de mand", lead="Kennis over werken bij het Rijk.")
    """
    entries = tuple(page.renderer.contents.catalogue.entries.values())
    latest = list(islice(newest_first(entries), BEHIND))
    return page.render("basket.html", title=title, lead=lead, latest=latest)


def themes(page: Page, level: int = 3) -> Markup:
    """De thema's als tegels, elk met zijn vrucht.

    - level: het niveau van de koppen, 2 of 3

    themes()
    """
    heading(level)
    catalogue = page.renderer.contents.catalogue
    parts = [
        {"theme": item, "number": len(catalogue.select(theme=item.id))}
        for item in catalogue.vocabulary.themes
    ]
    return page.render("themes.html", themes=parts, level=level)


def theme_opening(page: Page, id: str) -> Markup:
    """De opening van de pagina van een thema: vrucht, naam en betekenis.

    - id: de id van het thema

    theme_opening("integriteit")
    """
    catalogue = page.renderer.contents.catalogue
    chosen("het thema", id, [item.id for item in catalogue.vocabulary.themes])
    theme = catalogue.vocabulary.theme(id)
    return page.render("theme.html", theme=theme, number=len(catalogue.select(theme=id)))


def vocabulary(page: Page, part: str = "terms", theme: str | None = None) -> Markup:
    """De woordenlijst: woorden met hun betekenis en synoniemen.

    - part: welk deel: themes, focus_areas, audiences, settings, relations, series of terms
    - theme: alleen de woorden van dit thema

    vocabulary("focus_areas", theme="integriteit")
    """
    catalogue = page.renderer.contents.catalogue
    words = catalogue.vocabulary
    chosen("het deel", part, type(words).model_fields)
    chosen("het thema", theme, [item.id for item in words.themes])
    listed = [
        item
        for item in getattr(words, part)
        if theme is None or getattr(item, "theme", None) == theme
    ]
    areas = listed if part == "focus_areas" else []
    numbers = {area.id: len(catalogue.select(focus_area=area.id)) for area in areas}
    return page.render("vocabulary.html", words=listed, numbers=numbers)


def figure(page: Page, id: str, block: bool = False) -> Markup:
    """Een cijfer uit de bronnen, met een link naar waar het staat.

    - id: de id van het cijfer in sources.yml
    - block: true zet het cijfer groot, los van de tekst

    figure("thuiswerk-verwachting")
    """
    return page.render("figure.html", fact=_fact(page, id), block=block)


def plot(page: Page, facts: str, title: str, form: str = "bars", of: str | None = None) -> Markup:
    """Cijfers als tekening, met dezelfde cijfers in een tabel eronder.

    - facts: de id van een cijfer in sources.yml, of meer met komma's ertussen
    - title: wat de tekening laat zien, in een paar woorden
    - form: "bars" (procenten onder elkaar), "parts" (delen van 100%), "line" (één getal op een lijn) of "dots" (aantallen als stippen)
    - of: bij "dots", het aantal waar een percentage bij hoort

    plot("thuis-productiever, thuis-betere-concentratie", title="Wat mensen eind 2020 van thuiswerken vonden")
    """
    chosen("de vorm", form, plots.FORMS)
    drawn = [_fact(page, id.strip()) for id in facts.split(",")]
    whole = _fact(page, of) if of is not None else None
    try:
        shape = plots.draw(form, drawn, whole)
    except plots.Unfit as problem:
        raise MacroFault(str(problem)) from None
    shown = [*drawn, whole] if whole else drawn
    known = page.renderer.contents.catalogue.sources
    return page.render(
        "plot.html",
        id=f"beeld-{form}-{drawn[0].id}",
        title=title,
        form=form,
        plot=shape,
        told=plots.told(shown),
        facts=shown,
        documents=[known.document(id) for id in dict.fromkeys(fact.source for fact in shown)],
        limits=[LIMITS[limit] for limit in dict.fromkeys(chain(*(fact.limits for fact in shown)))],
    )


def _fact(page: Page, id: str) -> Fact:
    """Give a figure by its id; raises MacroFault for one that is not there."""
    facts = {fact.id: fact for fact in page.renderer.contents.catalogue.sources.facts}
    if id not in facts:
        raise MacroFault(unknown("het cijfer", str(id), facts))
    return facts[id]


def sources(page: Page, level: int = 2) -> Markup:
    """De documenten achter de catalogus op een tijdlijn, elk met de cijfers die eruit komen.

    - level: het niveau van de koppen met jaren, 2 tot 4; een titel staat een niveau lager

    sources()
    """
    heading(level)
    known = page.renderer.contents.catalogue.sources
    years = [
        {
            "year": year,
            "documents": [
                {
                    "document": document,
                    "facts": [fact for fact in known.facts if fact.source == document.id],
                }
                for document in documents
            ],
        }
        for year, documents in known.timeline()
    ]
    return page.render("documents.html", years=years, level=level)
