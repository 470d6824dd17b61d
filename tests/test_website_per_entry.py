"""What is worked out per entry is worked out once, until something that it is made of changes."""

from dataclasses import replace

from macros.catalogue.model import Entry
from macros.contents import Contents
from macros.website.per_entry import per_entry


def test_the_same_entry_is_worked_out_once(example: Contents) -> None:
    """A preview asks again for every entry at each edit."""
    asked: list[str] = []

    @per_entry
    def letters(contents: Contents, entry: Entry) -> int:
        del contents
        asked.append(entry.id)
        return len(entry.title)

    one, other = list(example.catalogue.entries.values())[:2]
    found = [letters(example, entry) for entry in (one, other, one, other)]

    assert found == [len(one.title), len(other.title)] * 2
    assert asked == [one.id, other.id]


def test_a_changed_entry_or_vocabulary_is_worked_out_again(example: Contents) -> None:
    """An entry or a vocabulary that was read again is another object."""
    asked: list[str] = []

    @per_entry
    def told(contents: Contents, entry: Entry) -> str:
        del contents
        asked.append(entry.title)
        return entry.title

    entry = example.catalogue.entries["rondje-opgave"]
    changed = entry.model_copy(update={"title": "Nieuw"})
    words = example.catalogue.vocabulary.model_copy()
    read_again = replace(example, catalogue=replace(example.catalogue, vocabulary=words))

    assert told(example, entry) == entry.title
    assert told(example, changed) == "Nieuw"
    assert told(read_again, changed) == "Nieuw"
    assert told(read_again, changed) == "Nieuw"
    assert asked == [entry.title, "Nieuw", "Nieuw"]
