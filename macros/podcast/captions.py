"""Writes a transcript: spoken lines with their times become captions, and captions become WebVTT.

At most two lines of 65 characters, as the podcast namespace advises for VTT.
"""

import math
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from macros.podcast.transcript import Cue

WIDTH = 65
LINES = 2


@dataclass(frozen=True)
class SpokenLine:
    """A sentence and when it sounds: `start` and `end` in seconds from the start of the audio."""

    start: float
    end: float
    text: str


def captions(lines: Iterable[SpokenLine], speaker: str, width: int = WIDTH) -> tuple[Cue, ...]:
    """Give the captions of spoken lines, of at most `width` characters a line.

    A line that does not fit is spread over several captions, which share its time by their
    number of characters.
    """
    found: list[Cue] = []
    for line in lines:
        parts = split(line.text, width)
        total = sum(len(part) for part in parts)
        start, said = line.start, 0
        for part in parts:
            said += len(part)
            end = line.start + (line.end - line.start) * said / total
            found.append(Cue(round(start, 3), round(end, 3), part, speaker))
            start = end
    return tuple(found)


def split(text: str, width: int = WIDTH) -> tuple[str, ...]:
    """Split a sentence into captions of at most two lines, by preference after a comma or colon."""
    folded = _folded(text, width)
    if folded is not None:
        return (folded,)
    words = text.split()
    middle = len(text) / 2

    def strain(count: int) -> float:
        """Tell how bad it is to break after so many words: far from the middle, inside a clause."""
        head = " ".join(words[:count])
        return abs(len(head) - middle) + (0 if head[-1] in ",;:.?!" else len(text) / 4)

    best = min(range(1, len(words)), key=strain)
    return split(" ".join(words[:best]), width) + split(" ".join(words[best:]), width)


def _folded(text: str, most: int) -> str | None:
    """Fold a text into the fewest lines, as equal as they can be; None if it does not fit."""
    if len(text) <= most or " " not in text:
        return text
    for width in range(math.ceil(len(text) / LINES), most + 1):
        lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        if len(lines) <= LINES and max(map(len, lines)) <= most:
            return "\n".join(lines)
    return None


def webvtt(cues: Iterable[Cue], note: str = "") -> str:
    """Write captions as a WebVTT file; `note` is a remark that a player does not show."""
    blocks = ["WEBVTT", *([f"NOTE {note}"] if note else [])]
    for cue in cues:
        voice = f"<v {_escaped(cue.speaker)}>" if cue.speaker else ""
        blocks.append(f"{clock(cue.start)} --> {clock(cue.end)}\n{voice}{_escaped(cue.text)}")
    return "\n\n".join(blocks) + "\n"


def clock(seconds: float) -> str:
    """Give a moment as WebVTT writes it: `00:01:23.450`."""
    thousandths = round(seconds * 1000)
    minutes, thousandths = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{thousandths // 1000:02}.{thousandths % 1000:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
