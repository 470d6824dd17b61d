"""How a moment in a recording is written."""

import pytest

from macros.podcast import moments


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (83.9, "1:23"), (599, "9:59"), (3600, "1:00:00"), (3723, "1:02:03")],
)
def test_a_moment_shows_whole_seconds_and_hours_only_where_needed(
    seconds: float, text: str
) -> None:
    """As an entry has its chapters; seconds always have two digits."""
    assert moments.clock(seconds) == text
