"""The build as a whole: what fails leaves the site, what changes is made again, bytes stay equal."""

import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import SITE_URL, build, compose, goodiebag, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own for a test that changes it."""
    return compose(tmp_path / "project")


def digests(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every file below a folder."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }


def test_two_builds_of_the_same_contents_give_the_same_bytes(
    example_site: Path, project: Path
) -> None:
    """In another folder, at another moment, every file is the same: pages, feed, index."""
    assert digests(build(project)) == digests(example_site)


def test_mkdocs_alone_builds_the_same_site(example_site: Path, project: Path) -> None:
    """`mkdocs build --strict` needs no command of ours."""
    done = run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=project)

    assert done.returncode == 0, done.stderr
    assert digests(project / "site") == digests(example_site)


def test_a_mistake_in_the_contents_leaves_the_last_good_site(
    example_site: Path, project: Path
) -> None:
    """Every problem is told, nothing half-built remains."""
    before = digests(Path(shutil.copytree(example_site, project / "site")))
    entry = project / "catalogue/entries/integriteit/grijze-gebied.yml"
    entry.write_text(entry.read_text().replace("kind: background", "kind: backgrond"))

    done = goodiebag("build", cwd=project)

    assert done.returncode == 1
    assert "catalogue/entries/integriteit/grijze-gebied.yml:1:7: kind: " in done.stderr
    assert 'Bedoel je "background"?' in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert digests(project / "site") == before
    assert sorted(path.name for path in project.iterdir() if path.name.startswith(".")) == []


def test_a_wrong_call_on_a_page_stops_the_build_with_page_line_and_remedy(project: Path) -> None:
    """All wrong calls of all pages are told at once."""
    page = project / "docs/over.md"
    page.write_text(
        "---\ntitle: Over\ndescription: Over deze site\n---\n"
        '# Over\n\n{{ entries(them="integriteit") }}\n\n{{ figure("bestaat-niet") }}\n{{ entry_card() }}\n',
        encoding="utf-8",
    )
    (project / "docs/privacy.md").write_text("# Privacy\n\n{{ entrie() }}\n", encoding="utf-8")

    done = goodiebag("build", cwd=project)

    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if line.startswith("docs/")]
    assert [line.split(": ")[0] for line in lines] == [
        "docs/over.md:7:1", "docs/over.md:9:1", "docs/over.md:10:1", "docs/privacy.md:3:1",
    ]  # fmt: skip
    assert 'Bedoel je "theme"?' in lines[0]
    assert "Voorbeeld: {{ entry_card(" in lines[2]
    assert 'Bedoel je "entry_page"' in lines[3] or 'Bedoel je "entries"' in lines[3]
    assert not (project / "site").exists()


CALLS = {
    "over": '{{ figure(["x"]) }}',
    "privacy": "{{ config.foo }}",
    "vormgeving": '{{ "x" ~ 1/0 }}',
    "bronnen": '{% include "x.md" %}',
    "begrippen": "{{ entries }}",
    "toegankelijkheid": "{{ 1 | foo }}",
}
"""Ways in which a call goes wrong, by the page that it stands on: one a page, so that each stops it."""


def test_whatever_goes_wrong_in_a_call_is_told_with_page_and_line(project: Path) -> None:
    """No English report in the place of the page, and no build that only says that it failed."""
    for name, call in CALLS.items():
        page = f"---\ntitle: Over\ndescription: Over deze site\n---\n# Over\n\n{call}\n"
        assert (project / f"docs/{name}.md").is_file()
        (project / f"docs/{name}.md").write_text(page, encoding="utf-8")

    done = goodiebag("build", cwd=project)

    assert done.returncode == 1
    told = re.findall(r"^docs/(\w+)\.md:7:1: ", done.stderr, re.MULTILINE)
    assert sorted(told) == sorted(CALLS), done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_that_is_a_link_is_refused_in_dutch(project: Path) -> None:
    """What it points to is left alone, and there is no traceback."""
    (project / "elders").mkdir()
    (project / "site").symlink_to(project / "elders")

    done = goodiebag("build", cwd=project)

    assert done.returncode == 1
    assert "is een link; een site komt in een gewone map" in done.stderr
    assert "Traceback" not in done.stderr
    assert (project / "site").is_symlink()


def test_two_builds_at_once_wait_for_each_other(example_site: Path, project: Path) -> None:
    """Both end well, and the site is whole."""
    command = [sys.executable, "-m", "macros.cli", "build"]
    environment = {**os.environ, "SITE_URL": SITE_URL}
    builds = [
        subprocess.Popen(
            command,
            cwd=project,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]

    assert [build.wait(120) for build in builds] == [0, 0]
    assert digests(project / "site") == digests(example_site)


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("SOURCE_DATE_EPOCH", "gisteren", "SOURCE_DATE_EPOCH is een aantal seconden"),
        ("SITE_URL", "", "SITE_URL is leeg"),
        ("MEDIA_URL", "media.example.net", "MEDIA_URL is geen adres"),
    ],
)
def test_a_wrong_setting_is_told_in_dutch(
    project: Path, variable: str, value: str, told: str
) -> None:
    """No traceback."""
    done = goodiebag("build", cwd=project, **{variable: value})

    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_recordings_elsewhere_are_named_there_everywhere(project: Path) -> None:
    """In the feed and on the page; the site itself has none."""
    site = build(project, MEDIA_URL="https://media.example.net/goodiebag/", SEARCH_INDEX="false")

    recording = "https://media.example.net/goodiebag/voorbeeld.mp3"
    for file in ("podcast/feed.xml", "catalogus/voorbeeld/index.html"):
        assert recording in (site / file).read_text(encoding="utf-8"), file
    assert list(site.rglob("*.mp3")) == []


def test_a_broken_link_on_a_page_stops_the_build(example_site: Path, project: Path) -> None:
    """MkDocs' own warnings stop a strict build too, and then the site is left alone."""
    before = digests(Path(shutil.copytree(example_site, project / "site")))
    page = project / "docs/over.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n\n[weg](bestaat-niet.md)\n", encoding="utf-8"
    )

    done = goodiebag("build", cwd=project)

    assert done.returncode == 1
    assert "bestaat-niet.md" in done.stderr
    assert digests(project / "site") == before
    assert [path.name for path in project.iterdir() if path.name.startswith(".")] == []


