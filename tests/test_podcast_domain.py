"""Where a site can be online, and what a move asks."""

import pytest

from macros.podcast import domain


@pytest.mark.parametrize(
    "address",
    [
        "https://goodiebag.example.org/",
        "https://EXAMPLE.com/map/",
        "https://example.nl",
        "https://voorbeeld.nl/",
        "https://goodiebag.example/",
        "https://goodiebag.test/",
        "https://goodiebag.invalid/",
        "http://localhost:8000/",
        "https://goodiebag.localhost/",
        "https://computer.local/",
        "http://127.0.0.1:8000/",
        "https://[::1]/",
        "https://10.0.0.7/",
        "https://intranet/",
        "https://example.org./",
        "",
        "goodiebag",
        "https://[",
    ],
)
def test_a_placeholder_is_no_publication(address: str) -> None:
    """Names that are kept for examples, and addresses of one's own computer."""
    assert not domain.is_public(address)


@pytest.mark.parametrize(
    "address", ["https://goodiebag.rijksweb.nl/", "https://myexample.org/", "http://ubr.nl/map"]
)
def test_any_other_name_is_one_where_a_site_can_be(address: str) -> None:
    """Also where it only ends like an example."""
    assert domain.is_public(address)


def test_an_address_has_one_form_to_compare() -> None:
    """With a slash at the end, and the host in small letters."""
    assert domain.normal("https://UBR.nl/Map") == "https://ubr.nl/Map/"
    assert domain.normal("https://[") == "https://["
    assert domain.normal("https://ubr.nl") == domain.normal("https://ubr.nl/") == "https://ubr.nl/"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            "https://goodiebag.example.org/",
            '"https://goodiebag.example.org/" is een voorbeeld; daar kan geen site online staan.',
        ),
        (
            "http://ubr.nl/",
            '"http://ubr.nl/" begint niet met https://, en dat eisen podcast-apps.',
        ),
        ("https://ubr.nl/", None),
    ],
)
def test_a_podcast_is_published_at_a_real_address_with_https_only(
    address: str, told: str | None
) -> None:
    """Apps ask for https."""
    assert domain.unfit(address) == told


def test_a_move_is_called_a_move_with_the_steps_that_keep_subscribers() -> None:
    """The same guids, the new site first, then the address of its feed in both, and redirects."""
    told = domain.move("https://oud.nl/", "https://nieuw.nl/goodiebag/")

    assert "Dat is een verhuizing" in told
    steps = (
        "volg dan deploy/README.md: (1) verander geen enkele guid;",
        "(2) zet de nieuwe site online naast de oude;",
        "(3) zet new_feed_url: https://nieuw.nl/goodiebag/podcast/feed.xml in podcasts/channel.yml",
        "(301).",
    )
    assert sorted(steps, key=told.index) == list(steps)
    assert "Zet SITE_URL terug" in told
