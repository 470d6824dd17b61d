"""What every macro works with: the page it stands on, and how a wrong call is told."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.catalogue.problems import shown, unknown
from macros.website.rendering import Renderer


class MacroFault(Exception):  # noqa: N818 - what the writer did, told to the writer
    """A macro was called wrongly; the message says in Dutch how to mend the call."""


@dataclass(frozen=True)
class Page:
    """The page that is being rendered: how to render, and its way back to the root (`../`)."""

    renderer: Renderer
    base: str

    def render(self, template: str, **values: Any) -> Markup:
        """Render one of our templates for this page."""
        return self.renderer.render(template, self.base, **values)


def chosen(what: str, found: str | None, allowed: Collection[str]) -> None:
    """Check a choice that may be left out; raises MacroFault for a value outside `allowed`."""
    if found is not None and found not in allowed:
        raise MacroFault(unknown(what, str(found), allowed))


def heading(level: object) -> None:
    """Check the level of a heading; raises MacroFault unless it is 2, 3 or 4."""
    if level not in (2, 3, 4):
        raise MacroFault(f"level is het niveau van de koppen: 2, 3 of 4; gevonden: {shown(level)}.")
