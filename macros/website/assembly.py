"""One run of the site: renders the calls on each page, and collects what writers did wrong.

A macro leaves a short token in the Markdown; the ready HTML takes its place afterwards. So long
lists never pass through Markdown, and nothing from YAML can be taken for Markdown or Jinja.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from macros import addresses
from macros.catalogue.problems import Problem
from macros.website import page_source
from macros.website.calls import MacroFault, Page
from macros.website.page_macros import INLINE, MACROS, call
from macros.website.rendering import Renderer

NAMES = frozenset(MACROS) | {"page", "config", "extra"}
"""The names that a writer may use between braces."""

# A block that stands in a paragraph of its own takes the place of that paragraph.
_TOKEN = re.compile(
    r'<p>\s*<div data-goodiebag="(\d+)"></div>\s*</p>|<(div|span) data-goodiebag="(\d+)"></\2>'
)


@dataclass
class Assembly:
    """What is known and found while the pages of one build go by, one page at a time."""

    renderer: Renderer
    problems: list[Problem] = field(default_factory=list)
    _ready: dict[int, Markup] = field(default_factory=dict)
    _calls: int = 0
    _file: str = ""
    _base: str = ""
    _above: int = 0

    def open(self, file: str, address: str, above: int = 0) -> None:
        """Begin with a page: its source as messages call it, its address, its lines of front matter."""
        self._file, self._base, self._above = file, addresses.base(address), above

    def check(self, source: str) -> None:
        """Note what is wrong with the calls in the open page, before it is rendered."""
        self.problems += page_source.check(source, self._file, NAMES, MACROS, self._above)

    def inspect(self, rendered: str) -> None:
        """Note when mkdocs-macros could not render the open page."""
        if problem := page_source.failure(rendered, self._file, self._above):
            self.problems.append(problem)

    def call(self, name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> str:
        """Render a call on the open page; give the token that stands for the result."""
        try:
            html = call(name, Page(self.renderer, self._base), arguments, named)
        except MacroFault as fault:
            line = page_source.line_of_call() + self._above
            self.problems.append(Problem(self._file, line, 1, name, str(fault)))
            return ""
        self._calls += 1
        self._ready[self._calls] = html
        if name in INLINE and not named.get("block"):
            return f'<span data-goodiebag="{self._calls}"></span>'
        return f'\n\n<div data-goodiebag="{self._calls}"></div>\n\n'

    def finish(self, html: str) -> str:
        """Put the ready HTML in the place of its tokens."""
        return _TOKEN.sub(lambda token: str(self._ready.pop(int(token[1] or token[3]), "")), html)


_running: Assembly | None = None


def begin(renderer: Renderer) -> Assembly:
    """Start a build; from now on `running` gives its assembly."""
    global _running
    _running = Assembly(renderer)
    return _running


def running() -> Assembly:
    """Give the assembly of the build that is going on; raises RuntimeError outside a build."""
    if _running is None:
        raise RuntimeError("no build is going on: macros can only be called while MkDocs builds")
    return _running
