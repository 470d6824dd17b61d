"""The whole catalogue is read, or everything that is wrong with it is told."""

import copy
import json
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.catalogue.loading import load, survey
from macros.catalogue.problems import Problem
from macros.catalogue.reading import read
from tests.conftest import ENTRY, Check, Told
from tests.project import EXAMPLE

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
EXPECTED = "verwacht.txt"
Given = TypeVar("Given")

SOUND = """\
kind: background
title: Een stuk dat goed is
summary: Hier zit geen fout in.
audience: [medewerker]
published: 2026-01-30
provenance: {origin: editorial, material: complete}
"""


# --- Golden cases: files with mistakes, and word for word what is told about them ------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_is_told_as_it_should(case: Path, root: Path, check: Check) -> None:
    """Laid over the example, the files of a case give exactly the problems of its verwacht.txt."""
    shutil.copytree(case, root, dirs_exist_ok=True)
    expected = (case / EXPECTED).read_text(encoding="utf-8").splitlines()

    assert check() == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_has_problems_and_files_that_are_read(case: Path) -> None:
    """A case says what is expected, and each of its files lies where the catalogue looks."""
    files = sorted(path.relative_to(case).as_posix() for path in case.rglob("*") if path.is_file())
    files.remove(EXPECTED)

    assert (case / EXPECTED).read_text(encoding="utf-8").strip()
    assert files
    single = {
        "catalogue/vocabulary.yml",
        "catalogue/sources.yml",
        "catalogue/situations.yml",
        "podcasts/channel.yml",
    }
    assert [
        file for file in files if file not in single and not file.startswith("catalogue/entries/")
    ] == []


def test_there_are_enough_cases() -> None:
    """What people get wrong most is all there."""
    assert len(CASES) >= 60


# --- The whole ---------------------------------------------------------------------------------------


def test_the_example_is_sound(root: Path) -> None:
    """The smallest whole catalogue has an entry of every kind, and no problem."""
    catalogue = load(root)

    assert len(catalogue.entries) == len({entry.kind for entry in catalogue.entries.values()}) == 7
    assert catalogue.channel


def test_what_is_wrong_in_all_files_is_told_at_once_and_sorted(root: Path, check: Check) -> None:
    """One run tells of the vocabulary, the sources, the podcast, the folders and every entry."""
    (root / ENTRY).write_text("kind: study\n")
    (root / "catalogue/entries/integriteit/Anders.yml").write_text("")
    for file in ("catalogue/vocabulary.yml", "catalogue/sources.yml", "podcasts/channel.yml"):
        with (root / file).open("a") as end:
            end.write("onbekend: 1\n")

    found = check()

    assert found == sorted(found, key=lambda line: [line.split(":")[0], int(line.split(":")[1])])
    assert {line.split(":")[0] for line in found} == {
        ENTRY,
        "catalogue/entries/integriteit/Anders.yml",
        "catalogue/vocabulary.yml",
        "catalogue/sources.yml",
        "podcasts/channel.yml",
    }


def test_a_catalogue_without_a_podcast_is_sound(root: Path) -> None:
    """The podcast's own file may be absent."""
    (root / "podcasts/channel.yml").unlink()

    assert load(root).channel is None


@pytest.mark.parametrize("file", ["catalogue/vocabulary.yml", "catalogue/sources.yml"])
def test_a_catalogue_without_words_or_sources_is_not(root: Path, check: Check, file: str) -> None:
    """The two files that everything leans on must be there; nothing else is blamed."""
    (root / file).unlink()

    assert check() == [f"{file}:1:1: dit bestand is er niet. Zet het hier neer."]
    assert survey(root)[0] is None


def test_an_empty_project_is_told_what_it_lacks(root: Path, check: Check) -> None:
    """A folder without anything gives three problems and no traceback."""
    shutil.rmtree(root)
    root.mkdir()

    assert [line.partition(": ")[0] for line in check()] == [
        "catalogue/entries:1:1",
        "catalogue/sources.yml:1:1",
        "catalogue/vocabulary.yml:1:1",
    ]


