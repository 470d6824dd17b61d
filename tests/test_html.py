"""The HTML of both built sites: valid as far as one can see without a browser, and well ordered.

The Nu checker of the W3C knows more, but needs Java; `DEVELOPING.md` says how to ask it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

Pages = Mapping[str, etree._ElementTree]

APART = ("transcript.html",)
"""Files for apps, which show them in a frame of their own."""

NESTING = {
    "a control in a control": "(//a|//button|//label|//summary)//*[self::a or self::button or self::label or "
    "self::select or self::textarea or self::summary][not(parent::label)]",
    "a list with something else than items": "(//ul|//ol)/*[not(self::li or self::script or self::template)]",
    "a definition list with something else": "//dl/*[not(self::dt or self::dd or self::div)]",
    "a block in a line": "(//span|//em|//strong|//h1|//h2|//h3|//h4|//button|//dt)//*[self::div or self::p or "
    "self::ul or self::ol or self::table or self::section or self::h2 or self::h3]",
    "a caption in the middle of a figure": "//figcaption[not(parent::figure) or "
    "(preceding-sibling::* and following-sibling::*)]",
    "a summary that is not first": "//summary[not(parent::details) or preceding-sibling::*]",
    "a legend that is not first": "//legend[not(parent::fieldset) or preceding-sibling::*]",
    "an item without a list": "//li[not(parent::ul or parent::ol or parent::menu)]",
    "a form in a form": "//form//form",
    "a landmark in a landmark": "//main//main|//main/ancestor::*[not(self::html or self::body)]",
}
OBSOLETE = {
    "element": "//*[self::acronym or self::big or self::center or self::dir or self::font or self::frame or "
    "self::frameset or self::marquee or self::nobr or self::strike or self::tt]",
    "attribute": "//@align|//@bgcolor|//@valign|//@cellpadding|//@cellspacing|//@nowrap|//@hspace|//@vspace|"
    "//a/@name|//table/@border|//table/@width|//table/@summary|//td/@width|//th/@width|//td/@scope|"
    "//img/@border|//img/@longdesc|//script/@language|//script[@src]/@charset|//link/@charset|//br/@clear",
}
ANNOYING = {
    "takes focus by itself": "//*[@autofocus]",
    "changes the order of the keyboard": "//*[@tabindex > 0]",
    "opens a tab without a word": "//*[@target = '_blank']",
    "forbids to enlarge": "//meta[@name = 'viewport'][contains(@content, 'maximum-scale') or "
    "contains(@content, 'user-scalable')]",
    "is hidden and can have focus": "//*[@aria-hidden = 'true']/descendant-or-self::*[@href or self::button]",
    "plays by itself": "//*[@autoplay]",
}
REFERENCES = (
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "popovertarget",
    "list",
)


@pytest.fixture(scope="module", params=["example_site", "live_site"])
def pages(request: pytest.FixtureRequest) -> Pages:
    """Every page of a built site by its file; forwards and the transcripts for apps too."""
    folder: Path = request.getfixturevalue(request.param)
    files = sorted(folder.rglob("*.html"))
    assert len(files) > 30
    return {file.relative_to(folder).as_posix(): parsed(file.read_bytes()) for file in files}


@pytest.fixture(scope="module")
def framed(pages: Pages) -> Pages:
    """The pages in our frame."""
    return {
        file: page
        for file, page in pages.items()
        if not file.endswith(APART) and not page.xpath("//meta[@http-equiv = 'refresh']")
    }


def parsed(html: bytes) -> etree._ElementTree:
    """Give a page as a tree; tags that do not fit on each other fail the test."""
    parser = etree.HTMLParser(encoding="utf-8")
    root = etree.fromstring(html, parser)
    assert [f"{error.line}: {error.message}" for error in parser.error_log] == []
    return root.getroottree()


def found(pages: Pages, rules: Mapping[str, str]) -> list[str]:
    """Give where a rule, an XPath of what may not be, finds something."""
    return [
        f"{file}: {rule}: {_shown(thing)}"
        for file, page in pages.items()
        for rule, path in rules.items()
        for thing in page.xpath(path)
    ]


def _shown(thing: object) -> str:
    if isinstance(thing, etree._Element):
        return str(etree.tostring(thing, encoding="unicode"))[:120]
    return f"{getattr(thing, 'attrname', '')}={thing}"


def headings(page: etree._ElementTree) -> list[int]:
    """Give the levels of all headings that are shown, in order."""
    shown = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6][not(ancestor::*[@hidden])]"
    return [int(heading.tag[1]) for heading in page.xpath(shown)]


def names(page: etree._ElementTree) -> Iterator[str]:
    """Yield the name of each navigation and named region; empty where there is none."""
    for part in page.xpath("//nav|//*[@role = 'navigation' or @role = 'region']"):
        label = part.get("aria-label", "")
        for id in part.get("aria-labelledby", "").split():
            label += "".join(page.xpath("string(//*[@id = $id])", id=id))
        yield label.strip()


# --- Valid ---------------------------------------------------------------------------------------


def test_tags_stand_where_they_may_stand(pages: Pages) -> None:
    """What a browser would mend in its own way, and a screen reader tells in another."""
    assert found(pages, NESTING) == []


def test_nothing_on_a_page_is_obsolete_or_in_the_way(pages: Pages) -> None:
    """No element or attribute that HTML gave up, and nothing that takes over from the reader."""
    assert found(pages, OBSOLETE | ANNOYING) == []


def test_an_id_is_one_place_and_what_refers_to_it_finds_it(pages: Pages) -> None:
    """A label without its field is no label."""
    for file, page in pages.items():
        ids = Counter(page.xpath("//@id"))
        assert [id for id, times in ids.items() if times > 1 or not id or " " in id] == [], file
        for name in REFERENCES:
            wanted = {id for value in page.xpath(f"//@{name}") for id in value.split()}
            assert wanted <= ids.keys(), f"{file}: {name}"


def test_every_image_has_a_word_or_says_that_it_needs_none(pages: Pages) -> None:
    """`alt` is always there and never a file name; a drawing, or a group of links in it, is named or hidden."""
    assert found(pages, {"without alt": "//img[not(@alt)]"}) == []
    for file, page in pages.items():
        words = page.xpath("//img/@alt")
        assert [word for word in words if word.endswith((".svg", ".png", ".jpg"))] == [], file
    drawings = "//svg[not(@aria-hidden = 'true') and not((@role = 'img' or @role = 'group') and (@aria-label or @aria-labelledby))]"
    assert (
        found(pages, {"without a name": f"{drawings}[not(ancestor::*[@aria-hidden = 'true'])]"})
        == []
    )


# --- Well ordered --------------------------------------------------------------------------------


def test_headings_are_a_table_of_contents(framed: Pages) -> None:
    """One of level 1, which comes first; no level is skipped and none is empty."""
    for file, page in framed.items():
        levels = headings(page)
        assert levels.count(1) == 1, file
        assert levels[0] == 1, file
        assert all(below - above <= 1 for above, below in pairwise(levels)), f"{file}: {levels}"
    empty = "//*[self::h1 or self::h2 or self::h3 or self::h4][not(normalize-space())]"
    assert found(framed, {"empty heading": empty}) == []


def test_landmarks_are_there_once_and_named_where_there_are_more(framed: Pages) -> None:
    """One main, banner and contentinfo; each navigation and region has a name of its own."""
    for file, page in framed.items():
        for landmark in ("main", "header", "footer"):
            outside = f"//{landmark}[not(ancestor::main or ancestor::article or ancestor::section)]"
            assert len(page.xpath(outside)) == 1, f"{file}: {landmark}"
        called = list(names(page))
        assert len(called) >= 2, file
        assert all(called), file
        navigations = [nav.get("aria-label") for nav in page.xpath("//nav[@aria-label]")]
        assert len(set(navigations)) == len(navigations), f"{file}: {navigations}"


def test_a_title_tells_the_page_and_then_the_site(framed: Pages) -> None:
    """Unique, so that tabs can be told apart; home begins with the name of the site."""
    titles = {file: page.findtext(".//title") for file, page in framed.items()}

    assert len(set(titles.values())) == len(titles)
    assert titles.pop("index.html").startswith("Goodiebag · ")
    assert [title for title in titles.values() if not title.endswith(" · Goodiebag")] == []


def test_the_language_is_told_and_only_where_it_changes(pages: Pages) -> None:
    """Dutch from the first tag on; another language is a code that a voice knows."""
    for file, page in pages.items():
        assert page.getroot().get("lang") == "nl", file
        changes = page.xpath("//*[@lang]")[1:]
        assert {part.get("lang") for part in changes} <= {"nl", "en", "de", "fr", "la"}, file
        for part in changes:
            around = part.xpath("string(ancestor::*[@lang][1]/@lang)")
            assert part.get("lang") != around, f"{file}: {_shown(part)}"


@pytest.mark.parametrize(
    "html",
    [
        "<ul><p>Geen item</p></ul>",
        "<a href='.'>Een <button>knop</button> in een link</a>",
        "<span><div>Een blok in een regel</div></span>",
        "<figure><p>Voor</p><figcaption>Midden</figcaption><p>Na</p></figure>",
        "<details><p>Eerst</p><summary>Dan</summary></details>",
    ],
)
def test_a_tag_in_the_wrong_place_is_found(html: str) -> None:
    """Each of these is what the Nu checker refuses too."""
    page = parsed(f"<!doctype html><html lang=nl><body>{html}</body></html>".encode())

    assert len(found({"voorbeeld.html": page}, NESTING)) >= 1
