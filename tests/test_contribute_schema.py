"""The JSON Schema of an entry says of every entry what our own check says of its form."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Browser

from macros.catalogue.loading import load
from macros.catalogue.model import KINDS, PLACED
from macros.catalogue.problems import shown
from macros.catalogue.reading import read
from macros.contents import Contents
from macros.contribute import schema
from macros.contribute.scaffold import EDITOR, template
from tests.conftest import Told
from tests.project import EXAMPLE, ROOT

LIVE = schema.entry_schema(load(ROOT))
ENTRIES = [
    *(ROOT / "catalogue/entries").glob("*/*.yml"),
    *(EXAMPLE / "catalogue/entries").glob("*/*.yml"),
]
SOUND: dict[str, Any] = {
    "kind": "method",
    "title": "Goed gesprek",
    "summary": "Zo voer je een goed gesprek.",
    "audience": ["team"],
    "published": "2026-11-21",
    "provenance": {"origin": "editorial", "material": "complete"},
    "goal": "Je begrijpt elkaar.",
    "steps": [{"title": "Vertel", "minutes": 5}],
}


def faults(entry: Any, of: schema.Schema = LIVE) -> list[str]:
    """Give where a validator of others finds something wrong, as `steps.0.minutes`."""
    Draft7Validator.check_schema(of)
    found = Draft7Validator(of).iter_errors(entry)
    return [".".join(map(str, error.absolute_path)) for error in found]


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: f"{path.parts[-5]}-{path.stem}")
def test_every_real_entry_is_valid(path: Path, example: Contents) -> None:
    """Those of the example by the schema of its own words."""
    own = schema.entry_schema(example.catalogue) if EXAMPLE in path.parents else LIVE

    assert faults(read(path, path.name).data, own) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_template_is_valid(kind: str, tmp_path: Path) -> None:
    """Who begins with one sees no red line."""
    (tmp_path / "stuk.yml").write_text(template(kind), encoding="utf-8")

    assert faults(read(tmp_path / "stuk.yml", "stuk.yml").data) == []


@pytest.mark.parametrize(
    ("way", "value"),
    [
        ("title", "x" * 91),
        ("title", 7),
        ("audience", []),
        ("audience", ["iedereen"]),
        ("audience", "team"),
        ("published", "21 november"),
        ("provenance", {"origin": "editorial"}),
        ("provenance", {"origin": "ons", "material": "complete"}),
        ("duration", {"min": 0, "max": 5}),
        ("duration", {"min": 30, "max": "60"}),
        ("steps", [{"minutes": 5}]),
        ("steps", [{"title": "Vertel", "minuten": 5}]),
        ("related", [{"entry": "Jam Cultures", "how": "deepens"}]),
        ("related", [{"entry": "jam-cultures", "how": "lijkt-op"}]),
        ("links", [{"title": "Daar", "url": "http://example.org"}]),
        ("downloads", [{"title": "Blad", "file": "../geheim.pdf"}]),
        ("former_ids", ["Oude naam"]),
        ("lang", "Engels"),
        ("onbekend", "veld"),
        ("findings", ["hoort bij een andere soort"]),
        ("kind", "methode"),
        ("kind", None),
    ],
)
def test_what_our_check_refuses_is_not_valid(way: str, value: Any) -> None:
    """The sound entry is; with one field wrong it is not."""
    assert faults(SOUND) == []
    assert faults({**SOUND, way: value})


@pytest.mark.parametrize("field", ["kind", "title", "summary", "audience", "published", "goal"])
def test_an_entry_without_a_required_field_is_not_valid(field: str) -> None:
    """Whichever it is."""
    lacking = {name: value for name, value in SOUND.items() if name != field}

    assert faults(lacking)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "Punt."),
        ("title", ""),
        ("summary", "Twee\nregels"),
        ("summary", " spatie"),
        ("goal", " "),
    ],
)
def test_what_the_keywords_cannot_say_stands_in_rules_with_our_own_words(
    field: str, text: str, told: Told
) -> None:
    """The first rule that a text does not meet tells word for word what the check tells."""
    rules = LIVE["definitions"]["method"]["properties"][field]["x-rules"]
    broken = next(
        rule
        for rule in rules
        if ("refuse" in rule and re.search(rule["refuse"], text))
        or ("require" in rule and not re.search(rule["require"], text))
    )
    message = broken["message"].replace("{found}", shown(text))

    found = told(json.dumps({**SOUND, field: text}))

    assert [line.split(f" {field}: ")[1] for line in found if f" {field}: " in line] == [message]


def properties(part: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every property in a schema with the way to it."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "properties" and "if" not in way.split("/"):
                yield from ((f"{way}/{key}", one) for key, one in value.items())
            yield from properties(value, f"{way}/{name}")
    elif isinstance(part, list):
        for value in part:
            yield from properties(value, way)


def test_every_property_has_a_title_and_a_description() -> None:
    """An editor shows them where someone writes."""
    found = list(properties(LIVE))

    assert len(found) > 100
    assert [way for way, one in found if not one.get("title") or not one.get("description")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_properties_of_a_kind_stand_in_the_order_of_the_model(kind: str) -> None:
    """The form follows it; what the place of the file decides is not there."""
    expected = [name for name in KINDS[kind].model_fields if name not in PLACED]

    assert list(LIVE["definitions"][kind]["properties"]) == expected


def patterns(part: Any) -> Iterator[str]:
    """Yield every pattern in a schema."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name in ("pattern", "refuse", "require") and isinstance(value, str):
                yield value
            yield from patterns(value if name != "x-messages" else None)
    elif isinstance(part, list):
        for value in part:
            yield from patterns(value)


