"""MkDocs speaks Dutch here."""

import logging
from pathlib import Path

import pytest

from macros import narration


def told(said: str, *values: object, level: int = logging.INFO) -> str | None:
    """Give what a person reads when MkDocs says something; None when nothing."""
    record = logging.LogRecord("mkdocs.x", level, __file__, 1, said, values, None)
    if not narration.Dutch().filter(record):
        return None
    return record.getMessage()


@pytest.mark.parametrize(
    ("said", "dutch"),
    [
        ("Documentation built in 1.25 seconds", "Gebouwd in 1,25 seconden."),
        ("[12:00:01] Detected file changes", "[12:00:01] Er is iets veranderd."),
        (
            "[12:00:01] Serving on http://127.0.0.1:8000/",
            "[12:00:01] De site staat op http://127.0.0.1:8000/ (stoppen: Ctrl+C).",
        ),
        ("Building documentation...", "De site wordt gebouwd ..."),
        ("Zoekindex maken", "Zoekindex maken"),
        ("catalogue/x.yml:1:1: 100% fout", "catalogue/x.yml:1:1: 100% fout"),
    ],
)
def test_what_mkdocs_says_is_told_in_dutch(said: str, dutch: str) -> None:
    """The moment and the numbers stay; what has no Dutch passes as it is."""
    assert told(said) == dutch


@pytest.mark.parametrize(
    "said",
    [
        "[macros] - Functions found: define_env",
        "Cleaning site directory",
        "[12:00:01] Browser connected: x",
    ],
)
def test_what_helps_nobody_is_not_told(said: str) -> None:
    """Chatter of plugins and of the server."""
    assert told(said) is None


def test_a_warning_says_that_it_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Other lines stand without a level, so that file:line:column comes first."""
    logger = logging.getLogger(narration.LOGGER)
    handler = logging.StreamHandler()
    logger.addHandler(handler)
    try:
        narration.begin()
        narration.begin()
        logger.warning("link %s", "weg")
        logger.error("catalogue/x.yml:1:1: title: leeg")
    finally:
        logger.removeHandler(handler)

    assert capsys.readouterr().err.splitlines() == [
        "Let op: link weg",
        "catalogue/x.yml:1:1: title: leeg",
    ]
    assert len(handler.filters) == 1


def test_problems_are_told_with_their_number_each_on_its_own_line() -> None:
    """So that file:line:column comes first."""
    assert narration.not_built(["a.yml:1:1: x", "b.yml:2:1: y"]).splitlines() == [
        "De site is niet gebouwd. Los eerst dit op (2 problemen):",
        "a.yml:1:1: x",
        "b.yml:2:1: y",
    ]


def test_the_summary_counts_what_lies_there(tmp_path: Path) -> None:
    """Pages, recordings and, where it is, the search index."""
    for page in ("catalogus/a", "catalogus/b"):
        (tmp_path / page).mkdir(parents=True)
        (tmp_path / page / "index.html").write_text("")
    (tmp_path / "podcast/audio").mkdir(parents=True)
    (tmp_path / "podcast/audio/a.mp3").write_bytes(b"")
    assert narration.summary(tmp_path) == "2 pagina's en 1 aflevering"

    (tmp_path / "pagefind").mkdir()
    (tmp_path / "index.html").write_text("")
    assert narration.summary(tmp_path) == "3 pagina's, 1 aflevering en de zoekindex"
