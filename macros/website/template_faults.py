"""Tells which template a build stumbled over, and at which line.

Nothing is looked at before a build fails: a sound build pays nothing for this.
"""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError

from macros.catalogue.problems import Problem, shown

OURS = Path(__file__).parent.parent.parent
"""The folder that holds the package."""


def broken(folders: Iterable[Path], root: Path) -> list[Problem]:
    """Give the templates in these folders that break Jinja's grammar, each with its first mistake.

    `root` is the folder of the project; files are told as seen from there.
    """
    # What a theme of MkDocs may use besides.
    environment = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    found = []
    for file in sorted(path for folder in folders for path in folder.rglob("*.html")):
        try:
            environment.parse(file.read_text(encoding="utf-8"), filename=str(file))
        except TemplateSyntaxError as error:
            found.append(_problem(str(file), error.lineno, str(error.message), root))
        except UnicodeDecodeError:
            found.append(_problem(str(file), 1, "het is niet opgeslagen als UTF-8", root))
    return found


def problem(error: BaseException, root: Path) -> Problem | None:
    """Give the problem behind an error that came out of a template; None for another error.

    `root` is the folder of the project; the file is told as seen from there. An error that came
    up while another was being told is looked behind, as mkdocs-macros stumbles over some.
    """
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _problem(error.filename, error.lineno, str(error.message), root)
    if place := _deepest(error.__traceback__):
        said = str(error) or type(error).__name__
        if isinstance(error, TemplateNotFound):
            said = f"er is geen sjabloon {shown(error.name)}"
        return _problem(*place, said, root)
    return problem(error.__context__, root) if error.__context__ else None


def _deepest(trace: TracebackType | None) -> tuple[str, int] | None:
    """Give file and line of the last template that was being rendered; Jinja puts it in the trace."""
    found = None
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith((".html", ".xml")):
            found = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return found


def _problem(file: str, line: int, said: str, root: Path) -> Problem:
    path = Path(file)
    for folder in (root, OURS):
        if path.is_relative_to(folder):
            path = path.relative_to(folder)
            break
    message = f"dit sjabloon klopt niet: {said.rstrip('.')}. Herstel het op deze regel, of op een regel erboven."
    return Problem(path.as_posix(), line, 1, "", message)
