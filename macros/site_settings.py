"""What mkdocs.yml and the environment say of this site, as a build works with it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.catalogue import clock
from macros.open_data import security_txt
from macros.open_data.security_txt import Security
from macros.settings import address_fault
from macros.website.rendering import Ways


@dataclass(frozen=True)
class SiteSettings:
    """The settings of the site; what is not set is empty.

    `site_url` is its full address, `edit_url` that to edit a file with `{path}` in it, `media_url`
    that of its recordings when they are elsewhere. `security` is who to tell of a leak, `ways` are
    those in which a proposal leaves the form, and `has_index` tells whether search is made.
    """

    site_url: str = ""
    edit_url: str = ""
    media_url: str = ""
    security: Security = field(default_factory=Security)
    ways: Ways = field(default_factory=Ways)
    has_index: bool = True

    @classmethod
    def of(cls, site_url: str | None, extra: Mapping[str, Any]) -> "SiteSettings":
        """Make them of `site_url` and what stands below `extra` in mkdocs.yml."""
        return cls(
            site_url=site_url or "",
            edit_url=str(extra.get("edit_url") or ""),
            media_url=str(extra.get("media_url") or ""),
            security=Security.of(extra.get("security") or {}),
            ways=Ways.of(extra.get("contribute") or {}),
            has_index=bool(extra.get("search_index", True)),
        )

    def fault(self, *, is_preview: bool) -> str | None:
        """Give what MkDocs would take or choke on, in Dutch; None when all can be used.

        Of a preview the address is no matter: it is MkDocs itself that chose it.
        """
        epoch = os.environ.get(clock.VARIABLE, "0")
        if not (epoch.isascii() and epoch.isdigit()):
            return f"{clock.VARIABLE} is een aantal seconden sinds 1970; gevonden: {epoch}."
        if not is_preview and (fault := address_fault(self.site_url)):
            return fault
        if self.media_url and (fault := address_fault(self.media_url, "MEDIA_URL")):
            return fault
        return security_txt.fault(self.security)
