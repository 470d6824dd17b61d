"""The record of an entry: what a script needs to show it in a programme, as one small JSON file.

Facts are numbers and words; texts are HTML that `catalogue.prose` made, which knows no raw HTML. A
link in such a text counts from the page of the entry. What an entry does not have is left out.
`address` is where its page is online, and `qr` the dots of a code that says so, for paper.
"""

import json
from collections.abc import Iterator
from math import ceil
from typing import Any

from macros import addresses, qr
from macros.catalogue import prose
from macros.catalogue.model import Entry
from macros.catalogue.parts import Step
from macros.contents import Contents

TEXTS = ("goal", "body", "when_to_use", "when_not", "harvest")
"""Fields with a Markdown text."""
LISTS = ("tips", "pitfalls", "takeaways", "findings")
"""Fields with a list of Markdown texts of a line each."""


def files(contents: Contents, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield the address and bytes (JSON, UTF-8) of each record, in site order.

    An entry that got another name has a file under its old one too, with the new id in `moved_to`.
    """
    for entry in contents.catalogue.entries.values():
        yield addresses.record(entry.id), _bytes(record(contents, entry, site_url))
        for former in entry.former_ids:
            yield addresses.record(former), _bytes({"moved_to": entry.id})


def record(contents: Contents, entry: Entry, site_url: str) -> dict[str, Any]:
    """Give the record of one entry; times in minutes, `page` below the root of the site."""
    words = contents.catalogue.vocabulary
    theme = words.theme(entry.theme)
    address = addresses.absolute(site_url, addresses.entry(entry.id))
    told: dict[str, Any] = {
        "id": entry.id,
        "title": entry.title,
        "lang": entry.lang,
        "kind": entry.kind,
        "kind_label": entry.kind_label,
        "theme": {"id": theme.id, "label": theme.label, "colour": theme.colour, "icon": theme.icon},
        "page": addresses.entry(entry.id),
        "address": address,
        "qr": qr.dots(address)._asdict(),
        "summary": entry.summary,
        "minutes": _minutes(contents, entry),
        "preparation": getattr(entry, "preparation", None),
        "group": _dumped(getattr(entry, "group_size", None)),
        "setting": [words.setting(id).label for id in getattr(entry, "setting", ())],
        "materials": list(getattr(entry, "materials", ())),
        "steps": [_step(step) for step in getattr(entry, "steps", ())],
        "variations": [
            {"title": variation.title, "html": prose.render(variation.text)}
            for variation in getattr(entry, "variations", ())
        ],
    }
    for name in TEXTS:
        if text := getattr(entry, name, None):
            told[name] = prose.render(text)
    for name in LISTS:
        told[name] = [prose.render_inline(text) for text in getattr(entry, name, ())]
    return _filled(told)


def _minutes(contents: Contents, entry: Entry) -> dict[str, int] | None:
    """Give how long it takes: what the entry says, or the length of its recording."""
    if entry.kind == "podcast":
        episode = contents.episode(entry.id)
        length = ceil(episode.audio.seconds / 60) if episode else 0
        return {"min": length, "max": length} if length else None
    return _dumped(getattr(entry, "duration", None))


def _dumped(block: Any) -> dict[str, int] | None:
    return block.model_dump(exclude_none=True) if block else None


def _step(step: Step) -> dict[str, Any]:
    html = prose.render(step.text) if step.text else None
    return _filled({"title": step.title, "minutes": step.minutes, "html": html})


def _filled(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in (None, [], "")}


def _bytes(told: dict[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
