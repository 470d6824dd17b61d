"""The commands that answer a proposal: look at what changed, and say it once below it."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from macros.catalogue.problems import Problems
from macros.dutch_click import DutchCommand
from macros.terminal import WRONG_CONTENTS, fail, inside, project, still

MAX_BYTES = 1_000_000
"""Of a file that was made in a run of a proposal."""


@click.command(cls=DutchCommand)
@click.argument("files", metavar="[BESTAND ...]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--since",
    metavar="VERSIE",
    help="Kijk naar wat er veranderde sinds deze versie van git, zoals origin/main.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    help="Het bericht zelf, of de gegevens ervoor; die neemt `goodiebag comment`.",
)
@click.option(
    "--nummer",
    "number",
    type=click.IntRange(min=0),
    default=0,
    metavar="NUMMER",
    help="Het nummer van het voorstel.",
)
@click.option(
    "--naar", "target", type=click.Path(path_type=Path), metavar="BESTAND", help="Bewaar het hier."
)
@click.option("--strict", is_flag=True, help="Eindig met code 1 als er iets te herstellen is.")
@click.pass_obj
def review(
    folder: Path | None,
    files: tuple[Path, ...],
    since: str | None,
    form: str,
    number: int,
    target: Path | None,
    strict: bool,
) -> None:
    """Zeg over een voorstel wat er goed is, wat je nog herstelt en hoe je het bekijkt."""
    from macros import contents, settings
    from macros.contribute import review as reviews
    from macros.contribute.changes import Change, NoChanges
    from macros.contribute.changes import since as changed

    root = project(folder)
    if bool(files) == bool(since):
        raise click.UsageError("noem bestanden, of een versie met --since.")
    try:
        changes = (
            changed(root, since)
            if since
            else tuple(Change(inside(root, file), "changed") for file in files)
        )
    except NoChanges as error:
        raise click.UsageError(str(error)) from None
    with still("Ik lees en controleer nog ..."):
        site_url, media_url = settings.whereabouts(root)
        catalogue, _, problems = contents.survey(root, site_url)
        if not problems:
            try:
                contents.read(root, site_url, media_url)
            except Problems as found:
                problems = list(found.problems)
        found_all = tuple(sorted(set(problems)))
        told = reviews.review(root, changes, catalogue, found_all, number)
    text = told.model_dump_json(indent=2) if form == "json" else reviews.comment(told).rstrip("\n")
    if target:
        target.write_text(f"{text}\n", encoding="utf-8")
    else:
        click.echo(text)
    if strict and found_all:
        sys.exit(WRONG_CONTENTS)


@click.command(cls=DutchCommand)
@click.argument("source", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option(
    "--api",
    envvar="GITHUB_API_URL",
    required=True,
    metavar="ADRES",
    help="Waar de API begint; anders GITHUB_API_URL.",
)
@click.option(
    "--repo",
    "repository",
    envvar="GITHUB_REPOSITORY",
    required=True,
    metavar="PLEK",
    help="Eigenaar en naam, zoals redactie/goodiebag; anders GITHUB_REPOSITORY.",
)
@click.option(
    "--head",
    metavar="COMMIT",
    help="Plaats het alleen als dit nog de laatste versie van het voorstel is.",
)
@click.option("--run", metavar="ADRES", default="", help="Waar het voorbeeld te vinden is.")
@click.option(
    "--issue",
    metavar="TITEL",
    help="Maak van het bestand een verslag met deze titel, of werk dat bij.",
)
def comment(
    source: Path, api: str, repository: str, head: str | None, run: str, issue: str | None
) -> None:
    """Plaats het bericht uit BESTAND bij een voorstel, of werk bij wat er al staat.

    De token staat in GITHUB_TOKEN.
    """
    from pydantic import ValidationError

    from macros.contribute import forge
    from macros.contribute import review as reviews

    text = _read(source)
    try:
        host = forge.Forge(api, repository, os.environ.get("GITHUB_TOKEN", ""))
        if issue:
            marker = f"<!-- goodiebag: {''.join(c for c in issue if c.isalnum() or c == ' ')} -->"
            click.echo(host.report(issue, marker, f"{marker}\n\n{text}"))
            return
        found = reviews.Review.model_validate_json(text)
        if not found.number:
            fail("In dit bestand staat geen nummer van een voorstel.")
        if head and host.head(found.number) != head:
            fail("Dit hoort niet bij de laatste versie van dat voorstel. Ik plaats niets.")
        click.echo(host.say(found.number, reviews.MARKER, reviews.comment(found, _page(run))))
    except ValidationError:
        fail("Dit bestand is niet gemaakt met `goodiebag review --format json`.")
    except forge.ForgeError as error:
        fail(error)


def _read(source: Path) -> str:
    """Read a file that others may have made: a plain one, not too large."""
    try:
        if source.is_symlink() or not source.is_file() or source.stat().st_size > MAX_BYTES:
            raise OSError
        return source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise click.UsageError(f"{source} kan ik niet lezen.") from None


def _page(run: str) -> str:
    """Give the address of a run, if that is what it looks like."""
    place = urlsplit(run)
    is_plain = all(sign.isalnum() or sign in "/:.-_" for sign in run) and run.isascii()
    return run if place.scheme in ("http", "https") and is_plain else ""


COMMANDS = (review, comment)
"""In the order in which they are listed."""
