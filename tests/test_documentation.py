"""What the documentation says is there, and what is there is documented."""

import inspect
import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from html import unescape
from pathlib import Path
from typing import Any, get_args

import click
import pytest
import yaml
from jinja2 import Environment
from markupsafe import Markup
from pydantic import BaseModel

from macros import contents
from macros.catalogue.loading import load
from macros.catalogue.model import KINDS
from macros.catalogue.problems import Problem, Problems
from macros.catalogue.vocabulary import Vocabulary
from macros.cli import goodiebag
from macros.contribute import scaffold
from macros.website import tokens
from macros.website.calls import MacroFault, Page
from macros.website.page_macros import MACROS, call, describe
from macros.website.rendering import Renderer

ROOT = Path(__file__).parent.parent
DOCS, EXAMPLE_DOCS = ROOT / "docs", ROOT / "tests/example/docs"
PLACED = {"id", "theme", "path"}
"""Fields that nobody types."""


def text(path: str) -> str:
    """Give the text of a file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


def pages(folder: Path) -> list[str]:
    """Give the hand-written pages in a folder with documentation."""
    return sorted(page.relative_to(folder).as_posix() for page in folder.rglob("*.md"))


def front_matter(page: Path) -> dict[str, Any]:
    """Give what stands between the lines of three dashes at the top of a page."""
    found: dict[str, Any] = yaml.safe_load(page.read_text(encoding="utf-8").split("---\n")[1])
    return found


# --- Commands ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", goodiebag.commands)
def test_every_command_is_documented_with_its_options(name: str) -> None:
    """The developers' page has a row for the command, and names every option and argument of it."""
    row = next(
        (
            line
            for line in text("DEVELOPING.md").splitlines()
            if line.startswith(f"| `goodiebag {name}")
        ),
        "",
    )

    assert row
    for parameter in goodiebag.commands[name].params:
        names = (
            [str(parameter.metavar)] if isinstance(parameter, click.Argument) else parameter.opts
        )
        assert [known for known in names if known in row]


@pytest.mark.parametrize("name", goodiebag.commands)
def test_every_command_explains_itself_in_one_sentence(name: str) -> None:
    """The help of a command opens with a sentence that ends."""
    assert re.fullmatch(r"[A-Z].+\.", goodiebag.commands[name].get_short_help_str(200))


def targets() -> list[str]:
    """Give the targets that people type."""
    found = re.search(r"^\.PHONY: (.+)$", text("Makefile"), re.MULTILINE)
    assert found
    return found[1].split()


@pytest.mark.parametrize("target", targets())
def test_every_make_target_is_documented(target: str) -> None:
    """The developers' page has a row for the target."""
    assert f"| `make {target}` |" in text("DEVELOPING.md")


@pytest.mark.parametrize(
    "file",
    [
        *("README.md", "CONTRIBUTING.md", "DEVELOPING.md"),
        *("deploy/README.md", "docs/bijdragen/index.md"),
    ],
)
def test_no_command_is_promised_that_does_not_exist(file: str) -> None:
    """What a reader is told to type works: targets of make, and commands of goodiebag."""
    # A command stands in a line of its own, or between backticks or tags.
    typed = re.findall(r"(?:^|[`>])(make|goodiebag) ([a-z]+)\b", text(file), re.MULTILINE)

    assert typed
    assert {name for program, name in typed if program == "make"} <= set(targets())
    assert {name for program, name in typed if program == "goodiebag"} <= set(goodiebag.commands)


# --- The house -----------------------------------------------------------------------------------


@pytest.mark.parametrize("file", ["README.md", "DEVELOPING.md"])
def test_every_room_of_the_house_is_named(file: str) -> None:
    """A package or module that stands directly in macros/ is in the description of the house."""
    rooms = [
        f"{room.name}/" for room in (ROOT / "macros").iterdir() if (room / "__init__.py").is_file()
    ]
    rooms += [module.name for module in (ROOT / "macros").glob("*.py")]

    assert len(rooms) > 5
    assert [room for room in rooms if room not in text(file)] == []


def test_every_module_has_its_test_file_or_is_named_as_an_exception() -> None:
    """The developers' page says which modules are tested through another one."""
    tests = text("DEVELOPING.md").split("## Tests\n\n")[1].split("\n\n")[0]
    modules = [path.relative_to(ROOT / "macros") for path in (ROOT / "macros").rglob("[a-z]*.py")]
    lacking = [
        module.name
        for module in modules
        if not (ROOT / f"tests/test_{'_'.join(module.with_suffix('').parts)}.py").is_file()
    ]

    assert len(modules) > 40
    assert [name for name in lacking if f"{name}`" not in tests] == []


