"""The documents that the catalogue leans on, and the figures quoted from them."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import Field

from macros.catalogue.problems import Fault, doubled, future, unknown
from macros.catalogue.texts import Day, Figure, Frozen, Id, Line, Markdown, Paragraphs, Url


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
    url: Url | None = Field(
        None, title="Adres", description="Waar het staat.", examples=["https://example.org/brief"]
    )


class Fact(Frozen):
    """A figure with the exact words of its source."""

    id: Id = Field(
        title="Id",
        description="De naam waarmee een pagina het cijfer aanhaalt.",
        examples=["meer-thuis-verwacht"],
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

    def number(self, id: str) -> int:
        """Give the number (from 1) under which /bronnen/ lists a document; KeyError if none."""
        return self._numbers[id]

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {item.id: item for item in self.documents}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {item.id: number for number, item in enumerate(self.documents, start=1)}

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
            if document.date and document.date > today:
                yield Fault(self.FILE, ("documents", place, "date"), future(document.date))
        for place, fact in enumerate(self.facts):
            if fact.source not in ids:
                where = ("facts", place, "source")
                yield Fault(self.FILE, where, unknown("het document", fact.source, ids))
