"""What is mechanical is mended in the file of an entry, and its meaning stays the same."""

import random
from collections import Counter
from pathlib import Path

import pytest

from macros.catalogue.folder import EntryFile
from macros.catalogue.reading import read_bytes
from macros.contents import Contents
from macros.contribute import mending
from tests.project import EXAMPLE, ROOT

REAL = sorted(
    [
        *(ROOT / "catalogue/entries").glob("*/*.yml"),
        *(EXAMPLE / "catalogue/entries").glob("*/*.yml"),
    ]
)
CASES = sorted((ROOT / "tests/cases").glob("*/catalogue/entries/*/*.yml"))
HEAD = """\
kind: method
title: Goed gesprek
summary: Zo voer je een goed gesprek.
"""


def mended(text: str) -> str:
    """Mend a text as a file."""
    return mending.mend(text.encode()).decode()


def test_everything_mechanical_is_mended_at_once() -> None:
    """Quotes, order, spaces, line ends and a mark at the front; remarks go along with their field."""
    before = (
        "\ufeff# Hoofd\r\n\r\nkind: method  \r\nsummary: Iets\r\n# boven de titel\r\n"
        "title: Let op: dit\r\n\r\nkeywords: [no, 12:30]\r\naudience: [team]\r\n"
    )

    assert mended(before) == (
        '# Hoofd\n\nkind: method\n# boven de titel\ntitle: "Let op: dit"\nsummary: Iets\n\n'
        'audience: [team]\nkeywords: ["no", "12:30"]\n'
    )


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_entry_is_as_it_should_be(path: Path) -> None:
    """Nothing in the catalogue waits for `--fix`."""
    assert mending.mend(path.read_bytes()) == path.read_bytes()


@pytest.mark.parametrize("path", CASES, ids=lambda path: "-".join(path.parts[-5:]))
def test_a_wrong_file_says_no_other_thing_afterwards(path: Path) -> None:
    """What could be read is read the same, texts in quotes aside; and mending twice changes nothing.

    Kinds go by their ids, and titles without a full stop.
    """
    before = path.read_bytes()
    once = mending.mend(before)
    old, new = read_bytes(before, ""), read_bytes(once, "")

    assert mending.mend(once) == once
    if old.root is not None:
        assert new.root is not None
        assert _words(new.data) == _words(_named(old.data))
    assert _remarks(once) == _remarks(before)


def _named(value: object) -> object:
    """Give data with a kind by its id, and titles without a full stop."""
    if isinstance(value, list):
        return [_named(part) for part in value]
    if not isinstance(value, dict):
        return value
    found = {name: _named(part) for name, part in value.items()}
    if found.get("kind") == "interventie":
        found["kind"] = "intervention"
    for name, part in found.items():
        if name in ("title", "subtitle") and isinstance(part, str) and not part.endswith(".."):
            found[name] = part.removesuffix(".")
    return found


def _words(value: object) -> object:
    """Give data in which numbers are told by their digits, and a block of one line as its text."""
    if isinstance(value, dict):
        return {name: _words(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_words(part) for part in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _remarks(data: bytes) -> Counter[str]:
    lines = data.decode("utf-8", errors="replace").splitlines()
    return Counter(line.strip() for line in lines if line.strip().startswith("#"))


def test_what_a_newcomer_calls_things_is_put_right(example: Contents) -> None:
    """The kind and the words by what people call them, and the full stop of a title."""
    before = (
        "kind: Interventie\ntitle: Wandelend overleg.\nsummary: Een overleg.\n"
        "audience: [Team, HR-adviseur]\ngoal: Je komt los.\n"
    )

    assert mending.mend(before.encode(), example.catalogue).decode() == (
        "kind: intervention\ntitle: Wandelend overleg\nsummary: Een overleg.\n"
        "audience: [team, hr-adviseur]\ngoal: Je komt los.\n"
    )


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_an_entry_whose_fields_were_shuffled_comes_back(path: Path) -> None:
    """With every remark and every line; what stands in a text stays as it is."""
    text = path.read_text("utf-8")
    document = read_bytes(text.encode(), "")
    assert document.root
    lines = text.split("\n")
    starts = [part.key.start_mark.line for part in document.root.parts.values() if part.key]
    ends = [*starts[1:], len(lines) - 1]
    head, *parts = [lines[start:end] for start, end in zip([0, *starts], [starts[0], *ends], strict=True)]  # fmt: skip
    random.Random(path.stem).shuffle(parts)
    shuffled = "\n".join([*head, *(line for part in parts for line in part), ""])

    found = mended(shuffled)
    data = read_bytes(found.encode(), "").data
    assert data == document.data
    assert isinstance(data, dict)
    assert isinstance(document.data, dict)
    assert list(data) == list(document.data)
    assert Counter(found.split("\n")) == Counter(shuffled.split("\n"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD + "goal: |\n  Een regel  \n  en een nieuwe.\n", None),
        (HEAD + "goal: Iets.   \n", HEAD + "goal: Iets.\n"),
        (HEAD + "goal: Iets.", HEAD + "goal: Iets.\n"),
        (HEAD + "goal: Iets.\n\n\n", HEAD + "goal: Iets.\n"),
        (HEAD + "goal: |+\n  Iets.\n\n\n", None),
        (HEAD + "goal: 'nooit gesloten\n", None),
    ],
)
def test_spaces_go_where_they_mean_nothing(before: str, after: str | None) -> None:
    """Inside a text they may be a new line of Markdown; a file that cannot be read stays as it is."""
    assert mended(before) == (after or before)


def test_a_file_is_written_only_when_it_changes(tmp_path: Path) -> None:
    """The difference is that of `diff -u`, with signs that do not show made visible."""
    path = tmp_path / "a.yml"
    file = EntryFile(path, "catalogue/entries/thema/a.yml", "thema", "a")
    path.write_bytes(b"kind: study\r\ntitle: no")

    assert mending.write(file) == (
        "--- catalogue/entries/thema/a.yml\n+++ catalogue/entries/thema/a.yml\n@@ -1,3 +1,2 @@\n"
        '-kind: study␍\n-title: no\n-\\ hier ontbreekt het einde van de regel\n+kind: study\n+title: "no"\n'
    )
    assert path.read_bytes() == b'kind: study\ntitle: "no"\n'
    stamp = path.stat().st_mtime_ns
    assert mending.write(file) == ""
    assert path.stat().st_mtime_ns == stamp
