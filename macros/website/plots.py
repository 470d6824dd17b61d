"""Draws figures: where each bar, dot and word of a plot stands, and the plot in words.

Here is the arithmetic only; `templates/plot.html` draws it as SVG. Across, places are shares of
the width (0 to 100); down, they are heights of a line of text. So words keep their size on every
screen, and nothing needs a style of its own.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import floor, log10

from macros.catalogue.sources import Fact
from macros.website import dutch

LINE = 1.35
"""From one line of words to the next."""
BAR = 1.5
"""How high a bar is."""
LETTERS = 30
"""Letters that fit beside each other on a small screen, also when they are spaced out."""
DOTS = 120
"""A plot has at most this many dots: more cannot be told apart."""
ROWS = 5
"""Dots in a column."""
_STEPS = (2, 4, 5, 10, 20)


@dataclass(frozen=True)
class Words:
    """A piece of text that begins at `x`, on the line at `y`."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Bar:
    """A bar that begins at `x` and `y`; its amount stands before the first line of its label."""

    x: float
    y: float
    width: float
    amount: str
    label: tuple[Words, ...]


@dataclass(frozen=True)
class Bars:
    """Percentages as bars; the whole width is 100%."""

    bars: tuple[Bar, ...]
    height: float


@dataclass(frozen=True)
class Line:
    """A number at `x` on a line at height `y` that begins at 0; `ticks` are numbers under it."""

    x: float
    y: float
    amount: str
    label: tuple[Words, ...]
    ticks: tuple[Words, ...]

    @property
    def height(self) -> float:
        """The height of the whole."""
        return round(self.y + 2.2, 2)


