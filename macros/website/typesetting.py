"""Breaks a title over lines, as a typographer would: large, even, and never cut off.

A title is set in the largest size in which its words are whole. Only where a word is too long for
a line it is hyphenated, and what cannot be hyphenated is broken where the line is full.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import groupby, pairwise
from typing import NamedTuple

import pyphen

HYPHEN = "-"
LEAST = 3
"""A hyphen leaves this many letters on both sides: two stand lost on a line of large letters."""

Width = Callable[[str], int]
"""Gives how wide a text is, in thousandths of an em."""
Apart = Callable[[str], Iterable[str]]
"""Takes apart a word that is too long for a line."""

# A word may be broken behind its own hyphen or dash, without another one.
_PARTS = re.compile(r"[^-–—/]*[-–—/]+(?=\w)|.+")


class Measure(NamedTuple):
    """A size (pixels per em), how far apart its lines are (pixels), and how many fit."""

    size: int
    leading: int
    lines: int


class Setting(NamedTuple):
    """A title as it will be: its measure and its lines."""

    measure: Measure
    lines: tuple[str, ...]


class _Piece(NamedTuple):
    """What stays together: a word or a part of it; `last` is what it ends in before another line."""

    word: int
    text: str
    width: int
    last: str = ""


def setting(
    title: str, measures: Sequence[Measure], column: int, width: Width, lang: str = "nl"
) -> Setting:
    """Give a title in the best of `measures`, given the largest first, for a column in pixels.

    `lang` tells how words are hyphenated. A title fits always where the last measure has room for
    all its letters, broken anywhere.
    """
    width = cache(width)  # the same words are tried in each measure
    syllables = partial(_syllables, lang)
    tries: tuple[tuple[Sequence[Measure], Apart | None, str], ...] = (
        (measures[:-1], None, ""),
        (measures[1:], syllables, HYPHEN),
        (measures[-1:], tuple, ""),
    )
    for sizes, apart, last in tries:
        for measure in sizes:
            room = column * 1000 // measure.size
            pieces = list(_pieces(title, room, width, apart, last))
            if lines := _lines(pieces, room, width, measure.lines):
                return Setting(measure, lines)
    return Setting(measures[-1], (title,))


def _pieces(
    title: str, room: int, width: Width, apart: Apart | None, last: str
) -> Iterator[_Piece]:
    for number, word in enumerate(title.split(" ")):
        for part in _PARTS.findall(word):
            wide = width(part)
            if wide <= room or apart is None:
                yield _Piece(number, part, wide)
                continue
            *most, end = apart(part)
            yield from (_Piece(number, one, width(one), last) for one in most)
            yield _Piece(number, end, width(end))


def _lines(pieces: Sequence[_Piece], room: int, width: Width, most: int) -> tuple[str, ...] | None:
    """Give at most `most` lines, as even as can be; None where the pieces need more room."""
    space, hyphen = width(" "), width(HYPHEN)
    fitting = partial(_filled, pieces, space=space, hyphen=hyphen)
    best = fitting(room)
    if best is None or len(best) > most:
        return None
    narrow, wide = room * 2 // 5, room
    while wide - narrow > 50:
        middle = (narrow + wide) // 2
        found = fitting(middle)
        if found is not None and len(found) == len(best):
            best, wide = found, middle
        else:
            narrow = middle
    return tuple(map(_text, best))


def _filled(
    pieces: Sequence[_Piece], room: int, *, space: int, hyphen: int
) -> list[list[_Piece]] | None:
    """Fill lines from the first piece to the last; None where a piece is wider than a line."""
    lines: list[list[_Piece]] = [[]]
    pen = 0
    for piece in pieces:
        line = lines[-1]
        end = hyphen if piece.last else 0
        between = space if line and line[-1].word != piece.word else 0
        if line and pen + between + piece.width + end > room:
            lines.append([piece])
            pen = piece.width
        else:
            line.append(piece)
            pen += between + piece.width
        if pen + end > room:
            return None
    return lines


def _text(line: Sequence[_Piece]) -> str:
    words = ("".join(piece.text for piece in word) for _, word in groupby(line, lambda at: at.word))
    return " ".join(words) + line[-1].last


def _syllables(lang: str, word: str) -> list[str]:
    """Give a word in the parts between which a hyphen can come."""
    places = [0, *_hyphenation(lang).positions(word), len(word)]
    return [word[start:end] for start, end in pairwise(places)]


@cache
def _hyphenation(lang: str) -> pyphen.Pyphen:
    """Give the hyphenation of a language, Dutch where it is not known; read when first needed."""
    known = pyphen.language_fallback(lang.replace("-", "_")) or "nl_NL"
    return pyphen.Pyphen(lang=known, left=LEAST, right=LEAST)
