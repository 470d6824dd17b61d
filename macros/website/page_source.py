"""Checks the calls in a hand-written page before it is rendered, and finds the line of a call."""

import re
import sys
from collections.abc import Collection
from types import FrameType

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from macros.catalogue.problems import Problem, listed, shown, suggestion

_environment = Environment()


def check(
    source: str, file: str, known: Collection[str], calls: Collection[str] = (), above: int = 0
) -> list[Problem]:
    """Give what is wrong with the calls in a page: broken braces, wrong names, forgotten brackets.

    `source` is the page without its front matter, `above` the number of lines that the front
    matter takes, `file` the page as messages call it, `known` the names a writer may use, `calls`
    those of them that are nothing without brackets.
    """
    try:
        tree = _environment.parse(source)
        unknown = meta.find_undeclared_variables(tree) - set(known)
    except TemplateSyntaxError as error:
        message = (
            f"een aanroep tussen {{{{ }}}} of {{% %}} klopt niet ({error.message}). "
            "Kijk of alle haakjes en aanhalingstekens sluiten."
        )
        return [Problem(file, error.lineno + above, 1, "", message)]
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    problems = []
    for name in tree.find_all(nodes.Name):
        line = name.lineno + above
        if name.name in unknown and name.ctx == "load":
            problems.append(Problem(file, line, 1, name.name, _unknown(name.name, known)))
        elif name.name in calls and id(name) not in called:
            message = f"achter deze aanroep ontbreken haakjes. Schrijf {{{{ {name.name}(...) }}}}."
            problems.append(Problem(file, line, 1, name.name, message))
    return problems


def failure(rendered: str, file: str, above: int = 0) -> Problem | None:
    """Give the problem behind a page that mkdocs-macros could not render; None for a sound page.

    The plugin puts what went wrong in the place of the page, with Python's own report.
    """
    if not re.match(r"# _Macro (Rendering|Syntax) Error_", rendered):
        return None
    lines = re.findall(r'File "<template>", line (\d+)', rendered) or re.findall(
        r"_Line (\d+) in Markdown", rendered
    )
    reason = re.search(r"^_(?!File_)(\w+)_: (.+)$", rendered, re.MULTILINE)
    told = f" ({reason[2].strip()})" if reason else ""
    message = f"deze aanroep kan ik niet uitvoeren{told}. Kijk wat er tussen de haakjes staat."
    return Problem(file, int(lines[-1]) + above if lines else 1, 1, "", message)


def _unknown(found: str, known: Collection[str]) -> str:
    near = suggestion(found, known)
    return (
        f"de aanroep {shown(found)} bestaat niet.{near} Je kunt gebruiken: {listed(sorted(known))}."
    )


def line_of_call() -> int:
    """Give the line of the page's source from which a macro is being called right now, from 1.

    Jinja knows which line of a template each line of its compiled code stands for.
    """
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None and frame.f_code.co_filename == "<template>":
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 1
