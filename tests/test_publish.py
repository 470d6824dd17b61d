"""What is added to a folder with a built site, whoever built it."""

import dataclasses
import re
from pathlib import Path

import feedparser

from macros import publish
from macros.contents import Contents
from macros.contribute import form_data

SITE_URL = "https://voorbeeld.example.org/map/"


def test_feed_recordings_and_transcripts_lie_at_their_fixed_addresses(
    example: Contents, tmp_path: Path
) -> None:
    """The folder need not be built by MkDocs."""
    publish.publish(example, tmp_path, SITE_URL)

    [item] = feedparser.parse((tmp_path / "podcast/feed.xml").read_bytes()).entries
    assert item.enclosures[0].href == SITE_URL + "podcast/audio/voorbeeld.mp3"
    recording = tmp_path / "podcast/audio/voorbeeld.mp3"
    assert recording.stat().st_size == int(item.enclosures[0].length)
    assert (tmp_path / "podcast/cover.jpg").is_file()


def test_every_file_that_the_feed_names_is_there(example: Contents, tmp_path: Path) -> None:
    """Also the style sheet that shows the feed, and the list for apps that import one."""
    publish.publish(example, tmp_path, SITE_URL)

    feed = (tmp_path / "podcast/feed.xml").read_text(encoding="utf-8")
    files = re.findall(rf'"{SITE_URL}(podcast/[^"]+\.\w+)"', feed)
    assert {Path(file).suffix for file in files} == {
        *(".xml", ".jpg", ".mp3", ".vtt", ".srt", ".json", ".html"),
    }
    assert [file for file in files if not (tmp_path / file).is_file()] == []
    assert (tmp_path / "podcast/feed.css").is_file()
    assert (tmp_path / "podcast/goodiebag.opml").is_file()
    code = (tmp_path / "podcast/feed-qr.svg").read_text(encoding="utf-8")
    assert f"<title>{SITE_URL}podcast/feed.xml</title>" in code


def test_the_transcript_is_published_as_it_was_written(example: Contents, tmp_path: Path) -> None:
    """The other forms come from it."""
    publish.publish(example, tmp_path, SITE_URL)

    written = example.catalogue.root / "podcasts/transcripts/voorbeeld.vtt"
    assert (tmp_path / "podcast/voorbeeld/transcript.vtt").read_bytes() == written.read_bytes()


def test_recordings_that_stand_elsewhere_are_not_published_here(
    example: Contents, tmp_path: Path
) -> None:
    """The feed then names their own host; everything else stays."""
    publish.publish(example, tmp_path, SITE_URL, "https://media.example.net/")

    [item] = feedparser.parse((tmp_path / "podcast/feed.xml").read_bytes()).entries
    assert item.enclosures[0].href == "https://media.example.net/voorbeeld.mp3"
    assert not (tmp_path / "podcast/audio").exists()
    assert (tmp_path / "podcast/voorbeeld/transcript.vtt").is_file()


def test_an_old_address_forwards_without_a_script(example: Contents, tmp_path: Path) -> None:
    """The page names its new address for browsers, for search engines and for people."""
    publish.publish(example, tmp_path, SITE_URL)

    page = (tmp_path / "catalogus/goed-gesprek/index.html").read_text(encoding="utf-8")
    assert (
        '<meta http-equiv="refresh" content="0; url=../goed-gesprek-in-twintig-minuten/">' in page
    )
    assert (
        f'<link rel="canonical" href="{SITE_URL}catalogus/goed-gesprek-in-twintig-minuten/">'
        in page
    )
    assert (
        '<a href="../goed-gesprek-in-twintig-minuten/">Goed gesprek in twintig minuten</a>' in page
    )


def test_every_entry_has_a_record_for_scripts(example: Contents, tmp_path: Path) -> None:
    """Also under each of its old names."""
    publish.publish(example, tmp_path, SITE_URL)

    names = {file.stem for file in (tmp_path / "data/stuk").iterdir()}
    assert names == {*example.catalogue.entries, "goed-gesprek", "het-goede-gesprek"}


def test_every_entry_can_be_opened_in_the_form(example: Contents, tmp_path: Path) -> None:
    """Under its own name only: an old one leads to the new."""
    publish.publish(example, tmp_path, SITE_URL)

    names = {file.stem for file in (tmp_path / "data/voorstel").iterdir()}
    assert names == set(example.catalogue.entries)


def test_what_the_form_has_to_know_is_published(example: Contents, tmp_path: Path) -> None:
    """As JSON at a fixed address."""
    publish.publish(example, tmp_path, SITE_URL)

    data = (tmp_path / "data/voorstel.json").read_bytes()
    assert data == form_data.render(example)


def test_what_did_not_change_is_not_written_again(example: Contents, tmp_path: Path) -> None:
    """The time of change stays, so that a host uploads only what is new."""
    publish.publish(example, tmp_path, SITE_URL)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}

    publish.publish(example, tmp_path, SITE_URL)

    assert {
        file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()
    } == before


def test_a_card_is_made_again_where_the_entry_shows_something_else(
    example: Contents, tmp_path: Path
) -> None:
    """A preview draws the card of the entry that was edited, and leaves the others as they are."""
    publish.publish(example, tmp_path, SITE_URL)
    cards = {file.stem: file for file in (tmp_path / "beeld").iterdir()}
    drawn = cards["grijze-gebied"].read_bytes()
    for file in cards.values():
        file.write_bytes(b"zoals het was")
    cards["rondje-opgave"].unlink()
    entries = dict(example.catalogue.entries)
    entries["grijze-gebied"] = entries["grijze-gebied"].model_copy(update={"title": "Anders"})
    catalogue = dataclasses.replace(example.catalogue, entries=entries)

    publish.publish(dataclasses.replace(example, catalogue=catalogue), tmp_path, SITE_URL)

    assert set(cards) == set(entries)
    assert {id for id, file in cards.items() if file.read_bytes() != b"zoals het was"} == {
        "grijze-gebied",
        "rondje-opgave",
    }
    assert cards["grijze-gebied"].read_bytes() != drawn


def test_pages_of_removed_entries_go_and_old_addresses_stay(
    example: Contents, tmp_path: Path
) -> None:
    """Only the folders of entries and of what is made beside them are tidied."""
    for folder in ("data/stuk", "data/voorstel", "beeld"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("weg", "grijze-gebied", "goed-gesprek"):
        (tmp_path / "catalogus" / name).mkdir(parents=True)
        (tmp_path / f"data/stuk/{name}.json").touch()
        (tmp_path / f"data/voorstel/{name}.json").touch()
        (tmp_path / f"beeld/{name}.png").touch()

    publish.forget_removed(example, tmp_path)

    assert sorted(path.name for path in (tmp_path / "catalogus").iterdir()) == [
        "goed-gesprek",
        "grijze-gebied",
    ]
    assert [path.name for path in (tmp_path / "beeld").iterdir()] == ["grijze-gebied.png"]
    assert [path.name for path in (tmp_path / "data/voorstel").iterdir()] == ["grijze-gebied.json"]
    assert sorted(path.name for path in (tmp_path / "data/stuk").iterdir()) == [
        "goed-gesprek.json",
        "grijze-gebied.json",
    ]
