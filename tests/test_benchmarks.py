"""The benchmarks measure what they say, on sound entries; no test here asserts a time."""

import re
import sys
from pathlib import Path

import pytest

from benchmarks import checking, lighthouse, report, stock
from benchmarks.accounting import CommandFailed, Cost, Size, cost, size
from benchmarks.generate import OURS, STOCK, generate
from benchmarks.lighthouse import Look
from benchmarks.measure import BASELINE, Result
from benchmarks.preview import Seen
from benchmarks.searching import Searching
from benchmarks.weight import Weight, first_visit
from macros import contents
from macros.catalogue.loading import load
from tests.project import ROOT, run

REAL = len(load(ROOT).entries)
ENTRIES = REAL + 100
"""The real entries and a hundred invented ones."""


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both projects with these entries, in one folder."""
    folder = tmp_path_factory.mktemp("benchmarks")
    generate(ENTRIES, folder)
    return folder


def test_invented_entries_are_sound(projects: Path) -> None:
    """The catalogue accepts them all, beside the real ones and their recordings."""
    found = contents.read(projects / OURS)

    assert len(found.catalogue.entries) == ENTRIES
    assert len(found.episodes) == len(contents.read(ROOT).episodes)


def test_invented_entries_look_like_real_ones(projects: Path) -> None:
    """Every kind but podcasts, texts of 120 to 300 words, and no text twice."""
    real = contents.read(ROOT).catalogue.entries
    entries = contents.read(projects / OURS).catalogue.entries
    invented = [entry for id, entry in entries.items() if id not in real]

    kinds = {entry.kind for entry in invented}
    bodies = [entry.body or "" for entry in invented]

    assert kinds == {"intervention", "method", "collection", "book-review", "study", "background"}
    assert all(120 <= len(body.split()) <= 300 for body in bodies)
    assert len({*bodies}) == len({entry.summary for entry in invented}) == len(invented)


def test_the_same_number_gives_the_same_bytes(projects: Path, tmp_path: Path) -> None:
    """Ours and stock, file by file."""
    generate(ENTRIES, tmp_path)

    assert _bytes(tmp_path) == _bytes(projects)


def test_an_entry_is_the_same_among_more(projects: Path, tmp_path: Path) -> None:
    """So the cost of 1,000 and of 10,000 differ by their number only."""
    generate(ENTRIES + 10, tmp_path)
    few = _bytes(projects / OURS / "catalogue")
    many = _bytes(tmp_path / OURS / "catalogue")

    assert len(many) == len(few) + 10
    assert few.items() <= many.items()


def test_fewer_entries_than_the_real_ones_are_refused(tmp_path: Path) -> None:
    """The real catalogue is always in it."""
    with pytest.raises(ValueError, match=str(REAL)):
        generate(REAL - 1, tmp_path)


def test_the_stock_project_builds_strictly(projects: Path) -> None:
    """Every link between its pages leads somewhere, and each entry has a page."""
    done = run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=projects / STOCK)

    assert done.returncode == 0, done.stderr
    assert len(list((projects / STOCK / "site/catalogus").glob("*/index.html"))) == ENTRIES


def test_a_stock_page_says_what_ours_says(projects: Path) -> None:
    """The steps of an intervention are on it, with their minutes; language marks are not."""
    catalogue = contents.read(projects / OURS).catalogue
    entry = catalogue.select(kind="intervention")[0]
    page = (projects / STOCK / f"docs/catalogus/{entry.id}.md").read_text(encoding="utf-8")

    steps = getattr(entry, "steps", ())

    assert steps
    assert all(f"### {step.title}\n\n{step.minutes} minuten. " in page for step in steps)
    assert not any("{lang=" in file for file in _texts(projects / STOCK / "docs"))


def test_a_command_is_counted_with_all_that_it_starts() -> None:
    """The memory of a child of a child counts."""
    child = "held = bytearray(80_000_000)"
    parent = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    )

    spent = cost([sys.executable, "-c", parent], ROOT)

    assert spent.memory > 80_000_000
    assert spent.cpu > 0
    assert spent.wall > 0


def test_a_command_that_fails_is_told_with_its_words() -> None:
    """A figure of something that did not work would be worse than none."""
    with pytest.raises(CommandFailed, match=r"(?s)ended with 3.*het lukt niet"):
        cost([sys.executable, "-c", "print('het lukt niet'); raise SystemExit(3)"], ROOT)


def test_what_a_command_wrote_is_added_up(tmp_path: Path) -> None:
    """Files in folders below count too; a folder that is not there holds nothing."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/one").write_bytes(b"12345")
    (tmp_path / "two").write_bytes(b"123")

    assert size(tmp_path) == Size(8, 2)
    assert size(tmp_path / "absent") == Size(0, 0)


