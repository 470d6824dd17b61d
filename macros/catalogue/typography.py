"""Spaces at which no line ends, as Dutch typography has them.

A number stays with its unit (`15 minuten`, `40 %`), a day with its month and that with its year, and
`art.`, `blz.`, `nr.` and `€` with the number that follows. `proposal-prose.js` does the same for the
preview of the form; a test holds both beside each other.
"""

import re

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_UNIT = (
    "seconden?|minuut|minuten|min|uur|uren|dag|dagen|week|weken|maand|maanden|jaar|jaren|keer|mensen"
    "|personen|procent|euro|meter|km|kg|kB|MB|GB"
)
_BOUND = (
    rf"[0-9½¼¾][ \n](?=%|(?:{_UNIT}|{_MONTH})\b)"
    rf"|\b(?:{_MONTH})[ \n](?=[0-9]{{4}}\b)"
    r"|(?:\b(?:art|blz|nr)\.|€)[ \n](?=[0-9])"
)
"""What ends with a space to hold."""
_APART = (
    r"<(code|pre|kbd|samp|script|style|textarea)\b[^>]*>[\s\S]*?</\1>"
    r"|<!--[\s\S]*?-->"
    r"""|<(?:[^<>"']|"[^"]*"|'[^']*')*>"""
)
"""Code, remarks, and tags with their attributes: these stay as they are."""

_PLACE = re.compile(_BOUND, re.ASCII)
_PART = re.compile(f"{_APART}|{_BOUND}", re.ASCII)


def bound(html: str) -> str:
    """Give the HTML with no-break spaces where a line may not end; its tags and code as they were."""
    # Most texts have no such place, and finding that out takes a tenth of the time.
    return _PART.sub(_held, html) if _PLACE.search(html) else html


def _held(part: re.Match[str]) -> str:
    found = part[0]
    return found if found.startswith("<") else f"{found[:-1]}\N{NO-BREAK SPACE}"
