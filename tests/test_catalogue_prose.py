"""Markdown from YAML becomes safe HTML; what may not be in it is told at its place."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.catalogue import typography
from macros.catalogue.prose import MAX_FAULTS, address_fault, faults, render, render_inline


def found(text: str) -> list[str]:
    """Give the beginning of each fault, and the words with which it is found."""
    return [f"{fault.message[:30]}|{fault.words}|{fault.earlier}" for fault in faults(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst, *schuin* en **vet**.",
        "## Kop\n\n### Kop\n\n- een\n- twee\n\n1. een\n\n> citaat\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "5 < 6 en 7 > 6 & meer, a<b, x <- y, <3",
        "`<b>` en\n\n    <div>\n\nen\n\n```html\n<script>\n```",
        "[a](https://example.org/x?y=1&z=2), [b](mailto:a@example.org), [c](../d/), [e](#f), [g](h)",
        "<https://example.org/> en <a@example.org>",
        "[a][b]\n\n[b]: https://example.org/ (titel)",
        "![Een vrucht](../assets/fruit/peer.svg)",
        '[sense of belonging]{lang=en}, [savoir-faire]{lang="fr-BE"}, `code`{lang=en}',
        "[a](https://example.org/(b)_(c)) en [d]( <../e f/> 'titel')",
        "C# en F# zijn talen, en #1 is geen kop; a = b\n= c",
        "&lt;b&gt; en &#60;b&#62;",
        "",
    ],
)
def test_sound_markdown_has_no_faults(text: str) -> None:
    """All of CommonMark, tables, and the marking of foreign words."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <b>c</b> d <i>e</i>", ["<b>|0", "<i>|0"]),
        ("<b>a</b> `<b>` <b>c</b>", ["<b>|0", "<b>|2"]),
        ("los </b> eind", ["</b>|0"]),
        ("<div>\na\n</div>", ["<div>|0"]),
        ("tekst\n\n<!-- stil -->", ["<!-- stil -->|0"]),
        ("- a\n  - <br>", ["<br>|0"]),
        ("> <u>a", ["<u>|0"]),
        ("[<b>a](b)", ["<b>|0"]),
    ],
)
def test_raw_html_is_told(text: str, expected: list[str]) -> None:
    """Wherever it stands; a closing tag only where nothing was opened."""
    assert [item.partition("|")[2] for item in found(text)] == expected
    assert all(item.startswith("in deze tekst staat HTML") for item in found(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[a](http://b)", "http://b"),
        ("[a](JavaScript:b)", "JavaScript:b"),
        ("[a](data:text/html,b)", "data:text/html,b"),
        ("[a](<javascript:b c>)", "]("),
        ("[a](javascript&colon;b)", "]("),
        ("[a](https:b)", "https:b"),
        ("[a](/b/)", "/b/"),
        ("[a](//b/)", "//b/"),
        ("<ftp://b>", "ftp://b"),
        ("[a]\n\n[a]: vbscript:b", "vbscript:b"),
        ("![a](https://b/c.png)", "https://b/c.png"),
        ("[![a](javascript:b)](../c/)", "javascript:b"),
        ("[x](../y/) [a](tel:112)", "tel:112"),
    ],
)
def test_an_unsafe_address_is_told(text: str, words: str) -> None:
    """However it was written: in capitals, as an entity, behind a reference, in a picture."""
    assert [fault.words for fault in faults(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "# Kop",
        "Kop\n===",
        "Kop\n===\n\nmeer",
        "> # Kop",
        "- # Kop",
        "tekst\n\n#\n",
        "   # Kop",
        "a\n# Kop #",
    ],
)
def test_a_heading_of_the_page_itself_is_told(text: str) -> None:
    """The title of the page is the only heading of its level."""
    assert [fault.message for fault in faults(text)] == [
        "een kop van dit niveau is er al: de titel van de pagina. Begin een tussenkop met ##."
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[a]{.b}", 'zoals {lang=en}; gevonden: "class".'),
        ("[a]{onclick=b}", 'zoals {lang=en}; gevonden: "onclick".'),
        ("![a](b.png){width=3}", 'zoals {lang=en}; gevonden: "width".'),
        ("[a](../b/){target=c}", 'zoals {lang=en}; gevonden: "target".'),
        ("[a]{lang='en'}", "gevonden: \"{lang='en'}\"."),
        ("[a]{lang=}", 'gevonden: "{lang=}".'),
        ("[a]{en}", 'gevonden: "{en}".'),
        ("[a]{lang=nederlands}", '"nederlands" is geen taal.'),
    ],
)
def test_other_marks_than_a_language_are_told(text: str, told: str) -> None:
    """Between { and } only `lang` may stand, with a language tag."""
    assert len(faults(text)) == 1
    assert told in faults(text)[0].message


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("5 < 6 & **7**", "<p>5 &lt; 6 &amp; <strong>7</strong></p>\n"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>\n"),
        ("[a](javascript:b)", "<p>[a](javascript:b)</p>\n"),
        ("[a](../b/)", '<p><a href="../b/">a</a></p>\n'),
        ("[a b]{lang=en}", '<p><span lang="en">a b</span></p>\n'),
        ("[a]{onclick=b}", "<p><span>a</span></p>\n"),
        ("{{ a }} {% b %}", "<p>{{ a }} {% b %}</p>\n"),
        ("|a|\n|-|\n|b|", "<table>"),
    ],
)
def test_markdown_is_rendered_without_raw_html(text: str, html: str) -> None:
    """What is no safe Markdown comes out as the text that was typed; Jinja is text too."""
    assert render(text).startswith(html)


