"""Links and images in the contents lead somewhere, or are told with the nearest address."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import links
from macros.catalogue.loading import load
from tests.project import compose

ENTRY = "catalogue/entries/integriteit/verwijzingen.yml"
Told = Callable[[str], list[str]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Give what is told when the text of an entry in the example is this one."""
    root = compose(tmp_path / "project")

    def tell(body: str) -> list[str]:
        (root / ENTRY).write_text(
            "kind: background\ntitle: Verwijzingen\nsummary: Naar van alles.\n"
            "audience: [team]\npublished: 2026-01-30\n"
            "provenance: {origin: editorial, material: complete}\n"
            f"body: |\n  {body}\n",
            encoding="utf-8",
        )
        return [str(problem) for problem in links.problems(load(root))]

    return tell


@pytest.mark.parametrize(
    "address",
    [
        "../grijze-gebied/",
        "../grijze-gebied/?a=b#doel",
        "../goed-gesprek/",
        "../verwijzingen/",
        "./",
        "../",
        "..",
        "../../",
        "../../podcast/",
        "../../thema/integriteit/",
        "../../podcast/feed.xml",
        "../../podcast/cover.jpg",
        "../../podcast/audio/voorbeeld.mp3",
        "../../podcast/voorbeeld/transcript.vtt",
        "../../assets/fruit/peer.svg",
        "#kop",
        "https://example.org/bestaat-niet/",
        "https://[x",
        "mailto:a@example.org",
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(told: Told, address: str) -> None:
    """Pages, entries under their present and former names, files, and other sites."""
    assert told(f"[tekst]({address})") == []


@pytest.mark.parametrize(
    ("address", "better"),
    [
        ("../grijze-gebid/", "../grijze-gebied/"),
        ("../grijze-gebied", "../grijze-gebied/"),
        ("grijze-gebied/", "../grijze-gebied/"),
        ("../grijze-gebied.yml", "../grijze-gebied/"),
        ("../../over.md", "../../over/"),
        ("../assets/fruit/peer.svg", "../../assets/fruit/peer.svg"),
        ("../../podcast/audio/voorbeld.mp3", "../../podcast/audio/voorbeeld.mp3"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_the_nearest_address(
    told: Told, address: str, better: str
) -> None:
    """As it should stand in the text, and at the place where it stands."""
    assert told(f"Zie [tekst]({address}).") == [
        f'{ENTRY}:8:15: body: de link "{address}" leidt nergens heen. Bedoel je "{better}"? '
        'Reken vanaf het adres van deze pagina: "catalogus/verwijzingen/".'
    ]


@pytest.mark.parametrize(
    ("body", "told_of"),
    [
        ("![vrucht](../../assets/fruit/per.svg)", 'het plaatje "../../assets/fruit/per.svg"'),
        ("[a][b]\n\n  [b]: ../xyzzy/", 'de link "../xyzzy/"'),
        ("[![a](../../assets/fruit/peer.svg)](../xyzzy/)", 'de link "../xyzzy/"'),
        ("[boven](../../../xyzzy/)", 'de link "../../../xyzzy/"'),
        ("`[zo](../q/)` schrijf je het: [zo](../q/)", 'de link "../q/"'),
    ],
)
def test_every_form_of_a_link_is_looked_up_once(told: Told, body: str, told_of: str) -> None:
    """Pictures, references, a picture in a link, a way past the root; an example in code is none."""
    [problem] = told(body)

    assert f"{told_of} leidt nergens heen." in problem


def test_two_links_are_told_at_two_places(told: Told) -> None:
    """Each at its own address, also when the words are the same."""
    places = [problem.split(": ")[0] for problem in told("[a](../q/) en [b](../q/)")]

    assert places == [f"{ENTRY}:8:7", f"{ENTRY}:8:21"]


def test_texts_of_sources_are_looked_up_too(tmp_path: Path) -> None:
    """The summary of a document stands on the page with sources, so its links count from there."""
    root = compose(tmp_path / "project")
    sources = root / "catalogue/sources.yml"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(
        text.replace("    summary: ", "    summary: '[weg](../weg/)' # ", 1),
        encoding="utf-8",
    )
    found = [problem.field for problem in links.problems(load(root))]

    assert found == ["documents.1.summary"]


def test_without_pages_nothing_is_looked_up(root: Path) -> None:
    """A catalogue by itself, without docs/; the example has links to pages."""
    assert not (root / "docs").exists()
    assert links.problems(load(root)) == []


def test_a_link_in_a_situation_is_reckoned_from_its_page_in_the_guide(tmp_path: Path) -> None:
    """And told at its place in the file of situations."""
    root = compose(tmp_path / "project")
    file = root / "catalogue/situations.yml"
    text = file.read_text(encoding="utf-8")
    assert "../../begrippen/" in text
    file.write_text(text.replace("../../begrippen/", "../begrippen/"), encoding="utf-8")

    assert [str(problem) for problem in links.problems(load(root))] == [
        'catalogue/situations.yml:11:77: situations.1.first_step: de link "../begrippen/" leidt nergens heen. '
        'Bedoel je "../../begrippen/"? Reken vanaf het adres van deze pagina: "wegwijzer/we-zien-elkaar-nauwelijks/".'
    ]
