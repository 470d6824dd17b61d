"""YAML of another program: told is what would break it, and nothing that it allows."""

import pytest

from macros.catalogue.document import Document
from macros.catalogue.foreign import fields, position_of


def told(text: str) -> list[str]:
    """Give every problem with a text, as people see it."""
    document = Document("x.yml")
    fields(text, document)
    return [str(problem) for problem in document.problems]


def test_fields_are_given_with_the_place_of_name_and_value() -> None:
    """Tags, anchors and plain words are the business of the other program."""
    document = Document("x.yml")

    found = fields("# uitleg\na: !ENV [B, c]\nb: &x yes\n", document)

    assert {name: position_of(value) for name, (_, value) in found.items()} == {
        "a": (2, 4),
        "b": (3, 4),
    }
    assert position_of(found["b"][0]) == (3, 1)
    assert document.problems == []


@pytest.mark.parametrize("text", ["", "# alleen uitleg\n", "\n\n"])
def test_nothing_is_no_fault(text: str) -> None:
    """There are no fields, and that is all."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c\n", "x.yml:1:5: in deze tekst staat een dubbele punt"),
        ("a: [b\nc: d\n", "x.yml:1:4: deze lijst tussen [ ] loopt niet goed af."),
        ("- a\n", "x.yml:1:1: hier horen regels met `veld: waarde`."),
        ("\nzomaar tekst\n", "x.yml:2:1: hier horen regels met `veld: waarde`."),
        ("a: 1\nb: 2\na: 3\n", 'x.yml:3:1: a: het veld "a" staat er twee keer.'),
    ],
)
def test_what_would_break_or_get_lost_is_told_at_its_place(text: str, expected: str) -> None:
    """Broken YAML, something else than fields, and a field that the last of two would win."""
    [problem] = told(text)

    assert problem.startswith(expected)
