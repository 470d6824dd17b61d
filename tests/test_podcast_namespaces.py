"""The elements that feedgen cannot say, in their own namespaces."""

import lxml.etree as etree

from macros.podcast.namespaces import ChannelTags, ItemTags

PODCAST = "{https://podcastindex.org/namespace/1.0}"


def told(element: etree._Element) -> list[tuple[str, dict[str, str], str | None]]:
    """Give the children in the podcast namespace: name, attributes and text."""
    return [
        (child.tag.removeprefix(PODCAST), dict(child.attrib), child.text)
        for child in element
        if child.tag.startswith(PODCAST)
    ]


def test_a_channel_says_what_it_is_and_who_may_move_it() -> None:
    """An address of the owner is named only where there is one."""
    rss = etree.Element("rss")
    etree.SubElement(rss, "channel")
    tags = ChannelTags()
    tags.guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    tags.extend_rss(rss)

    assert told(rss[0]) == [
        ("guid", {}, "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
        ("locked", {}, "yes"),
        ("medium", {}, "podcast"),
    ]

    tags.owner, tags.synthetic = "podcast@example.org", True
    rss[0].clear()
    tags.extend_rss(rss)
    assert told(rss[0])[1] == ("locked", {"owner": "podcast@example.org"}, "yes")
    assert told(rss[0])[3] == ("txt", {"purpose": "ai-content"}, "true")


def test_an_item_names_its_transcript_with_type_and_language() -> None:
    """As captions, because its text has times."""
    item, tags = etree.Element("item"), ItemTags()
    tags.transcript, tags.language = "https://example.org/t.vtt", "nl"
    tags.extend_rss(item)

    facts = {
        "url": "https://example.org/t.vtt",
        "type": "text/vtt",
        "language": "nl",
        "rel": "captions",
    }
    assert told(item) == [("transcript", facts, None)]


def test_explicit_is_true_or_false_and_nothing_else() -> None:
    """As PSP-1 and Apple ask; feedgen itself only knows yes, no and clean."""
    for explicit, text in ((True, "true"), (False, "false")):
        item, tags = etree.Element("item"), ItemTags()
        tags.explicit = explicit
        tags.extend_rss(item)
        assert item.findtext("{http://www.itunes.com/dtds/podcast-1.0.dtd}explicit") == text
