"""The YAML that the form writes, in a real browser: our own reader takes it and gives the same values."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.catalogue import decoding
from macros.catalogue.loading import load
from macros.catalogue.model import KINDS
from macros.catalogue.reading import read
from tests.conftest import Check, Visit
from tests.project import EXAMPLE, ROOT

ENTRY = "catalogue/entries/integriteit/voorstel.yml"
ENTRIES = sorted(
    file for folder in (ROOT, EXAMPLE) for file in (folder / "catalogue/entries").rglob("*.yml")
)
MODULE = "assets/js/proposal-yaml.js"

TEXTS = [
    "Gewone woorden",
    'Hij zei: "ja", en ‘nee’ – “echt”',
    "it's een \\ met een 'quote",
    "Over twee dingen: een en twee",
    "Een dubbele punt aan het eind:",
    "sleutel: waarde",
    "C# en #hashtag # geen opmerking",
    "# geen kop",
    "--- ",
    "---",
    "...",
    "- x",
    "-x",
    "? x",
    ": x",
    "! x",
    "& anker",
    "* ster",
    "% procent",
    "@ apenstaart",
    "` accent",
    "| pijp",
    "> groter",
    "[lijst, van, dingen]",
    "{blok: van}",
    "<<",
    "=",
    "~",
    "null",
    "true",
    "False",
    "yes",
    "no",
    "No",
    "on",
    "OFF",
    "y",
    "N",
    "12:30",
    "1:02:03",
    "-1:30",
    "0123",
    "0x1F",
    "0o17",
    "1_000",
    "1e3",
    "1.5",
    ".5",
    "5.",
    "+5",
    "-5",
    "5",
    "1234567890123456789",
    ".inf",
    ".NaN",
    "2026-11-21",
    "2026-11-21 12:30:00",
    "9789000000003",
    "Eén café, naïef, reünie, coördinatie, übung, ñ, œ, ﬁ, ₂",
    "Emoji 😀 en 👩‍💻 en 🏳️‍🌈",
    "日本語 العربية עברית",
    "een harde\u00a0spatie",
    "\u00a0harde spatie vooraan",
    "harde spatie achteraan\u00a0",
    "twee  spaties",
    " spatie vooraan",
    "spatie achteraan ",
    "eerste regel\ntweede regel",
    "eerste regel\n\n\nvierde regel",
    "eindigt op een regel\n",
    "eindigt op twee regels\n\n",
    "\nbegint met een regel",
    "  begint met spaties\nen gaat door",
    "een regel met een spatie erachter \nen nog een",
    "- punt één\n- punt twee\n\n  # geen opmerking\n\n      code: ja",
    "--- \ntekst\n---\nna",
    "...\nna",
    "a\n\u00a0b",
    "a\nnote: \u00a0b",
    "a\u00a0\nb",
    "a\n- \u00a0b",
    "tekst\n    ingesprongen\nterug",
    "regel: een\nregel: twee",
    "lang " * 60 + "eind",
    "lang: # - woord " * 30 + "eind",
    "zonderspaties" * 40,
    "woord  " * 40 + "eind",
    "lang met een harde\u00a0spatie en nog heel veel woorden " * 6 + "eind",
    "# " + "lang woord " * 20 + "eind",
    "- " + "lang woord " * 20 + "eind",
    "--- " + "lang woord " * 20 + "eind",
    "alinea " * 30 + "\n\n" + "alinea " * 30 + "eind",
    '{{ 7 * 7 }} {% raw %} {# niets #} <b>&amp;</b> <script>alert("x")</script>',
    "$ & ' \" \\ / \\n \\t \\u0041",
    "é" * 3_000,
]
"""Texts that YAML, or something that reads it, is known to trip over."""

UNTIDY = {
    "tab\tmidden": "tab midden",
    "regel\n\tmet tab": "regel\n    met tab",
    "Windows\r\nregels\r\nhier": "Windows\nregels\nhier",
    "oude Mac\rregel": "oude Mac\nregel",
    "nul\u200bbreed\ufeff en \u2066gericht\u2069": "nulbreed en gericht",
    "bel\u0007 en\u0085regel\u2028regel": "bel en\nregel\nregel",
    "half \ud83d teken": "half � teken",
}
"""What no file may hold, and what stands there instead."""


@pytest.fixture(scope="module")
def form(workbench: Visit) -> Page:
    """A page of the example's site on which the modules of the form can be used."""
    workbench.page.evaluate(
        """async (module) => {
            window.yaml = await import(new URL(module, document.baseURI));
            const get = async (address) => (await fetch(address)).json();
            window.context = await get("../data/voorstel.json");
        }""",
        f"../{MODULE}",
    )
    return workbench.page