def test_a_new_file_is_a_page_a_card_and_a_search_result(project: Path) -> None:
    """A consultant adds one file and nothing else."""
    entry = project / "catalogue/entries/integriteit/wandelen-met-een-vraag.yml"
    entry.write_text(
        "kind: intervention\ntitle: Wandelen met een vraag\n"
        "summary: Je loopt met z'n tweeën een rondje en bespreekt één lastige vraag.\n"
        "audience: [medewerker]\npublished: 2026-05-01\n"
        "provenance: {origin: editorial, material: complete}\ngoal: Je weet wat je kunt doen.\n",
        encoding="utf-8",
    )

    site = build(project)

    assert "<h1" in (site / "catalogus/wandelen-met-een-vraag/index.html").read_text(
        encoding="utf-8"
    )
    for page in ("catalogus/index.html", "thema/integriteit/index.html"):
        assert "Wandelen met een vraag" in (site / page).read_text(encoding="utf-8")
    index = json.loads((site / "pagefind/pagefind-entry.json").read_text())
    pages = len(list(site.rglob("index.html")))
    assert 0 < index["languages"]["nl"]["page_count"] <= pages


def test_text_of_an_entry_is_never_run_as_jinja(example_site: Path) -> None:
    """Braces in YAML stay braces."""
    page = (example_site / "catalogus/voorbeelden-voor-beginners/index.html").read_text(
        encoding="utf-8"
    )

    assert "{{ 7 * 7 }}" in page
    assert "Macro Rendering Error" not in page


def test_the_date_of_the_output_comes_from_source_date_epoch(project: Path) -> None:
    """The sitemap carries that day, on any machine."""
    site = build(project, SOURCE_DATE_EPOCH=str(1_790_000_000), SEARCH_INDEX="false")

    assert set(re.findall(r"<lastmod>(.+?)</lastmod>", (site / "sitemap.xml").read_text())) == {
        "2026-09-21"
    }


