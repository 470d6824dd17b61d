"""Where the bars, dots and words of a plot stand."""

from typing import Any

import pytest

from macros.catalogue.sources import Fact
from macros.website import plots
from macros.website.plots import Bars, Dots, Line, Unfit, draw


def fact(figure: float, unit: str | None = "%", **more: Any) -> Fact:
    """Give a figure with a short label."""
    data = {"id": "a", "label": "van de mensen", "statement": "is", "source": "b", "quote": "c"}
    return Fact(figure=figure, unit=unit, **{**data, **more})


def test_a_bar_is_as_wide_as_its_percentage() -> None:
    """Under each other, with the label above each; the whole width is 100%."""
    drawn = draw("bars", [fact(81), fact(12.5)])

    assert isinstance(drawn, Bars)
    assert [(bar.x, bar.width, bar.amount) for bar in drawn.bars] == [
        (0, 81, "81%"),
        (0, 12.5, "12,5%"),
    ]
    first, second = drawn.bars
    assert first.label[-1].y < first.y
    assert first.y + plots.BAR < second.label[0].y
    assert second.y + plots.BAR <= drawn.height


def test_a_long_label_goes_on_on_the_next_line() -> None:
    """With room for the amount on the first, so that it fits a small screen."""
    drawn = draw("bars", [fact(50, qualifier="ongeveer", label="van de tijd op kantoor of elders")])

    assert isinstance(drawn, Bars)
    assert [words.text for words in drawn.bars[0].label] == ["van de tijd op", "kantoor of elders"]
    assert all(
        len(line) <= plots.LETTERS for line in ("ongeveer 50% van de tijd op", "kantoor of elders")
    )


def test_an_amount_keeps_its_line_when_no_word_fits_beside_it() -> None:
    """The label then begins under it."""
    drawn = draw("line", [fact(19, "uur per week", qualifier="bijna", label="verwachtten zij")])

    assert isinstance(drawn, Line)
    assert [words.text for words in drawn.label] == ["", "verwachtten zij"]


def test_the_parts_of_a_whole_stand_end_to_end() -> None:
    """Each begins where the one before ends; the label is under it."""
    drawn = draw("parts", [fact(50), fact(30), fact(20)])

    assert isinstance(drawn, Bars)
    assert [(bar.x, bar.width) for bar in drawn.bars] == [(0, 50), (50, 30), (80, 20)]
    for bar in drawn.bars:
        assert bar.label[0].x == bar.x
        assert bar.y + plots.BAR < bar.label[0].y < drawn.height


@pytest.mark.parametrize(
    ("figure", "ticks"),
    [
        (19, ["0", "10", "20", "30", "40"]),
        (2.5, ["0", "1,25", "2,5", "3,75", "5"]),
        (7000, ["0", "5.000", "10.000", "15.000", "20.000"]),
    ],
)
def test_a_number_stands_on_a_line_with_room_after_it(figure: float, ticks: list[str]) -> None:
    """The line ends at a round number that is at least twice as much."""
    drawn = draw("line", [fact(figure, "uur per week")])

    assert isinstance(drawn, Line)
    assert [tick.text for tick in drawn.ticks] == ticks
    assert drawn.ticks[0].x < drawn.x < drawn.ticks[-1].x


def test_a_share_of_a_number_is_told_in_dots() -> None:
    """A quarter of 120,000: thirty of the hundred and twenty dots, in whole columns."""
    drawn = draw("dots", [fact(25)], fact(120_000, "medewerkers"))

    assert isinstance(drawn, Dots)
    assert (drawn.number, drawn.filled, drawn.columns, drawn.rows) == (120, 30, 24, 5)
    assert [filled for *_, filled in drawn.places()] == [True] * 30 + [False] * 90
    assert drawn.key == (
        "Elke volle stip is 1.000\xa0medewerkers: van de mensen",
        "Elke open stip is 1.000\xa0medewerkers: de anderen",
    )


@pytest.mark.parametrize(
    ("figure", "number", "key"),
    [
        (3, 3, "Elke stip is 1\xa0thema’s: van de mensen"),
        (7000, 70, "Elke stip is 100\xa0thema’s: van de mensen"),
        (1_000_000, 100, "Elke stip is 10.000\xa0thema’s: van de mensen"),
    ],
)
def test_a_number_is_told_in_so_many_dots_as_can_be_told_apart(
    figure: float, number: int, key: str
) -> None:
    """Each dot stands for 1, 2 or 5 times a power of ten."""
    drawn = draw("dots", [fact(figure, "thema’s")])

    assert isinstance(drawn, Dots)
    assert (drawn.number, drawn.filled, drawn.key) == (number, number, (key,))


@pytest.mark.parametrize(
    ("form", "facts", "whole", "told"),
    [
        ("bars", [fact(19, "uur")], None, "de vorm bars is voor procenten van 0 tot 100."),
        ("bars", [fact(120)], None, "de vorm bars is voor procenten van 0 tot 100."),
        ("parts", [fact(50), fact(49)], None, "bij de vorm parts zijn de cijfers samen 100%."),
        (
            "line",
            [fact(1, "uur"), fact(2, "uur")],
            None,
            "de vorm line is voor één cijfer boven de 0.",
        ),
        ("line", [fact(0, "uur")], None, "de vorm line is voor één cijfer boven de 0."),
        ("dots", [fact(25)], None, "`of` hoort bij een percentage in de vorm dots"),
        ("dots", [fact(7, "thema’s")], fact(9, "thema’s"), "`of` hoort bij een percentage"),
        ("bars", [fact(25)], fact(9, "thema’s"), "`of` hoort bij een percentage"),
    ],
)
def test_a_form_that_would_tell_something_else_is_refused(
    form: str, facts: list[Fact], whole: Fact | None, told: str
) -> None:
    """The message says what can be chosen instead."""
    with pytest.raises(Unfit) as refused:
        draw(form, facts, whole)

    assert str(refused.value).startswith(told)


def test_a_plot_is_told_in_words() -> None:
    """For who cannot see it; without a label, the statement says it."""
    facts = [fact(81), fact(19, "uur per week", label=None, qualifier="bijna", statement="thuis")]

    assert plots.told(facts) == "81% van de mensen; bijna 19 uur per week thuis."
