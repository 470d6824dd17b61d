"""Each episode of the lock is found again in the contents, and what differs is told with its way out."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.loading import load
from macros.podcast import differences, episodes, lock
from macros.podcast.lock import Lock
from tests.project import EXAMPLE


def locked() -> Lock:
    """Give the lock of the example, which agrees with its contents."""
    found, _ = lock.read(EXAMPLE)
    assert found
    return found


def with_entry(changes: Mapping[str, object]) -> Catalogue:
    """Give the example with other values in the entry of its episode."""
    catalogue = load(EXAMPLE)
    entry = catalogue.entries["voorbeeld"].model_copy(update=dict(changes))
    entries = {**catalogue.entries, "voorbeeld": entry}
    entries = {entry.id: entry for entry in entries.values()}
    return replace(catalogue, entries=entries)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"id": "nieuwe-naam"},
        {"guid": "urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f99"},
        {
            "id": "nieuwe-naam",
            "former_ids": ("voorbeeld",),
            "guid": "urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f99",
        },
    ],
)
def test_an_episode_is_known_by_its_id_its_guid_or_its_former_id(
    changes: dict[str, object],
) -> None:
    """In this order; one that is none of these is lost."""
    [(record, entry)] = differences.matched_entries(with_entry(changes), locked())

    assert record.id == "voorbeeld"
    assert entry
    assert entry.id == changes.get("id", "voorbeeld")


def test_an_episode_under_another_id_and_guid_is_lost() -> None:
    """Nothing says that it is the same one."""
    guid = "urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f99"

    assert differences.matched_entries(
        with_entry({"id": "nieuwe-naam", "guid": guid}), locked()
    ) == [(locked().episodes[0], None)]


def test_what_agrees_with_the_lock_has_no_differences_and_a_number_is_taken_over() -> None:
    """A difference without a name of its change is one that the command takes over."""
    same, other = with_entry({}), with_entry({"number": 2})
    heard, _ = episodes.read(load(EXAMPLE))

    assert differences.unintended(same, heard, locked(), "", "") == []
    [difference] = differences.unintended(other, heard, locked(), "", "")
    assert difference.change is None
    assert difference.told == "het nummer is veranderd. Draai `goodiebag lock`; dan ligt dat vast."
