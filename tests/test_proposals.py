"""The commands that answer a proposal: `goodiebag review` and `goodiebag comment`."""

from pathlib import Path

import pytest

from tests import project
from tests.project import compose
from tests.test_contribute_changes import git
from tests.test_contribute_forge import TOKEN, Host, host

__all__ = ["host"]

ENTRY = "catalogue/entries/integriteit/wandelen.yml"
TEXT = """\
kind: intervention
title: Wandelen met elkaar
summary: Een overleg in beweging, voor als je samen vastzit.
audience: [team]
published: 2026-01-30
provenance: {origin: editorial, material: complete}
goal: Je komt los van je scherm.
"""


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """A project with a branch on which someone adds an entry."""
    folder = compose(tmp_path / "project")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Begin")
    git(folder, "checkout", "-qb", "voorstel")
    (folder / ENTRY).write_text(TEXT, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Voeg toe")
    return folder


def test_a_proposal_is_answered_and_the_answer_is_put_below_it_once(
    proposal: Path, host: Host
) -> None:
    """As the workflows do it: data from the one run, a comment from the other, updated later."""
    host.comments = []
    known = {"GITHUB_API_URL": host.api, "GITHUB_REPOSITORY": "redactie/goodiebag"}
    options = ("--since", "main", "--nummer", "7", "--format", "json", "--naar", "antwoord.json")
    post = ("comment", "antwoord.json", "--head", "abc", "--run", "https://example.org/runs/1")

    assert project.goodiebag("review", *options, cwd=proposal).returncode == 0
    first = project.goodiebag(*post, cwd=proposal, GITHUB_TOKEN=TOKEN, **known)
    (proposal / ENTRY).write_text(TEXT.replace("[team]", "[teem]"), encoding="utf-8")
    assert project.goodiebag("review", *options, cwd=proposal).returncode == 0
    second = project.goodiebag(*post, cwd=proposal, GITHUB_TOKEN=TOKEN, **known)

    assert (first.stdout, first.returncode) == ("Het bericht is geplaatst.\n", 0)
    assert (second.stdout, second.returncode) == ("Het bericht is bijgewerkt.\n", 0)
    (comment,) = host.comments
    assert f"`{ENTRY}:4`, bij `audience.1`" in comment["body"]


def test_the_answer_can_be_read_here(proposal: Path) -> None:
    """Of what changed or of files that are named; the code tells whether there is work left."""
    told = project.goodiebag("review", ENTRY, "--strict", cwd=proposal)
    (proposal / ENTRY).write_text("kind: study\n", encoding="utf-8")
    wrong = project.goodiebag("review", "--since", "main", "--strict", cwd=proposal)

    assert "**Wandelen met elkaar** (interventie, bijgewerkt) klopt." in told.stdout
    assert told.returncode == 0
    assert "### Wat je nog kunt doen" in wrong.stdout
    assert wrong.returncode == 1


def test_only_what_changed_is_checked(proposal: Path) -> None:
    """What is wrong elsewhere is counted, and its annotation stands on the line that is wrong."""
    (proposal / ENTRY).write_text(TEXT.replace("[team]", "[teem]"), encoding="utf-8")
    options = ("check", "--since", "main", "--format", "github")
    told = project.goodiebag(*options, cwd=proposal)
    nothing = project.goodiebag("check", "--since", "voorstel", cwd=proposal / "catalogue")

    assert told.stdout.startswith(f"::error file={ENTRY},line=4,col=12,title=audience.1::")
    assert told.returncode == 1
    assert nothing.returncode == 1  # what is not committed yet changed too


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("review",), "noem bestanden, of een versie met --since"),
        (("review", "x.yml", "--since", "main"), "noem bestanden, of een versie met --since"),
        (("review", "--since", "nergens"), "of de naam achter --since klopt"),
        (("review", "/etc/passwd"), "hoort niet bij het project"),
        (("check", "catalogue", "--since", "main"), "--since kan niet samen met bestanden"),
        (("check", "--since", "nergens"), "of de naam achter --since klopt"),
        (("comment", "weg.json"), "weg.json kan ik niet lezen"),
    ],
)
def test_wrong_use_is_told(proposal: Path, arguments: tuple[str, ...], told: str) -> None:
    """With exit code 2."""
    done = project.goodiebag(
        *arguments, cwd=proposal, GITHUB_API_URL="https://example.org", GITHUB_REPOSITORY="a/b"
    )

    assert told in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        ('{"number": 7, "pieces": [], "problems": []}', ("--head", "ander"), "Ik plaats niets"),
        ('{"number": 0, "pieces": [], "problems": []}', (), "geen nummer"),
        ('{"number": "7; ls", "pieces": [], "problems": []}', (), "niet gemaakt met"),
        ("<html>", (), "niet gemaakt met"),
    ],
)
def test_an_answer_that_is_not_to_be_trusted_is_not_placed(
    tmp_path: Path, host: Host, text: str, options: tuple[str, ...], told: str
) -> None:
    """The run of a proposal can write anything in it."""
    (tmp_path / "antwoord.json").write_text(text, encoding="utf-8")
    known = {"GITHUB_API_URL": host.api, "GITHUB_REPOSITORY": "redactie/goodiebag"}
    done = project.goodiebag(
        "comment", "antwoord.json", *options, cwd=tmp_path, GITHUB_TOKEN=TOKEN, **known
    )

    assert told in done.stderr
    assert done.returncode == 1
    assert host.comments == []


def test_a_link_is_not_read(tmp_path: Path) -> None:
    """It could lead to a file of the machine that has the token."""
    (tmp_path / "geheim").write_text("{}", encoding="utf-8")
    (tmp_path / "antwoord.json").symlink_to(tmp_path / "geheim")
    done = project.goodiebag(
        *("comment", "antwoord.json", "--api", "https://example.org", "--repo", "a/b"),
        cwd=tmp_path,
        GITHUB_TOKEN=TOKEN,
    )

    assert "kan ik niet lezen" in done.stderr
    assert done.returncode == 2


def test_a_report_becomes_one_issue(tmp_path: Path, host: Host) -> None:
    """The second time it is updated."""
    known = {"GITHUB_API_URL": host.api, "GITHUB_REPOSITORY": "redactie/goodiebag"}
    for text in ("Een", "Twee"):
        (tmp_path / "verslag.md").write_text(text, encoding="utf-8")
        project.goodiebag(
            *("comment", "verslag.md", "--issue", "Om na te kijken"),
            cwd=tmp_path,
            GITHUB_TOKEN=TOKEN,
            **known,
        )

    (issue,) = host.issues
    assert issue["title"] == "Om na te kijken"
    assert issue["body"].endswith("\n\nTwee")
