"""The frame of MkDocs around pages that we make: these lie in no folder, and have no Markdown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from macros import addresses
from macros.website.made import Made


class MadeFile(File):
    """The file of a page that we make; its source is in the contents. It knows whether to be made."""

    made: Made
    changed = True

    def is_modified(self) -> bool:
        """Tell whether the page must be made again in a preview."""
        return self.changed or not Path(self.abs_dest_path).is_file()


class MadePage(Page):
    """A page that we make: HTML of our own, in which Markdown and mkdocs-macros have no part."""

    file: MadeFile

    @classmethod
    def of(
        cls, made: Made, source: Path, config: MkDocsConfig, *, is_changed: bool = True
    ) -> "MadePage":
        """Give the page, with its file, which is made from `source`."""
        file = MadeFile.generated(config, made.path, abs_src_path=str(source))
        assert isinstance(file, MadeFile)
        file.made, file.changed = made, is_changed
        return cls(None, file, config)  # from now on it is `file.page`

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what the frame knows of the page; it has no Markdown."""
        del config
        self.markdown = ""
        self.meta = self.file.made.meta()
        self.meta["title_is_text"] = True
        # Else mkdocs-macros would compile the empty text, and take braces in the title for a call.
        self.meta["render_macros"] = False

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the HTML of the page."""
        del config, files
        self.content = self.file.made.body(addresses.base(self.url))


def shared(env: Environment, config: MkDocsConfig) -> dict[str, Callable[..., str]]:
    """Give what makes the header and the footer in a template, once for all pages that have the same."""

    @cache
    def made(name: str, base_url: str, here: str) -> str:
        # The filter `url` counts from a page where there is one, else from `base_url`.
        return env.get_template(f"partials/{name}.html").render(
            config=config, page=None, base_url=base_url, home=f"{base_url.rstrip('/')}/", here=here
        )

    return {
        "header": lambda base_url, here: made("header", base_url, here),
        "footer": lambda base_url: made("footer", base_url, ""),
    }


@dataclass(frozen=True)
class Frame:
    """What a build leaves behind, with which one page more can be made alone."""

    config: MkDocsConfig
    env: Environment
    nav: Navigation
    files: Files

    def make(self, made: Made, source: Path) -> None:
        """Write a page into the folder of that build, as a whole build would; raises OSError."""
        page = MadePage.of(made, source, self.config)
        page.read_source(self.config)
        page.render(self.config, self.files)
        page.active = True
        context = get_context(self.nav, self.files.documentation_pages(), self.config, page)
        context = self.config.plugins.on_page_context(
            context, page=page, config=self.config, nav=self.nav
        )
        html = self.env.get_template("main.html").render(context)
        html = self.config.plugins.on_post_page(html, page=page, config=self.config)
        write_file(html.encode(), page.file.abs_dest_path)
