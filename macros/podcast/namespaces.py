"""What feedgen cannot say: a true or false `itunes:explicit`, and the podcast namespace.

The form of these classes is that of an extension of feedgen: it asks the feed's class for
namespaces, and calls `extend_rss` with the element to add to. feedgen makes the objects itself,
so their values are given afterwards.

Standards: Podcasting 2.0 (podcastindex.org/namespace/1.0), PSP-1, Apple's podcast elements.
"""

from typing import Any

import lxml.etree as etree

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"


class ChannelTags:
    """Elements of the channel; `explicit`, `guid`, `owner` (an address) and `synthetic` are set."""

    explicit = False
    guid = ""
    owner = ""
    synthetic = False

    def extend_ns(self) -> dict[str, str]:
        """Give the namespaces by their usual prefixes."""
        return {"itunes": ITUNES, "podcast": PODCAST}

    def extend_rss(self, rss: Any) -> Any:
        """Add the elements to the channel, which is the first child of `rss`."""
        channel = rss[0]
        _add(channel, ITUNES, "explicit", "true" if self.explicit else "false")
        _add(channel, PODCAST, "guid", self.guid)
        _add(channel, PODCAST, "locked", "yes", **({"owner": self.owner} if self.owner else {}))
        _add(channel, PODCAST, "medium", "podcast")
        if self.synthetic:
            _add(channel, PODCAST, "txt", "true", purpose="ai-content")
        return rss


class ItemTags:
    """Elements of an item; `explicit`, `synthetic`, and the transcript's address and language."""

    explicit = False
    synthetic = False
    transcript = ""
    language = ""

    def extend_rss(self, item: Any) -> Any:
        """Add the elements to the item."""
        _add(item, ITUNES, "explicit", "true" if self.explicit else "false")
        _add(
            item,
            PODCAST,
            "transcript",
            url=self.transcript,
            type="text/vtt",
            language=self.language,
            rel="captions",
        )
        if self.synthetic:
            _add(item, PODCAST, "txt", "true", purpose="ai-content")
        return item


def _add(parent: Any, namespace: str, name: str, text: str | None = None, **facts: str) -> None:
    element = etree.SubElement(parent, f"{{{namespace}}}{name}", facts)
    element.text = text
