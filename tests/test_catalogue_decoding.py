"""The bytes of a file are text, or it is told why they are not."""

import pytest

from macros.catalogue.decoding import decode, invisible
from macros.catalogue.document import Document


def decoded(data: bytes) -> tuple[str | None, list[str]]:
    """Give the text, and the places of what is wrong with the bytes."""
    document = Document("a.yml")
    text = decode(data, document)
    return text, [f"{problem.line}:{problem.column}" for problem in document.problems]


def test_good_text_comes_out_as_it_is() -> None:
    """Accents, an emoji of several signs, a soft hyphen and a hard space too."""
    text = "één 👩‍💻 ver\u00adzin\u00a0iets\n"

    assert decoded(text.encode()) == (text, [])


@pytest.mark.parametrize(
    ("data", "text", "places"),
    [
        (b"\xef\xbb\xbfa: b\n", "a: b\n", ["1:1"]),
        (b"a: b\r\nc: d\r\n", "a: b\nc: d\n", ["1:5"]),
        (b"a: b\rc: d", "a: b\nc: d", ["1:5"]),
        ("a: b".encode("utf-16"), None, ["1:1"]),
        ("a: één".encode("latin-1"), None, ["1:4"]),
        ("é: 1\nb: é".encode() + b"\xe9", None, ["2:5"]),
        (b"", None, ["1:1"]),
        (b" \n \n", None, ["1:1"]),
        (b"a:\n\tb: c\n\td: e", None, ["2:1", "3:1"]),
        (b"a: b\x00\x1b", None, ["1:5", "1:6"]),
        ("a: é\u200bb".encode(), None, ["1:5"]),
        (b"\x7f", None, ["1:1"]),
        ("a:\n \u00a0b: c\n\u00a0\u00a0d: e".encode(), None, ["2:2", "3:1"]),
        ("a:\u00a0b\nc: \u202fd".encode(), None, ["1:3", "2:4"]),
        ("a:\n  -\u00a0b\n  - c:\u00a0d".encode(), None, ["2:4", "3:7"]),
        ("a: 10\u00a0\nb: c".encode(), None, ["1:6"]),
    ],
)
def test_what_is_wrong_with_the_bytes_has_its_place(
    data: bytes, text: str | None, places: list[str]
) -> None:
    """Columns count letters, not bytes; where the text is certain it comes out all the same."""
    assert decoded(data) == (text, places)


def test_an_invisible_sign_is_named_by_its_number() -> None:
    """The first one counts; text without any has none."""
    assert invisible("van\u202erechts\u0007") == "U+202E"
    assert invisible("met\ttab") == "U+0009"
    assert invisible("gewoon\nverder 👩‍💻") is None
