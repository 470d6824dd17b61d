"""What axe finds against the law and beyond, on a page as it stands in the browser."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from macros.website import tested
from tests.conftest import LARGE, SMALL

COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: the only ones whose answer depends on light or dark."""
_SCRIPT = Axe().axe_script
_RUN = """
  async (only) => {
    const { violations } = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
  }
"""
"""What passes is neither described nor handed over: half of the time would go there."""


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """Give what axe finds against WCAG 2.0 to 2.2, levels A and AA, and its best practices.

    With `rules` it looks at these only.
    """
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(_SCRIPT)
    only = (
        {"type": "rule", "values": rules} if rules else {"type": "tag", "values": [*tested.LEVELS]}
    )
    found: list[str] = page.evaluate(_RUN, only)
    return found


def violations_in_every_look(page: Page) -> dict[str, list[str]]:
    """Give the violations on a large and on a small screen, in light and in dark, where there are any."""
    found = {}
    for size in (LARGE, SMALL):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict will do
        # Without motion a colour is at once what it becomes.
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        found[f"{size['width']}, light"] = violations(page)
        page.emulate_media(color_scheme="dark")
        found[f"{size['width']}, dark"] = violations(page, COLOURS)
    return {look: told for look, told in found.items() if told}
