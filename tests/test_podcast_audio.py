"""The facts of a recording, and every kind of file that is none."""

from pathlib import Path

import pytest

from macros.podcast import audio
from macros.podcast.audio import AudioError
from macros.podcast.frames import between_tags
from tests.project import EXAMPLE, ROOT

TAGGED = (EXAMPLE / "podcasts/audio/voorbeeld.mp3").read_bytes()
REAL = TAGGED[slice(*between_tags(TAGGED))]
"""The sound of the example, without the tags around it."""
FRAME = 313
"""Bytes in nearly every frame of 96 kbit/s; the first one is the header frame."""
INSIDE = 9090
"""Where one of its frames begins, halfway the first second."""
SOUND = b"\xff\xfb\x70\xc4" + bytes(309)
SLOW = b"\xff\xf3\x10\xc4" + bytes(22)
"""A frame of 8 kbit/s and 22,050 samples a second: a kilobyte is a second."""
LOUDER = b"\xff\xfb\x90\xc4" + bytes(413)
TAG = b"ID3\x04\x00\x00\x00\x00\x02\x00" + bytes(256)


def read(folder: Path, data: bytes) -> audio.Audio:
    """Read data as the file of a recording."""
    file = folder / "opname.mp3"
    file.write_bytes(data)
    return audio.read(file)


def test_size_and_length_are_read_from_the_file() -> None:
    """Nobody types them: bytes, seconds, bits and samples a second, channels."""
    facts = audio.read(EXAMPLE / "podcasts/audio/voorbeeld.mp3")

    assert facts.bytes == len(TAGGED)
    assert facts.seconds == pytest.approx(3.0, abs=0.01)
    assert (facts.bitrate, facts.sample_rate, facts.channels) == (96_000, 44_100, 1)
    assert facts.mime_type == "audio/mpeg"


