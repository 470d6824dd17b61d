"""The values of fields: what each kind of value accepts, and what is told of the rest."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.catalogue import ids, texts


def told(kind: Any, value: object) -> str:
    """Give the first error of a value, as its message or as pydantic's type."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    error = caught.value.errors()[0]
    return str(error["msg"] if error["type"] == "goodiebag" else error["type"])


@pytest.mark.parametrize(
    ("kind", "value", "result"),
    [
        (texts.Line, "één regel – met ‘krullen’ en 👩‍💻", None),
        (texts.Title, "Wat nu?", None),
        (texts.Title, "En toen...", None),
        (texts.Title, "x" * 90, None),
        (texts.Summary, "Een zin. Nog een.", None),
        (texts.Markdown, "Een *tekst*.\n\n- met een lijst\n", None),
        (texts.Paragraphs, "Een <b> is hier tekst.\n", None),
        (texts.Id, "goed-gesprek-in-20-minuten", None),
        (texts.Url, "https://example.org:8080/a?b=c#d", None),
        (texts.LanguageTag, "en-GB", None),
        (texts.Minutes, 1, None),
        (texts.Count, 10_000, None),
        (texts.Figure, 2.5, None),
        (texts.Figure, 81, None),
        (texts.Seconds, "0:00", 0),
        (texts.Seconds, "1:23", 83),
        (texts.Seconds, "59:59", 3599),
        (texts.Seconds, "1:02:03", 3723),
    ],
)
def test_a_good_value_is_taken_as_it_is(kind: Any, value: object, result: object) -> None:
    """Only a time becomes another value: whole seconds."""
    found = TypeAdapter(kind).validate_python(value)

    assert found == (value if result is None else result)
    assert type(found) is (int if kind is texts.Seconds else type(value))


def test_a_day_is_read_in_the_form_of_iso_8601() -> None:
    """Year, month, day."""
    assert TypeAdapter(texts.Day).validate_python("2024-02-29").isoformat() == "2024-02-29"


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (texts.Line, "", "deze tekst is leeg."),
        (texts.Line, " \n", "deze tekst is leeg."),
        (texts.Line, "een\ntwee", "deze tekst hoort op één regel."),
        (texts.Line, "een\n", "deze tekst begint of eindigt met een spatie of een lege regel."),
        (texts.Line, " een", "deze tekst begint of eindigt met een spatie of een lege regel."),
        (texts.Line, "x" * 501, "string_too_long"),
        (texts.Title, "Een titel.", 'een titel eindigt niet op een punt; gevonden: "Een titel.".'),
        (texts.Title, "x" * 91, "string_too_long"),
        (texts.Summary, "x" * 281, "string_too_long"),
        (texts.Markdown, " \n", "deze tekst is leeg."),
        (texts.Markdown, "x" * 20_001, "string_too_long"),
        (texts.Paragraphs, "\n", "deze tekst is leeg."),
        (texts.Id, "Goed Gesprek", '"Goed Gesprek" kan geen naam in een adres zijn.'),
        (
            texts.Id,
            "index",
            '"index" kan geen naam in een adres zijn: zo heet al de pagina met het overzicht.',
        ),
        (texts.Id, "a--b", '"a--b" kan geen naam in een adres zijn.'),
        (texts.Id, "-a", '"-a" kan geen naam in een adres zijn.'),
        (texts.Id, "", '"" kan geen naam in een adres zijn.'),
        (texts.Id, "x" * 81, f'"{"x" * 57}..." kan geen naam in een adres zijn.'),
        (texts.Day, "2026-1-5", 'hier hoort een datum; gevonden: "2026-1-5".'),
        (texts.Day, "2026-02-29", 'de datum "2026-02-29" bestaat niet.'),
        (texts.Day, "٢٠٢٦-٠١-٠١", "hier hoort een datum"),
        (texts.Day, 20260101, "hier hoort een datum; gevonden: 20260101."),
        (texts.Id, "goed-gesprek\n", '"goed-gesprek" kan geen naam in een adres zijn.'),
        (texts.Day, "2026-11-21\n", "hier hoort een datum"),
        (texts.Seconds, "1:23\n", "hier hoort een tijdstip"),
        (texts.Url, "https://example.org\n", '"https://example.org" is geen webadres.'),
        (texts.Url, "http://example.org", '"http://example.org" is geen webadres.'),
        (texts.Url, "https://", '"https://" is geen webadres.'),
        (texts.Url, "https://[a", '"https://[a" is geen webadres.'),
        (texts.Url, "https://exa mple.org", '"https://exa mple.org" is geen webadres.'),
        (texts.Url, "https://café.example", '"https://café.example" is geen webadres.'),
        (texts.Seconds, "1:60", 'hier hoort een tijdstip; gevonden: "1:60".'),
        (texts.Seconds, 83, "hier hoort een tijdstip; gevonden: 83."),
        (texts.Figure, True, "hier hoort een getal; gevonden: true."),
        (texts.Figure, "81%", 'hier hoort een getal; gevonden: "81%".'),
        (texts.LanguageTag, "Nederlands", "string_pattern_mismatch"),
        (texts.Minutes, 0, "greater_than_equal"),
        (texts.Minutes, 10_081, "less_than_equal"),
        (texts.Minutes, "30", "int_type"),
        (texts.Minutes, True, "int_type"),
        (texts.Minutes, 1.0, "int_type"),
        (texts.Line, 30, "string_type"),
    ],
)
def test_any_other_value_is_told(kind: Any, value: object, message: str) -> None:
    """What was found comes first; nothing is made to fit."""
    assert told(kind, value).startswith(message)


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("../a.mp3", "verlaat zijn map."),
        ("a/b.mp3", "verlaat zijn map."),
        ("a\\b.mp3", "verlaat zijn map."),
        (".a.mp3", "verlaat zijn map."),
        ("a.wav", "is geen goede bestandsnaam."),
        ("A b.MP3", "Bijvoorbeeld: a-b.mp3."),
        ("a.mp3.mp3", "Bijvoorbeeld: a-mp3.mp3."),
        ("mp3", "is geen goede bestandsnaam."),
    ],
)
def test_the_name_of_a_file_stays_in_its_folder(file: str, message: str) -> None:
    """No path, no capitals, the right extension."""
    assert message in told(texts.Mp3, file)


DEVICES = [
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
]


@pytest.mark.parametrize("name", DEVICES)
def test_a_name_that_windows_keeps_for_itself_is_refused(name: str) -> None:
    """Of an entry and of a file, whatever its extension: a copy on Windows would lack it."""
    why = "Windows kan geen bestand met die naam bewaren. Kies een andere naam, bijvoorbeeld over-"
    mp3 = texts.Mp3

    assert told(texts.Id, name) == f'"{name}" kan geen naam in een adres zijn: {why}{name}.'
    assert told(mp3, f"{name}.mp3") == (
        f'"{name}.mp3" kan geen bestandsnaam zijn: {why}{name}.mp3.'
    )


@pytest.mark.parametrize("id", ["indexen", "com0", "com10", "lpt", "con-1", "nulmeting"])
def test_a_name_that_only_looks_like_one_that_is_kept_is_free(id: str) -> None:
    """Nobody is bothered without need."""
    assert TypeAdapter(texts.Id).validate_python(id) == id
    assert ids.as_id(id) == id
