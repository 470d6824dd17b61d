"""Behind a value or name that YAML could read, the slip is found that made it wrong."""

import pytest

from tests.conftest import Told

SOUND = """\
kind: method
title: Een stuk dat goed is
summary: Hier zit geen fout in.
audience: [medewerker]
published: 2026-01-30
provenance: {origin: editorial, material: complete}
goal: Je leert iets.
"""


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("keywords:\n  -rust\n  -ruimte\n", "9:4: keywords: achter het streepje"),
        ("keywords: -rust\n", "8:12: keywords: achter het streepje"),
        ("steps:\n  -title: Begin\n", "9:4: steps: achter het streepje"),
        ("duration:\n  min:10\n  max:20\n", "9:7: duration: achter de dubbele punt"),
        ("subtitle:Wat: dit\n", "8:10: subtitle: achter de dubbele punt"),
        ("sub\u00a0title: Iets\n", "8:4: subtitle: hier staat een harde spatie."),
        ("keywords: [“a: b”]\n", "8:12: keywords.1: gekrulde aanhalingstekens"),
        ("lang: “en”\n", "8:7: lang: gekrulde aanhalingstekens"),
        ("reviewed: “2026-02-01”\n", "8:11: reviewed: gekrulde aanhalingstekens"),
    ],
)
def test_the_slip_is_told_and_not_what_yaml_made_of_it(
    told: Told, extra: str, expected: str
) -> None:
    """At the sign that is wrong, or where one lacks."""
    [found] = told(SOUND + extra)

    assert found.startswith(expected)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (
            "{origin: editorial",
            "{origin:editorial",
            "6:21: provenance.origin: achter de dubbele punt ontbreekt een spatie. Schrijf `origin: editorial`.",
        ),
        ("title: Een stuk", "title:Een stuk: dat", "2:7: title: achter de dubbele punt"),
    ],
)
def test_a_required_field_is_not_missing_where_only_its_space_is(
    told: Told, right: str, wrong: str, expected: str
) -> None:
    """It is told once, and not as a name that nobody knows too."""
    [found] = told(SOUND.replace(right, wrong))

    assert found.startswith(expected)


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("keywords: rust\n", "8:11: keywords: hier hoort een lijst"),
        ('keywords: "-rust"\n', "8:11: keywords: hier hoort een lijst"),
        ("duration: 10\n", "8:11: duration: hier hoort een blok met velden"),
        ("kleur:\n  rood: ja\n", "8:1: kleur: dit veld ken ik niet"),
        ("subtitle:\n  wat: dit\n", "9:3: subtitle: hier hoort tekst"),
    ],
)
def test_a_value_that_is_wrong_itself_is_told_as_such(
    told: Told, extra: str, expected: str
) -> None:
    """No slip is seen where there is none."""
    [found] = told(SOUND + extra)

    assert found.startswith(expected)
