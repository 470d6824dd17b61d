"""Making a voice equally loud: the command lines of ffmpeg and its measurements."""

from pathlib import Path

import pytest

from macros.podcast import mastering
from macros.podcast.mastering import Loudness

REPORT = """\
[Parsed_ebur128_0 @ 0x1] Summary:
  Integrated loudness:
    I:         -70.0 LUFS
  True peak:
    Peak:       -inf dBFS
[Parsed_ebur128_0 @ 0x1] Summary:

  Integrated loudness:
    I:         -25.8 LUFS
    Threshold: -36.0 LUFS

  Loudness range:
    LRA:         3.1 LU

  True peak:
    Peak:       -9.2 dBFS
"""


def test_the_last_summary_of_ffmpeg_counts() -> None:
    """Integrated loudness and true peak."""
    assert mastering.loudness(REPORT) == Loudness(-25.8, -9.2)


def test_a_report_without_a_measurement_is_an_error() -> None:
    """Silence about the loudness is no loudness."""
    with pytest.raises(ValueError, match="geen meting"):
        mastering.loudness("Conversion failed!")


@pytest.mark.parametrize(
    ("integrated", "peak", "fits"),
    [
        (-19.0, -2.0, True),
        (-20.0, -1.0, True),
        (-18.0, -1.0, True),
        (-20.1, -2.0, False),
        (-19.0, -0.9, False),
    ],
)
def test_loudness_fits_within_one_unit_and_below_the_highest_peak(
    integrated: float, peak: float, fits: bool
) -> None:
    """The convention for mono speech."""
    assert Loudness(integrated, peak).fits is fits


def test_the_mp3_is_96_kbit_mono_and_holds_no_clock_and_no_version() -> None:
    """So the same sound gives the same bytes."""
    command = mastering.encode_command(Path("in.wav"), Path("uit.mp3"), 6.84)
    line = " ".join(command)

    assert "-c:a libmp3lame -b:a 96k -ac 1 -ar 44100" in line
    assert (
        "-map_metadata -1 -fflags +bitexact -flags:a +bitexact -id3v2_version 0 -write_id3v1 0"
        in line
    )
    assert "volume=6.8dB,alimiter=" in line
    assert command[-1] == "uit.mp3"


def test_a_finished_recording_is_measured_as_it_is() -> None:
    """Tone is applied only where the recording still has to get it."""
    assert "equalizer" in " ".join(mastering.measure_command(Path("in.wav"), toned=True))
    assert mastering.measure_command(Path("uit.mp3"), toned=False)[-5:] == [
        "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-",
    ]  # fmt: skip
