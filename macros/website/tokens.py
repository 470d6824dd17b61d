"""The look in numbers: what tokens.css says, and whether its colours can be told apart.

Which colours meet stands here once. The page about the look shows it, and a test measures it, in
light and in dark, by WCAG 2.2: text 4.5:1 (1.4.3), shapes that one has to see 3:1 (1.4.11).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

DARK = "@media screen and (prefers-color-scheme: dark)"
TEXT_NEEDS, SHAPE_NEEDS = 4.5, 3.0

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_DECLARATION = re.compile(r"--([\w-]+)\s*:\s*([^;]+);")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_OTHER_COLOUR = re.compile(r"#|(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(")

_WASHES = ("leaf-wash", "sinaasappel-wash", "druif-wash", "peer-wash")
_GROUNDS = ("paper", "surface", "sunken", *_WASHES)

TEXT: Mapping[str, tuple[str, ...]] = {
    "ink": (*_GROUNDS, "mark"),
    "ink-soft": _GROUNDS,
    "leaf": ("paper", "surface", "sunken", "leaf-wash"),
    "leaf-strong": ("paper", "surface", "sunken", "leaf-wash"),
    "on-leaf": ("leaf", "leaf-strong"),
    "sinaasappel": ("paper", "surface", "sunken", "sinaasappel-wash"),
    "druif": ("paper", "surface", "sunken", "druif-wash"),
    "peer": ("paper", "surface", "sunken", "peer-wash"),
    "paper": ("ink", "leaf", "sinaasappel", "druif", "peer"),
    "warn": ("paper", "surface", "warn-wash"),
}
"""The colours of text, each with the grounds that it stands on."""
SHAPES: Mapping[str, tuple[str, ...]] = {
    "line-strong": _GROUNDS,
    "focus-outer": (*_GROUNDS, "focus-inner"),
    "theme-vivid": ("paper", "surface"),
}
"""The colours of edges and marks that one has to see, each with the grounds around it."""
DECORATION = frozenset({"line", "sinaasappel-vivid", "druif-vivid", "peer-vivid"})
"""The colours of what says nothing that does not stand there in another way too."""


class Unreadable(ValueError):  # noqa: N818 - what the style sheet is, told to who wrote it
    """A colour of tokens.css is not written as `#rrggbb`; the message is the name and the value."""


@dataclass(frozen=True)
class Pair:
    """A colour on a ground, with the contrast that it reaches in light and in dark, and needs."""

    front: str
    ground: str
    light: float
    dark: float
    needs: float


@dataclass(frozen=True)
class Tokens:
    """What tokens.css declares for the whole page: names without `--`, with their values.

    `dark` holds all of them too, as they are in dark.
    """

    light: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)

    def colours(self) -> tuple[str, ...]:
        """Give the names of the colours; one that refers to another is no colour of its own."""
        return tuple(name for name, value in self.light.items() if _COLOUR.fullmatch(value))

    def sizes(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """Give the measures whose names begin so, in the order of the file: `space-1`, `0.25rem`."""
        return tuple(item for item in self.light.items() if item[0].startswith(prefix))

    def pairs(self) -> Iterator[Pair]:
        """Yield every pair that is in use; raises KeyError where tokens.css lacks a colour."""
        for needs, fronts in ((TEXT_NEEDS, TEXT), (SHAPE_NEEDS, SHAPES)):
            for front, grounds in fronts.items():
                for ground in grounds:
                    light = contrast(self.light[front], self.light[ground])
                    dark = contrast(self.dark[front], self.dark[ground])
                    yield Pair(front, ground, light, dark, needs)


def read(css: str) -> Tokens:
    """Read what `:root` declares, in light and in dark.

    Raises Unreadable for a colour in another form than `#rrggbb`: its contrast is not known here.
    """
    light, _, dark = _COMMENT.sub("", css).partition(DARK)
    found = _declared(light)
    tokens = Tokens(found, {**found, **_declared(dark)})
    for name, value in (*tokens.light.items(), *tokens.dark.items()):
        if _OTHER_COLOUR.match(value) and not _COLOUR.fullmatch(value):
            raise Unreadable(f"--{name}: {value}")
    return tokens


def _declared(css: str) -> dict[str, str]:
    return {
        name: " ".join(value.split())
        for block in _ROOT.findall(css)
        for name, value in _DECLARATION.findall(block)
    }


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours (`#rrggbb`), from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Give the relative luminance of a colour in sRGB, from 0 to 1."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
