"""What a maintainer gets wrong outside the contents is told in Dutch with its place; the site stays."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import builder
from tests.project import compose, goodiebag, run

Refused = Callable[..., list[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a site of before."""
    folder = compose(tmp_path / "project")
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("van vroeger", encoding="utf-8")
    return folder


@pytest.fixture
def refused(project: Path) -> Refused:
    """Build the project, see that nothing changed in site/, and give the problems that were told."""

    def build(**variables: str) -> list[str]:
        done = goodiebag("build", cwd=project, **variables)

        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "Error" not in done.stderr
        assert [path.read_text(encoding="utf-8") for path in (project / "site").iterdir()] == [
            "van vroeger"
        ]
        assert [path.name for path in project.iterdir() if path.name.startswith(".")] == []
        first, *lines, last = done.stderr.splitlines()
        assert last == "Niet gebouwd. Wat er in site/ stond, staat er nog."
        return [
            line for line in (first, *lines) if line.startswith(("mkdocs", "docs", "overrides"))
        ]

    return build


def change(file: Path, old: str, new: str) -> None:
    """Replace the first of these words in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("site_name: ", "site_name: a: ", "mkdocs.yml:3:13: in deze tekst staat een dubbele punt"),
        ("site_name: ", "site_nam: ", "mkdocs.yml:3:1: site_nam: deze instelling kent MkDocs niet."),
        ("docs_dir: docs", "docs_dir: weg", "mkdocs.yml:8:1: docs_dir: deze instelling klopt niet."),
        ("  name: material", "  name: materiaal", "mkdocs.yml:15:1: theme: deze instelling klopt niet."),
    ],
)  # fmt: skip
def test_a_mistake_in_the_settings_is_told_at_its_place(
    project: Path, refused: Refused, old: str, new: str, expected: str
) -> None:
    """Broken YAML and a name that is not known before MkDocs starts; a wrong value as MkDocs says it."""
    change(project / "mkdocs.yml", old, new)

    [problem] = refused()

    assert problem.startswith(expected)


@pytest.mark.parametrize("address", ["", "goodiebag.nl", "https://", "https://goodiebag.nl/?a"])
def test_an_address_in_another_form_is_told_at_the_setting(refused: Refused, address: str) -> None:
    """The remedy is a whole address in SITE_URL."""
    [problem] = refused(SITE_URL=address)

    assert problem.startswith("mkdocs.yml:4:11: site_url: SITE_URL is ")
    assert "zoals https://voorbeeld.nl/." in problem


def test_mistakes_in_the_files_of_pages_are_told_together(project: Path, refused: Refused) -> None:
    """Another character code, and front matter that MkDocs would show as text."""
    (project / "docs/over.md").write_bytes("# Over\n\nEén café\n".encode("latin-1"))
    change(project / "docs/privacy.md", "---\ntitle: ", "---\ntitle: Let op: ")

    places = [problem.split(": ")[0] for problem in refused()]

    assert places == ["docs/over.md:3:2", "docs/privacy.md:2:14"]


def test_what_mkdocs_finds_itself_is_told_at_its_place(project: Path, refused: Refused) -> None:
    """A link on a page that leads nowhere."""
    (project / "docs/over.md").write_text("# Over\n\nZie [weg](weg.md).\n", encoding="utf-8")

    assert refused() == ['docs/over.md:3:11: de link "weg.md" leidt nergens heen.']


@pytest.mark.parametrize(
    ("file", "words", "told"),
    [
        ("base.html", "{% if %}\n", "overrides/base.html:1:1: dit sjabloon klopt niet: "),
        ("base.html", "{{ weg.verder }}\n", "overrides/base.html:1:1: dit sjabloon klopt niet: "),
        ("base.html", '{% include "weg.html" %}\n', 'overrides/base.html:1:1: dit sjabloon klopt niet: er is geen sjabloon "weg.html".'),
        ("partials/footer.html", "{% endif %}\n", "overrides/partials/footer.html:1:1: dit sjabloon klopt niet: "),
    ],
)  # fmt: skip
def test_a_mistake_in_a_template_is_told_with_file_and_line(
    project: Path, refused: Refused, file: str, words: str, told: str
) -> None:
    """Grammar, a name that is not there, a template that is not there."""
    template = project / "overrides" / file
    template.write_text(words + template.read_text(encoding="utf-8"), encoding="utf-8")

    [problem] = refused()

    assert problem.startswith(told)


def test_mkdocs_alone_tells_the_same_of_pages_and_templates(project: Path) -> None:
    """`mkdocs build` needs no command of ours."""
    template = project / "overrides/partials/footer.html"
    template.write_text("{% endif %}", encoding="utf-8")

    done = run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=project)

    assert done.returncode == 1
    assert "\noverrides/partials/footer.html:1:1: dit sjabloon klopt niet: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_mistake_in_the_settings_keeps_mkdocs_from_starting(project: Path) -> None:
    """It is told at once, as the contents' own problems are."""
    change(project / "mkdocs.yml", "site_name: ", "site_nam: ")
    told: list[str] = []

    assert builder.run(project, "build", tell=told.append) == builder.FAILED
    assert len(told) == 1
    assert told[0].startswith(
        "De site is niet gebouwd. Los eerst dit op (1 probleem):\nmkdocs.yml:3:1: site_nam: "
    )
