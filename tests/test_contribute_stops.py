"""A title loses its full stop, and nothing else does."""

import pytest

from macros.contribute.stops import unstopped


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Goed gesprek.\n", "title: Goed gesprek\n"),
        ('title: "Goed gesprek."  # zo.\n', 'title: "Goed gesprek"  # zo.\n'),
        ("subtitle: 'Eén zin.'\n", "subtitle: 'Eén zin'\n"),
        ("title: >-\n  Goed\n  gesprek.\n", "title: >-\n  Goed\n  gesprek\n"),
        ("steps: [{title: Loop., minutes: 5}]\n", "steps: [{title: Loop, minutes: 5}]\n"),
        (
            "title: Een.\nlinks:\n  - title: Twee.\n    url: https://example.org/a.\n",
            "title: Een\nlinks:\n  - title: Twee\n    url: https://example.org/a.\n",
        ),
    ],
)
def test_the_stop_at_the_end_of_a_title_goes(before: str, after: str) -> None:
    """Wherever a title stands, and however it is written."""
    assert unstopped(f"kind: method\n{before}") == f"kind: method\n{after}"


@pytest.mark.parametrize(
    "text",
    [
        "summary: Een zin.\n",
        "title: Wordt vervolgd...\n",
        "title: Thee, koffie enz.\n",
        "title: Leidinggevenden e.d.\n",
        'title: "Goed gesprek\\x2e"\n',
        "keywords: [Een.]\n",
        "title: 'Goed gesprek.\n",
    ],
)
def test_other_stops_stay(text: str) -> None:
    """Of a sentence, of a word that is cut short, or in a file that cannot be read."""
    assert unstopped(f"kind: method\n{text}") == f"kind: method\n{text}"
