"""Reads a transcript: the part of WebVTT (W3C) that podcast apps understand, and strictly.

A player forgives a broken caption by dropping it, so nobody would notice; this reader does not.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.catalogue.texts import TO_WRITE

COMPUTER_VOICE = "Computerstem"
"""The speaker in a transcript that the computer voice made."""
BY_COMPUTER = "Deze aflevering is ingesproken door een computerstem."
"""What a listener reads of it, wherever the episode goes."""

_CLOCK = re.compile(r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
_TIMES = re.compile(r"(?P<start>\S+)\s+-->\s+(?P<end>\S+)(?P<settings>(?:\s+\S+:\S+)*)\s*")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^<>]+)>")
_TAG = re.compile(r"</?(?:[bicu]|lang|v)(?:\.[\w.-]+)?(?:\s[^<>]*)?>")
_EXAMPLE = "00:00:01.500 --> 00:00:04.000"


@dataclass(frozen=True)
class Cue:
    """One caption: `start` and `end` in seconds from the start of the audio, lines by a newline.

    `speaker` is empty where the caption names none; `line` is where its times stand in the file,
    from 1, and 0 for a caption that comes from no file.
    """

    start: float
    end: float
    text: str
    speaker: str = ""
    line: int = 0


@dataclass(frozen=True)
class Transcript:
    """All captions of an episode, in order of time, without overlap."""

    cues: tuple[Cue, ...]


class TranscriptError(Exception):
    """A transcript cannot be used: `faults` holds every reason, as (line, Dutch message)."""

    def __init__(self, *faults: tuple[int, str]) -> None:
        self.faults = faults
        self.line, self.message = faults[0]
        super().__init__("\n".join(f"regel {line}: {message}" for line, message in faults))


def read(path: Path) -> Transcript:
    """Read the transcript at `path`; raises TranscriptError with all that is wrong with it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise TranscriptError(
            (1, "dit bestand is er niet. Zet het neer, of verbeter de naam bij `transcript`.")
        ) from None
    except OSError as error:
        raise TranscriptError(
            (1, f"dit bestand kan ik niet openen ({error.strerror}). Kijk of het een bestand is.")
        ) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TranscriptError(
            (line, "dit bestand is geen UTF-8. Sla het op als UTF-8 en probeer het opnieuw.")
        ) from None
    return parse(text)


def parse(text: str) -> Transcript:
    """Make a transcript of the text of a file; raises TranscriptError with all that is wrong."""
    lines = re.split(r"\r\n|\n|\r", text)
    if not text.strip():
        raise TranscriptError((1, "dit bestand is leeg. Zet er een transcript in (WebVTT)."))
    if not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        raise TranscriptError((1, "dit is geen WebVTT. De eerste regel moet zijn: WEBVTT."))
    cues: list[Cue] = []
    faults: list[tuple[int, str]] = []
    for first, block in _blocks(lines):
        if first == 1:
            if any("-->" in line for line in block):
                faults.append((2, "na WEBVTT hoort een lege regel. Voeg die toe."))
        elif block[0] not in {"STYLE", "REGION"} and not re.match(r"NOTE(\s|$)", block[0]):
            _add(cues, faults, first, block)
    if not cues and not faults:
        faults.append((1, f"er staat geen enkele tekst met tijden in, zoals {_EXAMPLE}."))
    if faults:
        raise TranscriptError(*sorted(faults))
    return Transcript(tuple(cues))


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Give the blocks between empty lines, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _add(cues: list[Cue], faults: list[tuple[int, str]], first: int, block: list[str]) -> None:
    """Add the caption in a block, or what is wrong with it."""
    at = 0 if "-->" in block[0] else 1
    if at >= len(block) or "-->" not in block[at]:
        faults.append(
            (
                first,
                f"deze tekst heeft geen tijden. Zet erboven van wanneer tot wanneer: {_EXAMPLE}.",
            )
        )
        return
    line = first + at
    times = _TIMES.fullmatch(block[at].strip())
    start = _seconds(times["start"]) if times else None
    end = _seconds(times["end"]) if times else None
    if start is None or end is None:
        faults.append((line, f"deze tijden kan ik niet lezen. Schrijf ze zo: {_EXAMPLE}."))
        return
    if end <= start:
        faults.append((line, "deze tekst eindigt voor hij begint. Draai de tijden om."))
    elif cues and start < cues[-1].start:
        faults.append(
            (line, "deze tekst begint eerder dan de vorige. Zet de teksten op volgorde van tijd.")
        )
    elif cues and start < cues[-1].end:
        faults.append(
            (line, "deze tekst begint voordat de vorige klaar is. Laat de vorige eerder eindigen.")
        )
    try:
        text, speaker = _plain("\n".join(block[at + 1 :]))
    except ValueError as error:
        faults.append((line + 1, str(error)))
        text, speaker = "-", ""
    if not text:
        faults.append((line, "onder deze tijden staat geen tekst. Vul die aan of haal ze weg."))
    if text.startswith(TO_WRITE):
        faults.append(
            (
                line,
                "deze aflevering is nog niet uitgeschreven. Schrijf op wat er gezegd wordt, met de "
                "tijden erbij.",
            )
        )
    cues.append(Cue(start, end, text, speaker, line))


def _seconds(clock: str) -> float | None:
    """Give the seconds of `mm:ss.mmm` or `hh:mm:ss.mmm`, None for anything else."""
    found = _CLOCK.fullmatch(clock)
    if found is None:
        return None
    hours, minutes, seconds, thousandths = (int(part or 0) for part in found.groups())
    return (hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + thousandths) / 1000


def _plain(text: str) -> tuple[str, str]:
    """Give the text of a caption without tags, and its speaker; ValueError for other markup."""
    speakers = _VOICE.findall(text)
    if len(speakers) > 1:
        raise ValueError(
            "hier spreken er twee. Geef elke spreker een eigen tekst met eigen tijden."
        )
    bare = _TAG.sub("", text)
    if "<" in bare:
        raise ValueError("hier staat een < die geen opmaak is. Schrijf &lt; in plaats van <.")
    lines = (" ".join(html.unescape(line).split()) for line in bare.split("\n"))
    return "\n".join(line for line in lines if line), html.unescape("".join(speakers)).strip()
