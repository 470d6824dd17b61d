"""Shows in a terminal the words that entries may use: what they are called and what they mean."""

import textwrap
from collections.abc import Iterable, Sequence

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.problems import counted, listed, nearest, shown
from macros.catalogue.vocabulary import Concept, Vocabulary

SOURCES = "sources"
"""The one list that does not stand in the vocabulary, but in sources.yml."""
FIELDS = {
    "themes": "De map van een stuk.",
    "focus_areas": "In het veld focus_areas.",
    "audiences": "In het veld audience.",
    "settings": "In het veld setting.",
    "relations": "In het veld related, bij how.",
    "series": "In het veld series.",
    "terms": "Niet in een veld: de site legt deze woorden uit waar ze staan.",
    SOURCES: "In het veld sources.",
}
"""Where the words of a list are filled in."""


class NoSuchList(Exception):  # noqa: N818 - what was asked for is not there
    """There is no list by that name; the message says in Dutch which there are."""


def overview(catalogue: Catalogue, width: int = 80) -> str:
    """Give every list with its words, in lines of at most `width`."""
    parts = []
    for name in FIELDS:
        words = _words(catalogue, name)
        head = (
            f"{name} – {_label(name)} ({counted(len(words), 'woord', 'woorden')}). {FIELDS[name]}"
        )
        ids = ", ".join(id for id, *_ in words)
        parts.append(f"{_wrapped(head, width)}\n{_wrapped(ids, width, '  ')}")
    parts.append(_wrapped("Wat de woorden betekenen: goodiebag vocabulary LIJST", width))
    return "\n\n".join(parts)


def shown_list(catalogue: Catalogue, asked: str, width: int = 80) -> str:
    """Give the words of one list with what they mean; by its name or its Dutch label.

    Raises NoSuchList where there is none.
    """
    names = {name: name for name in FIELDS} | {_label(name).casefold(): name for name in FIELDS}
    # Who comes from a field calls the list by that.
    names |= {"audience": "audiences", "setting": "settings", "how": "relations"}
    name = names.get(asked.casefold())
    if name is None:
        near = nearest(asked, names)
        hint = f" Bedoel je {shown(near)}?" if near else ""
        raise NoSuchList(
            f"de lijst {shown(asked)} ken ik niet.{hint} Er is: {listed(FIELDS, 'en')}."
        )
    parts = [_wrapped(f"{name} – {_label(name)}. {FIELDS[name]}", width)]
    for id, label, definition, synonyms in _words(catalogue, name):
        lines = [id, _wrapped(f"{label}. {definition}".replace(".. ", ". "), width, "  ")]
        if synonyms:
            lines.append(_wrapped(f"Ook: {', '.join(synonyms)}.", width, "  "))
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def columns(rows: Sequence[tuple[str, str]], width: int) -> str:
    """Give names with what they are called beside them, in lines of at most `width`."""
    widest = max(len(name) for name, _ in rows)
    if widest > width // 2:
        return "\n".join(f"  {name}\n{_wrapped(told, width, '    ')}" for name, told in rows)
    return "\n".join(_beside(rows, widest, width))


def _beside(rows: Iterable[tuple[str, str]], widest: int, width: int) -> Iterable[str]:
    for name, told in rows:
        start = f"  {name:<{widest}}  "
        wrapped = textwrap.wrap(
            told, width, initial_indent=start, subsequent_indent=" " * len(start)
        )
        yield "\n".join(wrapped or [f"  {name}"])


def _label(name: str) -> str:
    field = Vocabulary.model_fields.get(name)
    return str(field.title) if field else "Bronnen"


def _words(catalogue: Catalogue, name: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Give the id, label, definition and synonyms of each word of a list."""
    if name == SOURCES:
        return [(one.id, one.title, one.summary or "", ()) for one in catalogue.sources.documents]
    words: tuple[Concept, ...] = getattr(catalogue.vocabulary, name)
    return [(word.id, word.label, word.definition, word.synonyms) for word in words]


def _wrapped(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(
        text, width, initial_indent=indent, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
