"""Everything that the outputs are made of: the catalogue and its recordings, read and checked once."""

from dataclasses import dataclass
from pathlib import Path

from macros import links
from macros.catalogue import loading
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.problems import Problem, Problems
from macros.podcast import episodes, leftovers, lock, publication, rules, tagging
from macros.podcast.episodes import Episode


@dataclass(frozen=True)
class Contents:
    """The catalogue, and the episodes that have a recording, by number."""

    catalogue: Catalogue
    episodes: tuple[Episode, ...]

    def episode(self, id: str) -> Episode | None:
        """Give the episode of an entry; None when the entry has no recording."""
        return next((episode for episode in self.episodes if episode.entry.id == id), None)


def read(root: Path, site_url: str = "", media_url: str = "") -> Contents:
    """Read the contents in the project folder `root`.

    `site_url` is where the site comes, and `media_url` where its recordings are if that is
    elsewhere. Raises Problems with everything that is wrong with entries, words, sources,
    recordings, transcripts and links together, and with what differs from what is published. A
    file that did not change since the last call is not read again.
    """
    catalogue, heard, problems = survey(root, site_url)
    if catalogue:
        problems.extend(publication.problems(catalogue, heard, site_url, media_url))
    if problems or catalogue is None:
        raise Problems(problems)
    return Contents(catalogue, heard)


def survey(
    root: Path, site_url: str = ""
) -> tuple[Catalogue | None, tuple[Episode, ...], list[Problem]]:
    """Give what can be read, with all that is wrong with it; not compared with what is published."""
    catalogue, problems = loading.survey(root, lock.withdrawn(root))
    if catalogue is None:
        return None, (), problems
    heard, silent = episodes.read(catalogue)
    # Chapters that are wrong would make wrong tags, so these wait until the rest is right.
    faulty = {problem.file for problem in silent}
    sound = [episode for episode in heard if episode.entry.path not in faulty]
    told = [*rules.problems(catalogue, heard, site_url), *tagging.problems(catalogue, sound)]
    told.extend(leftovers.problems(catalogue, [*problems, *silent]))
    return catalogue, heard, [*problems, *silent, *told, *links.problems(catalogue)]
