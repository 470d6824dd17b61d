"""An entry is taken out of what came by mail and put in its place."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from macros.contribute import mailed
from macros.contribute.beginning import NotBegun, ThemeNeeded, Unclear
from macros.contribute.scaffold import EDITOR
from tests.conftest import Check

PLACE = "catalogue/entries/integriteit/wandelend-overleg.yml"
ENTRY = """\
kind: method
title: Wandelend overleg
summary: Een overleg in beweging, voor als je samen vastzit.
audience: [team]
published: 2026-11-21
provenance:
  origin: editorial
  material: complete
goal: Je komt los van je scherm.
"""
FORM = f"# {PLACE}\n{ENTRY}"
SAVED = f"{EDITOR}\n{ENTRY}"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Where the mail was saved."""
    return tmp_path / "voorstel.eml"


def mail(text: str, **attached: str) -> EmailMessage:
    """Make a mail with a text, and files that hang on it."""
    message = EmailMessage()
    message["Subject"] = "Voorstel voor de goodiebag"
    message.set_content(text, cte="quoted-printable")
    for name, inside in attached.items():
        message.add_attachment(inside.encode(), maintype="application", subtype="octet-stream", filename=name.replace("_", "."))  # fmt: skip
    return message


def test_a_file_of_the_form_goes_where_its_first_line_says(
    root: Path, tmp_path: Path, check: Check
) -> None:
    """That line makes way for the one that editors read."""
    source = tmp_path / "download.txt"
    source.write_text(FORM, encoding="utf-8")

    taken = mailed.take(root, source)

    assert (taken.file, taken.difference) == (PLACE, "")
    assert (root / PLACE).read_text("utf-8") == SAVED
    assert check() == []


@pytest.mark.parametrize(
    "text",
    [
        FORM,
        f"Hoi,\n\nHier is mijn stuk.\n\n{FORM}\n-- \nGroet, Ans\n06: 12345\n",
        f"{FORM}\nMet vriendelijke groet,\nAns de Wit\n06: 12345\n",
        f"Kijk:\n\n```yaml\n{FORM}```\n\nGroet: Ans\n",
        "".join(f"> {line}\n" for line in FORM.splitlines()),
        FORM.replace("  origin", "\u00a0 origin").replace("title: ", "title:\u00a0"),
    ],
    ids=["alone", "with a signature", "with a goodbye", "in a fence", "quoted", "with hard spaces"],
)
def test_an_entry_is_found_in_the_words_of_a_mail(root: Path, source: Path, text: str) -> None:
    """What stands around it is left out, and what the mail program did is undone."""
    source.write_bytes(bytes(mail(text)))

    mailed.take(root, source)

    assert (root / PLACE).read_text("utf-8").rstrip("\n") == SAVED.rstrip("\n")


def test_lines_that_were_wrapped_on_the_way_are_whole_again(root: Path, source: Path) -> None:
    """RFC 3676: a space at the end goes on, a space in front was put there."""
    flowed = FORM.replace("beweging, voor als", "beweging, \nvoor als").replace("\n  ", "\n   ")
    message = mail(f"Hallo,\n\n{flowed}-- \nAns\n")
    message.set_param("format", "flowed")
    source.write_bytes(bytes(message))

    mailed.take(root, source)

    assert (root / PLACE).read_text("utf-8") == SAVED


def test_a_file_that_hangs_on_a_mail_goes_before_its_words(root: Path, source: Path) -> None:
    """Whatever those say."""
    source.write_bytes(bytes(mail("kind: study\ntitle: niet dit\n", stuk_yml=FORM, foto_jpg="x")))

    mailed.take(root, source)

    assert (root / PLACE).read_text("utf-8") == SAVED


def test_without_a_place_the_title_and_the_theme_give_it(root: Path, tmp_path: Path) -> None:
    """Who fills in a template writes no place in it."""
    source = tmp_path / "stuk.yml"
    source.write_text(f"# Methode.\n\n{ENTRY}", encoding="utf-8")

    with pytest.raises(ThemeNeeded):
        mailed.take(root, source)
    assert mailed.take(root, source, "Integriteit").file == PLACE
    assert (root / PLACE).read_text("utf-8") == f"{EDITOR}\n# Methode.\n\n{ENTRY}"


def test_a_change_of_an_entry_is_shown_and_asks_for_a_word(root: Path, tmp_path: Path) -> None:
    """Nothing is written over by accident."""
    source = tmp_path / "stuk.yml"
    source.write_text(FORM, encoding="utf-8")
    mailed.take(root, source)
    source.write_text(FORM.replace("je scherm", "je stoel"), encoding="utf-8")

    with pytest.raises(NotBegun, match="voeg dan --vervang toe"):
        mailed.take(root, source)
    taken = mailed.take(root, source, replace=True)

    assert (
        "-goal: Je komt los van je scherm.\n+goal: Je komt los van je stoel.\n" in taken.difference
    )
    assert "je stoel" in (root / PLACE).read_text("utf-8")


def test_a_change_leaves_the_rest_of_the_file_as_it_was(root: Path, tmp_path: Path) -> None:
    """No line for editors is added, and the title says which entry it is: its theme is known."""
    (root / PLACE).write_text(ENTRY, encoding="utf-8")
    source = tmp_path / "stuk.yml"
    source.write_text(ENTRY.replace("je scherm", "je stoel"), encoding="utf-8")

    mailed.take(root, source, replace=True)

    assert (root / PLACE).read_text("utf-8") == ENTRY.replace("je scherm", "je stoel")


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("Hoi, ik heb een idee.\n", NotBegun, "staat geen stuk"),
        ("", NotBegun, "staat geen stuk"),
        (FORM.replace("/integriteit/", "/integritijd/"), Unclear, 'Bedoel je "integriteit"?'),
        (FORM.replace("/integriteit/", "/../"), Unclear, "bestaat niet"),
        (FORM.replace("wandelend-overleg.yml", "Wandelend.yml"), NotBegun, "Wandelend kan geen bestandsnaam zijn"),
        (FORM.replace("wandelend-overleg.yml", "index.yml"), NotBegun, "index kan geen bestandsnaam zijn"),
        (FORM.replace("wandelend-overleg.yml", "voorbeeld.yml"), NotBegun, "voorbeeld.yml bestaat al"),
        ("kind: study\nsummary: x\n", NotBegun, "is geen titel te lezen"),
        (FORM + f"body: {'x' * 200_000}\n", NotBegun, "is te groot"),
    ],
)  # fmt: skip
def test_what_has_no_place_is_refused(
    root: Path, tmp_path: Path, text: str, error: type[NotBegun], message: str
) -> None:
    """And nothing is written, inside the catalogue or outside it."""
    source = tmp_path / "stuk.txt"
    source.write_text(text, encoding="utf-8")
    before = sorted(root.rglob("*"))

    with pytest.raises(error) as told:
        mailed.take(root, source)

    assert message in str(told.value)
    assert sorted(root.rglob("*")) == before


def test_a_file_that_is_not_there_is_told(root: Path, tmp_path: Path) -> None:
    """In a sentence."""
    with pytest.raises(NotBegun, match="kan ik niet openen"):
        mailed.take(root, tmp_path / "weg.eml")
