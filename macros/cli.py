"""The door for people: the command `goodiebag`.

Exit code 0: all is well. 1: something is wrong with the contents, told line by line.
2: the command was used wrongly.
"""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import click

from macros.catalogue.problems import Problems, counted, suggestion
from macros.narration import patience

ROOT_FILE = "mkdocs.yml"
WRONG_CONTENTS, WRONG_USE = 1, 2


class Dutch(click.Command):
    """A command whose help is Dutch; click itself speaks English."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is used."""
        pieces = [piece.replace("OPTIONS", "OPTIES") for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), "Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        rows = [row for row in (item.get_help_record(ctx) for item in self.get_params(ctx)) if row]
        with formatter.section("Opties"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option `--help`."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Laat deze uitleg zien."
        return option


class DutchGroup(Dutch, click.Group):
    """A group of commands, listed in the order in which they are defined."""

    command_class = Dutch

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order of a working day, not of the alphabet."""
        del ctx
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        rows = [(name, item.get_short_help_str(100)) for name, item in self.commands.items()]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)


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
@click.pass_obj
def check(folder: Path | None) -> None:
    """Controleer alle stukken en zeg per fout wat je kunt doen."""
    from macros import contents

    root = project(folder)
    try:
        with patience(lambda: click.echo("Ik lees en controleer nog ...", err=True)):
            found = contents.read(root)
    except Problems as problems:
        for problem in problems.problems:
            click.echo(problem)
        count = counted(len(problems.problems), "probleem", "problemen")
        click.echo(f"\n{count} gevonden.", err=True)
        sys.exit(WRONG_CONTENTS)
    catalogue = found.catalogue
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
    from macros.publish import summary

    click.echo(f"Klaar: {summary(root / 'site')} staan in {_near(root / 'site')}/")


@goodiebag.command()
@click.option(
    "--adres",
    "address",
    default="127.0.0.1:8000",
    show_default="127.0.0.1:8000",
    metavar="ADRES:POORT",
    help="Waar je de site bekijkt.",
)
@click.pass_obj
def serve(folder: Path | None, address: str) -> None:
    """Bouw de site, laat hem zien op je eigen computer en volg wat je verandert."""
    if not re.fullmatch(r"[\w.:\[\]-]+:\d{1,5}", address):
        raise click.UsageError("Schrijf het adres met een poort, zoals 127.0.0.1:8000.")
    host, _, port = address.rpartition(":")
    with socket.socket() as trial:
        if int(port) > 65_535 or trial.connect_ex((host.strip("[]"), int(port))) == 0:
            raise click.UsageError(
                f"Op {address} draait al iets, of dat adres bestaat niet. Kies een andere poort, zoals 127.0.0.1:8001."
            )
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
        click.echo(speech.make(project(folder), slug))
    except speech.VoiceError as error:
        click.echo(error, err=True)
        sys.exit(WRONG_CONTENTS)


@goodiebag.command()
@click.pass_obj
def cover(folder: Path | None) -> None:
    """Teken opnieuw de omslag van de podcast: podcasts/cover.jpg."""
    from macros.podcast import cover as artwork

    try:
        click.echo(artwork.make(project(folder)))
    except artwork.CoverError as error:
        click.echo(error, err=True)
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


def _mkdocs(root: Path, *arguments: str) -> int:
    """Run MkDocs in the project, pass on what it says, and give its exit code."""
    # Material's box about its own future is for maintainers; the developers' page tells them.
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(root / ROOT_FILE)]
    # On stdout MkDocs says no more than how it ended; our own last line says that in Dutch.
    with subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stderr is not None
        # Who stops this command by a signal means MkDocs too.
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            for line in process.stderr:
                if not line.startswith("Aborted with"):
                    click.echo(line, nl=False, err=True)
        except KeyboardInterrupt:
            process.wait()
            return 0
        return process.wait()


def _near(path: Path) -> str:
    """Give a path as one types it from here."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _usage(error: click.UsageError) -> str:
    """Say in Dutch what was wrong with the command."""
    context = error.ctx
    if isinstance(error, click.NoSuchOption):
        known = [name for item in context.command.params for name in item.opts] if context else []
        return f'de optie "{error.option_name}" ken ik niet.{suggestion(error.option_name, known)}'
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(context) if error.param and context else ""
        return f"hier ontbreekt nog iets: {name}."
    if isinstance(error, click.BadOptionUsage):
        return f'na de optie "{error.option_name}" hoort een waarde.'
    if isinstance(error, click.BadParameter):
        return f'de waarde van "{error.param.name if error.param else ""}" klopt niet.'
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return ""
    if error.message.startswith("No such command"):
        found = error.message.split("'")[1]
        return f'de opdracht "{found}" ken ik niet.{suggestion(found, goodiebag.commands)}'
    if error.message.startswith("Got unexpected extra argument"):
        return "er staat te veel achter deze opdracht."
    return error.message


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exits with 0, 1 (contents) or 2 (use)."""
    try:
        goodiebag.main(arguments, prog_name="goodiebag", standalone_mode=False)
    except click.UsageError as error:
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            click.echo(error.ctx.get_help() if error.ctx else "")
            sys.exit(WRONG_USE)
        path = error.ctx.command_path if error.ctx else "goodiebag"
        click.echo(f"{path}: {_usage(error)} Uitleg krijg je met: {path} --help", err=True)
        sys.exit(WRONG_USE)
    except click.Abort:
        sys.exit(WRONG_USE)


if __name__ == "__main__":
    main()
