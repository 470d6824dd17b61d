"""What the form for a proposal knows of the catalogue, as one JSON file.

The schema, the words of the vocabulary with their definitions, what a card or a rule has to know of every other
entry, the titles of sources, and what is told where fields do not fit each other: the same
templates as the command line fills in, with `{names}` in them.
"""

import json
from math import ceil
from pathlib import Path
from typing import Any

from macros import addresses
from macros.catalogue import model, parts, problems, prose, references, rules
from macros.catalogue.folder import DOWNLOADS
from macros.catalogue.model import Entry
from macros.catalogue.sources import Document
from macros.catalogue.texts import TO_WRITE
from macros.catalogue.vocabulary import Vocabulary
from macros.contents import Contents
from macros.contribute.schema import entry_schema

LISTS = ("themes", "focus_areas", "audiences", "settings", "series", "relations")
"""Lists of the vocabulary that a form offers."""

RULES = {
    "turned": parts.TURNED,
    "audio_lacking": model.LACKING,
    "chapter_not_later": model.NOT_LATER,
    "future": problems.FUTURE,
    "reviewed_before": rules.REVIEWED_BEFORE,
    "steps_differ": rules.STEPS_DIFFER,
    "unwritten": rules.UNWRITTEN,
    "unwritten_text": rules.UNWRITTEN_TEXT,
    "same_title": rules.SAME_TITLE,
    "same_summary": rules.SAME_SUMMARY,
    "former_in_use": rules.FORMER_IN_USE,
    "former_elsewhere": rules.FORMER_ELSEWHERE,
    "no_number": rules.NO_NUMBER,
    "no_series": rules.NO_SERIES,
    "number_taken": rules.NUMBER_TAKEN,
    "number_skipped": rules.NUMBER_SKIPPED,
    "recording_taken": rules.RECORDING_TAKEN,
    "doubled": references.DOUBLED,
    "itself": references.ITSELF,
    "no_download": references.NO_DOWNLOAD,
    "no_entry": problems.NO_ENTRY,
    "unknown": problems.UNKNOWN,
    "near": problems.NEAR,
    "choice": problems.CHOICE,
    "look": problems.LOOK,
}
"""What is told where fields do not fit each other or the rest of the catalogue."""


def render(contents: Contents) -> bytes:
    """Give what the form has to know, as JSON (UTF-8)."""
    return (
        json.dumps(form_data(contents), ensure_ascii=False, separators=(",", ":")) + "\n"
    ).encode()


def form_data(contents: Contents) -> dict[str, Any]:
    """Give what the form has to know; entries in site order, what they lack is left out."""
    catalogue = contents.catalogue
    return {
        "schema": entry_schema(catalogue),
        "vocabulary": _vocabulary(catalogue.vocabulary),
        "entries": [_entry(contents, entry) for entry in catalogue.entries.values()],
        "sources": [_source(document) for document in catalogue.sources.documents],
        "downloads": _downloads(catalogue.root),
        "rules": RULES,
        "company": model.COMPANY,
        "prose": prose.MESSAGES,
        "called": references.CALLED,
        "to_write": TO_WRITE,
        "limits": {"choices": problems.MAX_CHOICES, "brackets": prose.MAX_BRACKETS},
    }


def _downloads(root: Path) -> list[str]:
    """List the files that there are to take along."""
    folder = root / DOWNLOADS
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def _vocabulary(words: Vocabulary) -> dict[str, list[dict[str, Any]]]:
    return {
        name: [
            _filled(word.model_dump(exclude={"synonyms"}, exclude_none=True))
            for word in getattr(words, name)
        ]
        for name in LISTS
    }


def _entry(contents: Contents, entry: Entry) -> dict[str, Any]:
    """Tell of an entry what a card shows, and what no other entry may have too."""
    told = {
        "id": entry.id,
        "path": entry.path,
        "page": addresses.entry(entry.id),
        "kind": entry.kind,
        "theme": entry.theme,
        "title": entry.title,
        "lang": entry.lang,
        "summary": entry.summary,
        "material": entry.provenance.material,
        "listening": _listening(contents, entry),
        "former_ids": list(entry.former_ids),
    }
    for name in ("series", "number", "audio", "transcript", "guid"):
        told[name] = getattr(entry, name, None)
    for name in ("duration", "group_size"):
        block = getattr(entry, name, None)
        told[name] = block.model_dump(exclude_none=True) if block else None
    return _filled(told)


def _listening(contents: Contents, entry: Entry) -> int | None:
    """Give how many minutes a recording lasts, rounded up; None for what cannot be heard."""
    episode = contents.episode(entry.id)
    return ceil(episode.audio.seconds / 60) if episode else None


def _source(document: Document) -> dict[str, Any]:
    """Tell of a document what a line about it shows."""
    return _filled(
        {
            "id": document.id,
            "title": document.title,
            "issuer": document.issuer,
            "date": document.date.isoformat() if document.date else None,
            "reference": document.reference,
        }
    )


def _filled(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in (None, [], "")}
