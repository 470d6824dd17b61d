"""Problems as other programs read them: JSON, commands for a workflow of GitHub, and SARIF.

The commands are those of docs.github.com, “Workflow commands”; SARIF is version 2.1.0 of OASIS.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from macros.catalogue.problems import Problem

TOOL = "goodiebag check"
RULES = {
    "probleem": ("error", "Iets in de inhoud klopt niet."),
    "advies": ("note", "Een tekst leest misschien lastig."),
}
"""What is told, with its level in SARIF and what it means."""

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def as_json(problems: Sequence[Problem], advice: Sequence[Problem] = ()) -> str:
    """Give an object with `ok`, `problems` and `advice`, each of these with its place and message."""
    found = {
        "ok": not problems,
        "problems": [_record(one) for one in problems],
        "advice": [_record(one) for one in advice],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem], advice: Sequence[Problem] = ()) -> str:
    """Give a command a line: `error` for a problem, `notice` for advice, at its line and column."""
    lines = [_command("error", one) for one in problems]
    return "\n".join([*lines, *(_command("notice", one) for one in advice)])


def as_sarif(problems: Sequence[Problem], advice: Sequence[Problem] = ()) -> str:
    """Give a log of SARIF with one run; the addresses of files are those from the project's root."""
    results = [
        *(_result("probleem", one) for one in problems),
        *(_result("advies", one) for one in advice),
    ]
    rules = [
        {"id": id, "shortDescription": {"text": told}, "defaultConfiguration": {"level": level}}
        for id, (level, told) in RULES.items()
    ]
    run = {
        "tool": {"driver": {"name": TOOL, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Problem], Sequence[Problem]], str]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Every form but plain text, by its name on the command line."""


def _record(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "field": problem.field,
        "message": problem.message,
    }


def _command(level: str, problem: Problem) -> str:
    place = {"file": problem.file, "line": str(problem.line), "col": str(problem.column)}
    if problem.field:
        place["title"] = problem.field
    properties = ",".join(f"{name}={_escaped(text, _PROPERTY)}" for name, text in place.items())
    return f"::{level} {properties}::{_escaped(problem.message, _DATA)}"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)


def _result(rule: str, problem: Problem) -> dict[str, Any]:
    place: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(problem.file), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": problem.line, "startColumn": problem.column},
        }
    }
    if problem.field:
        place["logicalLocations"] = [{"fullyQualifiedName": problem.field}]
    return {
        "ruleId": rule,
        "ruleIndex": list(RULES).index(rule),
        "level": RULES[rule][0],
        "message": {"text": problem.told},
        "locations": [place],
    }


def within(problems: Iterable[Problem], files: Sequence[str]) -> tuple[Problem, ...]:
    """Give the problems of these files or folders, and those elsewhere that name one of the files.

    Where two files say the same, it is told in one of them and names the other.
    """
    return tuple(problem for problem in problems if any(_about(problem, file) for file in files))


def _about(problem: Problem, file: str) -> bool:
    named = file.endswith(".yml") and file in problem.message
    return problem.file == file or problem.file.startswith(f"{file}/") or named or file in ("", ".")