@dataclass(frozen=True)
class Dots:
    """Columns of dots, the first `filled` of which are filled; `key` tells each kind in words."""

    number: int
    filled: int
    key: tuple[str, ...]

    @property
    def rows(self) -> int:
        """How many dots a full column has."""
        return min(self.number, ROWS)

    @property
    def columns(self) -> int:
        """How many columns there are, the last of which may not be full."""
        return -(-self.number // self.rows)

    def places(self) -> list[tuple[float, float, bool]]:
        """Give the middle of each dot, column by column, and whether it is filled."""
        return [
            (dot // self.rows + 0.5, dot % self.rows + 0.5, dot < self.filled)
            for dot in range(self.number)
        ]


Shape = Bars | Line | Dots
FORMS = ("bars", "parts", "line", "dots")
"""What a plot can be."""


class Unfit(Exception):  # noqa: N818 - what the writer chose, told to the writer
    """These figures cannot be drawn in this form; the message says in Dutch what can."""


def draw(form: str, facts: Sequence[Fact], whole: Fact | None = None) -> Shape:
    """Give figures in one of FORMS; `whole` is what a percentage in dots is a share of.

    Raises Unfit where the form would tell something else than the figures do.
    """
    percentages = all(fact.unit == "%" and 0 <= fact.figure <= 100 for fact in facts)
    if (whole is not None) != (form == "dots" and percentages):
        raise Unfit(
            "`of` hoort bij een percentage in de vorm dots, en alleen daar: het is het aantal "
            "waar het percentage een deel van is."
        )
    if form in ("bars", "parts"):
        if not percentages:
            raise Unfit(f"de vorm {form} is voor procenten van 0 tot 100. Kies line of dots.")
        if form == "parts" and sum(fact.figure for fact in facts) != 100:
            raise Unfit("bij de vorm parts zijn de cijfers samen 100%. Kies anders bars.")
        return bars(facts) if form == "bars" else parts(facts)
    if len(facts) > 1 or (whole or facts[0]).figure <= 0:
        raise Unfit(f"de vorm {form} is voor één cijfer boven de 0. Geef er één, of kies bars.")
    return line(facts[0]) if form == "line" else dots(facts[0], whole)


def bars(facts: Sequence[Fact]) -> Bars:
    """Give percentages as bars under each other, in the order given."""
    drawn, y = [], 0.0
    for fact in facts:
        label = _label(fact, y + 1)
        y += len(label) * LINE + 0.15
        drawn.append(Bar(0, round(y, 2), fact.figure, dutch.amount(fact), label))
        y += BAR + 0.9
    return Bars(tuple(drawn), round(y - 0.8, 2))


def parts(facts: Sequence[Fact]) -> Bars:
    """Give percentages that make 100 together as the parts of one bar."""
    drawn, height = [], 0.0
    starts = accumulate((fact.figure for fact in facts), initial=0.0)
    for fact, x in zip(facts, starts, strict=False):
        label = _lines(["", *_wrapped(fact, floor(LETTERS * fact.figure / 100))], x, BAR + 1.4)
        height = max(height, label[-1].y + 0.5)
        drawn.append(Bar(x, 0.1, fact.figure, dutch.amount(fact), label))
    return Bars(tuple(drawn), round(height, 2))


def line(fact: Fact) -> Line:
    """Give a number on a line that runs on to about twice as far, in four steps."""
    step = 10 ** floor(log10(fact.figure))
    end = next(step * times for times in _STEPS if step * times >= 2 * fact.figure)
    label = _label(fact, 1)
    axis = round(len(label) * LINE + 1, 2)
    ticks = tuple(
        Words(dutch.number(round(end * quarter / 4, 9)), _along(quarter / 4), round(axis + 1.7, 2))
        for quarter in range(5)
    )
    return Line(_along(fact.figure / end), axis, dutch.amount(fact), label, ticks)


def _along(part: float) -> float:
    """Give a place on the line, which keeps away from the edges for the numbers under it."""
    return round(3 + 94 * part, 2)


def dots(fact: Fact, whole: Fact | None = None) -> Dots:
    """Give a number as dots, or a percentage as the filled ones among the dots of `whole`."""
    counted = whole or fact
    each = _each(counted.figure)
    number = max(1, round(counted.figure / each))
    unit = f"{dutch.number(each)}{dutch.NARROW}{counted.unit or ''}".strip()
    label = fact.label or fact.statement
    if whole is None:
        return Dots(number, number, (f"Elke stip is {unit}: {label}",))
    key = (f"Elke volle stip is {unit}: {label}", f"Elke open stip is {unit}: de anderen")
    return Dots(number, round(number * fact.figure / 100), key)


def told(facts: Sequence[Fact]) -> str:
    """Give what a plot shows as one sentence, for who cannot see it."""
    said = [f"{dutch.amount(fact)} {fact.label or fact.statement}" for fact in facts]
    return f"{'; '.join(said)}.".replace(dutch.NARROW, " ")


def _label(fact: Fact, y: float) -> tuple[Words, ...]:
    """Give the label of a figure in lines, with its amount before the first, which is at `y`.

    A first word that does not fit beside the amount leaves that line to the amount alone.
    """
    room = "_" * len(dutch.amount(fact)) + " "
    first, *rest = _wrapped(fact, LETTERS, room)
    if len(first) > LETTERS:
        return _lines(["", *_wrapped(fact, LETTERS)], 0, y)
    return _lines([first.removeprefix(room), *rest], 0, y)


def _wrapped(fact: Fact, letters: int, room: str = "") -> list[str]:
    text = fact.label or fact.statement
    return textwrap.wrap(text, max(letters, 8), initial_indent=room, break_long_words=False)


def _lines(texts: list[str], x: float, y: float) -> tuple[Words, ...]:
    return tuple(Words(text, x, round(y + at * LINE, 2)) for at, text in enumerate(texts))


def _each(figure: float) -> int:
    """Give how many one dot stands for: the least round number that keeps the dots to DOTS."""
    step = 1
    while True:
        for times in (1, 2, 5):
            if figure / (step * times) <= DOTS:
                return step * times
        step *= 10
