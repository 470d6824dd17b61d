"""The macro that tells what is tested for accessibility."""

from markupsafe import Markup

from macros.website import tested as known
from macros.website.calls import Page, heading


def accessibility_tests(page: Page, level: int = 3) -> Markup:
    """Wat we testen voor de toegankelijkheid, uit de lijst die de tests zelf ook gebruiken.

    - level: het niveau van de kop boven de taken, 2 tot 4

    accessibility_tests()
    """
    heading(level)
    return page.render(
        "tested.html",
        rules=known.RULES,
        tasks=list(known.TASKS.values()),
        kinds=list(known.KINDS.values()),
        levels=list(known.LEVELS.values()),
        level=level,
        day=page.renderer.day,
    )
