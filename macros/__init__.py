"""Goodiebag: a catalogue in YAML, made into a site with a podcast.

This file is the door for mkdocs-macros: it gives pages the calls of `website.page_macros`.
"""

from functools import partial
from typing import Any


def define_env(env: Any) -> None:
    """Register our calls with mkdocs-macros, whose plugin calls this at each build."""
    # Imported here: `import macros.catalogue` must not load the whole website.
    from macros.website import assembly
    from macros.website.page_macros import MACROS

    def run(name: str, *arguments: Any, **named: Any) -> str:
        return assembly.running().call(name, arguments, named)

    for name in MACROS:
        env.macro(partial(run, name), name)
