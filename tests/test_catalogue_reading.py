"""A YAML file becomes plain data, as a strict subset of YAML 1.2."""

from pathlib import Path

import pytest
import yaml

from macros.catalogue import reading
from macros.catalogue.document import Document


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file to write a text in."""
    return tmp_path / "a.yml"


def told(document: Document) -> list[str]:
    """Give the problems of a document without the name of its file."""
    return [str(problem).removeprefix("a.yml:") for problem in document.problems]


def test_all_that_may_be_written_is_read(file: Path) -> None:
    """Blocks, lists, quotes, texts of several lines, numbers, yes and no, comments."""
    file.write_text(
        "# uitleg\n---\n"
        "title: 'Het team''s dag' # achteraf\n"
        'quoted: "regel\\nander \\u00e9"\n'
        "folded: >-\n  een\n  twee\n"
        "kept: |\n  een\n    twee\n"
        "number: 30\nfigure: 2.5\nyes: 1\ntrue: true\n"
        "list: [een, {a: b}, [c]]\n"
        "blocks:\n- a: 1\n  b:\n  - 2\n- c: 'no'\n"
    )

    document = reading.read(file, "a.yml")

    assert told(document) == []
    assert document.data == {
        "title": "Het team's dag",
        "quoted": "regel\nander é",
        "folded": "een twee",
        "kept": "een\n  twee\n",
        "number": 30,
        "figure": 2.5,
        "yes": 1,
        "true": True,
        "list": ["een", {"a": "b"}, ["c"]],
        "blocks": [{"a": 1, "b": [2]}, {"c": "no"}],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: *b", '1:4: a: een verwijzing ("*b") kan hier niet.'),
        ("a: &b c", '1:4: a: een anker ("&b") kan hier niet.'),
        ("&b a: c", '1:1: een anker ("&b") kan hier niet.'),
        ("*b : c", '1:1: een verwijzing ("*b") kan hier niet.'),
        ("a: &b [c]", '1:4: a: een anker ("&b") kan hier niet.'),
        ("a: !!str b", '1:4: a: een YAML-tag ("!!str") kan hier niet.'),
        ("a: !b {c: d}", '1:4: a: een YAML-tag ("!b") kan hier niet.'),
        ("a:\n  <<: {b: c}", "2:3: a: samenvoegen met << kan hier niet."),
        ("a: b\n---\nc: d", "2:1: hier begint een tweede stuk (---)."),
        ("[a]: b", "1:1: voor de dubbele punt hoort de naam van een veld."),
        ("a: {{b: c}: d}", "1:5: a: voor de dubbele punt hoort de naam van een veld."),
        ('"\\u202e": a', "1:1: hier staat een onzichtbaar teken (U+202E)."),
        ("a: [b, {c: *d}]", '1:12: a.2.c: een verwijzing ("*d") kan hier niet.'),
    ],
)
def test_what_may_not_be_written_ends_the_reading(file: Path, text: str, expected: str) -> None:
    """One problem at its place, and no data."""
    file.write_text(text)

    document = reading.read(file, "a.yml")

    assert len(told(document)) == 1
    assert told(document)[0].startswith(expected)
    assert document.data is None


def test_the_first_of_two_equal_fields_counts(file: Path) -> None:
    """Each later one is told, at its own line, also with the fields inside it."""
    file.write_text("a: 1\nb: {c: 1}\na: 2\nb: {c: 2, d: 3}\n")

    document = reading.read(file, "a.yml")

    assert [line.partition(" dit")[0] for line in told(document)] == ["3:1: a:", "4:1: b:"]
    assert document.data == {"a": 1, "b": {"c": 1}}


def test_equal_fields_in_different_blocks_are_no_doubles(file: Path) -> None:
    """Every part of a list has a title of its own."""
    file.write_text("- title: een\n- title: twee\n- {title: drie}\n")

    assert told(reading.read(file, "a.yml")) == []


def test_twelve_levels_are_read_and_thirteen_are_not(file: Path) -> None:
    """Depth cannot exhaust anything."""
    file.write_text("[" * 12 + "]" * 12)
    assert told(reading.read(file, "a.yml")) == []

    file.write_text("[" * 13 + "]" * 13)
    assert told(reading.read(file, "a.yml"))[0].startswith("1:13: 1.1.1.1.1.1.1.1.1.1.1.1: dit zit")


def test_a_file_that_is_not_there_is_a_problem(file: Path) -> None:
    """Not an exception."""
    assert told(reading.read(file, "a.yml")) == ["1:1: dit bestand is er niet. Zet het hier neer."]


def test_a_file_that_may_not_be_opened_is_a_problem(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not an exception, and not in English."""
    file.write_text("a: b")
    monkeypatch.setattr(Path, "read_bytes", _refuse)

    expected = ["1:1: dit bestand kan ik niet openen. Kijk of je het mag lezen."]
    assert told(reading.read(file, "a.yml")) == expected


def _refuse(_path: Path) -> bytes:
    raise PermissionError(13, "Permission denied")


def test_a_file_at_the_limit_is_read(file: Path) -> None:
    """Of 200,000 bytes, and not of one more."""
    file.write_text("a: " + "x" * (reading.MAX_BYTES - 3))
    assert told(reading.read(file, "a.yml")) == []

    file.write_text("a: " + "x" * (reading.MAX_BYTES - 2))
    assert told(reading.read(file, "a.yml"))[0].startswith("1:1: dit bestand is te groot: 200001")


def test_the_parser_without_c_reads_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML came without its C parser, data, places and problems are the same."""
    text = "a: [1, 'no', no]\nb:\n  - {c: 12:30}\nd: |\n  😀 <b>\nb: 2\n"
    file.write_text(text)
    fast = reading.read(file, "a.yml")
    monkeypatch.setattr(reading, "_PARSER", yaml.SafeLoader)

    slow = reading.read(file, "a.yml")

    assert slow.data == fast.data
    assert told(slow) == told(fast)
    for location in (("a", 1), ("b", 0, "c"), ("d",)):
        assert slow.position(location) == fast.position(location)
    assert (
        slow.position(("d",), words=("<b>", 0)) == fast.position(("d",), words=("<b>", 0)) == (5, 5)
    )
