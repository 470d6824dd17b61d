"""The languages of podcasts."""

import pytest

from macros.podcast.languages import CODES, language_fault


def test_the_list_has_the_codes_of_two_letters() -> None:
    """One hundred and eighty-three, those of our own neighbours among them."""
    assert len(CODES) == 183
    assert {len(code) for code in CODES} == {2}
    assert {"nl", "fy", "en", "de", "fr", "tr", "ar", "uk"} <= CODES


@pytest.mark.parametrize("tag", ["nl", "nl-NL", "nl-BE", "fy", "en-GB"])
def test_a_language_may_name_a_country(tag: str) -> None:
    """As directories allow."""
    assert language_fault(tag) is None


@pytest.mark.parametrize(
    ("tag", "near"),
    [("nld", ' Bedoel je "nl"?'), ("xx", ""), ("xx-NL", ""), ("pap", ' Bedoel je "pa"?')],
)
def test_another_code_is_refused_with_what_is_near(tag: str, near: str) -> None:
    """Where a code of two letters looks like it."""
    assert language_fault(tag) == (
        f'de taal "{tag}" kennen podcast-apps niet.{near} Vul een code van twee letters in '
        "(ISO 639), zoals nl of en."
    )
