"""The blocks of fields that only some kinds of entries have."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.catalogue.patterns import fault
from macros.catalogue.problems import filled
from macros.catalogue.texts import (
    Count,
    Frozen,
    LanguageTag,
    Line,
    Markdown,
    Minutes,
    Seconds,
    Text,
    Title,
    Year,
)

TURNED = "het kleinste getal ({min}) is groter dan het grootste ({max}). Draai ze om."


class MinuteRange(Frozen):
    """A duration in minutes, from `min` to `max`."""

    min: Minutes = Field(
        title="Minstens", description="Het kortste, in hele minuten.", examples=[30]
    )
    max: Minutes = Field(
        title="Hooguit", description="Het langste, in hele minuten.", examples=[60]
    )

    @model_validator(mode="after")
    def _in_order(self) -> "MinuteRange":
        if self.min > self.max:
            raise fault(filled(TURNED, min=self.min, max=self.max), at=("min",))
        return self


class GroupSize(Frozen):
    """A number of people, from `min` to `max`; without `max` there is no upper limit."""

    min: Count = Field(title="Minstens", description="Het kleinste aantal mensen.", examples=[3])
    max: Count | None = Field(
        None,
        title="Hooguit",
        description="Het grootste aantal mensen. Laat weg als er geen grens is.",
        examples=[12],
    )

    @model_validator(mode="after")
    def _in_order(self) -> "GroupSize":
        if self.max is not None and self.min > self.max:
            raise fault(filled(TURNED, min=self.min, max=self.max), at=("min",))
        return self


class Step(Frozen):
    """One step of a method, in order."""

    title: Title = Field(
        title="Stap",
        description="Wat je doet, in een paar woorden.",
        examples=["Vertel waar je tegenaan loopt"],
    )
    minutes: Minutes | None = Field(
        None, title="Minuten", description="Hoelang de stap duurt.", examples=[30]
    )
    text: Markdown | None = Field(
        None,
        title="Uitleg",
        description="Hoe je de stap doet, met de vragen die je stelt.",
        examples=["Iedereen vertelt kort waar hij tegenaan loopt."],
    )


class Variation(Frozen):
    """Another way to do it."""

    title: Title = Field(title="Variant", description="Hoe deze variant heet.", examples=["Online"])
    text: Markdown = Field(
        title="Uitleg",
        description="Wat je dan anders doet.",
        examples=["Laat iedereen eerst in de chat schrijven."],
    )


class Chapter(Frozen):
    """A chapter of an episode; `start` in whole seconds."""

    start: Seconds = Field(
        title="Begin",
        description="Waar het hoofdstuk begint, in minuten en seconden. Het eerste begint bij 0:00.",
        examples=["0:00"],
    )
    title: Title = Field(
        title="Hoofdstuk",
        description="Waar het hoofdstuk over gaat.",
        examples=["Wat vraagt dit van jou?"],
    )


class Book(Frozen):
    """The book that is reviewed; what is not known stays away."""

    title: Title = Field(
        title="Boek",
        description="De titel van het boek.",
        examples=["Wendbare strategie op één A4"],
    )
    lang: LanguageTag | None = Field(
        None,
        title="Taal van de titel",
        description="De code van de taal, alleen als de titel niet Nederlands is.",
        examples=["en"],
    )
    authors: tuple[Line, ...] = Field(
        (),
        title="Schrijvers",
        description="Wie het boek schreef.",
        examples=[["Naam van de schrijver"]],
    )
    publisher: Line | None = Field(
        None,
        title="Uitgever",
        description="Wie het boek uitgaf.",
        examples=["Naam van de uitgever"],
    )
    year: Year | None = Field(
        None, title="Jaar", description="Het jaar van uitgave.", examples=[2019]
    )
    isbn: Annotated[Text, Field(pattern=r"^(97[89])?[0-9]{9}[0-9X]$")] | None = Field(
        None,
        title="ISBN",
        description="Tien of dertien tekens, zonder streepjes.",
        examples=["9789012345678"],
    )
