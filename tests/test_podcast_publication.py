"""What is published stays as apps know it, unless a change is meant; and a new episode is one new item."""

import io
import shutil
from pathlib import Path

import feedparser
import podcastparser
import pytest

from macros import contents
from macros.catalogue.loading import load
from macros.catalogue.problems import Problems
from macros.podcast import episodes, feed, lock, publication, tagging
from macros.podcast.lock import Lock
from tests.project import ROOT

ENTRY = "catalogue/entries/productieve-werkomgeving/voorbeeld.yml"
RENAMED = ENTRY.replace("voorbeeld.yml", "nieuwe-naam.yml")
AUDIO = "podcasts/audio/voorbeeld.mp3"
GUID = "urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90"
SECOND_GUID = f"{GUID[:-1]}1"
SITE, OTHER_SITE = "https://ubr.nl/goodiebag/", "https://goodiebag.nl/"
MEDIA = "https://media.ubr.nl/"


def change(file: Path, old: str, new: str) -> None:
    """Change a text in a file, once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def told(root: Path, site_url: str = "", media_url: str = "") -> list[str]:
    """Give what is told about what is published."""
    catalogue, heard, _ = contents.survey(root)
    assert catalogue
    found = publication.problems(catalogue, heard, site_url, media_url)
    return [str(problem) for problem in found]


def update(root: Path, address: str = "", media_url: str = "") -> list[str]:
    """Do what `goodiebag lock` does, and give what it says."""
    catalogue, heard, _ = contents.survey(root)
    assert catalogue
    return publication.update(catalogue, heard, address, media_url)


def add_second(root: Path) -> Path:
    """Add a second episode, and give the file of its entry."""
    text = (root / ENTRY).read_text("utf-8")
    for old, new in (
        ("number: 1", "number: 2"),
        ("Een voorbeeld om", "Iets anders om"),
        ("Je hoort", "Hier hoor je"),
        ("voorbeeld.mp3", "tweede.mp3"),
        ("voorbeeld.vtt", "tweede.vtt"),
        (GUID, SECOND_GUID),
    ):
        text = text.replace(old, new)
    for file in (AUDIO, "podcasts/transcripts/voorbeeld.vtt"):
        shutil.copy(root / file, root / file.replace("voorbeeld", "tweede"))
    entry = root / ENTRY.replace("voorbeeld.yml", "tweede.yml")
    entry.write_text(text, "utf-8")
    return entry


def intend(root: Path, message: str) -> None:
    """Do what a message says: copy its line below `intended:`."""
    line = message.partition(f"onder intended in {Lock.FILE}: ")[2].rpartition(" en draai ")[0]
    with (root / Lock.FILE).open("a", encoding="utf-8") as file:
        file.write(f"  {line.replace('...', 'Dit moet nu echt zo.')}\n")


def sound_else(root: Path) -> None:
    """Put another recording in the place of the published one: as large, and whole."""
    data = (root / AUDIO).read_bytes()
    (root / AUDIO).write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


def tag_else(root: Path) -> None:
    """Put another tag around the same sound."""
    (root / AUDIO).write_bytes((root / AUDIO).read_bytes() + b"TAG" + bytes(125))


def rename(root: Path) -> None:
    """Give the published entry another name, and so another address."""
    (root / ENTRY).rename(root / RENAMED)


def drop(root: Path) -> None:
    """Take the published episode away."""
    (root / ENTRY).unlink()


def rename_audio(root: Path) -> None:
    """Give the published recording another address."""
    (root / AUDIO).rename(root / AUDIO.replace("voorbeeld", "anders"))
    change(root / ENTRY, "audio: voorbeeld.mp3", "audio: anders.mp3")


def change_guid(root: Path) -> None:
    """Give the published episode another guid."""
    change(root / ENTRY, f"guid: {GUID}", f"guid: {GUID[:-1]}1")


def change_podcast(root: Path) -> None:
    """Give the podcast another guid."""
    change(root / "podcasts/channel.yml", "guid: 3d0bd5a4", "guid: 3d0bd5a5")


CHANGES = [
    (sound_else, "Veranderd: voorbeeld klinkt anders; de opname telt nu "),
    (drop, "Weg: voorbeeld."),
    (rename_audio, "Veranderd: voorbeeld, audio is nu podcast/audio/anders.mp3."),
    (change_guid, f"Veranderd: voorbeeld, guid is nu {GUID[:-1]}1."),
    (change_podcast, "Veranderd: guid van de podcast is nu 3d0bd5a5-"),
]


# --- What is out stays as it is --------------------------------------------------------------------


@pytest.mark.parametrize(("happens", "done"), CHANGES)
def test_a_change_is_refused_until_it_is_intended_and_then_recorded(
    root: Path, happens: object, done: str
) -> None:
    """The message has the line that allows exactly this; the command then records it, and why stays."""
    assert callable(happens)
    before = (root / Lock.FILE).read_text("utf-8")
    happens(root)

    [message] = told(root)
    with pytest.raises(Problems):
        update(root)
    assert (root / Lock.FILE).read_text("utf-8") == before

    intend(root, message)
    assert told(root) == []
    [said] = update(root)
    assert said.startswith(done)
    assert told(root) == []
    assert update(root) == []
    assert "Dit moet nu echt zo." in (root / Lock.FILE).read_text("utf-8")


def test_what_is_intended_is_that_one_change_only(root: Path) -> None:
    """A second other recording is refused again."""
    sound_else(root)
    [message] = told(root)
    intend(root, message)
    update(root)
    sound_else(root)

    [again] = told(root)

    assert "hier klinkt iets anders" in again


def test_other_tags_around_the_same_sound_need_no_reason(root: Path) -> None:
    """A title that is mended gives another size; the command takes it over and says so."""
    tag_else(root)

    assert told(root) == [
        f"{ENTRY}:27:8: audio: de tags van de opname zijn veranderd. Draai `goodiebag lock`; dan "
        "ligt dat vast."
    ]
    assert update(root) == [
        "Veranderd: voorbeeld heeft andere tags en hetzelfde geluid; de opname telt nu "
        f"{(root / AUDIO).stat().st_size} bytes."
    ]
    assert told(root) == []


def test_a_new_name_is_taken_over_once_the_old_one_is_kept(root: Path) -> None:
    """`former_ids` is the one remedy: with it the page is found at its old address."""
    rename(root)

    assert told(root) == [
        f"{RENAMED}:1:1: dit stuk heette voorbeeld toen het uitkwam. Zet voorbeeld bij former_ids; "
        "dan werkt het oude adres van de pagina nog."
    ]
    with pytest.raises(Problems, match="former_ids"):
        update(root)

    change(root / RENAMED, "number: 1\n", "number: 1\nformer_ids: [voorbeeld]\n")
    assert told(root) == [
        f"{RENAMED}:28:8: audio: de naam is veranderd. Draai `goodiebag lock`; dan ligt dat vast."
    ]
    assert update(root) == ["Veranderd: voorbeeld, id is nu nieuwe-naam."]
    assert told(root) == []


def test_a_new_name_is_no_licence_for_another_guid(root: Path) -> None:
    """By its former id the entry is known still."""
    rename(root)
    change(root / RENAMED, "number: 1\n", "number: 1\nformer_ids: [voorbeeld]\n")
    change(root / RENAMED, f"guid: {GUID}", f"guid: {SECOND_GUID}")

    assert [line.split(": ")[1] for line in told(root)] == ["audio", "guid"][::-1]


def three(root: Path) -> Path:
    """Publish a second and a third episode too, and give the file of the second."""
    second = add_second(root)
    text = second.read_text("utf-8")
    for old, new in (
        ("number: 2", "number: 3"),
        ("Iets anders om", "Nog iets om"),
        ("Hier hoor je", "Straks hoor je"),
        ("tweede.mp3", "derde.mp3"),
        ("tweede.vtt", "derde.vtt"),
        (SECOND_GUID, f"{GUID[:-1]}2"),
    ):
        text = text.replace(old, new)
    for file in (AUDIO, "podcasts/transcripts/voorbeeld.vtt"):
        shutil.copy(root / file, root / file.replace("voorbeeld", "derde"))
    second.with_name("derde.yml").write_text(text, "utf-8")
    tagging.write(root)
    update(root)
    assert surveyed(root) == []
    return second


def surveyed(root: Path) -> list[str]:
    """Give all that the check tells."""
    try:
        contents.read(root)
    except Problems as found:
        return [str(problem) for problem in found.problems]
    return []


def withdraw(root: Path, entry: Path) -> None:
    """Take an episode away, with its files."""
    entry.unlink()
    (root / AUDIO.replace("voorbeeld", entry.stem)).unlink()
    (root / f"podcasts/transcripts/{entry.stem}.vtt").unlink()


def test_an_episode_that_is_withdrawn_leaves_a_gap(root: Path) -> None:
    """Who subscribed before knows the others by their numbers; so nothing is numbered anew."""
    entry = three(root)
    withdraw(root, entry)

    [message] = surveyed(root)
    assert "de aflevering tweede is uit, maar staat niet meer in de catalogus" in message
    intend(root, message)
    assert surveyed(root) == []

    assert update(root) == ["Weg: tweede."]
    assert surveyed(root) == []
    assert f'withdrawn:\n  - guid: "{SECOND_GUID}"\n    id: "tweede"\n    number: 2\n' in (
        root / Lock.FILE
    ).read_text("utf-8")
    assert [tagged.changes for tagged in tagging.write(root)] == [(), ()]


def test_a_gap_that_nobody_withdrew_is_refused(root: Path) -> None:
    """As for any other series."""
    three(root)
    third = root / ENTRY.replace("voorbeeld.yml", "derde.yml")
    change(third, "number: 3", "number: 4")

    assert any("ontbreekt nummer 3; gevonden: 4" in line for line in surveyed(root))


def test_an_episode_that_comes_back_is_withdrawn_no_more(root: Path) -> None:
    """With the guid that it had."""
    entry = three(root)
    before, text = (root / Lock.FILE).read_text("utf-8"), entry.read_text("utf-8")
    entry.unlink()
    [message] = [line for line in told(root) if "tweede" in line]
    intend(root, message)
    update(root)

    entry.write_text(text, "utf-8")
    assert update(root) == ["Nieuw: tweede."]
    assert (root / Lock.FILE).read_text("utf-8").startswith(before)


def test_another_number_is_taken_over(root: Path) -> None:
    """Apps sort by date; the lock only has to know which number a gap may have."""
    change(root / ENTRY, "number: 1", "number: 2")

    [message] = told(root)
    assert message.startswith(f"{ENTRY}:27:8: audio: het nummer is veranderd. Draai")
    assert update(root) == ["Veranderd: voorbeeld, number is nu 2."]


def test_an_episode_that_is_no_longer_heard_is_lost(root: Path) -> None:
    """The entry is there still, without its recording or in another series."""
    change(root / ENTRY, "series: voorbeeldreeks", "series: boekenplank")

    [message] = told(root)

    assert message.startswith(f"{ENTRY}:1:1: deze aflevering is uit, maar nu niet meer te horen.")


def test_guids_that_changed_places_are_told_in_both(root: Path) -> None:
    """They belong to an id, whatever other entry has them now."""
    other = add_second(root)
    assert update(root) == ["Nieuw: tweede."]

    change(root / ENTRY, GUID, SECOND_GUID)
    change(other, SECOND_GUID, GUID)
    fields = [line.split(": ")[1] for line in told(root)]

    assert fields == ["guid", "guid"]


def test_a_file_that_cannot_be_read_is_not_called_lost(root: Path) -> None:
    """It is told by itself, once."""
    change(root / ENTRY, "kind: podcast", "kind: podkast")

    with pytest.raises(Problems) as found:
        contents.read(root)

    assert [problem.field for problem in found.value.problems] == ["kind"]


def test_a_podcast_that_is_gone_is_told(root: Path) -> None:
    """Where episodes of it are out."""
    (root / "podcasts/channel.yml").unlink()

    assert told(root) == [
        f"{Lock.FILE}:1:1: dit bestand is weg, maar de podcast is al uit. Zet podcasts/channel.yml terug."
    ]
    with pytest.raises(ValueError, match=r"channel\.yml"):
        update(root)


def test_a_lock_out_of_order_is_put_in_order_by_the_command(root: Path) -> None:
    """A merge may have left it so."""
    add_second(root)
    update(root)
    text = (root / Lock.FILE).read_text("utf-8")
    head, *records = text.replace("intended:\n", "").split("  - ")
    (root / Lock.FILE).write_text("  - ".join([head, *reversed(records)]), "utf-8")

    assert told(root) == [
        f"{Lock.FILE}:7:3: episodes: de afleveringen staan niet op volgorde van guid. "
        "Draai `goodiebag lock`."
    ]

    update(root)
    assert (root / Lock.FILE).read_text("utf-8") == text


def test_a_broken_lock_is_never_written_over(root: Path) -> None:
    """The command tells what the check tells."""
    (root / Lock.FILE).write_text("<<<<<<< HEAD\n", "utf-8")

    with pytest.raises(Problems, match="twee versies door elkaar"):
        update(root)
    assert (root / Lock.FILE).read_text("utf-8") == "<<<<<<< HEAD\n"


# --- What is new ------------------------------------------------------------------------------------


def test_without_a_lock_the_first_episode_asks_for_one(root: Path) -> None:
    """And the command makes it, the same each time."""
    text = (root / Lock.FILE).read_text("utf-8")
    (root / Lock.FILE).unlink()

    [message] = told(root)
    assert message.startswith(f"{Lock.FILE}:1:1: dit bestand is er niet")

    assert update(root) == ["Nieuw: voorbeeld."]
    assert (root / Lock.FILE).read_text("utf-8") == text
    assert update(root) == []


def test_a_podcast_without_episodes_needs_no_lock(root: Path) -> None:
    """Nothing is out yet."""
    (root / Lock.FILE).unlink()
    drop(root)

    assert told(root) == []


def items(xml: bytes) -> dict[str, tuple[object, ...]]:
    """Give what an app knows each item by, as gPodder's parser reads it."""
    found = podcastparser.parse(f"{SITE}podcast/feed.xml", io.BytesIO(xml))
    return {
        item["guid"]: (item["published"], item["enclosures"][0]["url"], item["number"])
        for item in found["episodes"]
    }


