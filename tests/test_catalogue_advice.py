"""Advice on texts: what is long or hard, at its place, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.catalogue.advice import MAX_WORDS, QUOTED, advice
from macros.catalogue.loading import load
from macros.catalogue.sources import Document, Fact
from tests.conftest import ENTRY

HEAD = """\
kind: background
title: Een stuk dat goed is
summary: Hier zit geen fout in.
audience: [medewerker]
published: 2026-01-30
provenance: {origin: editorial, material: complete}
"""
EASY = "Je loopt met een collega naar het park en praat over je werk. " * 5
HARD = (
    "De implementatie van organisatieontwikkelingstrajecten veronderstelt "
    "verantwoordelijkheidsverdeling binnen samenwerkingsverbanden. "
) * 7


def told(root: Path, text: str) -> list[str]:
    """Give the advice on an entry with these last lines, without the name of its file.

    The example has an odd text of its own, which is left out.
    """
    (root / ENTRY).write_text(HEAD + text, encoding="utf-8")
    found = [line for line in advice(load(root)) if "voorbeelden-voor-beginners" not in line.file]
    return [str(line).removeprefix(f"{ENTRY}:") for line in found]


def sentence(words: int) -> str:
    """Give a sentence of so many words."""
    return f"Dit {'en dat ' * ((words - 2) // 2)}{'is ' * (words % 2)}klaar."


@pytest.mark.parametrize(("words", "expected"), [(MAX_WORDS, 0), (MAX_WORDS + 1, 1)])
def test_a_sentence_may_have_25_words(root: Path, words: int, expected: int) -> None:
    """One more is told."""
    found = told(root, f"body: {sentence(words)}\n")

    assert len(found) == expected
    assert all(f"deze zin heeft {words} woorden" in line for line in found)


def test_a_long_sentence_is_told_where_it_begins(root: Path) -> None:
    """In a folded text, after another sentence with the same word and with marks in it."""
    long = sentence(30)
    first, rest = long[:38], long[39:]
    text = f"body: >-\n  Kort is goed. **Dit** en dat is kort.\n\n  Ook kort. {first}\n  {rest}\n"

    assert told(root, text) == [
        '10:13: body: deze zin heeft 30 woorden: "Dit en dat en dat en dat en dat en dat en dat en dat en d...". '
        "Maak er zinnen van met hooguit 25 woorden."
    ]


def test_a_hard_passage_is_told_with_its_score(root: Path) -> None:
    """An easy one before it is not, and neither is the heading of the hard one."""
    [line] = told(root, f"body: |\n  {EASY}\n\n  ## Kop\n\n  {HARD}\n")

    assert line.startswith("12:3: body: deze passage leest misschien lastig: -")
    assert "op de schaal van Flesch-Douma, waar een gewone tekst minstens 60 heeft." in line


def test_a_few_hard_words_are_no_passage(root: Path) -> None:
    """Of a short text, a list of words and a heading the score says nothing."""
    item = "- organisatieontwikkelingsverantwoordelijkheid\n"

    assert told(root, f"body: |\n  {HARD[:120]}\n\n" + f"  {item}" * 60) == []


def test_what_others_wrote_is_left_as_it_is(root: Path) -> None:
    """A long quote and the long title of a document are not ours to shorten."""
    file = root / "catalogue/sources.yml"
    quote = "quote: Ze verwachten gemiddeld bijna 19 uur per week thuis te werken."
    text = file.read_text(encoding="utf-8")
    assert quote in text
    file.write_text(text.replace(quote, f"quote: {sentence(40)}"), encoding="utf-8")

    assert told(root, "") == []
    assert set(QUOTED) <= {*Document.model_fields, *Fact.model_fields}


def test_words_and_sources_are_read_too(root: Path) -> None:
    """They stand on pages like the rest."""
    places = []
    for name, line in (
        ("sources", "caveat: Een voorlopige bevinding van december 2020."),
        ("vocabulary", "definition: Je werkt bij het Rijk."),
    ):
        file = root / f"catalogue/{name}.yml"
        before, after = file.read_text(encoding="utf-8").split(line)
        field = line.partition(":")[0]
        file.write_text(f"{before}{field}: {sentence(30)}{after}", encoding="utf-8")
        places.append(f"catalogue/{name}.yml:{before.count(chr(10)) + 1}:{len(field) + 7}")

    found = [line.split(": ") for line in told(root, "")]

    assert [line[0] for line in found] == places
    assert [line[1] for line in found] == ["facts.1.caveat", "audiences.1.definition"]


def test_the_measure_is_loaded_only_where_advice_is_asked() -> None:
    """It takes a while, and `check`, `build` and `serve` do without."""
    code = "import sys, macros.cli, macros.contents, macros.catalogue.advice; sys.exit('textstat' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
