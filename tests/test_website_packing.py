"""Scripts and style sheets put together: every module once, in order, and nothing that is not understood."""

import re
from pathlib import Path

import pytest

from macros.website import packing
from tests.project import ROOT

DOCS = ROOT / "docs"


def modules_in(text: str) -> list[str]:
    """Give the modules that a packed file holds, in order."""
    return re.findall(r"^/\* --- (\S+) --- \*/$", text, re.MULTILINE)


def test_a_script_holds_what_it_imports_before_it() -> None:
    """Each module stands after those that it needs, and each once."""
    found = packing.pack(
        {
            "site.js": 'import { b } from "./b.js";\nimport { c } from "./c.js";\nb(c);\n',
            "b.js": 'import { c as other } from "./c.js";\n\nexport function b() {}\n',
            "c.js": "export const c = 1;\n",
        }
    )

    assert list(found) == ["site.packed.js"]
    assert modules_in(found["site.packed.js"]) == ["c.js", "b.js", "site.js"]
    assert found["site.packed.js"].startswith(
        "/* --- c.js --- */\n"
        "const $c = (() => {\n"
        "const c = 1;\n"
        "return { c };\n"
        "})();\n\n"
        "/* --- b.js --- */\n"
        "const $b = (() => {\n"
        "const { c: other } = $c;\n\n"
        "function b() {}\n"
        "return { b };\n"
        "})();\n"
    )


def test_what_the_script_of_every_page_holds_the_others_take_from_there() -> None:
    """So its state is there once; what is fetched later still has the names that are asked for."""
    found = packing.pack(
        {
            "site.js": 'import "./bag.js";\nimport("./later.js");\n',
            "bag.js": "let held = 0;\nexport function put() {}\n",
            "later.js": 'import * as bag from "./bag.js";\nexport async function setUp() {}\n',
        }
    )

    assert modules_in(found["later.packed.js"]) == ["later.js"]
    assert found["later.packed.js"].startswith('import { $bag } from "./site.packed.js";\n')
    assert "\nconst bag = $bag;\n" in found["later.packed.js"]
    assert found["later.packed.js"].endswith("\nexport const { setUp } = $later;\n")
    assert 'import("./later.packed.js")' in found["site.packed.js"]
    assert found["site.packed.js"].endswith("\nexport { $bag };\n")


def test_what_several_share_is_one_file_and_what_one_needs_is_inside() -> None:
    """`one` and `two` share two modules; nobody else needs `own`."""
    found = packing.pack(
        {
            "site.js": 'import("./one.js");\nimport("./two.js");\n',
            "one.js": 'import { s } from "./shared.js";\nimport { o } from "./own.js";\n',
            "two.js": 'import { s } from "./shared.js";\n',
            "shared.js": 'import { deep } from "./deep.js";\nexport const s = deep;\n',
            "deep.js": "export const deep = [];\n",
            "own.js": "export const o = 1;\n",
        }
    )

    assert {name: modules_in(text) for name, text in found.items()} == {
        "deep.packed.js": ["deep.js", "shared.js"],
        "one.packed.js": ["own.js", "one.js"],
        "site.packed.js": ["site.js"],
        "two.packed.js": ["two.js"],
    }
    assert found["two.packed.js"].startswith('import { $shared } from "./deep.packed.js";\n')


def test_what_comes_after_another_takes_what_they_share_from_there() -> None:
    """`step` is only ever fetched by `form`, so `form` is there; `other` does without both."""
    found = packing.pack(
        {
            "site.js": 'import("./form.js");\nimport("./other.js");\n',
            "form.js": 'import { w } from "./words.js";\nimport("./step.js");\n',
            "step.js": 'import { w } from "./words.js";\nexport const step = w;\n',
            "words.js": "export const w = [];\n",
            "other.js": "",
        }
    )

    assert {name: modules_in(text) for name, text in found.items()} == {
        "form.packed.js": ["words.js", "form.js"],
        "other.packed.js": ["other.js"],
        "site.packed.js": ["site.js"],
        "step.packed.js": ["step.js"],
    }
    assert found["step.packed.js"].startswith('import { $words } from "./form.packed.js";\n')
    assert found["form.packed.js"].endswith("\nexport { $words };\n")


