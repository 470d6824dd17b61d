"""One script taken apart: what it imports, exports and fetches later."""

import pytest

from macros.website import modules


def test_the_forms_that_our_scripts_use_are_understood() -> None:
    """What a module imports becomes constants, what it exports a list of names; the rest stays."""
    found = modules.read(
        "site.js",
        'import "./bag.js";\n'
        'import { one, two as second } from "./both.js";\n'
        'import * as all from "./both.js";\n'
        'export { more } from "./more.js";\n'
        "\n"
        "export const A = new URL(import.meta.url); // import and export\n"
        "export async function b() {\n"
        '  await import("./later.js");\n'
        "  return import(new URL(A).href);\n"
        "}\n",
    )

    assert found.imports == ("./bag.js", "./both.js", "./both.js", "./more.js")
    assert found.exports == ("more", "A", "b")
    assert found.later == ("later.js",)
    assert found.code == (
        "const { one, two: second } = $both;\n"
        "const all = $both;\n"
        "const { more } = $more;\n"
        "\n"
        "const A = new URL(import.meta.url); // import and export\n"
        "async function b() {\n"
        '  await import("./later.packed.js");\n'
        "  return import(new URL(A).href);\n"
        "}"
    )


@pytest.mark.parametrize(
    "line",
    [
        "export default function () {}",
        "export let count = 0;",
        "export * from './a.js';",
        'export { a as b } from "./a.js";',
        "export { a };",
        "import a, { b } from './a.js';",
        "import { a } from './a.js';",
        'import { a } from "https://example.org/a.js";',
        "import(`./${name}.js`);",
        'const found = await fetch("a");',
    ],
)
def test_an_unknown_form_stops_with_its_place(line: str) -> None:
    """A form that is not understood is never taken over half."""
    with pytest.raises(modules.PackingError) as caught:
        modules.read("site.js", f"/* Words. */\n\n{line}\n")

    assert str(caught.value) == (
        f"assets/js/site.js:3: deze vorm kent macros/website/modules.py niet: {line}"
    )


def test_only_remarks_with_lines_of_their_own_go() -> None:
    """What stands behind code stays with it, and code behind a remark stays too."""
    text = (
        "/* Our words,\n"
        "   in lines. */\n"
        "const a = 1; // one\n"
        "  // reason\n"
        "\t/** Two. */ \n"
        "  /* three */ const b = '/* no */';\n"
        "/* four */ const c = 2; /* five */\n"
        "const d = 'https://example.org/';\n"
    )

    assert modules.without_remarks(text) == (
        "const a = 1; // one\n"
        "  /* three */ const b = '/* no */';\n"
        "/* four */ const c = 2; /* five */\n"
        "const d = 'https://example.org/';\n"
    )
    assert modules.read("site.js", text).code.startswith("const a = 1; // one\n  /* three */")
