"""A preview makes again what changed, and only that."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from macros import addresses, contents, preview
from macros.preview import Memory
from macros.website import pages
from macros.website.rendering import Renderer

ENTRY = "catalogue/entries/integriteit/grijze-gebied.yml"


def edit(file: Path, old: str, new: str) -> None:
    """Replace words in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def changed(memory: Memory, root: Path, looks: float = 1.0) -> set[str]:
    """Take in a project, and give the ids of the entries whose page must be made again."""
    found = contents.read(root)
    made = pages.pages(Renderer(found, "https://voorbeeld.example.org/", date(2026, 11, 21)))
    memory.look(made, (looks, *pages.shared_ingredients(found)))
    return {id for id in found.catalogue.entries if memory.is_changed(addresses.entry(id))}


def test_at_first_every_page_is_made(root: Path) -> None:
    """There is nothing to remember yet."""
    assert len(changed(Memory(), root)) == 7


def test_after_a_whole_build_nothing_is_made_again(root: Path) -> None:
    """The same contents and the same looks."""
    memory = Memory()
    changed(memory, root)
    memory.keep()

    assert changed(memory, root) == set()


def test_an_edit_makes_its_own_page_again_and_those_that_show_it(root: Path) -> None:
    """The title of an entry stands on the pages that are related to it, or that it resembles, too."""
    memory = Memory()
    changed(memory, root)
    memory.keep()
    edit(root / ENTRY, "Wat is het grijze gebied?", "Grijs, en dan?")

    made = changed(memory, root)

    assert {"grijze-gebied", "onderzoek-naar-de-norm", "voorbeeld"} <= made
    assert "rondje-opgave" not in made


@pytest.mark.parametrize("file", ["catalogue/vocabulary.yml", "catalogue/sources.yml"])
def test_what_all_pages_share_makes_all_again(root: Path, file: str) -> None:
    """Words and sources; and so does a template or a setting."""
    memory = Memory()
    changed(memory, root)
    memory.keep()
    assert len(changed(memory, root, looks=2.0)) == 7

    label = {"catalogue/vocabulary.yml": "label: ", "catalogue/sources.yml": "title: "}[file]
    edit(root / file, label, f"{label}Over ")

    assert len(changed(memory, root)) == 7


def test_an_edit_of_texts_is_known_from_one_that_brings_or_takes_away(root: Path) -> None:
    """The page of an edited entry can be made alone; where there are more or fewer, all can differ."""
    before = contents.read(root)
    assert preview.edited(before, contents.read(root)) == []

    edit(root / ENTRY, "Wat is het grijze gebied?", "Grijs, en dan?")
    after = contents.read(root)
    assert [entry.id for entry in preview.edited(before, after)] == ["grijze-gebied"]

    shutil.copy(root / ENTRY, (root / ENTRY).with_name("nog-grijzer.yml"))
    edit((root / ENTRY).with_name("nog-grijzer.yml"), "Grijs, en dan?", "Nog grijzer?")
    edit((root / ENTRY).with_name("nog-grijzer.yml"), "summary: ", "summary: Ook dit. ")
    assert preview.edited(after, contents.read(root)) == []


def test_a_build_that_failed_is_not_remembered(root: Path) -> None:
    """What it would have made is made the next time."""
    memory = Memory()
    changed(memory, root)
    memory.keep()
    edit(root / ENTRY, "Wat is het grijze gebied?", "Grijs, en dan?")

    assert changed(memory, root) == changed(memory, root) != set()


def test_the_last_change_is_that_of_the_newest_template_or_file(tmp_path: Path) -> None:
    """Other files in the folders have no say."""
    for name, moment in (("a.html", 10), ("map/b.html", 30), ("c.css", 50), ("mkdocs.yml", 20)):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
        os.utime(file, (moment, moment))

    assert preview.last_change([tmp_path / "mkdocs.yml"], [tmp_path]) == 30
    shutil.rmtree(tmp_path / "map")
    assert preview.last_change([tmp_path / "mkdocs.yml"], [tmp_path]) == 20
