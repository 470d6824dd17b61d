"""What a plain word in YAML means: the core schema of YAML 1.2, without its surprises."""

import re

from macros.catalogue.problems import shown

Scalar = str | int | float | bool | None

MAX_DIGITS = 15
"""A longer number loses digits in JSON and JavaScript; no field needs one."""

_CONSTANTS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")
_YES_NO = {"yes", "no", "on", "off"}
_MAX_SURPRISE = 40
_SURPRISE = re.compile(
    r"[-+]?\d[\d_]*(:[0-5]?\d)+|[-+]?0[\d_]+|[-+]?\d+_[\d_]*|0[xob][\da-f]+"
    r"|[-+]?(\d+\.?|\.\d)\d*e[-+]?\d+|[-+]?\.\d+|[-+]?\d+\.|[-+]?\.(inf|nan)",
    re.IGNORECASE | re.ASCII,
)


def plain(text: str) -> Scalar:
    """Give the value of a word without quotes: null, true or false, a number, or else text."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in "-+0123456789" and _NUMBER.fullmatch(text) and len(text) <= MAX_DIGITS:
        return float(text) if "." in text else int(text)
    return text


def doubt(text: str) -> str | None:
    """Give in Dutch why a text without quotes may not be what its writer means, or None.

    YAML 1.1, which other programs still read, takes `no` as false, `12:30` as 750 and `0123`
    as 83.
    """
    if len(text) <= 3 and text.lower() in _YES_NO:
        return (
            f"{shown(text)} zonder aanhalingstekens kan ook ja of nee betekenen. "
            f"Bedoel je het woord, schrijf dan {_quoted(text)}. Bedoel je ja of nee, schrijf dan true of false."
        )
    if text[:1] not in "-+.0123456789":
        return None
    if len(text) <= _MAX_SURPRISE and _SURPRISE.fullmatch(text):
        return (
            f"{shown(text)} zonder aanhalingstekens kan ook een ander getal betekenen. "
            f"Bedoel je tekst, schrijf dan {_quoted(text)}. Bedoel je een getal, schrijf dan alleen cijfers."
        )
    if len(text) > MAX_DIGITS and _NUMBER.fullmatch(text):
        return f"dit getal heeft meer dan {MAX_DIGITS} tekens. Bedoel je tekst, zet er dan aanhalingstekens omheen."
    return None


def _quoted(text: str) -> str:
    return f'`"{text}"`'
