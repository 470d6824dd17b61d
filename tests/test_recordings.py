"""The commands for the podcast: begin an episode, tag it, draw its artwork, lock what is out."""

import re
import shutil
from pathlib import Path

import pytest

from tests.project import ROOT, compose, goodiebag


def test_a_drawing_that_takes_long_says_that_it_goes_on(tmp_path: Path) -> None:
    """A person sees that the command did not hang."""
    project = compose(tmp_path / "p")
    shutil.copy(ROOT / "podcasts/cover.svg", project / "podcasts")
    browser = project / "traag"
    browser.write_text("#!/bin/sh\nsleep 3\nexit 1\n", encoding="utf-8")
    browser.chmod(0o755)

    done = goodiebag("cover", cwd=project, CHROMIUM=str(browser))

    assert done.stderr.startswith("Ik teken nog ...\n")
    assert done.returncode == 1


def test_an_episode_begins_with_a_recording_and_its_tags_follow_its_entry(tmp_path: Path) -> None:
    """Made, told what is left, changed, and its tags put right again."""
    project = compose(tmp_path / "p")
    recording = tmp_path / "opname.mp3"
    recording.write_bytes((project / "podcasts/audio/voorbeeld.mp3").read_bytes()[:-1] + b"?")

    begun = goodiebag("episode", str(recording), "--title", "Samen beginnen", cwd=project)
    again = goodiebag("episode", str(recording), "--title", "Samen beginnen", cwd=project)
    entry = project / "catalogue/entries/productieve-werkomgeving/samen-beginnen.yml"
    entry.write_text(entry.read_text("utf-8").replace("title: Samen", "title: Alleen"), "utf-8")
    tagged = goodiebag("tags", "samen-beginnen", cwd=project)
    unknown = goodiebag("tags", "samen", cwd=project)

    assert (begun.returncode, again.returncode) == (0, 1)
    assert begun.stdout.startswith("Aflevering 2 staat klaar.")
    assert "samen-beginnen.yml. Kies een andere opname." in again.stderr
    assert tagged.stdout == "samen-beginnen.mp3: de titel bijgewerkt.\n"
    assert unknown.returncode == 1
    assert 'Bedoel je "samen-beginnen"?' in unknown.stderr


def test_tags_of_all_recordings_wait_for_a_sound_catalogue(tmp_path: Path) -> None:
    """What is wrong is told as the check tells it."""
    project = compose(tmp_path / "p")
    assert goodiebag("tags", cwd=project).stdout == "voorbeeld.mp3: de tags kloppen al.\n"

    (project / "catalogue/entries/integriteit/fout.yml").write_text("kind: study\n", "utf-8")
    done = goodiebag("tags", cwd=project)

    assert done.returncode == 1
    assert "catalogue/entries/integriteit/fout.yml:" in done.stdout


def test_lock_records_a_new_episode_and_where_the_site_is_online(tmp_path: Path) -> None:
    """It says what it did, and says it when there was nothing to do."""
    project = compose(tmp_path / "p")
    (project / "podcasts/published.lock").unlink()

    refused = goodiebag("check", cwd=project)
    made = goodiebag("lock", cwd=project)
    online = goodiebag("lock", "--adres", "https://ubr.nl/map", cwd=project)
    again = goodiebag("lock", cwd=project)

    assert refused.returncode == 1
    assert "published.lock:1:1: dit bestand is er niet" in refused.stdout
    assert made.stdout == "Nieuw: voorbeeld.\n"
    assert online.stdout == "Veranderd: site van de podcast is nu https://ubr.nl/map/.\n"
    assert again.stdout == "Er is niets nieuws; alles lag al vast.\n"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://goodiebag.example.org/", "is een voorbeeld; daar kan geen site online staan."),
        ("http://ubr.nl/", "begint niet met https://, en dat eisen podcast-apps."),
        ("ubr.nl", "--adres is geen adres van een site"),
    ],
)
def test_lock_refuses_an_address_where_no_podcast_can_be(address: str, told: str) -> None:
    """Wrong use, told in a sentence."""
    done = goodiebag("lock", "--adres", address, cwd=ROOT)

    assert done.returncode == 2
    assert told in done.stderr


def test_lock_refuses_what_is_published_and_changed(tmp_path: Path) -> None:
    """As the check tells it, and nothing is written."""
    project = compose(tmp_path / "p")
    lock = project / "podcasts/published.lock"
    lock.write_text(re.sub("[0-9a-f]{64}", "0" * 64, lock.read_text("utf-8")), "utf-8")
    before = lock.read_text("utf-8")

    done, checked = goodiebag("lock", cwd=project), goodiebag("check", cwd=project)

    assert done.returncode == 1
    assert (done.stdout, done.stderr) == (checked.stdout, checked.stderr)
    assert lock.read_text("utf-8") == before
