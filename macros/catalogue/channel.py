"""The podcast as a whole: what an app shows above the episodes."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool

from macros.catalogue.problems import Fault, unknown
from macros.catalogue.texts import (
    CoverFile,
    Frozen,
    Id,
    LanguageTag,
    Line,
    Paragraphs,
    PodcastGuid,
    Text,
    Title,
    Url,
)
from macros.catalogue.vocabulary import Vocabulary

MAX_DESCRIPTION = 4000
"""Bytes of UTF-8; Apple cuts what is longer."""


class Owner(Frozen):
    """Who a podcast directory may ask; a role, never a person."""

    name: Line = Field(
        title="Naam",
        description="De naam van de organisatie of de rol.",
        examples=["UBR|Rijksconsultants"],
    )
    email: Annotated[Text, Field(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")] | None = Field(
        None,
        title="E-mail",
        description="Een adres van een rol, nooit van een persoon: de feed is openbaar.",
        examples=["podcast@example.org"],
    )


class License(Frozen):
    """What others may do with the recordings (Podcasting 2.0: license)."""

    name: Annotated[Text, Field(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$")] = Field(
        title="Naam",
        description="De korte naam van de licentie uit de lijst van SPDX, in kleine letters.",
        examples=["cc0-1.0"],
    )
    url: Url = Field(
        title="Adres",
        description="Waar de hele tekst van de licentie staat.",
        examples=["https://creativecommons.org/publicdomain/zero/1.0/"],
    )


class Location(Frozen):
    """Where the podcast is made (Podcasting 2.0: location)."""

    name: Title = Field(
        title="Naam", description="Hoe de plaats of het land heet.", examples=["Nederland"]
    )
    country: Annotated[Text, Field(pattern=r"^[A-Z]{2}$")] = Field(
        title="Land", description="De code van het land, in twee hoofdletters.", examples=["NL"]
    )
    geo: (
        Annotated[
            Text, Field(pattern=r"^geo:-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?(;u=\d+(\.\d+)?)?$")
        ]
        | None
    ) = Field(
        None,
        title="Ligging",
        description="Breedte en lengte in graden, met geo: ervoor.",
        examples=["geo:52.1,5.3"],
    )
    osm: Annotated[Text, Field(pattern=r"^[NWR]\d+$")] | None = Field(
        None,
        title="Nummer op de kaart",
        description="Het nummer van de plaats in OpenStreetMap, met N, W of R ervoor.",
        examples=["R2323309"],
    )


class Channel(Frozen):
    """The whole of channel.yml; the names follow RSS 2.0, the iTunes elements and Podcasting 2.0."""

    FILE: ClassVar[str] = "podcasts/channel.yml"

    title: Title = Field(
        title="Titel", description="De naam van de podcast.", examples=["Goodiebag"]
    )
    subtitle: Title | None = Field(
        None,
        title="Ondertitel",
        description="Een aanvulling op de titel.",
        examples=["Podcasts over hybride werken"],
    )
    description: Paragraphs = Field(
        title="Beschrijving",
        description="Waar de podcast over gaat; hooguit 4000 bytes.",
        examples=["Korte afleveringen over thuiswerken en hybride werken."],
    )
    language: LanguageTag = Field(
        title="Taal", description="De code van de taal van de podcast.", examples=["nl"]
    )
    author: Line = Field(
        title="Maker", description="Wie de podcast maakt.", examples=["UBR|Rijksconsultants"]
    )
    owner: Owner | None = Field(
        None, title="Eigenaar", description="Wie een podcast-app mag benaderen."
    )
    copyright: Line | None = Field(
        None,
        title="Rechten",
        description="De naam van de rechthebbende.",
        examples=["UBR|Rijksconsultants"],
    )
    license: License | None = Field(
        None, title="Licentie", description="Wat een ander met de opnamen mag doen."
    )
    location: Location | None = Field(
        None, title="Plaats", description="Waar de podcast gemaakt wordt."
    )
    category: Line = Field(
        title="Rubriek", description="De rubriek, in de woorden van Apple.", examples=["Government"]
    )
    subcategory: Line | None = Field(
        None,
        title="Subrubriek",
        description="De subrubriek, in de woorden van Apple.",
        examples=["Careers"],
    )
    explicit: StrictBool = Field(
        False,
        title="Alleen voor volwassenen",
        description="true als kinderen dit niet mogen horen, anders false.",
        examples=[False],
    )
    type: Literal["serial", "episodic"] = Field(
        "serial",
        title="Vorm",
        description="serial: op volgorde. episodic: losse afleveringen.",
        examples=["serial"],
    )
    frequency: Title | None = Field(
        None,
        title="Ritme",
        description="Hoe vaak er een aflevering verschijnt, in een paar woorden.",
        examples=["Elke maand een aflevering"],
    )
    complete: StrictBool = Field(
        False,
        title="Afgerond",
        description="true als er nooit meer een aflevering bij komt; apps kijken dan niet meer.",
        examples=[False],
    )
    cover: CoverFile = Field(
        title="Omslag", description="De naam van het bestand in podcasts/.", examples=["cover.jpg"]
    )
    series: Id = Field(
        title="Reeks",
        description="De reeks uit de woordenlijst die deze podcast laat horen.",
        examples=["thuis-en-hybride-werken"],
    )
    guid: PodcastGuid = Field(
        title="Kenmerk",
        description="Het vaste kenmerk van de podcast. Verandert nooit.",
        examples=["00000000-0000-4000-8000-000000000000"],
    )
    new_feed_url: Url | None = Field(
        None,
        title="Nieuw adres",
        description="Het nieuwe adres van de feed, alleen als de podcast verhuist.",
        examples=["https://voorbeeld.nl/podcast/feed.xml"],
    )
    synthetic_voice: StrictBool = Field(
        False,
        title="Computerstem",
        description="true als een computerstem spreekt; dat melden we dan overal.",
        examples=[True],
    )

    def faults(self, vocabulary: Vocabulary) -> Iterator[Fault]:
        """Yield what does not fit the rest in the podcast's own file."""
        series = [item.id for item in vocabulary.series]
        if self.series not in series:
            yield Fault(self.FILE, ("series",), unknown("de reeks", self.series, series))
        if (size := len(self.description.encode())) > MAX_DESCRIPTION:
            message = f"deze tekst telt {size} bytes. Het mogen er hooguit {MAX_DESCRIPTION} zijn. Kort hem in."
            yield Fault(self.FILE, ("description",), message)
