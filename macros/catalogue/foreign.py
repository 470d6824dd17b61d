"""YAML that another program reads, looked at before it does: settings, and the top of a page.

Our own files are read strictly, by `reading`. Here whatever the other program allows is allowed
(tags, anchors, plain words); told is only what would break it, or what it would silently lose.
"""

from typing import Any

import yaml

from macros.catalogue.document import Document, place
from macros.catalogue.problems import shown
from macros.catalogue.yaml_errors import explain

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NO_FIELDS = "hier horen regels met `veld: waarde`."
_TWICE = "het veld {} staat er twee keer. Haal er één weg."


def fields(text: str, document: Document) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """Give the fields of a block of YAML by name, each as the node of its name and of its value.

    What is wrong goes to the document; then there may be no fields. Empty lines and comments
    alone are no fields, and are no fault.
    """
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        position, message = explain(error, text)
        document.note(position, (), message)
        return {}
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        document.note(place(text, root.start_mark.index), (), _NO_FIELDS)
        return {}
    found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for key, value in root.value:
        name = str(key.value)
        if name in found:
            document.note(position_of(key), (name,), _TWICE.format(shown(name)))
        found[name] = key, value
    return found


def position_of(node: yaml.Node) -> tuple[int, int]:
    """Give line and column (from 1) where a node begins."""
    return node.start_mark.line + 1, node.start_mark.column + 1
