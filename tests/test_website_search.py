"""The search index is made of the built pages."""

import json
from pathlib import Path

import pytest

from macros.website import search

PAGE = '<!doctype html><html lang="nl"><body><main data-pagefind-body><h1>Peer</h1><p>Een vrucht.</p></main></body></html>'


def test_the_index_holds_the_pages_with_a_body_to_search(tmp_path: Path) -> None:
    """Pages without that mark are left out; the language is Dutch."""
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "lijst.html").write_text("<html><body><h1>Lijst</h1></body></html>")

    search.index(tmp_path)

    entry = json.loads((tmp_path / "pagefind/pagefind-entry.json").read_text())
    assert entry["languages"]["nl"]["page_count"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "index.html",
        "lijst.html",
        "pagefind",
    ]


def test_a_new_index_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """Nothing of the old index remains."""
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/oud").write_text("")

    search.index(tmp_path)

    assert not (tmp_path / "pagefind/oud").exists()


def test_a_folder_without_pages_is_told(tmp_path: Path) -> None:
    """The old index stays, and the reason is Pagefind's own."""
    (tmp_path / "pagefind").mkdir()

    with pytest.raises(search.SearchError, match=r"\w"):
        search.index(tmp_path / "weg")

    assert (tmp_path / "pagefind").exists()
