"""Keeps compiled templates beside compiled modules, so that a next build does not compile them again.

Jinja makes Python of a template, which takes longer than to build the pages of a small catalogue.
It is kept under the name of the template's file and the sum of its text, so an edited one is
compiled again. Where Python keeps nothing (`PYTHONDONTWRITEBYTECODE`), neither do we.
"""

import os
import sys
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, FileSystemBytecodeCache

FOLDER = Path(__file__).parent / "__pycache__"


def kept(folder: Path = FOLDER) -> BytecodeCache | None:
    """Give where compiled templates are kept; None where nothing can be, or may be."""
    if sys.dont_write_bytecode:
        return None
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    if not os.access(folder, os.W_OK):
        return None
    # Another version of Jinja may compile otherwise.
    return FileSystemBytecodeCache(str(folder), f"%s.jinja-{jinja2.__version__}")
