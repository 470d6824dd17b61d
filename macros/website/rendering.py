"""Makes HTML of the contents by one autoescaping Jinja environment.

Text from YAML only ever enters as data, so it is escaped; what is Markdown goes through
`catalogue.prose`, which knows no raw HTML.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pydantic import BaseModel

from macros import addresses, qr
from macros.catalogue import freshness, prose
from macros.catalogue.model import Entry, Podcast
from macros.catalogue.sources import LIMITS
from macros.contents import Contents
from macros.podcast import moments, notes
from macros.website import compiled, dutch, facets, read_along
from macros.website.tokens import Tokens


def _reachable(html: str) -> str:
    """Let what may be wider than the page scroll, also by keyboard (WCAG 2.2, 2.1.1)."""
    return (
        html.replace("<pre>", '<pre tabindex="0">')
        .replace(
            "<table>", '<div class="scroll" role="region" tabindex="0" aria-label="Tabel"><table>'
        )
        .replace("</table>", "</table></div>")
    )


def _label(thing: BaseModel, field: str) -> str | None:
    """Give what people call a field."""
    return _titles(type(thing))[field]


@cache
def _titles(model: type[BaseModel]) -> Mapping[str, str | None]:
    return {name: field.title for name, field in model.model_fields.items()}


_templates = Environment(
    loader=PackageLoader("macros.website"),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,
    bytecode_cache=compiled.kept(),
)
_templates.globals.update(
    addresses=addresses,
    prose=lambda text: Markup(_reachable(prose.render(text))),
    prose_inline=lambda text: Markup(prose.render_inline(text)),
    date=dutch.day,
    minutes=dutch.minutes,
    duration=dutch.duration,
    group=dutch.group,
    amount=dutch.amount,
    limits=LIMITS,
    clock=moments.clock,
    read_along=read_along.parts,
    place=read_along.place,
    label=_label,
    bytes=dutch.size,
    qr=qr.dots,
    disclosure=notes.disclosure,
)

_templates.filters["inside"] = dutch.inside

BRANCH = "main"
"""Where proposals go when no branch is set."""

_BASE, _LEVEL = "\0", "\1"
"""What stands in a remembered card for the way back to the root, and for the level of its heading."""
_cards: dict[str, tuple[Entry, str]] = {}


def follow_templates() -> None:
    """See an edited template from now on; that takes a look at a file for each use of one."""
    _templates.auto_reload = True


def forget_cards() -> None:
    """Make every card again from now on: a template or a word of the vocabulary changed."""
    _cards.clear()


@dataclass(frozen=True)
class Ways:
    """Where a proposal can go: the addresses of repositories, the branch and a mail address.

    What is empty is not offered.
    """

    github: str = ""
    forgejo: str = ""
    branch: str = BRANCH
    mail: str = ""

    @classmethod
    def of(cls, told: Mapping[str, object]) -> "Ways":
        """Make them of what stands below `extra.contribute` in mkdocs.yml."""
        given = {name: str(told.get(name) or "").strip().rstrip("/") for name in vars(cls())}
        return cls(**{name: value for name, value in given.items() if value})


@dataclass(frozen=True)
class Renderer:
    """The contents with what pages need to know besides.

    `site_url` is the full address of the site, `day` what the site calls today, `edit_url` the
    address to edit a file with `{path}` in it, or empty. `media_url` is where the recordings are,
    with a slash at the end; empty when they are on the site itself. `ways` are those in which a
    proposal leaves the form. `tokens` are the colours and measures, which only the page about the
    look shows.
    """

    contents: Contents
    site_url: str
    day: date
    edit_url: str = ""
    media_url: str = ""
    ways: Ways = Ways()
    tokens: Tokens = field(default_factory=Tokens)

    def render(self, template: str, base: str, **values: Any) -> Markup:
        """Render a template for a page whose way back to the root is `base` (`../../`)."""
        return Markup(_templates.get_template(template).render(self._known(base), **values))

    def card(self, entry: Entry, level: int, *, base: str) -> Markup:
        """Render an entry as a card whose heading has this level (2 to 4).

        The same card stands in many lists, and a preview makes all lists again for one changed
        entry; so a card that did not change is remembered until `forget_cards`.
        """
        made, html = _cards.get(entry.id, (None, ""))
        if made is not entry:
            html = self._draw_card(entry, _LEVEL)
            _cards[entry.id] = entry, html
        return Markup(html.replace(_LEVEL, str(level)).replace(_BASE, base))

    @cached_property
    def _draw_card(self) -> Callable[[Entry, str], str]:
        parts = _templates.get_template("parts.html").make_module(self._known(_BASE))
        draw: Callable[[Entry, str], str] = getattr(parts, "draw_card")  # noqa: B009 - a macro: no type knows it
        return draw

    def _known(self, base: str) -> dict[str, Any]:
        """Give what every template may use."""
        catalogue = self.contents.catalogue
        return {
            "contents": self.contents,
            "vocabulary": catalogue.vocabulary,
            "sources": catalogue.sources,
            "url": partial(addresses.relative, base=base),
            "online": partial(addresses.absolute, self.site_url),
            "card": partial(self.card, base=base),
            "recording": partial(self.recording, base=base),
            "listening_time": self.listening_time,
        }

    def listening_time(self, entry: Entry) -> int | None:
        """Give how many minutes a recording lasts, rounded up; None for what cannot be heard."""
        return facets.minutes(self.contents, entry) if isinstance(entry, Podcast) else None

    def recording(self, file: str, *, base: str) -> str:
        """Give the link to a recording: on the site, or in full where it is elsewhere."""
        if self.media_url:
            return addresses.recording(file, self.site_url, self.media_url)
        return addresses.relative(addresses.audio(file), base)

    def entry(self, entry: Entry, base: str) -> Markup:
        """Render the body of an entry's page."""
        catalogue = self.contents.catalogue
        relations: dict[str, list[Entry]] = {}
        for tie in catalogue.relations(entry):
            relations.setdefault(tie.label, []).append(tie.entry)
        return self.render(
            "entry.html",
            base,
            entry=entry,
            relations=relations,
            resembling=catalogue.resembling(entry),
            episode=self.contents.episode(entry.id),
            stale=self.is_stale(entry),
            helps_in=self.contents.catalogue.guide.helped.get(entry.id, ()),
        )

    def is_stale(self, entry: Entry) -> bool:
        """Tell whether nobody checked this entry for two years."""
        return freshness.is_stale(entry, self.day)
