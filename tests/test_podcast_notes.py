"""Show notes say what an app shows of an episode besides its title."""

from macros.catalogue.loading import load
from macros.podcast import episodes, notes
from macros.podcast.episodes import Episode
from tests.project import EXAMPLE

SITE = "https://voorbeeld.example.org/map/"


def example(**changes: object) -> Episode:
    """Give the example's episode with other values in its entry."""
    [episode], _ = episodes.read(load(EXAMPLE))
    entry = episode.entry.model_copy(update=changes)
    return Episode(entry, episode.audio, episode.transcript)


def test_the_notes_hold_summary_voice_chapters_and_the_way_to_the_page() -> None:
    """In this order, so that the first line is about the episode."""
    episode = example(summary="Over R&D en <b> in een titel.")

    html = notes.render(episode, SITE)

    assert html.startswith("<p>Over R&amp;D en &lt;b&gt; in een titel.</p><p>Deze aflevering is")
    first = episode.entry.chapters[0]
    assert f"<p>Hoofdstukken:</p><ul><li>00:00 {first.title}</li>" in html
    assert html.endswith(
        f'<p><a href="{SITE}catalogus/voorbeeld/">Lees mee op de pagina van deze aflevering</a></p>'
    )


def test_an_episode_without_chapters_has_no_list() -> None:
    """Nothing empty is shown."""
    assert "<ul>" not in notes.render(example(chapters=()), SITE)
