"""Speaks a script sentence by sentence, so that the time of every sentence is known exactly.

Sound is a list of 16-bit samples, mono, 22,050 a second: what espeak-ng gives.
"""

from __future__ import annotations  # an array tells its type only to the type checker

import subprocess
import wave
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.podcast.captions import SpokenLine
from macros.podcast.pronunciation import pronounced
from macros.podcast.script import Script

RATE = 22_050
QUIET = 60
"""Below this level, of 32,767, a sample counts as silence."""

OPENING = 0.5
AFTER_SENTENCE = 0.38
AFTER_PARAGRAPH = 0.8
AFTER_CHAPTER = 1.1
BEFORE_CHAPTER = 0.3
"""Seconds of silence; a chapter starts on a whole second, and its voice this much later."""
ENDING = 1.0

ESPEAK = ("espeak-ng", "-v", "nl", "-s", "146", "-p", "40", "-b", "1", "--stdin", "-w")


@dataclass(frozen=True)
class Take:
    """A spoken script: its samples, its sentences with times, and its chapters by whole seconds."""

    samples: array[int]
    lines: tuple[SpokenLine, ...]
    chapters: tuple[tuple[int, str], ...]

    @property
    def seconds(self) -> float:
        """Give how long it takes, in seconds."""
        return len(self.samples) / RATE


def speak(script: Script, say: Callable[[str], array[int]]) -> Take:
    """Put a script together out of what `say` makes of each sentence, with silences between."""
    samples: array[int] = array("h")
    lines: list[SpokenLine] = []
    chapters: list[tuple[int, str]] = []
    for chapter in script.chapters:
        if chapters:
            _silence(samples, AFTER_CHAPTER - AFTER_PARAGRAPH)
            start = -(-len(samples) // RATE)
            _silence(samples, start - len(samples) / RATE + BEFORE_CHAPTER)
        else:
            start = 0
            _silence(samples, OPENING)
        chapters.append((start, chapter.title))
        for paragraph in chapter.paragraphs:
            for sentence in paragraph:
                begin = len(samples) / RATE
                samples.extend(trimmed(say(sentence)))
                lines.append(SpokenLine(begin, len(samples) / RATE, sentence))
                _silence(samples, AFTER_SENTENCE)
            _silence(samples, AFTER_PARAGRAPH - AFTER_SENTENCE)
    _silence(samples, ENDING - AFTER_PARAGRAPH)
    return Take(samples, tuple(lines), tuple(chapters))


def trimmed(samples: array[int]) -> array[int]:
    """Give samples without the silence around them, so that our own silences are exact."""
    heard = [place for place, level in enumerate(samples) if abs(level) > QUIET]
    return samples[heard[0] : heard[-1] + 1] if heard else samples[:0]


def espeak(folder: Path) -> Callable[[str], array[int]]:
    """Give a speaker that uses the program espeak-ng and keeps its working file in `folder`."""

    def say(sentence: str) -> array[int]:
        target = folder / "zin.wav"
        subprocess.run(
            [*ESPEAK, str(target)],
            input=pronounced(sentence).encode(),
            capture_output=True,
            check=True,
        )
        return read_wave(target)

    return say


def read_wave(path: Path) -> array[int]:
    """Read the samples of a WAV file with our rate, mono, 16 bits; ValueError for another form."""
    with wave.open(str(path), "rb") as source:
        form = source.getframerate(), source.getnchannels(), source.getsampwidth()
        if form != (RATE, 1, 2):
            raise ValueError(f"onverwacht geluid van de computerstem: {form}")
        return array("h", source.readframes(source.getnframes()))


def write_wave(samples: array[int], path: Path) -> None:
    """Write samples as a WAV file."""
    with wave.open(str(path), "wb") as target:
        target.setparams((1, 2, RATE, len(samples), "NONE", ""))
        target.writeframes(samples.tobytes())


def _silence(samples: array[int], seconds: float) -> None:
    samples.extend(array("h", bytes(2 * max(0, round(seconds * RATE)))))
