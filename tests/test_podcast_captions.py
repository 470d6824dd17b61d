"""Captions: no more than two lines of 65 characters, with the time of what is said."""

from hypothesis import given
from hypothesis import strategies as st

from macros.podcast import captions, transcript
from macros.podcast.captions import LINES, WIDTH, SpokenLine
from macros.podcast.transcript import Cue

LONG = (
    "Dit is een korte inleiding bij de tweede podcast uit de goodiebag van Rijksconsultants: "
    "balans in vertrouwen bij werken op afstand."
)


def test_a_short_sentence_is_one_caption_with_its_exact_time() -> None:
    """It stays on one line."""
    assert captions.captions([SpokenLine(1.0, 2.5, "Je hoort een computerstem.")], "Stem") == (
        Cue(1.0, 2.5, "Je hoort een computerstem.", "Stem"),
    )


def test_a_longer_sentence_is_folded_into_two_even_lines() -> None:
    """Two lines of about the same length read best."""
    text = "Op afstand zie je vooral het resultaat, en soms een groen bolletje op je scherm."

    assert captions.split(text) == (
        "Op afstand zie je vooral het resultaat,\nen soms een groen bolletje op je scherm.",
    )


def test_a_sentence_that_does_not_fit_breaks_after_a_colon_and_shares_its_time() -> None:
    """Each part gets time by its number of characters, and the parts touch."""
    first, second = captions.captions([SpokenLine(10.0, 23.0, LONG)], "Stem")

    assert first.text.endswith("Rijksconsultants:")
    assert second.text == "balans in vertrouwen bij werken op afstand."
    assert (first.start, first.end, second.end) == (10.0, second.start, 23.0)
    assert 18.5 < first.end < 19.0


def test_what_is_written_is_what_the_reader_reads() -> None:
    """A remark, special characters and hours survive the way there and back."""
    cues = [
        Cue(0.5, 1.25, "Thuis & op <kantoor>", "A & B"),
        Cue(3661.0, 3662.5, "Twee\nregels", ""),
    ]
    text = captions.webvtt(cues, "Een opmerking.")

    assert text.startswith(
        "WEBVTT\n\nNOTE Een opmerking.\n\n00:00:00.500 --> 00:00:01.250\n<v A &amp; B>Thuis"
    )
    assert "\n01:01:01.000 --> 01:01:02.500\nTwee\nregels\n" in text
    read = transcript.parse(text).cues
    assert [(cue.start, cue.end, cue.text, cue.speaker) for cue in read] == [
        (cue.start, cue.end, cue.text, cue.speaker) for cue in cues
    ]


@given(
    st.lists(st.text("abcdefgh,:.", min_size=1, max_size=30), min_size=1, max_size=60).map(" ".join)
)
def test_every_sentence_fits_and_no_word_is_lost(text: str) -> None:
    """However long it is."""
    parts = captions.split(text)

    assert " ".join(parts).split() == text.split()
    assert all(len(line) <= WIDTH for part in parts for line in part.split("\n"))
    assert all(part.count("\n") < LINES for part in parts)
