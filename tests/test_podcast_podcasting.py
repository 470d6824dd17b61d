"""What Podcasting 2.0 and Apple are told of the podcast and of each episode."""

from typing import Any

import pytest

from macros.catalogue.channel import Channel
from macros.contents import Contents
from macros.podcast import podcasting
from macros.podcast.episodes import Episode
from macros.podcast.namespaces import Element
from macros.podcast.transcript import Cue, Transcript

SITE = "https://voorbeeld.example.org/map/"
MAKER = ("person", "Rijksconsultants", {"role": "Producer", "group": "Creative Direction"})
VOICE = ("person", "Computerstem", {"role": "Narrator", "group": "Cast"})
DISABLED = ("socialInteract", None, {"protocol": "disabled"})
AI = ("txt", "true", {"purpose": "ai-content"})

Told = list[tuple[str, str | None, dict[str, str]]]


def plain(elements: tuple[Element, ...]) -> Told:
    """Give elements as (name, text, attributes)."""
    return [(element.name, element.text, dict(element.facts)) for element in elements]


def channel(example: Contents, **changes: Any) -> Channel:
    """Give the channel of the example, with some fields changed."""
    found = example.catalogue.channel
    assert found
    return Channel.model_validate({**found.model_dump(), **changes})


def episode(example: Contents, **changes: Any) -> Told:
    """Give what is told of the example's episode, with some fields changed."""
    [found] = example.episodes
    entry = found.entry.model_copy(update=changes)
    changed = Episode(entry, found.audio, found.transcript)
    return plain(podcasting.of_episode(changed, channel(example), "Voorbeeldreeks", SITE))


def named(name: str, told: Told) -> Told:
    """Give the elements with this name."""
    return [element for element in told if element[0] == name]


def test_the_podcast_tells_what_it_is_whose_it_is_and_what_others_may_do_with_it(
    example: Contents,
) -> None:
    """Everything that the podcast's own file knows, in the order of the standard's pages."""
    assert plain(podcasting.of_channel(channel(example))) == [
        ("explicit", "false", {}),
        ("guid", "3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e10", {}),
        ("locked", "yes", {}),
        ("medium", "podcast", {}),
        ("license", "cc0-1.0", {"url": "https://creativecommons.org/publicdomain/zero/1.0/"}),
        ("location", "Nederland", {"rel": "creator", "country": "NL"}),
        MAKER,
        VOICE,
        ("updateFrequency", "Eén aflevering & <meer> niet", {}),
        DISABLED,
        AI,
    ]


def test_what_the_podcast_does_not_say_is_not_told(example: Contents) -> None:
    """No licence, place or rhythm is made up, and no voice is called a computer's."""
    told = plain(
        podcasting.of_channel(
            channel(example, license=None, location=None, frequency=None, synthetic_voice=False)
        )
    )

    assert [name for name, _, _ in told] == [
        *("explicit", "guid", "locked", "medium", "person", "socialInteract"),
    ]


def test_explicit_is_true_or_false_and_nothing_else(example: Contents) -> None:
    """As PSP-1 and Apple ask; feedgen itself only knows yes, no and clean."""
    assert plain(podcasting.of_channel(channel(example, explicit=True)))[0] == (
        "explicit",
        "true",
        {},
    )


def test_the_owner_may_move_the_podcast(example: Contents) -> None:
    """An address is named only where there is one."""
    owner = {"name": "Redactie", "email": "podcast@example.org"}
    told = plain(podcasting.of_channel(channel(example, owner=owner)))

    assert named("locked", told) == [("locked", "yes", {"owner": "podcast@example.org"})]


def test_a_place_on_the_map_is_told_where_it_is_known(example: Contents) -> None:
    """As a geo URI (RFC 5870) and a number of OpenStreetMap."""
    place = {"name": "Nederland", "country": "NL", "geo": "geo:52.2,5.6", "osm": "R2323309"}
    told = plain(podcasting.of_channel(channel(example, location=place)))

    facts = {"rel": "creator", "geo": "geo:52.2,5.6", "osm": "R2323309", "country": "NL"}
    assert named("location", told) == [("location", "Nederland", facts)]


@pytest.mark.parametrize(
    ("frequency", "text"), [(None, "De reeks is compleet"), ("Klaar", "Klaar")]
)
def test_a_podcast_that_is_finished_says_so(
    example: Contents, frequency: str | None, text: str
) -> None:
    """An app need not look again; the words may be our own."""
    told = plain(podcasting.of_channel(channel(example, complete=True, frequency=frequency)))

    assert named("updateFrequency", told) == [("updateFrequency", text, {"complete": "true"})]


def test_an_episode_tells_its_place_its_people_its_text_and_its_chapters(example: Contents) -> None:
    """The people of an episode take the place of those of the podcast, so the maker is there too."""
    base = f"{SITE}podcast/voorbeeld/"
    captions = {"language": "nl", "rel": "captions"}

    assert episode(example) == [
        ("explicit", "false", {}),
        ("season", "1", {"name": "Voorbeeldreeks"}),
        ("episode", "1", {}),
        MAKER,
        VOICE,
        ("transcript", None, {"url": f"{base}transcript.vtt", "type": "text/vtt", **captions}),
        (
            "transcript",
            None,
            {"url": f"{base}transcript.srt", "type": "application/x-subrip", **captions},
        ),
        (
            "transcript",
            None,
            {"url": f"{base}transcript.json", "type": "application/json", **captions},
        ),
        (
            "transcript",
            None,
            {"url": f"{base}transcript.html", "type": "text/html", "language": "nl"},
        ),
        (
            "chapters",
            None,
            {"url": f"{base}chapters.json", "type": "application/json+chapters"},
        ),
        ("chapters", None, {"version": "1.2"}),
        DISABLED,
        AI,
    ]


def test_of_a_person_no_role_is_made_up(example: Contents) -> None:
    """Where none is given, an app takes a host."""
    told = episode(example, speakers=("Redactie", "Computerstem"))

    assert named("person", told) == [MAKER, ("person", "Redactie", {}), VOICE]


def test_an_episode_without_chapters_points_at_none(example: Contents) -> None:
    """Neither as a file nor inside the feed."""
    assert named("chapters", episode(example, chapters=())) == []


def test_a_recording_by_people_is_not_told_to_be_made_by_a_computer(example: Contents) -> None:
    """The transcript knows who speaks."""
    [found] = example.episodes
    spoken = Episode(found.entry, found.audio, Transcript((Cue(0, 1, "Hallo.", "Redactie"),)))

    told = plain(podcasting.of_episode(spoken, channel(example), "Voorbeeldreeks", SITE))

    assert named("txt", told) == []
