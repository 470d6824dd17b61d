"""The file with what podcast apps know of us."""

from pathlib import Path

import pytest

from macros.catalogue import reading
from macros.podcast import lock
from macros.podcast.lock import Intended, Lock, Published, Whole, Withdrawn

GUID = "3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e10"
SOUND = "0123456789abcdef" * 4
FIRST, SECOND = f"urn:uuid:0{GUID[1:]}", f"urn:uuid:1{GUID[1:]}"


def made(**changes: object) -> Lock:
    """Give a lock of two episodes, out of order."""
    facts = {
        "podcast": Whole(guid=GUID, site="https://ubr.nl/"),
        "episodes": (
            Published(
                guid=SECOND,
                id="twee",
                number=2,
                audio="podcast/audio/twee.mp3",
                bytes=20,
                sound=SOUND,
            ),
            Published(
                guid=FIRST, id="een", number=1, audio="podcast/audio/een.mp3", bytes=10, sound=SOUND
            ),
        ),
    }
    return Lock.model_validate({**facts, **changes})


def written(root: Path, text: str) -> list[str]:
    """Give what is told about a lock with this text."""
    (root / "podcasts").mkdir(parents=True, exist_ok=True)
    (root / Lock.FILE).write_text(text, "utf-8")
    return [str(problem) for problem in lock.read(root)[1].problems]


def test_it_is_a_small_file_that_people_can_read() -> None:
    """Sorted by guid, a field per line, with a word of warning on top."""
    assert lock.render(made()) == (
        "# Wat podcast-apps al van ons kennen. Met de hand niet wijzigen: `goodiebag lock` schrijft dit bestand.\n"
        "# Alleen onder intended schrijf je zelf, als er met opzet iets verandert: wat, en waarom.\n"
        "podcast:\n"
        f'  guid: "{GUID}"\n'
        '  site: "https://ubr.nl/"\n'
        "episodes:\n"
        f'  - guid: "{FIRST}"\n'
        '    id: "een"\n'
        "    number: 1\n"
        '    audio: "podcast/audio/een.mp3"\n'
        "    bytes: 10\n"
        f'    sound: "{SOUND}"\n'
        f'  - guid: "{SECOND}"\n'
        '    id: "twee"\n'
        "    number: 2\n"
        '    audio: "podcast/audio/twee.mp3"\n'
        "    bytes: 20\n"
        f'    sound: "{SOUND}"\n'
        "intended:\n"
    )


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    """Also before the site is online, with names that YAML misreads, and with what is intended."""
    episode = Published(
        guid=FIRST, id="no", number=1, audio="podcast/audio/1e5.mp3", bytes=1, sound=SOUND
    )
    gone = Withdrawn(guid=SECOND, id="off", number=2)
    change = Intended(episode="no", change="sound", to=SOUND, why='Een "nieuwe" opname: beter.')
    whole = Whole(guid=GUID, before="https://oud.nl/", media="https://media.ubr.nl/")
    before = Lock(podcast=whole, episodes=(episode,), withdrawn=(gone,), intended=(change,))

    assert written(tmp_path, lock.render(before)) == []
    assert lock.read(tmp_path)[0] == before


def test_the_last_word_about_a_change_counts() -> None:
    """What was intended once is no licence for what comes after it."""
    found = made(
        intended=[
            {"episode": "een", "change": "sound", "to": "11", "why": "Nieuwe opname."},
            {"episode": "een", "change": "sound", "to": "12", "why": "Nog een keer."},
            {"change": "site", "to": "https://nieuw.nl/", "why": "De site is verhuisd."},
        ]
    )

    assert found.allows("een", "sound", "12")
    assert found.allows(None, "site", "https://nieuw.nl/")
    assert not found.allows("een", "sound", "11")
    assert not found.allows("twee", "sound", "12")
    assert not found.allows("een", "guid", "12")


def test_the_line_to_copy_is_one_that_allows_the_change(tmp_path: Path) -> None:
    """Below `intended:`, as the message says, once the dots are a reason."""
    line = lock.intention("een", "sound", "11")
    [told] = written(tmp_path, f"{lock.render(made())}  {line}\n")
    assert "intended.1.why: schrijf hier in een paar woorden waarom dit moet" in told

    line = line.replace("...", "Er was een kraak te horen.")
    assert written(tmp_path, f"{lock.render(made())}  {line}\n") == []

    found = lock.read(tmp_path)[0]
    assert found
    assert found.allows("een", "sound", "11")


def test_numbers_that_are_gone_are_given(tmp_path: Path) -> None:
    """Withdrawn before, or without an entry; whether that is meant is told elsewhere."""
    assert lock.withdrawn(tmp_path) == frozenset()

    entries = tmp_path / "catalogue/entries/thema"
    entries.mkdir(parents=True)
    (entries / "een.yml").touch()
    written(
        tmp_path,
        lock.render(made(withdrawn=[Withdrawn(guid=f"urn:uuid:2{GUID[1:]}", id="drie", number=3)])),
    )
    assert lock.withdrawn(tmp_path) == {2, 3}

    written(tmp_path, "episodes: [")
    assert lock.withdrawn(tmp_path) == frozenset()


@pytest.mark.parametrize("sign", ["<<<<<<< HEAD", "||||||| basis", "=======", ">>>>>>> tak"])
def test_a_clash_that_git_left_is_called_by_its_name(tmp_path: Path, sign: str) -> None:
    """Once, at its first line, whatever else it breaks."""
    [told] = written(tmp_path, lock.render(made()).replace("episodes:\n", f"episodes:\n{sign}\n"))

    assert told.startswith(f"{Lock.FILE}:7:1: hier staan twee versies door elkaar, van git.")


@pytest.mark.parametrize("name", ["guid", "id", "audio"])
def test_what_a_merge_doubled_is_told(tmp_path: Path, name: str) -> None:
    """One of the two goes."""
    one, other = made().episodes
    both = made(episodes=(one, other.model_copy(update={name: getattr(one, name)})))

    [told] = written(tmp_path, lock.render(both))

    assert told.endswith("staat er twee keer. Haal er één aflevering weg.")
    assert f"episodes.2.{name}: " in told


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """It lies in the project itself, like all that counts."""
    written(tmp_path, lock.render(made()))
    (tmp_path / Lock.FILE).rename(tmp_path / "elders")
    (tmp_path / Lock.FILE).symlink_to(tmp_path / "elders")

    assert lock.exists(tmp_path)
    assert lock.read(tmp_path)[0] is None


def test_the_fields_explain_themselves() -> None:
    """Messages take their words from the model."""
    for model in (Lock, Whole, Published, Withdrawn, Intended):
        for field in model.model_fields.values():
            assert field.title
            assert str(field.description).endswith(".")


def test_a_lock_has_the_places_of_its_values(tmp_path: Path) -> None:
    """So that a problem points at its line."""
    written(tmp_path, lock.render(made()))

    document = reading.read(tmp_path / Lock.FILE, Lock.FILE)
    assert document.position(("episodes", 1, "bytes")) == (17, 12)
