"""What every entry has, whatever its kind.

Every field carries its Dutch label (`title`) and explanation (`description`) once; messages, the
template on /bijdragen/, the form and the documentation take them from here.
"""

from typing import ClassVar, Literal

from pydantic import Field

from macros.catalogue.texts import (
    Day,
    DownloadFile,
    Frozen,
    Id,
    LanguageTag,
    Line,
    Markdown,
    Summary,
    Text,
    Title,
    Url,
    Word,
)

PLACED = ("id", "theme", "path")
"""Fields that come from the place of the file and may not be typed in it."""


class Related(Frozen):
    """A tie to another entry; the other page shows the inverse."""

    entry: Id = Field(
        title="Stuk",
        description="Het andere stuk. In het formulier typ je een deel van zijn titel, in een bestand de naam uit het adres van zijn pagina.",
        examples=["jam-cultures"],
    )
    how: Word = Field(
        title="Verband",
        description="Hoe dit stuk zich tot het andere verhoudt: een verband uit de woordenlijst.",
        examples=["deepens"],
    )


class Provenance(Frozen):
    """What is original and what is ours."""

    origin: Literal["goodiebag", "editorial"] = Field(
        title="Oorsprong",
        description="goodiebag: het stuk staat in de digitale goodiebag. editorial: we hebben het zelf gemaakt.",
        examples=["editorial"],
    )
    material: Literal["complete", "described"] = Field(
        title="Materiaal",
        description="complete: het hele stuk staat hier. described: we kennen alleen titel en context.",
        examples=["complete"],
    )
    note: Markdown | None = Field(
        None,
        title="Toelichting",
        description="Wat een lezer over de herkomst moet weten.",
        examples=["We maakten dit stuk samen met twee teams die het uitprobeerden."],
    )


class Download(Frozen):
    """A file to take along, from docs/downloads/."""

    title: Title = Field(
        title="Naam",
        description="Wat er in het bestand zit.",
        examples=["Werkblad teamafspraken (pdf)"],
    )
    file: DownloadFile = Field(
        title="Bestand",
        description="De naam van het bestand, zonder map ervoor. Het hoort in docs/downloads/; je mag het ook meesturen.",
        examples=["werkblad-teamafspraken.pdf"],
    )


class Link(Frozen):
    """A link to a page elsewhere."""

    title: Title = Field(
        title="Naam", description="Waar de link heen gaat.", examples=["Handreiking moreel beraad"]
    )
    url: Url = Field(
        title="Adres",
        description="Het adres, voluit met https://.",
        examples=["https://example.org/handreiking"],
    )


class Base(Frozen):
    """What every entry has. `id`, `theme` and `path` come from the place of the file.

    A kind says how people call it: one, several, and other words under which they search for it.
    """

    kind_label: ClassVar[str]
    kind_label_plural: ClassVar[str]
    kind_synonyms: ClassVar[tuple[str, ...]]

    id: Id = Field(
        exclude=True,
        title="Id",
        description="De bestandsnaam zonder .yml.",
        examples=["goed-gesprek"],
    )
    theme: Id = Field(
        exclude=True, title="Thema", description="De map van het bestand.", examples=["integriteit"]
    )
    path: Text = Field(
        exclude=True,
        title="Bestand",
        description="Waar het bestand staat.",
        examples=["catalogue/entries/integriteit/goed-gesprek.yml"],
    )

    kind: Text = Field(
        title="Soort",
        description="Wat voor stuk dit is. De soort bepaalt welke velden er verder zijn.",
        examples=["method"],
    )
    title: Title = Field(
        title="Titel",
        description="De naam van het stuk, zonder punt aan het eind.",
        examples=["Kort gesprek over kantoordagen"],
    )
    subtitle: Title | None = Field(
        None,
        title="Ondertitel",
        description="Een aanvulling op de titel.",
        examples=["Voor teams die elkaar weinig zien"],
    )
    lang: LanguageTag | None = Field(
        None,
        title="Taal van de titel",
        description="De code van de taal, alleen als de titel niet Nederlands is.",
        examples=["en"],
    )
    summary: Summary = Field(
        title="Samenvatting", description="Een of twee zinnen: wat heb je eraan? Staat op kaarten, in zoekresultaten en in de podcast-app.",
        examples=["Een kort gesprek waarin je team afspreekt wanneer je elkaar ziet."],
    )  # fmt: skip
    body: Markdown | None = Field(
        None,
        title="Tekst",
        description="De tekst van de pagina, in Markdown. Tussenkoppen beginnen met ##.",
        examples=[
            "Hybride werken vraagt om afspraken.\n\n## Waarom\n\nOmdat je elkaar minder ziet."
        ],
    )
    focus_areas: tuple[Word, ...] = Field(
        (),
        title="Aandachtsgebieden",
        description="Waar het over gaat: aandachtsgebieden uit de woordenlijst.",
        examples=[["sociale-en-teamcohesie"]],
    )
    audience: tuple[Word, ...] = Field(
        min_length=1,
        title="Voor wie",
        description="Wie het gebruikt: doelgroepen uit de woordenlijst.",
        examples=[["team", "leidinggevende"]],
    )
    keywords: tuple[Line, ...] = Field(
        (),
        title="Trefwoorden",
        description="Andere woorden waarmee iemand dit zoekt: synoniemen en delen van samenstellingen.",
        examples=[["teamafspraken", "kantoordag"]],
    )
    related: tuple[Related, ...] = Field(
        (),
        title="Verwante stukken",
        description="Wat hierbij hoort. Het verband terug komt vanzelf op de andere pagina.",
    )
    sources: tuple[Word, ...] = Field(
        (),
        title="Bronnen",
        description="De documenten waar de feiten vandaan komen.",
        examples=[["ubr-goodiebag"]],
    )
    published: Day = Field(
        title="Verschenen",
        description="De dag waarop het in deze catalogus kwam.",
        examples=["2026-11-21"],
    )
    reviewed: Day | None = Field(
        None,
        title="Nagekeken",
        description="De dag waarop iemand het voor het laatst nakeek.",
        examples=["2026-11-21"],
    )
    former_ids: tuple[Id, ...] = Field(
        (),
        title="Oude namen",
        description="Namen die dit stuk eerder had in het adres van zijn pagina. Het oude adres blijft dan werken.",
        examples=[["oude-naam"]],
    )
    provenance: Provenance = Field(
        title="Herkomst", description="Waar het stuk vandaan komt, en of het er helemaal staat."
    )
    downloads: tuple[Download, ...] = Field(
        (), title="Bestanden", description="Bestanden om mee te nemen."
    )
    links: tuple[Link, ...] = Field(
        (), title="Links", description="Pagina's elders die verder helpen."
    )
