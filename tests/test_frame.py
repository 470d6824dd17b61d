"""One page in the frame of MkDocs, made without the others."""

from pathlib import Path

import pytest
from markupsafe import Markup
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

from macros.frame import Frame, MadePage
from macros.website.made import Made

MADE = Made(
    address="stuk/een/",
    source="een.yml",
    meta=lambda: {"title": "Een {{ stuk }} & meer", "kleur": "peer"},
    body=lambda base: Markup(f'<p>Terug naar <a href="{base}">begin</a></p>'),
    parts=(),
)


@pytest.fixture
def frame(tmp_path: Path) -> Frame:
    """What a build of one hand-written page would leave."""
    for file, text in {
        "mkdocs.yml": "site_name: Mand\ntheme: {name: null, custom_dir: look}\nplugins: []\nhooks: [hook.py]\n",
        "hook.py": "def on_config(config): return config\n",
        "docs/index.md": "# Begin\n",
        "look/main.html": "{{ page.meta.kleur }}: {{ page.title | e }}, {{ nav | length }} in het menu\n{{ page.content }}",
    }.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_config(config)  # MkDocs makes files only after its first event
    files = get_files(config)
    return Frame(config, config.theme.get_env(), get_navigation(files, config), files)


def test_a_page_is_written_alone_in_the_frame_of_the_last_build(
    frame: Frame, tmp_path: Path
) -> None:
    """Braces in a title are text; the page knows its way back; no other page is made."""
    frame.make(MADE, tmp_path / "een.yml")

    assert (tmp_path / "site/stuk/een/index.html").read_text(encoding="utf-8") == (
        "peer: Een {{ stuk }} &amp; meer, 1 in het menu\n"
        '<p>Terug naar <a href="../../">begin</a></p>'
    )
    assert [file.name for file in (tmp_path / "site").rglob("*.html")] == ["index.html"]
    assert len(frame.files.documentation_pages()) == 1


def test_a_page_that_did_not_change_is_made_again_only_where_it_is_gone(
    frame: Frame, tmp_path: Path
) -> None:
    """That is what a dirty build asks of each file."""
    file = MadePage.of(MADE, tmp_path / "een.yml", frame.config, is_changed=False).file
    assert file.is_modified()

    frame.make(MADE, tmp_path / "een.yml")

    assert not file.is_modified()
    assert MadePage.of(MADE, tmp_path / "een.yml", frame.config).file.is_modified()