PIECES = [
    *(
        "[a](",
        "[a]{",
        "![a](",
        ")",
        "}",
        "]",
        "]:",
        "[a]: ",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!--",
        "-->",
    ),
    *("https://b", "javascript:b", "../b/", "//b", "&colon;", "\\", "lang=en", ".c", "onclick=d"),
    *(
        "# ",
        "#",
        "## ",
        "\n",
        "\n\n",
        "===",
        "---",
        "> ",
        "- ",
        "    ",
        "`",
        "```\n",
        "*",
        "_",
        " ",
    ),
    *("|a|\n|-:|\n|b|", "{{ x }}", "a", "1. ", "&lt;", "\t", "(", '"', "'", "<https://b>", "{"),
]


class Attributes(HTMLParser):
    """Collects the tags of a page and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, name, value or "") for name, value in [*attrs, ("", "")]]


@settings(max_examples=1500, derandomize=True, database=None, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_what_has_no_faults_is_safe_on_a_page(pieces: list[str]) -> None:
    """No heading of the page, no address that is not safe, no script and no style.

    This holds for every text: the quick look that most texts get misses nothing.
    """
    text = "".join(pieces)
    if faults(text):
        return
    for tag, name, value in Attributes(render(text)).found:
        assert tag not in {"h1", "script", "style", "iframe", "object", "b"}
        assert name in {"", "href", "src", "alt", "title", "lang", "start", "class"}
        if name in {"href", "src"}:
            assert address_fault(value, image=name == "src") is None


def test_the_alignment_of_columns_is_no_style() -> None:
    """The site allows no style attributes."""
    assert "style" not in render("|a|b|\n|-:|:-:|\n|1|2|")


def test_one_line_is_rendered_without_a_paragraph() -> None:
    """For a point in a list."""
    assert render_inline("een *punt*") == "een <em>punt</em>"


def test_a_thousand_faults_are_told_as_a_hundred() -> None:
    """A text that is one great mistake does not fill the screen."""
    assert len(faults("<b>" * 1000)) == MAX_FAULTS


def test_a_text_full_of_brackets_is_told_at_once() -> None:
    """It would take the parser too long."""
    assert [fault.message for fault in faults("a](b" + "[" * 1001)] == [
        "deze tekst heeft meer dan 1000 haken [. Haal er haken weg."
    ]


def test_the_schemes_of_a_picture_are_stricter() -> None:
    """A picture from elsewhere would be a request to another host."""
    assert address_fault("https://example.org/a.png") is None
    assert address_fault("https://example.org/a.png", image=True)
    assert address_fault("../a.png", image=True) is None


@settings(max_examples=500)
@given(st.text(alphabet=" \n\tab1é.,:;!?-+=~#()'\"“”…>*\u00a0|", max_size=24))
def test_a_text_without_markup_is_what_the_library_makes_of_it(text: str) -> None:
    """Paragraphs are written without parsing them; whatever could be markup is parsed."""
    library = MarkdownIt("commonmark").enable("table")

    assert render(text) == typography.bound(library.render(text))
    assert render_inline(text) == typography.bound(library.renderInline(text))
