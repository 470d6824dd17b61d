"""The door for MkDocs: which pages exist, what the frame knows of them, and publishing the result.

With `frame`, the only module that knows MkDocs. A build goes to a folder beside the site and takes
its place when it is whole; a failed build leaves the last good site as it was. While previewing
(`mkdocs serve --dirty`) only pages whose ingredients changed are made again.
"""

import atexit
import gc
import logging
import os
import signal
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import material
from filelock import FileLock
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from macros import addresses, contents, narration, preview, publish, swap
from macros.catalogue import clock, typography
from macros.catalogue.problems import Problems
from macros.frame import Frame, MadePage, shared
from macros.patience import EVERY, patience
from macros.site_settings import SiteSettings
from macros.website import (
    assembly,
    compiled,
    entry_pages,
    page_file,
    pages,
    template_faults,
    tokens,
)
from macros.website.rendering import Renderer, follow_templates, forget_cards

log = logging.getLogger("mkdocs.plugins.goodiebag")

MATERIAL = Path(material.__file__).parent


@dataclass
class _Build:
    """What one MkDocs process remembers between its events, and between two builds."""

    serving: bool = False
    site: Path | None = None
    own_epoch: bool = False
    made: int = 0
    told: float = 0.0
    root: Path = Path()
    settings: SiteSettings = field(default_factory=SiteSettings)
    memory: preview.Memory = field(default_factory=preview.Memory)
    nav: Navigation | None = None
    frame: Frame | None = None
    looks: list[Path] = field(default_factory=list)
    busy: FileLock | None = None


_build = _Build()


def on_startup(*, command: str, dirty: bool) -> None:
    """Note whether this is a preview, and speak Dutch."""
    del dirty
    _build.serving = command == "serve"
    narration.begin()
    if not _build.serving:
        # All that is read lives until the end, so looking for what can go only costs time.
        gc.disable()
        atexit.register(gc.freeze)  # nor at the end
    else:
        follow_templates()
        # However it was started and is told to stop, the preview takes its folder away.
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the contents; point the build at a folder beside the site."""
    root = Path(config.config_file_path).parent
    _build.settings = told = SiteSettings.of(config.site_url, config.extra)
    if fault := told.fault(is_preview=_build.serving):
        raise PluginError(fault)
    custom = config.theme.custom_dir
    _build.root, _build.looks = root, [preview.TEMPLATES, *([Path(custom)] if custom else [])]
    try:
        with patience(lambda: log.info("Ik lees en controleer nog ...")):
            found = contents.read(root, told.site_url, told.media_url)
    except Problems as problems:
        raise PluginError(narration.not_built(problems.problems)) from None
    _fix_time(root)
    renderer = Renderer(
        contents=found,
        site_url=told.site_url,
        day=clock.build_day(root),
        edit_url=told.edit_url,
        media_url=told.media_url,
        ways=told.ways,
        tokens=_tokens(Path(config.docs_dir)),
    )
    assembly.begin(renderer)
    # Our frame replaces all of Material's. Without its folder none of its scripts and styles comes
    # into the site, and its 14,000 icons are not listed at each build.
    config.theme.dirs = [folder for folder in config.theme.dirs if not _is_of_material(folder)]
    _build.made, _build.told = 0, time.monotonic()
    if not _build.serving:
        _build.site = Path(config.site_dir)
        _build.busy = swap.wait_for_turn(
            _build.site,
            lambda: log.info("Er wordt al aan deze site gebouwd; ik wacht tot dat klaar is."),
        )
        try:
            config.site_dir = str(swap.fresh_folder(_build.site))
        except OSError as error:
            raise PluginError(str(error)) from None
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages that we make, in memory."""
    _check_pages(files, Path(config.docs_dir).name)
    renderer = assembly.running().renderer
    made = pages.pages(renderer)
    if not _build.memory.look(made, _shared(renderer.contents, config)):
        forget_cards()
    for page in files.documentation_pages():
        # Lists, counts and figures on hand-written pages depend on the catalogue.
        setattr(page, "is_modified", lambda: True)  # noqa: B010 - MkDocs has no other way to say so
    for one in made:
        path = renderer.contents.catalogue.root / one.source
        is_changed = _build.memory.is_changed(one.address)
        files.append(MadePage.of(one, path, config, is_changed=is_changed).file)
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation for a page that is made alone."""
    del config, files
    _build.nav = nav
    return nav


@event_priority(100)
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Before mkdocs-macros renders a page: check its calls, and tell the frame about the page."""
    del files
    if isinstance(page, MadePage):
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
    """Hold numbers and units together, and put the ready HTML of our calls in its place."""
    del config, files
    _tell("klaargezet")
    if isinstance(page, MadePage):
        return html
    run = assembly.running()
    run.inspect(page.markdown or "")
    return run.finish(typography.bound(html))


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Stop before anything is written when a page holds a wrong call; else keep the frame."""
    if problems := assembly.running().problems:
        # A template that is broken makes every call that uses it go wrong.
        told = template_faults.broken(_build.looks, _build.root) or problems
        raise PluginError(narration.not_built(Problems(told).problems))
    _build.made = 0
    env.bytecode_cache = compiled.kept()
    env.globals.update(shared(env, config))
    if _build.nav is not None:
        _build.frame = Frame(config, env, _build.nav, files)
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
    built, told = Path(config.site_dir), _build.settings
    try:
        publish.publish(found, built, told.site_url, told.media_url, told.security)
        if _build.site is None:
            publish.forget_removed(found, built)
        elif told.has_index:
            with patience(lambda: log.info("De zoekindex wordt nog gemaakt ...")):
                publish.index(built)
        if _build.site is not None and config.strict and any(_warnings()):
            # MkDocs stops after this with "Aborted in strict mode"; the last good site stays.
            swap.fresh_folder(_build.site)
        elif _build.site is not None:
            swap.replace(_build.site, built)
            config.site_dir = str(_build.site)
    except (publish.CardError, publish.PackingError, publish.SearchError, OSError) as error:
        raise PluginError(f"De site is niet gebouwd: {error}") from None
    _build.memory.keep()
    _release()
    if _build.site is None:
        publish.index_in_background(
            built, lambda error: log.warning("De zoekindex is niet gemaakt: %s", error)
        )


def on_build_error(*, error: Exception) -> None:
    """Tidy up after a failed build, which did not touch the site; tell of a mistake in a template."""
    if _build.busy is not None and _build.site is not None:
        with suppress(OSError):  # a site that is a link was told already
            swap.fresh_folder(_build.site)
    _release()
    if fault := template_faults.problem(error, _build.root):
        told = template_faults.broken(_build.looks, _build.root) or [fault]
        log.error("%s", narration.not_built(told))
        raise Abort("Aborted with a mistake in a template") from None


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch the contents and the templates too, and go on serving when a build fails."""
    del config, builder
    contents_too = [_build.root / name for name in ("catalogue", "podcasts")]
    preview.follow(server, [*contents_too, *_build.looks], _ahead, log.info)
    return server


