"""What may be filled in is explained in Dutch, from the schema."""

import pytest

from macros.catalogue.loading import load
from macros.catalogue.model import KINDS
from macros.contribute import explaining
from macros.contribute.scaffold import fields
from tests.project import ROOT

LIVE = load(ROOT)


@pytest.mark.parametrize(
    "asked",
    ["steps.minutes", "steps.2.minutes", "Stappen.Minuten", "minuten", "STEPS.MINUTES", "minutes"],
)
def test_a_field_is_found_by_its_way_its_label_and_as_a_problem_names_it(asked: str) -> None:
    """Each leads to the same explanation."""
    assert explaining.explain(LIVE, asked) == (
        "steps.minutes – Minuten (mag je weglaten)\n\n"
        "Hoelang de stap duurt.\n\n"
        "Een heel aantal minuten. Van 1 tot en met 10080.\n\n"
        "Voorbeeld:\n\n  steps:\n    - minutes: 30\n\n"
        "Staat bij: Interventie en Methode."
    )


def test_words_are_listed_with_their_labels_and_where_their_meaning_is() -> None:
    """Those of the vocabulary, in its order."""
    told = explaining.explain(LIVE, "audience")

    assert "audience – Voor wie (verplicht)\n" in told
    assert "\n  hr-adviseur     HR-adviseur\n" in told
    assert "Wat ze betekenen: goodiebag vocabulary audiences\n" in told
    assert told.endswith("Staat bij elke soort.")


def test_the_kind_is_explained_once_with_all_its_choices() -> None:
    """Each with what it is for."""
    told = explaining.explain(LIVE, "Soort")

    assert told.count("kind – Soort") == 1
    assert [line.split()[0] for line in told.split("Kies uit:\n\n")[1].split("\n\n")[0].splitlines()] == [*KINDS]  # fmt: skip
    assert "  study         Onderzoek: een onderzoek en wat eruit kwam.\n" in told


def test_a_block_names_its_fields() -> None:
    """And which of them may stay away."""
    told = explaining.explain(LIVE, "provenance")

    assert (
        told.replace("\n", " ").count(
            "Het heeft deze velden: origin (Oorsprong), material (Materiaal) en note (Toelichting, mag weg)."
        )
        == 1
    )
    assert "goodiebag explain provenance.origin" in told


def test_a_field_that_differs_per_kind_is_explained_for_each() -> None:
    """With the kinds at which it stands so."""
    told = explaining.explain(LIVE, "findings")

    assert "findings – Bevindingen" in told
    assert "findings – Kern" in told
    assert told.count("Staat bij:") == 2


def test_a_field_that_is_not_there_is_told_with_what_is_near() -> None:
    """Wrong use, in a sentence."""
    with pytest.raises(
        explaining.Unknown, match=r'"steps.minuts" ken ik niet\. Bedoel je "steps.minutes"'
    ):
        explaining.explain(LIVE, "steps.minuts")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [80, 40])
def test_every_field_is_explained_within_the_width_of_the_terminal(kind: str, width: int) -> None:
    """Examples aside, which stand as they are in a file."""
    for field in fields(kind):
        told = explaining.explain(LIVE, field.name, width)
        lines = [line for part in told.split("Voorbeeld:")[0:1] for line in part.splitlines()]

        assert told.startswith(f"{field.name} – ")
        assert field.label in told
        assert [line for line in lines if len(line) > max(width, len(field.name) + 50)] == []
        assert width < 80 or [line for line in lines if len(line) > width] == []
