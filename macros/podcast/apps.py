"""The podcast apps that take the address of a feed from a link, and the link that each of them takes."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class App:
    """An app by its own name, the systems that it runs on, and the link that opens it."""

    name: str
    systems: str
    link: str


def apps(feed_url: str) -> tuple[App, ...]:
    """Give the apps with their link to subscribe to the feed at the full address `feed_url`.

    Only apps whose makers or whose own code say that they take such a link. Nothing is asked of
    another host until someone follows one; only AntennaPod's is a page on the web.
    """
    bare = feed_url.partition("://")[2]
    whole = quote(feed_url, safe="")
    return (
        App("Apple Podcasts", "iPhone, iPad, Mac", f"podcast://{bare}"),
        App("AntennaPod", "Android", f"https://antennapod.org/deeplink/subscribe?url={whole}"),
        App("Pocket Casts", "Android, iPhone", f"pktc://subscribe/{bare}"),
        App("Overcast", "iPhone, iPad", f"overcast://x-callback-url/add?url={whole}"),
        App("Castro", "iPhone", f"castro://subscribe/{bare}"),
        App("gPodder", "Windows, Linux", f"gpodder://{bare}"),
    )