def test_a_survey_gives_the_sound_entries_beside_the_problems(root: Path) -> None:
    """Further checks can look at what is sound, so that their problems are told in the same run."""
    (root / ENTRY).write_text("kind: study\n")

    catalogue, problems = survey(root)

    assert catalogue is not None
    assert len(catalogue.entries) == 7
    assert {problem.file for problem in problems} == {ENTRY}


def test_a_mistake_in_one_field_does_not_hide_another(told: Told) -> None:
    """A wrong word is told also where the same entry has a field of the wrong sort."""
    found = told(
        SOUND.replace("[medewerker]", "[iedereen]") + "keywords: rust\nformer_ids: [fout]\n"
    )

    assert [line.split(": ")[1] for line in found] == ["audience.1", "keywords", "former_ids.1"]


def test_a_survey_tells_everything_once(root: Path) -> None:
    """Also where a file is looked at a second time, for the place of what a rule found."""
    (root / ENTRY).write_text(SOUND.replace("[medewerker]", "[iedereen]") + "title: Nog een\n")

    _, problems = survey(root)

    assert [(problem.line, problem.field) for problem in problems] == [
        (7, "title"),
        (4, "audience.1"),
    ]


def test_a_file_that_did_not_change_is_not_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second check opens only the entry that was saved in between."""
    load(root)
    (root / ENTRY).write_text(SOUND)
    opened: list[str] = []
    really = Path.read_bytes

    def count(path: Path) -> bytes:
        opened.append(path.name)
        return really(path)

    monkeypatch.setattr(Path, "read_bytes", count)
    load(root)

    assert opened == ["fout.yml"]


def test_a_saved_mistake_and_its_repair_are_both_noticed(told: Told) -> None:
    """Whoever saves again sees the answer to the newest text."""
    assert told(SOUND) == []
    assert len(told(SOUND.replace("medewerker", "medewerkes"))) == 1
    assert len(told(SOUND.replace("medewerker", "medewerkex"))) == 1
    assert told(SOUND.replace("medewerker", "hr-adviseur")) == []
    assert told(SOUND) == []


# --- Files that cannot lie in a repository as they are -----------------------------------------------


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            b"\xef\xbb\xbf" + SOUND.encode(),
            "1:1: vooraan staat een onzichtbaar teken (BOM). Sla het op als UTF-8 zonder BOM.",
        ),
        (
            SOUND.encode().replace(b"\n", b"\r\n"),
            "1:17: deze regel eindigt zoals op Windows (CRLF). Kies in je programma regeleinden LF en sla het bestand opnieuw op.",
        ),
        (
            SOUND.replace("Een stuk", "Één stuk").encode("latin-1"),
            "2:8: dit teken is niet geschreven in UTF-8 (byte 0xc9), misschien wel in Latin-1. Sla het bestand op als UTF-8.",
        ),
        (
            SOUND.encode("utf-16"),
            "1:1: dit bestand is opgeslagen als UTF-16. Sla het op als UTF-8.",
        ),
        (
            SOUND.replace("goed", "go\x07ed").encode(),
            "2:23: title: hier staat een onzichtbaar teken (U+0007). Haal het weg.",
        ),
        (
            SOUND.replace("goed", "goed\u202e").encode(),
            "2:25: title: hier staat een onzichtbaar teken (U+202E). Haal het weg.",
        ),
        (
            SOUND.encode() + b"body: |\n" + b"  lang\n" * 750_000,
            "1:1: dit bestand is te groot: 5250182 bytes. Het mogen er hooguit 200000 zijn. Kort de teksten in.",
        ),
        (
            b"kind: study\nkeywords: " + b"[" * 10_000 + b"]" * 10_000,
            "2:22: keywords.1.1.1.1.1.1.1.1.1.1.1: dit zit te diep: meer dan 12 niveaus. Haal haken of inspringingen weg.",
        ),
        (
            b"kind: study\nkeywords:\n" + b"".join(b" " * n + b"- \n" for n in range(600)),
            "14:12: keywords.1.1.1.1.1.1.1.1.1.1.1: dit zit te diep: meer dan 12 niveaus. Haal haken of inspringingen weg.",
        ),
        (
            SOUND.encode() + b"keywords: [" + b"a, " * 2000 + b"]",
            "7:3012: keywords.1001: hier staan meer dan 1000 delen. Haal er delen weg.",
        ),
    ],
    ids=[
        "BOM",
        "CRLF",
        "Latin-1",
        "UTF-16",
        "control character",
        "text direction",
        "5 MB",
        "10,000 brackets deep",
        "600 lists deep",
        "2,000 keywords",
    ],
)
def test_bytes_that_no_editor_should_write_are_told(told: Told, data: bytes, expected: str) -> None:
    """Each gives its own message, at its own place, and only that."""
    assert told(data) == [expected]


def test_a_bom_and_windows_lines_do_not_hide_what_else_is_wrong(told: Told) -> None:
    """What the bytes mean is certain, so the rest of the file is looked at in the same run."""
    data = b"\xef\xbb\xbf" + SOUND.replace("is goed", "is goed.").replace("\n", "\r\n").encode()

    assert [line.partition(" ")[0] for line in told(data + b"kleur: rood\r\n")] == [
        "1:1:",
        "1:17:",
        "7:1:",
    ]


def test_a_symbolic_link_is_not_followed(root: Path, check: Check) -> None:
    """Neither an entry, nor a theme's folder, nor the vocabulary may lead out of the project."""
    secret = root.parent / "geheim"
    secret.mkdir()
    (secret / "geheim.yml").write_text(SOUND)
    (root / "catalogue/entries/integriteit/link.yml").symlink_to(secret / "geheim.yml")
    (root / "catalogue/entries/stiekem").symlink_to(secret)
    (root / "catalogue/sources.yml").rename(root / "echt.yml")
    (root / "catalogue/sources.yml").symlink_to(root / "echt.yml")

    message = "dit is een symbolische link en die volgen we niet. Zet het bestand zelf hier neer."
    assert check() == [
        f"catalogue/entries/integriteit/link.yml:1:1: {message}",
        f"catalogue/entries/stiekem:1:1: {message}",
        f"catalogue/sources.yml:1:1: {message}",
    ]


