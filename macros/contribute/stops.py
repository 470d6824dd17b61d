"""Takes the full stop off the end of a title."""

import re

from macros.catalogue.texts import NO_STOP
from macros.contribute import looking

_STOP = NO_STOP.message.partition("{")[0]
"""How the message begins that tells of such a stop."""
_SHORTENED = re.compile(r"(?:\.\w+|\b(?:enz|etc|bijv|bv|nr|blz|ca|dr|jr|sr|incl|excl|max|min))\.$")
"""How a title ends of which the stop belongs to a word: its writer decides what to do with it."""


def unstopped(text: str) -> str:
    """Give the text of an entry in which no title ends with a full stop."""
    document = looking.check(text)
    wrong = {
        (problem.line, problem.column)
        for problem in document.problems
        if problem.message.startswith(_STOP)
    }
    places = []
    for node in looking.nodes(document):
        start, end = node.event.start_mark, node.event.end_mark
        is_wrong = (start.line + 1, start.column + 1) in wrong and isinstance(node.value, str)
        if is_wrong and not _SHORTENED.search(str(node.value)):
            places.append(text.rfind(".", start.index, end.index))
    for place in sorted(places, reverse=True):
        # One that is written as a code (`\\x2e`) is not found, and stays.
        text = text[:place] + text[place + 1 :] if place >= 0 else text
    return text
