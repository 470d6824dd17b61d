"""Markdown in the contents: CommonMark without raw HTML and with safe addresses only.

The renderer is markdown-it-py; this is the only module that knows it, and it is loaded when the
first text needs it. `[Jam Cultures]{lang=en}` marks the language of foreign words (WCAG 2.2,
3.1.2) without raw HTML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from macros.catalogue import typography
from macros.catalogue.problems import filled, shown

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

SCHEMES = ("https", "mailto")
"""The address schemes that a link may have; without a scheme it is relative to the page."""

MAX_BRACKETS = 1_000
"""Each [ makes the parser look ahead; real texts have a few."""
MAX_FAULTS = 100
"""Faults told per text."""

_SUSPECT = re.compile(r"<|\]\s*[:({]|!\[|= *$|#(?<![^\n >]#)(?:[ \n]|\Z)", re.MULTILINE)
"""What every fault begins with; a text without it is sound, and need not be parsed."""
_SOUND = re.compile(r"\]\(((?:https://|\.\.?/|#)[^\s()<>\\&]*)\)(?!\{)|\]\{lang=[a-z]{2,3}\}(?!\{)")
"""Plain links and language marks, which are sound whatever surrounds them."""
_MARKUP = re.compile(r"[\\`*_\[<>&{|\0]|[^\S \n]|^[ #+\-=~:0-9]| $", re.MULTILINE)
"""What all markup begins with; a text without it is paragraphs, and need not be parsed."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)

MESSAGES = {
    "html": "in deze tekst staat HTML ({found}) en dat kan niet. "
    "Gebruik Markdown. Bedoel je de tekens zelf, zet er dan accenten omheen: `<...>`.",
    "mark": "tussen { en } kan alleen een taal staan, zoals {lang=en}; gevonden: {found}.",
    "language": "{found} is geen taal. Gebruik de code van een taal, zoals {lang=en}.",
    "heading": "een kop van dit niveau is er al: de titel van de pagina. Begin een tussenkop met ##.",
    "slash": "het adres {found} begint met een schuine streep. Schrijf het vanaf deze pagina (../...) of voluit met https://.",
    "image": "een plaatje van een ander adres ({found}) kan niet. Zet het plaatje in docs/ en verwijs daarnaar.",
    "scheme": "het adres {found} begint met {scheme} en dat mag niet. Gebruik https:, mailto: of een adres op deze site.",
    "slashes": "in het adres {found} ontbreken de schuine strepen. Schrijf https:// ervoor.",
    "brackets": f"deze tekst heeft meer dan {MAX_BRACKETS} haken [. Haal er haken weg.",
    "deep": "deze tekst zit te diep in elkaar. Haal haken en inspringingen weg.",
}
"""What is told of a text; a browser tells the same."""


@dataclass(frozen=True)
class TextFault:
    """What may not be in a Markdown text: the message, and the words that it is about.

    `words` stand in the text as they are, after `earlier` other occurrences of the same words.
    """

    message: str
    words: str
    earlier: int


def address_fault(address: str, *, image: bool = False) -> str | None:
    """Give what is wrong with a link's address, in Dutch, or None when it is safe.

    Safe are https, mailto and paths relative to the page; an image comes from this site.
    """
    scheme = _SCHEME.match(address)
    if address.startswith(("/", "\\")):
        return filled(MESSAGES["slash"], found=shown(address))
    if image and scheme:
        return filled(MESSAGES["image"], found=shown(address))
    if scheme and scheme[0][:-1].lower() not in SCHEMES:
        return filled(MESSAGES["scheme"], found=shown(address), scheme=shown(scheme[0]))
    if scheme and scheme[0].lower() == "https:" and not address[6:].startswith("//"):
        return filled(MESSAGES["slashes"], found=shown(address))
    return None


def faults(text: str, judge: "Judge | None" = None) -> tuple[TextFault, ...]:
    """Give what may not be in a Markdown text, in order.

    With a `judge` of addresses the links and images are put to it, instead of to `address_fault`.
    """
    if text.count("[") > MAX_BRACKETS:
        return (TextFault(MESSAGES["brackets"], "[", MAX_BRACKETS),)
    if not (_SUSPECT.search(text) and _SUSPECT.search(_SOUND.sub("", text))):
        plain = [link for link in _SOUND.findall(text) if link] if judge else []
        if not judge or all(judge(link) is None for link in plain):
            return ()
    try:
        return tuple(islice(_Finder(text, judge or address_fault).find(), MAX_FAULTS))
    except RecursionError:
        return (TextFault(MESSAGES["deep"], "", 0),)


class Judge(Protocol):
    """Gives what is wrong with the address of a link or an image, in Dutch; None when it is good."""

    def __call__(self, address: str, /, *, image: bool = False) -> str | None: ...  # noqa: D102


class _Finder:
    """Walks through one parsed text and keeps the place up to which it has looked."""

    def __init__(self, text: str, judge: Judge) -> None:
        self.text = text
        self.judge = judge
        self.at = 0
        self.defined: set[str] = set()
        self.opened = False

    def find(self) -> Iterator[TextFault]:
        """Parse the text and yield its faults, those of `[x]: address` last."""
        lines = [0, *(match.end() for match in re.finditer("\n", self.text))]
        environment: dict[str, dict[str, dict[str, object]]] = {}
        tokens = _checker().parse(self.text, environment)
        self.defined = {str(item["href"]) for item in environment.get("references", {}).values()}
        for token in tokens:
            if token.map:
                self.at = max(self.at, lines[min(token.map[0], len(lines) - 1)])
            if token.type == "html_block":
                yield from self.html(token.content, token.content.strip().split("\n")[0])
            elif token.type == "heading_open" and token.tag == "h1":
                yield self.fault(MESSAGES["heading"], "#" if token.markup == "#" else "=")
            for child in token.children or ():
                yield from self.inline(child)
        for address in sorted(self.defined):
            self.at = 0
            if message := self.judge(address):
                yield self.fault(message, address, "]:")

    def inline(self, token: "Token") -> Iterator[TextFault]:
        """Look at one piece of a paragraph."""
        if token.type == "html_inline":
            yield from self.html(token.content, token.content)
        elif token.type in ("link_open", "image"):
            address = str(token.attrGet("href") or token.attrGet("src") or "")
            wrong = self.judge(address, image=token.type == "image")
            if wrong and (address not in self.defined or token.type == "image"):
                yield self.fault(wrong, address, "](", "[")
        elif token.type == "code_inline":
            self.fault("", token.content)
        elif token.type == "text" and "]{" in token.content:
            yield self.fault(_told("mark", token.content.partition("]")[2]), "]{")
        if other := token.meta.get("insecure_attrs"):
            yield self.fault(_told("mark", next(iter(other))), "{")
        if language := str(token.attrGet("lang") or ""):
            found = self.fault(_told("language", language), language)
            if not _LANGUAGE.fullmatch(language):
                yield found
        for child in token.children or ():
            yield from self.inline(child)

    def html(self, content: str, words: str) -> Iterator[TextFault]:
        """Tell of raw HTML, and of a closing tag only where none was opened."""
        found = self.fault(_told("html", content.strip()), words)
        if not content.startswith("</") or not self.opened:
            yield found
        self.opened = True

    def fault(self, message: str, *words: str) -> TextFault:
        """Make a fault at the next place where words stand, the first of these that do."""
        for sought in words:
            place = self.text.find(sought, self.at)
            if sought and place >= 0:
                self.at = place + len(sought)
                return TextFault(message, sought, self.text.count(sought, 0, place))
        return TextFault(message, "", 0)


def _told(message: str, found: object) -> str:
    return filled(MESSAGES[message], found=shown(found))


@cache  # The page and the record of an entry hold the same texts; rendering is most of their cost.
def render(text: str) -> str:
    """Render Markdown as HTML; raw HTML comes out as text, an unsafe link as text too."""
    if _MARKUP.search(text):
        return typography.bound(str(_renderer().render(text)))
    paragraphs = re.split(r"\n\n+", _escaped(text).strip())
    return typography.bound("".join(f"<p>{words}</p>\n" for words in paragraphs if words))


@cache
def render_inline(text: str) -> str:
    """Render one line of Markdown as HTML without a paragraph around it."""
    is_plain = not _MARKUP.search(text)
    return typography.bound(_escaped(text) if is_plain else str(_renderer().renderInline(text)))


def _escaped(text: str) -> str:
    """Escape a text without markup; its other signs of HTML are markup too."""
    return text.replace('"', "&quot;")


@lru_cache(maxsize=1)
def _renderer() -> "MarkdownIt":
    renderer = _grammar(html=False)
    # markdown-it replaces a link whose address does not pass by its plain text.
    setattr(renderer, "validateLink", lambda address: address_fault(address) is None)  # noqa: B010 - the types call it a method
    return renderer


@lru_cache(maxsize=1)
def _checker() -> "MarkdownIt":
    """The same grammar, but it recognises HTML and every link, so that they can be named."""
    checker = _grammar(html=True)
    setattr(checker, "validateLink", lambda _address: True)  # noqa: B010 - the types call it a method
    return checker


def _grammar(*, html: bool) -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_plugin

    grammar = MarkdownIt("commonmark", {"html": html}).enable("table")
    grammar.core.ruler.push("unstyled", _unstyle)
    return grammar.use(attrs_plugin, spans=True, allowed={"lang"})


def _unstyle(state: "StateCore") -> None:
    """Leave the alignment of columns to the style sheet: our pages allow no style attributes."""
    for token in state.tokens:
        token.attrs.pop("style", None)
