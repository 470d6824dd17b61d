"""The settings are looked at before MkDocs does."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from macros import settings
from tests.project import ROOT

GIVEN_UP = {"pages", "google_analytics"}
OF_MKDOCS_ITSELF = {"config_file_path"}


def told(folder: Path, text: str) -> list[str]:
    """Give what is told about these settings."""
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in settings.problems(folder)]


def test_our_own_settings_are_sound() -> None:
    """The real mkdocs.yml."""
    assert settings.problems(ROOT) == []


def test_the_known_settings_are_those_of_mkdocs() -> None:
    """A newer MkDocs with another setting makes this test fail."""
    theirs = {name for name, _ in MkDocsConfig._schema} - GIVEN_UP - OF_MKDOCS_ITSELF

    assert set(settings.KNOWN) == theirs | {"INHERIT"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_name: Goodiebag: fruit\n", "mkdocs.yml:1:21: in deze tekst staat een dubbele punt"),
        ("site_name: a\nsite_nam: b\n", "mkdocs.yml:2:1: site_nam: deze instelling kent MkDocs niet."),
        ("site_name: a\nsite_name: b\n", 'mkdocs.yml:2:1: site_name: het veld "site_name" staat er twee'),
        ("site_url: goodiebag.nl\n", 'mkdocs.yml:1:11: site_url: SITE_URL is geen adres van een site: "goodiebag.nl"'),
        ("site_name: a\n\tnav: b\n", "mkdocs.yml:2:1: nav: hier staat een tab."),
    ],
)  # fmt: skip
def test_a_mistake_in_the_settings_is_told_at_its_place(
    tmp_path: Path, text: str, expected: str
) -> None:
    """Broken YAML, a name that MkDocs does not know, a name that stands there twice."""
    [problem] = told(tmp_path, text)

    assert problem.startswith(expected)


def test_a_name_with_a_slip_gets_the_nearest_one(tmp_path: Path) -> None:
    """As everywhere."""
    assert 'Bedoel je "site_name"?' in told(tmp_path, "site_nam: b\n")[0]


@pytest.mark.parametrize(
    ("address", "sound"),
    [
        ("https://goodiebag.example.org/", True),
        ("https://goodiebag.example.org", True),
        ("http://127.0.0.1:8000/map/goodiebag/", True),
        ("", False),
        ("goodiebag.example.org", False),
        ("//goodiebag.example.org/", False),
        ("ftp://goodiebag.example.org/", False),
        ("https:///map/", False),
        ("https://goodiebag.example.org/?a=b", False),
        ("https://goodiebag.example.org/#a", False),
        ("https://goodiebag.example.org:poort/", False),
        ("https://goodie bag.example.org/", False),
        ("https://[::1/", False),
    ],
)
def test_the_address_of_the_site_is_a_whole_address(address: str, sound: bool) -> None:
    """With https or http, a host, and nothing behind the path."""
    assert (settings.address_fault(address) is None) == sound


def test_another_address_is_told_by_its_own_variable() -> None:
    """The recordings may stand on a host of their own."""
    told = settings.address_fault("media.example.net", "MEDIA_URL")

    assert told
    assert told.startswith('MEDIA_URL is geen adres van een site: "media.example.net".')


def test_the_variable_goes_before_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As MkDocs reads `!ENV`; the place is that of the setting."""
    text = 'site_url: !ENV [SITE_URL, "https://goodiebag.example.org/"]\n'
    monkeypatch.setenv("SITE_URL", "goodiebag.nl")
    wrong = told(tmp_path, text)
    monkeypatch.delenv("SITE_URL")

    assert told(tmp_path, text) == []
    assert len(wrong) == 1
    assert wrong[0].startswith("mkdocs.yml:1:11: site_url: SITE_URL is geen adres")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_url: https://a.nl/\nextra: {media_url: https://b.nl/}\n", ("https://a.nl/", "https://b.nl/")),
        ('site_url: !ENV [NO_SITE, "https://a.nl/"]\nextra:\n  media_url: !ENV [NO_MEDIA, ""]\n', ("https://a.nl/", "")),
        ("site_name: a\nextra:\n", ("", "")),
        ("site_url: [\n", ("", "")),
    ],
)  # fmt: skip
def test_where_the_site_and_its_recordings_come(
    tmp_path: Path, text: str, expected: tuple[str, str]
) -> None:
    """What mkdocs.yml says, with the variables that it names; nothing where it cannot be read."""
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    assert settings.whereabouts(tmp_path) == expected


def test_our_own_settings_take_both_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """SITE_URL and MEDIA_URL."""
    monkeypatch.setenv("SITE_URL", "https://a.nl/")
    monkeypatch.setenv("MEDIA_URL", "https://b.nl/")

    assert settings.whereabouts(ROOT) == ("https://a.nl/", "https://b.nl/")
