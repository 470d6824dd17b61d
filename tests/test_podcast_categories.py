"""Apple's categories, to the letter."""

import pytest

from macros.podcast.categories import CATEGORIES, category_fault, subcategory_fault


def test_the_list_is_that_of_apple_since_2019() -> None:
    """Nineteen categories; four of them have no subcategories."""
    assert len(CATEGORIES) == 19
    assert sum(map(len, CATEGORIES.values())) == 91
    assert [name for name, subs in CATEGORIES.items() if not subs] == [
        "Government",
        "History",
        "Technology",
        "True Crime",
    ]


def test_every_name_stands_in_the_list_once() -> None:
    """So that a subcategory has one parent."""
    names = [*CATEGORIES, *(sub for subs in CATEGORIES.values() for sub in subs)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_category_with_its_own_subcategories_is_right(category: str) -> None:
    """And nothing is told about it."""
    assert category_fault(category) is None
    assert [sub for sub in CATEGORIES[category] if subcategory_fault(category, sub)] == []


@pytest.mark.parametrize("category", ["government", "GOVERNMENT", "Governement", "Government "])
def test_a_category_in_another_form_leads_to_the_right_one(category: str) -> None:
    """Apple compares capitals too."""
    assert 'Bedoel je "Government"?' in str(category_fault(category))


def test_a_category_of_the_old_list_is_refused() -> None:
    """What feedgen still lists; since 2019 these subjects are in Leisure."""
    assert str(category_fault("Games & Hobbies")).startswith(
        'de rubriek "Games & Hobbies" kent Apple niet.'
    )


def test_of_a_wrong_category_the_subcategory_is_let_be() -> None:
    """One mistake is told once."""
    assert subcategory_fault("Overheid", "Careers") is None