def test_what_two_ways_lead_to_is_after_neither() -> None:
    """`late` is fetched by `one` and by `two`, so what it shares with `one` is a file of its own."""
    found = packing.pack(
        {
            "site.js": 'import("./one.js");\nimport("./two.js");\n',
            "one.js": 'import { w } from "./words.js";\nimport("./late.js");\n',
            "two.js": 'import("./late.js");\n',
            "late.js": 'import { w } from "./words.js";\n',
            "words.js": "export const w = [];\n",
        }
    )

    assert modules_in(found["words.packed.js"]) == ["words.js"]


def test_a_library_stays_where_it_is() -> None:
    """Its names and what it gives by default come from the file that it is."""
    found = packing.pack(
        {
            "site.js": 'import Mark from "../vendor/mark-1.2/mark.js";\n'
            'import { a, b as c } from "../vendor/mark-1.2/mark.js";\n'
        }
    )["site.packed.js"]

    assert found.startswith('import * as $vendorMark12Mark from "../vendor/mark-1.2/mark.js";\n')
    assert "const { default: Mark } = $vendorMark12Mark;" in found
    assert "const { a, b: c } = $vendorMark12Mark;" in found


def test_modules_in_a_circle_are_refused() -> None:
    """One of them would be used before it is there."""
    circle = {
        "site.js": 'import "./a.js";\n',
        "a.js": 'import { b } from "./b.js";\nexport const a = 1;\n',
        "b.js": 'import { a } from "./a.js";\nexport const b = 1;\n',
    }

    with pytest.raises(packing.PackingError, match=r"a\.js → b\.js → a\.js"):
        packing.pack(circle)


def test_a_module_that_is_not_there_or_comes_both_ways_is_refused() -> None:
    """A script that is imported and fetched later would be there twice."""
    with pytest.raises(packing.PackingError, match=r"weg\.js is er niet"):
        packing.pack({"site.js": 'import "./weg.js";\n'})
    with pytest.raises(packing.PackingError, match=r"weg\.js is er niet"):
        packing.pack({"site.js": 'import("./weg.js");\n'})
    with pytest.raises(packing.PackingError, match="kies een van de twee"):
        packing.pack({"site.js": 'import "./a.js";\nimport("./a.js");\n', "a.js": ""})


def test_all_our_modules_are_understood_and_used_once() -> None:
    """No script lies in the folder that no page can ever fetch."""
    texts = {file.name: file.read_text() for file in (DOCS / "assets/js").glob("*.js")}

    packed = [name for text in packing.pack(texts).values() for name in modules_in(text)]

    assert sorted(packed) == sorted(texts)


def test_a_built_site_gets_one_style_sheet_and_keeps_its_modules(tmp_path: Path) -> None:
    """Twice the same, also when what was made before lies there; nothing where there are no scripts."""
    assert list(packing.files(tmp_path)) == []
    for folder, files in {
        "css": {
            "tokens.css": "a {}\n",
            "base.css": "/* B,\n   b */\nb {}\n",
            "components.css": "c {}\n",
        },
        "js": {"site.js": 'console.log("é");\n'},
    }.items():
        (tmp_path / "assets" / folder).mkdir(parents=True)
        for name, text in files.items():
            (tmp_path / "assets" / folder / name).write_text(text, encoding="utf-8")

    made = dict(packing.files(tmp_path))
    for address, content in made.items():
        (tmp_path / address).write_bytes(content)

    assert list(made) == ["assets/css/site.css", "assets/js/site.packed.js"]
    assert b"B," not in made["assets/css/site.css"]
    assert re.findall(rb"\w \{\}", made["assets/css/site.css"]) == [b"a {}", b"b {}", b"c {}"]
    assert 'console.log("é");' in made["assets/js/site.packed.js"].decode()
    assert dict(packing.files(tmp_path)) == made
    (tmp_path / "assets/css/base.css").write_text('@import "x.css";\n', encoding="utf-8")
    with pytest.raises(packing.PackingError, match=r"base\.css: @import"):
        list(packing.files(tmp_path))
