"""One of our scripts taken apart: what it imports, exports, and fetches later (ECMA-262, 16.2).

Only the forms that our modules use are understood, each at the beginning of a line. Another one
stops the build: taken over half it would break a page without a word.
"""

import re
from dataclasses import dataclass

SCRIPTS = "assets/js/"

_NAME = r"[A-Za-z]\w*"
_NAMES = rf"\{{ {_NAME}(?: as {_NAME})?(?:, {_NAME}(?: as {_NAME})?)* \}}"
_FROM = r'"(?P<source>\./[\w-]+\.js|\.\./vendor/[\w./-]+\.js)";$'
_IMPORT = re.compile(
    rf"^import (?:(?P<what>{_NAMES}|\* as {_NAME}|{_NAME}) from )?{_FROM}", re.MULTILINE
)
_PASSED_ON = re.compile(
    rf"^export (?P<what>\{{ {_NAME}(?:, {_NAME})* \}}) from {_FROM}", re.MULTILINE
)
_EXPORT = re.compile(
    rf"^export (?P<kept>(?:(?:async )?function\*? |class |const )(?P<name>{_NAME})\b)", re.MULTILINE
)
_LATER = re.compile(r'\bimport\("\./(?P<name>[\w-]+)\.js"\)')
_UNKNOWN = re.compile(
    r"^(?:import\b(?!\()|export\b|[a-z].*\bawait\b)"  # At the beginning of a line no function is open.
    r'|\bimport\((?!"\./[\w-]+\.packed\.js"\)|new URL\()',
    re.MULTILINE,
)
_REMARK = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)\n", re.MULTILINE)


class PackingError(Exception):
    """A script or style sheet that cannot be put together; the message is in Dutch."""


@dataclass(frozen=True)
class Module:
    """One module: its code as the inside of a function, what it imports and exports, what it fetches later."""

    code: str
    imports: tuple[str, ...]
    exports: tuple[str, ...]
    later: tuple[str, ...]


def read(name: str, text: str) -> Module:
    """Take a module apart; raises PackingError for a form of import or export that is not known."""
    imports: list[str] = []
    exports: list[str] = []
    later = [f"{found['name']}.js" for found in _LATER.finditer(text)]

    def fetched(found: re.Match[str]) -> str:
        imports.append(found["source"])
        what, module = found["what"], variable(found["source"])
        if not what:
            return ""
        if what.startswith("*"):
            return f"const {what.removeprefix('* as ')} = {module};"
        names = what.replace(" as ", ": ") if what.startswith("{") else f"{{ default: {what} }}"
        return f"const {names} = {module};"

    def passed_on(found: re.Match[str]) -> str:
        exports.extend(found["what"][2:-2].split(", "))
        return fetched(found)

    def exported(found: re.Match[str]) -> str:
        exports.append(found["name"])
        return found["kept"]

    code = _EXPORT.sub(exported, _PASSED_ON.sub(passed_on, _IMPORT.sub(fetched, text)))
    code = _LATER.sub(lambda found: f'import("./{packed(found["name"] + ".js")}")', code)
    if unknown := _UNKNOWN.search(code):
        line = code.count("\n", 0, unknown.start()) + 1
        raise PackingError(
            f"{SCRIPTS}{name}:{line}: deze vorm kent macros/website/modules.py niet: "
            f"{text.splitlines()[line - 1].strip()}"
        )
    return Module(without_remarks(code).strip("\n"), tuple(imports), tuple(exports), tuple(later))


def without_remarks(text: str) -> str:
    """Give a script or a style sheet without the remarks that have lines of their own.

    Others stay: what begins a line is a remark, unless it stands in a template of several lines.
    """
    return _REMARK.sub("", text)


def packed(name: str) -> str:
    """Give the name of the file in which the module of this name is packed."""
    return f"{name.removesuffix('.js')}.packed.js"


def variable(source: str) -> str:
    """Give the name that a module has in packed files; no name in our modules begins with a dollar."""
    first, *others = re.findall(r"\w+", source.removesuffix(".js"))
    return f"${first}{''.join(word.capitalize() for word in others)}"
