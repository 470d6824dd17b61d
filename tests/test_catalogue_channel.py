"""The podcast as a whole fits the vocabulary and what apps accept."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from macros.catalogue.channel import Channel
from macros.catalogue.loading import load

LONG = "deze tekst telt {} bytes. Het mogen er hooguit 4000 zijn. Kort hem in."


def test_the_channel_of_the_example_is_sound(root: Path) -> None:
    """Its series is in the vocabulary."""
    catalogue = load(root)

    assert catalogue.channel
    assert list(catalogue.channel.faults(catalogue.vocabulary)) == []


def test_a_series_that_is_not_there_is_told(root: Path) -> None:
    """With the ones that are."""
    catalogue = load(root)
    assert catalogue.channel
    channel = catalogue.channel.model_copy(update={"series": "voorbeeld"})

    assert [fault.message for fault in channel.faults(catalogue.vocabulary)] == [
        'de reeks "voorbeeld" bestaat niet. Bedoel je "voorbeeldreeks"? Kies uit: voorbeeldreeks of boekenplank.'
    ]


@pytest.mark.parametrize(
    ("description", "told"),
    [
        ("x" * 4000, []),
        ("x" * 4001, [LONG.format(4001)]),
        ("é" * 2000, []),
        ("é" * 2000 + "x", [LONG.format(4001)]),
    ],
    ids=["4000 letters", "4001 letters", "2000 accents", "2000 accents and a letter"],
)
def test_a_description_is_counted_in_bytes(root: Path, description: str, told: list[str]) -> None:
    """Apps cut after 4000 bytes, and an accented letter takes two."""
    catalogue = load(root)
    assert catalogue.channel
    channel = catalogue.channel.model_copy(update={"description": description})

    assert [fault.message for fault in channel.faults(catalogue.vocabulary)] == told


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cover", "../cover.jpg"),
        ("cover", "cover.gif"),
        ("guid", "urn:uuid:3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e10"),
        ("language", "Nederlands"),
        ("type", "serie"),
        ("explicit", "false"),
        ("owner", {"name": "Redactie", "email": "redactie"}),
        ("description", " "),
        ("license", {"name": "CC0 1.0", "url": "https://example.org/"}),
        ("license", {"name": "cc0-1.0"}),
        ("location", {"name": "Nederland", "country": "nl"}),
        ("location", {"name": "Nederland", "country": "NL", "geo": "52.2,5.6"}),
        ("location", {"name": "Nederland", "country": "NL", "osm": "2323309"}),
        ("new_feed_url", "http://example.org/feed.xml"),
        ("complete", "yes"),
    ],
)
def test_what_an_app_would_refuse_is_refused_here(root: Path, name: str, value: object) -> None:
    """Before it is published."""
    channel = load(root).channel
    assert channel

    with pytest.raises(ValidationError):
        Channel.model_validate({**channel.model_dump(), name: value})
