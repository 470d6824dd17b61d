"""The search index is made of the built pages."""

import gzip
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


def entry(title: str) -> str:
    """Give the page of an entry, as short as it can be."""
    return f"""<!doctype html><html lang="nl"><body><main data-pagefind-body><h1>{title}</h1>
    <p class="lead">Samenvatting van {title}.</p>
    <div class="entry__main"><section class="goal">Doel.</section><p>Lange tekst.</p>
    <p class="keywords">Trefwoorden: fruit</p></div>
    <p hidden>Zoekwoorden: boom<span data-facet-words>; manager</span></p></main></body></html>"""


def put(site: Path, **titles: str) -> None:
    """Make a page for each entry below /catalogus/, and one page that is no entry."""
    (site / "index.html").write_text(PAGE)
    for id, title in titles.items():
        (site / "catalogus" / id).mkdir(parents=True)
        (site / "catalogus" / id / "index.html").write_text(entry(title))


def pages(site: Path) -> dict[str, dict[str, str]]:
    """Give what the index knows of each page, by the name of the page in the index."""
    return {
        file.name.split(".")[0].rpartition("_")[2]: json.loads(
            gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")
        )
        for file in (site / "pagefind/fragment").iterdir()
    }


def test_the_name_of_a_page_in_the_index_tells_which_entry_it_is(tmp_path: Path) -> None:
    """Its number in the order of ids, behind a part of Pagefind's own name; other pages keep theirs."""
    put(tmp_path, peer="Peer", appel="Appel", kers="Kers")

    search.index(tmp_path)

    numbers = {page["url"]: name.partition("-")[2] for name, page in pages(tmp_path).items()}
    assert numbers == {
        "/": "",
        "/catalogus/appel/": "0",
        "/catalogus/kers/": "1",
        "/catalogus/peer/": "2",
    }
    (meta,) = (tmp_path / "pagefind").glob("*.pf_meta")
    listed = gzip.decompress(meta.read_bytes())
    assert all(f"nl_{name}".encode() in listed for name in pages(tmp_path))


def test_of_many_entries_only_what_tells_them_apart_is_indexed(tmp_path: Path) -> None:
    """Summary, goal, keywords and other names; not the long text and what many share."""
    put(tmp_path, peer="Peer", appel="Appel")

    search.index(tmp_path, lean_from=3)
    whole = next(page["content"] for page in pages(tmp_path).values() if "peer" in page["url"])
    search.index(tmp_path, lean_from=2)
    lean = next(page["content"] for page in pages(tmp_path).values() if "peer" in page["url"])

    assert all(word in whole for word in ("Samenvatting", "Doel", "Lange tekst", "boom; manager"))
    assert all(word in lean for word in ("Samenvatting", "Doel", "fruit", "boom"))
    assert not any(word in lean for word in ("Lange tekst", "manager"))


def test_what_the_site_does_not_use_of_pagefind_is_left_out(tmp_path: Path) -> None:
    """Its own interfaces, its worker, and what it has for other languages."""
    put(tmp_path, peer="Peer")

    search.index(tmp_path)

    names = {file.name.split(".")[0] for file in (tmp_path / "pagefind").iterdir()}
    assert names == {"fragment", "index", "pagefind", "pagefind-entry", "wasm"}
    assert not (tmp_path / "pagefind/wasm.unknown.pagefind").exists()


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
