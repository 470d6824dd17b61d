"""Makes HTML of the contents by one autoescaping Jinja environment.

Text from YAML only ever enters as data, so it is escaped; what is Markdown goes through
`catalogue.prose`, which knows no raw HTML.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from macros import addresses
from macros.catalogue import prose
from macros.catalogue.model import Entry
from macros.contents import Contents
from macros.podcast import feed
from macros.website import dutch

REVIEW_AFTER = timedelta(days=2 * 365)
"""An entry that nobody checked for this long is shown as such."""


def _reachable(html: str) -> str:
    """Let the keyboard reach a block of code, which may be wider than the page (WCAG 2.2, 2.1.1)."""
    return html.replace("<pre>", '<pre tabindex="0">')


_templates = Environment(
    loader=PackageLoader("macros.website"),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=True,  # so that `make serve` sees an edited template
)
_templates.globals.update(
    addresses=addresses,
    prose=lambda text: Markup(_reachable(prose.render(text))),
    prose_inline=lambda text: Markup(prose.render_inline(text)),
    date=dutch.day,
    minutes=dutch.minutes,
    duration=dutch.duration,
    group=dutch.group,
    clock=dutch.clock,
    bytes=dutch.size,
    disclosure=feed.disclosure,
)


@dataclass(frozen=True)
class Renderer:
    """The contents with what pages need to know besides.

    `site_url` is the full address of the site, `day` what the site calls today, `edit_url` the
    address to edit a file with `{path}` in it, or empty.
    """

    contents: Contents
    site_url: str
    day: date
    edit_url: str = ""

    def render(self, template: str, base: str, **values: Any) -> Markup:
        """Render a template for a page whose way back to the root is `base` (`../../`)."""
        catalogue = self.contents.catalogue
        text = _templates.get_template(template).render(
            contents=self.contents,
            vocabulary=catalogue.vocabulary,
            sources=catalogue.sources,
            url=partial(addresses.relative, base=base),
            **values,
        )
        return Markup(text)

    def entry(self, entry: Entry, base: str) -> Markup:
        """Render the body of an entry's page."""
        return self.render(
            "entry.html",
            base,
            entry=entry,
            relations=self.contents.catalogue.relations(entry),
            episode=self.contents.episode(entry.id),
            stale=self.is_stale(entry),
            edit_url=self.edit_url.replace("{path}", entry.path) if self.edit_url else None,
        )

    def is_stale(self, entry: Entry) -> bool:
        """Tell whether nobody checked this entry for two years."""
        return (entry.reviewed or entry.published) + REVIEW_AFTER < self.day
