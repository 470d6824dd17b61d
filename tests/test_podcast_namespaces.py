"""The elements that feedgen cannot say, in their own namespaces."""

import lxml.etree as etree

from macros.podcast.namespaces import (
    ITUNES,
    PODCAST,
    PSC,
    ChannelTags,
    Element,
    ItemTags,
    itunes,
    podcast,
)


def written(element: Element) -> str:
    """Give an element as it comes into an item, with the namespaces by their usual prefixes."""
    item = etree.Element("item", nsmap=ChannelTags().extend_ns())
    tags = ItemTags()
    tags.elements = (element,)
    assert tags.extend_rss(item) is item
    found = etree.tostring(item, encoding="unicode")
    return str(found[found.index(">") + 1 :].removesuffix("</item>"))


def test_the_namespaces_are_exactly_those_of_the_standards() -> None:
    """An app compares them letter by letter."""
    assert ChannelTags().extend_ns() == {
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "podcast": "https://podcastindex.org/namespace/1.0",
        "psc": "http://podlove.org/simple-chapters",
    }


def test_an_element_has_text_and_attributes() -> None:
    """Both are escaped."""
    assert (
        written(podcast("season", "1", name='"A" & <b>'))
        == '<podcast:season name="&quot;A&quot; &amp; &lt;b&gt;">1</podcast:season>'
    )
    assert written(itunes("explicit", "false")) == "<itunes:explicit>false</itunes:explicit>"


def test_what_is_not_known_leaves_no_empty_attribute() -> None:
    """None and an empty text both mean: not there."""
    assert (
        written(podcast("locked", "yes", owner=None, other=""))
        == "<podcast:locked>yes</podcast:locked>"
    )


def test_elements_can_stand_in_elements() -> None:
    """As chapters do."""
    inner = Element(PSC, "chapter", facts={"start": "00:00:00.000"})

    assert written(Element(PSC, "chapters", facts={"version": "1.2"}, inside=(inner,))) == (
        '<psc:chapters version="1.2"><psc:chapter start="00:00:00.000"/></psc:chapters>'
    )


def test_the_elements_of_the_podcast_go_into_the_channel() -> None:
    """What feedgen hands over is the whole feed, and the channel is in it."""
    rss = etree.fromstring("<rss><channel><title>A</title></channel></rss>")
    tags = ChannelTags()
    tags.elements = (podcast("medium", "podcast"), itunes("explicit", "true"))
    tags.extend_rss(rss)

    assert [child.tag for child in rss[0]] == [
        "title",
        f"{{{PODCAST}}}medium",
        f"{{{ITUNES}}}explicit",
    ]


def test_two_items_do_not_share_their_elements() -> None:
    """What is set for one says nothing of another."""
    one, other = ItemTags(), ItemTags()
    one.elements = (podcast("episode", "1"),)

    assert other.elements == ()
