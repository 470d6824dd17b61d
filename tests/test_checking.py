"""The command `goodiebag check`: some files, other forms, the lines themselves, mending, watching."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.project import compose, goodiebag

FOLDER = "catalogue/entries/integriteit"
WRONG = f"{FOLDER}/fout.yml"
TEXT = """\
kind: method
title: Goed gesprek
summary: Zo voer je een goed gesprek.
audience: [team]
published: 2026-11-21
provenance: {origin: editorial, material: complete}
goal: Je begrijpt elkaar.
steps:
  - titel: Vertel
"""
TOLD = [
    f"{WRONG}:9:5: steps.1.title: dit veld is verplicht en ontbreekt.",
    f'{WRONG}:9:5: steps.1.titel: dit veld ken ik niet: "titel".',
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The example with one entry that has two problems."""
    made = compose(tmp_path / "p")
    (made / WRONG).write_text(TEXT, encoding="utf-8")
    return made


def test_only_the_problems_of_the_files_that_are_named_are_told(project: Path) -> None:
    """From the folder where one is; a folder stands for what is in it; what is elsewhere is counted."""
    sound = f"{FOLDER}/grijze-gebied.yml"

    fine = goodiebag("check", sound, cwd=project)
    wrong = goodiebag("check", "fout.yml", cwd=project / FOLDER)
    folder = goodiebag("check", str(project / FOLDER), cwd=project)

    assert (fine.returncode, wrong.returncode, folder.returncode) == (0, 1, 1)
    assert fine.stdout == f"Alles klopt in {sound}.\n"
    assert fine.stderr == "Buiten wat je noemde: 2 problemen. `goodiebag check` laat alles zien.\n"
    assert folder.stdout == wrong.stdout
    assert all(told in wrong.stdout for told in TOLD)
    assert wrong.stderr == "\n2 problemen gevonden.\n"


def test_a_file_is_held_against_all_others(project: Path) -> None:
    """A title that another entry has is told for both files."""
    other = project / FOLDER / "grijze-gebied.yml"
    title = re.search("^title: (.*)$", other.read_text("utf-8"), re.M)
    assert title
    twin = f"{FOLDER}/aap.yml"
    (project / WRONG).unlink()
    (project / twin).write_text(TEXT.replace("titel", "title").replace("title: Goed gesprek", title[0]), "utf-8")  # fmt: skip

    for file in (twin, f"{FOLDER}/grijze-gebied.yml"):
        done = goodiebag("check", file, cwd=project)
        assert done.returncode == 1
        assert "deze titel staat ook in" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["weg.yml"], "weg.yml is er niet."),
        (["/"], "/ hoort niet bij het project"),
        (["--format", "xml"], 'de waarde van "format" klopt niet. Kies uit: text, json, github of sarif.'),
        (["--watch", "--fix"], "--watch kan niet samen met --fix"),
        (["--watch", "--format", "json"], "--watch kan niet samen met"),
    ],
)  # fmt: skip
def test_wrong_use_is_told(project: Path, arguments: list[str], told: str) -> None:
    """Exit code 2, and nothing is checked."""
    done = goodiebag("check", *arguments, cwd=project)

    assert done.returncode == 2
    assert told in done.stderr
    assert done.stdout == ""


def test_lines_are_shown_below_each_problem_when_they_are_asked_for(project: Path) -> None:
    """The first line of a problem stays as it is; without a terminal there is no other."""
    plain = goodiebag("check", cwd=project).stdout.splitlines()
    shown = goodiebag("check", "--toon-regels", cwd=project).stdout

    assert len(plain) == 2
    assert shown == "".join(
        f"{line}\n    9 |   - titel: Vertel\n      |     ^\n\n" for line in plain
    )


