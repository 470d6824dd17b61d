"""Help and wrong use are told in Dutch, whatever click itself would say."""

import click
import pytest
from click.testing import CliRunner

from macros.dutch_click import DutchGroup, explain


@click.group(cls=DutchGroup)
def mand() -> None:
    """Zorg voor de mand."""


@mand.command()
@click.argument("vrucht", metavar="VRUCHT")
@click.option("--aantal", "number", type=int, metavar="AANTAL", help="Hoeveel je er wilt.")
@click.option("--voor", metavar="NAAM", required=True, help="Voor wie.")
def vul(vrucht: str, number: int | None, voor: str) -> None:
    """Leg iets in de mand."""
    click.echo(f"{number} {vrucht} voor {voor}")


@mand.command()
def bekijk() -> None:
    """Laat zien wat erin ligt."""


def told(*arguments: str) -> str:
    """Give what a person reads of wrong use."""
    with pytest.raises(click.UsageError) as caught:
        mand.main(list(arguments), prog_name="mand", standalone_mode=False)
    return explain(caught.value)


def test_help_of_a_group_is_dutch_with_its_commands_in_their_own_order() -> None:
    """The order is the one in which they are defined, not that of the alphabet."""
    assert CliRunner().invoke(mand, ["--help"], prog_name="mand").output == (
        "Gebruik: mand [OPTIES] OPDRACHT ...\n\n  Zorg voor de mand.\n\n"
        "Opties:\n  --help  Laat deze uitleg zien.\n\n"
        "Opdrachten:\n  vul     Leg iets in de mand.\n  bekijk  Laat zien wat erin ligt.\n"
    )


def test_help_of_a_command_is_dutch_and_lists_options_only() -> None:
    """What has to be filled in stands in the line about its use."""
    assert CliRunner().invoke(mand, ["vul", "--help"], prog_name="mand").output == (
        "Gebruik: mand vul [OPTIES] VRUCHT\n\n  Leg iets in de mand.\n\n"
        "Opties:\n  --aantal AANTAL  Hoeveel je er wilt.\n  --voor NAAM      Voor wie.  (verplicht)\n"
        "  --help           Laat deze uitleg zien.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["vull"], 'mand: de opdracht "vull" ken ik niet. Bedoel je "vul"?'),
        (["vul", "--antal", "1", "peer"], 'mand vul: de optie "--antal" ken ik niet. Bedoel je "--aantal"?'),
        (["vul"], "mand vul: hier ontbreekt nog iets: VRUCHT."),
        (["vul", "peer", "--aantal"], 'goodiebag: na de optie "--aantal" hoort een waarde.'),
        (["vul", "peer", "--aantal", "veel"], 'mand vul: de waarde van "aantal" klopt niet.'),
        (["bekijk", "nu"], "mand bekijk: er staat te veel achter deze opdracht."),
    ],
)  # fmt: skip
def test_wrong_use_is_told_with_what_is_wrong_and_how_to_get_help(
    arguments: list[str], expected: str
) -> None:
    """What was not understood, the nearest that is, and where to read on."""
    assert told(*arguments).startswith(expected)
    assert told(*arguments).endswith(" --help")


def test_a_message_of_our_own_passes_as_it_is() -> None:
    """A command may refuse what it was given in its own words."""
    assert explain(click.UsageError("Kies een andere poort.")).startswith(
        "goodiebag: Kies een andere poort. "
    )