def test_a_podcast_that_is_a_broken_link_is_not_no_podcast(root: Path, check: Check) -> None:
    """A link that leads nowhere is told like every other one."""
    (root / "podcasts/channel.yml").unlink()
    (root / "podcasts/channel.yml").symlink_to(root / "weg.yml")

    assert check() == [
        "podcasts/channel.yml:1:1: dit is een symbolische link en die volgen we niet. Zet het bestand zelf hier neer."
    ]


def test_a_download_that_is_a_link_stops_the_check(root: Path, check: Check) -> None:
    """It is told once, although an entry offers it."""
    (root / "geheim.txt").touch()
    (root / "docs/downloads").mkdir(parents=True)
    (root / "docs/downloads/werkblad-teamafspraken.txt").symlink_to(root / "geheim.txt")

    assert check() == [
        "docs/downloads/werkblad-teamafspraken.txt:1:1: dit is een symbolische link en die volgen we niet. Zet het bestand zelf hier neer."
    ]


def test_a_pipe_or_folder_instead_of_a_file_does_not_hang(root: Path, check: Check) -> None:
    """Only ordinary files are opened."""
    (root / "catalogue/sources.yml").unlink()
    os.mkfifo(root / "catalogue/sources.yml")
    (root / "podcasts/channel.yml").unlink()
    (root / "podcasts/channel.yml").mkdir()

    message = "hier hoort een gewoon bestand te staan. Haal weg wat er nu staat."
    assert check() == [
        f"catalogue/sources.yml:1:1: {message}",
        f"podcasts/channel.yml:1:1: {message}",
    ]


