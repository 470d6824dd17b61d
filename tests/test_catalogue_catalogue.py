"""The catalogue as one object: in order, and with every tie in both directions."""

from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from macros.catalogue.catalogue import Catalogue, assemble
from macros.catalogue.loading import load
from macros.catalogue.model import ENTRY, Collection, Entry


@pytest.fixture
def catalogue(root: Path) -> Catalogue:
    """The example."""
    return load(root)


def test_entries_come_in_the_order_of_the_site(catalogue: Catalogue) -> None:
    """By theme as the vocabulary has them, then by kind, series, number and title."""
    assert list(catalogue.entries) == [
        "voorbeeld",
        "goed-gesprek-in-twintig-minuten",
        "interventies-voor-je-team",
        "rondje-opgave",
        "voorbeelden-voor-beginners",
        "onderzoek-naar-de-norm",
        "grijze-gebied",
    ]


def test_each_part_of_the_order_counts(catalogue: Catalogue) -> None:
    """Theme, kind, series, number and title: each decides where all before it are the same."""
    review = {"kind": "book-review", "book": {"title": "Een boek"}}
    expected = [
        # The first theme, and of it the kinds: a podcast first, although it has a series.
        entry("productieve-werkomgeving", "Z", kind="podcast", series="z", number=1),
        entry("productieve-werkomgeving", "Y", kind="study"),
        entry("productieve-werkomgeving", "X", kind="background"),
        # The next theme begins with the first kind again; reviews without a series come first.
        entry("opgavegericht-werken", "W", kind="podcast", series="z", number=1),
        entry("opgavegericht-werken", "V", **review),
        entry("opgavegericht-werken", "U", **review, series="a", number=1),
        entry("opgavegericht-werken", "T", **review, series="a", number=2),
        entry("opgavegericht-werken", "S", **review, series="a", number=10),
        entry("opgavegericht-werken", "R", **review, series="b", number=1),
        # Titles, capitals aside.
        entry("integriteit", "aap", kind="background"),
        entry("integriteit", "Beer", kind="background"),
        entry("integriteit", "cavia", kind="background"),
    ]

    for start in (expected, expected[::-1]):
        found = assemble(Path(), catalogue.vocabulary, catalogue.sources, None, start)
        assert list(found.entries.values()) == expected


def entry(theme: str, title: str, **fields: Any) -> Entry:
    """Give an entry whose id tells nothing of its place."""
    return ENTRY.validate_python(
        {
            "id": f"stuk-{title}-{theme}".lower(),
            "theme": theme,
            "path": "stuk.yml",
            "title": title,
            "summary": "Over iets.",
            "audience": ["team"],
            "published": "2026-01-30",
            "provenance": {"origin": "editorial", "material": "complete"},
            **fields,
        }
    )


def test_the_order_does_not_depend_on_names_of_files(root: Path) -> None:
    """Two of one kind are ordered by title, capitals aside."""
    folder = root / "catalogue/entries/integriteit"
    text = (folder / "grijze-gebied.yml").read_text()
    for id, title in (("z", "aap"), ("a", "Zebra")):
        other = text.replace("Wat is het grijze gebied?", title).replace("Soms", title)
        (folder / f"{id}.yml").write_text(other)

    background = load(root).select(kind="background")

    assert [entry.title for entry in background] == ["aap", "Wat is het grijze gebied?", "Zebra"]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"theme": "integriteit"}, ["onderzoek-naar-de-norm", "grijze-gebied"]),
        ({"kind": "podcast"}, ["voorbeeld"]),
        ({"focus_area": "vitaliteit"}, ["voorbeeld", "goed-gesprek-in-twintig-minuten"]),
        ({"audience": "hr-adviseur"}, ["rondje-opgave", "onderzoek-naar-de-norm"]),
        ({"audience": "team", "theme": "opgavegericht-werken"}, ["rondje-opgave"]),
        ({"kind": "podcast", "theme": "integriteit"}, []),
    ],
)
def test_entries_are_selected_by_every_condition_given(
    catalogue: Catalogue, conditions: dict[str, str], expected: list[str]
) -> None:
    """In the order of the site."""
    assert [entry.id for entry in catalogue.select(**conditions)] == expected


