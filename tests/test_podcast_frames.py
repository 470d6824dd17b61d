"""What really lies in an MP3, frame by frame."""

import time

import pytest

from macros.podcast.frames import MOST_JUNK, between_tags, frame, walk

SOUND = b"\xff\xfb\x70\xc4" + bytes(309)
"""One frame of 96 kbit/s, mono, 44,100 samples a second: 313 bytes, 1152 samples."""
LOUDER = b"\xff\xfb\x90\xc4" + bytes(413)
"""One frame of 128 kbit/s: 417 bytes."""
ID3V1 = b"TAG" + bytes(125)
APE_HEADER = b"APETAGEX" + bytes([0xD0, 7, 0, 0, 64, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xA0]) + bytes(8)
APE_FOOTER = b"APETAGEX" + bytes([0xD0, 7, 0, 0, 64, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x80]) + bytes(8)


def header(frames: int) -> bytes:
    """Give a header frame that promises a number of frames."""
    body = b"\xff\xfb\x70\xc4" + bytes(17) + b"Info" + bytes([0, 0, 0, 1])
    return (body + frames.to_bytes(4, "big")).ljust(313, b"\0")


def test_the_form_of_a_frame_follows_from_two_bytes() -> None:
    """The tables are those of ISO/IEC 11172-3 and 13818-3, for the third layer."""
    first, half = frame(0xFB, 0x70), frame(0xF3, 0x70)

    assert first is not None
    assert (first.length, first.samples, first.rate, first.bits) == (313, 1152, 44_100, 96_000)
    assert half is not None
    assert (half.length, half.samples, half.rate, half.bits) == (182, 576, 22_050, 56_000)
    assert frame(0xFB, 0xF0) is None, "a bit rate that does not exist"
    assert frame(0xFB, 0x7C) is None, "a sample rate that does not exist"
    assert frame(0xFD, 0x70) is None, "the second layer"


def test_seconds_are_counted_from_the_frames() -> None:
    """A hundred frames of 1152 samples at 44,100 a second."""
    walked = walk(SOUND * 100)

    assert walked.frames == 100
    assert walked.seconds == 100 * 1152 / 44_100
    assert (walked.promised, walked.missing, walked.junk, walked.varies) == (None, 0, 0, False)


def test_the_header_frame_holds_a_promise_and_no_sound() -> None:
    """Xing and Info frames tell how many frames follow."""
    walked = walk(header(100) + SOUND * 60)

    assert (walked.frames, walked.promised, walked.headers) == (60, 100, 1)


def test_tags_around_the_sound_are_stepped_over() -> None:
    """ID3v2 in front; ID3v1 and APEv2 behind."""
    front = b"ID3\x04\x00\x00\x00\x00\x02\x01" + bytes(257)
    ape = b"APETAGEX" + bytes([0xD0, 7, 0, 0, 64, 0, 0, 0, 1, 0, 0, 0]) + bytes(12)
    walked = walk(front + SOUND * 10 + bytes(32) + ape + b"TAG" + bytes(125))

    assert (walked.start, walked.frames, walked.junk, walked.missing) == (267, 10, 0, 0)


@pytest.mark.parametrize(
    "behind",
    [
        ID3V1,
        b"LYRICSBEGIN" + b"Wat er gezegd wordt." + b"LYRICSEND" + ID3V1,
        b"LYRICSBEGIN" + b"IND0000200" + b"000021" + b"LYRICS200",
        b"LYRICSBEGIN" + b"IND0000200" + b"000021" + b"LYRICS200" + ID3V1,
        APE_HEADER + bytes(32) + APE_FOOTER,
        APE_HEADER + bytes(32) + APE_FOOTER + b"LYRICSBEGIN000011LYRICS200" + ID3V1,
    ],
    ids=[
        "ID3v1",
        "Lyrics3 v1",
        "Lyrics3 v2",
        "Lyrics3 v2 and ID3v1",
        "APEv2 with a header",
        "three",
    ],
)
def test_each_known_tag_behind_the_sound_is_none_of_it(behind: bytes) -> None:
    """Also where several follow each other."""
    assert between_tags(SOUND * 10 + behind) == (0, 3130)
    assert walk(SOUND * 10 + behind).tail == 0


