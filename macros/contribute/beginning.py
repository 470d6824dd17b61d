"""Begins an entry from its kind and its title: all that a machine can know is filled in.

What only a person can know holds a text that the check refuses until it is written.
"""

import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.catalogue import clock, kinds
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.folder import ENTRIES
from macros.catalogue.ids import as_id
from macros.catalogue.loading import survey
from macros.catalogue.messages import message
from macros.catalogue.model import KINDS
from macros.catalogue.problems import Problems, listed, shown, unknown
from macros.catalogue.texts import TO_WRITE
from macros.catalogue.vocabulary import names
from macros.contribute import scaffold
from macros.contribute.episode import next_number

ALIKE = 0.75
"""How alike two titles are, of 1, when the one may be the other in other words."""
SHOWN = 3
"""So many titles that resemble a new one are told."""

_WORD = re.compile(r"\w{4,}")
_PROVENANCE = {"origin": "editorial", "material": "complete"}
_GUESSED = ("audience", "provenance", "series")
"""Required fields that hold something sound, which may not be true."""


@dataclass(frozen=True)
class Begun:
    """What was made: the file, and what is left to write and to look at, as `field (Label)`."""

    file: str
    to_write: tuple[str, ...]
    to_check: tuple[str, ...]
    alike: tuple[str, ...]

    def __str__(self) -> str:
        """Tell in Dutch what was made and what is left to do."""
        steps = [
            f"Schrijf nog: {listed(self.to_write, 'en')}.",
            f"Kijk of dit klopt, want er staat nu een voorbeeld: {listed(self.to_check, 'en')}.",
            "Vul aan wat je verder weet. Bij elk veld staat wat erin kan; meer uitleg geeft goodiebag explain.",
            "Kijk of alles klopt, met:",
        ]
        lines = [f"Je stuk staat klaar: {self.file}", "", "Wat je nog doet:"]
        for number, step in enumerate(steps, start=1):
            lines += textwrap.wrap(
                f"{number}. {step}",
                80,
                subsequent_indent="   ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        lines.append(f"   goodiebag check {self.file}")
        if self.alike:
            lines += ["", "Hier lijkt het op. Gaat het over hetzelfde, werk dan dat stuk bij:"]
            lines += [f"  {told}" for told in self.alike]
        return "\n".join(lines)


class NotBegun(Exception):  # noqa: N818 - what did not happen
    """An entry cannot be begun; the message says in Dutch what to do."""


class Unclear(NotBegun):
    """What is asked for is not there: no such kind, or no such theme."""


class ThemeNeeded(Unclear):
    """Nothing tells which theme the entry belongs to; `themes` are the ids with their labels."""

    def __init__(self, themes: dict[str, str]) -> None:
        self.themes = themes
        super().__init__(
            f"Zeg bij welk thema dit hoort, met --thema. Er is: {listed(themes, 'en')}."
        )


def start(
    root: Path, kind: str, title: str, theme: str | None = None, here: Path | None = None
) -> Begun:
    """Write the commented file of a new entry in the project `root`.

    `kind` and `theme` are an id or what people call it; without `theme` it is the one that
    follows (`theme_of`). Raises Unclear for a kind or theme that is not there, ThemeNeeded where that does not tell it, NotBegun for what
    cannot be, Problems where the catalogue cannot be read; then nothing is written.
    """
    catalogue, problems = survey(root)
    if catalogue is None:
        raise Problems(problems)
    kind = kind_of(kind)
    id = as_id(title)
    refuse_taken(catalogue, id)
    place = theme_of(catalogue, theme, here, kind)
    values = _values(catalogue, kind, title, place)
    file = f"{ENTRIES}/{place}/{id}.yml"
    _refuse_unsound(kind, {**values, "id": id, "theme": place, "path": file})
    alike = tuple(resembling(catalogue, title))
    write(root / file, scaffold.started(kind, values).encode())
    fields = KINDS[kind].model_fields
    unwritten = [name for name in values if TO_WRITE in str(values[name])]
    guessed = [name for name in _GUESSED if name in fields and fields[name].is_required()]

    def called(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(f"{name} ({fields[name].title})" for name in names)

    return Begun(file, called(unwritten), called(guessed), alike)


def kind_of(asked: str) -> str:
    """Give the kind that is meant by its id or by what people call it; NotBegun for another."""
    if found := kinds.called().get(asked.casefold().strip()):
        return found
    near = kinds.near(asked)
    hint = f" Bedoel je {shown(near)}?" if near else ""
    choices = listed(f"{kind} ({model.kind_label})" for kind, model in KINDS.items())
    raise Unclear(f"de soort {shown(asked)} ken ik niet.{hint} Kies uit: {choices}.")


def theme_of(
    catalogue: Catalogue, asked: str | None, here: Path | None = None, kind: str = ""
) -> str:
    """Give the theme that is meant by its id or a name, or else the one that follows.

    That of the folder `here`; of a podcast, that of its series; or the only one that there is.
    Raises ThemeNeeded where nothing tells it, Unclear for a theme that is not there.
    """
    themes = {theme.id: theme.label for theme in catalogue.vocabulary.themes}
    called = names(catalogue.vocabulary.themes)
    if asked is not None:
        found = asked if asked in themes else called.get(asked.casefold().strip())
        if found is None:
            raise Unclear(unknown("het thema", asked, themes, names=called))
        return found
    folder = catalogue.root / ENTRIES
    if here and here.is_relative_to(folder) and here != folder:
        name = here.relative_to(folder).parts[0]
        if name in themes:
            return name
    known = list(themes)
    if kind == "podcast":
        known = [entry.theme for entry in catalogue.select(kind=kind)] or known
    if len(set(known)) == 1:
        return known[0]
    raise ThemeNeeded(themes)


def refuse_taken(catalogue: Catalogue, id: str) -> None:
    """Raise NotBegun where an entry has this id, or had it."""
    same = sorted((catalogue.root / ENTRIES).glob(f"*/{id}.yml"))
    if same:
        file = same[0].relative_to(catalogue.root).as_posix()
        raise NotBegun(f"{file} bestaat al. Kies een andere titel, of werk dat stuk bij.")
    former = [entry.path for entry in catalogue.entries.values() if id in entry.former_ids]
    if former:
        raise NotBegun(f"{id} is een oude naam van {former[0]}. Kies een andere titel.")


def resembling(catalogue: Catalogue, title: str, but: str = "") -> Iterable[str]:
    """Yield entries whose title resembles another, most alike first: their title and file.

    `but` is the id of an entry that may resemble itself.
    """
    found = []
    for entry in catalogue.entries.values():
        alike = _alike(title, entry.title)
        if alike >= ALIKE and entry.id != but:
            found.append((-alike, entry.title, entry.path))
    for _, other, path in sorted(found)[:SHOWN]:
        yield f"“{other}”: {path}"


def _alike(one: str, other: str) -> float:
    """Give how alike two titles are: by their letters, or by the words that they share."""
    first, second = one.casefold(), other.casefold()
    letters = SequenceMatcher(None, first, second).ratio()
    words, others = ({word[:6] for word in _WORD.findall(text)} for text in (first, second))
    shared = len(words & others) / max(len(words), len(others), 1)
    return max(letters, shared)


def write(path: Path, data: bytes) -> None:
    """Write a new file; raises NotBegun where that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as target:
            target.write(data)
    except OSError as error:
        raise NotBegun(f"Schrijven lukt hier niet ({error.strerror}): {path}.") from None


def _values(catalogue: Catalogue, kind: str, title: str, theme: str) -> dict[str, Any]:
    """Give what is known of a new entry; what is not is marked as still to write."""
    values: dict[str, Any] = {
        "title": title,
        "summary": f"{TO_WRITE} wat heb je aan “{title}”?",
        "published": clock.here(),
        "audience": [catalogue.vocabulary.audiences[0].id],
    }
    fields = KINDS[kind].model_fields
    if "goal" in fields:
        values["goal"] = f"{TO_WRITE} wat levert het op?"
    if "book" in fields:
        values["book"] = {"title": f"{TO_WRITE} de titel van het boek"}
    if "series" in fields and fields["series"].is_required():
        words = catalogue.vocabulary.series
        if not words:
            raise NotBegun("Er is nog geen reeks. Zet er eerst een in catalogue/vocabulary.yml.")
        series = catalogue.channel.series if catalogue.channel else words[0].id
        values |= {"series": series, "number": next_number(catalogue.root, series, theme)}
    return values


def _refuse_unsound(kind: str, values: dict[str, Any]) -> None:
    """Raise NotBegun for a title of which no entry can be made."""
    if not values["id"]:
        raise NotBegun("van deze titel is geen bestandsnaam te maken. Kies een andere titel.")
    # A title that is too long is told as such, and not in a summary that holds it.
    summary = f"{TO_WRITE} wat heb je eraan?"
    try:
        KINDS[kind].model_validate(
            {**values, "kind": kind, "summary": summary, "provenance": _PROVENANCE}
        )
    except ValidationError as error:
        [details, *_] = error.errors(include_url=False)
        name = str(details["loc"][0])
        raise NotBegun(f"{name}: {message(details, KINDS[kind].model_fields[name])}") from None
