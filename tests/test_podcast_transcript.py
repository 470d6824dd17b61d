"""Transcripts: what may be in them, and what is told when they are wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.podcast import transcript
from macros.podcast.transcript import Cue, TranscriptError

GOOD = """\
WEBVTT

NOTE Een opmerking die niemand ziet.

00:00:00.500 --> 00:00:02.000
<v Computerstem>Je hoort een
computerstem.

opening
01:02.000 --> 01:03.250 align:start position:10%
<v.luid Anna & co>Thuis &amp; op <i>kantoor</i>.</v>

01:00:00.000 --> 01:00:01.000
Zonder naam.
"""


def test_captions_are_read_with_times_speakers_and_their_line() -> None:
    """Tags go, entities become characters, remarks and settings do not count."""
    cues = transcript.parse(GOOD).cues

    assert cues == (
        Cue(0.5, 2.0, "Je hoort een\ncomputerstem.", "Computerstem", 5),
        Cue(62.0, 63.25, "Thuis & op kantoor.", "Anna & co", 10),
        Cue(3600.0, 3601.0, "Zonder naam.", "", 13),
    )


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_and_a_byte_order_mark_do_not_matter(tmp_path: Path, ending: str) -> None:
    """A file from Windows or an old Mac gives the same captions."""
    file = tmp_path / "tekst.vtt"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", ending).encode())

    assert transcript.read(file) == transcript.parse(GOOD)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "dit bestand is leeg."),
        ("WEBVTT\n", 1, "er staat geen enkele tekst met tijden in"),
        ("1\n00:00:01,000 --> 00:00:02,000\nHallo\n", 1, "dit is geen WebVTT. De eerste regel moet zijn: WEBVTT."),
        ("WEBVTT\n00:01.000 --> 00:02.000\nHallo\n", 2, "na WEBVTT hoort een lege regel."),
        ("WEBVTT\n\nHallo\n", 3, "deze tekst heeft geen tijden."),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nHallo\n", 3, "deze tijden kan ik niet lezen."),
        ("WEBVTT\n\n00:01.000 --> 2\nHallo\n", 3, "deze tijden kan ik niet lezen."),
        ("WEBVTT\n\n00:61.000 --> 01:62.000\nHallo\n", 3, "deze tijden kan ik niet lezen."),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nHallo\n", 3, "deze tekst eindigt voor hij begint."),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\nHallo\n", 3, "deze tekst eindigt voor hij begint."),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB\n", 6, "deze tekst begint eerder dan de vorige."),
        ("WEBVTT\n\n00:01.000 --> 00:03.000\nA\n\n00:02.000 --> 00:04.000\nB\n", 6, "deze tekst begint voordat de vorige klaar is."),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", 3, "onder deze tijden staat geen tekst."),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Nog te schrijven: alles.\n", 3, "deze aflevering is nog niet uitgeschreven."),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna></v>\n", 3, "onder deze tijden staat geen tekst."),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Ja <v Bea>Nee\n", 4, "hier spreken er twee."),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nMinder < meer\n", 4, "hier staat een < die geen opmaak is."),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<script>x</script>\n", 4, "hier staat een < die geen opmaak is."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(text: str, line: int, told: str) -> None:
    """A player would drop the caption and say nothing."""
    with pytest.raises(TranscriptError) as error:
        transcript.parse(text)

    assert error.value.line == line
    assert error.value.message.startswith(told)


def test_all_mistakes_are_told_at_once() -> None:
    """Nobody mends a transcript one message at a time."""
    with pytest.raises(TranscriptError) as error:
        transcript.parse("WEBVTT\n\nA\n\n00:02.000 --> 00:01.000\nB\n\n00:03.000 -> 00:04.000\nC\n")

    assert [line for line, _ in error.value.faults] == [3, 5, 8]


def test_a_file_that_cannot_be_read_gives_a_message(tmp_path: Path) -> None:
    """Missing, a folder, or bytes that are no UTF-8."""
    broken = tmp_path / "tekst.vtt"
    broken.write_bytes("WEBVTT\n\n00:01.000 --> 00:02.000\nPrivé\n".encode("latin-1"))

    with pytest.raises(TranscriptError, match="regel 1: dit bestand is er niet"):
        transcript.read(tmp_path / "weg.vtt")
    with pytest.raises(TranscriptError, match="regel 1: dit bestand kan ik niet openen"):
        transcript.read(tmp_path)
    with pytest.raises(TranscriptError, match="regel 4: dit bestand is geen UTF-8"):
        transcript.read(broken)


@given(st.text(alphabet="WEBVT\n\r->:.0123 <v>Aa&;é\0", max_size=80))
def test_whatever_the_text_the_answer_is_captions_in_order_or_a_message(text: str) -> None:
    """Nothing else ever comes out."""
    cues: tuple[Cue, ...] = ()
    told: tuple[tuple[int, str], ...] = ()
    try:
        cues = transcript.parse("WEBVTT\n\n" + text).cues
    except TranscriptError as error:
        told = error.faults

    assert bool(cues) != bool(told)
    assert all(line >= 1 and message for line, message in told)
    ends = [0.0, *(cue.end for cue in cues)]
    assert all(
        cue.text and end <= cue.start < cue.end for end, cue in zip(ends, cues, strict=False)
    )
