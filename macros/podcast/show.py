"""Checks the podcast as a whole: its artwork, and that it owns up to a computer voice."""

from collections.abc import Iterator, Sequence

from macros.catalogue import reading
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.channel import Channel
from macros.catalogue.problems import LINK, Location, Problem, field_name
from macros.podcast import artwork


def problems(catalogue: Catalogue, synthetic: Sequence[str]) -> Iterator[Problem]:
    """Yield what is wrong with the podcast; `synthetic` are episodes with a computer voice, by id.

    A catalogue without a channel has no podcast, so nothing is wrong with it.
    """
    channel = catalogue.channel
    if channel is None:
        return
    file = f"podcasts/{channel.cover}"
    path = catalogue.root / file
    if path.is_symlink():
        yield _problem(catalogue, ("cover",), f"{file}: {LINK}")
    else:
        try:
            artwork.read(path)
        except artwork.ArtworkError as error:
            yield _problem(catalogue, ("cover",), f"{file}: {error}")
    if synthetic and not channel.synthetic_voice:
        yield _problem(
            catalogue,
            ("synthetic_voice",),
            f"in {', '.join(synthetic)} spreekt een computerstem, en dat hoort de luisteraar te "
            "weten. Schrijf synthetic_voice: true.",
        )


def _problem(catalogue: Catalogue, location: Location, told: str) -> Problem:
    line, column = reading.read(catalogue.root / Channel.FILE, Channel.FILE).position(location)
    return Problem(Channel.FILE, line, column, field_name(location), told)