def written(form: Page, kind: str, values: dict[str, Any]) -> str:
    """Give the YAML that the form makes of these values."""
    return str(form.evaluate("([k, v]) => yaml.toYaml(k, v, context)", [kind, values]))


def edited(form: Page, text: str, values: dict[str, Any]) -> tuple[str, list[str]]:
    """Give the YAML that the form makes of an existing one, and what it says was lost."""
    found = form.evaluate("([t, v]) => yaml.edit(t, v, context)", [text, values])
    return found["text"], found["lost"]


def values_of(form: Page, text: str) -> dict[str, Any]:
    """Give the values that the form reads from a file."""
    found = form.evaluate("text => yaml.fromYaml(text)", text)
    assert found["problem"] is None
    return dict(found["values"])


def loaded(folder: Path, text: str) -> Any:
    """Give what our own reader makes of a file; a problem fails the test."""
    file = folder / "voorstel.yml"
    file.write_bytes(text.encode())
    document = read(file, file.name)
    assert [str(problem) for problem in document.problems] == [], text[:2000]
    return document.data


def whole(kind: str, text: str) -> dict[str, Any]:
    """Give values for every field of a kind, each text of which is this one."""
    shared: dict[str, Any] = {
        "title": text, "subtitle": text, "lang": "en", "summary": text, "body": text,
        "focus_areas": ["moreel-beraad", "no"], "audience": ["medewerker"], "keywords": [text, "no", text],
        "related": [{"entry": "grijze-gebied", "how": "follows"}, {"entry": "12-30", "how": text}],
        "sources": ["we-werken-thuis"], "published": "2026-01-01", "reviewed": "2026-01-02",
        "former_ids": ["oud", "007"],
        "provenance": {"origin": "editorial", "material": "complete", "note": text},
        "downloads": [{"title": text, "file": "blad.pdf"}],
        "links": [{"title": text, "url": "https://example.org/?a=1&b=#c"}],
    }  # fmt: skip
    activity: dict[str, Any] = {
        "goal": text, "when_to_use": text, "when_not": text, "duration": {"min": 5, "max": 60},
        "preparation": 10, "group_size": {"min": 2, "max": 12}, "setting": ["kantoor", "online"],
        "materials": [text, text], "harvest": text, "tips": [text], "pitfalls": [text, "x", text],
        "steps": [{"title": text, "minutes": 5, "text": text}, {"title": text}, {"title": "x", "text": text}],
        "variations": [{"title": text, "text": text}],
    }  # fmt: skip
    own: dict[str, dict[str, Any]] = {
        "method": activity,
        "intervention": activity,
        "podcast": {
            "series": "voorbeeldreeks", "number": 2, "audio": "een.mp3", "transcript": "een.vtt",
            "chapters": [{"start": "0:00", "title": text}, {"start": "12:30", "title": text}],
            "speakers": [text], "guid": "urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f91",
        },
        "book-review": {
            "series": "boekenplank", "number": 2, "reviewer": text, "takeaways": [text],
            "book": {"title": text, "lang": "en", "authors": [text], "publisher": text, "year": 2019, "isbn": "9789000000003"},
        },
        "collection": {"entries": ["grijze-gebied", "1-2", "no"]},
        "study": {"findings": [text, text]},
        "background": {"findings": [text]},
    }  # fmt: skip
    return {"kind": kind, **shared, **own[kind]}


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_in_every_field_comes_back_from_our_reader(
    form: Page, tmp_path: Path, kind: str
) -> None:
    """Quotes, colons, emoji, very long text, diacritics, `no` and `12:30`: without a problem, and the same."""
    proposals = [whole(kind, text) for text in TEXTS]
    made = form.evaluate("all => all.map((v) => yaml.toYaml(v.kind, v, context))", proposals)
    back = form.evaluate("all => all.map((text) => yaml.fromYaml(text).values)", made)

    for text, values, yaml, again in zip(TEXTS, proposals, made, back, strict=True):
        assert loaded(tmp_path, yaml) == values, text
        assert again == values, text