def _ahead() -> bool:
    """In a preview: make the pages of edited entries alone, with the frame of the last build.

    False where nothing or more than entries changed, or something is wrong: the whole build, which
    follows anyway, makes or tells that.
    """
    frame, renderer = _build.frame, assembly.running().renderer
    if frame is None:
        return False
    try:
        found = contents.read(_build.root, renderer.site_url, renderer.media_url)
    except Problems:
        return False
    edited = preview.edited(renderer.contents, found)
    if not edited or not _build.memory.is_shared(_shared(found, frame.config)):
        return False
    found.catalogue.keep_resembling(renderer.contents.catalogue)
    renderer = replace(renderer, contents=found)
    for entry in edited:
        frame.make(entry_pages.page(renderer, entry), _build.root / entry.path)
    return True


def _shared(found: contents.Contents, config: MkDocsConfig) -> tuple[object, ...]:
    """Give what every page that we make consists of: words and sources, templates and settings."""
    looks = preview.last_change([Path(config.config_file_path)], _build.looks)
    return (looks, *pages.shared_ingredients(found))


def _tell(done: str) -> None:
    """Count a page that is done, and say how far we are when two seconds have gone by."""
    _build.made += 1
    if time.monotonic() - _build.told > EVERY:
        _build.told = time.monotonic()
        log.info("%d pagina's %s", _build.made, done)


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


def _release() -> None:
    """Give back what belongs to one build: its turn, and the moment it called now."""
    if _build.own_epoch:
        os.environ.pop(clock.VARIABLE, None)
        _build.own_epoch = False
    if _build.busy is not None:
        _build.busy.release()
        _build.busy = None


def _tokens(docs: Path) -> tokens.Tokens:
    """Give the colours and measures of the style sheet; nothing where there is none."""
    file = docs / addresses.TOKENS
    try:
        return tokens.read(file.read_text(encoding="utf-8") if file.is_file() else "")
    except tokens.Unreadable as colour:
        raise PluginError(
            f"{docs.name}/{addresses.TOKENS}: {colour}: schrijf een kleur als #rrggbb, "
            "want alleen daarvan reken ik het contrast uit."
        ) from None


def _check_pages(files: Files, docs: str) -> None:
    """Stop when the file of a hand-written page cannot be read as it is meant."""
    if problems := [
        problem
        for file in files.documentation_pages()
        if file.abs_src_path
        for problem in page_file.problems(Path(file.abs_src_path), f"{docs}/{file.src_uri}")
    ]:
        raise PluginError(narration.not_built(Problems(problems).problems))


def _is_of_material(folder: str) -> bool:
    return Path(folder).is_relative_to(MATERIAL)
