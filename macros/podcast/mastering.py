"""Makes a voice pleasant and equally loud, by ffmpeg: WAV in, MP3 of 96 kbit/s mono out.

The commands take no clock and write no version, so that the same sound gives the same bytes with
the same ffmpeg.
"""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

TARGET = -19.0
"""Loudness in LUFS (EBU R 128), the convention for mono speech."""
TOLERANCE = 1.0
HIGHEST_PEAK = -1.0
"""The highest true peak, in dBTP."""

_TONE = (
    "aresample=44100",
    "highpass=f=70",  # below the voice is only rumble
    "equalizer=f=190:t=q:w=0.9:g=2.5",  # more body
    "equalizer=f=3100:t=q:w=1.1:g=-3.5",  # less of the sharp middle of a computer voice
    "treble=f=7500:g=-4",  # softer hiss
    "allpass=f=120:t=q:w=0.7",  # these three spread the pulses of a computer voice in time,
    "allpass=f=350:t=q:w=0.7",  # which lowers its peaks by a decibel and is not heard as
    "allpass=f=900:t=q:w=0.7",  # a change of tone
    "acompressor=threshold=-20dB:ratio=2.5:attack=6:release=140:makeup=1",
)
_QUIETLY = ("ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-y")


@dataclass(frozen=True)
class Loudness:
    """How loud a recording is: `integrated` in LUFS, `peak` in dBTP (EBU R 128)."""

    integrated: float
    peak: float

    @property
    def fits(self) -> bool:
        """Tell whether it is as loud as our episodes should be, and never too loud."""
        return abs(self.integrated - TARGET) <= TOLERANCE and self.peak <= HIGHEST_PEAK


def measure_command(source: Path, *, toned: bool) -> list[str]:
    """Give the command that measures a recording, with our tone applied first or as it is."""
    filters = ",".join([*(_TONE if toned else ()), "ebur128=peak=true:framelog=verbose"])
    return [*_QUIETLY, "-i", str(source), "-af", filters, "-f", "null", "-"]


def encode_command(source: Path, target: Path, gain: float) -> list[str]:
    """Give the command that applies tone and `gain` (dB), limits the peaks and writes the MP3."""
    limiter = "alimiter=limit=0.8:attack=3:release=60:level=false"
    filters = ",".join([*_TONE, f"volume={gain:.1f}dB", limiter])
    exact = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact")
    bare = ("-id3v2_version", "0", "-write_id3v1", "0")
    sound = ("-c:a", "libmp3lame", "-b:a", "96k", "-ac", "1", "-ar", "44100")
    return [*_QUIETLY, "-i", str(source), "-af", filters, *sound, *exact, *bare, str(target)]


def loudness(report: str) -> Loudness:
    """Read the summary that ffmpeg's ebur128 filter prints; ValueError if there is none."""
    summary = report.rpartition("Summary:")[2]
    integrated = re.search(r"I:\s+(-?[\d.]+) LUFS", summary)
    peak = re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary)
    if not integrated or not peak:
        raise ValueError("ffmpeg gaf geen meting van het geluid")
    return Loudness(float(integrated[1]), float(peak[1]))


def measure(source: Path, *, toned: bool = False) -> Loudness:
    """Measure a recording with ffmpeg; raises CalledProcessError if that fails."""
    done = subprocess.run(
        measure_command(source, toned=toned), capture_output=True, text=True, check=True
    )
    return loudness(done.stderr)


def master(source: Path, target: Path) -> Loudness:
    """Write `source` (WAV) as a finished MP3 and give how loud that is.

    Raises CalledProcessError if ffmpeg fails.
    """
    gain = TARGET - measure(source, toned=True).integrated
    subprocess.run(encode_command(source, target, gain), capture_output=True, check=True)
    gain += TARGET - measure(target).integrated  # the MP3 encoder turns the sound down a little
    subprocess.run(encode_command(source, target, gain), capture_output=True, check=True)
    return measure(target)
