"""The podcast as a list of subscriptions."""

from xml.etree import ElementTree

from macros.contents import Contents
from macros.podcast import opml
from tests.project import ROOT

GOLDEN = ROOT / "tests/golden/podcast/goodiebag.opml"
SITE = "https://voorbeeld.example.org/map/"


def test_the_list_is_the_one_that_was_looked_at(example: Contents) -> None:
    """OPML 2.0 with one podcast: its name, its feed, its page and its language."""
    assert example.catalogue.channel

    assert opml.render(example.catalogue.channel, SITE) == GOLDEN.read_bytes()


def test_odd_characters_in_the_name_survive(example: Contents) -> None:
    """Quotes, an ampersand and angle brackets."""
    assert example.catalogue.channel
    odd = example.catalogue.channel.model_copy(update={"title": '"A" & <b> ë'})

    [outline] = ElementTree.fromstring(opml.render(odd, SITE)).iter("outline")

    assert outline.get("text") == outline.get("title") == '"A" & <b> ë'
    assert outline.get("xmlUrl") == SITE + "podcast/feed.xml"