def test_a_fourth_episode_beside_three_published_ones_is_one_new_item(tmp_path: Path) -> None:
    """The other three are to an app what they were; the command says which one is new."""
    for name in ("catalogue", "podcasts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / Lock.FILE).unlink()
    catalogue = load(tmp_path)
    heard = episodes.read(catalogue)[0]
    fourth = heard[3].entry
    assert len(publication.update(catalogue, heard[:3])) == 3
    before = items(feed.render(catalogue, heard[:3], SITE))

    [problem] = publication.problems(catalogue, heard)
    assert (problem.file, problem.field) == (fourth.path, "audio")
    assert problem.message == (
        "deze aflevering is nieuw en ligt nog niet vast. Draai `goodiebag lock`."
    )
    assert publication.update(catalogue, heard) == [f"Nieuw: {fourth.id}."]
    assert publication.problems(catalogue, heard) == []

    after = items(feed.render(catalogue, heard, SITE))
    assert after.keys() - before.keys() == {fourth.guid}
    assert {guid: after[guid] for guid in before} == before
    assert len(feedparser.parse(feed.render(catalogue, heard, SITE)).entries) == 4


def test_another_title_is_no_new_item(root: Path) -> None:
    """Same guid, same moment, same address; the lock has no part in it."""
    catalogue = load(root)
    before = items(feed.render(catalogue, episodes.read(catalogue)[0], SITE))
    change(root / ENTRY, "title: Een voorbeeld om te horen", "title: Een beter voorbeeld")

    catalogue = load(root)
    xml = feed.render(catalogue, episodes.read(catalogue)[0], SITE)

    assert b"Een beter voorbeeld" in xml
    assert items(xml) == before
    assert told(root) == []


# --- Where it is online -----------------------------------------------------------------------------


def test_a_placeholder_is_never_compared(root: Path) -> None:
    """A preview, a test or a build on one's own computer publishes nothing."""
    update(root, SITE)

    for address in ("", "https://goodiebag.example.org/", "http://127.0.0.1:8000/"):
        assert told(root, address, MEDIA) == []


def test_another_address_is_a_move_until_it_is_intended(root: Path) -> None:
    """Then the command takes it over, for that address only."""
    assert update(root, SITE) == [f"Veranderd: site van de podcast is nu {SITE}."]
    assert told(root, SITE.rstrip("/")) == []

    [message] = told(root, OTHER_SITE)
    assert message.startswith(f"{Lock.FILE}:5:9: podcast.site: de site staat op {SITE}, en")
    assert "Dat is een verhuizing" in message
    assert f"draai `goodiebag lock --adres {OTHER_SITE}`" in message
    with pytest.raises(Problems, match="verhuizing"):
        update(root, OTHER_SITE)

    intend(root, message)
    assert told(root, OTHER_SITE) == []
    assert update(root, OTHER_SITE) == [f"Veranderd: site van de podcast is nu {OTHER_SITE}."]
    assert len(told(root, SITE)) == 1


def test_the_old_site_may_be_built_once_its_feed_names_the_new_one(root: Path) -> None:
    """So the new site is online first, and then the old feed says where it went."""
    update(root, SITE)
    intend(root, told(root, OTHER_SITE)[0])
    update(root, OTHER_SITE)
    channel = root / "podcasts/channel.yml"
    text = channel.read_text("utf-8")

    channel.write_text(f"{text}new_feed_url: {SITE}podcast/feed.xml\n", "utf-8")
    assert len(told(root, SITE)) == 1

    channel.write_text(f"{text}new_feed_url: {OTHER_SITE}podcast/feed.xml\n", "utf-8")
    assert told(root, SITE) == []
    assert len(told(root, "https://derde.nl/")) == 1
    with pytest.raises(Problems, match="verhuizing"):
        update(root, SITE)


def test_recordings_move_only_when_that_is_intended(root: Path) -> None:
    """Their addresses are known to apps too; no guid changes."""
    update(root, SITE)

    [message] = told(root, SITE, MEDIA)
    assert f"de opnamen staan op {SITE}, en MEDIA_URL is {MEDIA}." in message
    assert f"draai `goodiebag lock --adres {SITE}`" in message

    intend(root, message)
    assert told(root, SITE, MEDIA) == []
    assert update(root, SITE, MEDIA) == [f"Veranderd: media van de podcast is nu {MEDIA}."]
    assert told(root, SITE, MEDIA) == []
    [back] = told(root, SITE)
    assert f"de opnamen staan op {MEDIA}, en MEDIA_URL is leeg." in back


@pytest.mark.parametrize(
    ("address", "start"),
    [
        ("https://goodiebag.example.org/", '"https://goodiebag.example.org/" is een voorbeeld; daar kan geen site online staan. Zet'),
        ("http://ubr.nl/", '"http://ubr.nl/" begint niet met https://'),
        (SITE, f"in {Lock.FILE} staat nog niet waar de site online komt. Draai `goodiebag lock --adres {SITE}`"),
    ],
)  # fmt: skip
def test_what_cannot_be_online_yet_is_told(root: Path, address: str, start: str) -> None:
    """A placeholder, an address without https, and one that is not recorded."""
    own(root, "{name: Redactie, email: podcast@ubr.nl}")
    assert str(publication.unready(load(root), address)).startswith(start)


def test_a_recorded_address_may_be_published(root: Path) -> None:
    """And a site without a podcast may too."""
    update(root, SITE)
    own(root, "{name: Redactie, email: podcast@ubr.nl}")
    assert publication.unready(load(root), SITE) is None

    (root / "podcasts/channel.yml").unlink()
    assert publication.unready(load(root), OTHER_SITE) is None


def test_the_lock_of_our_own_podcast_agrees_with_its_contents() -> None:
    """Every commit holds both."""
    catalogue = load(ROOT)
    heard = episodes.read(catalogue)[0]
    locked, _ = lock.read(ROOT)

    assert publication.problems(catalogue, heard) == []
    assert locked
    assert len(locked.episodes) == len(heard)


def own(root: Path, owner: str) -> None:
    """Give the podcast an owner."""
    with (root / "podcasts/channel.yml").open("a", encoding="utf-8") as file:
        file.write(f"owner: {owner}\n")


@pytest.mark.parametrize("owner", ["", "{name: Redactie}"])
def test_a_podcast_without_a_mailbox_is_no_publication(root: Path, owner: str) -> None:
    """Directories send a code to it, to know whose podcast it is."""
    update(root, SITE)
    own(root, owner)

    assert publication.unready(load(root), SITE) == (
        "in podcasts/channel.yml staat geen adres voor post. Vul bij owner een e-mailadres in: "
        "Spotify en andere mappen vragen daarom."
    )


def test_a_mailbox_that_is_an_example_is_no_publication(root: Path) -> None:
    """Directories write to it."""
    update(root, SITE)
    own(root, "{name: Redactie, email: podcast@voorbeeld.example.org}")

    assert publication.unready(load(root), SITE) == (
        "in podcasts/channel.yml is podcast@voorbeeld.example.org een voorbeeld; daar komt geen post "
        "aan. Vul bij owner het adres in van een postbus die iemand leest."
    )
