"""What the form opens of an entry: the values as they are written, and the file itself."""

import json
from pathlib import Path

import pytest

from macros import contents
from macros.catalogue.loading import load
from macros.catalogue.reading import read
from macros.contents import Contents
from macros.contribute import opened
from tests.project import EXAMPLE, ROOT

FOLDERS = pytest.mark.parametrize("folder", [ROOT, EXAMPLE], ids=["live", "example"])


@FOLDERS
def test_what_is_filled_in_is_what_the_file_says(folder: Path) -> None:
    """Word for word, so that a form leaves as it is what nobody changes."""
    catalogue = load(folder)

    for entry in catalogue.entries.values():
        file = folder / entry.path
        assert opened.values(entry, file.read_bytes()) == read(file, entry.path).data, entry.path


def test_every_entry_has_its_values_and_its_file(example: Contents) -> None:
    """Both in one piece of JSON; the file is the text to the last line end."""
    found = {address: json.loads(data) for address, data in opened.files(example)}

    assert list(found) == [f"data/voorstel/{id}.json" for id in example.catalogue.entries]
    told = found["data/voorstel/grijze-gebied.json"]
    assert list(told) == ["values", "text"]
    assert told["values"]["kind"] == "background"
    entry = example.catalogue.entries["grijze-gebied"]
    assert told["text"] == (EXAMPLE / entry.path).read_text(encoding="utf-8")


def test_a_moment_stays_as_it_was_written(root: Path) -> None:
    """The model makes seconds of it: `00:01` would come back as `0:01`."""
    [file] = (root / "catalogue/entries").rglob("voorbeeld.yml")
    text = file.read_text(encoding="utf-8")
    assert "0:01" in text
    file.write_text(text.replace("0:01", "00:01"), encoding="utf-8")

    found = dict(opened.files(contents.read(root)))

    told = json.loads(found["data/voorstel/voorbeeld.json"])
    assert told["values"]["chapters"][1]["start"] == "00:01"
