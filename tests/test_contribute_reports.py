"""Problems in the forms that programs read: JSON, workflow commands of GitHub, SARIF."""

import json
import re
from urllib.parse import unquote

from macros.catalogue.problems import Problem
from macros.contribute import reports

ODD = Problem(
    "catalogue/entries/integriteit/a b,c%.yml", 3, 7, "steps.1.title", 'niet: "x\r\ny", 100%.'
)
WHOLE = Problem("mkdocs.yml", 1, 1, "", "dit bestand is leeg.")
ADVICE = Problem("catalogue/sources.yml", 2, 3, "documents.1.summary", "deze zin is lang.")


def test_json_holds_every_part_of_a_problem() -> None:
    """And tells whether all is well; advice is no problem."""
    found = json.loads(reports.as_json([ODD], [ADVICE]))

    assert found["ok"] is False
    assert found["problems"] == [
        {
            "file": ODD.file,
            "line": 3,
            "column": 7,
            "field": "steps.1.title",
            "message": ODD.message,
        }
    ]
    assert [one["file"] for one in found["advice"]] == ["catalogue/sources.yml"]
    assert json.loads(reports.as_json([], [ADVICE]))["ok"] is True


def test_a_workflow_command_escapes_what_would_end_it() -> None:
    """As docs.github.com says: % and line ends everywhere, and : and , in properties."""
    assert reports.as_github([ODD]) == (
        "::error file=catalogue/entries/integriteit/a b%2Cc%25.yml,line=3,col=7,title=steps.1.title"
        '::niet: "x%0D%0Ay", 100%25.'
    )


def test_a_workflow_reads_back_what_was_told() -> None:
    """By the rules of the runner; each on a line of its own, advice as a notice."""
    lines = reports.as_github([ODD, WHOLE], [ADVICE]).splitlines()
    found = []
    for line in lines:
        command = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert command
        properties = dict(part.split("=", 1) for part in command[2].split(","))
        found.append((command[1], unquote(properties["file"]), unquote(command[3])))

    assert found == [
        ("error", ODD.file, ODD.message),
        ("error", WHOLE.file, WHOLE.message),
        ("notice", ADVICE.file, ADVICE.message),
    ]
    assert "title=" not in lines[1]


def test_sarif_names_the_rule_the_level_and_the_place_of_each() -> None:
    """SARIF 2.1.0: addresses of files are encoded, columns count characters."""
    log = json.loads(reports.as_sarif([ODD, WHOLE], [ADVICE]))
    [run] = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    first, second, third = run["results"]
    place = first["locations"][0]["physicalLocation"]

    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert place["artifactLocation"] == {
        "uri": "catalogue/entries/integriteit/a%20b%2Cc%25.yml",
        "uriBaseId": "%SRCROOT%",
    }
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert first["message"]["text"] == f"steps.1.title: {ODD.message}"
    assert first["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "steps.1.title"}]
    assert "logicalLocations" not in second["locations"][0]
    assert [one["level"] for one in run["results"]] == ["error", "error", "note"]
    assert [rules[one["ruleIndex"]] for one in (first, third)] == [first["ruleId"], third["ruleId"]]


def test_sarif_of_a_sound_catalogue_has_a_run_without_results() -> None:
    """A host then closes what it had open."""
    [run] = json.loads(reports.as_sarif([]))["runs"]

    assert run["results"] == []


def test_the_problems_of_a_file_are_its_own_and_those_that_name_it() -> None:
    """A folder stands for all that is in it."""
    one = Problem("catalogue/entries/integriteit/een.yml", 1, 1, "title", "te lang.")
    named = Problem(
        "catalogue/entries/integriteit/twee.yml",
        1,
        1,
        "title",
        f"deze titel staat ook in {one.file}.",
    )
    other = Problem("catalogue/entries/integriteit-2/drie.yml", 1, 1, "title", "te lang.")

    assert reports.within([one, named, other], [one.file]) == (one, named)
    assert reports.within([one, named, other], ["catalogue/entries/integriteit"]) == (one, named)
    assert reports.within([one, named, other], [named.file]) == (named,)
    assert reports.within([one, other], ["."]) == (one, other)
