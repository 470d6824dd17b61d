"""Whom someone tells who finds a leak, as RFC 9116 has it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from macros import addresses, publish, settings
from macros.contents import Contents
from macros.open_data import security_txt
from macros.open_data.security_txt import EARLY, Security
from tests.project import ROOT, SITE_URL

TODAY = date(2026, 12, 1)


def until(day: date) -> Security:
    """Give a contact that holds until this day."""
    return Security("leks@ubr.nl", day.isoformat())


def test_the_file_says_whom_until_when_in_which_languages_and_where_it_is() -> None:
    """The four fields, each once; lines end with CR and LF."""
    assert security_txt.render(until(date(2027, 3, 31)), SITE_URL).decode() == (
        "Contact: mailto:leks@ubr.nl\r\n"
        "Expires: 2027-03-31T23:59:59Z\r\n"
        "Preferred-Languages: nl, en\r\n"
        f"Canonical: {SITE_URL}.well-known/security.txt\r\n"
    )
    page = Security("https://www.ncsc.nl/melden", "2027-03-31")
    assert security_txt.render(page, SITE_URL).startswith(
        b"Contact: https://www.ncsc.nl/melden\r\n"
    )


def test_it_is_published_only_with_someone_to_tell(example: Contents, tmp_path: Path) -> None:
    """A file without a contact would be a promise that nobody keeps."""
    publish.publish(example, tmp_path, SITE_URL, security=Security("", "2027-03-31"))
    assert not (tmp_path / addresses.SECURITY).exists()

    publish.publish(example, tmp_path, SITE_URL, security=until(date(2027, 3, 31)))
    assert b"Expires: 2027-03-31" in (tmp_path / addresses.SECURITY).read_bytes()


@pytest.mark.parametrize(
    ("contact", "expires", "expected"),
    [
        ("leks", "2027-03-31", 'SECURITY_CONTACT is "leks".'),
        ("http://ubr.nl/leks", "2027-03-31", "SECURITY_CONTACT is"),
        ("a@ubr.nl\r\nContact: b@ubr.nl", "2027-03-31", "SECURITY_CONTACT is"),
        ("leks@ubr.nl", "", 'SECURITY_EXPIRES is "".'),
        ("leks@ubr.nl", "2027-02-30", 'SECURITY_EXPIRES is "2027-02-30".'),
        ("leks@ubr.nl", "volgend jaar", 'SECURITY_EXPIRES is "volgend jaar".'),
    ],
)
def test_what_no_reader_understands_is_refused(contact: str, expires: str, expected: str) -> None:
    """Also before publishing; nothing is made of it."""
    told = Security(contact, expires)

    assert str(security_txt.fault(told)).startswith(expected)
    assert security_txt.ending(told, TODAY) == security_txt.fault(told)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, "security.txt is verlopen op 2026-11-30."),
        (0, "security.txt verloopt op 2026-12-01."),
        (29, "security.txt verloopt op 2026-12-30."),
        (30, None),
        (366, None),
        (367, "security.txt geldt tot 2027-12-03, en dat is meer dan een jaar."),
    ],
)
def test_what_ends_within_thirty_days_does_not_go_online(days: int, expected: str | None) -> None:
    """Nor what ended, nor what holds for more than a year."""
    told = security_txt.ending(until(TODAY + timedelta(days=days)), TODAY)

    assert told is None if expected is None else str(told).startswith(expected)


def test_the_weekly_report_is_a_month_earlier() -> None:
    """So that a publication is not the first that anyone hears of it."""
    told = until(TODAY + timedelta(days=59))

    assert security_txt.ending(told, TODAY) is None
    assert "verloopt op 2027-01-29" in str(security_txt.ending(told, TODAY, EARLY))


def test_without_a_contact_nothing_can_end() -> None:
    """An empty day, or an old one, is no reason to stop."""
    for expires in ("", "2020-01-01", "ooit"):
        assert security_txt.ending(Security("", expires), TODAY) is None


def test_the_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the real mkdocs.yml; where nothing is set there is no contact."""
    assert settings.security(ROOT) == Security()
    monkeypatch.setenv("SECURITY_CONTACT", "leks@ubr.nl")
    monkeypatch.setenv("SECURITY_EXPIRES", "2027-03-31")

    assert settings.security(ROOT) == until(date(2027, 3, 31))
