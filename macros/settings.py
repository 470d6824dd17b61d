"""Looks at mkdocs.yml and SITE_URL before MkDocs does, to tell in Dutch what is wrong with them.

Which value a setting may have is for MkDocs to say; `retelling` gives what it says a place.
"""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from macros.catalogue.decoding import decode
from macros.catalogue.document import Document
from macros.catalogue.foreign import fields, position_of
from macros.catalogue.problems import Problem, shown, suggestion
from macros.open_data.security_txt import Security
from macros.retelling import SETTINGS

EXAMPLE = "https://voorbeeld.nl/"
KNOWN = (
    *("INHERIT", "copyright", "dev_addr", "docs_dir", "draft_docs", "edit_uri"),
    *("edit_uri_template", "exclude_docs", "extra", "extra_css", "extra_javascript"),
    *("extra_templates", "hooks", "markdown_extensions", "mdx_configs", "nav", "not_in_nav"),
    *("plugins", "remote_branch", "remote_name", "repo_name", "repo_url", "site_author"),
    *("site_description", "site_dir", "site_name", "site_url", "strict", "theme"),
    *("use_directory_urls", "validation", "watch"),
)
"""The settings of MkDocs, besides those that it has given up."""


def problems(root: Path) -> list[Problem]:
    """Give what is wrong with the settings of the project `root`, sorted; SITE_URL included."""
    document = Document(SETTINGS)
    text = decode((root / SETTINGS).read_bytes(), document)
    found = fields(text, document) if text is not None else {}
    for name, (key, _) in found.items():
        if name not in KNOWN:
            message = (
                f"deze instelling kent MkDocs niet.{suggestion(name, KNOWN)} Haal haar anders weg."
            )
            document.note(position_of(key), (name,), message)
    if "site_url" in found:
        _, value = found["site_url"]
        if fault := address_fault(_set(value)):
            document.note(position_of(value), ("site_url",), fault)
    return sorted(document.problems)


def whereabouts(root: Path) -> tuple[str, str]:
    """Give where the site comes, and where its recordings are if that is elsewhere.

    Each is empty where nothing sets it, or where mkdocs.yml cannot be read: the build tells that.
    """
    found = _read(root)
    return _set(found.get("site_url")), _set(_inside(found.get("extra")).get("media_url"))


def security(root: Path) -> Security:
    """Give who to tell of a leak in the project `root`; empty where nothing sets it."""
    told = _inside(_inside(_read(root).get("extra")).get("security"))
    return Security.of({name: _set(value) for name, value in told.items()})


def address_fault(address: str, variable: str = "SITE_URL") -> str | None:
    """Give what is wrong with an address that is set, in Dutch; None when it can be used.

    `variable` is what sets it: SITE_URL for the site, MEDIA_URL for its recordings.
    """
    if not address:
        return f"{variable} is leeg. Vul het hele adres in, zoals {EXAMPLE}."
    try:
        parts = urlsplit(address)
        sound = parts.scheme in ("https", "http") and bool(parts.hostname)
        # Who reads the port finds out whether it is one.
        sound = sound and not (parts.query or parts.fragment) and parts.port != 0
    except ValueError:
        sound = False
    if sound and address.isascii() and not re.search(r"[\s\\<>\"]", address):
        return None
    return f"{variable} is geen adres van een site: {shown(address)}. Vul het hele adres in, zonder ? of #, zoals {EXAMPLE}."


def _read(root: Path) -> dict[str, yaml.Node]:
    """Give the settings by name; none where mkdocs.yml cannot be read."""
    document = Document(SETTINGS)
    text = decode((root / SETTINGS).read_bytes(), document)
    found = fields(text, document) if text is not None else {}
    return {name: value for name, (_, value) in found.items()}


def _inside(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """Give what a setting holds by name; none where it holds no settings."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {str(key.value): value for key, value in pairs}


def _set(node: yaml.Node | None) -> str:
    """Give the value of a setting: its text, or what `!ENV [VARIABLE, default]` comes to."""
    if node is None:
        return ""
    if node.tag != "!ENV" or not isinstance(node, yaml.SequenceNode) or not node.value:
        return str(node.value)
    *names, default = (str(part.value) for part in node.value)
    return next((os.environ[name] for name in names if name in os.environ), default)