def test_without_conditions_everything_is_selected(catalogue: Catalogue) -> None:
    """All seven."""
    assert catalogue.select() == tuple(catalogue.entries.values())


def ties(catalogue: Catalogue, id: str) -> list[tuple[str, str]]:
    """Give what belongs with an entry."""
    return [(tie.label, tie.entry.id) for tie in catalogue.relations(catalogue.entries[id])]


def test_a_tie_shows_on_both_pages(catalogue: Catalogue) -> None:
    """With the label of the relation on the one and its inverse on the other."""
    assert ties(catalogue, "onderzoek-naar-de-norm") == [("Komt na", "grijze-gebied")]
    assert ties(catalogue, "grijze-gebied") == [("Ga verder met", "onderzoek-naar-de-norm")]


def test_own_ties_come_first_and_collections_are_ties_too(catalogue: Catalogue) -> None:
    """Then those of others, in the order of the site."""
    assert ties(catalogue, "goed-gesprek-in-twintig-minuten") == [
        ("Kan ook in plaats van", "rondje-opgave"),
        ("Begin eventueel met", "voorbeeld"),
        ("Onderdeel van", "interventies-voor-je-team"),
        ("Is de basis voor", "rondje-opgave"),
    ]


def test_what_resembles_an_entry_is_neither_a_tie_nor_a_part_of_it(catalogue: Catalogue) -> None:
    """Those stand on its page already."""
    collection = catalogue.entries["interventies-voor-je-team"]
    assert isinstance(collection, Collection)

    for entry in catalogue.entries.values():
        near = {tie.entry.id for tie in catalogue.relations(entry)}
        assert not near & {other.id for other in catalogue.resembling(entry)}, entry.id
    assert [other.id for other in catalogue.resembling(collection)] == ["onderzoek-naar-de-norm"]
    assert len(collection.entries) > 1


def test_what_resembles_what_can_be_taken_over_from_an_earlier_state(
    root: Path, catalogue: Catalogue
) -> None:
    """The ids are those of then, the entries those of now."""
    file = root / "catalogue/entries/integriteit/grijze-gebied.yml"
    file.write_text(file.read_text().replace("Wat is het grijze gebied?", "Grijs, en dan?"))
    now = load(root)

    now.keep_resembling(catalogue)

    for entry in catalogue.entries.values():
        before, after = catalogue.resembling(entry), now.resembling(now.entries[entry.id])
        assert [one.id for one in before] == [one.id for one in after]
        assert all(one is now.entries[one.id] for one in after)
    assert "Grijs, en dan?" in {
        one.title for entry in now.entries.values() for one in now.resembling(entry)
    }


def test_every_relation_is_used_in_the_example(catalogue: Catalogue) -> None:
    """What is built in tests shows each of the five."""
    used = {related.how for entry in catalogue.entries.values() for related in entry.related}

    assert used == {relation.id for relation in catalogue.vocabulary.relations}


def test_the_place_of_a_value_is_found_in_the_file(catalogue: Catalogue) -> None:
    """Line and column of what a later check finds wrong."""
    assert catalogue.position("voorbeeld", ("audio",)) == (27, 8)
    assert catalogue.position("voorbeeld", ("chapters", 1, "start")) == (32, 12)
    assert catalogue.position("voorbeeld", ("steps",)) == (1, 1)


def test_the_catalogue_cannot_be_changed(catalogue: Catalogue) -> None:
    """Neither itself nor its entries."""
    assert isinstance(catalogue.entries, MappingProxyType)
    with pytest.raises(AttributeError):
        catalogue.root = Path()  # type: ignore[misc]  # that it may not is the point
