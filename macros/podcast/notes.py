"""The show notes of an episode: what an app shows of it besides its title."""

from html import escape

from macros import addresses
from macros.podcast import chapters
from macros.podcast.episodes import Episode
from macros.podcast.transcript import BY_COMPUTER

LIMIT = 4000
"""The most bytes of UTF-8 (Apple)."""


def render(episode: Episode, site_url: str) -> str:
    """Give the notes as HTML: summary, who speaks, chapters, and the way to the page."""
    entry = episode.entry
    page = escape(addresses.absolute(site_url, addresses.entry(entry.id)))
    parts = [f"<p>{escape(entry.summary)}</p>"]
    if episode.synthetic:
        parts.append(f"<p>{escape(disclosure(episode))}</p>")
    if entry.chapters:
        listed = "".join(f"<li>{escape(line)}</li>" for line in chapters.lines(entry))
        parts.append(f"<p>Hoofdstukken:</p><ul>{listed}</ul>")
    parts.append(f'<p><a href="{page}">Lees mee op de pagina van deze aflevering</a></p>')
    return "".join(parts)


def disclosure(episode: Episode) -> str:
    """Say that a computer voice speaks, and where the original recording is if this is none."""
    said = BY_COMPUTER
    if episode.entry.provenance.material == "described":
        said += (
            " Het is een inleiding op het onderwerp; de oorspronkelijke opname kun je opvragen bij "
            "Rijksconsultants."
        )
    return said
