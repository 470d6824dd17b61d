"""What MkDocs says of a page or a setting, as this project tells it: place, Dutch, remedy.

MkDocs names the file and what it found there, not where; that is looked up in the file.
"""

import re
from pathlib import Path

from macros.catalogue.document import place
from macros.catalogue.problems import Problem, shown

_LEVEL = r"(?:\x1b\[\d+m)?(?:ERROR|WARNING)\s+-\s+(?:\x1b\[0m)?|Let op: "
_SETTING = re.compile(rf"(?:{_LEVEL})Config value '(\w+)': (.+)")
_NAV = re.compile(rf"(?:{_LEVEL})A reference to '(.+)' is included in the 'nav' configuration")
_LINK = re.compile(
    rf"(?:{_LEVEL})Doc file '(?P<page>.+?)' contains an? (?P<sort>absolute |unrecognized relative )?"
    r"link '(?P<link>.*?)',(?P<why>.*?)(?: Did you mean '(?P<near>.+?)'\?)?$"
)
SETTINGS = "mkdocs.yml"


def retold(line: str, root: Path, docs: str = "docs") -> str:
    """Give a line of MkDocs about a file of the project `root` as a problem; another as it is.

    `docs` is the folder of the pages.
    """
    line = line.rstrip("\n")
    if said := _SETTING.match(line):
        name, reason = said.groups()
        message = f"deze instelling klopt niet. MkDocs zegt: {reason}"
        return _problem(root, SETTINGS, rf"^{name}:", name, message)
    if said := _NAV.match(line):
        message = f"de pagina {shown(said[1])} is er niet. Kijk hoe het bestand in {docs}/ heet."
        return _problem(root, SETTINGS, re.escape(said[1]), "nav", message)
    if said := _LINK.match(line):
        sought = re.escape(said["link"])
        return _problem(root, f"{docs}/{said['page']}", rf"(?<=[(<:\"' ]){sought}", "", _link(said))
    return line


def _link(said: re.Match[str]) -> str:
    """Word what is wrong with a link on a page."""
    why = "leidt nergens heen."
    if said["sort"] == "absolute ":
        why = "begint met een schuine streep. Schrijf de weg vanaf deze pagina, zoals ../over.md."
    elif "anchor" in said["why"]:
        why = "wijst naar een plek die niet op die pagina staat. Kijk hoe de kop daar heet."
    near = f" Bedoel je {shown(said['near'])}?" if said["near"] else ""
    return f"de link {shown(said['link'])} {why}{near}"


def _problem(root: Path, file: str, pattern: str, field: str, message: str) -> str:
    """Give a problem at the first place where a pattern is found in a file, else at its top."""
    text = (root / file).read_text(encoding="utf-8", errors="replace")
    found = re.search(pattern, text, re.MULTILINE)
    line, column = place(text, found.start()) if found else (1, 1)
    return str(Problem(file, line, column, field, message))
