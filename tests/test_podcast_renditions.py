"""One transcript, in every form that podcast apps read."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.contents import Contents
from macros.podcast import renditions
from macros.podcast.transcript import Cue, Transcript
from tests.project import ROOT

GOLDEN = ROOT / "tests/golden/podcast/voorbeeld"
PAGE = "https://voorbeeld.example.org/map/catalogus/voorbeeld/"
CLOCK = r"(\d\d):(\d\d):(\d\d),(\d\d\d)"


def html(*cues: Cue) -> str:
    """Give what stands in the document below its heading."""
    made = renditions.html(Transcript(cues), "Titel", "nl", PAGE)
    return made.split("</h1>\n")[1].split("</body>")[0]


def blocks(srt: str) -> list[tuple[float, float, list[str]]]:
    """Read SRT back: start and end in seconds, and lines; the numbers run from 1."""
    found = []
    for number, block in enumerate(srt.rstrip("\n").split("\n\n"), start=1):
        first, times, *lines = block.split("\n")
        assert first == str(number)
        [start, end] = (
            (int(h) * 3_600_000 + int(m) * 60_000 + int(s) * 1000 + int(ms)) / 1000
            for h, m, s, ms in re.findall(CLOCK, times)
        )
        found.append((start, end, lines))
    return found


def test_each_form_of_the_transcript_is_the_one_that_was_looked_at(example: Contents) -> None:
    """SRT, JSON 1.0.0 and HTML of the example's episode."""
    [episode] = example.episodes
    text, title = episode.transcript, episode.entry.title

    assert renditions.srt(text) == (GOLDEN / "transcript.srt").read_text(encoding="utf-8")
    assert renditions.json(text) == (GOLDEN / "transcript.json").read_bytes()
    assert renditions.html(text, title, "nl", PAGE) == (GOLDEN / "transcript.html").read_text(
        encoding="utf-8"
    )


# --- SRT -----------------------------------------------------------------------------------------


def test_a_long_caption_is_spread_and_shares_its_time() -> None:
    """At most two lines of 32 characters, by preference ending at a comma."""
    said = "Op afstand zie je vooral het resultaat,\nen soms een groen bolletje op je scherm."

    assert blocks(renditions.srt(Transcript((Cue(10, 18, said),)))) == [
        (10.0, 13.949, ["Op afstand zie je", "vooral het resultaat,"]),
        (13.949, 18.0, ["en soms een groen", "bolletje op je scherm."]),
    ]


def test_a_name_stands_where_the_speaker_changes() -> None:
    """Once, with a colon."""
    cues = (
        Cue(0, 1, "Hallo.", "Anna"),
        Cue(1, 2, "Welkom.", "Anna"),
        Cue(2, 3, "Dag.", "Bo"),
        Cue(3, 4, "Muziek."),
        Cue(4, 5, "Nog iets.", "Bo"),
    )

    assert [lines for _, _, lines in blocks(renditions.srt(Transcript(cues)))] == [
        ["Anna: Hallo."],
        ["Welkom."],
        ["Bo: Dag."],
        ["Muziek."],
        ["Bo: Nog iets."],
    ]


def test_a_word_that_is_longer_than_a_line_is_broken() -> None:
    """As Dutch words may be."""
    word = "arbeidsongeschiktheidsverzekeringsmaatschappij"

    [(_, _, lines)] = blocks(renditions.srt(Transcript((Cue(0, 1, word),))))

    assert lines == ["arbeidsongeschiktheidsverzekeri-", "ngsmaatschappij"]


