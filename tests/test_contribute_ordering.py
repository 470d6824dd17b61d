"""The fields of an entry are put in the order of the model, with their remarks."""

import pytest

from macros.contribute.ordering import ordered


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kind: study\nsummary: a\ntitle: b\n", "kind: study\ntitle: b\nsummary: a\n"),
        (
            "# hoofd\nkind: study\nsummary: a\n# van b\ntitle: b\n",
            "# hoofd\nkind: study\n# van b\ntitle: b\nsummary: a\n",
        ),
        (
            "kind: study\nsummary: |\n  a\n\n  # geen opmerking\n\ntitle: b\n",
            "kind: study\ntitle: b\n\nsummary: |\n  a\n\n  # geen opmerking\n",
        ),
        (
            "kind: method\nsteps:\n- minutes: 5\n  # van t\n  text: t\n  title: b\n",
            "kind: method\nsteps:\n- title: b\n  minutes: 5\n  # van t\n  text: t\n",
        ),
        (
            "kind: method\nduration:\n  max: 2\n  min: 1\ngoal: a\n",
            "kind: method\ngoal: a\nduration:\n  min: 1\n  max: 2\n",
        ),
        ("kind: study\nsummary: a\nvreemd: x\ntitle: b\n", "kind: study\ntitle: b\nsummary: a\nvreemd: x\n"),
        ("title: b\nkind: study\n", "kind: study\ntitle: b\n"),
        ("kind: study\nsummary: a\n# los\n\ntitle: b\n", "kind: study\ntitle: b\n\nsummary: a\n# los\n"),
    ],
)  # fmt: skip
def test_fields_move_with_their_remarks(before: str, after: str) -> None:
    """Empty lines stay between fields; a field that is not known follows the one before it."""
    assert ordered(before) == after
    assert ordered(after) == after


@pytest.mark.parametrize(
    "text",
    [
        "kind: study\nsummary: 'open\ntitle: b\n",
        "kind: onbekend\nsummary: a\ntitle: b\n",
        "summary: a\ntitle: b\n",
        "{kind: study, summary: a, title: b}\n",
        "- kind: study\n",
        "",
        "kind: method\nsteps:\n  - minutes: 5\n    # van de titel\n    title: b\n",
        "kind: study\nsummary: a\ntitle: b\nsummary: c\n",
    ],
)
def test_what_cannot_be_moved_without_doubt_stays(text: str) -> None:
    """No YAML, no kind, fields on one line, a remark that would come behind a dash, a double."""
    assert ordered(text) == text