def test_what_no_file_may_hold_is_taken_out(form: Page, tmp_path: Path) -> None:
    """Tabs become spaces, line ends become those of Unix, and invisible signs go."""
    for text, tidy in UNTIDY.items():
        made = form.evaluate(
            "t => yaml.toYaml('study', { title: JSON.parse(t), findings: [JSON.parse(t)] }, context)",
            json.dumps(text),
        )
        found = loaded(tmp_path, made)
        assert found == {"kind": "study", "title": tidy, "findings": [tidy]}


def test_the_form_takes_out_exactly_what_our_reader_refuses(form: Page) -> None:
    """Of every character that there is up to U+FFFF."""
    signs = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    kept = form.evaluate("signs => signs.map((sign) => yaml.tidy(`a${sign}b`))", signs)
    refused = {sign for sign in signs if sign != "\r" and decoding.invisible(sign)}

    changed = {
        sign for sign, text in zip(signs, kept, strict=True) if text != f"a{sign}b" and sign != "\r"
    }
    assert changed == refused
    assert len(refused) > 60


def test_an_entry_that_did_not_change_keeps_every_byte(form: Page) -> None:
    """Its comments, order, quotes and folded lines stay as people made them, and the form reads what we read.

    The oddest characters that we could think of too.
    """
    for entry in ENTRIES:
        text = entry.read_text(encoding="utf-8")
        values = values_of(form, text)
        assert edited(form, text, values) == (text, [])
        assert loaded_text(entry) == values


def loaded_text(entry: Path) -> Any:
    """Give what our reader makes of an entry of the catalogue."""
    return read(entry, entry.name).data


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_entry_of_every_kind_becomes_part_of_the_catalogue(
    form: Page, root: Path, check: Check, kind: str
) -> None:
    """Loaded by our own loader with everything else, without a problem."""
    values: dict[str, Any] = {
        "title": 'Nieuw: een "stuk" met 12:30 # en 😀',
        "summary": "Hoe het werkt: zo. " * 9 + "Klaar",
        "body": "Een alinea.\n\n## Tussenkop: ja\n\n- punt # één\n- *punt* twee\n",
        "audience": ["medewerker"],
        "keywords": ["no", "12:30", "café", "-x"],
        "published": "2026-01-01",
        "provenance": {"origin": "editorial", "material": "complete", "note": "Let op: ja."},
    }
    own: dict[str, dict[str, Any]] = {
        "method": {"goal": "Doel: af.", "steps": [{"title": "no", "minutes": 5, "text": "- doe: dit"}]},
        "intervention": {"goal": "# is geen kop", "duration": {"min": 5, "max": 10}},
        "podcast": {
            "series": "voorbeeldreeks", "number": 2,
            "chapters": [{"start": "0:00", "title": "Begin"}, {"start": "12:30", "title": "no"}],
        },
        "book-review": {"book": {"title": "1984", "year": 1949, "isbn": "9789000000003"}},
        "collection": {"entries": ["grijze-gebied"]},
        "study": {"findings": ["yes", "Twee: drie"]},
        "background": {"findings": ["~"]},
    }  # fmt: skip
    if kind == "intervention":
        own[kind]["goal"] = "Bij #1: af."
    folder = "productieve-werkomgeving" if kind == "podcast" else "integriteit"
    file = root / f"catalogue/entries/{folder}/nieuw-{kind}.yml"
    file.write_text(written(form, kind, {**values, **own[kind]}), encoding="utf-8")

    assert check() == []
    entry = load(root).entries[f"nieuw-{kind}"]
    assert (entry.kind, entry.title, entry.keywords) == (
        kind,
        values["title"],
        tuple(values["keywords"]),
    )


