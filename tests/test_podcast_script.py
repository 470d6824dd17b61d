"""Scripts of the computer voice: chapters, sentences, and what cannot be spoken."""

from pathlib import Path

import pytest

from macros.podcast import script
from macros.podcast.script import ScriptError, SpokenChapter


def test_headings_open_chapters_and_paragraphs_become_sentences() -> None:
    """Lines within a paragraph belong together; the title is not spoken."""
    found = script.parse(
        "# Titel\n\n## Eerst\n\nHallo. Wat is\ner?\n\nNog iets.\n\n## Dan\n\nTot ziens!\n"
    )

    assert found.title == "Titel"
    assert found.chapters == (
        SpokenChapter("Eerst", (("Hallo.", "Wat is er?"), ("Nog iets.",))),
        SpokenChapter("Dan", (("Tot ziens!",),)),
    )


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("Een zin.", ("Een zin.",)),
        ("Zonder punt", ("Zonder punt",)),
        ("Eén. Twee! Drie? Vier…", ("Eén.", "Twee!", "Drie?", "Vier…")),
        (
            "Volgens drs. Jansen en art. 3 mag het. Dus ja.",
            ("Volgens drs. Jansen en art. 3 mag het.", "Dus ja."),
        ),
        ("Hij zei: “Kom.” Zij ging.", ("Hij zei: “Kom.”", "Zij ging.")),
        ("Het is 3.5 of meer. 2027 komt eraan.", ("Het is 3.5 of meer.", "2027 komt eraan.")),
        ("Eerst... en dan verder.", ("Eerst... en dan verder.",)),
        ("Écht? Ja. Één keer.", ("Écht?", "Ja.", "Één keer.")),
    ],
)
def test_sentences_end_where_a_reader_would_pause(
    paragraph: str, sentences: tuple[str, ...]
) -> None:
    """A shortened word or a number ends no sentence; a quotation mark belongs to the sentence before."""
    assert script.sentences(paragraph) == sentences


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "de titel ontbreekt."),
        ("# Titel\n", 1, "er is geen hoofdstuk."),
        ("# Titel\n\nHallo.\n", 3, "deze tekst staat voor het eerste hoofdstuk."),
        ("# Titel\n\n## Leeg\n\n## Vol\n\nHallo.\n", 3, 'onder "Leeg" staat geen tekst.'),
        ("# Titel\n\n## Kop\n\nDit is **vet**.\n", 5, "hier staat opmaak (*)"),
        ("# Titel\n\n## Kop\n\nEerst dit.\n- Een lijst.\n", 6, "hier staat opmaak (-)"),
        ("# Titel\n\n## Kop\n\nKijk op https://example.org/.\n", 5, "hier staat opmaak (https:)"),
        ("# Titel\n\n## Kop\n\n### Te diep\n", 5, "hier staat opmaak (#)"),
        ("# Titel\n\n## Kop\nZonder witregel.\n\nHallo.\n", 3, "onder de kop hoort een witregel."),
    ],
)
def test_what_nobody_would_hear_is_refused_with_its_line(text: str, line: int, told: str) -> None:
    """A script is heard as a whole, so it holds plain sentences only."""
    with pytest.raises(ScriptError) as error:
        script.parse(text)

    assert (error.value.line, error.value.message[: len(told)]) == (line, told)


def test_a_script_that_is_no_utf_8_gives_a_message(tmp_path: Path) -> None:
    """A file saved by an old editor."""
    file = tmp_path / "oud.md"
    file.write_bytes("# Privé\n".encode("latin-1"))

    with pytest.raises(ScriptError, match="dit bestand is geen UTF-8"):
        script.read(file)
