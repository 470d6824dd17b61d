"""What is said in an episode, laid out so that a page can show it and a player can follow it."""

from dataclasses import dataclass

from macros.podcast.episodes import Episode


@dataclass(frozen=True)
class Line:
    """One caption: `start` in seconds, its text on one line.

    `speaker` is named where another one begins, in an episode with more than one; `id` is the
    place of this line on the page, empty where something else of the same second has it.
    """

    id: str
    start: float
    text: str
    speaker: str


@dataclass(frozen=True)
class Part:
    """A chapter with its lines; `title` is empty in an episode without chapters."""

    id: str
    start: int
    title: str
    lines: tuple[Line, ...]


def place(seconds: float, prefix: str = "") -> str:
    """Give the id on a page of a moment in a recording: `t-83`, the last whole second before it."""
    return f"{prefix}t-{int(seconds)}"


def parts(episode: Episode, prefix: str = "") -> tuple[Part, ...]:
    """Give the chapters of an episode with what is said in each, in order of time.

    `prefix` comes before every id, for a page with more than one episode. An episode without
    chapters is one part without a title.
    """
    chapters = episode.entry.chapters
    starts = [chapter.start for chapter in chapters] or [0]
    titles = [chapter.title for chapter in chapters] or [""]
    taken = {place(chapter.start, prefix) for chapter in chapters}
    lines: list[list[Line]] = [[] for _ in starts]
    several = len({cue.speaker for cue in episode.transcript.cues}) > 1
    chapter, speaker = 0, ""
    for cue in episode.transcript.cues:
        while chapter + 1 < len(starts) and starts[chapter + 1] <= cue.start:
            chapter += 1
        id = place(cue.start, prefix)
        lines[chapter].append(
            Line(
                id="" if id in taken else id,
                start=cue.start,
                text=cue.text.replace("\n", " "),
                speaker=cue.speaker if several and cue.speaker != speaker else "",
            )
        )
        taken.add(id)
        speaker = cue.speaker
    return tuple(
        Part(place(start, prefix) if title else "", start, title, tuple(said))
        for start, title, said in zip(starts, titles, lines, strict=True)
    )
