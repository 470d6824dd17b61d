"""A word when work takes long."""

import time

from macros.patience import patience


def test_long_work_says_that_it_goes_on_and_short_work_does_not() -> None:
    """Until it is done, and not after that."""
    told: list[str] = []
    with patience(lambda: told.append("nog bezig"), every=0.02):
        while len(told) < 3:
            time.sleep(0.01)
    said = len(told)
    with patience(lambda: told.append("nog bezig"), every=60):
        pass

    assert len(told) == said
