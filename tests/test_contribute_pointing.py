"""The line that a problem is about, with a caret under the place."""

from pathlib import Path

import pytest

from macros.catalogue.problems import Problem
from macros.contribute import pointing

FILE = "stuk.yml"


def excerpt(
    root: Path, text: str | bytes, column: int, line: int = 1, width: int = 80
) -> list[str]:
    """Give what is shown of a file with this text for a problem at a place."""
    (root / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    found = pointing.excerpt(root, Problem(FILE, line, column, "title", "fout."), width)
    return list(found or ())


def test_the_caret_stands_under_the_place(tmp_path: Path) -> None:
    """With the number of the line in front."""
    assert excerpt(tmp_path, "kind: method\ntitle: Iets.\n", 8, line=2) == [
        "    2 | title: Iets.",
        "      |        ^",
    ]


@pytest.mark.parametrize(
    ("before", "columns"),
    [("ab", 2), ("日本", 4), ("e\u0301e", 2), ("👍", 2), ("a\tb", 3), ("", 0)],
)
def test_the_caret_counts_columns_of_the_terminal(
    tmp_path: Path, before: str, columns: int
) -> None:
    """A wide sign takes two, an accent of its own none, a tab is shown as a space."""
    line, caret = excerpt(tmp_path, f"{before}X", len(before) + 1)

    assert caret.index("^") == len("    1 | ") + columns
    assert line.endswith("X")


@pytest.mark.parametrize("column", [1, 20, 100, 250, 300])
def test_a_long_line_is_cut_around_the_place(tmp_path: Path, column: int) -> None:
    """Never wider than the terminal; the caret still points at the sign itself."""
    text = "".join(chr(0x4E00 + number) if number % 7 == 0 else "x" for number in range(300))
    line, caret = excerpt(tmp_path, text, column, width=60)
    shown = line[len("    1 | ") :]
    offset = caret.index("^") - len("    1 | ")
    widths = [2 if sign >= "\u4e00" else 1 for sign in shown]
    at = next(place for place in range(len(shown)) if sum(widths[:place]) == offset)

    assert sum(widths) + len("    1 | ") <= 60
    assert shown[at] == text[column - 1]
    assert "…" in shown


def test_a_short_terminal_shows_the_end_of_a_long_line(tmp_path: Path) -> None:
    """What stands before it is left out, with a mark."""
    line, caret = excerpt(tmp_path, "x" * 200 + "END", 201, width=40)

    assert line.endswith("END")
    assert line.startswith("    1 | …")
    assert line[caret.index("^") :] == "END"


def test_what_does_not_show_is_made_visible(tmp_path: Path) -> None:
    """A sign that moves the cursor would move the caret, or worse."""
    [line, _] = excerpt(tmp_path, "a\x1b[2Jb", 1)

    assert line == "    1 | a�[2Jb"


def test_windows_line_ends_and_a_mark_do_not_count(tmp_path: Path) -> None:
    """As when the file is read."""
    assert (
        excerpt(tmp_path, b"\xef\xbb\xbfkind: x\r\ntitle: y\r\n", 8, line=2)[0]
        == "    2 | title: y"
    )


def test_a_whole_file_has_no_line(tmp_path: Path) -> None:
    """Nor has one that is not there, or a line past its end."""
    (tmp_path / FILE).write_text("a\n", encoding="utf-8")

    assert pointing.excerpt(tmp_path, Problem(FILE, 1, 1, "", "leeg.")) is None
    assert pointing.excerpt(tmp_path, Problem("weg.yml", 1, 1, "title", "weg.")) is None
    assert pointing.excerpt(tmp_path, Problem(FILE, 9, 1, "title", "weg.")) is None
    assert pointing.excerpt(tmp_path, Problem(".", 1, 1, "title", "map.")) is None
