"""Which kind of entry is meant, where what stands there is none: by its name, or by the fields."""

from collections.abc import Collection, Mapping
from functools import cache

from macros.catalogue.entry import Base
from macros.catalogue.model import KINDS
from macros.catalogue.problems import nearest


@cache
def called() -> Mapping[str, str]:
    """Give every name of a kind in lower case, with the kind: its id and what people call it."""
    found = {kind: kind for kind in KINDS}
    for kind, model in KINDS.items():
        for name in (model.kind_label, model.kind_label_plural, *model.kind_synonyms):
            found.setdefault(name.casefold(), kind)
    return found


def near(found: object) -> str | None:
    """Give the kind whose name is, or looks like, what was found; None where none is near."""
    if not isinstance(found, str):
        return None
    return _named(found) or nearest(found, called())


def meant(found: object, names: Collection[str]) -> type[Base]:
    """Give the model to check an entry with whose kind is missing or is none.

    `names` are the fields that it has. A kind that is called by its name is that one. Else the
    fields tell it, and a name that looks like one; where both leave a choice between kinds with
    other fields, it is what every kind has.
    """
    if isinstance(found, str) and (named := _named(found)):
        return KINDS[named]
    every = {name for model in KINDS.values() for name in model.model_fields}
    own = (every & set(names)) - set(Base.model_fields)
    fitting = {kind: model for kind, model in KINDS.items() if own <= set(model.model_fields)}
    if (like := near(found)) in fitting:
        return fitting[like]
    shapes = {frozenset(model.model_fields) for model in fitting.values()}
    return next(iter(fitting.values())) if len(shapes) == 1 else Base


def _named(found: str) -> str | None:
    return called().get(found.casefold().strip())