def test_a_browser_can_read_every_pattern(browser: Browser) -> None:
    """In the Unicode mode of JavaScript, which takes no loose escapes."""
    found = sorted({*patterns(LIVE)})
    page = browser.new_page()
    refused = page.evaluate(
        "all => all.filter(one => { try { new RegExp(one, 'u'); return false } catch { return true } })",
        [*found, "("],
    )
    page.close()

    assert len(found) > 8
    assert refused == ["("]


def test_each_choice_has_a_label_and_a_meaning() -> None:
    """As many as there are choices."""
    words = [one for name, one in LIVE["definitions"].items() if name.startswith("words-")]

    assert len(words) == 6
    for one in [*words, LIVE["properties"]["kind"]]:
        assert len(one["enum"]) == len(one["x-enum-labels"]) == len(one["enumDescriptions"]) > 1


def test_the_schema_grows_with_the_words() -> None:
    """A new audience may be used at once; another entry changes nothing."""
    catalogue = load(ROOT)
    words = copy.copy(catalogue.vocabulary)
    new = words.audiences[0].model_copy(update={"id": "stagiair"})
    words = words.model_copy(update={"audiences": (*words.audiences, new)})
    grown = schema.entry_schema(
        type(catalogue)(catalogue.root, words, catalogue.sources, None, {}, catalogue.guide)
    )

    assert faults({**SOUND, "audience": ["stagiair"]}, grown) == []
    assert faults({**SOUND, "audience": ["stagiair"]})


def test_the_file_in_the_project_is_current() -> None:
    """`goodiebag schema` makes it again after a change of the model, the words or the sources."""
    assert (ROOT / schema.FILE).read_text("utf-8") == schema.render(load(ROOT))


def test_editors_find_the_schema_from_the_project_and_from_a_file() -> None:
    """In the settings of the editor, and in the first line of what a command begins."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    entry = ROOT / "catalogue/entries/integriteit/jam-cultures.yml"
    named = EDITOR.partition("$schema=")[2]

    assert settings["yaml.schemas"] == {schema.FILE: "catalogue/entries/*/*.yml"}
    assert entry in ROOT.glob(settings["yaml.schemas"][schema.FILE])
    assert (entry.parent / named).resolve() == ROOT / schema.FILE