def test_fields_stand_in_the_order_of_the_model(form: Page) -> None:
    """However the values came in, nested blocks too, and what is empty is left out."""
    values = {
        "steps": [{"text": "Uitleg.", "title": "Stap"}],
        "duration": {"max": 60, "min": 30},
        "audience": ["team", "leidinggevende"],
        "title": "Een titel",
        "subtitle": "",
        "materials": [],
        "group_size": {"min": None},
        "tips": ["", " "],
    }

    assert written(form, "method", values) == (
        "kind: method\n"
        "title: Een titel\n"
        "audience: [team, leidinggevende]\n"
        "duration: {min: 30, max: 60}\n"
        "steps:\n"
        "  - title: Stap\n"
        "    text: Uitleg.\n"
    )


def test_the_yaml_is_what_a_person_would_write(form: Page) -> None:
    """Plain where that is safe, folded where it is long, a block where it has lines."""
    values = {
        "title": "Eén goed gesprek, zonder haast",
        "summary": "Een zin die zo lang is dat hij niet op één regel past, en die daarom verderop nog een keer verdergaat.",
        "body": "Eerst dit.\n\nDan dat.",
        "published": "2026-11-21",
        "provenance": {"origin": "editorial", "material": "complete"},
        "chapters": [{"start": "0:00", "title": "Begin"}],
    }

    assert written(form, "podcast", values) == (
        "kind: podcast\n"
        "title: Eén goed gesprek, zonder haast\n"
        "summary: >-\n"
        "  Een zin die zo lang is dat hij niet op één regel past, en die daarom verderop nog een keer\n"
        "  verdergaat.\n"
        "body: |-\n"
        "  Eerst dit.\n"
        "\n"
        "  Dan dat.\n"
        "published: 2026-11-21\n"
        "provenance: {origin: editorial, material: complete}\n"
        "chapters:\n"
        '  - start: "0:00"\n'
        "    title: Begin\n"
    )


MARKED = "een verwijzing, een anker of een tag (met *, & of !) kan hier niet. Schrijf de waarde voluit, of zet de tekst tussen aanhalingstekens."
NO_FIELDS = (
    "hier horen velden te staan, zoals `title: ...`. Begin met de sjabloon op de pagina Bijdragen."
)
UNREADABLE = "dit kan ik niet lezen als YAML. Kijk of er een dubbele punt, een aanhalingsteken of een inspringing verkeerd staat."
REWRITTEN = "Het bestand is helemaal opnieuw geschreven: de volgorde en de opmaak kunnen anders zijn dan ze waren."

COMMENTED = """\
# Boven het bestand.
kind: method

title: 'Oude titel'  # achter de titel
# Bij de samenvatting.
summary: >-  # gevouwen
  Een samenvatting die
  op twee regels staat.
audience: [team]   # voor wie
published: 2026-01-01
provenance: {origin: editorial, material: complete}

goal: |
  Een doel.
# De stappen.
steps:
  # Eerst.
  - title: Een
    minutes: 5   # kort
    text: |
      Regel een.

      Regel twee.
  # Daarna.
  - title: Twee
  - title: "Drie"
    minutes: 10
tips:
  # Over tip een.
  - Tip een
  - Tip twee  # over tip twee
# Onderaan.
"""


def change(form: Page, **changes: Any) -> tuple[str, list[str]]:
    """Change fields of the commented entry; None takes one away."""
    values = values_of(form, COMMENTED)
    return edited(form, COMMENTED, {**values, **changes})


