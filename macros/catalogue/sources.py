"""The documents that the catalogue leans on, and the figures quoted from them."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import ClassVar, Literal

from pydantic import Field

from macros.catalogue.problems import Fault, doubled, future, unknown
from macros.catalogue.texts import (
    Day,
    Figure,
    Frozen,
    Id,
    Label,
    Line,
    Markdown,
    Paragraphs,
    Url,
    Year,
)

Limit = Literal[
    "estimate", "expectation", "preliminary", "self-reported", "one-moment", "group-unclear"
]
LIMITS: Mapping[Limit, str] = {
    "estimate": "schatting",
    "expectation": "verwachting",
    "preliminary": "voorlopig",
    "self-reported": "mensen over zichzelf",
    "one-moment": "één moment",
    "group-unclear": "groep niet duidelijk",
}
"""What keeps a figure from saying more, in one or two Dutch words each."""


class Dating(Frozen):
    """What is known of the time of a document that bears no date."""

    year: Year | None = Field(
        None,
        title="Jaar op de tijdlijn",
        description="Alleen als een bron dat jaar noemt.",
        examples=[2019],
    )
    told: Line = Field(
        title="Wat we weten",
        description="Hoe we aan dat jaar komen, of waarom er geen is.",
        examples=["De gesprekken waren in 2019."],
    )


class Doubt(Frozen):
    """Words of a document that seem wrong: quoted as they stand, and flagged."""

    quote: Paragraphs = Field(
        title="Letterlijk",
        description="De woorden van de bron, met de fout.",
        examples=["telewerken te laten evolueren naar plaats- en tijdsafhankelijk werken"],
    )
    remark: Markdown = Field(
        title="Waarom we twijfelen",
        description="Wat er vermoedelijk bedoeld is, en waaraan je dat ziet.",
        examples=["Vermoedelijk is “onafhankelijk” bedoeld."],
    )


class Document(Frozen):
    """A document: read by us (`seed`) or only named in one that we read (`cited`)."""

    id: Id = Field(
        title="Id",
        description="De naam in YAML. Verandert niet.",
        examples=["kamerbrief-2020-organisatie-van-het-werk"],
    )
    title: Line = Field(
        title="Titel",
        description="De titel, precies zoals hij op het document staat.",
        examples=["Organisatie van het werk bij de Rijksoverheid in de toekomst"],
    )
    issuer: Line | None = Field(
        None,
        title="Afzender",
        description="De organisatie die het uitgaf.",
        examples=["Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"],
    )
    date: Day | None = Field(
        None, title="Datum", description="De datum op het document.", examples=["2020-12-04"]
    )
    dating: Dating | None = Field(
        None,
        title="Tijd",
        description="Wat we over de tijd weten als er geen datum op staat.",
        examples=[{"year": 2019, "told": "De gesprekken waren in 2019."}],
    )
    reference: Line | None = Field(
        None,
        title="Kenmerk",
        description="Het nummer of kenmerk.",
        examples=["Kamerstuk 31 490, nr. 289"],
    )
    jurisdiction: Literal["NL", "BE-VLG"] = Field(
        "NL", title="Gebied", description="NL: Nederland. BE-VLG: Vlaanderen.", examples=["NL"]
    )
    kind: Line = Field(
        title="Soort document",
        description="Een gewoon woord: Kamerbrief, verslag, onderzoek.",
        examples=["Kamerbrief"],
    )
    status: Literal["seed", "cited"] = Field(
        title="Gelezen",
        description="seed: we lazen het. cited: we kennen het uit een ander document.",
        examples=["seed"],
    )
    cited_in: tuple[Id, ...] = Field(
        (),
        title="Genoemd in",
        description="De documenten die het noemen.",
        examples=[["ubr-goodiebag"]],
    )
    summary: Markdown | None = Field(
        None,
        title="Waar het over gaat",
        description="Wat het over onze thema's zegt, in onze woorden.",
        examples=["Vertelt hoe de rijksdienst in 2020 vooral thuis ging werken."],
    )
    note: Markdown | None = Field(
        None,
        title="Let op",
        description="Fouten, varianten van de titel, weggelakte delen.",
        examples=["De titel is een omschrijving van ons."],
    )
    doubts: tuple[Doubt, ...] = Field(
        (),
        title="Vermoedelijke fouten",
        description="Woorden die niet lijken te kloppen, zoals ze er staan.",
    )
    url: Url | None = Field(
        None, title="Adres", description="Waar het staat.", examples=["https://example.org/brief"]
    )

    @property
    def year(self) -> int | None:
        """The year under which it stands on the timeline; None when no source tells one."""
        if self.date:
            return self.date.year
        return self.dating.year if self.dating else None


class Fact(Frozen):
    """A figure with the exact words of its source."""

    id: Id = Field(
        title="Id",
        description="De naam waarmee een pagina het cijfer aanhaalt.",
        examples=["meer-thuis-verwacht"],
    )
    label: Label | None = Field(
        None,
        title="Kort",
        description="Een paar woorden, voor in een tekening.",
        examples=["verwacht meer thuis te werken"],
    )
    qualifier: Line | None = Field(
        None,
        title="Woord ervoor",
        description="Het woord van de bron dat het getal ruimer of krapper maakt.",
        examples=["bijna"],
    )
    figure: Figure = Field(title="Cijfer", description="Het getal zelf.", examples=[81])
    unit: Line | None = Field(
        None, title="Eenheid", description="%, uur per week, medewerkers.", examples=["%"]
    )
    statement: Line = Field(
        title="Wat het zegt",
        description="De zin die op het cijfer volgt.",
        examples=["van de medewerkers verwachtte eind 2020 later meer thuis te werken"],
    )
    source: Id = Field(
        title="Bron",
        description="Het document waar het in staat.",
        examples=["kamerbrief-2020-organisatie-van-het-werk"],
    )
    quote: Paragraphs = Field(
        title="Letterlijk",
        description="De woorden van de bron.",
        examples=["12% wil liever niet thuiswerken."],
    )
    limits: tuple[Limit, ...] = Field(
        (),
        title="Wat voor cijfer",
        description="Waardoor het minder zegt dan het lijkt.",
        examples=[["preliminary", "self-reported"]],
    )
    use: Line | None = Field(
        None,
        title="Wel voor",
        description="Waar je het cijfer voor kunt gebruiken.",
        examples=["Om te laten zien wat medewerkers in 2020 verwachtten."],
    )
    caveat: Line | None = Field(
        None,
        title="Let op",
        description="Waar je het cijfer niet voor gebruikt.",
        examples=["Een voorlopige bevinding van december 2020."],
    )


class Sources(Frozen):
    """The whole of sources.yml."""

    FILE: ClassVar[str] = "catalogue/sources.yml"

    documents: tuple[Document, ...] = Field(
        (), title="Documenten", description="De documenten achter de catalogus."
    )
    facts: tuple[Fact, ...] = Field(
        (), title="Cijfers", description="De cijfers uit die documenten."
    )

    def document(self, id: str) -> Document:
        """Give the document with this id; KeyError if there is none."""
        return self._documents[id]

    def fact(self, id: str) -> Fact:
        """Give the fact with this id; KeyError if there is none."""
        return self._facts[id]

    def timeline(self) -> list[tuple[int | None, tuple[Document, ...]]]:
        """Give the documents by year, oldest first; None, the last, holds those without a year.

        In a year, what has a date goes first; for the rest the order of the file holds.
        """

        def place(document: Document) -> tuple[bool, int, bool, date]:
            return (
                document.year is None,
                document.year or 0,
                document.date is None,
                document.date or date.min,
            )

        ordered = sorted(self.documents, key=place)
        return [(year, tuple(part)) for year, part in groupby(ordered, lambda item: item.year)]

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {item.id: item for item in self.documents}

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {item.id: item for item in self.facts}

    def faults(self, today: date) -> Iterator[Fault]:
        """Yield doubled ids, references that lead nowhere and dates after `today`."""
        ids = {document.id: None for document in self.documents}
        yield from doubled(self.FILE, "documents", [item.id for item in self.documents])
        yield from doubled(self.FILE, "facts", [item.id for item in self.facts])
        for place, document in enumerate(self.documents):
            for part, other in enumerate(document.cited_in):
                if other not in ids:
                    cited = ("documents", place, "cited_in", part)
                    yield Fault(self.FILE, cited, unknown("het document", other, ids))
            if document.date and document.dating:
                both = "er staat een datum bij, en daar komt het jaar vandaan. Haal dit veld weg, of de datum."
                yield Fault(self.FILE, ("documents", place, "dating"), both)
            if document.date and document.date > today:
                yield Fault(self.FILE, ("documents", place, "date"), future(document.date))
        for place, fact in enumerate(self.facts):
            if fact.source not in ids:
                where = ("facts", place, "source")
                yield Fault(self.FILE, where, unknown("het document", fact.source, ids))
