"""The commands for what is recorded or drawn once and kept: the podcast, its artwork, social cards."""

from pathlib import Path

import click

from macros.catalogue.problems import Problems
from macros.dutch_click import DutchCommand
from macros.terminal import fail, project, still, tell


@click.command(cls=DutchCommand)
@click.argument("slug", metavar="NAAM")
@click.pass_obj
def voice(folder: Path | None, slug: str) -> None:
    """Maak van podcasts/scripts/NAAM.md opnieuw het geluid en de tekst met tijden."""
    from macros.podcast import voice as speech

    try:
        with still("De stem spreekt nog ..."):
            made = speech.make(project(folder), slug)
        click.echo(made)
    except speech.VoiceError as error:
        fail(error)


@click.command(cls=DutchCommand)
@click.argument("slug", metavar="[NAAM]", required=False)
@click.pass_obj
def tags(folder: Path | None, slug: str | None) -> None:
    """Zet in de opname van NAAM, of in alle opnamen, hoe de aflevering heet en wat erin zit."""
    from macros.podcast import tagging

    try:
        done = tagging.write(project(folder), slug)
    except Problems as problems:
        tell(problems)
    except tagging.TaggingError as error:
        fail(error)
    for recording in done:
        click.echo(recording)


@click.command(cls=DutchCommand)
@click.argument("recording", metavar="OPNAME", type=click.Path(path_type=Path))
@click.option("--titel", "--title", "title", required=True, metavar="TITEL", help="Hoe hij heet.")
@click.option(
    "--nummer",
    "--number",
    "number",
    type=int,
    metavar="NUMMER",
    help="De plaats in de reeks; anders de eerste die vrij is.",
)
@click.option(
    "--thema", "--theme", "theme", metavar="THEMA", help="Het thema; anders dat van de reeks."
)
@click.pass_obj
def episode(
    folder: Path | None, recording: Path, title: str, number: int | None, theme: str | None
) -> None:
    """Begin een aflevering met een opname (mp3): alles wat een computer weet, staat er dan al."""
    from macros.contribute import episode as episodes

    try:
        click.echo(episodes.start(project(folder), recording, title, number, theme))
    except Problems as problems:
        tell(problems)
    except episodes.EpisodeError as error:
        fail(error)


@click.command(cls=DutchCommand)
@click.pass_obj
def cover(folder: Path | None) -> None:
    """Teken opnieuw de omslag van de podcast: podcasts/cover.jpg."""
    from macros.podcast import cover as artwork

    try:
        with still("Ik teken nog ..."):
            made = artwork.make(project(folder))
        click.echo(made)
    except artwork.CoverError as error:
        fail(error)


@click.command(cls=DutchCommand)
@click.pass_obj
def social(folder: Path | None) -> None:
    """Teken opnieuw waar de kaarten van gemaakt zijn die andere sites bij een link laten zien."""
    from macros.catalogue.loading import load
    from macros.drawing import DrawingError
    from macros.website import social_drawing

    root = project(folder)
    try:
        with still("Ik teken nog ..."):
            made = social_drawing.make(root, load(root).vocabulary.themes)
    except Problems as problems:
        tell(problems)
    except DrawingError as error:
        fail(error)
    for file in made:
        click.echo(f"Getekend: {file.name}")


@click.command(cls=DutchCommand)
@click.option(
    "--adres",
    "address",
    default="",
    metavar="ADRES",
    help="Waar de site echt online komt, met https:// ervoor.",
)
@click.pass_obj
def lock(folder: Path | None, address: str) -> None:
    """Leg vast wat podcast-apps van ons kennen: podcasts/published.lock."""
    from macros import contents, settings
    from macros.podcast import domain, publication

    root = project(folder)
    fault = settings.address_fault(address, "--adres") or domain.unfit(address) if address else None
    if fault:
        raise click.UsageError(fault)
    try:
        with still("Ik lees en controleer nog ..."):
            catalogue, heard, problems = contents.survey(root, address)
        if problems or catalogue is None:
            raise Problems(problems)
        if catalogue.channel is None:
            raise click.UsageError("Hier is geen podcast: er is geen podcasts/channel.yml.")
        done = publication.update(catalogue, heard, address, settings.whereabouts(root)[1])
    except Problems as found:
        tell(found)
    for line in done or ["Er is niets nieuws; alles lag al vast."]:
        click.echo(line)


COMMANDS = (voice, tags, episode, cover, social, lock)
"""In the order in which they are listed."""
