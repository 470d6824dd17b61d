"""The field that a line belongs to is found where a file is no YAML."""

import pytest

from macros.catalogue.outline import field_on
from macros.catalogue.problems import field_name

ENTRY = """\
kind: method
summary: >-
  Een tekst: met een dubbele punt
 goal: Een spatie te veel

# Uitleg: geen veld
keywords:
- rust
-ruimte
duration: {min: 5, max: 10}
steps:
  - title: Begin
    minutes: 5
    text: |
      Let op: tekst

      # en dit ook
  -   title: Einde
     minutes: 3
 tips:
los
related:
  - {entry: een-stuk, how: deepens}
\tlinks: []"""


@pytest.mark.parametrize(
    ("line", "column", "field"),
    [
        (1, 7, "kind"),
        (3, 5, "summary"),
        (4, 1, "goal"),
        (8, 3, "keywords.1"),
        (9, 2, ""),
        (10, 17, "duration.min"),
        (10, 21, "duration.max"),
        (12, 12, "steps.1.title"),
        (13, 5, "steps.1.minutes"),
        (15, 7, "steps.1.text"),
        (17, 7, "steps.1.text"),
        (18, 7, "steps.2.title"),
        (20, 1, "tips"),
        (21, 1, ""),
        (23, 27, "related.1.how"),
        (24, 1, "links"),
        (99, 1, ""),
    ],
)
def test_the_field_of_a_line_is_told_by_its_indentation(line: int, column: int, field: str) -> None:
    """Texts, remarks and lists go by; a field that stands wrong is told by its own name."""
    assert field_name(field_on(ENTRY.split("\n"), (line, column))) == field


def test_a_file_without_fields_has_none() -> None:
    """Then there is nothing to name."""
    assert field_on(["Gewoon een zin."], (1, 3)) == ()
    assert field_on([""], (1, 1)) == ()
