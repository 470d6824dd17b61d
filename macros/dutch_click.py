"""What click says, in Dutch: how a command is used, and what was wrong with how it was used.

The only module with click's English in it, so that a newer click is looked at in one place.
"""

import click

from macros.catalogue.problems import listed, suggestion


class DutchCommand(click.Command):
    """A command whose help is Dutch."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is used."""
        pieces = [piece.replace("OPTIONS", "OPTIES") for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), "Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options; arguments stand in the line about use."""
        options = (item for item in self.get_params(ctx) if isinstance(item, click.Option))
        records = [row for row in (item.get_help_record(ctx) for item in options) if row]
        rows = [(name, told.replace("[required]", "(verplicht)")) for name, told in records]
        with formatter.section("Opties"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option `--help`."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Laat deze uitleg zien."
        return option


class DutchGroup(DutchCommand, click.Group):
    """A group of commands, listed in the order in which they are defined: that of a working day."""

    command_class = DutchCommand

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Give what stands behind the name: options, then a command."""
        return [*click.Command.collect_usage_pieces(self, ctx), "OPDRACHT ..."]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        rows = [(name, item.get_short_help_str(100)) for name, item in self.commands.items()]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)


def explain(error: click.UsageError) -> str:
    """Say in Dutch what was wrong with a command, and how to get help."""
    path = error.ctx.command_path if error.ctx else "goodiebag"
    return f"{path}: {_fault(error)} Uitleg krijg je met: {path} --help"


def _fault(error: click.UsageError) -> str:
    context = error.ctx
    command = context.command if context else None
    if isinstance(error, click.NoSuchOption):
        known = [name for item in command.params for name in item.opts] if command else []
        return f'de optie "{error.option_name}" ken ik niet.{suggestion(error.option_name, known)}'
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(context) if error.param and context else ""
        return f"hier ontbreekt nog iets: {name}."
    if isinstance(error, click.BadOptionUsage):
        return f'na de optie "{error.option_name}" hoort een waarde.'
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0].lstrip("-") if error.param else ""
        choices = getattr(error.param.type, "choices", ()) if error.param else ()
        choice = f" Kies uit: {listed(choices)}." if choices else ""
        return f'de waarde van "{name}" klopt niet.{choice}'
    if error.message.startswith("No such command"):
        found = error.message.split("'")[1]
        names = command.commands if isinstance(command, click.Group) else ()
        return f'de opdracht "{found}" ken ik niet.{suggestion(found, names)}'
    if error.message.startswith("Got unexpected extra argument"):
        return "er staat te veel achter deze opdracht."
    return error.message
