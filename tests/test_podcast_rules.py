"""What may not get out: variants of the example with one mistake each, and word for word what is told.

A row holds what stands in a file, what comes in its place, and what is told about it: with line,
column and field, and with the file where that is another one.
"""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from macros import contents
from macros.catalogue.loading import load
from macros.catalogue.problems import Problems
from macros.podcast import rules
from macros.podcast.frames import between_tags
from macros.podcast.lock import Lock
from tests.project import EXAMPLE
from tests.test_podcast_artwork import jpeg, png

CHANNEL = "podcasts/channel.yml"
ENTRY = "catalogue/entries/productieve-werkomgeving/voorbeeld.yml"
TRANSCRIPT = "podcasts/transcripts/voorbeeld.vtt"
AUDIO = "podcasts/audio/voorbeeld.mp3"
COVER = "podcasts/cover.jpg"
LOCK = Lock.FILE
OTHER = "catalogue/entries/integriteit/grijze-gebied.yml"

REAL = (EXAMPLE / AUDIO).read_bytes()
SIZE = len(REAL)
SOUND = sha256(REAL[slice(*between_tags(REAL))]).hexdigest()
TOP = (
    "Neem er een over, met dezelfde hoofdletters: Arts, Business, Comedy, Education, Fiction, "
    "Government, Health & Fitness, History, Kids & Family, Leisure, Music, News, Religion & "
    "Spirituality, Science, Society & Culture, Sports, TV & Film, Technology of True Crime."
)

Row = tuple[str, str, list[str]]


def meant(change: str) -> str:
    """Give the end of a message about a change of what is out: how to say that it is meant."""
    return (
        f"Is het de bedoeling? Zet onder intended in {LOCK}: "
        f'- {{{change}, why: "..."}} en draai `goodiebag lock`.'
    )


def record(id: str, audio: str) -> str:
    """Give an episode as it stands in the lock, number 2."""
    return (
        f'  - {{guid: "urn:uuid:00000000-0000-4000-8000-00000000000a", id: {id}, number: 2, '
        f'audio: podcast/audio/{audio}.mp3, bytes: 12, sound: "{SOUND}"}}'
    )


def told(root: Path) -> list[str]:
    """Give what the check tells, but for two things with tests of their own.

    Those are tags, which who changes an entry makes anew, and files that no entry names any more.
    """
    try:
        contents.read(root)
    except Problems as found:
        lines = [str(problem) for problem in found.problems]
        others = ("goodiebag tags", "hoort bij geen enkel stuk")
        return [line for line in lines if not any(other in line for other in others)]
    return []


