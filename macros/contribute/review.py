"""What is right and what to mend in a proposal, as data, and as the one comment that its writer reads.

The data come from the run that reads the proposal, and may be forged by who made that. So they
have a form and limits, and only here a comment is made of them, in which they are text.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from macros import addresses
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.problems import Problem, counted
from macros.contribute import harmless
from macros.contribute.changes import Change
from macros.contribute.pointing import excerpt

MARKER = "<!-- goodiebag: antwoord op een voorstel -->"
"""Opens the comment, where nobody sees it: by this it is found again."""
MAX_TOLD = 25
"""Problems that are written out; who makes more mends these first."""
MAX_FILES = 50
ARTEFACT = "voorbeeld"
"""What the built site is called among the files of the run."""

_Short = Annotated[str, StringConstraints(max_length=300)]
_Long = Annotated[str, StringConstraints(max_length=1_500)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Piece(_Part):
    """A file that was proposed; of a sound entry also its title, its kind and the way to its page."""

    file: _Short
    state: Literal["new", "changed", "gone"]
    title: _Short = ""
    kind: _Short = ""
    page: Annotated[str, StringConstraints(pattern=r"^([a-z0-9/-]{1,120})?$")] = ""
    faults: Annotated[int, Field(ge=0, le=10_000)] = 0


class Told(_Part):
    """A problem at its place, with the line of the file and a caret."""

    file: _Short
    line: Annotated[int, Field(ge=1, le=10_000_000)]
    field: _Short
    message: _Long
    lines: Annotated[list[_Short], Field(max_length=2)] = []


class Review(_Part):
    """All that the comment tells; `number` is that of the proposal on its host, 0 where it has none."""

    number: Annotated[int, Field(ge=0, le=10_000_000)] = 0
    pieces: Annotated[list[Piece], Field(max_length=MAX_FILES)]
    problems: Annotated[list[Told], Field(max_length=MAX_TOLD)]
    more: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    elsewhere: Annotated[int, Field(ge=0, le=1_000_000)] = 0


def review(
    root: Path,
    changes: Sequence[Change],
    catalogue: Catalogue | None,
    problems: Sequence[Problem],
    number: int = 0,
) -> Review:
    """Look at what changed: `catalogue` is what can be read of the whole, `problems` all of it."""
    files = {change.file for change in changes}
    own = [problem for problem in problems if _concerns(problem, files)]
    entries = {entry.path: entry for entry in catalogue.entries.values()} if catalogue else {}
    pieces = []
    for change in changes[:MAX_FILES]:
        faults = sum(problem.file == change.file for problem in own)
        entry = entries.get(change.file)
        facts = (
            {
                "title": entry.title,
                "kind": entry.kind_label,
                "page": addresses.entry(entry.id),
            }
            if entry
            else {}
        )
        pieces.append(Piece(file=change.file[:300], state=change.state, faults=faults, **facts))  # type: ignore[arg-type]  # one of the three
    return Review(
        number=number,
        pieces=pieces,
        problems=[_told(root, problem) for problem in own[:MAX_TOLD]],
        more=max(0, len(own) - MAX_TOLD),
        elsewhere=len(problems) - len(own),
    )


def _concerns(problem: Problem, files: Iterable[str]) -> bool:
    """Tell whether a problem is of a file that changed, or names one."""
    return any(problem.file == file or file in problem.message for file in files)


def _told(root: Path, problem: Problem) -> Told:
    lines = excerpt(root, problem) or ()
    return Told(
        file=problem.file[:300],
        line=problem.line,
        field=problem.field[:300],
        message=problem.message[:1_500],
        lines=[line[:300] for line in lines],
    )


def comment(found: Review, run: str = "") -> str:
    """Write the comment in Markdown; `run` is the address of the run with the built site, if any."""
    parts = [MARKER, _opening(found)]
    if right := _right(found.pieces):
        parts += ["### Wat er goed is", right]
    if found.problems:
        parts += ["### Wat je nog kunt doen", *_to_mend(found)]
    elif found.elsewhere:
        parts.append(
            f"In je eigen bestanden klopt alles. Elders in de catalogus: {counted(found.elsewhere, 'probleem', 'problemen')}. "
            "Daar hoef jij niets aan te doen; de redactie kijkt ernaar."
        )
    else:
        parts += ["### En nu", "Jij hoeft niets meer te doen. De redactie leest het en laat je weten hoe het verdergaat."]  # fmt: skip
    parts += ["### Zo zie je hoe het wordt", _preview(found, run)]
    return "\n\n".join(parts) + "\n"


def _opening(found: Review) -> str:
    if not found.pieces:
        return "Dank je wel voor je voorstel! De stukken van de catalogus veranderen er niet door."
    if found.problems:
        many = counted(len(found.problems) + found.more, "ding", "dingen")
        return (
            f"Dank je wel voor je voorstel! Een computer las het na en vond nog {many} om te herstellen. "
            "Hieronder staat steeds waar het zit en wat je doet. Kom je er niet uit? Vraag het hier gerust."
        )
    return "Dank je wel voor je voorstel! Een computer las het na, en het ziet er goed uit."


def _right(pieces: Sequence[Piece]) -> str:
    return "\n".join(f"- {_sound(piece)}" for piece in pieces if not piece.faults)


def _sound(piece: Piece) -> str:
    if piece.state == "gone":
        return f"{harmless.code(piece.file)} gaat weg."
    if not piece.title:
        return f"In {harmless.code(piece.file)} staat geen fout."
    what = "nieuw" if piece.state == "new" else "bijgewerkt"
    comes = "komt op" if piece.state == "new" else "staat op"
    return f"**{harmless.line(piece.title)}** ({harmless.line(piece.kind.lower())}, {what}) klopt. De pagina {comes} {harmless.code(f'/{piece.page}')}."


def _to_mend(found: Review) -> list[str]:
    parts = []
    for number, problem in enumerate(found.problems, start=1):
        place = harmless.code(f"{problem.file}:{problem.line}")
        field = f", bij {harmless.code(problem.field)}" if problem.field else ""
        message = harmless.line(problem.message[:1].upper() + problem.message[1:])
        parts.append(f"**{number}.** {place}{field}")
        parts.append(message)
        if problem.lines:
            parts.append(harmless.block(problem.lines))
    if found.more:
        parts.append(
            f"En nog {counted(found.more, 'ding', 'dingen')}. Los eerst deze op; dan laat ik de rest zien."
        )
    parts.append(
        "Pas het bestand aan en bewaar het (**Commit changes**). Ik kijk dan opnieuw en werk dit bericht bij."
    )
    return parts


def _preview(found: Review, run: str) -> str:
    if found.problems or found.elsewhere:
        return "Zodra alles klopt, maak ik de hele site zoals die wordt. Dan staat hier hoe je hem bekijkt."
    where = f"[Open de controle]({run})" if run else "Open de controle bij dit voorstel"
    pages = [piece.page for piece in found.pieces if piece.page]
    page = f"http://localhost:8000/{pages[0] if pages else ''}"
    return "\n".join(
        [
            f"1. {where}, en haal onderaan **{ARTEFACT}** op. Pak het uit: er zit een map `site` in.",
            "2. Open een terminal in de map waar `site` in staat, en typ:",
            "",
            "   ```text",
            "   python -m http.server --directory site",
            "   ```",
            "",
            f"3. Ga in je browser naar `{page}`. Stop met Ctrl+C.",
        ]
    )
