"""The file of a hand-written page: characters and front matter, before anything reads it."""

from pathlib import Path

import pytest

from macros.website.page_file import problems


def told(folder: Path, contents: bytes) -> list[str]:
    """Give what is told about a page with these bytes."""
    (folder / "over.md").write_bytes(contents)
    return [str(problem) for problem in problems(folder / "over.md", "docs/over.md")]


@pytest.mark.parametrize(
    "contents",
    [
        b"",
        b"\n",
        b"# Over\n\nTekst met --- erin.\n\n---\n\nmeer\n",
        b"---\ntitle: Over\n---\n# Over\n",
        b"---\n# uitleg\n---\n# Over\n",
        b"---\n---\n# Over\n",
        b"---\ntitle: Over\n...\n# Over\n\n---\n",
        "---\ntitle: Eén café\n---\n".encode(),
    ],
)
def test_a_sound_page_has_no_problems(tmp_path: Path, contents: bytes) -> None:
    """With or without front matter; a line of dashes further on is a line."""
    assert told(tmp_path, contents) == []


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ("# Over\n\nEén café\n".encode("latin-1"), "3:2: dit teken is niet geschreven in UTF-8"),
        (b"---\ntitle: Over: ons\n---\n", "2:12: in deze tekst staat een dubbele punt"),
        (b"---\ntitle: Over\ntitle: Ons\n---\n", '3:1: title: het veld "title" staat er twee'),
        (b"---\nzomaar tekst\n---\n", "2:1: hier horen regels met `veld: waarde`."),
        (b"---\ntitle: Over\n\n# Over\n", "1:1: de gegevens boven de pagina lopen niet af."),
        (b"\xff\xfe-\x00", "1:1: dit bestand is opgeslagen als UTF-16."),
    ],
)
def test_a_mistake_is_told_at_its_line_in_the_file(
    tmp_path: Path, contents: bytes, expected: str
) -> None:
    """Lines count from the top of the file, dashes included."""
    [problem] = told(tmp_path, contents)

    assert problem.startswith(f"docs/over.md:{expected}")
