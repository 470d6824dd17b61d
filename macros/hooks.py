"""The door for MkDocs: which pages exist, what the frame knows of them, and publishing the result.

The only module that knows MkDocs. A build goes to a folder beside the site and takes its place
when it is whole; a failed build leaves the last good site as it was. While previewing
(`mkdocs serve --dirty`) only pages whose ingredients changed are made again.
"""

import logging
import os
import shutil
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from watchdog.observers.polling import PollingObserver

from macros import addresses, contents, narration, publish
from macros.catalogue import clock
from macros.catalogue.model import Entry
from macros.catalogue.problems import Problems, counted
from macros.website import assembly, pages
from macros.website.rendering import Renderer

log = logging.getLogger("mkdocs.plugins.goodiebag")

MATERIAL = Path(material.__file__).parent
EVERY = 2.0
"""Seconds between two lines of progress."""
POLLING = 0.2
"""Seconds between two looks at the files while previewing; MkDocs takes half a second."""


class EntryFile(File):
    """The page of an entry; its source file is the YAML file. It knows whether it must be made."""

    entry: Entry
    changed = True

    def is_modified(self) -> bool:
        """Tell whether the page must be made again in a preview."""
        return self.changed or not Path(self.abs_dest_path).is_file()


class EntryPage(Page):
    """The page of an entry: HTML of our own, in which Markdown and mkdocs-macros have no part."""

    file: EntryFile

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what the frame knows of the page; it has no Markdown."""
        del config
        self.markdown = ""
        self.meta = pages.meta(assembly.running().renderer, self.file.entry)
        # Else mkdocs-macros would compile the empty text, and take braces in the title for a call.
        self.meta["render_macros"] = False

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the HTML of the page."""
        del config, files
        base = addresses.base(self.url)
        self.content = assembly.running().renderer.entry(self.file.entry, base)


@dataclass
class _Build:
    """What one MkDocs process remembers between its events, and between two builds."""

    serving: bool = False
    site: Path | None = None
    own_epoch: bool = False
    made: int = 0
    told: float = 0.0
    shared: tuple[object, ...] = ()
    before: dict[str, tuple[object, ...]] = field(default_factory=dict)
    indexing: threading.Lock = field(default_factory=threading.Lock)


_build = _Build()


def on_startup(*, command: str, dirty: bool) -> None:
    """Note whether this is a preview, and speak Dutch."""
    del dirty
    _build.serving = command == "serve"
    narration.begin()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the contents; point the build at a folder beside the site."""
    root = Path(config.config_file_path).parent
    try:
        found = contents.read(root)
    except Problems as problems:
        raise PluginError(_told(problems.problems)) from None
    _fix_time(root)
    renderer = Renderer(
        contents=found,
        site_url=config.site_url or "",
        day=clock.build_day(root),
        edit_url=str(config.extra.get("edit_url") or ""),
    )
    assembly.begin(renderer)
    _build.made, _build.told = 0, time.monotonic()
    if not _build.serving:
        _build.site = Path(config.site_dir)
        fresh = _build.site.with_name(f".{_build.site.name}-nieuw")
        shutil.rmtree(fresh, ignore_errors=True)
        config.site_dir = str(fresh)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add a page for each entry, in memory."""
    renderer = assembly.running().renderer
    found = renderer.contents
    shared = (_looks(config), *pages.shared_ingredients(found))
    same_shared = shared == _build.shared
    for file in [file for file in files if _is_of_material(file)]:
        files.remove(file)
    for page in files.documentation_pages():
        # Lists, counts and figures on hand-written pages depend on the catalogue.
        setattr(page, "is_modified", lambda: True)  # noqa: B010 - MkDocs has no other way to say so
    ingredients = {
        entry.id: pages.ingredients(found, entry) for entry in found.catalogue.entries.values()
    }
    for source, entry in pages.pages(found.catalogue).items():
        path = str(found.catalogue.root / entry.path)
        file = EntryFile.generated(config, source, abs_src_path=path)
        assert isinstance(file, EntryFile)
        file.entry = entry
        file.changed = not (same_shared and _build.before.get(entry.id) == ingredients[entry.id])
        EntryPage(None, file, config)  # From now on it is `file.page`.
        files.append(file)
    _build.before, _build.shared = ingredients, shared
    return files


