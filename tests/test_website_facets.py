"""From which sides people choose, and what an entry has on each side."""

import dataclasses

import pytest

from macros.catalogue.model import KINDS, Intervention
from macros.contents import Contents
from macros.website import facets

TALK = "goed-gesprek-in-twintig-minuten"


def changed(example: Contents, **fields: object) -> dict[str, tuple[str, ...]]:
    """Give the values of an intervention of the example with other fields."""
    entry = example.catalogue.entries[TALK]
    assert isinstance(entry, Intervention)
    other = Intervention.model_validate(
        {**entry.model_dump(), "id": TALK, "theme": entry.theme, "path": entry.path, **fields}
    )
    return dict(facets.values(example, other))


def test_the_facets_take_their_values_from_the_vocabulary(example: Contents) -> None:
    """Theme, kind, time, group, audience, place and subject, each in the order of the site."""
    words = example.catalogue.vocabulary
    found = {facet.id: facet for facet in facets.facets(words)}

    assert list(found) == ["thema", "soort", "tijd", "groep", "voor", "waar", "onderwerp"]
    assert [value.id for value in found["thema"].values] == [theme.id for theme in words.themes]
    assert found["voor"].values[0].label == words.audiences[0].label
    assert [value.label for value in found["soort"].values][:2] == ["Podcasts", "Interventies"]
    assert found["tijd"].single


def test_each_kind_has_a_name_of_its_own_in_addresses() -> None:
    """Dutch, as its label says, and never the same for two."""
    names = [facets.kind_slug(kind) for kind in KINDS]

    assert "boekrecensie" in names
    assert len(set(names)) == len(KINDS)


@pytest.mark.parametrize(
    ("least", "most", "times"),
    [
        (10, 15, ("15", "30", "60", "120")),
        (15, 15, ("15", "30", "60", "120")),
        (16, 90, ("30", "60", "120")),
        (120, 240, ("120",)),
        (121, 240, ("langer",)),
    ],
)
def test_an_entry_fits_each_time_in_which_it_can_be_done(
    example: Contents, least: int, most: int, times: tuple[str, ...]
) -> None:
    """Its shortest duration counts: a choice is what someone has, not what it takes at most."""
    found = changed(example, duration={"min": least, "max": most}, steps=())

    assert found["tijd"] == times


@pytest.mark.parametrize(
    ("size", "groups"),
    [
        ({"min": 1, "max": 1}, ("1",)),
        ({"min": 2, "max": 8}, ("2", "3-8")),
        ({"min": 8, "max": 9}, ("3-8", "9-15")),
        ({"min": 4}, ("3-8", "9-15", "16-meer")),
    ],
)
def test_an_entry_fits_each_group_it_shares_a_number_of_people_with(
    example: Contents, size: dict[str, int], groups: tuple[str, ...]
) -> None:
    """Without a largest number there is no largest group."""
    assert changed(example, group_size=size)["groep"] == groups


def test_a_recording_takes_as_long_as_it_lasts(example: Contents) -> None:
    """Nobody types its length; the recording is the source."""
    entry = example.catalogue.entries["voorbeeld"]

    assert facets.minutes(example, entry) == 1
    assert "15" in facets.values(example, entry)["tijd"]


def test_what_is_not_known_of_an_entry_is_no_value(example: Contents) -> None:
    """A book review has no time, group or place."""
    review = example.catalogue.entries["voorbeelden-voor-beginners"]
    found = facets.values(example, review)

    assert facets.minutes(example, review) is None
    assert {"tijd", "groep", "waar"}.isdisjoint(found)
    assert found["soort"] == ("boekrecensie",)


def test_a_value_that_no_entry_has_is_not_offered(example: Contents) -> None:
    """Nobody is sent to an empty list."""
    alone = dataclasses.replace(
        example,
        catalogue=dataclasses.replace(
            example.catalogue, entries={TALK: example.catalogue.entries[TALK]}
        ),
    )
    found = {facet.id: [value.id for value in facet.values] for facet in facets.used(alone)}

    assert found["soort"] == ["interventie"]
    assert found["thema"] == ["productieve-werkomgeving"]


def test_focus_areas_stand_together_by_theme(example: Contents) -> None:
    """In the order of the vocabulary; other facets have one part without a name."""
    found = {facet.id: facet for facet in facets.facets(example.catalogue.vocabulary)}

    assert [label for label, _ in found["onderwerp"].parts] == [
        theme.label for theme in example.catalogue.vocabulary.themes
    ]
    assert [label for label, _ in found["voor"].parts] == [""]
