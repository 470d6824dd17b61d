"""What writers can call on a hand-written page, by name, and how a call is carried out.

Each macro is a function of a `Page` and of what the writer gives. Its docstring is Dutch: the
first line is what it does, the lines after `-` explain an argument, the last line is an example.
The page about macros is made from them.
"""

import ast
import inspect
import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from markupsafe import Markup

from macros.catalogue.problems import listed, shown, suggestion
from macros.website.calls import MacroFault, Page, heading
from macros.website.calls_catalogue import catalogue, filter_link
from macros.website.calls_contribute import entry_template, fields, proposal
from macros.website.calls_entries import (
    entries,
    entry_card,
    entry_page,
    episodes,
    focus_areas,
    link,
)
from macros.website.calls_guide import finder, situation_card, situations
from macros.website.calls_look import look
from macros.website.calls_tested import accessibility_tests
from macros.website.calls_words import (
    basket,
    figure,
    plot,
    sources,
    theme_opening,
    themes,
    vocabulary,
)

Macro = Callable[..., Markup]
SHOWN = frozenset({"entries", "entry_card", "link", "filter_link", "figure", "plot"})
"""Macros whose example is shown on the page about macros; others repeat its headings or ids."""
KINDS_OF_VALUES: Mapping[type, str] = {
    str: "tekst tussen aanhalingstekens",
    int: "een getal",
    bool: "true of false",
}
INLINE = frozenset({"figure", "link", "filter_link"})
"""Macros whose result stands inside a sentence, unless they are asked for a block."""


def macro_reference(page: Page, level: int = 2) -> Markup:
    """De uitleg van alle aanroepen, met van elk een voorbeeld.

    - level: het niveau van de koppen, 2 of 3

    macro_reference()
    """
    heading(level)
    told = [describe(name) | {"example": _result(page, name)} for name in MACROS]
    return page.render("macros.html", macros=told, level=level)


def _result(page: Page, name: str) -> Markup:
    """Give what the example of a macro makes, where that can stand on a page beside others."""
    if name not in SHOWN:
        return Markup("")
    expression = ast.parse(_lines(name)[-1], mode="eval").body
    assert isinstance(expression, ast.Call)
    given = tuple(ast.literal_eval(argument) for argument in expression.args)
    named = {str(part.arg): ast.literal_eval(part.value) for part in expression.keywords}
    try:
        return call(name, page, given, named)
    except MacroFault:  # the example names something of the real catalogue that this one lacks
        return Markup("")


MACROS: Mapping[str, Macro] = {
    macro.__name__: macro
    for macro in (
        entries, catalogue, focus_areas, entry_card, entry_page, link, filter_link, episodes, figure, plot, vocabulary, themes,
        situations, situation_card, finder, theme_opening, basket, sources, entry_template, fields, proposal, accessibility_tests, look, macro_reference,
    )
}  # fmt: skip
"""Every macro by the name that writers use."""


def call(name: str, page: Page, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> Markup:
    """Call a macro as a writer wrote it; raises MacroFault for wrong names, numbers or values."""
    macro = MACROS[name]
    signature = inspect.signature(macro)
    allowed = [parameter for parameter in signature.parameters if parameter != "page"]
    for found in named:
        if found not in allowed:
            choice = (
                f"Je kunt geven: {listed(allowed)}."
                if allowed
                else "Deze aanroep krijgt niets mee."
            )
            raise MacroFault(
                f"{shown(found)} kan ik hier niet gebruiken.{suggestion(found, allowed)} {choice}"
            )
    try:
        bound = signature.bind(page, *arguments, **named)
    except TypeError:
        raise MacroFault(
            f"deze aanroep is niet compleet of geeft te veel mee. Voorbeeld: {describe(name)['call']}"
        ) from None
    for parameter in allowed:
        if parameter in bound.arguments:
            _typed(signature.parameters[parameter], bound.arguments[parameter])
    return macro(page, *arguments, **named)


def _typed(parameter: inspect.Parameter, value: object) -> None:
    """Check that a value is of the type that a macro asks; True is no number here."""
    asked = get_args(parameter.annotation) or (parameter.annotation,)
    if type(value) not in asked:
        kinds = listed(KINDS_OF_VALUES[kind] for kind in asked if kind in KINDS_OF_VALUES)
        raise MacroFault(f"{parameter.name} is {kinds}; gevonden: {shown(value)}.")


def _lines(name: str) -> list[str]:
    """Give the lines of a macro's docstring that hold something."""
    text = inspect.cleandoc(MACROS[name].__doc__ or "")
    return [line.strip() for line in text.splitlines() if line.strip()]


def describe(name: str) -> dict[str, Any]:
    """Give name, explanation, arguments and an example call of a macro, from its docstring."""
    lines = _lines(name)
    arguments = [re.fullmatch(r"- (\w+): (.+)", line) for line in lines[1:-1]]
    return {
        "name": name,
        "explanation": lines[0],
        "arguments": [{"name": match[1], "explanation": match[2]} for match in arguments if match],
        "call": f"{{{{ {lines[-1]} }}}}",
    }
