"""Reads what the computer voice says: a script in Markdown becomes chapters of sentences.

A script has one `# title`, then `## ` headings that open chapters; every paragraph under them is
spoken. Nothing else of Markdown is allowed, because it could be seen but not heard.
"""

import re
from dataclasses import dataclass
from pathlib import Path

MARKUP = re.compile(r"[*_`<>\[\]{}#|~\\]|https?:|^\s*([-+]|\d+[.)])\s", re.MULTILINE)
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]*[A-ZÀ-ÖØ-Þ0-9])")
SHORTENED = re.compile(r"\b(?:art|bijv|blz|ca|dr|drs|enz|ing|ir|mr|nr|o\.a|prof|resp|t\.a\.v)\.$")


@dataclass(frozen=True)
class SpokenChapter:
    """A chapter of a script: its title, which is shown, and its paragraphs of sentences, spoken."""

    title: str
    paragraphs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Script:
    """A whole script; the title is shown, never spoken."""

    title: str
    chapters: tuple[SpokenChapter, ...]


class ScriptError(Exception):
    """A script cannot be spoken; `line` counts from 1, `message` says in Dutch what to do."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        self.message = message
        super().__init__(f"regel {line}: {message}")


def read(path: Path) -> Script:
    """Read the script at `path`; raises ScriptError when it cannot be spoken as it stands."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ScriptError(
            1, "dit bestand is geen UTF-8. Sla het op als UTF-8 en probeer het opnieuw."
        ) from None
    return parse(text)


def parse(text: str) -> Script:
    """Make a script of its text; raises ScriptError when it cannot be spoken as it stands."""
    title = ""
    chapters: list[tuple[int, str, list[tuple[str, ...]]]] = []
    for line, block in _blocks(text):
        if block.startswith(("# ", "## ")) and "\n" in block:
            raise ScriptError(line, "onder de kop hoort een witregel. Voeg die toe.")
        if block.startswith("## "):
            chapters.append((line, block[3:].strip(), []))
        elif block.startswith("# ") and not title and not chapters:
            title = block[2:].strip()
        elif found := MARKUP.search(block):
            at = line + block[: found.start()].count("\n")
            shown = found.group().strip() or block.split()[0]
            raise ScriptError(
                at,
                f"hier staat opmaak ({shown}) die niemand hoort. Schrijf gewone zinnen, en een "
                "kop met ## ervoor en een witregel eronder.",
            )
        elif not chapters:
            raise ScriptError(
                line, "deze tekst staat voor het eerste hoofdstuk. Zet er een kop boven: ## Kop."
            )
        else:
            chapters[-1][2].append(sentences(block))
    if not title:
        raise ScriptError(1, "de titel ontbreekt. Begin met een regel zoals: # Titel.")
    if not chapters:
        raise ScriptError(1, "er is geen hoofdstuk. Zet boven de eerste alinea een kop: ## Kop.")
    for line, heading, paragraphs in chapters:
        if not paragraphs:
            raise ScriptError(
                line, f'onder "{heading}" staat geen tekst. Vul die aan of haal de kop weg.'
            )
    return Script(
        title, tuple(SpokenChapter(heading, tuple(parts)) for _, heading, parts in chapters)
    )


def sentences(paragraph: str) -> tuple[str, ...]:
    """Split a paragraph into sentences; a full stop after a shortened word ends none."""
    text = " ".join(paragraph.split())
    found: list[str] = []
    start = 0
    for end in SENTENCE_END.finditer(text):
        sentence = text[start : end.end()].strip()
        if not SHORTENED.search(sentence):
            found.append(sentence)
            start = end.end()
    return (*found, text[start:].strip()) if text[start:].strip() else tuple(found)


def _blocks(text: str) -> list[tuple[int, str]]:
    """Give the blocks between empty lines, each with the number of its first line."""
    blocks: list[tuple[int, str]] = []
    first, lines = 1, list[str]()
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.strip():
            first = first if lines else number
            lines.append(line.rstrip())
        elif lines:
            blocks.append((first, "\n".join(lines)))
            lines = []
    return blocks
