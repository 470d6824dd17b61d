"""Compiled templates stand beside compiled modules."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from macros.website import compiled


def test_a_template_is_compiled_once_and_again_when_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process finds what the first one left."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def rendered(text: str) -> str:
        loader = DictLoader({"a.html": text})
        environment = Environment(loader=loader, bytecode_cache=compiled.kept(tmp_path / "kept"))
        return environment.get_template("a.html").render(name="Ada")

    assert rendered("Dag {{ name }}") == "Dag Ada"
    [file] = (tmp_path / "kept").iterdir()
    before = file.read_bytes()
    assert rendered("Dag {{ name }}") == "Dag Ada"
    assert file.read_bytes() == before
    assert rendered("Hallo {{ name }}") == "Hallo Ada"
    assert [one.read_bytes() != before for one in (tmp_path / "kept").iterdir()] == [True]


def test_where_python_keeps_nothing_neither_do_we(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor where no folder can be made."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled.kept(tmp_path / "kept") is None
    assert list(tmp_path.iterdir()) == []

    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "file").touch()
    assert compiled.kept(tmp_path / "file/kept") is None
