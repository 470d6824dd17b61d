"""What runs at the host of the project is safe and calls what exists; its forms are as documented."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from macros.catalogue.loading import load
from macros.catalogue.model import KINDS
from macros.cli import goodiebag
from tests.test_documentation import targets

ROOT = Path(__file__).parent.parent
HOSTS = (".github", ".forgejo")
WORKFLOWS = [path for host in HOSTS for path in sorted((ROOT / host / "workflows").glob("*.yml"))]
FORMS = [path for host in HOSTS for path in sorted((ROOT / host / "ISSUE_TEMPLATE").glob("*.yml"))]
RIGHTS = {
    ".github/publish.yml": {"pages": "write", "id-token": "write"},
    ".github/comment.yml": {"contents": "read", "actions": "read", "pull-requests": "write"},
    ".github/stale.yml": {"contents": "read", "issues": "write"},
    ".forgejo/stale.yml": {"contents": "read", "issues": "write"},
}
"""What a job of a workflow may do besides reading; no other workflow gives any job more."""
INSTALL = (
    "python -m pip install --require-hashes --requirement requirements.lock",
    "python -m pip install --no-build-isolation --no-deps --editable .",
)


def name(path: Path) -> str:
    """Give a file of a host by a short name."""
    return f"{path.relative_to(ROOT).parts[0]}/{path.name}"


def read(path: Path) -> dict[str, Any]:
    """Read YAML; the key `on` is text here, as a host reads it."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    """Give the steps of all jobs of a workflow."""
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


# --- Workflows -------------------------------------------------------------------------------------


def test_both_hosts_answer_proposals_and_look_at_what_is_old() -> None:
    """The same workflows, but where the hosts differ."""
    names = [name(path) for path in WORKFLOWS]

    assert {f"{host}/{file}.yml" for host in HOSTS for file in ("check", "proposal", "stale")} <= {
        *names
    }


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_workflow_gives_no_stranger_a_say(path: Path) -> None:
    """No event that gives code of a proposal rights, and no text of others inside a command."""
    found = read(path)

    assert "pull_request_target" not in found["on"]
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []
    assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_workflow_has_no_more_rights_than_it_needs(path: Path) -> None:
    """By default it may only read; a job that may more is named here."""
    found = read(path)
    rights = [job["permissions"] for job in found["jobs"].values() if "permissions" in job]

    assert found["permissions"] == {"contents": "read"}
    assert rights == [RIGHTS[name(path)]] if name(path) in RIGHTS else rights == []
    for step in steps(path):
        if "checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_workflow_pins_its_actions(path: Path) -> None:
    """To a commit, with its version beside it; on Forgejo with the host they come from."""
    host = r"https://data\.forgejo\.org/" if ".forgejo" in path.parts else ""
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))

    assert uses
    assert [
        action
        for action in uses
        if not re.fullmatch(host + r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)
    ] == []


def command(line: str) -> list[str]:
    """Give the words of a command, without what stands before it and where it writes to."""
    words = shlex.split(line.split(" > ")[0])
    if words[0] == "env":
        words = words[1:]
        while words[0] == "-u":
            words = words[2:]
    return words


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_each_command_of_a_workflow_exists_with_its_options(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It prepares Python, makes a target, or calls our own command as that can be called."""
    # Both hosts set these in every step.
    monkeypatch.setenv("GITHUB_API_URL", "https://api.example.org")
    monkeypatch.setenv("GITHUB_REPOSITORY", "redactie/goodiebag")
    lines = [step["run"] for step in steps(path) if "run" in step]
    ours = [line for line in lines if line not in INSTALL]

    assert all("\n" not in line for line in lines)
    for line in ours:
        program, *words = command(line)
        if program == "make":
            assert set(words) <= set(targets())
            continue
        assert program in ("goodiebag", ".venv/bin/goodiebag")
        known = goodiebag.commands[words[0]]
        # Numbers and names come by way of variables.
        given = [word.replace("$NUMBER", "1").replace("$", "") for word in words[1:]]
        with click.Context(goodiebag, obj=None) as outer:
            known.make_context(words[0], given, parent=outer).close()


def test_what_may_write_runs_no_code_of_a_proposal() -> None:
    """It begins after the other workflow, takes the default branch, and reads one file of data."""
    path = ROOT / ".github/workflows/comment.yml"
    found = read(path)
    checkout = next(step for step in steps(path) if "checkout@" in step.get("uses", ""))
    download = next(step for step in steps(path) if "download-artifact@" in step.get("uses", ""))
    proposal = read(ROOT / ".github/workflows/proposal.yml")

    assert found["on"] == {
        "workflow_run": {"workflows": [proposal["name"]], "types": ["completed"]}
    }
    assert checkout["with"] == {"persist-credentials": "false"}
    assert download["with"]["path"].startswith("${{ runner.temp }}/")
    assert "cache" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("host", HOSTS)
