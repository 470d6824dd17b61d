"""Rules on the form of a text: what they let through, what they tell, and how a browser gets them."""

import pytest
from pydantic_core import PydanticCustomError

from macros.catalogue.patterns import Rule, check, described, keeping

SHORT = Rule(r"^.{1,5}$", "{found} is te lang.{example}", require=True)
NO_DOT = Rule(r"\.", "{found} heeft een punt. Schrijf {near}.")


def told(text: str, near: str = "") -> str | None:
    """Give what is told of a text, by a rule on its length and one on dots."""
    found = check((SHORT, NO_DOT), text, lambda _text: near)
    return found.message() if found else None


@pytest.mark.parametrize(
    ("text", "near", "message"),
    [
        ("kort", "", None),
        ("te lang", "", '"te lang" is te lang.'),
        ("te lang", "lang", '"te lang" is te lang. Bijvoorbeeld: lang.'),
        ("te lang", "te lang", '"te lang" is te lang.'),
        ("a.b", "ab", '"a.b" heeft een punt. Schrijf ab.'),
        ("te.lang", "x", '"te.lang" is te lang. Bijvoorbeeld: x.'),
        ("{a}.{b}{near}", "x", '"{a}.{b}{near}" is te lang. Bijvoorbeeld: x.'),
    ],
)
def test_the_first_rule_that_is_broken_is_told(text: str, near: str, message: str | None) -> None:
    """With what was found, and with a good text that is near where there is one."""
    assert told(text, near) == message


def test_a_validator_lets_a_good_text_through_and_refuses_another() -> None:
    """The error is one that messages tell as it stands."""
    validate = keeping((NO_DOT,))

    assert validate("goed") == "goed"
    with pytest.raises(PydanticCustomError, match="heeft een punt"):
        validate("fout.")


def test_the_schema_has_the_rules_as_data() -> None:
    """A pattern that has to be there or may not be there, each with its message."""
    extra = described("line", (SHORT, NO_DOT), format="anders").json_schema_extra

    assert extra == {
        "x-type": "line",
        "x-rules": [
            {"require": r"^.{1,5}$", "message": "{found} is te lang.{example}"},
            {"refuse": r"\.", "message": "{found} heeft een punt. Schrijf {near}."},
        ],
        "x-messages": {"format": "anders"},
    }
