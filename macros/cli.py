"""The door for people: the command `goodiebag`.

Exit code 0: all is well. 1: something is wrong with the contents, told line by line.
2: the command was used wrongly.
"""

import socket
import sys
from contextlib import AbstractContextManager
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from macros.catalogue.problems import Problems, counted
from macros.dutch_click import DutchGroup, explain
from macros.narration import patience, summary

if TYPE_CHECKING:
    from macros.catalogue.catalogue import Catalogue

ROOT_FILE = "mkdocs.yml"
ADDRESS = "127.0.0.1:8000"
WRONG_CONTENTS, WRONG_USE = 1, 2


@click.group(cls=DutchGroup, context_settings={"help_option_names": ["--help", "-h"]})
@click.option(
    "--map",
    "folder",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="De map van het project; anders de map waarin je staat, of een map daarboven.",
)
@click.pass_context
def goodiebag(ctx: click.Context, folder: Path | None) -> None:
    """Houd de goodiebag bij: controleer, bouw en bekijk de site."""
    ctx.obj = folder


@goodiebag.command()
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
@click.pass_obj
def check(folder: Path | None, advice: bool, publish: bool) -> None:
    """Controleer alle stukken en zeg per fout wat je kunt doen."""
    from macros import contents, settings
    from macros.podcast import publication

    root = project(folder)
    site_url, media_url = settings.whereabouts(root)
    try:
        with _still("Ik lees en controleer nog ..."):
            found = contents.read(root, site_url, media_url)
    except Problems as problems:
        _tell(problems)
    if publish:
        fault = settings.address_fault(site_url) or publication.unready(found.catalogue, site_url)
        if fault:
            click.echo(f"Dit mag nog niet online: {fault}", err=True)
            sys.exit(WRONG_CONTENTS)
    catalogue = found.catalogue
    if advice:
        _advise(catalogue)
    entries = counted(len(catalogue.entries), "stuk", "stukken")
    episodes = counted(len(found.episodes), "aflevering", "afleveringen")
    documents = counted(len(catalogue.sources.documents), "bron", "bronnen")
    click.echo(f"Alles klopt: {entries}, {episodes} en {documents}.")


@goodiebag.command()
@click.pass_obj
def build(folder: Path | None) -> None:
    """Bouw de site in de map site/. Gaat er iets mis, dan blijft de vorige staan."""
    root = project(folder)
    code = _mkdocs(root, "build", "--strict")
    if code:
        click.echo("Niet gebouwd. Wat er in site/ stond, staat er nog.", err=True)
        sys.exit(WRONG_CONTENTS)
    click.echo(f"Klaar: {summary(root / 'site')} staan in {_near(root / 'site')}/")


@goodiebag.command()
@click.option(
    "--adres",
    "address",
    default=ADDRESS,
    metavar="ADRES:POORT",
    help=f"Waar je de site bekijkt; anders op {ADDRESS}.",
)
@click.pass_obj
def serve(folder: Path | None, address: str) -> None:
    """Bouw de site, laat hem zien op je eigen computer en volg wat je verandert."""
    _check_free(address)
    root = project(folder)
    click.echo(f"Ik bouw de site. Open daarna http://{address}/ en stop met Ctrl+C.")
    code = _mkdocs(root, "serve", "--dirty", "--dev-addr", address)
    sys.exit(WRONG_CONTENTS if code else 0)


@goodiebag.command()
@click.argument("slug", metavar="NAAM")
@click.pass_obj
def voice(folder: Path | None, slug: str) -> None:
    """Maak van podcasts/scripts/NAAM.md opnieuw het geluid en de tekst met tijden."""
    from macros.podcast import voice as speech

    try:
        with _still("De stem spreekt nog ..."):
            made = speech.make(project(folder), slug)
        click.echo(made)
    except speech.VoiceError as error:
        click.echo(error, err=True)
        sys.exit(WRONG_CONTENTS)


@goodiebag.command()
@click.argument("slug", metavar="[NAAM]", required=False)
@click.pass_obj
def tags(folder: Path | None, slug: str | None) -> None:
    """Zet in de opname van NAAM, of in alle opnamen, hoe de aflevering heet en wat erin zit."""
    from macros.podcast import tagging

    try:
        done = tagging.write(project(folder), slug)
    except Problems as problems:
        _tell(problems)
    except tagging.TaggingError as error:
        click.echo(error, err=True)
        sys.exit(WRONG_CONTENTS)
    for recording in done:
        click.echo(recording)