def test_a_first_visit_counts_each_file_that_is_fetched_once(tmp_path: Path) -> None:
    """The page, its style sheet and the font in it; no sound, no link, no other host."""
    page = """<link rel="stylesheet" href="../a.css"><link rel="canonical" href="../other.css">
    <link rel="preload" href="../f.woff2"><a href="../b/">b</a><audio src="../s.mp3"></audio>
    <img src="https://example.org/other.css"><script>let x;</script>"""
    files = {"p/index.html": page, "a.css": "@import url(a.css); @font-face {src: url('/f.woff2')}"}
    files |= {"f.woff2": "woff", "other.css": "", "b/index.html": "b", "s.mp3": "sound"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)

    weight = first_visit(tmp_path, "p/")

    assert weight.requests == 3
    assert len("woff") < weight.bytes <= len(page) + len(files["a.css"]) + len("woff")


def test_a_first_visit_of_stock_fetches_the_index_of_its_search(tmp_path: Path) -> None:
    """Material's script does so on each page, also when nobody searches."""
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text("{}")
    (tmp_path / "index.html").write_text("")

    assert first_visit(tmp_path, "") == Weight(2, 2)


def test_a_goal_that_is_missed_is_told() -> None:
    """The report is honest: a build that costs more than stock is a no."""
    results = {
        number: {
            "check": _result(cpu=number / 2000, ratio=0.1),
            "build": _result(cpu=number / 100, ratio=1.5),
            BASELINE: _result(cpu=number / 150, ratio=1),
        }
        for number in (42, 1_000, 10_000)
    }

    searched = {"goodiebag, 10,000 entries": Searching(0, 190_000, 900, 120, 40, 300)}
    goals = {
        goal: reached
        for goal, _, reached in report.goals(results, {1_000: Seen(0.5, 0.6, 3)}, searched)
    }

    assert goals == {
        "check of 1,000 entries in under 1 CPU second where stock takes 3.8": "yes",
        "build of 1,000 entries at most the CPU time of stock": "**no**",
        "build of 10,000 entries at most the CPU time of stock": "**no**",
        "cost per entry at 10,000 at most 1.2 times that at 1,000": "yes",
        "an edit visible on its page within half a second at 1,000": "yes",
        "first query at 10,000 loads at most 200 kB": "yes",
        "a later answer at 10,000 within 100 ms": "**no**",
        "a change of a facet at 10,000 within 100 ms": "yes",
    }


def test_the_cost_of_one_more_entry_is_compared_within_a_round() -> None:
    """A machine that was twice as slow in the second of three rounds changes nothing."""
    slow = (1, 2, 1)
    results = {
        number: {"build": Result(tuple(number * part for part in slow), 0, 0, 1, Size(0, 0))}
        for number in (10, 100, 1_000)
    }

    assert report.marginal(results, "build", 100) == (1, 2, 1)
    assert report.growth(results, "build", 100, 1_000) == 1


def test_figures_take_the_place_of_earlier_ones(tmp_path: Path) -> None:
    """What stands around the marks stays."""
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n", encoding="utf-8")

    report.write(readme, "new")

    assert readme.read_text(encoding="utf-8") == (
        f"before\n{report.BEGIN}\n\nnew\n\n{report.END}\nafter\n"
    )
    assert report.BEGIN in (ROOT / "benchmarks/README.md").read_text(encoding="utf-8")


def test_the_command_measures_everything_and_prints_tables() -> None:
    """One round with few entries, one edit in the preview; every row has its figure.

    Of our search nothing is fetched before someone uses it; of that of the stock theme, all.
    """
    number = str(REAL + 3)
    arguments = ["--entries", number, "--runs", "1", "--preview", number, "--edits", "1"]

    done = run(sys.executable, "-m", "benchmarks", *arguments, cwd=ROOT)

    assert done.returncode == 0, done.stderr
    rows = [line for line in done.stdout.splitlines() if line.startswith(f"| {number} |")]
    names = [row.split(" | ")[1] for row in rows[:5]]
    assert names == ["check", "build", BASELINE, "search index", "stock build with its search"]
    assert re.fullmatch(rf"\| {number} \| \d+\.\d\d s \| \d+\.\d\d s \| \d+\.\d\d s \|", rows[5])
    assert done.stdout.count(f"{number} entries | ") == 5
    ours, stock = re.findall(
        rf"{number} entries \| (\d+) \| (\d+) \| (\d+) \| \d+ \| \d* \|", done.stdout
    )
    assert int(ours[0]) == 0 < int(ours[1]) < 300  # kB before use and of the first query
    assert int(stock[0]) > 0


