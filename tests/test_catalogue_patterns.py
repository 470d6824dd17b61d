"""Rules about the form of a text are data: patterns, each with what is told of a text that breaks it."""

import pytest
from pydantic_core import PydanticCustomError

from macros.catalogue.patterns import Rule, check, keeping

RULES = (
    Rule(r"\s", "{found} heeft een spatie.{example}"),
    Rule("^[a-z]+$", "{found} kan niet. Kies {near}.", require=True),
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("goed", None),
        ("te ver", '"te ver" heeft een spatie. Bijvoorbeeld: beter.'),
        ("FOUT", '"FOUT" kan niet. Kies beter.'),
        ("{near}", '"{near}" kan niet. Kies beter.'),
    ],
)
def test_the_first_rule_that_a_text_breaks_is_told(text: str, message: str | None) -> None:
    """With what was found and what is near; braces in what was found stay as they are."""
    found = check(RULES, text, lambda _text: "beter")

    assert (found.message() if found else None) == message


def test_a_validator_lets_a_good_text_through() -> None:
    """And raises for another."""
    assert keeping(RULES)("goed") == "goed"
    with pytest.raises(PydanticCustomError, match="heeft een spatie"):
        keeping(RULES)("te ver")


def test_a_rule_is_published_as_what_to_refuse_or_to_require() -> None:
    """As the schema has it."""
    assert [next(iter(rule.public())) for rule in RULES] == ["refuse", "require"]
