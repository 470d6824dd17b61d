"""What is said in an episode, in chapters and lines that a page can show."""

from dataclasses import replace

import pytest

from macros.catalogue.parts import Chapter
from macros.contents import Contents
from macros.podcast.episodes import Episode
from macros.podcast.transcript import Cue, Transcript
from macros.website import read_along
from macros.website.read_along import Line, Part


@pytest.fixture
def episode(example: Contents) -> Episode:
    """The example's episode: chapters at 0:00 and 0:01."""
    [found] = example.episodes
    return found


def with_words(episode: Episode, *cues: Cue) -> Episode:
    """Give the episode with these captions."""
    return replace(episode, transcript=Transcript(cues))


def test_each_line_stands_in_the_chapter_in_which_it_begins(episode: Episode) -> None:
    """Also when it ends in the next one; a folded caption is one line."""
    said = with_words(
        episode, Cue(0.2, 0.9, "Hallo\ndaar."), Cue(0.95, 1.4, "Tot"), Cue(1, 2, "slot.")
    )

    first, last = read_along.parts(said)
    assert (first.title, [line.text for line in first.lines]) == ("Begin", ["Hallo daar.", "Tot"])
    assert (last.title, [line.text for line in last.lines]) == ("Vervolg & slot", ["slot."])


def test_every_second_has_one_place_on_the_page(episode: Episode) -> None:
    """The chapter has it before a line, and the first line before the second."""
    said = with_words(
        episode, Cue(0.2, 1, "a"), Cue(1.1, 2, "b"), Cue(2.1, 2.4, "c"), Cue(2.5, 3, "d")
    )

    assert read_along.parts(said) == (
        Part("t-0", 0, "Begin", (Line("", 0.2, "a", ""),)),
        Part(
            "t-1",
            1,
            "Vervolg & slot",
            (Line("", 1.1, "b", ""), Line("t-2", 2.1, "c", ""), Line("", 2.5, "d", "")),
        ),
    )


def test_a_prefix_keeps_episodes_on_one_page_apart(episode: Episode) -> None:
    """Every id begins with it."""
    said = with_words(episode, Cue(2.1, 2.4, "c"))

    first, last = read_along.parts(said, "voorbeeld-")
    assert (first.id, last.id, last.lines[0].id) == (
        "voorbeeld-t-0",
        "voorbeeld-t-1",
        "voorbeeld-t-2",
    )


def test_an_episode_without_chapters_is_one_part_without_a_title(episode: Episode) -> None:
    """Then the first line has the place of its own second."""
    bare = replace(episode, entry=episode.entry.model_copy(update={"chapters": ()}))

    [only] = read_along.parts(with_words(bare, Cue(0.2, 1, "a")))
    assert (only.id, only.title, only.lines) == ("", "", (Line("t-0", 0.2, "a", ""),))


def test_a_chapter_in_which_nobody_speaks_stays(episode: Episode) -> None:
    """A chapter of the list leads to it."""
    long = episode.entry.model_copy(
        update={
            "chapters": (
                Chapter(start="0:00", title="Begin"),
                Chapter(start="0:10", title="Muziek"),
                Chapter(start="0:20", title="Slot"),
            )
        }
    )

    found = read_along.parts(
        with_words(replace(episode, entry=long), Cue(1, 2, "a"), Cue(21, 22, "b"))
    )
    assert [(part.id, len(part.lines)) for part in found] == [("t-0", 1), ("t-10", 0), ("t-20", 1)]


def test_a_speaker_is_named_where_another_one_begins(episode: Episode) -> None:
    """And not at all where one speaks alone."""
    talk = (Cue(0, 1, "Dag.", "Noor"), Cue(1, 2, "Hoe is het?", "Noor"), Cue(2, 3, "Goed.", "Bram"))

    lines = [line for part in read_along.parts(with_words(episode, *talk)) for line in part.lines]
    assert [line.speaker for line in lines] == ["Noor", "", "Bram"]
    alone = read_along.parts(with_words(episode, *talk[:2]))
    assert [line.speaker for part in alone for line in part.lines] == ["", ""]
