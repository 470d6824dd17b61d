"""The command `goodiebag check`: all or some files, once or after each change, for people or programs."""

import atexit
import gc
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.catalogue.problems import Problem, Problems, counted
from macros.dutch_click import DutchCommand
from macros.terminal import WRONG_CONTENTS, colour, fail, inside, printed, project, still

if TYPE_CHECKING:
    from macros.contents import Contents

WATCHED = ("catalogue", "podcasts", "docs")
"""The folders in which a change makes `--watch` look again."""
TEXT = "text"


@dataclass(frozen=True)
class Asked:
    """What was asked of the check: of which files (relative to `root`; none: all), and in which form."""

    root: Path
    files: tuple[str, ...]
    advice: bool
    publish: bool
    form: str
    lines: bool


@click.command(cls=DutchCommand)
@click.argument("files", metavar="[BESTAND ...]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--since",
    metavar="VERSIE",
    help="Kijk alleen naar wat er veranderde sinds deze versie van git, zoals origin/main.",
)
@click.option(
    "--advice",
    is_flag=True,
    help="Noem ook lange zinnen en lastige passages. Dat is advies en telt niet als fout.",
)
@click.option(
    "--publiceer",
    "publish",
    is_flag=True,
    help="Kijk ook of dit zo online mag, op het adres in SITE_URL.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Herstel eerst wat vanzelf kan (aanhalingstekens, woorden uit een lijst, volgorde van velden, spaties) en laat zien wat er verandert.",
)
@click.option(
    "--watch", is_flag=True, help="Kijk opnieuw na elke verandering, tot je stopt met Ctrl+C."
)
@click.option(
    "--format",
    "form",
    type=click.Choice([TEXT, "json", "github", "sarif"]),
    default=TEXT,
    help="In welke vorm de fouten komen: voor jou, of voor een ander programma.",
)
@click.option(
    "--toon-regels/--verberg-regels",
    "lines",
    default=None,
    help="Laat bij elke fout de regel zien met een ^ eronder; in een terminal gaat dat vanzelf.",
)
@click.pass_obj
def check(
    folder: Path | None,
    files: tuple[Path, ...],
    since: str | None,
    advice: bool,
    publish: bool,
    fix: bool,
    watch: bool,
    form: str,
    lines: bool | None,
) -> None:
    """Controleer alle stukken, of alleen elk BESTAND, en zeg per fout wat je kunt doen."""
    if watch and (fix or publish or form != TEXT):
        raise click.UsageError(
            "--watch kan niet samen met --fix, --publiceer of een andere --format."
        )
    if since and (files or watch):
        raise click.UsageError("--since kan niet samen met bestanden of --watch.")
    root = project(folder)
    shows_lines = sys.stdout.isatty() if lines is None else lines
    chosen = _changed(root, since) if since else _chosen(root, files)
    if since and not chosen:
        click.echo("Er is niets veranderd.", err=True)
        return
    asked = Asked(root, chosen, advice, publish, form, shows_lines)
    if watch:
        _watch(asked)
        return
    # All that is read lives until the end, so looking for what can go only costs time.
    gc.disable()
    atexit.register(gc.freeze)  # nor at the end
    if fix:
        _mend(asked)
    if not _check(asked):
        sys.exit(WRONG_CONTENTS)


def sound(root: Path, file: str) -> bool:
    """Check one file and tell what is wrong with it; True where nothing is."""
    return _check(Asked(root, (file,), False, False, TEXT, sys.stdout.isatty()))


def _chosen(root: Path, files: Sequence[Path]) -> tuple[str, ...]:
    """Give the files that are meant, from the root of the project on."""
    for file in files:
        if not os.path.lexists(os.path.normpath(file.absolute())):
            raise click.UsageError(f"{file} is er niet. Noem een bestand of map van het project.")
    return tuple(inside(root, file) for file in files)


def _changed(root: Path, since: str) -> tuple[str, ...]:
    """Give the files of the contents that changed and are still there."""
    from macros.contribute import changes

    try:
        found = changes.since(root, since)
    except changes.NoChanges as error:
        raise click.UsageError(str(error)) from None
    return tuple(change.file for change in found if change.state != "gone")


