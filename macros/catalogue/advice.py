"""What may be hard to read: advice to a writer, never a problem.

The measures are textstat's, not ours, and this is the only module that knows it. Its formula for
Dutch is the one of Flesch as Douma fitted it: it counts words and syllables and knows no meaning,
so it cannot tell a level of language. It shows where a writer can look again.
"""

import re
from collections.abc import Iterator
from functools import cache
from math import floor
from typing import Any

from pydantic import BaseModel

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.document import Words
from macros.catalogue.problems import Problem, field_name, shown
from macros.catalogue.reading import read
from macros.catalogue.sources import Sources
from macros.catalogue.wording import paragraphs, sentences, texts

MAX_WORDS = 25
"""Words in a sentence; a longer one is told."""
MIN_SCORE = 60
"""From here on Douma's table calls a text normal or easy; a passage below it is told."""
MIN_PASSAGE = 50
"""Words that a passage has at least: of a shorter one the score says little."""

QUOTED = ("title", "issuer", "reference", "quote")
"""Fields of sources.yml with the words of others, which stay as they are."""


def advice(catalogue: Catalogue) -> list[Problem]:
    """Give the long sentences and the hard passages of a catalogue with their places, sorted."""
    return sorted(
        told for file, block in written(catalogue).items() for told in _file(catalogue, file, block)
    )


def written(catalogue: Catalogue) -> dict[str, BaseModel]:
    """Give what people wrote: by file, the object that was read from it."""
    guide = catalogue.guide if catalogue.guide.situations else None
    singles = (catalogue.vocabulary, catalogue.sources, catalogue.channel, guide)
    return {entry.path: entry for entry in catalogue.entries.values()} | {
        single.FILE: single for single in singles if single
    }


def _file(catalogue: Catalogue, file: str, block: BaseModel) -> Iterator[Problem]:
    """Yield the advice on one file, which is read again only when there is some."""
    found = [
        (way, *told)
        for way, text in texts(block)
        if not (isinstance(block, Sources) and way[-1] in QUOTED)
        for told in (*_long(text), *_hard(text))
    ]
    if found:
        document = read(catalogue.root / file, file)
        for way, words, message in found:
            yield Problem(file, *document.position(way, words=words), field_name(way), message)


def _long(text: str) -> Iterator[tuple[Words, str]]:
    """Yield each sentence of a text that is long, with the word at which it begins."""
    for part in _parts(text):
        for word, sentence in part:
            if (count := _words(sentence)) > MAX_WORDS:
                message = f"deze zin heeft {count} woorden: {shown(sentence)}. Maak er zinnen van met hooguit {MAX_WORDS} woorden."
                yield word, message


def _hard(text: str) -> Iterator[tuple[Words, str]]:
    """Yield each passage of a text that scores low, with the word at which it begins.

    A passage is as many paragraphs as it takes to judge them. Headings, cells and words in a
    list are no sentences, which is what the formula is about.
    """
    passage: list[tuple[Words, str]] = []
    for part in _parts(text):
        if re.search(r"[.!?…][\"”’')]*$", part[-1][1]):
            passage += part
        joined = " ".join(sentence for _, sentence in passage)
        if _words(joined) >= MIN_PASSAGE:
            if (score := floor(_measures().flesch_reading_ease(joined))) < MIN_SCORE:
                message = (
                    f"deze passage leest misschien lastig: {score} op de schaal van Flesch-Douma, "
                    f"waar een gewone tekst minstens {MIN_SCORE} heeft. Probeer kortere zinnen en kortere woorden."
                )
                yield passage[0][0], message
            passage = []


def _parts(text: str) -> Iterator[list[tuple[Words, str]]]:
    """Yield the paragraphs of a text as sentences, each with the word at which it begins."""
    after = 0
    for paragraph in paragraphs(text):
        part = []
        for sentence in sentences(paragraph):
            start = _find(sentence, text, after)
            part.append((_word(text, start), sentence))
            after = start + 1
        yield part


def _find(sentence: str, text: str, after: int) -> int:
    """Give where a plain sentence begins in the text as it was typed, as near as can be told."""
    words = re.findall(r"\w+", sentence)
    for number in (3, 1):
        begin = r"[\W_]+".join(map(re.escape, words[:number]))
        if words and (found := re.compile(rf"\b{begin}\b").search(text, after)):
            return found.start()
    return after


def _word(text: str, at: int) -> Words:
    """Give the word at an offset, and how often the same letters stand before it."""
    found = re.compile(r"\w+").search(text, at)
    return (found[0], text.count(found[0], 0, found.start())) if found else ("", 0)


def _words(text: str) -> int:
    return int(_measures().lexicon_count(text))


@cache
def _measures() -> Any:
    """Give textstat, set to Dutch. It is loaded only where advice is asked."""
    import textstat

    textstat.set_lang("nl")
    return textstat
