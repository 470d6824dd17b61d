"""Texts of others do nothing in a comment."""

import re

import pytest
from markdown_it import MarkdownIt

from macros.contribute import harmless

JOINER = "\u2060"


def shown(markdown: str) -> str:
    """Give the HTML of Markdown, read with everything that a host reads in it, raw HTML too."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(reader.render(markdown))


@pytest.mark.parametrize(
    "text",
    [
        "**vet** en _schuin_ en ~~weg~~",
        "[klik](https://example.org) ![beeld](https://example.org/x.png)",
        "<script>alert(1)</script> <img src=x onerror=y> <!-- weg -->",
        "&lt;b&gt; &#64;",
        "https://example.org en www.example.org en iemand@example.org",
        "# Kop",
        "- lijst",
        "1. lijst",
        "1) lijst",
        "+ lijst",
        "=====",
        "$x$ en :hart:",
        "> citaat",
        "| a | b |",
        "a\n\nb\n\n---\n\n    code",
        "[a]: https://example.org",
        "~~~ ``` ` `` half `open",
    ],
)
def test_nothing_in_a_text_has_a_meaning(text: str) -> None:
    """It is one paragraph without any element in it but code, and reads as it was typed."""
    html = shown(harmless.line(text))

    assert set(re.findall(r"<(\w+)", html)) <= {"p", "code"}
    assert html.count("<p>") == 1
    # What a host makes a link of in the text that was rendered.
    assert not re.search(r"://|www\.|@\w", re.sub("<code>.*?</code>", "", html))


@pytest.mark.parametrize("text", ["@iedereen", "org/plek#12", "#12", "!7", "GH-12", "a@b.nl"])
def test_mentions_and_numbers_are_broken(text: str) -> None:
    """A host finds them in what was rendered; a joiner that nobody sees is in between."""
    plain = re.sub("<[^>]+>", "", shown(harmless.line(text))).strip()

    assert plain.replace(JOINER, "") == text
    assert not re.search(r"[@#!]\w|GH-\d", plain)


def test_the_name_of_a_commit_is_broken() -> None:
    """Otherwise a host makes a link of it."""
    plain = shown(harmless.line("zie b1539abee8b7 en 2026"))

    assert "b1539abee8b7" not in plain
    assert "b1539abee8b7" in plain.replace(JOINER, "")


def test_what_stands_between_backticks_can_be_copied() -> None:
    """It becomes code, in which hosts look for nothing."""
    assert harmless.line("Schrijf `goal: @x`.") == "Schrijf `goal: @x`."
    assert shown(harmless.line("Schrijf `a: 1`.")) == "<p>Schrijf <code>a: 1</code>.</p>\n"


@pytest.mark.parametrize("text", ["gewoon", "met `een` en ``twee``", "`", "``` @x", "regel\nregel"])
def test_code_stays_code(text: str) -> None:
    """However many backticks stand in it."""
    html = shown(harmless.code(text))

    assert html.startswith("<p><code>")
    assert html.endswith("</code></p>\n")


def test_a_block_cannot_be_closed_from_inside() -> None:
    """Its fence is longer than any in it."""
    html = shown(harmless.block(["```", "# Kop @x", "`````", "<b>"]))

    assert html.startswith("<pre><code")
    assert html.count("<") == 4