@pytest.mark.parametrize(
    "behind",
    [
        b"LYRICS200",
        b"LYRICSEND",
        b"000021LYRICS200",
        b"999999LYRICS200",
        APE_FOOTER[:12] + bytes(20),
        APE_FOOTER[:12] + b"\xff" * 4 + APE_FOOTER[16:],
    ],
)
def test_a_tag_whose_size_cannot_be_is_no_tag(behind: bytes) -> None:
    """Nothing is taken from the sound for it, and the search ends."""
    assert between_tags(SOUND * 10 + behind) == (0, 3130 + len(behind))
    assert between_tags(behind) == (0, len(behind))


def test_what_lies_behind_the_last_frame_is_counted() -> None:
    """Zeros too, and between the sound and a tag; junk elsewhere is no tail."""
    assert walk(SOUND * 10 + b"<html>fout</html>\n").tail == 18
    assert walk(SOUND * 10 + bytes(7) + ID3V1).tail == 7
    assert walk(bytes(9) + SOUND * 3 + bytes(9) + SOUND * 3).tail == 0


def test_a_last_frame_that_is_cut_off_shows() -> None:
    """Even where only its first byte is left."""
    assert walk(SOUND * 10 + SOUND[:200]).missing == 113
    assert walk(SOUND * 10 + SOUND[:1]).missing > 0
    assert walk(SOUND * 10).missing == 0


def test_junk_between_frames_is_measured_and_the_sound_behind_it_found() -> None:
    """The largest stretch counts, with its place."""
    walked = walk(SOUND * 3 + bytes(200) + SOUND * 3 + bytes(700) + SOUND * 3)

    assert (walked.frames, walked.junk, walked.junk_at) == (9, 700, 6 * 313 + 200)


def test_a_gap_is_where_sound_breaks_off_and_goes_on() -> None:
    """The first one; junk in front of the sound or behind it is none."""
    assert walk(SOUND * 3 + bytes(9) + SOUND * 3 + bytes(700) + SOUND * 3).gap_at == 3 * 313
    assert walk(SOUND * 3 + SOUND[:99] + SOUND * 3).gap_at == 4 * 313
    assert walk(bytes(700) + SOUND * 3 + bytes(700)).gap_at is None


def test_a_second_header_betrays_recordings_glued_together() -> None:
    """Also when the second one begins with tags."""
    one = header(3) + SOUND * 3

    assert walk(one).headers == 1
    assert walk(one + one).headers == 2
    assert walk(one + b"ID3\x04\x00\x00\x00\x00\x00\x20" + bytes(32) + SOUND).headers == 2


def test_a_bit_rate_that_changes_is_noticed() -> None:
    """Padding, which makes some frames a byte longer, is no change."""
    padded = b"\xff\xfb\x72\xc4" + bytes(310)

    assert walk(SOUND + padded + SOUND).varies is False
    assert walk(SOUND + LOUDER + SOUND).varies is True


def test_any_bytes_are_walked_quickly() -> None:
    """Damage ends the walk, so five megabytes of anything take no time."""
    start = time.process_time()
    for data in (
        b"\xff" * 5_000_000,
        b"\xff\xfb" * 2_500_000,
        bytes(5_000_000),
        b"ID3" * 10,
        b"\xff",
    ):
        assert walk(data).frames == 0
    assert walk(SOUND + b"\xff" * 5_000_000).junk > MOST_JUNK

    assert time.process_time() - start < 1


def test_two_megabytes_of_sound_take_well_under_a_tenth_of_a_second() -> None:
    """A check of all episodes stays quick."""
    data = SOUND * (2_000_000 // len(SOUND))
    walk(data)

    start = time.process_time()
    walk(data)
    assert time.process_time() - start < 0.1
