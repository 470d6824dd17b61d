"""Numbers and their units stay on one line; code, addresses and attributes stay as they are."""

import pytest

from macros.catalogue.typography import bound


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>In 15 minuten, of 2 tot 3 uur.</p>", "<p>In 15~minuten, of 2 tot 3~uur.</p>"),
        ("40 % van 120.000 mensen", "40~% van 120.000~mensen"),
        ("1½ uur en 1,5 MB", "1½~uur en 1,5~MB"),
        ("op 3 mei 2026 of in mei 2027", "op 3~mei~2026 of in mei~2027"),
        ("art. 5, blz. 3, nr. 683 en € 12", "art.~5, blz.~3, nr.~683 en €~12"),
        ("<li>5 minuten</li>\n<li>1 keer</li>", "<li>5~minuten</li>\n<li>1~keer</li>"),
        ("na 15\nminuten", "na 15~minuten"),
    ],
)
def test_a_number_stays_with_what_it_counts(html: str, expected: str) -> None:
    """Also where the line of the source ended there; ~ is a no-break space."""
    assert bound(html) == expected.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "html",
    [
        "5 stappen voor 4 teams, en nog vijf minuten",
        "15 minutenlang, het was smart. 5 keren, mei 20261, in 2 uurtjes",
        "<code>15 minuten</code> <pre><code>5 uur\n5 uur</code></pre> <kbd>5 keer</kbd>",
        '<img alt="15 minuten" src="../15 min.png"> <a title=\'a > 5 uur\' href="?5 uur">x</a>',
        "<!-- 15 minuten --> <style>5 min</style> <textarea rows='3'>5 uur</textarea>",
        "15</b> minuten",
        "",
    ],
)
def test_what_is_no_such_number_stays_as_it_is(html: str) -> None:
    """Other words, parts of words, and all that is code or stands inside a tag."""
    assert bound(html) == html
    # Nor does it change beside a text in which something is held.
    assert bound(f"2 uur {html} 2 uur") == f"2\u00a0uur {html} 2\u00a0uur"


def test_once_is_as_good_as_twice() -> None:
    """A page holds texts that were done already."""
    once = bound("<p>In 15 minuten op 3 mei 2026.</p>")
    assert bound(once) == once
