"""The door for people: the command `goodiebag`.

Exit code 0: all is well. 1: something is wrong with the contents, told line by line.
2: the command was used wrongly.
"""

import os
import sys
from pathlib import Path

import click

from macros import checking, contributions, proposals, recordings
from macros.dutch_click import DutchGroup, explain
from macros.terminal import WRONG_CONTENTS, WRONG_USE, near, project

ADDRESS = "127.0.0.1:8000"


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


goodiebag.add_command(checking.check)


@goodiebag.command()
@click.pass_obj
def build(folder: Path | None) -> None:
    """Bouw de site in de map site/. Gaat er iets mis, dan blijft de vorige staan."""
    root = project(folder)
    code = _mkdocs(root, "build", "--strict")
    if code:
        click.echo("Niet gebouwd. Wat er in site/ stond, staat er nog.", err=True)
        sys.exit(WRONG_CONTENTS)
    from macros.narration import summary

    click.echo(f"Klaar: {summary(root / 'site')} staan in {near(root / 'site')}/")


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


for _command in (*contributions.COMMANDS, *proposals.COMMANDS, *recordings.COMMANDS):
    goodiebag.add_command(_command)


def _check_free(address: str) -> None:
    """Try to listen at an address; raises click.UsageError when the preview could not."""
    import socket
    from ipaddress import ip_address

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


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exits with 0, 1 (contents) or 2 (use)."""
    # pydantic would look for plug-ins of itself in the data of every package that is installed.
    # There are none, so a check need not open all those files.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
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