def test_the_settings_of_stock_are_the_defaults() -> None:
    """Nothing that slows it down, and no request to another host."""
    assert "font: false" in stock.SETTINGS
    assert "features" not in stock.SETTINGS
    assert "markdown_extensions" not in stock.SETTINGS


def _result(cpu: float, ratio: float) -> Result:
    spent = Cost(cpu=cpu, wall=cpu, memory=1)
    return Result((spent.cpu,), spent.wall, spent.memory, ratio, Size(0, 0))


def _bytes(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "site" not in file.relative_to(folder).parts
    }


def _texts(folder: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in folder.rglob("*.md")]


def test_the_wait_for_a_check_is_measured_on_sound_projects(projects: Path) -> None:
    """Each command of a round ends well; the table has a row for each, and no figure is judged here."""
    found = checking.waits(projects / OURS, 1)

    assert [one.name for one in found] == [name for name, _ in checking.TASKS]
    assert all(0 < one.least <= one.middle for one in found)
    assert checking.table(found).count("\n| ") == len(found)
    assert (projects / OURS / checking.FILE).is_file()


def test_the_figures_of_lighthouse_are_taken_from_its_report() -> None:
    """Scores of a hundred, seconds, and the checks that lower a score; a remark without weight is none."""
    found = lighthouse.read(
        {
            "categories": {
                "performance": {"score": 0.97, "auditRefs": [
                    {"id": "total-blocking-time", "weight": 30},
                    {"id": "largest-contentful-paint", "weight": 25},
                ]},
                "accessibility": {"score": 1, "auditRefs": [{"id": "color-contrast", "weight": 7}]},
                "best-practices": {"score": 1, "auditRefs": [{"id": "no-csp", "weight": 0}]},
                "seo": {"score": 0.92, "auditRefs": [
                    {"id": "meta-description", "weight": 1}, {"id": "hreflang", "weight": 1},
                ]},
            },
            "audits": {
                "total-blocking-time": {"score": 0.9, "scoreDisplayMode": "numeric", "numericValue": 61.4},
                "largest-contentful-paint": {"score": 1, "scoreDisplayMode": "numeric", "numericValue": 1290},
                "cumulative-layout-shift": {"score": 1, "scoreDisplayMode": "numeric", "numericValue": 0},
                "color-contrast": {"score": 1, "scoreDisplayMode": "binary"},
                "no-csp": {"score": 0, "scoreDisplayMode": "binary"},
                "meta-description": {"score": 0, "scoreDisplayMode": "binary"},
                "hreflang": {"score": None, "scoreDisplayMode": "notApplicable"},
            },
        }
    )  # fmt: skip

    assert found.scores == (97, 100, 100, 92)
    assert found.failed == ("total-blocking-time", "meta-description")
    assert not found.good
    row = "| catalogue | 97 | 100 | 100 | 92 | 1.29 | 0.000 | 61 |"
    assert lighthouse.table({"catalogue": found}).splitlines()[2:] == [row]


@pytest.mark.parametrize(
    ("look", "good"),
    [
        (Look((100, 100, 100, 100), 1.49, 0.0, 49.0), True),
        (Look((100, 99, 100, 100), 1.2, 0.0, 0.0), False),
        (Look((100, 100, 100, 100), 1.5, 0.0, 0.0), False),
        (Look((100, 100, 100, 100), 1.2, 0.001, 0.0), False),
        (Look((100, 100, 100, 100), 1.2, 0.0, 50.0), False),
    ],
)
def test_a_page_is_good_when_it_meets_every_goal(look: Look, good: bool) -> None:
    """All scores 100, a paint within one and a half seconds, no shift, hardly any blocking."""
    assert look.good is good


def test_lighthouse_looks_at_pages_that_exist_and_at_every_kind_of_entry(live_site: Path) -> None:
    """One entry of each kind stands beside the pages that are named."""
    pages = lighthouse.pages()

    assert [
        path for path in pages.values() if not (live_site / path / "index.html").is_file()
    ] == []
    assert {name for name in pages if name.startswith("entry: ")} == {
        f"entry: {entry.kind}" for entry in load(ROOT).entries.values()
    }
