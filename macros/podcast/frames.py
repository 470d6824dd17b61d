"""Walks over the frames of an MP3 (MPEG-1/2/2.5 Layer III), because headers lie and frames do not.

A file that was cut off, glued together or overwritten in the middle still has a good header; only
counting what is really there shows it.
"""

from dataclasses import dataclass
from functools import lru_cache

MOST_JUNK = 1500
"""Bytes that are no sound and no tag, in one place; more is damage. Some encoders leave a few in front."""

_MOST_LYRICS = 5120
"""Bytes of a tag of Lyrics3 version 1, which does not tell its size: 5100 of text and its ends."""

_LONGEST = 1441
"""Bytes of the longest frame that there can be."""
_RATES = {0b11: 44_100, 0b10: 22_050, 0b00: 11_025}
_STEPS = {0: (1, 1), 1: (160, 147), 2: (320, 441)}
_KBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


@dataclass(frozen=True)
class Frame:
    """The form of one frame: its length in bytes, samples, samples a second and bits a second."""

    length: int
    samples: int
    rate: int
    bits: int


@dataclass(frozen=True)
class Walk:
    """What lies in an MP3.

    `frames` and `seconds` leave the header frame (Xing or Info) out; `promised` is the number of
    frames that this header names; `start` is where the first frame begins; `junk` is the largest
    number of bytes in one place that are neither sound nor tag, `junk_at` where they begin;
    `gap_at` is where sound breaks off to go on after such bytes, None where it never does;
    `tail` is how many such bytes lie behind the last frame; `missing` is how many bytes that frame
    lacks; `headers` counts header frames and tags between frames, which is more than one where
    files were glued together.
    """

    frames: int
    seconds: float
    start: int
    promised: int | None
    headers: int
    varies: bool
    junk: int
    junk_at: int
    gap_at: int | None
    tail: int
    missing: int


@lru_cache(maxsize=4096)
def frame(second: int, third: int) -> Frame | None:
    """Give the form of a frame by the second and third byte of its header, None if it has none."""
    version, layer = second >> 3 & 0b11, second >> 1 & 0b11
    index, step, padding = third >> 4, third >> 2 & 0b11, third >> 1 & 1
    if second < 0xE0 or version == 0b01 or layer != 0b01 or index in (0, 15) or step == 3:
        return None
    up, down = _STEPS[step]
    rate = _RATES[version] * up // down
    newest = version == 0b11
    bits = (_KBITS_1 if newest else _KBITS_2)[index] * 1000
    samples = 1152 if newest else 576
    return Frame(samples // 8 * bits // rate + padding, samples, rate, bits)


def walk(data: bytes) -> Walk:
    """Walk over the whole of an MP3 file; stops at the first damage, so that any input is quick."""
    start, end = between_tags(data)
    position = start
    frames, samples, rate, bits = 0, 0, 0, 0
    promised: int | None = None
    headers, varies, junk, junk_at, tail, missing = 0, False, 0, 0, 0, 0
    gap_at: int | None = None
    # Only up to the last of these words can a frame be a header, and nearly all come after it.
    last_header = max(data.rfind(word) for word in (b"Xing", b"Info", b"VBRI"))
    while position < end:
        # Nearly all of a recording is one frame of sound behind another: those in one breath.
        while rate and last_header < position < end - _LONGEST and data[position] == 0xFF:
            found = frame(data[position + 1], data[position + 2])
            if found is None or found.rate != rate:
                break
            frames += 1
            samples += found.samples
            varies = varies or found.bits != bits
            position += found.length
        found = _frame_at(data, position, end)
        if found is None and end - position < 4 and data[position] == 0xFF:
            missing = 4 - (end - position)
            break
        if found is None or (rate and found.rate != rate):
            after = _next_frame(data, position + 1, end, rate)
            if data[position : position + 3] == b"ID3":
                headers += 1
            if after - position > junk:
                junk, junk_at = after - position, position
            if gap_at is None and rate and after < end:
                gap_at = position
            tail = after - position if after == end else 0
            if junk > MOST_JUNK:
                break
            position = after
            continue
        if not rate:
            start, rate, bits = position, found.rate, found.bits
        if position + found.length > end:
            missing = position + found.length - end
            break
        promise = _promise(data, position, found) if position < last_header else None
        if promise is not None:
            headers += 1
            promised = promise if headers == 1 else promised
        else:
            frames += 1
            samples += found.samples
            varies = varies or found.bits != bits
        position += found.length
    seconds = samples / rate if rate else 0.0
    return Walk(
        frames, seconds, start, promised, headers, varies, junk, junk_at, gap_at, tail, missing
    )


def _frame_at(data: bytes, position: int, end: int) -> Frame | None:
    if position + 4 > end or data[position] != 0xFF:
        return None
    return frame(data[position + 1], data[position + 2])


def _next_frame(data: bytes, position: int, end: int, rate: int) -> int:
    """Give where sound goes on: a frame with another one behind it; near `position`, or give up."""
    limit = min(end, position + MOST_JUNK + 1)
    while (position := data.find(b"\xff", position, limit)) != -1:
        found = _frame_at(data, position, end)
        if found is not None and rate in (0, found.rate):
            after = position + found.length
            following = _frame_at(data, after, end)
            if after == end or (following is not None and following.rate == found.rate):
                return position
        position += 1
    return limit


def _promise(data: bytes, position: int, found: Frame) -> int | None:
    """Give the number of frames that a header frame names; 0 if it names none, None for sound."""
    first, last = position + 4, position + min(found.length, 44)
    place = max(data.find(b"Xing", first, last), data.find(b"Info", first, last))
    if place != -1:
        named = data[place + 7] & 1
        return int.from_bytes(data[place + 8 : place + 12], "big") if named else 0
    if data.startswith(b"VBRI", position + 36, position + found.length):
        return int.from_bytes(data[position + 50 : position + 54], "big")
    return None


def between_tags(data: bytes) -> tuple[int, int]:
    """Give where the sound starts and ends between tags: ID3v2 in front; ID3v1, APEv2, Lyrics3 behind.

    A tag that is cut off gives a start beyond the end of the data.
    """
    start, end = 0, len(data)
    while data[start : start + 3] == b"ID3" and len(data) >= start + 10:
        size = 0
        for byte in data[start + 6 : start + 10]:
            size = size << 7 | byte & 0x7F
        start += size + (20 if data[start + 5] & 0x10 else 10)
    while 0 < (size := _tag_behind(data, end)) <= end - start:
        end -= size
    return start, max(start, end)


def _tag_behind(data: bytes, end: int) -> int:
    """Give the size of the tag that ends at `end`; 0 where none does."""
    if data[end - 128 : end - 125] == b"TAG":
        return 128
    if data[end - 32 : end - 24] == b"APETAGEX":
        size = int.from_bytes(data[end - 20 : end - 16], "little")
        return size + (32 if data[end - 9] & 0x80 else 0)
    lyrics, digits = b"LYRICSBEGIN", data[end - 15 : end - 9]
    if data[end - 9 : end] == b"LYRICS200" and digits.isdigit():
        place = end - 15 - int(digits)
        return end - place if data.startswith(lyrics, max(0, place)) else 0
    if data[end - 9 : end] == b"LYRICSEND":
        place = data.rfind(lyrics, max(0, end - _MOST_LYRICS), end)
        return end - place if place != -1 else 0
    return 0
