"""The nginx of the tests of deploy/: where it is looked for, and how it is installed."""

import os
from pathlib import Path

import pytest

from tests import nginx
from tests.nginx import NoNginxError, ensure, find, installers, served, works
from tests.project import ROOT, run


def program(path: Path, status: int = 0) -> Path:
    """Write a program that ends with this status, whatever it is asked."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return path


def test_there_is_one_for_these_tests() -> None:
    """`make test` made sure of that before any test started; without it they would not be run."""
    here = find(os.environ)
    assert here is not None
    assert works(here)


def test_make_test_gets_nginx_before_it_tests() -> None:
    """As with the browser: a test that needs it never finds that it is not there."""
    steps = run("make", "--dry-run", "test", cwd=ROOT).stdout

    assert 0 < steps.index("-m tests.chromium") < steps.index("-m tests.nginx")
    assert steps.index("-m tests.nginx") < steps.index("pytest")


def test_nginx_of_the_machine_comes_before_the_unpacked_one(tmp_path: Path) -> None:
    """The first on PATH, and what we unpacked ourselves only if that does not start."""
    own = program(tmp_path / "bin/nginx")
    unpacked = program(tmp_path / "unpacked/usr/sbin/nginx")
    environment = {"PATH": str(own.parent)}

    assert find(environment, tmp_path / "unpacked") == own
    program(own, status=127)
    assert find(environment, tmp_path / "unpacked") == unpacked


def test_nginx_variable_has_the_first_word(tmp_path: Path) -> None:
    """NGINX=... wins of the one of the machine; where it is wrong, that is told."""
    own = program(tmp_path / "own nginx")

    assert find({"NGINX": str(own)}) == own
    with pytest.raises(NoNginxError, match="NGINX wijst naar /nergens/nginx, maar"):
        find({"NGINX": "/nergens/nginx"})


def test_wrong_nginx_variable_stops_the_tests(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, and the exit status of a failure."""
    monkeypatch.setenv("NGINX", "/nergens/nginx")

    assert nginx.main() == 1
    assert capsys.readouterr().err.startswith("NGINX wijst naar /nergens/nginx, maar")


def test_debian_unpacks_the_package_and_root_may_install_it() -> None:
    """Unpacking changes nothing of the system and needs no root; an update of the lists does."""
    (unpack,) = installers(root=False, apt=True, brew=False)
    update_and_unpack, install = installers(root=True, apt=True, brew=False)

    assert len(unpack) == 1
    assert "apt-get download nginx" in unpack[0][2]
    assert update_and_unpack == [["apt-get", "update"], *unpack]
    assert install[0][:2] == ["apt-get", "install"]
    assert install[0][-1] == "nginx"


def test_other_systems_use_homebrew_or_nothing() -> None:
    """Where neither apt-get nor brew is, there is no way that we know."""
    assert installers(root=False, apt=False, brew=True) == [[["brew", "install", "nginx"]]]
    assert installers(root=True, apt=False, brew=False) == []


def test_nothing_is_installed_where_there_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An nginx that works is enough: no command runs and nothing is said."""
    own = program(tmp_path / "nginx")
    touched = tmp_path / "touched"

    assert ensure(lambda: own, [[["touch", str(touched)]]]) == own
    assert not touched.exists()
    assert capsys.readouterr().out == ""


def test_missing_nginx_is_installed_in_the_first_way_that_works(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A way that fails halfway, or that brings nothing, is followed by the next."""
    source, target = program(tmp_path / "source"), tmp_path / "nginx"
    copy = ["cp", str(source), str(target)]

    def look() -> Path | None:
        return target if target.exists() else None

    ways = [[["false"], copy], [["true"]], [copy], [["rm", str(target)]]]
    assert ensure(look, ways) == target
    assert capsys.readouterr().out == "Ik haal nginx op voor de tests van de map deploy/ ...\n"


def test_no_way_to_nginx_stops_with_one_sentence() -> None:
    """Where nothing works the tests stop and say what to do; they are never skipped."""
    with pytest.raises(NoNginxError, match=r"^De tests van de map deploy/ .* NGINX=/pad/naar/"):
        ensure(lambda: None, [[["false"]], [["true"]]])


def test_a_recipe_that_nginx_refuses_is_told_in_its_own_words(tmp_path: Path) -> None:
    """A test that starts nginx shows what is wrong with the recipe."""
    (tmp_path / "site").mkdir()
    with (
        pytest.raises(AssertionError, match='unknown directive "servers"'),
        served(tmp_path, {"server {\n": "servers {\n"}),
    ):
        pass
