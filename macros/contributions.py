"""The commands for who adds an entry or looks after them: begin one, explain a field, what is old."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros import checking
from macros.catalogue.problems import Problems
from macros.dutch_click import DutchCommand
from macros.terminal import WRONG_CONTENTS, fail, project, still, tell

if TYPE_CHECKING:
    from macros.catalogue.catalogue import Catalogue


@click.command(cls=DutchCommand)
@click.argument("kind", metavar="[SOORT]", required=False)
@click.argument("title", metavar="[TITEL]", required=False)
@click.option(
    "--thema",
    "--theme",
    "theme",
    metavar="THEMA",
    help="Het thema; anders de map waarin je staat, of bij --from-form wat het voorstel zegt.",
)
@click.option(
    "--from-form",
    "source",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Zet een voorstel dat per mail kwam op zijn plek: een .yml, .txt of .eml.",
)
@click.option(
    "--vervang",
    "replace",
    is_flag=True,
    help="Met --from-form: zet het in de plaats van wat er al is.",
)
@click.pass_obj
def new(
    folder: Path | None,
    kind: str | None,
    title: str | None,
    theme: str | None,
    source: Path | None,
    replace: bool,
) -> None:
    """Begin een stuk van een SOORT, zoals method of Methode, met deze TITEL."""
    from macros.contribute import beginning

    root = project(folder)
    try:
        if source:
            if kind:
                raise click.UsageError(
                    "met --from-form noem je geen soort en titel: die staan in het bestand."
                )
            _take(root, source, theme, replace)
        elif not kind or not title or replace:
            raise click.UsageError(
                'noem een soort en een titel tussen aanhalingstekens, zoals: goodiebag new method "Goed gesprek".'
            )
        else:
            click.echo(_begun(root, kind, title, theme))
    except Problems as problems:
        tell(problems)
    except beginning.Unclear as error:
        raise click.UsageError(str(error)) from None
    except beginning.NotBegun as error:
        fail(error)


def _begun(root: Path, kind: str, title: str, theme: str | None) -> object:
    """Begin an entry; on a terminal the theme is asked where nothing tells it."""
    from macros.contribute import beginning

    kind, here = beginning.kind_of(kind), Path.cwd()
    try:
        return beginning.start(root, kind, title, theme, here)
    except beginning.ThemeNeeded as needed:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise
        return beginning.start(root, kind, title, _asked(needed.themes))


def _asked(themes: dict[str, str]) -> str:
    """Ask for a theme by its number, until there is an answer."""
    click.echo("Bij welk thema hoort dit?")
    for number, label in enumerate(themes.values(), start=1):
        click.echo(f"  {number}. {label}")
    while True:
        answer = click.prompt("Nummer", prompt_suffix=": ").strip()
        if answer.isdecimal() and 1 <= int(answer) <= len(themes):
            return list(themes)[int(answer) - 1]
        click.echo(f"Typ een getal van 1 tot en met {len(themes)}.")


def _take(root: Path, source: Path, theme: str | None, replace: bool) -> None:
    """Put a proposal in its place and check it there."""
    from macros.contribute import mailed

    taken = mailed.take(root, source, theme, replace=replace)
    click.echo(taken.difference, nl=False)
    click.echo(f"Het stuk staat op zijn plek: {taken.file}")
    if taken.alike:
        click.echo("Hier lijkt het op. Kijk of het over hetzelfde gaat:")
        for told in taken.alike:
            click.echo(f"  {told}")
    if not checking.sound(root, taken.file):
        sys.exit(WRONG_CONTENTS)


@click.command(cls=DutchCommand)
@click.argument("field", metavar="VELD")
@click.pass_obj
def explain(folder: Path | None, field: str) -> None:
    """Leg uit wat je in een veld kunt zetten, zoals steps.minutes of Voor wie."""
    from macros.contribute import explaining

    try:
        click.echo(explaining.explain(_catalogue(project(folder)), field, _width()))
    except explaining.Unknown as error:
        raise click.UsageError(str(error)) from None


@click.command(cls=DutchCommand)
@click.argument("name", metavar="[LIJST]", required=False)
@click.pass_obj
def vocabulary(folder: Path | None, name: str | None) -> None:
    """Laat zien uit welke woorden je kunt kiezen, of wat die van één LIJST betekenen."""
    from macros.contribute import wordlists

    catalogue = _catalogue(project(folder))
    try:
        told = (
            wordlists.shown_list(catalogue, name, _width())
            if name
            else wordlists.overview(catalogue, _width())
        )
    except wordlists.NoSuchList as error:
        raise click.UsageError(str(error)) from None
    click.echo(told)


@click.command(cls=DutchCommand)
@click.pass_obj
def schema(folder: Path | None) -> None:
    """Schrijf het schema van een stuk opnieuw, waarmee een editor aanvult en uitlegt."""
    from macros.contribute import schema as schemas

    root = project(folder)
    target = root / schemas.FILE
    text = schemas.render(_catalogue(root)).encode()
    if target.is_file() and target.read_bytes() == text:
        click.echo(f"{schemas.FILE} klopt al.")
        return
    try:
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(text)
    except OSError as error:
        fail(f"Schrijven lukt hier niet ({error.strerror}): {schemas.FILE}.")
    click.echo(f"{schemas.FILE} is bijgewerkt.")


@click.command(cls=DutchCommand)
@click.option(
    "--links", is_flag=True, help="Vraag ook bij elke link of die nog antwoordt. Dat duurt even."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    help="Een regel per vondst, of een verslag om ergens te plaatsen.",
)
@click.option("--strict", is_flag=True, help="Eindig met code 1 als er iets te doen is.")
@click.pass_obj
def stale(folder: Path | None, links: bool, form: str, strict: bool) -> None:
    """Noem de stukken die al twee jaar niemand nakeek en, met --links, de links die niet antwoorden."""
    from macros import settings
    from macros.catalogue import clock
    from macros.contribute import answering
    from macros.contribute import stale as ageing
    from macros.open_data import security_txt

    root, today = project(folder), clock.here()
    catalogue = _catalogue(root)
    found = None
    if links:
        places = ageing.addresses(catalogue)
        with still("Ik vraag de links nog ..."):
            found = ageing.unanswered(places, answering.silent(places))
    report = ageing.Report(
        ageing.old(catalogue, today),
        found,
        security_txt.ending(settings.security(root), today, security_txt.EARLY),
    )
    if form == "markdown":
        click.echo(ageing.as_markdown(report))
    elif report.is_empty:
        click.echo("Er is niets na te kijken.")
    else:
        click.echo(ageing.as_text(report))
    if strict and not report.is_empty:
        sys.exit(WRONG_CONTENTS)


def _catalogue(root: Path) -> "Catalogue":
    """Give what can be read of the catalogue; a faulty entry is no reason to explain nothing."""
    from macros.catalogue.loading import survey

    catalogue, problems = survey(root)
    if catalogue is None:
        tell(Problems(problems))
    return catalogue


def _width() -> int:
    """Give how wide a text is shown: the width of the terminal, and no more than 80."""
    return min(80, shutil.get_terminal_size().columns)


COMMANDS = (new, explain, vocabulary, stale, schema)
"""In the order in which they are listed."""
