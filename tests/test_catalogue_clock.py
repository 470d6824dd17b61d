"""Today comes from the clock or from the commit, and is the same for everyone who builds."""

import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from macros.catalogue import clock


def commit(folder: Path, day: str) -> None:
    """Make a repository with one commit of this day."""
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], [*who, "commit", "-q", "--allow-empty", "-m", "a"]):
        moment = {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day, "PATH": "/usr/bin:/bin"}
        subprocess.run(["git", "-C", str(folder), *command], check=True, env=moment)


def test_the_variable_says_what_day_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH has the first word, also where there is a repository."""
    commit(tmp_path, "2020-05-05T12:00:00Z")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769731200")

    assert clock.build_epoch(tmp_path) == 1769731200
    assert clock.build_day(tmp_path) == date(2026, 1, 30)


def test_without_it_the_last_commit_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """So the same commit gives the same bytes on every day."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    commit(tmp_path, "2020-05-05T12:00:00Z")

    assert clock.build_day(tmp_path) == date(2020, 5, 5)


def test_without_a_commit_it_is_1970(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An unpacked archive builds too, and gives the same bytes everywhere."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert clock.build_epoch(tmp_path) == 0


@pytest.mark.parametrize("value", ["", "gisteren", "-5", "1e9", "١٢٣", "9" * 30])
def test_a_variable_that_is_no_moment_counts_as_absent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str
) -> None:
    """It stops nothing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)

    assert clock.build_epoch(tmp_path) == 0
    assert clock.today() >= date(2026, 1, 1)


def test_nothing_of_today_lies_in_the_future_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry of just after midnight in Amsterdam passes on a machine that keeps UTC."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert clock.today() - datetime.now(UTC).date() <= timedelta(days=1)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769729400")  # 2026-01-29 23:30 in UTC
    assert clock.today() == date(2026, 1, 30)


def test_a_command_writes_the_day_that_it_is_in_the_netherlands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Just after midnight it is a day later than in UTC."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769729400")  # 2026-01-29 23:30 in UTC

    assert clock.here() == date(2026, 1, 30)


def test_it_is_later_in_the_netherlands_than_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half past eleven at night in UTC is the next day here."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769815800")

    assert clock.now() == datetime(2026, 1, 30, 23, 30, tzinfo=UTC)
    assert clock.here() == date(2026, 1, 31)
