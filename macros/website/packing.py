"""Fewer files for a visitor: scripts and style sheets of a built site, put together.

The modules in assets/js/ are small and many, and each would be a request. What is made here stands
beside them: `site.packed.js`, and one such file for each module that is fetched later by
`import("./name.js")`, with what it imports inside. A module stays a scope of its own (ECMA-262,
16.2), and is in one file only, because it may have state: what is fetched later takes from a file
that is always there before it, and what several others share is a file too. Remarks stay behind:
they are for who reads the modules, and a fifth of the weight.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.website.modules import (
    SCRIPTS,
    Module,
    PackingError,
    packed,
    read,
    variable,
    without_remarks,
)

__all__ = ["PackingError", "files", "pack"]

STYLES = "assets/css/"
SHEETS = ("tokens.css", "base.css", "components.css")
"""The style sheets of every page, in the order in which they hold; together they are `site.css`."""
FIRST = "site.js"
"""The script of every page."""


def files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield address and content of the scripts and the style sheet of a built site, put together.

    Nothing where the site has none. Raises PackingError for what is not understood, OSError for a
    file that is not there.
    """
    if (site / STYLES / SHEETS[0]).is_file():
        yield STYLES + "site.css", _sheet(site / STYLES).encode()
    folder = site / SCRIPTS
    if (folder / FIRST).is_file():
        texts = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.js")}
        for name, text in pack(texts).items():
            yield SCRIPTS + name, text.encode()


def _sheet(folder: Path) -> str:
    """Give the style sheets of every page as one."""
    texts = [(folder / name).read_text(encoding="utf-8") for name in SHEETS]
    for name, text in zip(SHEETS, texts, strict=True):
        if found := re.search(r"^\s*@(?:import|charset|namespace)\b", text, re.MULTILINE):
            raise PackingError(
                f"{STYLES}{name}: {found[0].strip()} kan alleen vooraan in een bestand staan, "
                "en dit wordt een deel van site.css"
            )
    return "\n".join(
        f"/* --- {name} --- */\n{without_remarks(text)}"
        for name, text in zip(SHEETS, texts, strict=True)
    )


def pack(texts: Mapping[str, str]) -> dict[str, str]:
    """Give the packed files by name, made of the modules `texts` by name.

    Raises PackingError where modules import each other in a circle, where one is imported and
    fetched later as well, and for a form of import or export that is not known here.
    """
    modules: dict[str, Module] = {}
    ways = {FIRST: _order(FIRST, texts, modules)}
    for name in (queue := [FIRST]):
        for later in dict.fromkeys(later for own in ways[name] for later in modules[own].later):
            if later not in ways:
                ways[later] = _order(later, texts, modules)
                queue.append(later)
    before = _before(ways, modules)
    users: dict[str, set[str]] = {}
    for entry, order in ways.items():
        for name in order:
            users.setdefault(name, set()).add(entry)
            if name in ways and name != entry:
                raise PackingError(
                    f"{SCRIPTS}{name}: {entry} heeft deze module meteen nodig, en een andere haalt "
                    "hem later op; kies een van de twee"
                )
    parts: dict[frozenset[str], list[str]] = {}
    for order in ways.values():
        for name in order:
            # Of two users of which one is always there before the other, the first has it.
            who = frozenset(one for one in users[name] if before[one] & users[name] == {one})
            part = parts.setdefault(who, [])
            if name not in part:
                part.append(name)
    # What several share is called after the first of it by name.
    called = {next(iter(who)) if len(who) == 1 else min(part): part for who, part in parts.items()}
    place = {name: first for first, part in called.items() for name in part}
    return {
        packed(name): _file(name, part, modules, place) for name, part in sorted(called.items())
    }


def _before(
    ways: Mapping[str, list[str]], modules: Mapping[str, Module]
) -> dict[str, frozenset[str]]:
    """Give, for each module that is fetched, those without which it never is, itself among them."""
    fetched_by: dict[str, set[str]] = {entry: set() for entry in ways}
    for entry, order in ways.items():
        for later in {later for own in order for later in modules[own].later}:
            fetched_by[later].add(entry)
    found = dict.fromkeys(ways, frozenset(ways)) | {FIRST: frozenset({FIRST})}
    for _ in ways:  # Each round is true one step further from the first.
        for entry in ways.keys() - {FIRST}:
            ahead = [found[other] for other in fetched_by[entry]]
            found[entry] = frozenset({entry}).union(frozenset.intersection(*ahead))
    return found


def _order(entry: str, texts: Mapping[str, str], modules: dict[str, Module]) -> list[str]:
    """Give what a module needs at once and itself, each after what it imports; read what is new."""
    order: list[str] = []

    def take(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            circle = " → ".join([*path[path.index(name) :], name])
            raise PackingError(f"{SCRIPTS}{name}: modules halen elkaar op in een kring: {circle}")
        if name in order:
            return
        if name not in modules:
            if name not in texts:
                raise PackingError(f"{SCRIPTS}{name} is er niet, en wordt wel opgehaald")
            modules[name] = read(name, texts[name])
        for source in modules[name].imports:
            if source.startswith("./"):
                take(source.removeprefix("./"), (*path, name))
        order.append(name)

    take(entry, ())
    return order


def _file(
    name: str, part: list[str], modules: Mapping[str, Module], place: Mapping[str, str]
) -> str:
    """Write one packed file: what it takes from others, its modules in order, what others take of it."""
    outside: dict[str, set[str]] = {}
    lines = []
    for source in sorted({source for own in part for source in modules[own].imports}):
        if not source.startswith("./"):
            lines.append(f'import * as {variable(source)} from "{source}";')
        elif (there := place[source.removeprefix("./")]) != name:
            outside.setdefault(there, set()).add(variable(source))
    for there, taken in sorted(outside.items()):
        lines.append(f'import {{ {", ".join(sorted(taken))} }} from "./{packed(there)}";')
    for own in part:
        module = modules[own]
        lines += [
            f"\n/* --- {own} --- */",
            f"const {variable('./' + own)} = (() => {{",
            f"{module.code}\nreturn {{ {', '.join(module.exports)} }};",
            "})();",
        ]
    if name in part and modules[name].exports:
        # What others fetch later has the names that they ask for.
        lines.append(
            f"\nexport const {{ {', '.join(modules[name].exports)} }} = {variable('./' + name)};"
        )
    given = {
        own
        for own in part
        for user, there in place.items()
        if there != name and f"./{own}" in modules[user].imports
    }
    if given:
        lines.append(f"\nexport {{ {', '.join(sorted(variable('./' + own) for own in given))} }};")
    return "\n".join(lines).strip("\n") + "\n"
