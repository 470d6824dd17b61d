"""Gives the podcast as a list of subscriptions with one podcast in it, for apps that import those.

Standard: OPML 2.0 (opml.org/spec2.opml).
"""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from macros import addresses
from macros.catalogue.channel import Channel

MIME_TYPE = "text/x-opml"


def render(channel: Channel, site_url: str) -> bytes:
    """Give the subscription to the podcast, as UTF-8; `site_url` is where the site is published."""
    opml = Element("opml", version="2.0")
    SubElement(SubElement(opml, "head"), "title").text = channel.title
    facts = {
        "type": "rss",
        "text": channel.title,
        "title": channel.title,
        "xmlUrl": addresses.absolute(site_url, addresses.FEED),
        "htmlUrl": addresses.absolute(site_url, addresses.PODCAST),
        "language": channel.language,
        "version": "RSS2",
    }
    SubElement(SubElement(opml, "body"), "outline", facts)
    ElementTree.indent(opml)
    written: bytes = ElementTree.tostring(opml, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"
