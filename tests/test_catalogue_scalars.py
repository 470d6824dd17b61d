"""A word without quotes means what YAML 1.2 says, and is refused where YAML 1.1 says otherwise."""

import pytest

from macros.catalogue.scalars import doubt, plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("30", 30),
        ("-3", -3),
        ("+3", 3),
        ("0", 0),
        ("2.5", 2.5),
        ("0.10", 0.1),
        ("nee", "nee"),
        ("2026-01-30", "2026-01-30"),
        ("1.2.3", "1.2.3"),
        ("١٢", "١٢"),
        ("-", "-"),
        ("30 min", "30 min"),
    ],
)
def test_a_plain_word_has_its_value_of_yaml_1_2(text: str, value: object) -> None:
    """Numbers, yes and no, nothing; all else is text, dates too."""
    found = plain(text)

    assert (found, type(found)) == (value, type(value))
    assert doubt(text) is None


@pytest.mark.parametrize("text", ["no", "Yes", "ON", "off"])
def test_words_for_yes_and_no_are_doubted(text: str) -> None:
    """YAML 1.1 reads them as true or false; `nee` it does not."""
    assert plain(text) == text
    assert f'schrijf dan `"{text}"`' in str(doubt(text))


@pytest.mark.parametrize(
    "text",
    [
        "12:30",
        "1:02:03",
        "0123",
        "-07",
        "1_000",
        "0x1F",
        "0o17",
        "0b11",
        "1e3",
        "1.5E-3",
        ".5",
        "-.5",
        "2.",
        ".inf",
        "-.INF",
        ".nan",
    ],
)
def test_old_ways_to_write_a_number_are_doubted(text: str) -> None:
    """YAML 1.1 reads each of them as another number than it seems."""
    assert plain(text) == text
    assert "een ander getal" in str(doubt(text))


def test_a_number_that_other_programs_cannot_keep_is_doubted() -> None:
    """JavaScript loses digits beyond fifteen."""
    assert plain("123456789012345") == 123456789012345
    assert plain("1234567890123456") == "1234567890123456"
    assert "meer dan 15 tekens" in str(doubt("1234567890123456"))
    assert plain("9" * 400 + ".0") == "9" * 400 + ".0"
