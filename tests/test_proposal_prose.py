"""Markdown in the form, in a real browser, beside what the site itself makes and says of it."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.catalogue import prose, wording
from macros.catalogue.problems import filled, shown
from macros.contents import Contents, read
from tests.conftest import Visit
from tests.project import ROOT

TEXTS = [
    "Gewone *tekst* met **nadruk** en `code`.",
    "Een <b>vet</b> woord en <br> en <!-- een opmerking -->",
    "<div>\nblok\n</div>\n\nna",
    "</div> alleen dicht, en nog </p> een",
    "<script>alert(1)</script>",
    "a < b en c > d, 5 <6 en <3",
    "`<b>` mag wel, en\n\n    <b>ook</b> als code",
    "```html\n<b>\n```",
    "<https://example.org> en <mailto:a@example.org> en <javascript:x>",
    '[goed](https://example.org) [ook](../x/ "titel") [mail](mailto:a@example.org) [hier](#x)',
    "[fout](javascript:alert(1)) [fout](JaVaScRiPt:x) [fout](data:text/html,x) [fout](http://example.org)",
    "[schuin](/x/) [schuin](\\\\x) [dubbel](//example.org/x)",
    "[half](https:example.org) [half](https:/example.org) [half](HTTPS:x)",
    "![plaatje](../x.png) ![elders](https://example.org/x.png) ![data](data:image/png;base64,x)",
    "![met [link](http://x) erin](../y.png)",
    "[verwijzing][a] en [nog een][b]\n\n[a]: http://example.org\n[b]: javascript:x\n[c]: /nooit/gebruikt",
    "![plaatje][a]\n\n[a]: https://example.org/x.png",
    "# Kop\n\n## Goed\n\n### Ook goed\n\nKop\n===\n\nGoed\n---\n\n#geen kop\n\n#",
    '[Jam Cultures]{lang=en} en [x]{lang="nl-BE"} en [fout]{lang=engels!} en [f]{lang=1}',
    "[x]{.klas} [x]{#id} [x]{style=rood} [x]{onclick=x lang=en} [x]{} [x]{ lang=en }",
    "[x]{lang=en",
    "[x]{%opmerking% lang=en} [x]{% lang=en} [x]{lang=e%n}",
    "[x](../y/){.klas} `code`{lang=en} ![z](../z.png){lang=fr} **vet**{lang=en}",
    "[x][y]{lang=en}\n\n[y]: https://example.org",
    "[[binnen]{lang=en} buiten]{lang=de} en [a [b] c]{lang=en}",
    '[x]{lang=en}{lang=de} en [x]{lang="e\\"n"} en [x]{lang="a\nb"}',
    "[x] {lang=en} en x]{y en []{lang=en}",
    "| a | b |\n|:--|--:|\n| 1 | 2 |\n\n| a |\n|---|\n| [x](javascript:y) |",
    "- een\n- twee\n  1. drie\n\n     vier\n\n> quote <b>\n\n***\n\n1) a\n2) b",
    "regel één  \nregel twee\\\nregel drie\nregel vier",
    "&amp; &lt;b&gt; &#60; &copy; \\<b> \\[x] \\{y}",
    "“krullen” ‘enkel’ – — … é ñ 😀 👩‍💻 \u00a0 ₂",
    "{{ 7 * 7 }} {% raw %} {# x #} $x$ ~~door~~ ==mark== :smile: (c) https://example.org",
    "[é](../é/) [ruimte](<../a b/>) [pct](../%C3%A9/) [haak](../a(b)c/) [leeg]()",
    "x " + "[" * 1000 + " y",
    "x " + "[" * 1001 + " y",
    "<b>" * 150,
    "> " * 60 + "diep <b>",
    "*" * 200 + "x" + "*" * 200,
    "[a](x \"<b>\") [a](x 'b') [a](x (c))",
    "tekst\u0000met nul",
    "15 minuten, 1 of 2\nuur, 40 %, 3 mei 2026, € 5 (art. 3, blz. 4, nr. 5), 1½ dag, **2** weken",
    "15 minutenlang, smart. 5, mei 20261, 2 uurtjes, x 5 kilo, 5  minuten, a\n7 jaar\n\n8 keer",
    '`15 minuten` [15 minuten](../15%20minuten/ "15 minuten") ![15 minuten](../x.png)\n\n    15 minuten',
    '[x](../y/ "a > b\' 15 minuten") 15 minuten "en \'5 dagen',
    "http://example.org/<b>",
    "[" * 50 + "x" + "](javascript:y)" * 50,
    "",
    " \n ",
]
"""What may and may not be in a text, and what Markdown is known to trip over."""


@pytest.fixture(scope="module")
def form(workbench: Visit) -> Page:
    """A page of the example's site on which the Markdown of the form can be used."""
    workbench.page.evaluate(
        """async () => {
            const at = (address) => new URL(`../${address}`, document.baseURI).href;
            window.prose = await import(at("assets/js/proposal-prose.js"));
            window.words = await import(at("assets/js/proposal-words.js"));
            window.context = await (await fetch(at("data/voorstel.json"))).json();
        }"""
    )
    return workbench.page


