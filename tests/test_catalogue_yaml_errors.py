"""What the YAML parser found wrong is told in Dutch, at the place where its writer should look."""

import pytest
import yaml

from macros.catalogue.yaml_errors import explain


def explained(text: str) -> str:
    """Parse a text that is not YAML and give `line:column: message`."""
    with pytest.raises(yaml.YAMLError) as caught:
        for _event in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    (line, column), message = explain(caught.value, text)
    return f"{line}:{column}: {message}"


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ('a: "tekst\nb: c', "1:4: dit aanhalingsteken wordt nergens gesloten."),
        ("a: [b, c\nd: e", "1:4: deze lijst tussen [ ] loopt niet goed af."),
        ("a: {b: c\nd: e", "1:4: dit blok tussen { } loopt niet goed af."),
        ("a: [b, , c]", "1:8: hier ontbreekt een waarde."),
        ("a: }", "1:4: hier ontbreekt een waarde."),
        ("a: b: c", "1:5: in deze tekst staat een dubbele punt met een spatie."),
        ("a:\n  b: 1\n   c: 2", "3:3: voor `c` staat een spatie te veel."),
        ("a: 1\n\n# b\n c: 2", "4:1: voor `c` staat een spatie te veel."),
        ("a: [1]\nb:\n  c: 2\n d: 3", "4:1: `d` staat niet recht onder een ander veld."),
        ("a: b\nc:d", "2:3: achter de dubbele punt ontbreekt een spatie."),
        ("a:b\nc: d", "1:3: achter de dubbele punt ontbreekt een spatie."),
        ("a: b\nhttps://c.nl\nd: e", "2:1: op deze regel ontbreekt een dubbele punt."),
        ("a:\n  - b\n  -c\nd: e", "3:4: achter het streepje ontbreekt een spatie."),
        ("a:\n  -b: c\n    d: e", "2:4: achter het streepje ontbreekt een spatie."),
        ("a: “b: c”", "1:4: gekrulde aanhalingstekens tellen hier niet."),
        ("a: “b: c” d", "1:6: in deze tekst staat een dubbele punt met een spatie."),
        ('a: "b" c', "1:8: hiervoor sluit een aanhalingsteken de tekst"),
        ("a: 'foto's'", "1:10: hiervoor sluit een aanhalingsteken de tekst"),
        ("a: b\nlos\nc: d", "2:1: op deze regel ontbreekt een dubbele punt."),
        ("a: b\nlos\n", "2:1: op deze regel ontbreekt een dubbele punt."),
        ("a: - b", "1:4: een streepje (-) kan hier niet."),
        ("a: b\n- c", "2:1: een streepje (-) kan hier niet."),
        ("- a\nb: c", "2:1: deze regel past niet in de lijst."),
        ("a: |x\n b", "1:4: na | of > hoort niets meer te staan"),
        ('a: "\\q"', "1:5: na een \\ tussen dubbele aanhalingstekens staat een onbekend teken."),
        ('a: "\\xzz"', "1:7: na \\x, \\u of \\U horen cijfers."),
        ('a: "\\ud800"', "1:7: deze code voor een teken bestaat niet."),
        ("a: @b", "1:4: dit teken mag niet vooraan staan."),
        ("a: & b", "1:4: een & aan het begin heeft in YAML een eigen betekenis."),
        ("a: * b", "1:4: een * aan het begin heeft in YAML een eigen betekenis."),
        ("a: !b!c d", "1:4: een ! aan het begin heeft in YAML een eigen betekenis."),
        ("a: !<b", "1:4: een ! aan het begin heeft in YAML een eigen betekenis."),
        ("a: ? b", "1:4: een ? aan het begin heeft in YAML een eigen betekenis."),
        ("%oei\n---\na: b", "1:1: een % aan het begin heeft in YAML een eigen betekenis."),
        ("%YAML 2.0\n---\na: b", "1:1: een % aan het begin heeft in YAML een eigen betekenis."),
        ("  a: b\nc: d", "1:1: voor `a` staan 2 spaties te veel."),
        ("  a: b\n  c: d\ne: f", "3:1: na het einde van het stuk staat nog iets."),
    ],
)
def test_a_mistake_in_the_yaml_is_told_where_it_is(text: str, beginning: str) -> None:
    """The message names what stands there; line and column are where to look."""
    assert explained(text).startswith(beginning)


@pytest.mark.parametrize(
    "text", ["a: [b, , c]", 'a: "b', "a: b: c", "x: !<y", "\\\n\\: [", "a: |9x"]
)
def test_no_english_of_the_parser_is_told(text: str) -> None:
    """Every message ends with what to do."""
    message = explained(text)

    assert not any(word in message for word in ("expected", "found", "while", "scanning"))
    assert message.endswith(".")


def test_an_error_that_nobody_foresaw_is_told_too() -> None:
    """A parser that says nothing gets a general answer at the first line."""
    assert explain(yaml.YAMLError(), "a: b") == (
        (1, 1),
        "deze regel kan ik niet als YAML lezen. Kijk naar inspringing, dubbele punten en aanhalingstekens, ook op de regel erboven.",
    )
