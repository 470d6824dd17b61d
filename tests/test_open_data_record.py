"""The record of an entry, as the page with a goodiebag reads it."""

import json
from collections import Counter
from dataclasses import replace

from macros import qr
from macros.contents import Contents
from macros.open_data import record

SITE = "https://voorbeeld.example.org/map/"


def told(example: Contents, id: str) -> dict[str, object]:
    """Give the record of an entry of the example."""
    return record.record(example, example.catalogue.entries[id], SITE)


def test_a_record_holds_what_a_programme_needs(example: Contents) -> None:
    """Facts as numbers and words, in minutes and people."""
    found = told(example, "goed-gesprek-in-twintig-minuten")

    assert found["title"] == "Goed gesprek in twintig minuten"
    assert (found["kind"], found["kind_label"]) == ("intervention", "Interventie")
    assert found["page"] == "catalogus/goed-gesprek-in-twintig-minuten/"
    assert found["theme"] == {
        "id": "productieve-werkomgeving",
        "label": "Productieve werkomgeving",
        "colour": "sinaasappel",
        "icon": "sinaasappel",
    }
    assert found["minutes"] == {"min": 20, "max": 30}
    assert found["preparation"] == 5
    assert found["group"] == {"min": 3, "max": 12}
    assert found["materials"] == ["Papier", "Stiften in twee kleuren"]


def test_a_record_leads_back_from_paper_to_its_page(example: Contents) -> None:
    """By the address in full, and by a code that says it."""
    found = told(example, "goed-gesprek-in-twintig-minuten")

    address = f"{SITE}catalogus/goed-gesprek-in-twintig-minuten/"
    assert found["address"] == address
    assert found["qr"] == {"size": qr.dots(address).size, "path": qr.dots(address).path}


def test_texts_are_html_of_their_markdown(example: Contents) -> None:
    """A text is a block, an item of a list is a line; steps keep their order."""
    found = told(example, "goed-gesprek-in-twintig-minuten")

    assert (
        found["goal"] == "<p>Je team weet wanneer je elkaar ziet, en <strong>waarom</strong>.</p>\n"
    )
    assert found["tips"] == [
        "Begin op tijd, ook als nog niet iedereen er is.",
        "Zet een klok neer.",
    ]
    assert found["variations"] == [
        {"title": "Online", "html": "<p>Laat iedereen eerst in de chat schrijven.</p>\n"}
    ]
    steps = found["steps"]
    assert isinstance(steps, list)
    assert [step["title"] for step in steps] == [
        "Vertel waar je tegenaan loopt",
        "Kies samen één afspraak",
        "Lees de afspraak hardop voor",
    ]
    assert "<ol>\n<li>Wie heeft er last van?</li>" in steps[1]["html"]
    assert steps[2] == {"title": "Lees de afspraak hardop voor"}


def test_what_an_entry_does_not_have_is_left_out(example: Contents) -> None:
    """No empty values, so that a script needs no rules about them."""
    found = told(example, "grijze-gebied")

    assert sorted(found) == sorted(
        [
            "id",
            "title",
            "kind",
            "kind_label",
            "theme",
            "page",
            "address",
            "qr",
            "summary",
            "body",
            "findings",
        ]
    )


def test_text_that_looks_like_html_stays_text(example: Contents) -> None:
    """Titles and summaries are words; in a text a tag is shown, never obeyed."""
    found = told(example, "voorbeelden-voor-beginners")

    assert found["title"] == 'Examples & Other Stories: 5 < 6, a "Reader\'s" Café 🍐'
    assert found["lang"] == "en"
    assert "<script" not in str(found["body"])
    assert "&lt;script&gt;" in str(found["body"])


def test_an_episode_takes_as_long_as_its_recording(example: Contents) -> None:
    """In whole minutes, rounded up; without a recording nobody knows."""
    assert told(example, "voorbeeld")["minutes"] == {"min": 1, "max": 1}

    silent = replace(example, episodes=())
    assert "minutes" not in told(silent, "voorbeeld")


def test_every_entry_has_one_file_and_each_old_name_says_the_new_one(example: Contents) -> None:
    """The same contents give the same bytes."""
    files = list(record.files(example, SITE))

    assert files == list(record.files(example, SITE))
    assert max(Counter(address for address, _ in files).values()) == 1
    found = {address: json.loads(content) for address, content in files}
    assert found["data/stuk/goed-gesprek.json"] == {"moved_to": "goed-gesprek-in-twintig-minuten"}
    ids = {each["id"] for each in found.values() if "id" in each}
    assert ids == set(example.catalogue.entries)