@pytest.mark.parametrize(
    "file", sorted((ROOT / "podcasts/audio").glob("*.mp3")), ids=lambda file: file.stem
)
def test_our_own_episodes_are_as_the_design_says(file: Path) -> None:
    """One and a half to three minutes, 96 kbit/s, mono."""
    facts = audio.read(file)

    assert 90 <= facts.seconds <= 180
    assert (facts.bitrate, facts.channels, facts.sample_rate) == (96_000, 1, 44_100)


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (TAGGED, 3.0),
        (TAG + REAL, 3.0),
        (REAL + b"TAG" + bytes(125), 3.0),
        (TAG + TAG + REAL, 3.0),
        (bytes(1000) + REAL, 3.0),
        (TAG + bytes(1000) + REAL, 3.0),
        (REAL + b"LYRICSBEGIN000011LYRICS200" + b"TAG" + bytes(125), 3.0),
        (SOUND * 200, 5.22),
        (REAL[FRAME:], 3.0),
        (bytes(1400) + SLOW * 200, 5.22),
    ],
    ids=[
        "our own tags",
        "tags in front",
        "tags behind",
        "tags twice",
        "a little junk in front",
        "a little junk between tags and sound",
        "lyrics and tags behind",
        "no header frame",
        "header frame lost",
        "junk that would count as seconds",
    ],
)
def test_a_whole_recording_is_accepted_in_any_dress(
    tmp_path: Path, data: bytes, seconds: float
) -> None:
    """Tags and a missing header frame do no harm at one fixed quality."""
    assert read(tmp_path, data).seconds == pytest.approx(seconds, abs=0.06)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "dit bestand is leeg."),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS, niet de opname zelf. Haal hem op met: git lfs pull."),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "dit is een plaatje (PNG), geen mp3. Maak er eerst een mp3 van"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "dit is een plaatje (JPEG), geen mp3."),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "dit is een WAV-bestand, geen mp3."),
        (b"\x00\x00\x00\x20ftypM4A ", "dit is een M4A-bestand, geen mp3."),
        (b"OggS" + bytes(99), "dit is een Ogg- of Opus-bestand, geen mp3."),
        (b"fLaC" + bytes(99), "dit is een FLAC-bestand, geen mp3."),
        (b"\x00\x00\x00\x18styp" + bytes(99), "dit is een M4A-bestand, geen mp3."),
        (b"\x00\x00\x00\x18moof" + bytes(99), "dit is een M4A-bestand, geen mp3."),
        (TAG + b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(99), "dit is een WAV-bestand, geen mp3."),
        (b"\xff\xf1\x50\x80" + bytes(99), "dit is een AAC-bestand, geen mp3."),
        (b"\xff\xfd\x70\xc4" + bytes(99), "dit is een MP2-bestand, geen mp3."),
        (b"\xff" * 9000, "dit bestand begint niet met mp3-geluid."),
        (b"%PDF-1.7", "dit is een pdf, geen mp3."),
        (b"PK\x03\x04" + bytes(99), "dit is een zipbestand, geen mp3."),
        (b"\n<!DOCTYPE html><title>Inloggen</title>", "dit is een webpagina, geen mp3."),
        (b"Hier komt de opname, zodra hij klaar is.", "dit is tekst, geen mp3."),
        (TAG, "hier zit geen mp3-geluid in."),
        (REAL[:FRAME], "hier zit geen mp3-geluid in."),
        (bytes(40_000), "dit bestand begint niet met mp3-geluid."),
    ],
)  # fmt: skip
def test_what_is_no_mp3_is_called_by_its_name(tmp_path: Path, data: bytes, told: str) -> None:
    """The first bytes decide, never the name of the file."""
    with pytest.raises(AudioError) as error:
        read(tmp_path, data)

    assert told in str(error.value)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (REAL[: len(REAL) // 2], "dit bestand is afgebroken na 1 seconden."),
        (REAL[:200], "dit bestand is afgebroken na 0 seconden."),
        (REAL[:-10], "dit bestand is afgebroken na 3 seconden."),
        (REAL[: FRAME * 60], "dit bestand is afgebroken na "),
        (TAG[:100], "dit bestand is afgebroken, nog voor het geluid begint."),
        (REAL + REAL, "dit zijn meer opnamen achter elkaar geplakt."),
        (REAL + REAL[FRAME:], "er zit meer geluid in dit bestand dan het zelf zegt"),
        (REAL[:9000] + bytes(9000) + REAL[18000:], f"vanaf byte {INSIDE} staat er iets dat geen geluid is."),
        (REAL[:9000] + bytes(900) + REAL[9900:], f"vanaf byte {INSIDE} staat er iets dat geen geluid is."),
        (REAL[:INSIDE] + bytes(3000) + REAL[INSIDE:], f"vanaf byte {INSIDE} staat er iets dat geen geluid is."),
        (bytes(3000) + REAL, "dit bestand begint niet met mp3-geluid."),
        (REAL[:INSIDE] + bytes(90) + REAL[INSIDE:], f"vanaf byte {INSIDE} staat er iets dat geen geluid is."),
        (REAL + b"<html>fout</html>\n", "achter het geluid staat nog iets dat er niet bij hoort (18 bytes)."),
        (TAGGED + b"\n", "achter het geluid staat nog iets dat er niet bij hoort (1 byte)."),
        (REAL + bytes(1000) + b"TAG" + bytes(125), "achter het geluid staat nog iets dat er niet bij hoort (1000 bytes)."),
        (SOUND * 200 + bytes(1500), "achter het geluid staat nog iets dat er niet bij hoort (1500 bytes)."),
        (REAL + bytes(2000), f"vanaf byte {len(REAL)} staat er iets dat geen geluid is."),
        (TAGGED + TAGGED, "dit zijn meer opnamen achter elkaar geplakt."),
        ((SOUND + LOUDER) * 100, "de kwaliteit van deze mp3 wisselt (VBR), maar de lengte staat er niet in."),
        (SOUND * 20 + (bytes(1200) + SOUND * 5) * 10, f"vanaf byte {20 * FRAME} staat er iets dat geen geluid is."),
    ],
    ids=[
        "half", "first bytes", "last bytes missing", "frames missing", "tag cut off", "twice", "twice without header",
        "zeros inside", "a few zeros inside", "junk inside", "junk in front", "a little junk inside",
        "a page behind", "a line behind", "zeros behind", "zeros behind any sound", "much behind",
        "twice with tags", "vbr without length", "a little junk everywhere",
    ],
)  # fmt: skip
def test_a_damaged_recording_is_refused_with_what_is_wrong(
    tmp_path: Path, data: bytes, told: str
) -> None:
    """Headers alone would have believed most of these."""
    with pytest.raises(AudioError) as error:
        read(tmp_path, data)

    assert told in str(error.value)


def test_every_message_says_what_to_do(tmp_path: Path) -> None:
    """A remedy is a sentence of its own that tells the reader to do something."""
    for data in (
        b"",
        b"RIFF",
        TAG,
        REAL[:200],
        REAL + REAL,
        bytes(3000) + REAL,
        (SOUND + LOUDER) * 9,
    ):
        with pytest.raises(AudioError) as error:
            read(tmp_path, data)
        assert any(verb in str(error.value) for verb in ("Zet ", "Maak ", "Voeg ", "Sla ")), str(
            error.value
        )


def test_a_missing_recording_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    """Neither gives a traceback."""
    with pytest.raises(AudioError, match="dit bestand is er niet"):
        audio.read(tmp_path / "weg.mp3")
    with pytest.raises(AudioError, match="dit bestand kan ik niet openen"):
        audio.read(tmp_path)