# --- Whatever the bytes, the answer is a catalogue or a list of problems ------------------------------

ENGLISH = ("Input", "should", "valid ", "Value error", "while ", "Traceback", "<class", "None")


def certain(root: Path, data: bytes) -> list[Problem]:
    """Read a catalogue with this entry; check that its problems are fit for people; give them."""
    (root / ENTRY).write_bytes(data)
    catalogue, problems = survey(root)
    assert catalogue
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert (root / problem.file).exists()
        assert problem.message.strip()
        assert not any(word in problem.message for word in ENGLISH if word.encode() not in data)
        assert str(problem).isprintable()
        assert len(str(problem)) < 3000
    return problems


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example that all examples of a property share."""
    folder = tmp_path_factory.mktemp("eigenschap")
    for name in ("catalogue", "podcasts"):
        shutil.copytree(EXAMPLE / name, folder / name)
    return folder


def bounded(examples: int) -> Callable[[Any], Any]:
    """Try as many inputs, the same ones on every machine and every day."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@bounded(150)
@given(data=st.binary(max_size=400))
def test_any_bytes_give_problems(catalogue: Path, data: bytes) -> None:
    """No bytes at all are an entry by chance, and none lead to anything but problems."""
    assert certain(catalogue, data)


PIECES = st.sampled_from(
    [
        *"-:?,[]{}#&*!|>'\"%@` \n~=.0",
        *("\n  ", "\n- ", ": ", "? ", "- ", " #", "---\n", "...\n", "<<: *a", "&a ", "!!str ", "!"),
        *("kind: study\n", "title: ", "body: |\n  ", ">-\n ", "steps:\n  - title: ", "tips: ["),
        *("true", "null", "no", "12:30", "0x1F", ".inf", "1e400", "9" * 30, "2026-02-30", "<b>"),
        *("[a](javascript:b)", "{lang=en}", "# ", "![", "\t", "\r\n", "\ufeff", "\x00", "\u2028"),
        *("é", "😀", "\\x", "\\ud800", '"\\u202e"', "title", "{{ x }}", "{% raw %}", "a" * 100),
    ]
)


@bounded(400)
@given(pieces=st.lists(PIECES, max_size=30), head=st.sampled_from(["", "kind: method\n", SOUND]))
def test_any_text_that_looks_like_yaml_gives_an_answer(
    catalogue: Path, pieces: list[str], head: str
) -> None:
    """Signs of YAML and Markdown in any order are an entry, or problems."""
    certain(catalogue, (head + "".join(pieces)).encode())


ENTRIES = sorted((EXAMPLE / "catalogue/entries").rglob("*.yml"))
DATA = {path: read(path, path.name).data for path in ENTRIES}


@bounded(300)
@given(file=st.sampled_from(ENTRIES), seed=st.integers(0, 10**6), hits=st.integers(1, 4))
def test_a_sound_entry_with_damaged_text_gives_an_answer(
    catalogue: Path, file: Path, seed: int, hits: int
) -> None:
    """Letters lost, doubled, moved or changed: the answer is an entry or problems."""
    dice = random.Random(seed)
    data = bytearray(file.read_bytes())
    for _ in range(hits):
        start = dice.randrange(len(data))
        end = min(len(data), start + dice.choice([1, 1, 2, 5, 40]))
        part = bytes(data[start:end])
        other = dice.choice([b"", part * 2, part[::-1], b"\n", b" ", b"-", b'"', b"\xff", b": "])
        data[start:end] = other
    certain(catalogue, bytes(data))


PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        ["", " ", "a", "1", "2026-01-01", "<b>", "x" * 100, "é\n😀", "no", "../a", "🍐."]
    ),
)
ODD = PLAIN | st.lists(PLAIN, max_size=3) | st.dictionaries(st.sampled_from("abé"), PLAIN)


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value in plain data."""
    yield way
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*way, key))


@bounded(400)
@given(file=st.sampled_from(ENTRIES), where=st.integers(0, 10**6), odd=ODD)
def test_a_sound_entry_with_one_odd_value_gives_an_answer(
    catalogue: Path, file: Path, where: int, odd: Any
) -> None:
    """A list for a text, a block for a number, nothing for a list: it is told in Dutch."""
    data: Any = copy.deepcopy(DATA[file])
    ways = list(places(data))[1:]
    way = ways[where % len(ways)]
    inside = data
    for key in way[:-1]:
        inside = inside[key]
    inside[way[-1]] = odd

    certain(catalogue, json.dumps(data, ensure_ascii=False).encode())


# --- Work --------------------------------------------------------------------------------------------

BODY = SOUND + "body: |\n"


def work(task: Callable[[], Given]) -> tuple[int, Given]:
    """Give how many functions a task calls, and its result; the same on every machine."""
    steps = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        result = task()
    finally:
        sys.setprofile(before)
    return steps, result


@pytest.mark.parametrize(
    "data",
    [
        SOUND + "".join(f"a{n}: 1\n" for n in range(18_000)),
        SOUND + "keywords:\n" + "  - [a]\n" * 900,
        SOUND.replace("[medewerker]", "[" + "medewerkes, " * 900 + "]"),
        SOUND + "former_ids: [" + "x, " * 900 + "]",
        SOUND + "title: x\n" * 20_000,
        "\t\n" * 90_000,
        "a\x00" * 90_000,
        "\r" * 190_000,
        "x" * 190_000,
        "kind: " + "1" * 190_000 + "x",
        "kind: " + "0_" * 90_000,
        '"' + "\\n" * 90_000 + '": x',
        "kind: " + "x" * 190_000,
        "x" * 1000 + ": 1",
        SOUND + "links:\n" + '  - {title: a, url: "https://' + "a" * 180_000 + '"}',
        SOUND + "tips:\n" + ("  - " + "[a](" * 4_000 + "\n") * 10,
        SOUND + "tips:\n" + ("  - '" + "<b>" * 6_000 + "'\n") * 10,
        BODY + "  " + "[" * 190_000,
        BODY + "  " + "<" * 19_000,
        BODY + "  <b>" + "*a " * 6_000,
        BODY + "  <b>" + "a\n  " * 6_000,
        BODY + "  <b>\n\n" + "  |a|b|\n  |-|-|\n" * 1_000,
        BODY + "  <b>\n\n" + "".join("  " + "> " * n + "a\n" for n in range(150)),
    ],
    ids=range(23),
)
def test_a_hostile_file_takes_little_work(told: Told, data: str) -> None:
    """200 kB that was made to be slow is answered, with a few steps per byte."""
    told(SOUND)

    steps, found = work(lambda: told(data))

    assert len(found) <= 101
    assert steps < 3_000_000


def test_the_check_of_many_entries_costs_the_same_per_entry(root: Path) -> None:
    """Eight times as many entries, each tied to others, take no more than nine times the steps."""

    def cost(number: int) -> int:
        folder = root.parent / f"{number}"
        shutil.copytree(root, folder)
        for n in range(number):
            text = SOUND.replace("stuk", f"stuk {n}").replace("geen fout", f"geen {n} fouten")
            ties = f"related: [{{entry: stuk-{n // 2}, how: deepens}}]\n" if n else ""
            file = folder / f"catalogue/entries/integriteit/stuk-{n}.yml"
            file.write_text(text + ties + f"former_ids: [oud-{n}]\n")
        steps, catalogue = work(lambda: load(folder))
        assert len(catalogue.entries) == number + 7
        return steps

    load(root)
    few, many = cost(50), cost(400)

    assert many < 9 * few