def difference(text: str) -> tuple[list[str], list[str]]:
    """Give the lines that went from the commented entry and the lines that came, in order."""
    old, new = COMMENTED.splitlines(), text.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_only_the_line_that_changed_is_another(form: Page) -> None:
    """With the remark behind it."""
    text, lost = change(form, title="Nieuwe: titel")

    assert difference(text) == (
        ["title: 'Oude titel'  # achter de titel"],
        ['title: "Nieuwe: titel" # achter de titel'],
    )
    assert lost == []


def test_a_text_of_more_lines_keeps_its_remark_and_its_end(form: Page) -> None:
    """The remark goes to the first line, and a block that ended with a line end still does."""
    text, lost = change(form, summary="Kort.", goal="Een.\n\nTwee.", title="Een\ntwee")

    assert "summary: Kort. # gevouwen\n" in text
    assert "goal: |\n  Een.\n\n  Twee.\n# De stappen.\n" in text
    assert "title: |- # achter de titel\n  Een\n  twee\n# Bij de samenvatting.\n" in text
    assert lost == []


def test_a_step_that_moves_takes_its_remarks_along(form: Page) -> None:
    """Every line of the three steps is there, in the new order."""
    one, two, three = values_of(form, COMMENTED)["steps"]
    text, lost = change(form, steps=[two, three, one])

    assert lost == []
    assert sorted(text.splitlines()) == sorted(COMMENTED.splitlines())
    places = [text.index(words) for words in ("# Daarna.", "Twee", "Drie", "Een\n    min", "kort")]
    assert places == sorted(places)
    assert values_of(form, text)["steps"] == [two, three, one]


def test_a_field_inside_a_step_changes_alone(form: Page) -> None:
    """Also one that is added there, in the order of the model."""
    one, two, three = values_of(form, COMMENTED)["steps"]
    text, lost = change(form, steps=[{**one, "minutes": 7}, {**two, "minutes": 3}, three])

    assert lost == []
    gone, came = difference(text)
    assert gone == ["    minutes: 5   # kort"]
    assert came == ["    minutes: 7 # kort", "    minutes: 3"]
    assert "  - title: Twee\n    minutes: 3\n  - title: " in text


def test_a_new_field_stands_where_the_model_has_it(form: Page) -> None:
    """Between its neighbours, and first or last where it is."""
    text, lost = change(
        form,
        subtitle="Erbij",
        keywords=["a b", "c"],
        variations=[{"title": "Online", "text": "Zo."}],
    )

    assert lost == []
    assert text.index("# achter de titel") < text.index("subtitle: Erbij") < text.index("# Bij de")
    assert "voor wie\nkeywords:\n  - a b\n  - c\npublished" in text
    assert "# over tip twee\nvariations:\n  - title: Online\n    text: Zo.\n# Onderaan.\n" in text


def test_what_goes_says_which_remarks_it_took(form: Page) -> None:
    """Remarks inside it are told; those that stand apart stay."""
    values = values_of(form, COMMENTED)
    del values["tips"], values["audience"]
    values["steps"] = values["steps"][:1]
    text, lost = edited(form, COMMENTED, values)

    assert lost == [
        f"De opmerking “{remark}” kon niet blijven staan."
        for remark in ("voor wie", "Daarna.", "Over tip een.", "over tip twee")
    ]
    assert text.endswith("      Regel twee.\n# Onderaan.\n")
    assert "audience" not in text


def test_a_heading_in_a_text_is_no_remark(form: Page) -> None:
    """Nor is a `#` between quotes: when such a text goes, nothing is said to be lost."""
    text = "kind: study\ntitle: 'Werken # in C#'\nbody: |\n  ## Kop\n\n  # Nog een\n"

    assert edited(form, text, {"kind": "study", "title": "Kort"}) == (
        "kind: study\ntitle: Kort\n",
        [],
    )


