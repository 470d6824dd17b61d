"""Macros that show what stands around the entries: themes, words, sources and figures."""

from markupsafe import Markup

from macros.catalogue.problems import unknown
from macros.website.calls import MacroFault, Page, chosen, heading


def basket(page: Page, title: str, lead: str) -> Markup:
    """De opening van de startpagina, met de getekende fruitmand.

    - title: de grote kop
    - lead: een of twee zinnen eronder, in Markdown

    basket(title="Pak iets uit de mand", lead="Kennis over werken bij het Rijk.")
    """
    return page.render("basket.html", title=title, lead=lead)


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
    words = page.renderer.contents.catalogue.vocabulary
    chosen("het deel", part, type(words).model_fields)
    chosen("het thema", theme, [item.id for item in words.themes])
    listed = [
        item
        for item in getattr(words, part)
        if theme is None or getattr(item, "theme", None) == theme
    ]
    return page.render("vocabulary.html", words=listed)


def figure(page: Page, id: str, block: bool = False) -> Markup:
    """Een cijfer uit de bronnen, met een link naar waar het staat.

    - id: de id van het cijfer in sources.yml
    - block: true zet het cijfer groot, los van de tekst

    figure("thuiswerk-verwachting")
    """
    facts = {fact.id: fact for fact in page.renderer.contents.catalogue.sources.facts}
    if id not in facts:
        raise MacroFault(unknown("het cijfer", str(id), facts))
    return page.render("figure.html", fact=facts[id], block=block)


def sources(page: Page, level: int = 2) -> Markup:
    """De documenten achter de catalogus, elk met de cijfers die eruit komen.

    - level: het niveau van de koppen, 2 of 3

    sources()
    """
    heading(level)
    known = page.renderer.contents.catalogue.sources
    parts = [
        {
            "document": document,
            "facts": [fact for fact in known.facts if fact.source == document.id],
        }
        for document in known.documents
    ]
    return page.render("documents.html", documents=parts, level=level)