@event_priority(100)
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Before mkdocs-macros renders a page: check its calls, and tell the frame about the page."""
    del files
    if isinstance(page, EntryPage):
        return markdown
    run = assembly.running()
    source = page.file.content_string
    start = source.find(markdown) if markdown else -1
    docs = Path(config.docs_dir).name
    run.open(f"{docs}/{page.file.src_uri}", page.url, source.count("\n", 0, max(start, 0)))
    if page.url not in {"", "./"}:
        page.meta.setdefault("breadcrumb", [{"title": "Home", "path": addresses.HOME}])
    known = len(run.problems)
    run.check(markdown)
    return markdown if len(run.problems) == known else ""


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the ready HTML of our calls in its place."""
    del config, files
    _tell("klaargezet")
    return html if isinstance(page, EntryPage) else assembly.running().finish(html)


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Stop before anything is written when a page holds a wrong call."""
    del config, files
    if problems := assembly.running().problems:
        raise PluginError(_told(Problems(problems).problems))
    _build.made = 0
    return env


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Tell how far we are."""
    del page, config
    _tell("gemaakt")
    return output


@event_priority(-100)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Add feed, recordings and search index; then put the result in the place of the site."""
    found = assembly.running().renderer.contents
    built = Path(config.site_dir)
    publish.publish(found, built, config.site_url or "")
    _release_time()
    if _build.site is None:
        publish.forget_removed(found, built)
        threading.Thread(target=_index_in_background, args=(built,), daemon=True).start()
        return
    if config.extra.get("search_index", True):
        log.info("Zoekindex maken")
        publish.index(built)
    if config.strict and any(_warnings()):
        return  # MkDocs stops after this with "Aborted in strict mode"; the last good site stays.
    publish.replace(_build.site, built)
    config.site_dir = str(_build.site)


def on_build_error(*, error: Exception) -> None:
    """Tidy up after a failed build; the site was not touched."""
    del error
    _release_time()
    if _build.site is not None:
        shutil.rmtree(_build.site.with_name(f".{_build.site.name}-nieuw"), ignore_errors=True)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch the contents and the templates too, and look more often than MkDocs does."""
    del builder
    root = Path(config.config_file_path).parent
    watched = [*server._watched_paths, *(str(root / name) for name in ("catalogue", "podcasts"))]
    watched += [str(folder) for folder in _look_folders(config)]
    server._watched_paths.clear()
    server.observer = PollingObserver(timeout=POLLING)
    for path in watched:
        if Path(path).exists():
            server.watch(path)
    return server


def _tell(done: str) -> None:
    """Count a page that is done, and say how far we are when two seconds have gone by."""
    _build.made += 1
    if time.monotonic() - _build.told > EVERY:
        _build.told = time.monotonic()
        log.info("%d pagina's %s", _build.made, done)


def _told(problems: Iterable[object]) -> str:
    """Word problems as MkDocs shows an error: each on its own line."""
    lines = [str(problem) for problem in problems]
    count = counted(len(lines), "probleem", "problemen")
    return "\n".join([f"De site is niet gebouwd. Los eerst dit op ({count}):", *lines])


def _warnings() -> Iterable[object]:
    """Give what MkDocs counted as a reason to stop in strict mode."""
    handlers = logging.getLogger("mkdocs").handlers
    return [
        count for item in handlers if isinstance(item, CountHandler) for count in item.get_counts()
    ]


def _fix_time(root: Path) -> None:
    """Let MkDocs date its output by the last commit, unless someone chose another moment."""
    if clock.VARIABLE not in os.environ:
        os.environ[clock.VARIABLE] = str(clock.build_epoch(root))
        _build.own_epoch = True


def _release_time() -> None:
    if _build.own_epoch:
        os.environ.pop(clock.VARIABLE, None)
        _build.own_epoch = False


def _is_of_material(file: File) -> bool:
    """Tell whether a file is a script or style of Material: our frame uses none of them."""
    return file.src_dir is not None and Path(file.src_dir).is_relative_to(MATERIAL)


def _look_folders(config: MkDocsConfig) -> list[Path]:
    """Give the folders that decide how every page looks."""
    custom = config.theme.custom_dir
    templates = Path(pages.__file__).parent / "templates"
    return [templates, *([Path(custom)] if custom else [])]


def _looks(config: MkDocsConfig) -> float:
    """Give the moment at which a template last changed."""
    files = (file for folder in _look_folders(config) for file in folder.rglob("*.html"))
    return max((file.stat().st_mtime for file in files), default=0.0)


def _index_in_background(built: Path) -> None:
    """Make the search index while the preview goes on; one at a time."""
    with _build.indexing:
        try:
            publish.index(built)
        except Exception as error:
            log.warning("De zoekindex is niet gemaakt: %s", error)
