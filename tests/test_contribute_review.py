"""The answer to a proposal says what is right, what to mend, and how to look at it."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from pydantic import ValidationError

from macros import contents
from macros.catalogue.problems import Problem
from macros.contribute.changes import Change
from macros.contribute.review import MARKER, MAX_TOLD, Review, comment, review

ENTRIES = "catalogue/entries/integriteit"
SOUND = """\
kind: intervention
title: "Wandelen met @iedereen <b>nu</b>"
summary: Een overleg in beweging, voor als je samen vastzit.
audience: [team]
published: 2026-01-30
provenance: {origin: editorial, material: complete}
goal: Je komt los van je scherm.
"""


def looked_at(root: Path, *changes: Change, number: int = 0) -> Review:
    """Read the contents in `root` and review these changes."""
    catalogue, _, problems = contents.survey(root)
    return review(root, changes, catalogue, sorted(set(problems)), number)


def put(root: Path, name: str, text: str) -> Change:
    """Put a new entry in the contents."""
    (root / ENTRIES / name).write_text(text, encoding="utf-8")
    return Change(f"{ENTRIES}/{name}", "new")


def test_a_sound_entry_is_named_with_its_page(root: Path) -> None:
    """Its title does nothing in the comment, and the way to look at it is told."""
    said = comment(looked_at(root, put(root, "wandelen.yml", SOUND)), "https://example.org/run/1")

    assert said.startswith(f"{MARKER}\n\nDank je wel voor je voorstel!")
    assert "(interventie, nieuw) klopt. De pagina komt op `/catalogus/wandelen/`." in said
    assert "@iedereen" not in said
    assert "<b>" not in said
    assert "[Open de controle](https://example.org/run/1)" in said
    assert "python -m http.server --directory site" in said
    assert "`http://localhost:8000/catalogus/wandelen/`" in said
    assert "Jij hoeft niets meer te doen." in said


def test_each_problem_is_told_at_its_line_with_the_line_itself(root: Path) -> None:
    """And what is right in another file is told first."""
    wrong = SOUND.replace("title: ", "titel: ").replace("Een overleg", "Nog een overleg")
    found = looked_at(root, put(root, "goed.yml", SOUND), put(root, "fout.yml", wrong))
    said = comment(found)

    assert said.index("### Wat er goed is") < said.index("### Wat je nog kunt doen")
    assert f"`{ENTRIES}/fout.yml:2`, bij `titel`" in said
    assert 'Bedoel je "title"?' in said
    assert '    2 | titel: "Wandelen met @iedereen <b>nu</b>"\n      | ^' in said
    assert "vond nog 2 dingen om te herstellen" in said
    assert "Zodra alles klopt, maak ik de hele site" in said


def test_a_fence_in_a_line_cannot_close_the_block(root: Path) -> None:
    """What follows would be Markdown again."""
    wrong = SOUND + "tips: `````\n  @iedereen\n"
    said = comment(looked_at(root, put(root, "fout.yml", wrong)))

    assert "``````text\n" in said


def test_what_is_wrong_elsewhere_is_not_put_on_the_writer(root: Path) -> None:
    """Only how much it is."""
    put(root, "van-een-ander.yml", "kind: study\n")
    found = looked_at(root, put(root, "goed.yml", SOUND))
    said = comment(found)

    assert found.problems == []
    assert "In je eigen bestanden klopt alles." in said
    assert "van-een-ander" not in said


def test_a_problem_elsewhere_that_names_the_file_is_told(root: Path) -> None:
    """Two entries with one title: the other file is told, and this one is named there."""
    put(root, "een.yml", SOUND)
    twice = SOUND.replace("Een overleg", "Een ander overleg")
    put(root, "twee.yml", twice)
    found = looked_at(root, Change(f"{ENTRIES}/een.yml", "new"))

    assert [problem.file for problem in found.problems] == [f"{ENTRIES}/twee.yml"]


def test_other_files_and_files_that_go_are_named(root: Path) -> None:
    """A page has no title of an entry."""
    said = comment(
        looked_at(root, Change("docs/over.md", "changed"), Change("docs/weg@x.md", "gone"))
    )

    assert "- In `docs/over.md` staat geen fout.\n- `docs/weg@x.md` gaat weg." in said


def test_a_proposal_without_contents_is_told_so(root: Path) -> None:
    """Its writer changed code."""
    assert "De stukken van de catalogus veranderen er niet door." in comment(looked_at(root))


def test_more_problems_than_one_reads_are_counted(root: Path) -> None:
    """The first are written out."""
    lines = "".join(f"veld{'x' * number}: a\n" for number in range(1, MAX_TOLD + 4))
    said = comment(looked_at(root, put(root, "fout.yml", SOUND + lines)))

    assert f"**{MAX_TOLD}.**" in said
    assert "En nog 3 dingen." in said


def test_the_same_proposal_gives_the_same_answer(root: Path) -> None:
    """Also by way of the data between two runs."""
    found = looked_at(root, put(root, "fout.yml", SOUND + "x: y\n"), number=12)

    assert Review.model_validate_json(found.model_dump_json()) == found
    assert comment(found) == comment(looked_at(root, Change(f"{ENTRIES}/fout.yml", "new")))


def forged(**others: object) -> dict[str, object]:
    """Give data as a run could have forged them."""
    return {"pieces": [], "problems": [], **others}


@pytest.mark.parametrize(
    "data",
    [
        forged(number="12; rm -rf /"),
        forged(number=-1),
        forged(number=1.5),
        forged(more="veel"),
        forged(body="@iedereen"),
        forged(pieces=[{"file": "x", "state": "wat dan ook"}]),
        forged(pieces=[{"file": "x", "state": "new", "page": "](https://example.org)"}]),
        forged(pieces=[{"file": "x" * 301, "state": "new"}]),
        forged(pieces=[{"file": "x", "state": "new"}] * 51),
        forged(problems=[{"file": "x", "line": 0, "field": "", "message": ""}]),
    ],
)
def test_data_in_another_form_are_refused(data: dict[str, object]) -> None:
    """A run of a proposal can write what it wants: it has to be of this form."""
    with pytest.raises(ValidationError):
        Review.model_validate(data)


def test_forged_texts_do_nothing_in_the_comment() -> None:
    """Whatever stands in them, they are shown as text or as code."""
    evil = "`` [klik](https://example.org) <img src=x> @iedereen ```"
    found = Review.model_validate(
        forged(
            pieces=[{"file": evil, "state": "new", "title": evil, "kind": evil}],
            problems=[{"file": evil, "line": 1, "field": evil, "message": evil, "lines": [evil]}],
        )
    )
    html = MarkdownIt("commonmark", {"html": True}).render(comment(found).removeprefix(MARKER))

    assert set(re.findall(r"<(\w+)", html)) == {*("h3", "p", "strong", "code", "pre", "ul", "li")}
    assert "@iedereen" not in re.sub("<code.*?</code>", "", html, flags=re.DOTALL)


def test_lines_that_are_too_long_are_cut(root: Path) -> None:
    """The data keep their limits, whatever a file holds."""
    file = "lang/" * 100
    problem = Problem(file, 1, 1, "y" * 400, "z" * 2_000)
    found = review(root, [Change(file, "new")], None, [problem])

    assert len(found.problems[0].message) == 1_500
