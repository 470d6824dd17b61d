"""Artwork that apps accept, and what they would refuse."""

from pathlib import Path

import pytest

from macros.podcast import artwork
from macros.podcast.artwork import ArtworkError
from tests.project import EXAMPLE, ROOT


def jpeg(width: int, height: int, colours: int = 3, frame_type: int = 0xC0) -> bytes:
    """Give the skeleton of a JPEG: its start, an application segment, its frame and its end."""
    frame = bytes([8, height >> 8, height & 255, width >> 8, width & 255, colours]) + bytes(
        3 * colours
    )
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(9)
        + bytes([0xFF, frame_type]) + (len(frame) + 2).to_bytes(2, "big") + frame + b"\xff\xd9"
    )  # fmt: skip


def png(width: int, height: int, colour_type: int = 2, more: bytes = b"") -> bytes:
    """Give the skeleton of a PNG: its header and its end."""
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, colour_type, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
        + header
        + bytes(4)
        + more
        + bytes(4)  # a chunk begins with its length
        + b"IEND\xaeB`\x82"
    )


def test_our_own_cover_is_as_large_as_apps_accept() -> None:
    """Three thousand pixels, and at most half a megabyte."""
    facts = artwork.read(ROOT / "podcasts/cover.jpg")

    assert (facts.width, facts.height, facts.mime_type) == (3000, 3000, "image/jpeg")
    assert (ROOT / "podcasts/cover.jpg").stat().st_size <= 512_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", jpeg(1400, 1400)),
        ("a.jpg", jpeg(3000, 3000, frame_type=0xC2)),
        ("a.jpg", jpeg(2000, 2000).replace(b"\xff\xc0", b"\xff\xff\xff\xc0")),
        ("a.jpg", jpeg(2000, 2000).ljust(512_000, b"\0")),
        ("a.png", png(2000, 2000)),
        ("a.png", png(2000, 2000, 3, b"\0\0\0\4tEXttRNS" + bytes(4))),
    ],
    ids=["small", "progressive", "filled up", "heavy", "png", "png with text"],
)
def test_square_artwork_of_the_right_size_is_accepted(
    tmp_path: Path, name: str, data: bytes
) -> None:
    """As JPEG or PNG."""
    (tmp_path / name).write_bytes(data)

    assert artwork.read(tmp_path / name).width >= 1400


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.jpg", b"", "dit is geen JPEG of PNG."),
        ("a.jpg", b"GIF89a", "dit is geen JPEG of PNG."),
        ("a.jpg", b"version https://git-lfs.github.com/spec/v1", "dit is geen JPEG of PNG."),
        ("a.jpg", png(2000, 2000), "dit is een PNG, maar het bestand heet a.jpg."),
        ("a.png", jpeg(2000, 2000), "dit is een JPEG, maar het bestand heet a.png."),
        ("a.jpg", jpeg(2000, 1500), "dit plaatje is 2000 bij 1500 pixels en dus niet vierkant."),
        (
            "a.jpg",
            jpeg(1399, 1399),
            "dit plaatje is 1399 pixels breed; dat moet tussen 1400 en 3000 zijn.",
        ),
        ("a.jpg", jpeg(3001, 3001), "dit plaatje is 3001 pixels breed;"),
        ("a.jpg", jpeg(2000, 2000, 4), "de kleuren van dit plaatje zijn voor drukwerk (CMYK)."),
        ("a.jpg", jpeg(2000, 2000, 1), "dit plaatje heeft alleen grijs; apps vragen kleur (RGB)."),
        ("a.png", png(2000, 2000, 0), "dit plaatje heeft alleen grijs; apps vragen kleur (RGB)."),
        (
            "a.jpg",
            jpeg(2000, 2000, frame_type=0xC3),
            "dit is een bijzondere JPEG, die apps niet kunnen laten zien.",
        ),
        (
            "a.jpg",
            jpeg(2000, 2000).ljust(512_001, b"\0"),
            "dit plaatje telt 512001 bytes; het mogen er hooguit 512000 zijn. Sla het op met een lagere kwaliteit.",
        ),
        ("a.jpg", jpeg(2000, 2000)[:-2], "dit plaatje is afgebroken."),
        ("a.jpg", b"\xff\xd8\xff\xff\xd9", "dit plaatje is beschadigd."),
        ("a.png", png(2000, 2000)[:-6], "dit plaatje is afgebroken."),
        ("a.png", png(2000, 2000, 6), "dit plaatje is doorzichtig."),
        ("a.png", png(2000, 2000, 4), "dit plaatje is doorzichtig."),
        ("a.png", png(2000, 2000, 3, b"\0\0\0\1tRNS" + bytes(5)), "dit plaatje is doorzichtig."),
        (
            "a.png",
            png(2000, 2000, 3, b"\0\0\x20\0IDAT" + bytes(8196) + b"\0\0\0\1tRNS" + bytes(5)),
            "dit plaatje is doorzichtig.",
        ),
    ],
)
def test_artwork_that_apps_refuse_is_refused_here(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    """With what is wrong, and what to make instead."""
    (tmp_path / name).write_bytes(data)

    with pytest.raises(ArtworkError) as error:
        artwork.read(tmp_path / name)

    assert str(error.value).startswith(told)
    assert str(error.value).endswith("Maak een vierkante JPEG van 3000 bij 3000 pixels.")


def test_missing_artwork_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    """Neither gives a traceback."""
    with pytest.raises(ArtworkError, match="dit bestand is er niet"):
        artwork.read(tmp_path / "weg.jpg")
    with pytest.raises(ArtworkError, match="dit bestand kan ik niet openen"):
        artwork.read(tmp_path)


def test_the_small_copy_lies_beside_the_cover_and_fits_in_a_recording() -> None:
    """Our own and that of the example: 600 pixels, and at most a hundred kilobytes."""
    assert artwork.small("cover.png") == "cover-small.jpg"
    for folder in (ROOT / "podcasts", EXAMPLE / "podcasts"):
        assert len(artwork.read_small(folder / "cover-small.jpg")) <= 100_000


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (jpeg(601, 601), "dit plaatje is 601 pixels breed en telt 41 bytes."),
        (jpeg(600, 600).ljust(100_001, b"\0"), "dit plaatje is 600 pixels breed en telt 100001 bytes."),
        (jpeg(600, 500), "dit plaatje is 600 bij 500 pixels en dus niet vierkant."),
        (png(600, 600), "dit is een PNG, maar het bestand heet cover-small.jpg."),
        (b"", "dit is geen JPEG of PNG."),
    ],
)  # fmt: skip
def test_another_small_copy_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    """With its own remedy."""
    (tmp_path / "cover-small.jpg").write_bytes(data)

    with pytest.raises(ArtworkError) as error:
        artwork.read_small(tmp_path / "cover-small.jpg")

    assert str(error.value) == (
        f"{told} Maak van de omslag een JPEG van 600 bij 600 pixels en hooguit 100 kB, of teken "
        "beide opnieuw met: goodiebag cover."
    )