def change(file: Path, old: str, new: str) -> None:
    """Change a text in a file, once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def in_full(file: str, lines: list[str]) -> list[str]:
    """Give lines with the file that they are about."""
    known = (CHANNEL, ENTRY, TRANSCRIPT, LOCK, "catalogue/")
    return [line if line.startswith(known) else f"{file}:{line}" for line in lines]


CHANNEL_ROWS: list[Row] = [
    ("category: Government", "category: government",
     [f'11:11: category: de rubriek "government" kent Apple niet. Bedoel je "Government"? {TOP}']),
    ("category: Government", "category: Overheid",
     [f'11:11: category: de rubriek "Overheid" kent Apple niet. {TOP}']),
    ("category: Government", "category: Careers",
     ['11:11: category: "Careers" is een subrubriek van Apple. Schrijf category: Business, en subcategory: Careers.']),
    ("category: Government", "category: Society &amp; Culture",
     [f'11:11: category: de rubriek "Society &amp; Culture" kent Apple niet. Bedoel je "Society & Culture"? {TOP}']),
    ("category: Government", "category: Government\nsubcategory: Local",
     ['12:14: subcategory: de rubriek "Government" heeft geen subrubrieken. Haal dit veld weg.']),
    ("category: Government", "category: Government\nsubcategory: Careers",
     ['12:14: subcategory: de rubriek "Government" heeft geen subrubrieken. Haal dit veld weg. Of kies category: Business.']),
    ("category: Government", "category: Business\nsubcategory: Carreers",
     ['12:14: subcategory: de subrubriek "Carreers" kent Apple niet. Bedoel je "Careers"? Kies uit: Careers, Entrepreneurship, '
      "Investing, Management, Marketing of Non-Profit."]),
    ("category: Government", "category: Education\nsubcategory: Careers",
     ['12:14: subcategory: "Careers" hoort bij de rubriek "Business", niet bij "Education". Kies een andere category of subcategory.']),
    ("category: Government\n", "",
     ["1:1: category: dit veld is verplicht en ontbreekt. Vul het in. Bijvoorbeeld: Government."]),
    ("language: nl", "language: xx",
     ['6:11: language: de taal "xx" kennen podcast-apps niet. Vul een code van twee letters in (ISO 639), zoals nl of en.']),
    ("language: nl", "language: nld",
     ['6:11: language: de taal "nld" kennen podcast-apps niet. Bedoel je "nl"? Vul een code van twee letters in (ISO 639), zoals nl of '
      "en."]),
    ("language: nl", "language: nl_NL",
     ['6:11: language: "nl_NL" heeft niet de goede vorm. De code van de taal van de podcast. Bijvoorbeeld: nl.']),
    ("language: nl", "language: Nederlands",
     ['6:11: language: "Nederlands" heeft niet de goede vorm. De code van de taal van de podcast. Bijvoorbeeld: nl.']),
    ("explicit: false", "explicit: no",
     ['12:11: explicit: "no" zonder aanhalingstekens kan ook ja of nee betekenen. Bedoel je het woord, schrijf dan `"no"`. Bedoel je '
      "ja of nee, schrijf dan true of false."]),
    ("explicit: false", "explicit: clean",
     ['12:11: explicit: hier hoort true of false; gevonden: "clean".']),
    ("type: serial", "type: series",
     ['13:7: type: "series" kan hier niet. Bedoel je "serial"? Kies uit: serial of episodic.']),
    ("copyright: Rijksconsultants", "copyright: © 2026 Rijksconsultants",
     ['8:12: copyright: hier hoort alleen de naam van de rechthebbende. Haal "©" weg.']),
    ("copyright: Rijksconsultants", "copyright: Copyright Rijksconsultants",
     ['8:12: copyright: hier hoort alleen de naam van de rechthebbende. Haal "Copyright" weg.']),
    ("author: Rijksconsultants", "author: UBR&amp;Rijksconsultants",
     ['7:9: author: hier staat HTML: "&amp;". Apps tonen dat letterlijk. Schrijf gewone tekst.']),
    ("author: Rijksconsultants\n", "",
     ["1:1: author: dit veld is verplicht en ontbreekt. Vul het in. Bijvoorbeeld: UBR|Rijksconsultants."]),
    ("  Een computerstem spreekt hem uit.", "  Een <b>computerstem</b> spreekt hem uit.",
     ['2:14: description: hier staat HTML: "<b>". Apps tonen dat letterlijk. Schrijf gewone tekst.']),
    ("  Een computerstem spreekt hem uit.", "  " + "é" * 2000,
     ["2:14: description: deze tekst telt 4104 bytes. Het mogen er hooguit 4000 zijn. Kort hem in."]),
    ("guid: 3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e10", "guid: 3D0BD5A4-2F2C-5F0E-9D7E-6C2F6A1B7E10",
     ['17:7: guid: "3D0BD5A4-2F2C-5F0E-9D7E-6C2F6A1B7E10" heeft niet de goede vorm. Het vaste kenmerk van de podcast. Verandert nooit. '
      "Bijvoorbeeld: 00000000-0000-4000-8000-000000000000."]),
    ("guid: 3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e10", "guid: 00000000-0000-4000-8000-000000000000",
     ["17:7: guid: dit is niet meer het kenmerk waaraan apps de podcast kennen: 3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e10. Zet dat terug; "
      "met een ander kenmerk is het een andere podcast. "
      + meant('change: guid, to: "00000000-0000-4000-8000-000000000000"'),
      "17:7: guid: dit kenmerk is het voorbeeld uit de sjabloon. Maak er een van jezelf met: python -c 'import uuid; "
      "print(uuid.uuid4())'."]),
    ("guid: 3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e10", "guid: 5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90",
     [f"{ENTRY}:35:7: guid: dit kenmerk heeft de podcast zelf al. Geef de aflevering een eigen kenmerk.",
      "17:7: guid: dit is niet meer het kenmerk waaraan apps de podcast kennen: 3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e10. Zet dat terug; "
      "met een ander kenmerk is het een andere podcast. "
      + meant('change: guid, to: "5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90"')]),
    ("guid: 3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e10", "guid: 3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e11",
     ["17:7: guid: dit is niet meer het kenmerk waaraan apps de podcast kennen: 3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e10. Zet dat terug; "
      "met een ander kenmerk is het een andere podcast. "
      + meant('change: guid, to: "3d0bd5a4-2f2c-5f0e-9d7e-6c2f6a1b7e11"')]),
    ("synthetic_voice: true", "synthetic_voice: false",
     ["18:18: synthetic_voice: in voorbeeld spreekt een computerstem, en dat hoort de luisteraar te weten. Schrijf synthetic_voice: "
      "true."]),
    ("synthetic_voice: true", "synthetic_voice: true\nowner: {name: Redactie, email: rédactie@example.org}",
     ['19:32: owner.email: in het adres "rédactie@example.org" staat een teken dat niet overal aankomt. Gebruik alleen letters zonder '
      "accenten."]),
    ("synthetic_voice: true", "synthetic_voice: true\nnew_feed_url: https://podcast.example.org/feed.xml",
     ['19:15: new_feed_url: "https://podcast.example.org/feed.xml" is een voorbeeld, en apps zouden de podcast daar gaan zoeken. Vul '
      "het echte nieuwe adres in, of haal dit veld weg."]),
    ("synthetic_voice: true", "synthetic_voice: true\nnew_feed_url: http://podcast.rijk.nl/feed.xml",
     ['19:15: new_feed_url: "http://podcast.rijk.nl/feed.xml" is geen webadres. Schrijf het voluit, met https:// ervoor.']),
    ("series: voorbeeldreeks", "series: voorbeeld",
     ['16:9: series: de reeks "voorbeeld" bestaat niet. Bedoel je "voorbeeldreeks"? Kies uit: voorbeeldreeks of boekenplank.']),
    ("cover: cover.jpg", "cover: omslag.jpg",
     ["15:8: cover: podcasts/omslag-small.jpg: dit bestand is er niet. Maak van de omslag een JPEG van 600 bij 600 pixels en hooguit "
      "100 kB, of teken beide opnieuw met: goodiebag cover.",
      "15:8: cover: podcasts/omslag.jpg: dit bestand is er niet. Zet de omslag neer, of verbeter de naam bij `cover`."]),
    ("cover: cover.jpg", "cover: Omslag.JPG",
     ['15:8: cover: "Omslag.JPG" is geen goede bestandsnaam. Gebruik kleine letters zonder accenten, cijfers en losse streepjes, met '
      ".jpg of .png erachter. Bijvoorbeeld: omslag.jpg."]),
]  # fmt: skip

ENTRY_ROWS: list[Row] = [
    ("title: Een voorbeeld om te horen", "title: Aflevering 1",
     ['2:8: title: het nummer hoort niet in de titel: "Aflevering 1". Apps zetten er zelf 1 bij. Haal het weg.']),
    ("title: Een voorbeeld om te horen", 'title: "Afl. 1: Een voorbeeld"',
     ['2:8: title: het nummer hoort niet in de titel: "Afl. 1". Apps zetten er zelf 1 bij. Haal het weg.']),
    ("title: Een voorbeeld om te horen", 'title: "#1 Een voorbeeld"',
     ['2:8: title: het nummer hoort niet in de titel: "#1". Apps zetten er zelf 1 bij. Haal het weg.']),
    ("title: Een voorbeeld om te horen", "title: Deel 2 - Een voorbeeld",
     ['2:8: title: het nummer hoort niet in de titel: "Deel 2". Apps zetten er zelf 1 bij. Haal het weg.']),
    ("title: Een voorbeeld om te horen", "title: Episode 3 Een voorbeeld",
     ['2:8: title: het nummer hoort niet in de titel: "Episode 3". Apps zetten er zelf 1 bij. Haal het weg.']),
    ("title: Een voorbeeld om te horen", "title: S01E02 Een voorbeeld",
     ['2:8: title: het nummer hoort niet in de titel: "S01E02". Apps zetten er zelf 1 bij. Haal het weg.']),
    ("title: Een voorbeeld om te horen", "title: 1. Een voorbeeld",
     ['2:8: title: het nummer hoort niet in de titel: "1.". Apps zetten er zelf 1 bij. Haal het weg.']),
    ("title: Een voorbeeld om te horen", 'title: "Aflevering één: een voorbeeld"',
     ['2:8: title: het nummer hoort niet in de titel: "Aflevering één:". Apps zetten er zelf 1 bij. Haal het weg.']),
    ("title: Een voorbeeld om te horen", "title: Een voorbeeld (aflevering 1)",
     ['2:8: title: het nummer hoort niet in de titel: "(aflevering 1)". Apps zetten er zelf 1 bij. Haal het weg.']),
    ("title: Een voorbeeld om te horen", "title: De voorbeeldpodcast",
     ['2:8: title: de naam van de podcast hoort niet in de titel: "De voorbeeldpodcast". Apps zetten die er zelf bij. Haal hem weg.']),
    ("title: Een voorbeeld om te horen", 'title: "De voorbeeldpodcast: luister maar"',
     ['2:8: title: de naam van de podcast hoort niet in de titel: "De voorbeeldpodcast". Apps zetten die er zelf bij. Haal hem weg.']),
    ("title: Een voorbeeld om te horen", "title: Luister naar de voorbeeldpodcast",
     ['2:8: title: de naam van de podcast hoort niet in de titel: "de voorbeeldpodcast". Apps zetten die er zelf bij. Haal hem weg.']),
    ("title: Een voorbeeld om te horen", "title: Een <i>voorbeeld</i> om te horen",
     ['2:8: title: hier staat HTML: "<i>". Apps tonen dat letterlijk. Schrijf gewone tekst.']),
    ("title: Een voorbeeld om te horen", "title: Een voorbeeld &amp; meer",
     ['2:8: title: hier staat HTML: "&amp;". Apps tonen dat letterlijk. Schrijf gewone tekst.']),
    ("Je hoort drie seconden geluid.", "Je hoort <b>drie</b> seconden geluid.",
     ['4:10: summary: hier staat HTML: "<b>". Apps tonen dat letterlijk. Schrijf gewone tekst.']),
    ("title: Vervolg & slot", "title: Vervolg &#38; slot",
     ['33:12: chapters.2.title: hier staat HTML: "&#38;". Apps tonen dat letterlijk. Schrijf gewone tekst.']),
    ("published: 2026-02-02\nreviewed: 2026-03-01", "published: 2031-02-02",
     ["19:12: published: 2031-02-02 ligt in de toekomst. Vul de datum van vandaag in, of een eerdere."]),
    ("published: 2026-02-02", "published: 2026-02-02T06:00:00",
     ['19:12: published: hier hoort een datum; gevonden: "2026-02-02T06:00:00". Schrijf jaar-maand-dag, zoals 2026-11-21.']),
    ("published: 2026-02-02", "published: 2-2-2026",
     ['19:12: published: hier hoort een datum; gevonden: "2-2-2026". Schrijf jaar-maand-dag, zoals 2026-11-21.']),
    ("published: 2026-02-02", "published: 2026-02-30",
     ['19:12: published: de datum "2026-02-30" bestaat niet. Kijk naar de maand en de dag.']),
    ("number: 1\n", "",
     ["1:1: number: dit veld is verplicht en ontbreekt. Vul het in. Bijvoorbeeld: 1."]),
    ("number: 1\n", "number: 0\n",
     ["26:9: number: dit getal is te klein: 0. Het kleinste dat mag is 1."]),
    ("number: 1\n", "number: 2\n",
     ['26:9: number: in de reeks "voorbeeldreeks" ontbreekt nummer 1; gevonden: 2. Nummer door zonder gaten.',
      "27:8: audio: het nummer is veranderd. Draai `goodiebag lock`; dan ligt dat vast."]),
    ("guid: urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90\n", "",
     ["27:8: audio: bij een opname hoort ook: een kenmerk (guid). Vul dat in."]),
    ("guid: urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90", "guid: 5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90",
     ['35:7: guid: "5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90" heeft niet de goede vorm. Het vaste kenmerk voor podcast-apps. Verandert '
      "nooit. Bijvoorbeeld: urn:uuid:00000000-0000-4000-8000-000000000000."]),
    ("guid: urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90", "guid: https://example.org/voorbeeld.mp3",
     ['35:7: guid: "https://example.org/voorbeeld.mp3" heeft niet de goede vorm. Het vaste kenmerk voor podcast-apps. Verandert nooit. '
      "Bijvoorbeeld: urn:uuid:00000000-0000-4000-8000-000000000000."]),
    ("guid: urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90", "guid: urn:uuid:5A0C1B7E-3D52-4C61-9F0A-7B1D2E8C4F90",
     ['35:7: guid: "urn:uuid:5A0C1B7E-3D52-4C61-9F0A-7B1D2E8C4F90" heeft niet de goede vorm. Het vaste kenmerk voor podcast-apps. '
      "Verandert nooit. Bijvoorbeeld: urn:uuid:00000000-0000-4000-8000-000000000000."]),
    ("guid: urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90", "guid: urn:uuid:00000000-0000-4000-8000-000000000000",
     ["35:7: guid: dit is niet meer het kenmerk waaraan apps deze aflevering kennen: urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90. "
      "Zet dat terug; anders halen apps haar nog een keer op. "
      + meant('episode: "voorbeeld", change: guid, to: "urn:uuid:00000000-0000-4000-8000-000000000000"'),
      "35:7: guid: dit kenmerk is het voorbeeld uit de sjabloon. Maak er een van jezelf met: python -c 'import uuid; "
      "print(uuid.uuid4())'."]),
    ("guid: urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90", "guid: urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f91",
     ["35:7: guid: dit is niet meer het kenmerk waaraan apps deze aflevering kennen: urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90. "
      "Zet dat terug; anders halen apps haar nog een keer op. "
      + meant('episode: "voorbeeld", change: guid, to: "urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f91"')]),
    ("audio: voorbeeld.mp3\n", "",
     ["1:1: deze aflevering is uit, maar nu niet meer te horen. Zet kind, series, audio, transcript en guid terug zoals ze waren. "
      + meant('episode: "voorbeeld", change: removed, to: ""')]),
    ("audio: voorbeeld.mp3", "audio: Voorbeeld één.mp3",
     ['27:8: audio: "Voorbeeld één.mp3" is geen goede bestandsnaam. Gebruik kleine letters zonder accenten, cijfers en losse '
      "streepjes, met .mp3 erachter. Bijvoorbeeld: voorbeeld-een.mp3."]),
    ("audio: voorbeeld.mp3", "audio: voorbeeld.m4a",
     ['27:8: audio: "voorbeeld.m4a" is geen goede bestandsnaam. Gebruik kleine letters zonder accenten, cijfers en losse streepjes, '
      "met .mp3 erachter."]),
    ("audio: voorbeeld.mp3", "audio: ../voorbeeld.mp3",
     ['27:8: audio: "../voorbeeld.mp3" verlaat zijn map. Schrijf alleen de naam van het bestand, zonder map ervoor.']),
    ("audio: voorbeeld.mp3", "audio: anders.mp3",
     ["27:8: audio: apps kennen deze opname als podcast/audio/voorbeeld.mp3. Geef het bestand die naam terug. "
      + meant('episode: "voorbeeld", change: audio, to: "podcast/audio/anders.mp3"'),
      "27:8: audio: podcasts/audio/anders.mp3: dit bestand is er niet. Zet de opname neer, of verbeter de naam bij `audio`."]),
    ("transcript: voorbeeld.vtt\n", "",
     ["27:8: audio: bij een opname hoort ook: een uitgeschreven tekst (transcript). Vul dat in."]),
    ("transcript: voorbeeld.vtt", "transcript: voorbeeld.srt",
     ['28:13: transcript: "voorbeeld.srt" is geen goede bestandsnaam. Gebruik kleine letters zonder accenten, cijfers en losse '
      "streepjes, met .vtt erachter."]),
    ("series: voorbeeldreeks", "series: boekenplank",
     ["1:1: deze aflevering is uit, maar nu niet meer te horen. Zet kind, series, audio, transcript en guid terug zoals ze waren. "
      + meant('episode: "voorbeeld", change: removed, to: ""')]),
    ('"0:00"', '"0:01"',
     ["32:12: chapters.2.start: dit hoofdstuk begint niet later dan het vorige. Zet het vroegste bovenaan, en elk begin één keer."]),
    ('"0:01"', '"0:00"',
     ["32:12: chapters.2.start: dit hoofdstuk begint niet later dan het vorige. Zet het vroegste bovenaan, en elk begin één keer."]),
    ('"0:01"', '"0:04"',
     ["32:12: chapters.2.start: dit hoofdstuk begint na het einde: het geluid duurt 3.0 seconden. Verbeter het tijdstip."]),
    ('"0:01"', "0:01",
     ['32:12: chapters.2.start: "0:01" zonder aanhalingstekens kan ook een ander getal betekenen. Bedoel je tekst, schrijf dan '
      '`"0:01"`. Bedoel je een getal, schrijf dan alleen cijfers.']),
    ('"0:01"', '"1 seconde"',
     ['32:12: chapters.2.start: hier hoort een tijdstip; gevonden: "1 seconde". Schrijf minuten en seconden, '
      'zoals 1:23.']),
    ('"0:01"', '"0:75"',
     ['32:12: chapters.2.start: hier hoort een tijdstip; gevonden: "0:75". Schrijf minuten en seconden, zoals '
      '1:23.']),
    ('"0:01"', '"-0:01"',
     ['32:12: chapters.2.start: hier hoort een tijdstip; gevonden: "-0:01". Schrijf minuten en seconden, zoals '
      '1:23.']),
    ("    title: Vervolg & slot\n", "",
     ["32:5: chapters.2.title: dit veld is verplicht en ontbreekt. Vul het in. Bijvoorbeeld: Wat vraagt dit van jou?"]),
    ("title: Een voorbeeld om te horen", "title: Een voorbeeld | De voorbeeldpodcast",
     ['2:8: title: de naam van de podcast hoort niet in de titel: "De voorbeeldpodcast". Apps zetten die er zelf bij. Haal hem weg.']),
    ("title: Een voorbeeld om te horen", "title: Voorbeeld aflevering 2 om te horen",
     ['2:8: title: het nummer hoort niet in de titel: "aflevering 2". Apps zetten er zelf 1 bij. Haal het weg.']),
    ("title: Een voorbeeld om te horen", "title: Een voorbeeld, deel 2",
     ['2:8: title: het nummer hoort niet in de titel: ", deel 2". Apps zetten er zelf 1 bij. Haal het weg.']),
]  # fmt: skip

TRANSCRIPT_ROWS: list[Row] = [
    ("WEBVTT", "Voorbeeld",
     ["1:1: dit is geen WebVTT. De eerste regel moet zijn: WEBVTT."]),
    ("00:00:01.100 --> 00:00:02.352", "00:00:00.300 --> 00:00:02.352",
     ["8:1: deze tekst begint voordat de vorige klaar is. Laat de vorige eerder eindigen."]),
    ("00:00:01.100 --> 00:00:02.352", "00:00:00.000 --> 00:00:02.352",
     ["8:1: deze tekst begint eerder dan de vorige. Zet de teksten op volgorde van tijd."]),
    ("00:00:01.100 --> 00:00:02.352", "00:00:02.352 --> 00:00:01.100",
     ["8:1: deze tekst eindigt voor hij begint. Draai de tijden om."]),
    ("00:00:01.100 --> 00:00:02.352", "00:00:01.100 --> 00:00:04.000",
     ["8:1: deze tekst eindigt op 4.0 seconden, maar het geluid duurt 3.0 seconden. Horen ze bij elkaar?"]),
    ("00:00:01.100 --> 00:00:02.352", "00:00:01,100 --> 00:00:02,352",
     ["8:1: deze tijden kan ik niet lezen. Schrijf ze zo: 00:00:01.500 --> 00:00:04.000."]),
    ("00:00:01.100 --> 00:00:02.352\n", "",
     ["8:1: deze tekst heeft geen tijden. Zet erboven van wanneer tot wanneer: 00:00:01.500 --> 00:00:04.000."]),
    ("<v Computerstem>Dit is een voorbeeld.", "",
     ["8:1: onder deze tijden staat geen tekst. Vul die aan of haal ze weg."]),
    ("<v Computerstem>Dit is een voorbeeld.", "<v Computerstem>Dit is <script>een voorbeeld.",
     ["9:1: hier staat een < die geen opmaak is. Schrijf &lt; in plaats van <."]),
    ("<v Computerstem>Dit is een voorbeeld.", "<v Anna>Dit is <v Bert>een voorbeeld.",
     ["9:1: hier spreken er twee. Geef elke spreker een eigen tekst met eigen tijden."]),
]  # fmt: skip

LOCK_ROWS: list[Row] = [
    ("bytes: ", "bytes: 9",
     [f"{ENTRY}:27:8: audio: de tags van de opname zijn veranderd. Draai `goodiebag lock`; dan ligt dat vast."]),
    (SOUND, "0" * 64,
     [f"{ENTRY}:27:8: audio: hier klinkt iets anders dan in de opname die uit is. Zet terug wat uit is. "
      + meant(f'episode: "voorbeeld", change: sound, to: "{SOUND}"')]),
    ("number: 1", "number: 2",
     [f"{ENTRY}:27:8: audio: het nummer is veranderd. Draai `goodiebag lock`; dan ligt dat vast."]),
    ("podcast/audio/voorbeeld.mp3", "podcast/audio/oud.mp3",
     [f"{ENTRY}:27:8: audio: apps kennen deze opname als podcast/audio/oud.mp3. Geef het bestand die naam terug. "
      + meant('episode: "voorbeeld", change: audio, to: "podcast/audio/voorbeeld.mp3"')]),
    ('id: "voorbeeld"', 'id: "oude-naam"',
     [f"{ENTRY}:1:1: dit stuk heette oude-naam toen het uitkwam. Zet oude-naam bij former_ids; dan werkt het "
      "oude adres van de pagina nog."]),
    ('id: "voorbeeld"\n', 'id: "voorbeeld"\n    title: Iets\n',
     ['9:5: episodes.1.title: dit veld ken ik niet: "title". Hier kunnen staan: audio, bytes, guid, id, number en sound.']),
    ('guid: "urn:uuid:5a0c', 'guid: "urn:uuid:5A0C',
     ['7:11: episodes.1.guid: "urn:uuid:5A0C1b7e-3d52-4c61-9f0a-7b1d2e8c4f90" heeft niet de goede vorm. Het kenmerk van de aflevering, '
      "in kleine letters. Bijvoorbeeld: urn:uuid:00000000-0000-4000-8000-000000000000."]),
    ("podcast:", "<<<<<<< HEAD\npodcast:",
     ["3:1: hier staan twee versies door elkaar, van git. Laat onder intended alles staan, kies voor de rest de versie van de "
      "hoofdtak, haal de regels met <<<<<<<, ======= en >>>>>>> weg, en draai `goodiebag lock`."]),
    ("episodes:", "episodes:\n" + record("weg", "weg"),
     ["7:65: episodes.1.id: de aflevering weg is uit, maar staat niet meer in de catalogus. Zet haar terug. "
      + meant('episode: "weg", change: removed, to: ""')]),
    ("intended:", record("ergens", "voorbeeld") + "\nintended:",
     ['13:91: episodes.2.audio: "podcast/audio/voorbeeld.mp3" staat er twee keer. Haal er één aflevering weg.']),
    ("intended:", record("grijze-gebied", "grijs") + "\nintended:",
     ["catalogue/entries/integriteit/grijze-gebied.yml:1:1: deze aflevering is uit, maar nu niet meer te horen. Zet kind, series, "
      "audio, transcript en guid terug zoals ze waren. "
      + meant('episode: "grijze-gebied", change: removed, to: ""'),
      "7:3: episodes: de afleveringen staan niet op volgorde van guid. Draai `goodiebag lock`."]),
    ("intended:", 'intended:\n  - {episode: voorbeeld, change: sound, to: "1"}',
     ["14:5: intended.1.why: dit veld is verplicht en ontbreekt. Vul het in. Bijvoorbeeld: De oorspronkelijke opname vervangt de "
      "computerstem."]),
    ("intended:", 'intended:\n  - {episode: voorbeeld, change: grootte, to: "1", why: Zomaar maar even}',
     ['14:34: intended.1.change: "grootte" kan hier niet. Kies uit: guid, audio, sound, removed, site of media.']),
    ("intended:", "intended:\n  - {episode: voorbeeld, change: sound, to: 1811111, why: Zomaar maar even}",
     ['14:45: intended.1.to: hier hoort tekst; gevonden: 1811111. Zet er aanhalingstekens omheen: "1811111".']),
    *(("intended:", f'intended:\n  - {{episode: voorbeeld, change: removed, to: "", why: {why}}}',
       [f"14:56: intended.1.why: schrijf hier in een paar woorden waarom dit moet; gevonden: {why}. Wie het later leest, wil dat weten."])
      for why in ('"..."', '""', '"moet zo"', '"1234567890"')),
    ("bytes: ", "bytes: -",
     [f"11:12: episodes.1.bytes: dit getal is te klein: -{SIZE}. Het kleinste dat mag is 1."]),
]  # fmt: skip

FILE_ROWS: list[tuple[str, bytes | None, list[str]]] = [
    (TRANSCRIPT, b'',
     ["1:1: dit bestand is leeg. Zet er een transcript in (WebVTT)."]),
    (TRANSCRIPT, b'WEBVTT\n\n00:01.000 --> 00:02.000\n\xe9\xe9n\n',
     ["4:1: dit bestand is geen UTF-8. Sla het op als UTF-8 en probeer het opnieuw."]),
    (TRANSCRIPT, b'WEBVTT\n',
     ["1:1: er staat geen enkele tekst met tijden in, zoals 00:00:01.500 --> 00:00:04.000."]),
    (LOCK, b'',
     ["1:1: dit bestand kan ik niet lezen. Haal het terug met git."]),
    (LOCK, b'podcast: [',
     ["1:1: podcast: hier ontbreekt een waarde. Haal een komma of haak te veel weg, of zet de hele tekst tussen aanhalingstekens."]),
    (LOCK, None,
     ["1:1: dit bestand is er niet, dus niemand ziet het als er iets verandert wat al uit is. Was het er eerder? Haal het dan terug "
      "met git. Anders: draai `goodiebag lock`."]),
    (LOCK, b'\xef\xbb\xbf\xff',
     ["1:1: dit bestand kan ik niet lezen. Haal het terug met git."]),
    (AUDIO, b"",
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit bestand is leeg. Zet de opname er opnieuw neer, als mp3."]),
    (AUDIO, b"RIFF\x24\x00\x00\x00WAVEfmt ",
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit is een WAV-bestand, geen mp3. Maak er eerst een mp3 van (96 kbit/s, "
      "mono); een andere naam is niet genoeg."]),
    (AUDIO, b"\x00\x00\x00\x20ftypM4A ",
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit is een M4A-bestand, geen mp3. Maak er eerst een mp3 van (96 kbit/s, "
      "mono); een andere naam is niet genoeg."]),
    (AUDIO, b"OggS" + bytes(99),
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit is een Ogg- of Opus-bestand, geen mp3. Maak er eerst een mp3 van (96 "
      "kbit/s, mono); een andere naam is niet genoeg."]),
    (AUDIO, b"<!DOCTYPE html><title>Inloggen</title>",
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit is een webpagina, geen mp3. Misschien ging het downloaden mis; haal de "
      "opname opnieuw op."]),
    (AUDIO, b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit is een verwijzing van Git LFS, niet de opname zelf. Haal hem op met: git "
      "lfs pull."]),
    (AUDIO, REAL[: SIZE // 2],
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit bestand is afgebroken na 1 seconden. Zet de opname er opnieuw neer, als "
      "mp3. Kijk of het kopiëren of uploaden tot het eind is gegaan."]),
    (AUDIO, REAL[:-10],
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit bestand is afgebroken na 3 seconden. Zet de opname er opnieuw neer, als "
      "mp3. Kijk of het kopiëren of uploaden tot het eind is gegaan."]),
    (AUDIO, REAL + REAL,
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit zijn meer opnamen achter elkaar geplakt. Voeg ze samen in een "
      "geluidsprogramma en sla het geheel op als mp3."]),
    (AUDIO, REAL[:SIZE - 9000] + bytes(6000) + REAL[SIZE - 3000:],
     [f"{ENTRY}:27:8: audio: {AUDIO}: vanaf byte {SIZE - 8777} staat er iets dat geen geluid is. Zet de opname er opnieuw "
      "neer, als mp3."]),
    (AUDIO, bytes(3000) + REAL,
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit bestand begint niet met mp3-geluid. Zet de opname er opnieuw neer, als "
      "mp3."]),
    (AUDIO, REAL[:16_000],
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit bestand is afgebroken na 0 seconden. Zet de opname er opnieuw neer, als "
      "mp3. Kijk of het kopiëren of uploaden tot het eind is gegaan."]),
    (AUDIO, None,
     [f"{ENTRY}:27:8: audio: {AUDIO}: dit bestand is er niet. Zet de opname neer, of verbeter de naam bij `audio`."]),
    (COVER, jpeg(1399, 1399),
     [f"{CHANNEL}:15:8: cover: {COVER}: dit plaatje is 1399 pixels breed; dat moet tussen 1400 en 3000 zijn. Maak een "
      "vierkante JPEG van 3000 bij 3000 pixels."]),
    (COVER, jpeg(3001, 3001),
     [f"{CHANNEL}:15:8: cover: {COVER}: dit plaatje is 3001 pixels breed; dat moet tussen 1400 en 3000 zijn. Maak een "
      "vierkante JPEG van 3000 bij 3000 pixels."]),
    (COVER, jpeg(1400, 2000),
     [f"{CHANNEL}:15:8: cover: {COVER}: dit plaatje is 1400 bij 2000 pixels en dus niet vierkant. Maak een vierkante JPEG "
      "van 3000 bij 3000 pixels."]),
    (COVER, jpeg(1400, 1400, 4),
     [f"{CHANNEL}:15:8: cover: {COVER}: de kleuren van dit plaatje zijn voor drukwerk (CMYK). Maak een vierkante JPEG van "
      "3000 bij 3000 pixels."]),
    (COVER, png(1400, 1400),
     [f"{CHANNEL}:15:8: cover: {COVER}: dit is een PNG, maar het bestand heet cover.jpg. Maak een vierkante JPEG van 3000 "
      "bij 3000 pixels."]),
    (COVER, jpeg(1400, 1400)[:-2],
     [f"{CHANNEL}:15:8: cover: {COVER}: dit plaatje is afgebroken. Maak een vierkante JPEG van 3000 bij 3000 pixels."]),
    (COVER, b"GIF89a",
     [f"{CHANNEL}:15:8: cover: {COVER}: dit is geen JPEG of PNG. Maak een vierkante JPEG van 3000 bij 3000 pixels."]),
    (COVER, jpeg(1400, 1400)[:-2] + bytes(512_000) + b"\xff\xd9",
     [f"{CHANNEL}:15:8: cover: {COVER}: dit plaatje telt 512041 bytes; het mogen er hooguit 512000 zijn. Sla het op met een "
      "lagere kwaliteit. Maak een vierkante JPEG van 3000 bij 3000 pixels."]),
    (COVER, None,
     [f"{CHANNEL}:15:8: cover: {COVER}: dit bestand is er niet. Zet de omslag neer, of verbeter de naam bij `cover`."]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "lines"),
    [
        *((CHANNEL, *row) for row in CHANNEL_ROWS),
        *((ENTRY, *row) for row in ENTRY_ROWS),
        *((TRANSCRIPT, *row) for row in TRANSCRIPT_ROWS),
        *((LOCK, *row) for row in LOCK_ROWS),
    ],
)
def test_one_wrong_word_is_refused_with_its_place_and_remedy(
    root: Path, file: str, old: str, new: str, lines: list[str]
) -> None:
    """Nothing more is told than what is wrong."""
    change(root / file, old, new)

    assert told(root) == in_full(file, lines)


@pytest.mark.parametrize(("file", "data", "lines"), FILE_ROWS)
def test_a_file_that_cannot_be_used_is_refused(
    root: Path, file: str, data: bytes | None, lines: list[str]
) -> None:
    """A recording, transcript, cover or lock that is something else, or not there."""
    (root / file).unlink()
    if data is not None:
        (root / file).write_bytes(data)

    assert told(root) == in_full(file, lines)


def test_the_example_itself_is_told_nothing(root: Path) -> None:
    """Every row differs from it in one thing only."""
    contents.read(root)


def test_there_are_enough_rows() -> None:
    """What podcast apps refuse or misread is all there."""
    words = (CHANNEL_ROWS, ENTRY_ROWS, TRANSCRIPT_ROWS, LOCK_ROWS)
    assert sum(len(rows) for rows in words) + len(FILE_ROWS) >= 100


@pytest.mark.parametrize(
    "title",
    [
        "Deel je agenda",
        "Een deel van het werk",
        "24/7 bereikbaar",
        "2-daagse werkweek",
        "Tien minuten pauze",
        "Podcasts maken met je team",
        "Q&A over thuiswerken",
        "1 < 2 en andere sommen",
        "Aflevering gemist",
    ],
)
def test_a_title_with_a_number_or_a_sign_of_its_own_may_stay(root: Path, title: str) -> None:
    """Only the number of the episode and HTML are refused."""
    change(root / ENTRY, "title: Een voorbeeld om te horen", f'title: "{title}"')

    assert told(root) == []


def test_an_episode_of_tomorrow_is_refused_also_where_it_is_tomorrow_already(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At noon in Amsterdam it is the next day in Kiribati; apps would hide the episode till then."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793534400")  # 1 November 2026, noon
    change(root / ENTRY, "published: 2026-02-02\nreviewed: 2026-03-01", "published: 2026-11-02")

    assert told(root) == [
        f"{ENTRY}:19:12: published: 2026-11-02 is in Nederland nog niet aangebroken, en apps "
        "verbergen wat in de toekomst ligt. Vul de datum van vandaag in, of een eerdere."
    ]


def test_chapters_that_do_not_fit_in_the_show_notes_are_refused(root: Path) -> None:
    """Else apps would cut the notes, or show no list at all."""
    [episode] = contents.read(root).episodes
    chapters = tuple(
        chapter.model_copy(update={"start": start, "title": f"{start} " + "é" * 80})
        for start, chapter in enumerate(episode.entry.chapters * 12)
    )
    long = replace(episode, entry=episode.entry.model_copy(update={"chapters": chapters}))

    assert [str(problem) for problem in rules.problems(load(root), [long])] == [
        f"{ENTRY}:30:3: chapters: samenvatting en hoofdstukken samen zijn langer dan de 4000 bytes "
        "die apps tonen. Maak de titels van de hoofdstukken korter, of neem er minder."
    ]


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (
            {"number": 1, "published": date(2026, 2, 3), "theme": "integriteit"},
            f"26:9: number: nummer 1 van de podcast is al van {OTHER}. Geef elke aflevering een "
            "eigen nummer.",
        ),
        (
            {"number": 1441, "published": date(2026, 2, 1)},
            f"19:12: published: deze aflevering komt op hetzelfde moment uit als {OTHER}. Kies een "
            "andere dag.",
        ),
    ],
)
def test_two_episodes_have_a_number_and_a_moment_of_their_own(
    root: Path, facts: dict[str, Any], line: str
) -> None:
    """Apps sort by both, and drop one of two that are equal."""
    [episode] = contents.read(root).episodes
    first = replace(episode, entry=episode.entry.model_copy(update={"path": OTHER}))
    second = replace(episode, entry=episode.entry.model_copy(update=facts))

    found = rules.problems(load(root), [first, second])

    assert [str(problem) for problem in found] == [f"{ENTRY}:{line}"]


def test_a_guid_that_two_entries_have_is_refused_in_the_second(root: Path) -> None:
    """Apps would show one of the two only."""
    second = root / "catalogue/entries/productieve-werkomgeving/zo-gemaakt.yml"
    text = (root / ENTRY).read_text("utf-8")
    for old, new in (
        ("Een voorbeeld om", "Nog iets om"),
        ("Je hoort", "Hier hoor je"),
        ("number: 1", "number: 2"),
    ):
        text = text.replace(old, new)
    second.write_text(text, "utf-8")

    assert (
        "catalogue/entries/productieve-werkomgeving/zo-gemaakt.yml:35:7: guid: "
        '"urn:uuid:5a0c1b7e-3d52-4c61-9f0a-7b1d2e8c4f90" hoort al bij '
        f"{ENTRY}. Elke aflevering heeft een eigen opname, tekst en kenmerk."
    ) in told(root)


def test_a_catalogue_without_a_podcast_has_nothing_to_refuse(root: Path) -> None:
    """A site may have no podcast at all."""
    (root / CHANNEL).unlink()

    assert rules.problems(load(root), ()) == []
