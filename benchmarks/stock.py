"""Writes a catalogue as people write a site by hand: plain mkdocs-material, a Markdown page each.

The same texts, lists and links as on our pages. The pages lie outside the navigation: inside it,
the cost of stock grows with the square of their number, and no comparison would be left.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros import addresses
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.model import BookReview, Collection, Entry, Method

SETTINGS = """\
site_name: Goodiebag
site_url: https://goodiebag.example.org/
theme:
  name: material
  language: nl
  font: false
plugins: {plugins}
nav:
  - index.md
  - catalogus/index.md
{themes}
not_in_nav: /catalogus/*.md
"""


def write(catalogue: Catalogue, folder: Path) -> None:
    """Write the project in `folder`: mkdocs.yml, search.yml (with Material's search) and pages."""
    themes = catalogue.vocabulary.themes
    menu = "\n".join(f"  - thema/{theme.id}.md" for theme in themes)
    docs = folder / "docs"
    for name in ("catalogus", "thema"):
        (docs / name).mkdir(parents=True)
    for file, plugins in (("mkdocs.yml", "[]"), ("search.yml", "[search]")):
        settings = SETTINGS.format(plugins=plugins, themes=menu)
        (folder / file).write_text(settings, encoding="utf-8")
    everything = tuple(catalogue.entries.values())
    _page(docs / "index.md", ["# Goodiebag", _links(themes_of(catalogue))])
    _page(docs / "catalogus/index.md", ["# Catalogus", _list(everything, "")])
    for theme in themes:
        chosen = catalogue.select(theme=theme.id)
        blocks = [f"# {theme.label}", theme.definition, _list(chosen, "../catalogus/")]
        _page(docs / f"thema/{theme.id}.md", blocks)
    for entry in everything:
        _page(docs / f"{addresses.entry(entry.id).rstrip('/')}.md", _entry(catalogue, entry))


def themes_of(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Yield text, target and explanation of a link to each theme, from the home page."""
    for theme in catalogue.vocabulary.themes:
        yield theme.label, f"thema/{theme.id}.md", theme.definition


def _page(path: Path, blocks: Iterable[str]) -> None:
    text = "\n\n".join(block for block in blocks if block)
    # Python-Markdown has no mark for the language of a word; people use italics there.
    path.write_text(re.sub(r"\[([^\]]+)\]\{lang=\w+\}", r"*\1*", text) + "\n", encoding="utf-8")


def _entry(catalogue: Catalogue, entry: Entry) -> Iterator[str]:
    """Yield the blocks of the page of one entry."""
    words = catalogue.vocabulary
    theme = words.theme(entry.theme)
    yield f"---\ndescription: {_quoted(entry.summary)}\n---"
    yield f"# {entry.title}"
    yield f"[{theme.label}](../thema/{theme.id}.md) · {entry.kind_label}"
    yield f"**{entry.summary}**"
    yield _bullets(
        [
            "Voor wie: " + ", ".join(words.audience(id).label for id in entry.audience),
            "Aandachtsgebieden: "
            + ", ".join(words.focus_area(id).label for id in entry.focus_areas),
        ]
    )
    yield entry.body or ""
    yield from _own(catalogue, entry)
    yield "Trefwoorden: " + ", ".join(entry.keywords)
    yield "## Bronnen"
    yield _bullets(catalogue.sources.document(id).title for id in entry.sources)
    if ties := catalogue.relations(entry):
        yield "## Verder met dit onderwerp"
        yield _links((tie.entry.title, f"{tie.entry.id}.md", tie.label) for tie in ties)
    yield f"In de catalogus sinds {entry.published}."


def _own(catalogue: Catalogue, entry: Entry) -> Iterator[str]:
    """Yield what only this kind of entry has."""
    if isinstance(entry, Collection) and entry.entries:
        yield _list((catalogue.entries[id] for id in entry.entries), "")
    elif isinstance(entry, BookReview):
        yield f"Boek: {entry.book.title}"
        yield _bullets(entry.takeaways)
    elif isinstance(entry, Method):
        yield from _method(catalogue, entry)
    else:
        yield _bullets(getattr(entry, "findings", ()))


def _method(catalogue: Catalogue, entry: Method) -> Iterator[str]:
    yield f"## Wat het oplevert\n\n{entry.goal}"
    if entry.when_to_use:
        yield f"## Wanneer wel\n\n{entry.when_to_use}"
    if entry.when_not:
        yield f"## Wanneer niet\n\n{entry.when_not}"
    if entry.steps:
        places = ", ".join(catalogue.vocabulary.setting(id).label for id in entry.setting)
        yield _bullets([f"Waar: {places}", *(f"Nodig: {thing}" for thing in entry.materials)])
        yield "## Zo doe je het"
    for step in entry.steps:
        yield f"### {step.title}\n\n{step.minutes} minuten. {step.text}"
    for title, lines in (("Tips", entry.tips), ("Valkuilen", entry.pitfalls)):
        if lines:
            yield f"## {title}\n\n{_bullets(lines)}"
    for variation in entry.variations:
        yield f"### {variation.title}\n\n{variation.text}"


def _list(entries: Iterable[Entry], folder: str) -> str:
    return _links((entry.title, f"{folder}{entry.id}.md", entry.summary) for entry in entries)


def _links(links: Iterable[tuple[str, str, str]]) -> str:
    return _bullets(f"[{text}]({target}): {told}" for text, target, told in links)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {' '.join(line.split())}" for line in lines)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