def test_without_a_commit_or_a_chosen_moment_the_output_has_no_date_of_today(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock of the machine has no say in what is published."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    site = build(project, SEARCH_INDEX="false")

    dates = set(re.findall(r"<lastmod>(.+?)</lastmod>", (site / "sitemap.xml").read_text()))
    assert dates == {"1970-01-01"}


class Preview:
    """A running `goodiebag serve` and what it printed."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = project / "preview.log"
        self.output = self.log.open("w", encoding="utf-8")
        command = [sys.executable, "-m", "macros.cli", "serve", "--adres", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command, cwd=project, stdout=self.output, stderr=subprocess.STDOUT
        )

    def get(self, address: str) -> str:
        """Give a page, or an empty text while there is none."""
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{self.port}/{address}", timeout=10
            ) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def wait_for(self, address: str, words: str) -> None:
        """Wait until a page holds these words, at most a minute."""
        self._wait(lambda: words in self.get(address), f"{words!r} on {address!r}")

    def wait_for_line(self, words: str) -> None:
        """Wait until these words were printed, at most a minute."""
        self._wait(
            lambda: words in self.log.read_text(encoding="utf-8"), f"{words!r} in the output"
        )

    def _wait(self, condition: object, what: str) -> None:
        assert callable(condition)
        end = time.monotonic() + 60
        while not condition():
            assert time.monotonic() < end, (
                f"waited for {what}\n{self.log.read_text(encoding='utf-8')}"
            )
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    """A preview of the project."""
    running = Preview(project)
    yield running
    running.process.terminate()
    running.process.wait(10)
    running.output.close()
    assert running.get("") == "", "the server goes on after it was told to stop"


def without_epoch(html: str) -> str:
    """Take away which build a page waits for; MkDocs' server adds that to each answer."""
    return re.sub(r"livereload\(\d+, \d+\)", "", html)


def test_a_preview_follows_edits_survives_mistakes_and_mends(
    project: Path, preview: Preview
) -> None:
    """Contents, a hand-written page and a template; a mistake shows its message; then it goes on."""
    entry = project / "catalogue/entries/integriteit/grijze-gebied.yml"
    sound = entry.read_text(encoding="utf-8")
    preview.wait_for("catalogus/grijze-gebied/", "Wat is het grijze gebied?")
    preview.wait_for("pagefind/pagefind-entry.json", "page_count")

    entry.write_text(
        sound.replace("Wat is het grijze gebied?", "Wat is een grijs gebied?"), encoding="utf-8"
    )
    preview.wait_for("catalogus/grijze-gebied/", "Wat is een grijs gebied?")
    preview.wait_for_line("De gewijzigde pagina staat er; de lijsten volgen.")
    made_alone = preview.get("catalogus/grijze-gebied/")
    preview.wait_for("catalogus/", "Wat is een grijs gebied?")
    preview.wait_for("catalogus/onderzoek-naar-de-norm/", "Wat is een grijs gebied?")
    assert without_epoch(preview.get("catalogus/grijze-gebied/")) == without_epoch(made_alone)

    entry.write_text(sound.replace("audience:", "audiense:"), encoding="utf-8")
    preview.wait_for_line('Bedoel je "audience"?')
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")
    preview.wait_for_line("Je ziet de vorige versie")
    last_good = preview.get("catalogus/grijze-gebied/")
    assert "Wat is een grijs gebied?" in last_good, "the server answers while the mistake is there"

    entry.write_text(sound.replace("Wat is het grijze gebied?", "Grijs, en dan?"), encoding="utf-8")
    preview.wait_for("catalogus/grijze-gebied/", "Grijs, en dan?")

    page = project / "docs/over.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n\nNieuwe zin over de mand.\n", encoding="utf-8"
    )
    preview.wait_for("over/", "Nieuwe zin over de mand.")

    footer = project / "overrides/partials/footer.html"
    footer.write_text(footer.read_text(encoding="utf-8") + "<p>Nieuwe voet</p>", encoding="utf-8")
    preview.wait_for("catalogus/voorbeeld/", "Nieuwe voet")

    entry.unlink()
    linked = (
        project / "catalogue/entries/productieve-werkomgeving/goed-gesprek-in-twintig-minuten.yml"
    )
    text = linked.read_text(encoding="utf-8")
    linked.write_text(text.replace("](../grijze-gebied/ ", "](../voorbeeld/ "), encoding="utf-8")
    other = project / "catalogue/entries/integriteit/onderzoek-naar-de-norm.yml"
    text = other.read_text(encoding="utf-8")
    other.write_text(
        re.sub(r"related:\n  - entry: grijze-gebied\n    how: follows\n", "", text),
        encoding="utf-8",
    )
    preview._wait(lambda: "Grijs, en dan?" not in preview.get("catalogus/"), "the card to go")
    preview._wait(
        lambda: "Grijs, en dan?" not in preview.get("catalogus/grijze-gebied/"), "the page to go"
    )
    shutil.rmtree(project / "catalogue/entries/opgavegericht-werken", ignore_errors=True)
    preview.wait_for_line("bestaat niet")


def test_a_preview_tells_a_mistake_that_comes_back_and_makes_up_for_what_it_missed(
    project: Path, preview: Preview
) -> None:
    """The same words twice; and what was edited while a page was wrong is there afterwards."""
    entry = project / "catalogue/entries/integriteit/grijze-gebied.yml"
    page = project / "docs/over.md"
    sound, words = entry.read_text(encoding="utf-8"), page.read_text(encoding="utf-8")
    preview.wait_for("catalogus/grijze-gebied/", "Wat is het grijze gebied?")

    def times_told() -> int:
        return preview.log.read_text(encoding="utf-8").count('Bedoel je "audience"?')

    for time_told in (1, 2):
        entry.write_text(sound.replace("audience:", "audiense:"), encoding="utf-8")
        preview._wait(
            lambda count=time_told: times_told() == count, f"the mistake, time {time_told}"
        )

    page.write_text(words + "\n\n{{ stukken() }}\n", encoding="utf-8")
    entry.write_text(sound.replace("Wat is het grijze gebied?", "Grijs of niet?"), encoding="utf-8")
    preview.wait_for_line('"stukken" bestaat niet')
    page.write_text(words, encoding="utf-8")
    preview.wait_for("catalogus/grijze-gebied/", "Grijs of niet?")
