"""What mkdocs.yml says of this site, as a build works with it."""

import pytest

from macros.site_settings import SiteSettings

SITE_URL = "https://voorbeeld.example.org/"


def test_what_is_not_set_is_empty() -> None:
    """A setting without a value is one that is not there; search is made unless someone says no."""
    assert SiteSettings.of(None, {"edit_url": None, "security": None}) == SiteSettings()
    assert SiteSettings.of(None, {"search_index": False}).has_index is False


def test_settings_are_taken_from_where_they_stand() -> None:
    """Below `extra`, some in a block of their own."""
    told = SiteSettings.of(
        SITE_URL,
        {
            "media_url": "https://media.example.net/",
            "security": {"contact": "lek@example.org", "expires": "2027-03-31"},
            "contribute": {"github": "https://github.com/o/r/", "branch": "hoofd"},
        },
    )

    assert (told.site_url, told.media_url) == (SITE_URL, "https://media.example.net/")
    assert told.security.contact == "lek@example.org"
    assert (told.ways.github, told.ways.branch) == ("https://github.com/o/r", "hoofd")
    assert told.fault(is_preview=False) is None


@pytest.mark.parametrize(
    ("site_url", "extra", "expected"),
    [
        ("", {}, "SITE_URL is leeg."),
        ("goodiebag.nl", {}, 'SITE_URL is geen adres van een site: "goodiebag.nl".'),
        (SITE_URL, {"media_url": "media"}, 'MEDIA_URL is geen adres van een site: "media".'),
        (SITE_URL, {"security": {"contact": "mij"}}, 'SECURITY_CONTACT is "mij".'),
    ],
)
def test_what_cannot_be_used_is_told(
    site_url: str, extra: dict[str, object], expected: str
) -> None:
    """MkDocs would take it, or stop in English."""
    told = SiteSettings.of(site_url, extra).fault(is_preview=False)

    assert told is not None
    assert told.startswith(expected)


def test_a_preview_has_an_address_of_its_own() -> None:
    """So what is set for the site does not stand in its way."""
    assert SiteSettings.of("", {}).fault(is_preview=True) is None


def test_a_moment_that_is_no_number_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a preview too: MkDocs would choke on it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gisteren")

    told = SiteSettings.of(SITE_URL, {}).fault(is_preview=True)

    assert told == "SOURCE_DATE_EPOCH is een aantal seconden sinds 1970; gevonden: gisteren."