def _check(asked: Asked) -> bool:
    """Look once and tell what is found; True where nothing is wrong."""
    from macros import contents, settings

    site_url, media_url = settings.whereabouts(asked.root)
    found: Contents | None = None
    problems: tuple[Problem, ...] = ()
    try:
        with still("Ik lees en controleer nog ..."):
            found = contents.read(asked.root, site_url, media_url)
    except Problems as told:
        problems = told.problems
    own = _within(problems, asked.files)
    if found and asked.publish:
        _refuse_unready(found, site_url)
    advice = _within(_advice(found), asked.files) if found and asked.advice else ()
    if asked.form == TEXT:
        _print(asked, own, advice, found)
    else:
        from macros.contribute import reports

        if text := reports.FORMATS[asked.form](own, advice):
            click.echo(text)
    if elsewhere := len(problems) - len(own):
        are = counted(elsewhere, "probleem", "problemen")
        click.echo(f"Buiten wat je noemde: {are}. `goodiebag check` laat alles zien.", err=True)
    return not own


def _within(problems: Sequence[Problem], files: tuple[str, ...]) -> tuple[Problem, ...]:
    if not files or not problems:
        return tuple(problems)
    from macros.contribute import reports

    return reports.within(problems, files)


def _print(
    asked: Asked, problems: Sequence[Problem], advice: Sequence[Problem], found: "Contents | None"
) -> None:
    """Tell it to people."""
    for problem in problems:
        click.echo(printed(problem, asked.root if asked.lines else None))
    if problems:
        count = counted(len(problems), "probleem", "problemen")
        click.echo(f"\n{count} gevonden.", err=True)
        return
    if found and asked.advice:
        for told in advice:
            click.echo(printed(told, asked.root if asked.lines else None))
        click.echo(f"\n{counted(len(advice), 'advies', 'adviezen')}.", err=True)
    if asked.files:
        click.echo(f"Alles klopt in {', '.join(asked.files)}.")
    elif found:
        catalogue = found.catalogue
        entries = counted(len(catalogue.entries), "stuk", "stukken")
        episodes = counted(len(found.episodes), "aflevering", "afleveringen")
        documents = counted(len(catalogue.sources.documents), "bron", "bronnen")
        click.echo(f"Alles klopt: {entries}, {episodes} en {documents}.")


def _advice(found: "Contents") -> list[Problem]:
    """Give what may be hard to read."""
    from macros.catalogue import advice

    with still("Ik lees de teksten nog ..."):
        return advice.advice(found.catalogue)


def _refuse_unready(found: "Contents", site_url: str) -> None:
    """End where the site may not go online as it is."""
    from macros import settings
    from macros.catalogue import clock
    from macros.open_data import security_txt
    from macros.podcast import publication

    fault = (
        settings.address_fault(site_url)
        or publication.unready(found.catalogue, site_url)
        or security_txt.ending(settings.security(found.catalogue.root), clock.here())
    )
    if fault:
        fail(f"Dit mag nog niet online: {fault}")


def _mend(asked: Asked) -> None:
    """Mend the files of entries that are asked for, and show what changes."""
    from macros.catalogue.folder import ENTRIES, EntryFile
    from macros.catalogue.loading import survey
    from macros.contribute import mending

    done = 0
    catalogue, _ = survey(asked.root)
    paths = sorted((asked.root / ENTRIES).glob("*/*.yml"))
    for path in paths:
        file = path.relative_to(asked.root).as_posix()
        is_asked = not asked.files or any(
            file == one or file.startswith(f"{one}/") or one == "." for one in asked.files
        )
        if not is_asked or path.is_symlink() or not path.is_file():
            continue
        try:
            difference = mending.write(
                EntryFile(path, file, path.parent.name, path.stem), catalogue
            )
        except OSError as error:
            fail(f"{file}: schrijven lukt hier niet ({error.strerror}).")
        if difference:
            done += 1
            click.echo(_coloured(difference), nl=False, err=asked.form != TEXT)
    told = (
        f"Hersteld in {counted(done, 'bestand', 'bestanden')}."
        if done
        else "Er was niets te herstellen."
    )
    click.echo(told, err=True)


def _coloured(difference: str) -> str:
    if not colour():
        return difference
    colours = {"+": "green", "-": "red", "@": "cyan"}
    lines = difference.splitlines(keepends=True)
    return "".join(click.style(line, fg=colours.get(line[0])) for line in lines)


def _watch(asked: Asked) -> None:
    """Check again after each change."""
    from macros import watching

    def look() -> None:
        click.echo(f"{time.strftime('%H:%M:%S')} Ik kijk ...", err=True)
        _check(asked)
        click.echo("Ik let op wat je verandert (stoppen: Ctrl+C).", err=True)

    watching.follow([asked.root / name for name in WATCHED], look)
    click.echo("Gestopt.", err=True)
