"""Quotes are put around a text that YAML reads as something else, and around nothing else."""

import pytest

from macros.contribute import quoting

HEAD = """\
kind: method
title: Goed gesprek
summary: Zo voer je een goed gesprek.
audience: [team]
published: 2026-11-21
provenance: {origin: editorial, material: complete}
goal: Je begrijpt elkaar.
"""


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("subtitle: no", 'subtitle: "no"'),
        ("subtitle: 12:30", 'subtitle: "12:30"'),
        ("subtitle: 2024", 'subtitle: "2024"'),
        ("subtitle: 1.10", 'subtitle: "1.10"'),
        ("subtitle: true", 'subtitle: "true"'),
        ("subtitle: Let op: begin", 'subtitle: "Let op: begin"'),
        ("subtitle: Let op:", 'subtitle: "Let op:"'),
        ('subtitle: Zeg "ja": nu', "subtitle: 'Zeg \"ja\": nu'"),
        ("subtitle: Zo'n dag: nu", 'subtitle: "Zo\'n dag: nu"'),
        ("subtitle: @thuis", 'subtitle: "@thuis"'),
        ("subtitle: `kort`", 'subtitle: "`kort`"'),
        ("keywords: [no, ja, 12:30]", 'keywords: ["no", ja, "12:30"]'),
        ("tips:\n  - Let op: begin op tijd\n  - Kort", 'tips:\n  - "Let op: begin op tijd"\n  - Kort'),
        ("steps:\n  - title: Deel 1: nu\n    minutes: 5", 'steps:\n  - title: "Deel 1: nu"\n    minutes: 5'),
    ],
)  # fmt: skip
def test_a_text_that_is_misread_gets_quotes(line: str, better: str) -> None:
    """The rest of the file is as it was, also where YAML could not read on."""
    after = "\ntips: [no]\n" if "tips" not in line else "\n"
    expected = after.replace("[no]", '["no"]')

    assert quoting.quoted_where_needed(f"{HEAD}{line}{after}") == f"{HEAD}{better}{expected}"


@pytest.mark.parametrize(
    "line",
    [
        'subtitle: "12:30"',
        "preparation: 030",
        "preparation: 30 min",
        "preparation: no",
        "published: 21-11-2026",
        "subtitle: Plan # 1",
        "subtitle: a: b # waarom",
        "duration: min: 30",
        "subtitle: *nadruk*",
        "subtitle: &anker tekst",
        "subtitle: [een, twee",
        "subtitle: 'open",
        "goal: Eerste: regel\n  gaat verder",
        "tips:\n  - Let op: begin\n    en: nog iets",
        "subtitle: “Let op: dit”",
        "steps:\n  - title:\n      a: b",
        "onbekend: a: b",
    ],
)
def test_what_only_its_writer_knows_stays_as_it_is(line: str) -> None:
    """A number with a zero in front, a remark, a block that was meant, a text that goes on."""
    text = f"{HEAD.replace('goal: Je begrijpt elkaar.', '') if line.startswith('goal') else HEAD}{line}\n"

    assert quoting.quoted_where_needed(text) in (
        text,
        text.replace("“Let op: dit”", '"“Let op: dit”"'),
    )


@pytest.mark.parametrize("text", ["ja", 'zeg "ja"', "zo'n", "a\\b \"c\" 'd'", "12:30", ""])
def test_a_quoted_text_is_read_as_it_was(text: str) -> None:
    """Whatever quotes it holds itself."""
    from macros.catalogue.reading import read_bytes

    assert read_bytes(f"a: {quoting.quoted(text)}\n".encode(), "").data == {"a": text}
