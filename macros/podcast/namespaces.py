"""The elements that feedgen cannot write, as plain values, and the extension that writes them.

The form of the two classes is that of an extension of feedgen: it asks the feed's class for
namespaces, and calls `extend_rss` with the element to add to. feedgen makes the objects itself,
so their elements are given afterwards.

Standards: Podcasting 2.0 (podcastindex.org/namespace/1.0), Apple's podcast elements, Podlove
Simple Chapters 1.2.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import lxml.etree as etree

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
PSC = "http://podlove.org/simple-chapters"


@dataclass(frozen=True)
class Element:
    """An element of XML: its namespace and name, its text, its attributes and what is in it."""

    namespace: str
    name: str
    text: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    inside: tuple["Element", ...] = ()


def itunes(name: str, text: str) -> Element:
    """Give an element of Apple's namespace."""
    return Element(ITUNES, name, text)


def podcast(name: str, text: str | None = None, /, **facts: str | None) -> Element:
    """Give an element of Podcasting 2.0; an attribute that is None or empty is left out."""
    return Element(PODCAST, name, text, {key: value for key, value in facts.items() if value})


class ChannelTags:
    """What is added to the channel: set `elements`."""

    elements: tuple[Element, ...] = ()

    def extend_ns(self) -> dict[str, str]:
        """Give the namespaces by their usual prefixes."""
        return {"itunes": ITUNES, "podcast": PODCAST, "psc": PSC}

    def extend_rss(self, rss: Any) -> Any:
        """Add the elements to the channel, which is the first child of `rss`."""
        _add(rss[0], self.elements)
        return rss


class ItemTags:
    """What is added to an item: set `elements`."""

    elements: tuple[Element, ...] = ()

    def extend_rss(self, item: Any) -> Any:
        """Add the elements to the item."""
        _add(item, self.elements)
        return item


def _add(parent: Any, elements: Iterable[Element]) -> None:
    for element in elements:
        made = etree.SubElement(parent, f"{{{element.namespace}}}{element.name}", element.facts)
        made.text = element.text
        _add(made, element.inside)