def test_a_proposal_is_answered_before_it_can_fail(host: str) -> None:
    """First the answer is kept, then what changed is checked, then the whole; then the site is built."""
    path = ROOT / host / "workflows/proposal.yml"
    told = [step.get("run") or step["uses"].split("/")[-1].split("@")[0] for step in steps(path)]
    order = [
        next(place for place, line in enumerate(told) if line.startswith(begin))
        for begin in (
            *("goodiebag review", "upload-artifact", "goodiebag check --since"),
            *("goodiebag check --format", "goodiebag build"),
        )
    ]

    assert order == sorted(order)
    assert told[-1] == "upload-artifact"
    assert list(read(path)["on"]) == ["pull_request"]


def test_forgejo_says_it_only_below_a_proposal_of_its_own_repository() -> None:
    """Of a fork the token may not write, and the answer stands in the run."""
    path = ROOT / ".forgejo/workflows/proposal.yml"
    (said,) = [step for step in steps(path) if step.get("run", "").startswith("goodiebag comment")]

    assert said["if"] == "github.event.pull_request.head.repo.full_name == github.repository"
    assert not any("GITHUB_TOKEN" in step.get("env", {}) for step in steps(path) if step != said)


# --- Forms -------------------------------------------------------------------------------------------

PARTS = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}
"""What docs.github.com documents per part of a form, “Syntax for GitHub's form schema”."""


@pytest.mark.parametrize("path", [form for form in FORMS if form.name != "config.yml"], ids=name)
def test_an_issue_form_is_as_documented(path: Path) -> None:
    """Every key is known, every question has its own id and a label, and something is required."""
    form = read(path)
    about = "description" if ".github" in path.parts else "about"
    asked = [part for part in form["body"] if part["type"] != "markdown"]

    assert set(form) == {"name", about, "title", "body"}
    for part in form["body"]:
        assert set(part) <= {"type", "id", "attributes", "validations"}
        assert set(part["attributes"]) <= PARTS[part["type"]]
        assert set(part.get("validations", {})) <= {"required"}
    assert all(
        re.fullmatch(r"[a-z]+", part["id"]) and part["attributes"]["label"] for part in asked
    )
    assert len({part["id"] for part in asked}) == len(
        {part["attributes"]["label"] for part in asked}
    )
    assert len({part["id"] for part in asked}) == len(asked)
    assert "true" in str([part.get("validations") for part in asked])
    for part in asked:
        options = part["attributes"].get("options", [])
        assert len({str(option) for option in options}) == len(options)
        if part["type"] == "checkboxes":
            assert all(set(option) <= {"label", "required"} for option in options)


@pytest.mark.parametrize("host", HOSTS)
def test_each_host_has_the_three_forms_and_the_same_questions(host: str) -> None:
    """An idea, something wrong, and an episode; a blank issue is allowed, and nobody is sent away."""
    forms = {path.name: read(path) for path in FORMS if host in path.parts}
    others = {path.name: read(path) for path in FORMS if host not in path.parts}

    assert sorted(forms) == ["aflevering.yml", "config.yml", "idee.yml", "klopt-niet.yml"]
    assert forms["config.yml"] == {"blank_issues_enabled": "true", "contact_links": []}
    for file, form in forms.items():
        assert form.get("body") == others[file].get("body")


def test_the_choices_of_an_idea_are_those_of_the_catalogue() -> None:
    """Its kinds and themes have the names that readers see."""
    body = read(ROOT / ".github/ISSUE_TEMPLATE/idee.yml")["body"]
    choices = {part.get("id"): part["attributes"].get("options") for part in body}
    kinds = {model.kind_label for kind, model in KINDS.items() if kind != "podcast"}
    themes = {theme.label for theme in load(ROOT).vocabulary.themes}

    assert set(choices["soort"]) == {*kinds, "Dat weet ik niet"}
    assert set(choices["thema"]) == {*themes, "Dat weet ik niet"}


@pytest.mark.parametrize("host", HOSTS)
def test_a_proposal_begins_with_five_lines(host: str) -> None:
    """Nobody reads more."""
    lines = (ROOT / host / "pull_request_template.md").read_text(encoding="utf-8").splitlines()

    assert len(lines) == 5
    assert all(lines)


# --- Who looks, and with what ------------------------------------------------------------------------


def test_the_example_of_owners_names_what_exists() -> None:
    """It is an example: a real CODEOWNERS needs names of real teams."""
    lines = (ROOT / ".github/CODEOWNERS.example").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]

    assert not (ROOT / ".github/CODEOWNERS").exists()
    for pattern, *owners in rules:
        assert pattern == "*" or (ROOT / pattern.strip("/")).is_dir()
        assert owners
        assert all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in owners)


def test_an_editor_completes_and_explains_every_entry() -> None:
    """The schema that it reads is there, and holds for every file of an entry."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    advised = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    ((schema, files),) = settings["yaml.schemas"].items()

    assert (ROOT / schema).is_file()
    assert {*ROOT.glob(files)} == {*(ROOT / "catalogue/entries").rglob("*.yml")}
    assert "redhat.vscode-yaml" in advised["recommendations"]
