"""How a file is stored is mended: its encoding where that is sure, line ends, tabs, hard spaces."""

import pytest

from macros.contribute import characters


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a: \xc3\xa9\n", "a: é\n"),
        (b"\xef\xbb\xbfa: b\r\n", "a: b\n"),
        (b"\xff\xfea\x00:\x00 \x00b\x00\r\x00\n\x00", "a: b\n"),
        (b"\xfe\xff\x00a\x00:\x00 \x00b", "a: b"),
        (b"a: b\rc: d\r", "a: b\nc: d\n"),
        (b"a: \xe9\n", None),
        (b"\xff\xfea", None),
    ],
)
def test_a_file_is_decoded_where_its_encoding_is_sure(data: bytes, text: str | None) -> None:
    """A mark at the front tells it; of Latin-1 one can only guess."""
    assert characters.decoded(data) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n\tb: 1\n", "a:\n  b: 1\n"),
        ("a:\n\t- b: 1\n\t  c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
        ("a:\tb\n", "a: b\n"),
        ("a: b\t\n", "a: b\n"),
        ("a: b\tc\n", "a: b c\n"),
        ("a:\u00a0b\n", "a: b\n"),
        ("a:\n\u00a0 b: 1\n", "a:\n  b: 1\n"),
        ("a: drie\u00a0uur\n", "a: drie\u00a0uur\n"),
        ("a: b\n", "a: b\n"),
        ("a:\n  - b: 1\n\tc: 2\n", "a:\n  - b: 1\n    c: 2\n"),
    ],
)
def test_tabs_and_hard_spaces_become_plain_ones(before: str, after: str) -> None:
    """Where they keep the file from being read; inside a text a hard space may stay."""
    assert characters.spaced(before) == after


@pytest.mark.parametrize("text", ["a:\n    b:\n\t  c: 1\n", "a:\n\t'open\n"])
def test_a_tab_that_may_mean_two_things_stays(text: str) -> None:
    """Two, four or eight spaces would give another entry, or none."""
    assert characters.spaced(text) == text
