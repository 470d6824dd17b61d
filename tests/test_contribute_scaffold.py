"""The commented template of each kind and the table of its fields come from the model."""

import re
from pathlib import Path

import pytest

from macros import contents
from macros.catalogue.model import KINDS, PLACED
from macros.catalogue.problems import Problems
from macros.contribute import scaffold
from tests.project import ROOT, compose


def in_use(text: str) -> str:
    """Take `# ` away before every field, as the head says."""
    head, _, rest = text.partition("\nkind:")
    return f"{head}\nkind:" + re.sub(
        r"^#(?: ((?:[a-z_]+:|  ).*))?$", lambda line: line[1] or "", rest, flags=re.MULTILINE
    )


def problems_of(text: str, folder: Path) -> list[str]:
    """Give what the check says when an entry with this text is added to the real catalogue."""
    project = compose(folder, ROOT)
    (project / "catalogue/entries/integriteit/proef.yml").write_text(text, encoding="utf-8")
    try:
        contents.read(project)
    except Problems as found:
        return [problem.message for problem in found.problems]
    return []


TO_REPLACE = {
    "podcast": [
        "goed-gesprek.mp3: dit bestand is er niet",
        "goed-gesprek.vtt: dit bestand is er niet",
    ],
    "book-review": ['nummer 1 van de reeks "sandra-leest" staat ook in'],
}
"""What only its writer can fill in, beside the name of a file to take along."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_a_sound_entry_as_it_stands(kind: str, tmp_path: Path) -> None:
    """Who copies it and changes nothing has an entry that our check accepts."""
    assert problems_of(scaffold.template(kind), tmp_path / "p") == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_sound_too_with_every_field_in_use(kind: str, tmp_path: Path) -> None:
    """Nothing is told but that a recording or file is not there, or that a number is taken."""
    found = problems_of(in_use(scaffold.template(kind)), tmp_path / "p")
    expected = ["werkblad-teamafspraken.pdf", *TO_REPLACE.get(kind, [])]

    assert len(found) == len(expected)
    assert all(any(part in told for told in found) for part in expected), found


@pytest.mark.parametrize(
    ("kind", "line"),
    [("podcast", '  - start: "0:00"'), ("book-review", '  isbn: "9789012345678"')],
)
def test_what_yaml_misreads_stands_in_double_quotes(kind: str, line: str) -> None:
    """As the explanation asks of whoever fills it in."""
    assert f"# {line}\n" in scaffold.template(kind)


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


def test_values_take_the_place_of_examples_with_the_same_explanation() -> None:
    """Quoted where YAML asks for it; what has no value is as in the template."""
    text = scaffold.started("podcast", {"title": "Nee: dan niet", "number": 3})
    template = scaffold.template("podcast")

    assert "naam van het stuk, zonder punt aan het eind.\ntitle: 'Nee: dan niet'\n" in text
    assert "\nnumber: 3\n" in text
    assert "Bewaar dit bestand" not in text
    assert text.partition("# Voor wie")[2][:99] == template.partition("# Voor wie")[2][:99]


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
