"""What the form for a proposal knows of the catalogue."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from macros.catalogue import model, parts, problems, references, rules, texts
from macros.catalogue.loading import load
from macros.contents import Contents
from macros.contribute import form_data, schema
from tests.project import ROOT


def data(contents: Contents) -> dict[str, Any]:
    """Give what is published, read again."""
    found = json.loads(form_data.render(contents))
    assert isinstance(found, dict)
    return found


def entry(contents: Contents, id: str) -> dict[str, Any]:
    """Give what is published of one entry."""
    return dict(next(found for found in data(contents)["entries"] if found["id"] == id))


def test_every_word_has_its_label_and_its_definition(example: Contents) -> None:
    """In the order of the vocabulary, with the theme of a focus area and the looks of a theme."""
    words = data(example)["vocabulary"]
    own = example.catalogue.vocabulary

    for name in ("themes", "focus_areas", "audiences", "settings", "series", "relations"):
        assert [(word["id"], word["label"], word["definition"]) for word in words[name]] == [
            (word.id, word.label, word.definition) for word in getattr(own, name)
        ]
    assert words["focus_areas"][0]["theme"] == own.focus_areas[0].theme
    assert words["themes"][0]["icon"] == own.themes[0].icon


def test_an_entry_tells_what_its_card_shows(example: Contents) -> None:
    """And nothing that it does not have."""
    assert entry(example, "rondje-opgave") == {
        "id": "rondje-opgave",
        "path": "catalogue/entries/opgavegericht-werken/rondje-opgave.yml",
        "page": "catalogus/rondje-opgave/",
        "kind": "method",
        "theme": "opgavegericht-werken",
        "title": "Rondje langs de opgave",
        "summary": "Jullie kijken vanuit elke partij naar dezelfde opgave en zoeken wat jullie delen.",
        "material": "described",
        "duration": {"min": 60, "max": 60},
        "group_size": {"min": 4},
    }


def test_an_entry_tells_what_no_other_may_have(example: Contents) -> None:
    """Its old names, its place in a series, its recording; and how long one listens."""
    told = entry(example, "voorbeeld")
    assert {
        name: told[name] for name in ("series", "number", "audio", "transcript", "listening")
    } == {
        "series": "voorbeeldreeks",
        "number": 1,
        "audio": "voorbeeld.mp3",
        "transcript": "voorbeeld.vtt",
        "listening": 1,
    }
    assert "listening" not in entry(replace(example, episodes=()), "voorbeeld")
    former = entry(example, "goed-gesprek-in-twintig-minuten")["former_ids"]
    assert former == ["goed-gesprek", "het-goede-gesprek"]


def test_a_source_tells_what_a_line_about_it_shows(example: Contents) -> None:
    """Title, issuer, date and reference, where they are known."""
    assert data(example)["sources"][0] == {
        "id": "kamerbrief-2020-organisatie-van-het-werk",
        "title": "Organisatie van het werk bij de Rijksoverheid in de toekomst",
        "issuer": "Staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties",
        "date": "2020-12-04",
        "reference": "Kamerstuk 31 490, nr. 289",
    }


def test_every_message_about_fields_together_is_published(example: Contents) -> None:
    """Every template in those modules, word for word, but for the one about the vocabulary itself."""
    templates = {
        value
        for module in (model, parts, references, rules)
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str) and " " in value
    }
    assert len(templates) > 15

    assert templates - set(data(example)["rules"].values()) == {rules.UNUSED, texts.TO_WRITE}
    assert data(example)["to_write"] == texts.TO_WRITE


def test_a_published_message_has_names_that_can_be_filled_in(example: Contents) -> None:
    """Words between braces, as the schema has them too."""
    for message in data(example)["rules"].values():
        names = dict.fromkeys(re.findall(r"\{(\w+)\}", message), "x")
        assert "{" not in problems.filled(message, **names)


def test_it_stays_small(example: Contents) -> None:
    """An entry takes less than a kilobyte: the texts themselves are in its own file."""
    sizes = [
        len(json.dumps(told, ensure_ascii=False).encode()) for told in data(example)["entries"]
    ]
    assert max(sizes) < 1000


def test_no_message_of_the_form_shows_yaml() -> None:
    """Who fills in a form never sees the file, so an example is a value and no line of YAML."""
    found = [*form_data.RULES.values(), *_messages(json.loads(schema.render(load(ROOT))))]

    assert len(found) > 60
    # A form takes away what stands empty around a text: of this, only a file can tell.
    assert {told for told in found if re.search("`|aanhalingsteken", told)} == {
        "deze tekst begint of eindigt met een spatie of een lege regel. "
        "Haal die weg, of schrijf `>-` na het veld."
    }


def _messages(part: object) -> Iterator[str]:
    """Yield every message in a schema."""
    if isinstance(part, list):
        for one in part:
            yield from _messages(one)
    elif isinstance(part, dict):
        yield from part.get("x-messages", {}).values()
        yield from (rule["message"] for rule in part.get("x-rules", ()))
        for one in part.values():
            yield from _messages(one)
