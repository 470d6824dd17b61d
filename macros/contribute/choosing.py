"""Puts the word from a list in the place of what people call it: `Interventie` is `intervention`.

Only where one word of the list has that name, and never by what it resembles: that is for its
writer to say.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.catalogue import kinds
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.document import Document, Node
from macros.catalogue.ids import as_id
from macros.catalogue.messages import inner
from macros.catalogue.model import KINDS
from macros.contribute import looking

Names = Mapping[str, str]
"""The word that is meant by a name in the form of an id; of a name that two words have, none."""
_LISTS = {
    "focus_areas": "focus_areas",
    "audience": "audiences",
    "setting": "settings",
    "series": "series",
    "how": "relations",
}


def chosen(text: str, catalogue: Catalogue | None) -> str:
    """Give the text of an entry with the words of lists by their ids.

    Without a catalogue only the lists of the model itself are known: kinds and what provenance is.
    """
    for place in _places(looking.read(text), _lists(catalogue)):
        text = text[: place.start] + place.word + text[place.end :]
    return text


class _Place(NamedTuple):
    """Where a name stands in the text, and the word that is meant."""

    start: int
    end: int
    word: str


def _places(document: Document, lists: Mapping[str, Names]) -> list[_Place]:
    """Give what to put in which place, from the last to the first."""
    root, data = document.root, document.data
    if root is None or not isinstance(data, dict):
        return []
    kind = root.parts.get("kind")
    found = list(_changed(kind, _kinds())) if kind else []
    model = KINDS.get(found[0].word if found else str(data.get("kind")))
    found.extend(_inside(root, model or kinds.meant(data.get("kind"), data), lists))
    return sorted(found, key=lambda place: -place.start)


def _inside(node: Node, model: type[BaseModel], lists: Mapping[str, Names]) -> Iterator[_Place]:
    for name, part in node.parts.items():
        field = model.model_fields.get(str(name))
        if field is None:
            continue
        block = next(inner(field.annotation), None)
        items = list(part.parts.values()) if isinstance(part.value, list) else [part]
        if block:
            for item in items:
                yield from _inside(item, block, lists)
        elif name != "kind" and (names := lists.get(str(name)) or _literal(field)):
            # What is in a list already would stand there twice.
            there = {str(item.value) for item in items}
            for place in (place for item in items for place in _changed(item, names)):
                if place.word not in there:
                    there.add(place.word)
                    yield place


def _changed(node: Node, names: Names) -> Iterator[_Place]:
    """Yield the word that is meant by a text on one line, where it is another than stands there."""
    event = node.event
    if not isinstance(node.value, str) or event.start_mark.line != event.end_mark.line:
        return
    word = names.get(as_id(node.value))
    if word and word != node.value:
        yield _Place(event.start_mark.index, event.end_mark.index, word)


def _lists(catalogue: Catalogue | None) -> Mapping[str, Names]:
    """Give the names in each field that takes its words from a list."""
    if catalogue is None:
        return {}
    words = catalogue.vocabulary
    lists = {
        name: _names((item.id, item.label) for item in getattr(words, source))
        for name, source in _LISTS.items()
    }
    documents = catalogue.sources.documents
    entries = _names((entry.id, entry.title) for entry in catalogue.entries.values())
    lists["sources"] = _names((item.id, item.title) for item in documents)
    return {**lists, "entry": entries, "entries": entries}


def _kinds() -> Names:
    return _names(
        (kind, name)
        for kind, model in KINDS.items()
        for name in (model.kind_label, model.kind_label_plural)
    )


def _literal(field: FieldInfo) -> Names:
    words = [part for part in get_args(field.annotation) if isinstance(part, str)]
    return _names((word, word) for word in words)


def _names(words: Iterable[tuple[str, str]]) -> Names:
    """Give the words by id and by name; one that is called as another is called is left out."""
    found: dict[str, set[str]] = {}
    for word, label in words:
        for name in (word, label):
            found.setdefault(as_id(name), set()).add(word)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
