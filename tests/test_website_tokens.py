"""The colours of tokens.css can be told apart, in light and in dark."""

import re

import pytest

from macros.website import tokens
from macros.website.calls_look import COLOURS
from tests.project import ROOT

STYLES = ROOT / "docs/assets/css"
OURS = tokens.read((STYLES / "tokens.css").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#FFFFFF", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0a0a0a", "#000000", 1.06),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    """As the published calculators give it, whichever colour comes first."""
    assert tokens.contrast(one, other) == pytest.approx(expected, abs=0.005)
    assert tokens.contrast(other, one) == tokens.contrast(one, other)


@pytest.mark.parametrize("pair", [*OURS.pairs()], ids=lambda pair: f"{pair.front} on {pair.ground}")
def test_every_colour_can_be_told_from_the_grounds_that_it_stands_on(pair: tokens.Pair) -> None:
    """Text reaches 4.5:1 and shapes 3:1, in light and in dark."""
    assert pair.needs == (4.5 if pair.front in tokens.TEXT else 3)
    assert min(pair.light, pair.dark) >= pair.needs


def test_every_colour_has_a_name_and_is_measured_or_is_decoration() -> None:
    """A new colour in tokens.css has to say where it stands, and what it is called."""
    grounds = {pair.ground for pair in OURS.pairs()}
    known = {*tokens.TEXT, *tokens.SHAPES, *tokens.DECORATION, *grounds}

    assert set(OURS.colours()) == known == set(COLOURS)
    assert {*tokens.TEXT, *tokens.SHAPES} & tokens.DECORATION == set()


def test_every_colour_is_used_and_no_other_colour_stands_in_a_style_sheet() -> None:
    """A colour that nobody uses goes away; one outside tokens.css would be measured by nobody."""
    sheets = {
        sheet.name: sheet.read_text(encoding="utf-8") for sheet in sorted(STYLES.glob("*.css"))
    }
    used = set(re.findall(r"var\(--([\w-]+)\)", "".join(sheets.values())))
    plain = {
        name: re.findall(r":[^;{}]*(#[0-9a-fA-F]{3,8})\b", css)
        for name, css in sheets.items()
        if name != "tokens.css"
    }

    assert [name for name in OURS.colours() if name not in used] == []
    # Paper is white, whatever the screen shows.
    assert {found for colours in plain.values() for found in colours} == {"#ffffff"}


def test_what_dark_does_not_change_stays_as_it_is_in_light() -> None:
    """Comments are no declarations, a reference is no colour, and a theme's block is not the page's."""
    css = """
    :root { --paper: #ffffff; /* --old: #123456; */ --ink: #111111; --theme: var(--ink); }
    @media screen and (prefers-color-scheme: dark) { :root { --ink: #eeeeee; } }
    .theme--peer { --theme: #00ff00; }
    """

    found = tokens.read(css)

    assert found.colours() == ("paper", "ink")
    assert found.light == {"paper": "#ffffff", "ink": "#111111", "theme": "var(--ink)"}
    assert found.dark == {**found.light, "ink": "#eeeeee"}


@pytest.mark.parametrize("value", ["#fff", "rgb(0 0 0 / 8%)", "oklch(40% 0.1 150)"])
def test_a_colour_whose_contrast_is_not_known_is_refused(value: str) -> None:
    """The name and the value are told; a shadow holds colours and is none."""
    with pytest.raises(tokens.Unreadable, match=re.escape(f"--leaf: {value}")):
        tokens.read(f":root {{ --leaf: {value}; }}")

    assert tokens.read(":root { --shadow: 0 1px 2px rgb(0 0 0 / 8%); }").colours() == ()


def test_every_size_of_text_is_shown_in_its_own_size() -> None:
    """The page about the look has a sample of each."""
    css = (STYLES / "design.css").read_text(encoding="utf-8")
    names = [name for name, _ in OURS.sizes("text")]

    assert {"text", "text-h1", "text-small"} <= set(names)
    assert [name for name in names if f"--{name} {{ font-size: var(--{name}); }}" not in css] == []