def test_the_environment_variables_of_the_settings_are_documented() -> None:
    """Each has a row on the developers' page."""
    names = re.findall(r"!ENV \[(\w+)", text("mkdocs.yml"))

    assert {"SITE_URL", "EDIT_URL", "SEARCH_INDEX"} <= set(names)
    assert [name for name in names if f"\n| `{name}` |" not in text("DEVELOPING.md")] == []


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", "DEVELOPING.md"])
def test_links_and_paths_lead_somewhere(file: str) -> None:
    """Every relative link, and every path between backticks, is a file or folder of the project."""
    links = re.findall(r"\]\(([^)#:]+)\)", text(file))
    folders = "catalogue|podcasts|docs|overrides|macros|tests|benchmarks|website|contribute|podcast"
    paths = re.findall(rf"`((?:{folders})/[a-z\d_./-]*)`", text(file))

    assert links
    places = [(ROOT / path, ROOT / "macros" / path) for path in [*links, *paths]]
    assert [
        str(first) for first, second in places if not first.exists() and not second.exists()
    ] == []


# --- Macros --------------------------------------------------------------------------------------


@cache
def page() -> Page:
    """Give a page of the real site, on which calls can be tried."""
    day = date(2026, 11, 21)
    look = tokens.read(text("docs/assets/css/tokens.css"))
    renderer = Renderer(contents.read(ROOT), "https://goodiebag.example.org/", day, tokens=look)
    return Page(renderer, "../")


def tried(source: str) -> str:
    """Render calls as on a hand-written page."""

    def run(name: str, *arguments: Any, **named: Any) -> Markup:
        return call(name, page(), arguments, named)

    return Environment().from_string(source).render({name: partial(run, name) for name in MACROS})


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_is_explained_with_all_its_arguments(name: str) -> None:
    """The page about macros tells what a macro does, and each argument, in the order of its signature."""
    found = describe(name)
    arguments = [
        argument for argument in inspect.signature(MACROS[name]).parameters if argument != "page"
    ]

    assert re.fullmatch(r"[A-ZÉ].+\.", found["explanation"])
    assert [argument["name"] for argument in found["arguments"]] == arguments
    assert all(argument["explanation"] for argument in found["arguments"])


@pytest.mark.parametrize("name", MACROS)
def test_the_example_of_every_macro_works(name: str) -> None:
    """The example calls the macro itself, with names that the real catalogue knows."""
    example = describe(name)["call"]

    assert example.startswith(f"{{{{ {name}(")
    assert tried(example).strip()


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_stands_on_the_page_about_macros(name: str) -> None:
    """The page shows all of them through one call."""
    assert "{{ macro_reference() }}" in text("docs/bijdragen/aanroepen.md")
    assert f'id="{name}"' in tried("{{ macro_reference() }}")


@pytest.mark.parametrize("name", MACROS)
def test_the_example_site_uses_every_macro(name: str) -> None:
    """Each macro is called on some page of the example, so that building it tries them all."""
    sources = [(EXAMPLE_DOCS / name).read_text(encoding="utf-8") for name in pages(EXAMPLE_DOCS)]

    assert [source for source in sources if re.search(rf"\{{\{{ {name}\(", source)]


def test_the_message_about_a_wrong_call_is_the_one_that_writers_get() -> None:
    """The example on the page about macros is word for word what the macro says."""
    with pytest.raises(MacroFault) as fault:
        tried('{{ entries(theme="integritiet") }}')
    problem = Problem("docs/over.md", 12, 1, "entries", str(fault.value))

    assert str(problem) in unescape(text("docs/bijdragen/aanroepen.md"))


# --- Fields and templates ------------------------------------------------------------------------