def test_a_file_that_cannot_be_edited_is_written_anew_and_that_is_said(form: Page) -> None:
    """A block between braces has no lines of its own, and neither has a text that is no YAML."""
    values = {"kind": "study", "title": "Anders"}
    for text in ("{title: Een, kind: study}\n", "title: [\n", "- een\n"):
        assert edited(form, text, values) == ("kind: study\ntitle: Anders\n", [REWRITTEN])


def test_any_change_gives_a_file_with_those_values(form: Page, tmp_path: Path) -> None:
    """Of every entry of the catalogue each field in turn goes, or becomes something odd."""
    for file in ENTRIES[::2]:
        text = file.read_text(encoding="utf-8")
        values = values_of(form, text)
        changed = []
        for name in sorted(values.keys() - {"kind"}):
            changed.append({other: value for other, value in values.items() if other != name})
            changed.append({**values, name: _odd(values[name])})
        made = form.evaluate(
            "([t, all]) => all.map((values) => yaml.edit(t, values, context))", [text, changed]
        )
        for wanted, found in zip(changed, made, strict=True):
            assert _trimmed(loaded(tmp_path, found["text"])) == _trimmed(wanted), file.name
            assert REWRITTEN not in found["lost"]


def _odd(value: Any) -> Any:
    if isinstance(value, str):
        return f"{value.strip()}: # no\n\n12:30"
    if isinstance(value, list):
        return [
            *reversed([_odd(part) if place == 0 else part for place, part in enumerate(value)]),
            value[0],
        ]
    if isinstance(value, dict):
        return {name: _odd(part) for name, part in value.items()}
    return value + 1


def _trimmed(value: Any) -> Any:
    if isinstance(value, str):
        return value.rstrip("\n")
    if isinstance(value, list):
        return [_trimmed(part) for part in value]
    if isinstance(value, dict):
        return {name: _trimmed(part) for name, part in value.items()}
    return value


def test_a_file_of_windows_is_read(form: Page) -> None:
    """A mark at its beginning and its line ends are no problem here: the form writes its own."""
    assert values_of(form, "\ufeffkind: study\r\ntitle: Een\r\n") == {
        "kind": "study",
        "title": "Een",
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "dit bestand is leeg. Begin met de sjabloon op de pagina Bijdragen."),
        ("kind: study\nkind: study\n", "regel 2, kolom 1: dit veld staat er twee keer. Haal er één weg."),
        ("Zomaar een tekst.\n", NO_FIELDS),
        ("- een\n- twee\n", NO_FIELDS),
        ("title: &a x\nsummary: *a\n", MARKED),
        ("title: !!str x\n", MARKED),
        ("title: [een\n", f"regel 2, kolom 1: {UNREADABLE}"),
        ("title: Een: twee\n", f"regel 1, kolom 8: {UNREADABLE}"),
        ("title: a\n---\ntitle: b\n", "regel 2, kolom 1: hier begint een tweede stuk (---). Zet elk stuk in een eigen bestand."),
    ],
)  # fmt: skip
def test_a_text_that_is_no_entry_is_told_in_dutch(form: Page, text: str, problem: str) -> None:
    """With its place where there is one."""
    assert form.evaluate("text => yaml.fromYaml(text)", text) == {
        "values": None,
        "problem": problem,
    }


def test_a_text_with_the_names_of_javascript_is_no_danger(form: Page) -> None:
    """`__proto__` is a key as any other."""
    text = "kind: study\n__proto__: x\nconstructor: y\n"
    assert form.evaluate("t => JSON.stringify(yaml.fromYaml(t).values)", text) == (
        '{"kind":"study","__proto__":"x","constructor":"y"}'
    )


def test_nothing_is_fetched_and_nothing_complains(form: Page, workbench: Visit) -> None:
    """The module works under the strict policy of the site."""
    written(form, "study", {"title": "Een"})
    assert workbench.complaints == []
    assert len(workbench.hosts) == 1
