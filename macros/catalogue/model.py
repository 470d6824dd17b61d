"""The model of one entry: a discriminated union over `kind`."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter, model_validator

from macros.catalogue.entry import PLACED, Base, Download, Link, Provenance, Related
from macros.catalogue.parts import Book, Chapter, GroupSize, MinuteRange, Step, Variation
from macros.catalogue.patterns import fault
from macros.catalogue.problems import filled, listed
from macros.catalogue.texts import (
    Count,
    EpisodeGuid,
    Id,
    Line,
    Markdown,
    Minutes,
    Mp3,
    Vtt,
    Word,
)

__all__ = [
    "ENTRY",
    "KINDS",
    "PLACED",
    "Background",
    "Base",
    "Book",
    "BookReview",
    "Chapter",
    "Collection",
    "Download",
    "Entry",
    "GroupSize",
    "Intervention",
    "Link",
    "Method",
    "MinuteRange",
    "Podcast",
    "Provenance",
    "Related",
    "Step",
    "Study",
    "Variation",
]

LACKING = "bij een opname hoort ook: {fields}. Vul dat in."
COMPANY = {"transcript": "een uitgeschreven tekst (transcript)", "guid": "een kenmerk (guid)"}
"""What has to be there with a recording, as people call it and as it stands in a file."""
NOT_LATER = "dit hoofdstuk begint niet later dan het vorige. Zet het vroegste bovenaan, en elk begin één keer."


class Method(Base):
    """A way of working that a group can follow."""

    kind_label: ClassVar[str] = "Methode"
    kind_label_plural: ClassVar[str] = "Methoden"
    kind_synonyms: ClassVar[tuple[str, ...]] = ("aanpak", "werkwijze", "methodiek")

    kind: Literal["method"] = Field(
        title="Soort",
        description="method: een manier van werken die je vaker gebruikt.",
        examples=["method"],
    )
    goal: Markdown = Field(
        title="Doel",
        description="Wat het oplevert.",
        examples=["Je team weet wanneer je elkaar ziet, en waarom."],
    )
    when_to_use: Markdown | None = Field(
        None,
        title="Wanneer wel",
        description="In welke situatie dit helpt.",
        examples=["Als je merkt dat mensen elkaar mislopen."],
    )
    when_not: Markdown | None = Field(
        None,
        title="Wanneer niet",
        description="Wanneer je beter iets anders doet.",
        examples=["Als er een conflict speelt."],
    )
    duration: MinuteRange | None = Field(
        None, title="Tijd", description="Hoelang het duurt, in minuten."
    )
    preparation: Minutes | None = Field(
        None,
        title="Voorbereiding",
        description="Hoelang je voorbereidt, in minuten.",
        examples=[15],
    )
    group_size: GroupSize | None = Field(
        None, title="Groep", description="Met hoeveel mensen je het doet."
    )
    setting: tuple[Word, ...] = Field(
        (),
        title="Waar",
        description="Waar het kan: plekken uit de woordenlijst.",
        examples=[["kantoor", "online"]],
    )
    materials: tuple[Line, ...] = Field(
        (), title="Nodig", description="Wat je klaarlegt.", examples=[["Papier", "Stiften"]]
    )
    steps: tuple[Step, ...] = Field((), title="Stappen", description="Wat je doet, in volgorde.")
    harvest: Markdown | None = Field(
        None,
        title="Oogst en vervolg",
        description="Wat je na afloop vastlegt en doet.",
        examples=["Hang de afspraak op en kijk over drie weken of hij werkt."],
    )
    tips: tuple[Markdown, ...] = Field(
        (), title="Tips", description="Wat het makkelijker maakt.", examples=[["Begin op tijd."]]
    )
    pitfalls: tuple[Markdown, ...] = Field(
        (),
        title="Valkuilen",
        description="Wat vaak misgaat, en wat je dan doet.",
        examples=[["Eén persoon praat het hele gesprek vol."]],
    )
    variations: tuple[Variation, ...] = Field((), title="Varianten", description="Hoe het ook kan.")


class Intervention(Method):
    """Something that a team can do once, to get moving."""

    kind_label: ClassVar[str] = "Interventie"
    kind_label_plural: ClassVar[str] = "Interventies"
    kind_synonyms: ClassVar[tuple[str, ...]] = ("werkvorm", "oefening")

    kind: Literal["intervention"] = Field(
        title="Soort",
        description="intervention: iets wat je één keer doet om beweging te krijgen.",
        examples=["intervention"],
    )  # type: ignore[assignment]  # the discriminator differs, the fields are shared


class Podcast(Base):
    """An episode of a podcast series."""

    kind_label: ClassVar[str] = "Podcast"
    kind_label_plural: ClassVar[str] = "Podcasts"
    kind_synonyms: ClassVar[tuple[str, ...]] = ("aflevering", "luisteren")

    kind: Literal["podcast"] = Field(
        title="Soort",
        description="podcast: een aflevering om te beluisteren.",
        examples=["podcast"],
    )
    series: Word = Field(
        title="Reeks",
        description="De reeks uit de woordenlijst waar de aflevering in hoort.",
        examples=["thuis-en-hybride-werken"],
    )
    number: Count = Field(
        title="Nummer",
        description="De plaats in de reeks: het eerste nummer dat vrij is.",
        examples=[1],
    )
    audio: Mp3 | None = Field(
        None,
        title="Geluid",
        description="De naam van de opname (mp3), zonder map ervoor. Ze hoort in podcasts/audio/. Lengte en duur lezen we zelf.",
        examples=["goed-gesprek.mp3"],
    )
    transcript: Vtt | None = Field(
        None,
        title="Uitgeschreven tekst",
        description="De naam van het bestand met wat je hoort, met de tijden erbij (WebVTT). Het hoort in podcasts/transcripts/.",
        examples=["goed-gesprek.vtt"],
    )
    chapters: tuple[Chapter, ...] = Field(
        (), title="Hoofdstukken", description="Waar een nieuw onderwerp begint."
    )
    speakers: tuple[Line, ...] = Field(
        (), title="Sprekers", description="Wie je hoort.", examples=[["Computerstem"]]
    )
    guid: EpisodeGuid | None = Field(
        None,
        title="Kenmerk",
        description="Het vaste kenmerk voor podcast-apps. Verandert nooit.",
        examples=["urn:uuid:00000000-0000-4000-8000-000000000000"],
    )

    @model_validator(mode="after")
    def _complete(self) -> "Podcast":
        lacking = [told for name, told in COMPANY.items() if not getattr(self, name)]
        if self.audio and lacking:
            raise fault(filled(LACKING, fields=listed(lacking, "en")), at=("audio",))
        for place, (one, next_one) in enumerate(pairwise(self.chapters), start=1):
            if next_one.start <= one.start:
                raise fault(NOT_LATER, at=("chapters", place, "start"))
        return self


class BookReview(Base):
    """A review of a book."""

    kind_label: ClassVar[str] = "Boekrecensie"
    kind_label_plural: ClassVar[str] = "Boekrecensies"
    kind_synonyms: ClassVar[tuple[str, ...]] = (
        "boek",
        "boeken",
        "recensie",
        "boekbespreking",
        "lezen",
    )

    kind: Literal["book-review"] = Field(
        title="Soort",
        description="book-review: een bespreking van een boek.",
        examples=["book-review"],
    )
    series: Word | None = Field(
        None,
        title="Reeks",
        description="De reeks uit de woordenlijst waar de recensie in hoort.",
        examples=["sandra-leest"],
    )
    number: Count | None = Field(
        None,
        title="Nummer",
        description="De plaats in de reeks: het eerste nummer dat in je thema vrij is.",
        examples=[1],
    )
    reviewer: Line | None = Field(
        None, title="Recensent", description="Wie het boek las.", examples=["Sandra"]
    )
    book: Book = Field(title="Boek", description="Het boek zelf. Alleen de titel is verplicht.")
    takeaways: tuple[Markdown, ...] = Field(
        (),
        title="Om mee te nemen",
        description="Wat je eruit haalt.",
        examples=[["Begin klein en kijk terug."]],
    )


class Collection(Base):
    """A set of entries in reading order."""

    kind_label: ClassVar[str] = "Verzameling"
    kind_label_plural: ClassVar[str] = "Verzamelingen"
    kind_synonyms: ClassVar[tuple[str, ...]] = ("overzicht",)

    kind: Literal["collection"] = Field(
        title="Soort",
        description="collection: een reeks stukken die bij elkaar horen.",
        examples=["collection"],
    )
    entries: tuple[Id, ...] = Field(
        (),
        title="Stukken",
        description="De stukken, in leesvolgorde.",
        examples=[["jam-cultures", "winst-van-integriteit"]],
    )


class Study(Base):
    """Research and what it found."""

    kind_label: ClassVar[str] = "Onderzoek"
    kind_label_plural: ClassVar[str] = "Onderzoeken"
    kind_synonyms: ClassVar[tuple[str, ...]] = ("studie", "resultaten")

    kind: Literal["study"] = Field(
        title="Soort", description="study: een onderzoek en wat eruit kwam.", examples=["study"]
    )
    findings: tuple[Markdown, ...] = Field(
        (),
        title="Bevindingen",
        description="Wat eruit kwam.",
        examples=[["Leidinggevenden vragen om een hulplijn."]],
    )


class Background(Base):
    """Knowledge to read up on."""

    kind_label: ClassVar[str] = "Achtergrond"
    kind_label_plural: ClassVar[str] = "Achtergronden"
    kind_synonyms: ClassVar[tuple[str, ...]] = ("uitleg", "informatie")

    kind: Literal["background"] = Field(
        title="Soort", description="background: kennis om je in te lezen.", examples=["background"]
    )
    findings: tuple[Markdown, ...] = Field(
        (),
        title="Kern",
        description="De kern in losse punten.",
        examples=[["Begin bij de opgave, niet bij de organisatie."]],
    )


Entry = Podcast | Intervention | Method | BookReview | Study | Background | Collection
ENTRY: TypeAdapter[Entry] = TypeAdapter(
    Annotated[Entry, Field(discriminator="kind")], config=ConfigDict(defer_build=True)
)
KINDS: Mapping[str, type[Entry]] = {
    "podcast": Podcast,
    "intervention": Intervention,
    "method": Method,
    "collection": Collection,
    "book-review": BookReview,
    "study": Study,
    "background": Background,
}
"""Every kind, in the order in which lists show them."""
