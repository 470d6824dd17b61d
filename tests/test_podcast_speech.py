"""Putting speech together: every sentence at its exact time, every chapter on a whole second."""

from array import array
from pathlib import Path

import pytest

from macros.podcast import script, speech

TEXT = """\
# Titel

## Begin

Een. Twee.

Drie.

## Slot

Vier.
"""


def tone(sentence: str) -> "array[int]":
    """Speak a sentence as a steady sound of a tenth of a second per letter, with silence around it."""
    quiet = array("h", bytes(2 * 1000))
    return quiet + array("h", [5000]) * (len(sentence) * speech.RATE // 10) + quiet


def test_every_sentence_has_the_time_at_which_it_sounds() -> None:
    """What stands between start and end is the sentence and nothing else."""
    take = speech.speak(script.parse(TEXT), tone)

    assert [line.text for line in take.lines] == ["Een.", "Twee.", "Drie.", "Vier."]
    for line in take.lines:
        begin, end = round(line.start * speech.RATE), round(line.end * speech.RATE)
        assert set(take.samples[begin:end]) == {5000}
        assert take.samples[begin - 1] == take.samples[end] == 0


def test_silences_are_longer_after_a_paragraph_and_longest_after_a_chapter() -> None:
    """Their lengths are exact, because the silence that a sentence brings is taken away."""
    one, two, three, four = speech.speak(script.parse(TEXT), tone).lines

    assert one.start == pytest.approx(speech.OPENING, abs=0.001)
    assert two.start - one.end == pytest.approx(speech.AFTER_SENTENCE, abs=0.001)
    assert three.start - two.end == pytest.approx(speech.AFTER_PARAGRAPH, abs=0.001)
    assert four.start - three.end >= speech.AFTER_CHAPTER


@pytest.mark.parametrize("letters", range(10))
def test_chapters_begin_on_whole_seconds_just_before_their_first_sentence(letters: int) -> None:
    """However long what stands before: an entry writes minutes and seconds."""
    take = speech.speak(script.parse(TEXT.replace("Drie", "Drie" + "e" * letters)), tone)

    assert [title for _, title in take.chapters] == ["Begin", "Slot"]
    assert take.chapters[0][0] == 0
    start = take.lines[3].start
    assert start - take.chapters[1][0] == pytest.approx(speech.BEFORE_CHAPTER, abs=0.001)
    assert start - take.lines[2].end >= speech.AFTER_CHAPTER + speech.BEFORE_CHAPTER - 0.001
    assert take.seconds - take.lines[-1].end == pytest.approx(speech.ENDING, abs=0.001)


def test_samples_go_into_a_file_and_come_back(tmp_path: Path) -> None:
    """Sixteen bits, mono, 22,050 a second; another form is refused."""
    samples = array("h", [0, 1, -1, 32_767, -32_768])
    speech.write_wave(samples, tmp_path / "zin.wav")

    assert speech.read_wave(tmp_path / "zin.wav") == samples

    data = bytearray((tmp_path / "zin.wav").read_bytes())
    data[24:28] = (8000).to_bytes(4, "little")
    (tmp_path / "zin.wav").write_bytes(data)
    with pytest.raises(ValueError, match="8000"):
        speech.read_wave(tmp_path / "zin.wav")


def test_silence_alone_is_trimmed_to_nothing() -> None:
    """A sentence without sound takes no time."""
    assert len(speech.trimmed(array("h", [0, 3, -3, 0]))) == 0


def test_the_voice_is_dutch_and_reads_utf_8() -> None:
    """The command line of espeak-ng."""
    command = " ".join(speech.ESPEAK)

    assert command.startswith("espeak-ng -v nl ")
    assert " -b 1 " in command