@given(
    st.lists(
        st.lists(st.text("abcdefgh,.", min_size=1, max_size=45), min_size=1, max_size=40),
        min_size=1,
        max_size=5,
    )
)
def test_every_transcript_fits_in_time_and_on_the_lines(texts: list[list[str]]) -> None:
    """However much is said: in order, without overlap, no letter lost."""
    cues = tuple(
        Cue(10 * place, 10 * place + 9.5, " ".join(words), "Anna")
        for place, words in enumerate(texts)
    )

    found = blocks(renditions.srt(Transcript(cues)))

    assert all(len(lines) <= 2 and max(map(len, lines)) <= 32 for _, _, lines in found)
    assert all(start < end for start, end, _ in found)
    assert all(one[1] <= next_one[0] for one, next_one in pairwise(found))
    said = "".join("".join(lines) for _, _, lines in found).removeprefix("Anna:")
    assert re.sub("[- ]", "", said) == "".join("".join(words) for words in texts)


# --- JSON ----------------------------------------------------------------------------------------


def test_json_has_a_segment_for_each_caption_with_exact_times() -> None:
    """Without a name where none is known, and each text on one line."""
    cues = (Cue(0.5, 1.25, 'Eén\n"twee"', "Anna"), Cue(2, 3.5, "<drie> & vier"))

    assert json.loads(renditions.json(Transcript(cues))) == {
        "version": "1.0.0",
        "segments": [
            {"speaker": "Anna", "startTime": 0.5, "endTime": 1.25, "body": 'Eén "twee"'},
            {"startTime": 2, "endTime": 3.5, "body": "<drie> & vier"},
        ],
    }


# --- HTML ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cues", "paragraphs"),
    [
        ((Cue(0, 5, "A.", "Anna"), Cue(5.6, 9, "B.", "Anna")), ["A. B."]),
        ((Cue(0, 5, "A.", "Anna"), Cue(5.7, 9, "B.", "Anna")), ["A.", "B."]),
        ((Cue(0, 5, "A.", "Anna"), Cue(5, 9, "B.", "Bo")), ["A.", "B."]),
        ((Cue(0, 31, "A.", "Anna"), Cue(31, 40, "B.", "Anna")), ["A.", "B."]),
        ((Cue(0, 31, "A,", "Anna"), Cue(31, 40, "B.", "Anna")), ["A, B."]),
    ],
    ids=["goes on", "is quiet", "someone else", "goes on long", "in the middle of a sentence"],
)
def test_a_new_paragraph_starts_where_a_reader_wants_one(
    cues: tuple[Cue, ...], paragraphs: list[str]
) -> None:
    """At another speaker, after a pause, and in a long story after a sentence."""
    assert re.findall("<p>(.*)</p>", html(*cues)) == paragraphs


def test_html_tells_who_speaks_and_when_and_escapes_what_is_said() -> None:
    """In the elements that the standard names, with a time that a machine can read."""
    assert html(Cue(83.4, 90, "Thuis & op <kantoor>", "A & B")) == (
        "<cite>A &amp; B:</cite>\n"
        '<time datetime="PT83S">1:23</time>\n'
        "<p>Thuis &amp; op &lt;kantoor&gt;</p>\n"
    )


def test_html_names_no_speaker_where_none_is_known() -> None:
    """An empty name would be read aloud as a colon."""
    assert html(Cue(0, 5, "Muziek.")) == '<time datetime="PT0S">0:00</time>\n<p>Muziek.</p>\n'


def test_html_is_a_document_of_its_own_without_style_or_script() -> None:
    """With language, title and heading, and the address of the page that it belongs to."""
    made = renditions.html(Transcript((Cue(0, 5, "Hallo."),)), 'A & "B"', "nl", PAGE)
    tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            assert not {name for name, _ in attrs} & {"style", "onclick", "class"}

    Reader().feed(made)

    assert tags == [
        *("html", "head", "meta", "title", "meta", "meta", "link", "body", "h1", "time", "p"),
    ]
    assert made.startswith('<!doctype html>\n<html lang="nl">\n')
    assert "<title>Uitgeschreven tekst: A &amp; &quot;B&quot;</title>" in made
    assert f'<link rel="canonical" href="{PAGE}">' in made
