"""The Dutch of the site and of the invitation to contributors, read beside a dictionary.

What a visitor reads is taken from the built site: entries, words, sources, pages and what our
templates add to them. So a new page or field is read too, without a list of what there is.
"""

import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from spylls.hunspell import Dictionary

from macros.catalogue import prose
from tests.project import ROOT

SPELLING = ROOT / "tests/spelling"
LISTED = (SPELLING / "woorden.txt").read_text(encoding="utf-8").splitlines()
ACCEPTED = [line.partition("#")[0].strip() for line in LISTED]

_PHRASES = re.compile("|".join(re.escape(words) for words in ACCEPTED if " " in words))
_NO_WORD = re.compile(r'\S*[\d_#@]\S*|\S*/\S*[/.]\S*|\w*\.\w+|"[a-z-]+"')
"""What has a digit in it, addresses, paths, names of files, and values such as "line"."""
_WORD = re.compile(r"(?:(?<!\w)')?[^\W\d_]+(?:['&-][^\W\d_]+)*")
_VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_UNREAD = {"blockquote", "code", "kbd", "pre", "script", "style", "template"}
"""Code, and the words of others, which stand as they are."""


@cache
def dictionary() -> Dictionary:
    """Give the Dutch dictionary; reading it takes some seconds."""
    return Dictionary.from_zip(str(SPELLING / "nl.zip"))


@cache
def is_known(word: str) -> bool:
    """Tell whether our list or the dictionary has a word; a capital may begin a sentence."""
    return {word, word[0].lower() + word[1:]} & {*ACCEPTED} != set() or dictionary().lookup(word)


def words(text: str) -> list[str]:
    """Give the words of a text, without the phrases that we accept as a whole."""
    straight = text.replace("’", "'")
    return _WORD.findall(_NO_WORD.sub(" ", _PHRASES.sub(" ", straight)))


class Dutch(HTMLParser):
    """Gathers the Dutch that a page shows or says: no code, and no words in another language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what an element says in its attributes; skip what is inside one that is not read."""
        given = {name: value or "" for name, value in attrs}
        read = not self.open or self.open[-1][1]
        read = read and tag not in _UNREAD and given.get("lang", "nl") == "nl"
        if read:
            self.texts += [given.get(name, "") for name in ("alt", "aria-label", "title")]
            if given.get("name") == "description":
                self.texts.append(given["content"])
        if tag not in _VOID:
            self.open.append((tag, read))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those inside it that need no end tag."""
        while any(name == tag for name, _ in self.open) and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self.open and self.open[-1][1]:
            self.texts.append(data)


def unknown(pages: Mapping[str, str]) -> list[str]:
    """Give each word in these pages of HTML that nobody knows, with the first page that has it."""
    found: dict[str, str] = {}
    for page, html in sorted(pages.items()):
        for text in Dutch(html).texts:
            for word in words(text):
                if not is_known(word):
                    found.setdefault(word, page)
    return [f"{word} ({page})" for word, page in found.items()]


def test_the_dutch_that_people_read_is_spelled_well(live_site: Path) -> None:
    """A word that is told is mended, or marked `[as English]{lang=en}`, or put in our list."""
    pages = {
        page.relative_to(live_site).as_posix(): page.read_text(encoding="utf-8")
        for page in live_site.rglob("*.html")
    }
    for file in (ROOT / "CONTRIBUTING.md", *(ROOT / "podcasts/scripts").glob("*.md")):
        pages[file.name] = f"<main>{prose.render(file.read_text(encoding='utf-8'))}</main>"

    assert len(pages) > 50
    assert not (found := unknown(pages)), "\n".join(found)


def test_our_list_is_sorted_and_has_only_what_the_dictionary_lacks() -> None:
    """So it stays a list of words that somebody chose to accept."""
    assert sorted(set(ACCEPTED), key=lambda words: (words.casefold(), words)) == ACCEPTED
    assert [word for word in ACCEPTED if " " not in word and dictionary().lookup(word)] == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Een goed <b>gespek</b>.</p>", ["gespek"]),
        ("<p>Collega’s, thema's en ’s ochtends om 9:30u</p>", []),
        ("<p>Het <span lang=en>weekly meeting</span> <code>xyzzy</code> stopt.</p>", []),
        ('<p>Zie docs/plaatjes/, sources.yml, focus_areas en "dots".</p>', []),
        ("<p><br>Een <img alt='kantoordagg'> <a title='Verdr'>plek</a></p>", ["kantoordagg", "Verdr"]),
        ("<p>Klik op Create pull request.</p><p>En op request.</p>", ["request"]),
        ("<blockquote><p>Zij schreeven dit.</p></blockquote><p>Wij schreeven.</p>", ["schreeven"]),
    ],
)  # fmt: skip
def test_a_word_that_nobody_knows_is_told(html: str, expected: list[str]) -> None:
    """Also one that is not seen but read aloud; code, quotes and other languages are left alone."""
    assert unknown({"p": html}) == [f"{word} (p)" for word in expected]
