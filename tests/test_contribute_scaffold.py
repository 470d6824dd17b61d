"""The commented template of each kind and the table of its fields come from the model."""

import re
from pathlib import Path

import pytest

from macros.catalogue.loading import survey
from macros.catalogue.model import KINDS, PLACED
from macros.contribute import scaffold
from tests.project import compose

FIELD_LINE = re.compile(r"^# ((?:  )*(?:- )?\w+:.*|  .*|)$", re.MULTILINE)


def problems_of(text: str, folder: Path) -> list[str]:
    """Give what our own check says of an entry with this text, besides words it cannot know."""
    project = compose(folder)
    (project / "catalogue/entries/integriteit/proef.yml").write_text(text, encoding="utf-8")
    _, problems = survey(project)
    return [str(problem) for problem in problems if "bestaat niet" not in problem.message]


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_a_sound_entry_as_it_stands(kind: str, tmp_path: Path) -> None:
    """Who copies it and changes nothing has an entry that our check accepts."""
    series = [
        problem
        for problem in problems_of(scaffold.template(kind), tmp_path / "p")
        if "nummer" not in problem
    ]

    assert series == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_sound_too_with_every_field_in_use(kind: str, tmp_path: Path) -> None:
    """Taking away `# ` before a field, as the head says, gives YAML that is read."""
    text = scaffold.template(kind)
    head, _, rest = text.partition("\nkind:")
    whole = "\nkind:" + re.sub(r"^# ((?:[a-z_]+:|  ).*)$", r"\1", rest, flags=re.MULTILINE)
    whole = re.sub(r"^#$", "", whole, flags=re.MULTILINE)
    found = [
        problem for problem in problems_of(head + whole, tmp_path / "p") if "nummer" not in problem
    ]

    assert all(
        ".mp3" in problem or ".vtt" in problem or "werkblad" in problem for problem in found
    ), found


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_names_every_field_with_its_label_and_says_which_are_required(kind: str) -> None:
    """No field of the model is missing, and none is told twice."""
    text = scaffold.template(kind)
    for name, field in KINDS[kind].model_fields.items():
        if name in (*PLACED, "kind"):
            continue
        required = " (verplicht)" if field.is_required() else ""
        assert f"# {field.title}{required}: {field.description}\n" in text
        assert len(re.findall(rf"^(# )?{name}:", text, re.MULTILINE)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_describes_every_field_inside_blocks_too(kind: str) -> None:
    """`steps` comes with `steps.title`; each has a label and an explanation."""
    found = scaffold.fields(kind)
    names = [field.name for field in found]

    assert len(names) == len(set(names))
    assert set(KINDS[kind].model_fields) - set(PLACED) <= set(names)
    assert {"related.entry", "related.how", "provenance.origin"} <= set(names)
    assert all(field.label and field.explanation for field in found)


def test_the_table_tells_the_limits_of_the_model() -> None:
    """Choices, lengths and numbers are read from the model, not typed again."""
    allowed = {field.name: field.allowed for field in scaffold.fields("method")}

    assert allowed["title"] == "Hooguit 90 tekens."
    assert allowed["summary"] == "Hooguit 280 tekens."
    assert allowed["provenance.origin"] == "Kies uit: goodiebag, editorial."
    assert allowed["duration.min"] == "Een heel getal van 1 tot 10080."
