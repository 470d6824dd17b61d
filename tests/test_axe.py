"""Looking at a page with axe."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.axe import COLOURS, violations, violations_in_every_look

FAULTY = """
<!doctype html><html lang="nl"><head><title>Fout</title><style>
  @media (prefers-color-scheme: dark) { p { background: #111; color: #222 } }
</style></head>
<body><main><h1>Fout</h1><img src="data:,"><p>Niet te lezen</p></main></body></html>
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty tab."""
    page = browser.new_page()
    yield page
    page.close()


def test_a_fault_is_told_with_its_rule_and_its_place(page: Page) -> None:
    """And of the rules about colours only what they find."""
    page.set_content(FAULTY)

    (told,) = violations(page)
    assert told.startswith("image-alt: ")
    assert told.endswith('<img src="data:,">')
    assert violations(page, COLOURS) == []


def test_what_is_wrong_in_the_dark_only_is_found(page: Page) -> None:
    """On both screens, once each."""
    page.set_content(FAULTY)

    found = violations_in_every_look(page)

    assert {look: [one.split(":")[0] for one in told] for look, told in found.items()} == {
        "1280, light": ["image-alt"],
        "1280, dark": ["color-contrast"],
        "320, light": ["image-alt"],
        "320, dark": ["color-contrast"],
    }
