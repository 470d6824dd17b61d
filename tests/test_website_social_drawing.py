"""Drawing again what social cards are made of, by a real browser."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from macros.catalogue.loading import load
from macros.drawing import DrawingError
from macros.website import letters, social_card, social_drawing
from tests import chromium
from tests.project import ROOT

THEMES = load(ROOT).vocabulary.themes


def test_a_ground_and_the_letters_are_drawn_as_they_lie_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same letters with the same measures, and a picture that a person sees no difference in."""
    monkeypatch.setenv("CHROMIUM", str(chromium.find()))

    # In a thread of its own, as the browser of other tests may hold this one.
    with ThreadPoolExecutor(1) as alone:
        made = alone.submit(social_drawing.make, ROOT, THEMES[:1], tmp_path).result()

    assert [file.name for file in made] == ["sinaasappel.png", "letters.png", "letters.json"]
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in made}
    with Image.open(made[0]) as new, Image.open(letters.DRAWN / made[0].name) as old:
        assert new.mode == "P"
        assert new.size == (social_card.WIDTH, social_card.HEIGHT)
        apart = ImageChops.difference(new.convert("RGB"), old.convert("RGB")).convert("L")
    assert sum(apart.histogram()[30:]) < new.width * new.height / 100
    new_facts, old_facts = (
        letters.facts(folder / letters.FACTS) for folder in (tmp_path, letters.DRAWN)
    )
    assert new_facts.advance == old_facts.advance
    assert new_facts.sizes.keys() == old_facts.sizes.keys()
    assert set("abcXYZ019é“”’–€") <= set(new_facts.advance)


def test_without_a_browser_what_there_is_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the message says how to get one."""
    (tmp_path / "letters.png").write_bytes(b"oud")
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "weg"))

    with pytest.raises(DrawingError, match="Installeer Chromium"):
        social_drawing.make(ROOT, THEMES, tmp_path)

    assert [file.name for file in tmp_path.iterdir()] == ["letters.png"]