def test_the_form_says_of_a_text_what_the_check_says(form: Page) -> None:
    """The same messages, in the same order."""
    found = form.evaluate("all => all.map((text) => prose.faults(text, context))", TEXTS)

    for text, told in zip(TEXTS, found, strict=True):
        assert [fault["message"] for fault in told] == [
            fault.message for fault in prose.faults(text)
        ], text
    assert sum(bool(told) for told in found) > 15


def test_every_message_is_told_of_some_text() -> None:
    """So none of them is held by nothing; what lies too deep a browser does not know."""
    told = " ".join(fault.message for text in TEXTS for fault in prose.faults(text))
    endings = {name: message.split("}")[-1] for name, message in prose.MESSAGES.items()}

    assert [name for name, ending in endings.items() if ending not in told] == ["deep"]


def test_a_text_looks_in_the_form_as_on_the_site(form: Page) -> None:
    """The same HTML, character by character, also of what is not allowed."""
    found = form.evaluate("all => all.map(prose.html)", TEXTS)
    for text, html in zip(TEXTS, found, strict=True):
        assert html == prose.render(text), text


def test_every_text_of_the_catalogue_looks_as_on_the_site(form: Page, example: Contents) -> None:
    """All texts of the example and of the real entries, as HTML, and on one line."""
    texts = sorted(
        {
            text
            for contents in (example, read(ROOT))
            for entry in contents.catalogue.entries.values()
            for _, text in wording.texts(entry)
        }
    )
    found = form.evaluate("all => all.map(prose.html)", texts)
    for text, html in zip(texts, found, strict=True):
        assert html == prose.render(text)
    assert len(texts) > 500


def test_what_is_rendered_leads_where_a_page_leads(form: Page) -> None:
    """Links count from the page that it will be; what is not safe is text."""
    text = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) [y](../z/) ![p](../p.png)"
    found = form.evaluate(
        """text => {
            const box = document.createElement("div");
            box.append(...prose.render(text, "catalogus/nieuw/"));
            return [box.textContent, [...box.querySelectorAll("a")].map((a) => a.href), box.querySelectorAll("img").length];
        }""",
        text,
    )

    assert found[0].strip() == "<img src=x onerror=alert(1)> [x](javascript:alert(1)) y"
    assert [address.split("/map/")[1] for address in found[1]] == ["goodiebag/catalogus/z/"]
    assert found[2] == 1


SHOWN: list[Any] = [
    None, True, False, 5, 1.5, [1], {"a": 1}, "", "x", "a\n b\tc", " rand ", "é" * 60, "é" * 61,
    "😀" * 61, 'een "quote"', "nul\u200bbreed", "hard\u00a0e spatie", "\u2028x", "\ue000", "bel\u0007",
]  # fmt: skip


def test_what_was_found_is_shown_as_the_check_shows_it(form: Page) -> None:
    """On one line, cut off at the same place, with a sign for what cannot be seen."""
    found = form.evaluate("all => JSON.parse(all).map(words.shown)", json.dumps(SHOWN))
    assert found == [shown(value) for value in SHOWN]


def test_a_message_is_filled_in_as_the_check_does(form: Page) -> None:
    """What is filled in may hold braces itself, and braces that are no name stay."""
    message = "{found} en { en } en {lang=en} en {near}"
    given = {"found": "{near}", "near": "$& x"}
    found = form.evaluate("([m, w]) => words.filled(m, w)", [message, given])

    assert found == filled(message, **given) == "{near} en { en } en {lang=en} en $& x"
