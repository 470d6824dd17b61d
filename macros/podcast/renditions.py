"""Gives a transcript in the other forms that podcast apps read, beside the WebVTT that it comes from.

Standard: the transcript formats of Podcasting 2.0 (SRT, JSON 1.0.0 and HTML).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from json import dumps

from macros.podcast import captions, moments
from macros.podcast.captions import SpokenLine
from macros.podcast.transcript import Cue, Transcript

SRT_WIDTH = 32
"""The most characters on a line of SRT; WebVTT may have twice as many."""
PAUSE = 0.7
"""Seconds of silence after which a new paragraph starts."""
LONG = 30
"""Seconds after which a paragraph ends with the next sentence, also without a pause."""

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>Uitgeschreven tekst: {title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="{page}">
</head>
<body>
<h1>Uitgeschreven tekst: {title}</h1>
{paragraphs}</body>
</html>
"""
_PARAGRAPH = """\
<cite>{speaker}:</cite>
<time datetime="PT{start:d}S">{clock}</time>
<p>{text}</p>
"""


def srt(transcript: Transcript) -> str:
    """Give the transcript as SRT: at most two lines of 32 characters, names where they change.

    What does not fit is spread over several captions, which share its time.
    """
    return "\n".join(
        f"{number}\n{_comma(cue.start)} --> {_comma(cue.end)}\n{cue.text}\n"
        for number, cue in enumerate(_narrow(transcript.cues), start=1)
    )


def json(transcript: Transcript) -> bytes:
    """Give the transcript as JSON, UTF-8; times in seconds, a caption is a segment."""
    segments = [
        ({"speaker": cue.speaker} if cue.speaker else {})
        | {"startTime": cue.start, "endTime": cue.end, "body": _flat(cue)}
        for cue in transcript.cues
    ]
    told = {"version": "1.0.0", "segments": segments}
    return (dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def html(transcript: Transcript, title: str, language: str, page: str) -> str:
    """Give the transcript of the episode with this title as a document of its own, to read.

    `page` is the full address of the episode's page, `language` the code of what is spoken. A
    paragraph ends where someone else speaks, where it is quiet for a moment, or after a while.
    """
    paragraphs = (
        _PARAGRAPH.format(
            speaker=escape(cues[0].speaker),
            start=int(cues[0].start),
            clock=moments.clock(cues[0].start),
            text=escape(" ".join(map(_flat, cues)), quote=False),
        ).removeprefix("<cite>:</cite>\n")
        for cues in _paragraphs(transcript.cues)
    )
    return _PAGE.format(
        language=escape(language),
        title=escape(title),
        page=escape(page),
        paragraphs="".join(paragraphs),
    )


def _narrow(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Give captions that fit on the lines of SRT; a name stands before what someone first says."""
    speaker = ""
    for cue in cues:
        name = f"{cue.speaker}: " if cue.speaker not in ("", speaker) else ""
        speaker = cue.speaker
        line = SpokenLine(cue.start, cue.end, _breakable(name + _flat(cue)))
        yield from captions.captions([line], cue.speaker, SRT_WIDTH)


def _breakable(text: str) -> str:
    """Break words that are longer than a line, such as addresses and the longest compounds."""
    return re.sub(rf"\S{{{SRT_WIDTH - 1}}}(?=\S{{2}})", r"\g<0>- ", text)


def _paragraphs(cues: Sequence[Cue]) -> list[list[Cue]]:
    found = [[cues[0]]]
    for cue in cues[1:]:
        last = found[-1][-1]
        ended = last.text.endswith((".", "?", "!", "…")) and last.end - found[-1][0].start > LONG
        if cue.speaker != last.speaker or cue.start - last.end >= PAUSE or ended:
            found.append([])
        found[-1].append(cue)
    return found


def _flat(cue: Cue) -> str:
    return cue.text.replace("\n", " ")


def _comma(seconds: float) -> str:
    """Give a moment as SRT writes it: `00:01:23,450`."""
    return captions.clock(seconds).replace(".", ",")
