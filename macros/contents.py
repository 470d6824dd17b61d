"""Everything that the outputs are made of: the catalogue and its recordings, read and checked once."""

from dataclasses import dataclass
from pathlib import Path

from macros import links
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.loading import survey
from macros.catalogue.problems import Problems
from macros.podcast import episodes
from macros.podcast.episodes import Episode


@dataclass(frozen=True)
class Contents:
    """The catalogue, and the episodes that have a recording, by number."""

    catalogue: Catalogue
    episodes: tuple[Episode, ...]

    def episode(self, id: str) -> Episode | None:
        """Give the episode of an entry; None when the entry has no recording."""
        return next((episode for episode in self.episodes if episode.entry.id == id), None)


def read(root: Path) -> Contents:
    """Read the contents in the project folder `root`.

    Raises Problems with everything that is wrong with entries, words, sources, recordings,
    transcripts and links together. A file that did not change since the last call is not read again.
    """
    catalogue, problems = survey(root)
    heard, silent = episodes.read(catalogue) if catalogue else ((), [])
    astray = links.problems(catalogue) if catalogue else []
    if problems or silent or astray or catalogue is None:
        raise Problems([*problems, *silent, *astray])
    return Contents(catalogue, heard)
