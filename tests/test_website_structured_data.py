"""What a page says of itself to machines, in the words of schema.org."""

import json

import pytest

from macros.catalogue.model import Method
from macros.contents import Contents
from macros.website import structured_data

SITE = "https://voorbeeld.example.org/map/"


@pytest.mark.parametrize(
    ("id", "kind"),
    [
        ("goed-gesprek-in-twintig-minuten", "HowTo"),
        ("rondje-opgave", "HowTo"),
        ("voorbeelden-voor-beginners", "Review"),
        ("voorbeeld", "PodcastEpisode"),
        ("interventies-voor-je-team", "CollectionPage"),
        ("grijze-gebied", "Article"),
        ("onderzoek-naar-de-norm", "Article"),
    ],
)
def test_each_kind_has_its_type_and_what_all_share(example: Contents, id: str, kind: str) -> None:
    """Name, description, address and dates are always there, and it is JSON."""
    entry = example.catalogue.entries[id]
    about, _ = json.loads(json.dumps(structured_data.of_entry(example, entry, SITE)))

    assert about["@type"] == kind
    assert about["name"] == entry.title
    assert about["url"] == f"{SITE}catalogus/{id}/"
    assert about["datePublished"] == entry.published.isoformat()


def test_an_episode_says_where_its_recording_is_and_how_long_it_lasts(example: Contents) -> None:
    """Read from the file, as the feed does."""
    about, _ = structured_data.of_entry(example, example.catalogue.entries["voorbeeld"], SITE)

    assert about["associatedMedia"]["contentUrl"] == f"{SITE}podcast/audio/voorbeeld.mp3"
    assert about["associatedMedia"]["duration"] == "PT0M3S"
    assert about["partOfSeries"]["webFeed"] == f"{SITE}podcast/feed.xml"


def test_a_recording_elsewhere_is_where_the_episode_says_it_is(example: Contents) -> None:
    """The address of the page stays that of the site."""
    entry = example.catalogue.entries["voorbeeld"]
    about, _ = structured_data.of_entry(example, entry, SITE, "https://media.example.org/")

    assert about["associatedMedia"]["contentUrl"] == "https://media.example.org/voorbeeld.mp3"
    assert about["url"].startswith(SITE)


def test_a_review_is_of_a_book_with_what_is_known_of_it(example: Contents) -> None:
    """Author, publisher, year and ISBN only where the entry has them."""
    about, _ = structured_data.of_entry(
        example, example.catalogue.entries["voorbeelden-voor-beginners"], SITE
    )

    assert about["itemReviewed"]["@type"] == "Book"
    assert about["itemReviewed"]["isbn"] == "9789000000003"
    assert about["author"]["name"] == "Sandra"


def test_the_steps_of_a_method_are_numbered(example: Contents) -> None:
    """HowTo with its steps, the longest time and what one needs."""
    about, _ = structured_data.of_entry(
        example, example.catalogue.entries["goed-gesprek-in-twintig-minuten"], SITE
    )

    assert [step["position"] for step in about["step"]] == list(range(1, len(about["step"]) + 1))
    assert about["totalTime"] == "PT30M"
    assert about["supply"][0]["name"] == "Papier"


def test_a_step_is_told_in_plain_words(example: Contents) -> None:
    """Its Markdown is for the page: no marks, no addresses, and a `<` stands for itself."""
    entry = example.catalogue.entries["goed-gesprek-in-twintig-minuten"]
    assert isinstance(entry, Method)
    text = "Vraag *drie* keer [door](https://example.org/door): 5 < 6.\n\n- Wie?\n- `Waarom`?"
    step = entry.steps[0].model_copy(update={"text": text})
    about, _ = structured_data.of_entry(example, entry.model_copy(update={"steps": (step,)}), SITE)

    assert about["step"][0]["text"] == "Vraag drie keer door: 5 < 6. Wie? Waarom?"


def test_the_way_to_a_page_ends_at_the_page(example: Contents) -> None:
    """Home, the catalogue, the theme, the entry; each with its full address."""
    _, way = structured_data.of_entry(example, example.catalogue.entries["voorbeeld"], SITE)

    assert [item["name"] for item in way["itemListElement"]] == [
        "Home", "Catalogus", "Productieve werkomgeving", "Een voorbeeld om te horen",
    ]  # fmt: skip
    assert way["itemListElement"][0]["item"] == SITE
