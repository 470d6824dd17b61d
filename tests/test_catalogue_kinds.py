"""The kind that is meant is found by its name or by the fields, and never guessed between two."""

import pytest

from macros.catalogue import kinds
from macros.catalogue.entry import Base
from macros.catalogue.model import KINDS


def test_no_name_means_two_kinds() -> None:
    """Ids, labels, plurals and other words, in lower case."""
    names = [
        name.casefold()
        for kind, model in KINDS.items()
        for name in {kind, model.kind_label.casefold(), model.kind_label_plural.casefold()}
        | {*model.kind_synonyms}
    ]

    assert sorted(names) == sorted(set(names)) == sorted(kinds.called())


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        ("Interventie", "intervention"),
        (" METHOD ", "method"),
        ("werkvorm", "intervention"),
        ("Onderzoeken", "study"),
        ("metod", "method"),
        ("liedje", None),
        (["method"], None),
        (None, None),
    ],
)
def test_a_name_leads_to_its_kind(found: object, kind: str | None) -> None:
    """What people call it, in any case, or nearly."""
    assert kinds.near(found) == kind


@pytest.mark.parametrize(
    ("found", "names", "kind"),
    [
        # Its own name goes before what the fields say.
        ("interventie", ["title", "book"], "intervention"),
        # What looks like a name has to fit the fields.
        ("metod", ["title", "steps"], "method"),
        ("metod", ["title", "book"], "book-review"),
        ("liedje", ["title", "chapters"], "podcast"),
        (None, ["title", "entries"], "collection"),
        (["podcast"], ["title", "entries"], "collection"),
    ],
)
def test_an_entry_is_checked_as_what_it_is_meant_to_be(
    found: object, names: list[str], kind: str
) -> None:
    """By its name, or by the fields that only one kind has."""
    assert kinds.meant(found, names) is KINDS[kind]


def test_kinds_with_the_same_fields_may_stand_for_each_other() -> None:
    """A method has what an intervention has, so what is wrong with it is told either way."""
    found = kinds.meant("liedje", ["title", "steps"])

    assert set(found.model_fields) == set(KINDS["method"].model_fields)


@pytest.mark.parametrize("names", [["title"], ["title", "series", "number"], ["book", "steps"]])
def test_where_there_is_a_choice_only_what_every_kind_has_is_looked_at(names: list[str]) -> None:
    """No field of its own, fields that two kinds share, or fields of two kinds."""
    assert kinds.meant("liedje", names) is Base
