"""Where someone who finds a leak can tell it: /.well-known/security.txt (RFC 9116).

It has a day on which it ends, so that nobody writes to a mailbox that is no longer read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from macros import addresses
from macros.catalogue.problems import shown

MOST = timedelta(days=366)
"""The longest that it may hold: RFC 9116 advises less than a year from the day it was written."""
SOON = timedelta(days=30)
"""Nearer to its end than this nothing is published with it."""
EARLY = timedelta(days=60)
"""From here on the weekly report says that it ends."""

_MAIL = re.compile(r"[^\s@:/<>]+@[^\s@:/<>]+\.[^\s@:/<>]+")
_PAGE = re.compile(r"https://[^\s<>]+\.[^\s<>]+")


@dataclass(frozen=True)
class Security:
    """Who to tell (a mail address or an https address), and the last day on which that holds."""

    contact: str = ""
    expires: str = ""

    @classmethod
    def of(cls, told: Mapping[str, object]) -> "Security":
        """Make it of what stands below `extra.security` in mkdocs.yml."""
        return cls(*(str(told.get(name) or "").strip() for name in ("contact", "expires")))

    @property
    def is_set(self) -> bool:
        """Tell whether there is someone to tell; without, nothing is published."""
        return bool(self.contact)

    @property
    def day(self) -> date | None:
        """Give the last day; None where it is no day."""
        try:
            return date.fromisoformat(self.expires) if len(self.expires) == 10 else None
        except ValueError:
            return None


def fault(told: Security) -> str | None:
    """Give what no file can be made of, in Dutch; None when it can, or when there is no contact."""
    if not told.is_set:
        return None
    if not (_MAIL.fullmatch(told.contact) or _PAGE.fullmatch(told.contact)):
        return (
            f"SECURITY_CONTACT is {shown(told.contact)}. Vul een mailadres in, of het adres van een "
            "pagina dat begint met https://."
        )
    if told.day is None:
        return (
            f"SECURITY_EXPIRES is {shown(told.expires)}. Vul de laatste dag in waarop het contact "
            "klopt, zoals 2027-03-31."
        )
    return None


def ending(told: Security, today: date, within: timedelta = SOON) -> str | None:
    """Give why it may not go online today, in Dutch; None when it may.

    It has ended or ends `within` this time, or it holds longer than a year.
    """
    if (wrong := fault(told)) or told.day is None or not told.is_set:
        return wrong
    renew = "Lees je dat adres nog? Zet dan in SECURITY_EXPIRES een dag binnen een jaar."
    if told.day < today:
        return f"security.txt is verlopen op {told.day}. {renew}"
    if told.day - today < within:
        return f"security.txt verloopt op {told.day}. {renew}"
    if told.day - today > MOST:
        return f"security.txt geldt tot {told.day}, en dat is meer dan een jaar. {renew}"
    return None


def render(told: Security, site_url: str) -> bytes:
    """Give the file, with lines that end as RFC 9116 wants them."""
    contact = f"mailto:{told.contact}" if _MAIL.fullmatch(told.contact) else told.contact
    lines = (
        f"Contact: {contact}",
        f"Expires: {told.expires}T23:59:59Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {addresses.absolute(site_url, addresses.SECURITY)}",
    )
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8")
