"""Ids of what is in the catalogue and names of files: what they may be, and which is near a bad one.

Both become part of an address and of a path, so they are plain, and never what a system keeps.
"""

import re
import unicodedata

from macros.catalogue.patterns import Rule

MAX_ID = 80
ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_RULE = "kleine letters zonder accenten, cijfers en losse streepjes"

_ID = re.compile(ID_PATTERN)
_DEVICE = r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])"
"""Names that Windows keeps for devices, whatever the extension: no file there can have them."""
_OVERVIEW = "zo heet al de pagina met het overzicht"
_WINDOWS = "Windows kan geen bestand met die naam bewaren"

ID_RULES = (
    Rule(
        rf"^(?=.{{1,{MAX_ID}}}$){ID_PATTERN}$",
        f"{{found}} kan geen naam in een adres zijn. Gebruik hooguit {MAX_ID} tekens: {ID_RULE}.{{example}}",
        require=True,
    ),
    Rule(
        "^index$",
        f"{{found}} kan geen naam in een adres zijn: {_OVERVIEW}. Kies een andere naam, bijvoorbeeld {{near}}.",
    ),
    Rule(
        f"^{_DEVICE}$",
        f"{{found}} kan geen naam in een adres zijn: {_WINDOWS}. Kies een andere naam, bijvoorbeeld {{near}}.",
    ),
)


def is_id(text: str) -> bool:
    """Tell whether a text may be the id of something, and so part of an address."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None


def reserved(id: str) -> str | None:
    """Give what an id that is well-formed is kept for, in Dutch; None when it is free."""
    if id == "index":
        return _OVERVIEW
    return _WINDOWS if re.fullmatch(_DEVICE, id) else None


def as_id(text: str) -> str:
    """Give the id that is nearest to a text: `Eén goed gesprek!` gives `een-goed-gesprek`.

    It is one that may be used: a name that is kept for something else gets `over-` before it.
    """
    # `duo's` gives `duos`, also with a straight apostrophe.
    bare = (
        unicodedata.normalize("NFKD", text.replace("'", ""))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    near = "-".join(re.findall("[a-z0-9]+", bare))[:MAX_ID].strip("-")
    return f"over-{near}" if reserved(near) else near


def near_id(text: str) -> str:
    """Give a good id near what was typed for one, also as a path or the name of a file."""
    return as_id(text.rsplit("/", 1)[-1].removesuffix(".yml"))


def near_file(file: str) -> str:
    """Give a good name of a file that is near to a bad one; empty where it has no extension."""
    stem, dot, extension = file.rpartition(".")
    return f"{as_id(stem)}.{extension.lower()}" if dot else ""


def file_rules(extension: str, spoken: str | None = None) -> tuple[Rule, ...]:
    """Give the rules for the name of a file in one fixed folder.

    `extension` is a pattern without the dot; `spoken` says in Dutch what it means.
    """
    ending = spoken or f".{extension} erachter"
    return (
        Rule(
            r"[/\\]|^\.",
            "{found} verlaat zijn map. Schrijf alleen de naam van het bestand, zonder map ervoor.",
        ),
        Rule(
            rf"^{ID_PATTERN}\.({extension})$",
            f"{{found}} is geen goede bestandsnaam. Gebruik {ID_RULE}, met {ending}.{{example}}",
            require=True,
        ),
        Rule(
            rf"^{_DEVICE}\.",
            f"{{found}} kan geen bestandsnaam zijn: {_WINDOWS}. Kies een andere naam, bijvoorbeeld {{near}}.",
        ),
    )
