"""What is tested for everyone who cannot use the site in the usual way: one list for tests and page.

The tests take their pages, levels and tasks from here, and /toegankelijkheid/ tells them. A rule
names the tests that hold it, as `file::test`; a test refuses one that is not there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

LEVELS: Mapping[str, str] = {
    "wcag2a": "WCAG 2.0 A",
    "wcag2aa": "WCAG 2.0 AA",
    "wcag21a": "WCAG 2.1 A",
    "wcag21aa": "WCAG 2.1 AA",
    "wcag22aa": "WCAG 2.2 AA",
    "best-practice": "de goede gewoonten van axe",
}
"""What axe looks for, by its own tags."""

KINDS: Mapping[str, str] = {
    "home": "de startpagina",
    "guide": "de wegwijzer",
    "situation": "een situatie",
    "situation with help first": "een situatie waarin hulp voorop staat",
    "catalogue": "de catalogus",
    "catalogue with a choice": "de catalogus met een keuze",
    "catalogue without a result": "de catalogus zonder resultaat",
    "list of a kind": "een lijst van één soort",
    "list of a focus area": "een lijst van één onderwerp",
    "list for an audience": "een lijst voor één groep",
    "theme": "een thema",
    "intervention": "een interventie",
    "method": "een methode",
    "podcast episode": "een aflevering van de podcast",
    "book review": "een boekrecensie",
    "study": "een onderzoek",
    "background": "een achtergrond",
    "collection": "een verzameling",
    "podcast": "de podcast",
    "vocabulary": "de begrippen",
    "sources": "de bronnen",
    "contribute": "bijdragen",
    "proposal": "het formulier voor een voorstel",
    "proposal of a change": "het formulier voor een wijziging",
    "templates": "de sjablonen",
    "macros": "de aanroepen",
    "about": "over de goodiebag",
    "accessibility": "deze pagina",
    "privacy": "privacy",
    "look": "hoe de goodiebag eruitziet",
    "basket": "mijn goodiebag",
    "shared basket": "een goodiebag die je kreeg",
    "not found": "de pagina voor een adres dat niet bestaat",
}
"""Every kind of page, by its name in the tests."""

TASKS: Mapping[str, str] = {
    "test_find_by_words": "een interventie zoeken met je eigen woorden",
    "test_filter_the_catalogue": "de catalogus filteren",
    "test_listen_to_an_episode": "een aflevering beluisteren",
    "test_put_in_the_goodiebag_and_in_order": "stukken in je goodiebag doen en op volgorde zetten",
    "test_propose_an_entry": "een stuk voorstellen",
}
"""The main tasks, by the test in tests/test_reading_aloud.py that does each as it is heard."""


@dataclass(frozen=True)
class Rule:
    """What is tested, in a few words and in a sentence of Dutch, and the tests that do it."""

    name: str
    text: str
    tests: tuple[str, ...]


RULES: tuple[Rule, ...] = (
    Rule(
        "Regels van WCAG",
        "Het programma axe zoekt op elke soort pagina naar fouten, op een breed en op een smal "
        "scherm, in lichte en in donkere kleuren.",
        ("test_browser.py::test_axe_finds_nothing_on_each_kind_of_page",),
    ),
    Rule(
        "Jouw instellingen",
        "Elke soort pagina past op een scherm van 320 pixels (dat is 400% vergroot), met ruimte "
        "tussen letters, woorden en regels, in de kleuren van je apparaat en zonder beweging. Er "
        "valt geen tekst weg, en je ziet elk knopje en waar je bent.",
        ("test_browser.py::test_a_page_can_be_used_as_its_reader_set_it",),
    ),
    Rule(
        "Toetsenbord",
        "Wie met Tab door een pagina gaat, ziet elke stap. Menu en zoeken gaan open en dicht zonder "
        "muis.",
        (
            "test_browser.py::test_every_stop_of_the_keyboard_is_visible",
            "test_browser.py::test_the_first_stop_of_the_keyboard_leads_to_the_content",
            "test_browser.py::test_the_menu_opens_by_keyboard_on_a_phone",
            "test_browser.py::test_search_opens_and_closes_by_keyboard_and_gives_focus_back",
        ),
    ),
    Rule(
        "Opbouw",
        "Elke pagina van de site heeft één kop van het hoogste niveau en slaat geen niveau over. De delen van de "
        "pagina, de afbeeldingen, de titel en de taal hebben een naam die klopt.",
        (
            "test_html.py::test_headings_are_a_table_of_contents",
            "test_html.py::test_landmarks_are_there_once_and_named_where_there_are_more",
            "test_html.py::test_every_image_has_a_word_or_says_that_it_needs_none",
            "test_html.py::test_a_title_tells_the_page_and_then_the_site",
            "test_html.py::test_the_language_is_told_and_only_where_it_changes",
        ),
    ),
    Rule(
        "Geldige HTML",
        "Geen dubbele namen, geen verouderde code, en elk element staat waar het mag staan.",
        (
            "test_html.py::test_tags_stand_where_they_may_stand",
            "test_html.py::test_nothing_on_a_page_is_obsolete_or_in_the_way",
            "test_html.py::test_an_id_is_one_place_and_what_refers_to_it_finds_it",
        ),
    ),
    Rule(
        "Zonder JavaScript",
        "Je komt van de startpagina bij een aflevering met haar tekst, alleen met links.",
        ("test_browser.py::test_without_javascript_everything_can_be_read_heard_and_found",),
    ),
)
"""What is tested at every change."""