def on_a_terminal(project: Path, *arguments: str, **variables: str) -> str:
    """Give what the command shows on a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "macros.cli", *arguments]
    environment = {**os.environ, "TERM": "xterm", **variables}
    with subprocess.Popen(command, cwd=project, env=environment, stdout=theirs, stderr=subprocess.DEVNULL) as running:  # fmt: skip
        os.close(theirs)
        found = b""
        try:
            while part := os.read(ours, 4096):
                found += part
        except OSError:  # Linux says in this way that the other side is closed
            pass
        running.wait()
    os.close(ours)
    return found.decode().replace("\r\n", "\n")


def test_a_terminal_has_lines_and_colours(project: Path) -> None:
    """NO_COLOR takes the colours away, `--verberg-regels` the lines."""
    full = on_a_terminal(project, "check")
    bare = on_a_terminal(project, "check", NO_COLOR="1")
    short = on_a_terminal(project, "check", "--verberg-regels", NO_COLOR="1")

    assert "\x1b[1m" in full
    assert "\x1b[31m" in full
    assert re.sub(r"\x1b\[\d+m", "", full) == bare
    assert "    9 |   - titel: Vertel\n      |     ^\n" in bare
    assert short == goodiebag("check", cwd=project).stdout


def test_every_form_tells_the_same_problems(project: Path) -> None:
    """And the exit code is that of the text."""
    lines = goodiebag("check", cwd=project).stdout.splitlines()
    done = {form: goodiebag("check", "--format", form, cwd=project) for form in ("json", "github", "sarif")}  # fmt: skip
    found = json.loads(done["json"].stdout)["problems"]
    [run] = json.loads(done["sarif"].stdout)["runs"]

    assert [one.returncode for one in done.values()] == [1, 1, 1]
    assert [f"{p['file']}:{p['line']}:{p['column']}: {p['field']}: {p['message']}" for p in found] == lines  # fmt: skip
    assert [one["message"]["text"] for one in run["results"]] == [line.split(": ", 1)[1] for line in lines]  # fmt: skip
    assert done["github"].stdout.count("::error file=") == len(lines)


def test_every_form_of_a_sound_catalogue_is_sound(project: Path) -> None:
    """With advice where that is asked."""
    (project / WRONG).unlink()
    found = json.loads(goodiebag("check", "--format", "json", "--advice", cwd=project).stdout)
    silent = goodiebag("check", "--format", "github", cwd=project)

    assert found["ok"] is True
    assert found["problems"] == []
    assert (silent.returncode, silent.stdout) == (0, "")


def test_what_is_mechanical_is_mended_and_shown(project: Path) -> None:
    """Only in the files of entries that are named; the rest is told as always."""
    file, other = project / WRONG, project / FOLDER / "ander.yml"
    mangled = TEXT.replace("titel: Vertel", "title: no").replace("title: Goed gesprek\n", "") + "title: Let op: dit\n"  # fmt: skip
    file.write_text(mangled, "utf-8")
    other.write_text(mangled.replace("dit", "dat"), "utf-8")
    words = (project / "catalogue/vocabulary.yml").read_bytes()

    done = goodiebag("check", "--fix", WRONG, cwd=project)

    assert done.returncode == 0
    assert done.stdout.startswith(f"--- {WRONG}\n+++ {WRONG}\n@@ ")
    assert '\n+title: "Let op: dit"\n' in done.stdout
    assert done.stdout.endswith(f"Alles klopt in {WRONG}.\n")
    assert done.stderr.startswith("Hersteld in 1 bestand.\n")
    assert file.read_text("utf-8").startswith('kind: method\ntitle: "Let op: dit"\nsummary: ')
    assert other.read_text("utf-8") == mangled.replace("dit", "dat")
    again = goodiebag("check", "--fix", "--format", "json", "catalogue", cwd=project)
    assert json.loads(again.stdout)["ok"] is False  # both have the same summary
    assert f"--- {FOLDER}/ander.yml" in again.stderr
    assert (project / "catalogue/vocabulary.yml").read_bytes() == words
    assert "Er was niets te herstellen." in goodiebag("check", "--fix", WRONG, cwd=project).stderr


def test_a_change_is_checked_again_until_ctrl_c(project: Path) -> None:
    """What was wrong is told, and then that all is well."""
    command = [sys.executable, "-m", "macros.cli", "check", "--watch"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:  # fmt: skip
        assert running.stdout
        first = [running.stdout.readline() for _ in range(2)]
        time.sleep(1)
        (project / WRONG).write_text(TEXT.replace("titel", "title"), encoding="utf-8")
        then = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        code = running.wait(30)

    assert all(line.startswith(WRONG) for line in first)
    assert then == "Alles klopt: 8 stukken, 1 aflevering en 4 bronnen.\n"
    assert code == 0
