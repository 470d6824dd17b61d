"""Checks the calls in a hand-written page before it is rendered, and finds the line of a call."""

import sys
from collections.abc import Collection
from types import FrameType

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from macros.catalogue.problems import Problem, listed, shown, suggestion

_environment = Environment()


def check(source: str, file: str, known: Collection[str], above: int = 0) -> list[Problem]:
    """Give what is wrong with the calls in a page: broken braces and names that do not exist.

    `source` is the page without its front matter, `above` the number of lines that the front
    matter takes, `file` the page as messages call it, `known` the names a writer may use.
    """
    try:
        tree = _environment.parse(source)
    except TemplateSyntaxError as error:
        message = (
            f"een aanroep tussen {{{{ }}}} of {{% %}} klopt niet ({error.message}). "
            "Kijk of alle haakjes en aanhalingstekens sluiten."
        )
        return [Problem(file, error.lineno + above, 1, "", message)]
    unknown = meta.find_undeclared_variables(tree) - set(known)
    return [
        Problem(file, name.lineno + above, 1, name.name, _unknown(name.name, known))
        for name in tree.find_all(nodes.Name)
        if name.name in unknown and name.ctx == "load"
    ]


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
