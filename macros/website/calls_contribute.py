"""Macros for who adds something: example files, the fields of a kind, and the form of a proposal."""

from functools import cache

from markupsafe import Markup

from macros.catalogue.model import KINDS
from macros.contribute import scaffold
from macros.website.calls import Page, chosen, heading

# They come from the model, which does not change while a preview runs.
_template = cache(scaffold.template)
_fields = cache(scaffold.fields)


def entry_template(page: Page, kind: str) -> Markup:
    """Het complete voorbeeldbestand van een soort, met uitleg bij elk veld.

    - kind: de soort, zoals intervention

    entry_template("book-review")
    """
    chosen("de soort", kind, KINDS)
    return page.render(
        "template.html",
        text=_template(kind),
        name=KINDS[kind].kind_label,
        id=f"sjabloon-{kind}",
    )


def fields(page: Page, kind: str) -> Markup:
    """Een tabel met de velden van een soort.

    - kind: de soort, zoals intervention

    fields("study")
    """
    chosen("de soort", kind, KINDS)
    caption = f"Velden van de soort {KINDS[kind].kind_label.lower()}"
    return page.render("fields.html", fields=_fields(kind), caption=caption)


def proposal(page: Page, level: int = 2) -> Markup:
    """Het formulier voor een voorstel; zonder script de voorbeeldbestanden en het mailadres.

    - level: het niveau van de koppen, 2 of 3

    proposal()
    """
    heading(level)
    templates = [(KINDS[kind].kind_label, entry_template(page, kind)) for kind in KINDS]
    renderer = page.renderer
    return page.render(
        "proposal.html",
        templates=templates,
        ways=renderer.ways,
        edit=renderer.edit_url,
        level=level,
    )