@goodiebag.command()
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
        _tell(problems)
    except episodes.EpisodeError as error:
        click.echo(error, err=True)
        sys.exit(WRONG_CONTENTS)


@goodiebag.command()
@click.pass_obj
def cover(folder: Path | None) -> None:
    """Teken opnieuw de omslag van de podcast: podcasts/cover.jpg."""
    from macros.podcast import cover as artwork

    try:
        with _still("Ik teken nog ..."):
            made = artwork.make(project(folder))
        click.echo(made)
    except artwork.CoverError as error:
        click.echo(error, err=True)
        sys.exit(WRONG_CONTENTS)


def _advise(catalogue: "Catalogue") -> None:
    """Tell what may be hard to read, each on a line with its place."""
    from macros.catalogue import advice

    with _still("Ik lees de teksten nog ..."):
        found = advice.advice(catalogue)
    for told in found:
        click.echo(told)
    click.echo(f"\n{counted(len(found), 'advies', 'adviezen')}.", err=True)


@goodiebag.command()
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
        with _still("Ik lees en controleer nog ..."):
            catalogue, heard, problems = contents.survey(root, address)
        if problems or catalogue is None:
            raise Problems(problems)
        if catalogue.channel is None:
            raise click.UsageError("Hier is geen podcast: er is geen podcasts/channel.yml.")
        done = publication.update(catalogue, heard, address, settings.whereabouts(root)[1])
    except Problems as found:
        _tell(found)
    for line in done or ["Er is niets nieuws; alles lag al vast."]:
        click.echo(line)


def _tell(problems: Problems) -> NoReturn:
    """Print every problem and how many there are, and end with the exit code for that."""
    for problem in problems.problems:
        click.echo(problem)
    count = counted(len(problems.problems), "probleem", "problemen")
    click.echo(f"\n{count} gevonden.", err=True)
    sys.exit(WRONG_CONTENTS)


def project(folder: Path | None) -> Path:
    """Give the project's folder: the one named, or the nearest above that holds mkdocs.yml.

    Raises click.UsageError when there is none.
    """
    start = (folder or Path.cwd()).absolute()
    candidates = [start] if folder else [start, *start.parents]
    for candidate in candidates:
        if (candidate / ROOT_FILE).is_file() and (candidate / "catalogue").is_dir():
            return candidate
    raise click.UsageError(
        f"In {start} ligt geen goodiebag (een map met {ROOT_FILE} en catalogue/). Ga naar de map van het project, of noem hem met --map."
    )


def _still(words: str) -> AbstractContextManager[None]:
    """Say these words again and again while the work inside takes its time."""
    return patience(lambda: click.echo(words, err=True))


def _check_free(address: str) -> None:
    """Try to listen at an address; raises click.UsageError when the preview could not."""
    host, _, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    try:
        ip = ip_address("127.0.0.1" if host == "localhost" else host)
        number = int(port)
    except ValueError:
        raise click.UsageError(f"Schrijf het adres met een poort, zoals {ADDRESS}.") from None
    try:
        family = socket.AF_INET6 if ip.version == 6 else socket.AF_INET
        socket.create_server((host, number), family=family).close()
    except (OSError, OverflowError):
        raise click.UsageError(
            f"Op {address} draait al iets, of dat adres is niet van deze computer. Kies een andere poort, zoals 127.0.0.1:8001."
        ) from None


def _mkdocs(root: Path, *arguments: str) -> int:
    from macros import builder

    return builder.run(root, *arguments, tell=lambda line: click.echo(line, err=True))


def _near(path: Path) -> str:
    """Give a path as one types it from here."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exits with 0, 1 (contents) or 2 (use)."""
    try:
        goodiebag.main(arguments, prog_name="goodiebag", standalone_mode=False)
    except click.UsageError as error:
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            click.echo(error.ctx.get_help() if error.ctx else "")
            sys.exit(WRONG_USE)
        click.echo(explain(error), err=True)
        sys.exit(WRONG_USE)
    except click.Abort:
        sys.exit(WRONG_USE)


if __name__ == "__main__":
    main()
