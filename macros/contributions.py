"""The commands for who adds an entry or looks after them: begin one, explain a field, what is old."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.catalogue.problems import Problems
from macros.dutch_click import DutchCommand
from macros.terminal import fail, project, tell

if TYPE_CHECKING:
    from macros.catalogue.catalogue import Catalogue


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


COMMANDS = (explain, vocabulary, schema)
"""In the order in which they are listed."""
