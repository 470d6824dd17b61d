"""Rules that the form of a text has to meet, each a pattern with what is told of a text that does not.

Here as data, because a browser keeps the same rules with the same words: the patterns are read by
Python and by JavaScript (ECMA-262) alike.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from macros.catalogue.problems import filled, shown


@dataclass(frozen=True)
class Rule:
    """A pattern that may not be found in a text or, with `require`, has to be.

    In `message` stands `{found}` for the text as messages show it, `{near}` for the nearest good
    text, and `{example}` for the sentence that names it, where there is one. A `$` in a pattern is
    the very end of the text, as in JavaScript.
    """

    pattern: str
    message: str
    require: bool = False

    def meets(self, text: str) -> bool:
        """Tell whether a text keeps to the rule."""
        return (self._sought.search(text) is not None) == self.require

    @cached_property
    def _sought(self) -> re.Pattern[str]:
        # In Python a `$` would let one line end stand behind it.
        return re.compile(self.pattern.replace("$", r"\Z"))

    def public(self) -> dict[str, str]:
        """Give the rule as the schema has it."""
        return {"require" if self.require else "refuse": self.pattern, "message": self.message}


def fault(message: str, **context: Any) -> PydanticCustomError:
    """Make an error whose message is Dutch already; braces in what was found stay as they are."""
    return PydanticCustomError("goodiebag", "{told}", {"told": message, **context})


def check(
    rules: tuple[Rule, ...], text: str, near: Callable[[str], str] | None = None
) -> PydanticCustomError | None:
    """Give what the first rule tells that a text does not meet; `near` gives a good text near it."""
    for rule in rules:
        if not rule.meets(text):
            return fault(_told(rule.message, text, near(text) if near else ""))
    return None


def keeping(
    rules: tuple[Rule, ...], near: Callable[[str], str] | None = None
) -> Callable[[str], str]:
    """Give a validator that lets through a text that meets these rules."""

    def validate(text: str) -> str:
        if found := check(rules, text, near):
            raise found
        return text

    return validate


def described(type: str, rules: tuple[Rule, ...] = (), **messages: str) -> FieldInfo:
    """Give what the schema tells of a kind of value: its name, its rules and its messages."""
    extra: dict[str, Any] = {"x-type": type}
    if rules:
        extra["x-rules"] = [rule.public() for rule in rules]
    if messages:
        extra["x-messages"] = messages
    return FieldInfo(json_schema_extra=extra)


def _told(message: str, text: str, near: str) -> str:
    example = f" Bijvoorbeeld: {near}." if near and near != text else ""
    return filled(message, found=shown(text), near=near, example=example)
