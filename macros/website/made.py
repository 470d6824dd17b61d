"""A page that is made from the contents: it lies in no folder, and no Markdown is rendered for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup


@dataclass(frozen=True)
class Made:
    """A page: its address, the file that it is made from, what the frame knows of it, and its HTML.

    `source` is a file below the project's folder. `meta` and `body` are called when the page is
    made; `body` takes the way from the page back to the root (`../../`). `parts` is what the page
    is made of besides what all pages share: a preview makes it again when these change.
    """

    address: str
    source: str
    meta: Callable[[], dict[str, Any]]
    body: Callable[[str], Markup]
    parts: tuple[object, ...]

    @property
    def path(self) -> str:
        """Give the path of the Markdown file that would have this address: `soort/methode.md`."""
        return self.address.rstrip("/") + ".md"
