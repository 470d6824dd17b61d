"""The Dutch that generated entries are made of: sentences of the real catalogue, and titles.

No text is copied as a whole: a generated text is a new row of single sentences. Titles combine
what something is, what it is about and when it helps, so that no two are the same.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.vocabulary import FocusArea, Term

FORMS: Mapping[str, tuple[str, ...]] = {
    "intervention": ("Rondje", "Startgesprek", "Wandelgesprek", "Kaartspel", "Tweegesprek", "Vragenronde"),
    "method": ("Werkwijze", "Leidraad", "Stappenplan", "Vragenlijst", "Aanpak", "Oefening"),
    "collection": ("Bundel", "Leeslijst", "Keuze uit de mand", "Reeks", "Overzicht", "Verzameling"),
    "book-review": ("Gelezen", "Een boek", "Boekbespreking", "Uit de boekenkast", "Boekentip", "Leesverslag"),
    "study": ("Onderzoek", "Verkenning", "Rondvraag", "Meting", "Praktijkonderzoek", "Veldwerk"),
    "background": ("Uitleg", "Achtergrond", "Korte inleiding", "Inzichten", "Begin hier", "Vraag en antwoord"),
}  # fmt: skip
OCCASIONS = (
    "in een nieuw team", "na een drukke tijd", "aan het begin van het jaar", "met weinig tijd",
    "bij een reorganisatie", "op een hybride werkdag", "voor wie net leidinggeeft", "als het schuurt",
    "met een andere directie", "na een jaar thuiswerken", "in vier weken", "voor een grote groep",
    "zonder voorbereiding", "op afstand", "bij de start van een opgave", "aan het eind van een project",
    "met nieuwe collega’s", "als niemand iets zegt", "rond een verhuizing", "voor twee teams samen",
)  # fmt: skip
_STRIDE = 7919
"""A prime: steps of this size through a list reach every place before one comes back."""


@dataclass(frozen=True)
class Wording:
    """What texts are made of: whole sentences, items of lists, headings, and topics per theme.

    `plain` are the sentences without any Markdown.
    """

    sentences: tuple[str, ...]
    plain: tuple[str, ...]
    items: tuple[str, ...]
    headings: tuple[str, ...]
    topics: Mapping[str, tuple[str, ...]]

    def text(self, random: Random, words: int) -> str:
        """Give a Markdown text of about so many words: paragraphs, headings and one list."""
        sentences = iter(random.sample(self.sentences, len(self.sentences)))
        headings = iter(random.sample(self.headings, len(self.headings)))
        blocks: list[str] = []
        while (left := words - _length(blocks)) > 0:
            if len(blocks) == 5:
                blocks.append("\n".join(f"- {item}" for item in random.sample(self.items, 3)))
                continue
            if len(blocks) % 3 == 1:
                blocks.append(f"## {next(headings)}")
            blocks.append(_paragraph(sentences, min(left, random.randint(35, 60))))
        return "\n\n".join(blocks) + "\n"

    def lines(self, random: Random, least: int, most: int) -> list[str]:
        """Give some single sentences, each once."""
        return random.sample(self.sentences, random.randint(least, most))

    def title(self, kind: str, theme: str, number: int) -> str:
        """Give title `number` (from 0) of a kind in a theme; another number, another title.

        Raises ValueError when there are no words left for another one.
        """
        forms, topics = FORMS[kind], self.topics[theme]
        choices = len(forms) * len(topics) * len(OCCASIONS)
        if number >= choices:
            raise ValueError(f"no words for more than {choices} entries of {kind} in {theme}")
        rest, form = divmod(number * _STRIDE % choices, len(forms))
        occasion, topic = divmod(rest, len(topics))
        return f"{forms[form]}: {topics[topic]} {OCCASIONS[occasion]}"


def wording(catalogue: Catalogue) -> Wording:
    """Take the texts of the real catalogue apart; give what new ones are made of."""
    sentences: list[str] = []
    items: list[str] = []
    headings: list[str] = []
    for entry in catalogue.entries.values():
        for block in (entry.body or "").split("\n\n"):
            lines = block.strip().splitlines()
            if block.startswith("|"):  # a table is no sentence
                continue
            if block.startswith("## "):
                headings.append(lines[0].removeprefix("## "))
            elif re.match(r"(- |\d+\. )", block):
                items += re.split(r"(?:^|\n)(?:- |\d+\. )", block)
            else:
                sentences += re.split(r"(?<=[.?!])\s+(?=[A-ZÉ“*\[])", " ".join(lines))
    whole = _whole(sentences)
    plain = tuple(sentence for sentence in whole if not set("[*_`<") & set(sentence))
    return Wording(whole, plain, _whole(items), _whole(headings), _topics(catalogue))


def _topics(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Give, for each theme, the words of its focus areas and terms under all their names."""
    words = catalogue.vocabulary
    found: dict[str, dict[str, None]] = {theme.id: {} for theme in words.themes}
    concepts: tuple[FocusArea | Term, ...] = (*words.focus_areas, *words.terms)
    for concept in concepts:
        if concept.theme:
            names = (concept.label[0].lower() + concept.label[1:], *concept.synonyms)
            found[concept.theme].update(dict.fromkeys(name for name in names if len(name) <= 35))
    return {theme: tuple(names) for theme, names in found.items()}


def _whole(pieces: Iterable[str]) -> tuple[str, ...]:
    """Leave out what is no text by itself: empty, or with half of a pair of marks."""
    joined = (" ".join(piece.split()) for piece in pieces)
    pairs = (("[", "]"), ("“", "”"), ("(", ")"))
    return tuple(
        dict.fromkeys(
            piece
            for piece in joined
            if piece
            and piece.count("**") % 2 == 0
            and all(piece.count(left) == piece.count(right) for left, right in pairs)
        )
    )


def _paragraph(sentences: Iterable[str], words: int) -> str:
    chosen: list[str] = []
    for sentence in sentences:
        chosen.append(sentence)
        if _length(chosen) >= words:
            break
    return " ".join(chosen)


def _length(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
