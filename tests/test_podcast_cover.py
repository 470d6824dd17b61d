"""Drawing the artwork again, by a real browser."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from macros.podcast import artwork, cover
from macros.podcast.cover import CoverError
from tests import chromium

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" width="1000" height="1000">
<rect width="1000" height="1000" fill="#fffaf0"/><circle cx="500" cy="500" r="300" fill="#f28c28"/>
</svg>
"""


def test_a_drawing_becomes_square_artwork_of_the_largest_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A JPEG that apps accept and that is small enough, and nothing beside it."""
    monkeypatch.setenv("CHROMIUM", str(chromium.find()))
    (tmp_path / "podcasts").mkdir()
    (tmp_path / "podcasts/cover.svg").write_text(DRAWING)

    # In a thread of its own, as the browser of other tests may hold this one.
    with ThreadPoolExecutor(1) as alone:
        made = alone.submit(cover.make, tmp_path).result()

    assert made.path == tmp_path / "podcasts/cover.jpg"
    assert artwork.read(made.path).width == 3000
    assert made.bytes == made.path.stat().st_size <= artwork.MOST_BYTES
    assert str(made) == f"Klaar: cover.jpg, 3000 bij 3000 pixels, {round(made.bytes / 1000)} kB."
    assert sorted(path.name for path in made.path.parent.iterdir()) == [
        "cover-small.jpg",
        "cover.jpg",
        "cover.svg",
    ]
    assert artwork.read_small(made.path.with_name("cover-small.jpg")).startswith(b"\xff\xd8")
    assert (tmp_path / cover.SHOWN).stat().st_size <= cover.SHOWN_BYTES


def test_without_a_drawing_it_says_where_to_put_one(tmp_path: Path) -> None:
    """The old artwork stays."""
    (tmp_path / "podcasts").mkdir()
    (tmp_path / "podcasts/cover.jpg").write_bytes(b"oud")

    with pytest.raises(CoverError, match=r"podcasts/cover\.svg is er niet"):
        cover.make(tmp_path)

    assert (tmp_path / "podcasts/cover.jpg").read_bytes() == b"oud"


def test_a_browser_that_does_not_start_leaves_the_old_artwork(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the message says how to get one that does."""
    (tmp_path / "podcasts").mkdir()
    (tmp_path / "podcasts/cover.svg").write_text(DRAWING)
    (tmp_path / "podcasts/cover.jpg").write_bytes(b"oud")
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "weg"))

    with pytest.raises(CoverError, match=r"Chromium kon dit niet tekenen\. Installeer"):
        cover.make(tmp_path)

    assert (tmp_path / "podcasts/cover.jpg").read_bytes() == b"oud"
