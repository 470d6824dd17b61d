"""Where the site is online for real, and what it means when that changes."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from macros import addresses
from macros.catalogue.problems import shown

_EXAMPLES = ("example.com", "example.net", "example.nl", "example.org", "voorbeeld.nl")
_RESERVED = ("example", "internal", "invalid", "local", "localhost", "test")
"""The last part of a name that nobody can have on the internet (RFC 2606, 6761, 6762)."""


def is_public(site_url: str) -> bool:
    """Tell whether an address is one where a site can be online; a placeholder is none."""
    try:
        host = (urlsplit(site_url).hostname or "").rstrip(".")
    except ValueError:
        return False
    if "." not in host or host.rpartition(".")[2] in _RESERVED or _is_number(host):
        return False
    return not any(host == name or host.endswith(f".{name}") for name in _EXAMPLES)


def normal(address: str) -> str:
    """Give an address in the one form in which two can be compared: with a slash at the end.

    What is no address stays as it is.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return parts._replace(netloc=parts.netloc.lower(), path=parts.path.rstrip("/") + "/").geturl()


def unfit(address: str) -> str | None:
    """Give why no podcast can be online at an address, in Dutch; None when one can."""
    if not is_public(address):
        return f"{shown(address)} is een voorbeeld; daar kan geen site online staan."
    if not address.startswith("https://"):
        return f"{shown(address)} begint niet met https://, en dat eisen podcast-apps."
    return None


def move(old: str, new: str) -> str:
    """Say in Dutch that another address is a move, and how every subscriber comes along."""
    feed = addresses.absolute(new, addresses.FEED)
    return (
        f"de site staat op {old}, en SITE_URL is {new}. Dat is een verhuizing: zonder hulp raken "
        "abonnees de podcast kwijt. Zet SITE_URL terug. Verhuis je echt, volg dan deploy/README.md: "
        "(1) verander geen enkele guid; (2) zet de nieuwe site online naast de oude; (3) zet "
        f"new_feed_url: {feed} in podcasts/channel.yml en publiceer op beide adressen; (4) laat "
        "daarna elk oud adres blijvend doorverwijzen naar het nieuwe (301)."
    )


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
