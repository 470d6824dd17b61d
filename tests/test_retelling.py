"""What MkDocs says of a file gets its place and a remedy, in Dutch."""

from pathlib import Path

import pytest

from macros.retelling import retold

DOC = "Let op: Doc file 'over.md' contains "


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with settings and one page."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: a\ndocs_dir: weg\nnav:\n  - Over: ovr.md\n", encoding="utf-8"
    )
    (tmp_path / "docs/over.md").write_text(
        "# Over\n\nZie [a](weg.md), [b](/over/) en [c](#hier).\n\n[d]: <ovr/>\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            f"{DOC}a link 'weg.md', but the target is not found among documentation files.",
            'docs/over.md:3:9: de link "weg.md" leidt nergens heen.',
        ),
        (
            f"{DOC}a link '/over/', but the target 'x' is not found among documentation files. Did you mean 'over.md'?",
            'docs/over.md:3:22: de link "/over/" leidt nergens heen. Bedoel je "over.md"?',
        ),
        (
            f"{DOC}an absolute link '/over/', it was left as is. Did you mean 'over.md'?",
            'docs/over.md:3:22: de link "/over/" begint met een schuine streep. '
            'Schrijf de weg vanaf deze pagina, zoals ../over.md. Bedoel je "over.md"?',
        ),
        (
            f"{DOC}an unrecognized relative link 'ovr/', it was left as is. Did you mean 'over.md'?",
            'docs/over.md:5:7: de link "ovr/" leidt nergens heen. Bedoel je "over.md"?',
        ),
        (
            f"{DOC}a link '#hier', but there is no such anchor on this page.",
            'docs/over.md:3:37: de link "#hier" wijst naar een plek die niet op die pagina staat. '
            "Kijk hoe de kop daar heet.",
        ),
        (
            "Let op: A reference to 'ovr.md' is included in the 'nav' configuration, which is not found in the documentation files.",
            'mkdocs.yml:4:11: nav: de pagina "ovr.md" is er niet. Kijk hoe het bestand in docs/ heet.',
        ),
        (
            "ERROR    -  Config value 'docs_dir': The path isn't an existing directory.",
            "mkdocs.yml:2:1: docs_dir: deze instelling klopt niet. MkDocs zegt: The path isn't an existing directory.",
        ),
        (
            "\x1b[31mERROR    -  \x1b[0mConfig value 'theme': Unrecognised theme name",
            "mkdocs.yml:1:1: theme: deze instelling klopt niet. MkDocs zegt: Unrecognised theme name",
        ),
    ],
)
def test_what_mkdocs_says_of_a_file_is_told_at_its_place(
    project: Path, said: str, expected: str
) -> None:
    """A link, an anchor, the navigation, a setting; in colour or not; else at the top of the file."""
    assert retold(said + "\n", project) == expected


@pytest.mark.parametrize("said", ["De site wordt gebouwd ...", "", "Let op: iets anders"])
def test_another_line_passes_as_it_is(project: Path, said: str) -> None:
    """Without the end of the line."""
    assert retold(said + "\n", project) == said