def inside(annotation: Any) -> type[BaseModel] | None:
    """Give the block of fields that an annotation holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := inside(part))), None)


def ways(model: type[BaseModel], above: str = "") -> Iterator[str]:
    """Give the way to every field that can be typed: `steps`, `steps.title`."""
    for name, field in model.model_fields.items():
        if above or name not in PLACED:
            yield above + name
            block = inside(field.annotation)
            yield from ways(block, f"{above}{name}.") if block else ()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_is_in_its_template_and_its_table(kind: str) -> None:
    """Nobody has to read the model to know what an entry may hold."""
    expected = set(ways(KINDS[kind]))
    template = scaffold.template(kind)

    assert {"title", "provenance.origin"} <= expected
    assert {field.name for field in scaffold.fields(kind)} == expected
    for way in expected:
        name = way.split(".")[-1]
        assert re.search(rf"^[#\s-]*{name}:", template, re.MULTILINE), way


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_template_and_table_on_the_page(kind: str) -> None:
    """The page with templates shows both for each kind."""
    source = text("docs/bijdragen/sjablonen.md")

    assert f'{{{{ entry_template("{kind}") }}}}' in source
    assert f'{{{{ fields("{kind}") }}}}' in source


def test_the_words_to_choose_from_are_those_of_the_vocabulary() -> None:
    """The page with templates names every id that a writer may fill in, and no other."""
    words = Vocabulary.model_validate(yaml.safe_load(text("catalogue/vocabulary.yml")))
    parts = (words.audiences, words.focus_areas, words.settings, words.relations, words.series)
    part = text("docs/bijdragen/sjablonen.md").split("{ #woorden }")[1].split("\n## ")[0]

    named = re.findall(r"`([^`]+)`", "".join(re.findall(r"^:.+$", part, re.MULTILINE)))

    assert sorted(named) == sorted(item.id for items in parts for item in items)


# --- What a contributor sees ---------------------------------------------------------------------


def small_entry() -> str:
    """Give the small entry that CONTRIBUTING.md shows."""
    return text("CONTRIBUTING.md").split("```yaml\n")[1].split("```")[0]


def placed(tmp_path: Path, entry: str) -> Path:
    """Give a project that holds the example's catalogue and this entry."""
    shutil.copytree(ROOT / "tests/example/catalogue", tmp_path / "catalogue")
    file = tmp_path / "catalogue/entries/productieve-werkomgeving/wandelend-overleg.yml"
    file.write_text(entry, encoding="utf-8")
    return tmp_path


def test_the_small_entry_that_contributors_see_is_sound(tmp_path: Path) -> None:
    """Who copies it has an entry."""
    assert "wandelend-overleg" in load(placed(tmp_path, small_entry())).entries


@pytest.mark.parametrize("file", ["CONTRIBUTING.md", "docs/bijdragen/index.md"])
def test_the_messages_that_contributors_see_are_real(tmp_path: Path, file: str) -> None:
    """With two mistakes in the small entry, the check says word for word what the pages say."""
    wrong = small_entry().replace("min: 30", "min: 30 min").replace("minutes: 5", "minuten: 5")

    with pytest.raises(Problems) as caught:
        load(placed(tmp_path, wrong))

    messages = [str(problem) for problem in caught.value.problems]
    assert len(messages) == 2
    assert [message for message in messages if message not in unescape(text(file))] == []


def test_privacy_names_what_the_site_stores() -> None:
    """Every key is one that the page names, and there is no other way of storing."""
    privacy = text("docs/privacy.md")
    keys, copies = [], []
    for script in DOCS.rglob("*.js"):
        code = script.read_text(encoding="utf-8")
        opened = re.findall(r"caches\.open\((\w+)\)", code)
        assert len(opened) == code.count("caches.open")
        copies += [re.findall(rf"const {name} = \"([\w-]+)\"", code) for name in opened]
        written = re.findall(r"(?:local|session)Storage\.setItem\((\w+), ", code)
        assert len(written) == len(re.findall(r"setItem|document\.cookie|indexedDB", code))
        keys += [re.findall(rf"const {name} = \"([\w-]+)\"", code) for name in written]

    assert sorted(keys) == [
        ["goodiebag-beluisterd"],
        ["goodiebag-mandje"],
        ["goodiebag-sneltoets"],
        ["goodiebag-stap"],
        ["goodiebag-voorstel"],
    ]
    assert copies == [["goodiebag-begeleiden-1"]] * 2  # the page fills it, its worker reads it
    for [key] in keys + copies:
        assert f"`{key}`" in privacy
    assert "`uit`" in privacy


# --- Pages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", pages(DOCS))
def test_a_page_has_a_title_and_a_description_of_its_own(page: str) -> None:
    """Both fit a list of search results, and no other page has them."""
    known = [front_matter(DOCS / other) for other in pages(DOCS) if other != page]
    found = front_matter(DOCS / page)

    assert 3 <= len(found["title"]) <= 60
    assert 60 <= len(found["description"]) <= 155
    assert found["title"] not in [other["title"] for other in known]
    assert found["description"] not in [other["description"] for other in known]


def test_the_example_has_the_same_pages() -> None:
    """The real mkdocs.yml, with its navigation, builds the example too."""
    assert pages(EXAMPLE_DOCS) == pages(DOCS)


@pytest.mark.parametrize("page", pages(DOCS))
def test_a_page_has_one_heading_of_the_first_level(page: str) -> None:
    """It stands in the page itself, or the opening of a theme or of the home page brings it."""
    source = re.sub(
        r"<pre.*?</pre>|```.*?```", "", (DOCS / page).read_text(encoding="utf-8"), flags=re.DOTALL
    )

    assert len(re.findall(r"^# |\{\{ (?:theme_opening|basket)\(", source, re.MULTILINE)) == 1
