"""The form for a proposal in a real browser: fields, checks, keeping, ways out, and the file it makes."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from macros.catalogue.loading import load
from macros.catalogue.model import KINDS
from macros.catalogue.problems import Problems
from tests.axe import violations_in_every_look
from tests.conftest import SMALL, Visit, opened
from tests.project import EXAMPLE, FOLDER, build, compose
from tests.server import served

PAGE = "bijdragen/voorstel/"
KEY = "goodiebag-voorstel"
TALK = "catalogue/entries/productieve-werkomgeving/goed-gesprek-in-twintig-minuten.yml"
THEMES = {"integriteit": "Integriteit", "productieve-werkomgeving": "Productieve werkomgeving"}
LABELS = {kind: model.kind_label for kind, model in KINDS.items()}
GITHUB, FORGEJO = "https://github.com/voorbeeld/goodiebag", "https://code.example.org/rijk/mand"
MAIL = "redactie@example.org"
PAUSE = 400
"""Milliseconds after the last key until the form looks up, as in docs/assets/js/proposal.js."""
ODD = "Café: \"ja\", 'nee' & 5 < 6 🍐 # {geen} [lijst] — één @ 100 %"


@pytest.fixture
def page(visit: Visit) -> Iterator[Page]:
    """The page of the form, where nothing may complain."""
    visit.page.emulate_media(reduced_motion="reduce")
    yield visit.page
    assert visit.complaints == []
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(scope="module")
def desk(browser: Browser, example_address: str) -> Iterator[Visit]:
    """A tab in which nothing is kept, so that each form that is opened there is empty."""
    with opened(browser, example_address, reduced_motion="reduce") as found:
        found.page.context.add_init_script("localStorage.clear()")
        yield found


@pytest.fixture
def form(desk: Visit) -> Iterator[Page]:
    """The page of the form once more, for tests that fill it in once; nothing may complain."""
    desk.complaints.clear()
    yield desk.page
    assert desk.complaints == []
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def begin(page: Page, kind: str = "intervention", theme: str = "Integriteit") -> None:
    """Open the form and choose."""
    page.goto(PAGE)
    page.get_by_label(LABELS[kind], exact=True).check()
    page.get_by_label(theme, exact=True).check()
    # The fields come when the choice is made, and what is made of them with them.
    field(page, "title").wait_for()


def field(page: Page, *path: str | int) -> Locator:
    """Give the field at a way."""
    return page.locator(f"#v-{'-'.join(map(str, path))}")


def unfold(page: Page) -> None:
    """Open what is folded, so that all can be filled in."""
    page.evaluate(
        "document.querySelectorAll('[data-proposal] details').forEach((d) => d.open = true)"
    )


def add(page: Page, what: str) -> None:
    """Press a button that makes a list longer."""
    page.get_by_role("button", name=f"Voeg een {what} toe").click()


def choose(page: Page, name: str, value: str) -> None:
    """Tick or mark a word of a list."""
    field(page, *name.split(".")).locator(f"input[value='{value}']").check()


def basics(page: Page, title: str = "Wandelend overleg zonder agenda") -> None:
    """Fill in what every kind asks."""
    page.get_by_label("Titel", exact=True).fill(title)
    page.get_by_label("Samenvatting", exact=True).fill(
        "Jullie lopen samen een rondje van een kwartier."
    )
    choose(page, "audience", "team")


def finish(page: Page) -> None:
    """Press the button at the end, and wait for what it leads to."""
    page.get_by_role("button", name="Controleer en ga verder").click()
    page.locator(".summary:focus, #versturen:focus").wait_for()


def text(page: Page) -> str:
    """Give the text of the file, as the form shows it when it has looked up.

    It does so some time after the last key; a timer that is set now for as long comes after it.
    """
    page.evaluate(f"new Promise((done) => setTimeout(done, {PAUSE}))")
    return text_now(page)


def text_now(page: Page) -> str:
    """Give the text of the file, as the form shows it; after `finish` that is all of it."""
    return str(page.locator("#voorstel-yaml").text_content())


def told(page: Page) -> set[str]:
    """Give what the form tells at its fields: `steps.1.title: message`."""
    script = """() => [...document.querySelectorAll('.field__errors')].flatMap((place) =>
      [...place.children].map((one) => [place.id.slice(2, -5), one.textContent]))"""
    found = page.evaluate(script)
    return {f"{people(id)}: {message}" for id, message in found}


def people(id: str) -> str:
    """Give a way as messages do, lists counted from 1."""
    return ".".join(str(int(part) + 1) if part.isdigit() else part for part in id.split("-"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, which a proposal is added to for a moment."""
    root = tmp_path_factory.mktemp("voorstel") / "project"
    for part in ("catalogue", "podcasts", "docs"):
        shutil.copytree(EXAMPLE / part, root / part)
    return root


def loaded(
    project: Path, yaml: str, theme: str = "integriteit", name: str = "zz-voorstel"
) -> list[str]:
    """Give what the command line tells of this file among the example's: `field: message`."""
    file = f"catalogue/entries/{theme}/{name}.yml"
    (project / file).write_text(yaml, encoding="utf-8")
    try:
        load(project)
    except Problems as found:
        return [f"{one.field}: {one.message}" for one in found.problems if one.file == file]
    finally:
        (project / file).unlink()
    return []


# --- Every kind ----------------------------------------------------------------------------------


def fill_kind(page: Page, kind: str, odd: str) -> None:
    """Fill in what the kind asks and a good part of what it may have, with odd words everywhere."""
    unfold(page)
    page.get_by_label("Titel", exact=True).fill(f"12:30 {odd}")
    page.get_by_label("Samenvatting", exact=True).fill("no")
    choose(page, "audience", "team")
    choose(page, "focus_areas", "moreel-beraad")
    for at, word in enumerate(("no", "12:30", "ja: nee")):
        add(page, "trefwoord")
        field(page, "keywords", at).fill(word)
    field(page, "body").fill(f"{odd}\n\n## Kop: twee\n\n- no\n- 12:30\n\n" + "Heel lang. " * 900)
    add(page, "link")
    field(page, "links", 0, "title").fill("on")
    field(page, "links", 0, "url").fill("https://example.org/a?b=c#d")
    add(page, "verwant stuk")
    hint = page.locator("#v-related-0-entry-hint")
    expect(hint).to_have_text("Het andere stuk. Typ een deel van zijn titel.")
    field(page, "related", 0, "entry").fill("Rondje langs")
    field(page, "related", 0, "entry").blur()
    choose(page, "related.0.how", "deepens")
    if kind in ("intervention", "method"):
        page.get_by_label("Doel", exact=True).fill("~")
        field(page, "duration", "min").fill("10")
        field(page, "duration", "max").fill("20")
        field(page, "group_size", "min").fill("3")
        choose(page, "setting", "kantoor")
        add(page, "ding")
        field(page, "materials", 0).fill("null")
        for at, title in enumerate((odd, "0123")):
            add(page, "stap")
            field(page, "steps", at, "title").fill(title)
            field(page, "steps", at, "minutes").fill("7")
            field(page, "steps", at, "text").fill(f"  {odd}\n\n    code\n\nno")
        add(page, "variant")
        field(page, "variations", 0, "title").fill("yes")
        field(page, "variations", 0, "text").fill("- a: b\n- c")
    if kind in ("study", "background"):
        add(page, "punt")
        field(page, "findings", 0).fill(f"12:30 {odd}")
    if kind == "book-review":
        field(page, "book", "title").fill("1984")
        add(page, "schrijver")
        field(page, "book", "authors", 0).fill("Ångström, É. (“Ömer”)")
        field(page, "book", "year").fill("1984")
        field(page, "book", "isbn").fill("9789012345678")
        field(page, "reviewer").fill("no")
    if kind == "collection":
        for at, title in enumerate(("Rondje langs de opgave", "goed-gesprek-in-twintig-minuten")):
            add(page, "stuk")
            field(page, "entries", at).fill(title)
    if kind == "podcast":
        choose(page, "series", "voorbeeldreeks")
        field(page, "number").fill("1")
        for at, start in enumerate(("0:00", "12:30")):
            add(page, "hoofdstuk")
            field(page, "chapters", at, "start").fill(start)
            field(page, "chapters", at, "title").fill(f"no {at}")


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_of_every_kind_is_loaded_without_problems(
    form: Page, kind: str, project: Path
) -> None:
    """With quotes, colons, emoji, very long text, diacritics, `no` and `12:30`, typed into the form."""
    begin(form, kind)
    fill_kind(form, kind, ODD)
    finish(form)
    expect(form.get_by_role("heading", name="Verstuur je voorstel")).to_be_focused()
    yaml = text_now(form)

    assert loaded(project, yaml) == []
    (project / "catalogue/entries/integriteit/zz-voorstel.yml").write_text(yaml, encoding="utf-8")
    entry = load(project).entries["zz-voorstel"]
    (project / "catalogue/entries/integriteit/zz-voorstel.yml").unlink()
    assert (entry.kind, entry.title, entry.summary) == (kind, f"12:30 {ODD}", "no")
    assert entry.keywords == ("no", "12:30", "ja: nee")
    assert len(entry.body or "") > 9000
    assert [(one.entry, one.how) for one in entry.related] == [("rondje-opgave", "deepens")]
    if kind in ("intervention", "method"):
        assert [step.title for step in entry.steps] == [ODD, "0123"]  # type: ignore[union-attr]  # this kind has steps
        assert entry.steps[0].text == f"{ODD}\n\n    code\n\nno"  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_fields_of_the_kind_are_there_and_all_of_them(form: Page, kind: str) -> None:
    """Each field of the model has its place in the form, with its Dutch label."""
    begin(form, kind)
    ids = form.evaluate(
        "[...document.querySelectorAll('.proposal__fields [id^=v-]')].map((one) => one.id)"
    )
    top = {id.removeprefix("v-") for id in ids if re.fullmatch("v-[a-z_]+", id)}
    hidden = {"id", "theme", "path", "kind"}

    assert top - {"name"} == set(KINDS[kind].model_fields) - hidden
    for name, model_field in KINDS[kind].model_fields.items():
        if name not in hidden:
            label = form.locator(f"label[for=v-{name}], #v-{name} > legend").first
            expect(label).to_contain_text(str(model_field.title))


def test_another_kind_keeps_what_both_have(page: Page) -> None:
    """Who chose the wrong kind types nothing twice; what the other lacks is not in its file."""
    begin(page, "intervention")
    basics(page)
    page.get_by_label("Doel", exact=True).fill("Iedereen komt aan het woord.")
    page.get_by_label("Onderzoek", exact=True).check()

    expect(page.get_by_label("Titel", exact=True)).to_have_value("Wandelend overleg zonder agenda")
    assert "goal" not in text(page)
    page.get_by_label("Methode", exact=True).check()
    expect(page.get_by_label("Doel", exact=True)).to_have_value("Iedereen komt aan het woord.")


# --- The same messages ---------------------------------------------------------------------------

MISTAKES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "title missing": ("intervention", [("title", "")]),
    "title with a full stop": ("intervention", [("title", "Een wandeling.")]),
    "title too long": ("intervention", [("title", "Wandelen " * 12)]),
    "title of another": ("intervention", [("title", "Rondje langs DE opgave")]),
    "summary missing": ("study", [("summary", "")]),
    "summary too long": ("intervention", [("summary", "Zo lang: é🍐 " * 30)]),
    "summary on more lines": ("intervention", [("summary", "Eén regel.\n\nEn nog een.")]),
    "summary unwritten": ("intervention", [("summary", "Nog te schrijven: wat heb je eraan?")]),
    "goal missing": ("method", [("goal", "")]),
    "goal with HTML": ("method", [("goal", "Dit is <b>vet</b>.")]),
    "body with a heading of the page": ("background", [("body", "# Te groot")]),
    "body with an address that is not safe": ("background", [("body", "[klik](javascript:x)")]),
    "no number": ("intervention", [("preparation", "30 min")]),
    "words for a number": ("intervention", [("preparation", "een kwartier")]),
    "number too small": ("intervention", [("preparation", "0")]),
    "number too large": ("intervention", [("preparation", "20000")]),
    "no whole number": ("intervention", [("preparation", "7.5")]),
    "number with a comma": ("intervention", [("preparation", "7,5")]),
    "range turned": ("intervention", [("duration.min", "60"), ("duration.max", "30")]),
    "range without an end": ("intervention", [("duration.min", "60")]),
    "group turned": ("intervention", [("group_size.min", "12"), ("group_size.max", "3")]),
    "step without a title": ("intervention", [("+stap", ""), ("steps.0.minutes", "5")]),
    "steps that do not fit": (
        "intervention",
        [
            ("duration.min", "30"),
            ("duration.max", "45"),
            ("+stap", ""),
            ("steps.0.title", "Loop"),
            ("steps.0.minutes", "90"),
        ],
    ),
    "published in the future": ("intervention", [("published", "2199-01-02")]),
    "reviewed before published": (
        "intervention",
        [("published", "2024-05-02"), ("reviewed", "2024-05-01")],
    ),
    "language": ("intervention", [("lang", "Engels")]),
    "keyword too long": ("intervention", [("+trefwoord", ""), ("keywords.0", "woord" * 101)]),
    "address without https": (
        "intervention",
        [("+link", ""), ("links.0.title", "Hier"), ("links.0.url", "example.org")],
    ),
    "address of nowhere": (
        "intervention",
        [("+link", ""), ("links.0.title", "Hier"), ("links.0.url", "https://[x")],
    ),
    "file with a folder": (
        "intervention",
        [("+bestand", ""), ("downloads.0.title", "Blad"), ("downloads.0.file", "map/Blad.PDF")],
    ),
    "file with a bad name": (
        "intervention",
        [("+bestand", ""), ("downloads.0.title", "Blad"), ("downloads.0.file", "Mijn Blad.PDF")],
    ),
    "file that is not there": (
        "intervention",
        [
            ("+bestand", ""),
            ("downloads.0.title", "Blad"),
            ("downloads.0.file", "werkblad-teamafspraak.txt"),
        ],
    ),
    "entry that is no id": ("collection", [("+stuk", ""), ("entries.0", "Wat niet bestaat")]),
    "entry that is not there": ("collection", [("+stuk", ""), ("entries.0", "rondje-opgaven")]),
    "entry that is there twice": (
        "collection",
        [
            ("+stuk", ""),
            ("entries.0", "rondje-opgave"),
            ("+stuk", ""),
            ("entries.1", "rondje-opgave"),
        ],
    ),
    "related without how": (
        "intervention",
        [("+verwant stuk", ""), ("related.0.entry", "rondje-opgave")],
    ),
    "source that is not there": ("intervention", [("+bron", ""), ("sources.0", "Een rapport")]),
    "old name in use": ("intervention", [("+oude naam", ""), ("former_ids.0", "rondje-opgave")]),
    "old name of another": ("intervention", [("+oude naam", ""), ("former_ids.0", "goed-gesprek")]),
    "book without a number": (
        "book-review",
        [("book.title", "Boek"), ("series", "voorbeeldreeks")],
    ),
    "book without a series": ("book-review", [("book.title", "Boek"), ("number", "1")]),
    "book with a gap": (
        "book-review",
        [("book.title", "Boek"), ("series", "voorbeeldreeks"), ("number", "3")],
    ),
    "isbn": ("book-review", [("book.title", "Boek"), ("book.isbn", "90-123")]),
    "year": ("book-review", [("book.title", "Boek"), ("book.year", "19")]),
    "chapter without a moment": (
        "podcast",
        [("+hoofdstuk", ""), ("chapters.0.title", "Begin"), ("chapters.0.start", "1.30")],
    ),
    "chapters out of order": (
        "podcast",
        [
            ("+hoofdstuk", ""),
            ("chapters.0.title", "B"),
            ("chapters.0.start", "5:00"),
            ("+hoofdstuk", ""),
            ("chapters.1.title", "A"),
            ("chapters.1.start", "0:00"),
        ],
    ),
    "audio alone": ("podcast", [("audio", "voorbeelden.mp3")]),
    "audio of another": (
        "podcast",
        [
            ("audio", "voorbeeld.mp3"),
            ("transcript", "eigen.vtt"),
            ("guid", "urn:uuid:11111111-1111-4111-8111-111111111111"),
        ],
    ),
    "guid": ("podcast", [("guid", "12345")]),
}
"""What someone may do wrong: the kind, and what is typed where; `+stap` makes a list longer."""


def do(page: Page, name: str, value: str) -> None:
    """Type, mark or press."""
    if name.startswith("+"):
        add(page, name[1:])
        return
    where = field(page, *name.split("."))
    if where.evaluate("field => field.matches('fieldset')"):
        choose(page, name, value)
    else:
        where.fill(value)
        where.blur()


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_form_says_the_same_as_the_command_line(
    form: Page, mistake: str, project: Path
) -> None:
    """The same field and the same words, of the same values."""
    kind, typed = MISTAKES[mistake]
    # A double is told in the file that comes last.
    theme = "productieve-werkomgeving" if "of another" in mistake else "integriteit"
    begin(form, kind, THEMES[theme])
    unfold(form)
    basics(form)
    if kind in ("intervention", "method"):
        form.get_by_label("Doel", exact=True).fill("Iedereen komt aan het woord.")
    if kind == "podcast":
        choose(form, "series", "voorbeeldreeks")
        field(form, "number").fill("1" if theme == "integriteit" else "2")
    for name, value in typed:
        do(form, name, value)
    finish(form)
    expected = set(loaded(project, text_now(form), theme))

    assert expected
    assert told(form) == expected
    expect(form.locator(".summary")).to_be_focused()


def test_a_podcast_number_that_is_taken_is_told_alike(form: Page, project: Path) -> None:
    """Within a theme a number belongs to one entry."""
    begin(form, "podcast", "Productieve werkomgeving")
    basics(form)
    choose(form, "series", "voorbeeldreeks")
    field(form, "number").fill("1")
    finish(form)

    expected = loaded(project, text_now(form), "productieve-werkomgeving")
    assert expected
    assert told(form) == set(expected)


# --- While typing, and the summary ---------------------------------------------------------------


def test_what_is_wrong_is_told_while_typing_and_what_lacks_only_at_the_end(page: Page) -> None:
    """Nobody is blamed for what they did not come to yet."""
    begin(page)
    page.get_by_label("Titel", exact=True).press_sequentially("Loop mee.")

    expect(page.locator("#v-title-fout")).to_contain_text("eindigt niet op een punt")
    expect(page.get_by_label("Titel", exact=True)).to_have_attribute("aria-invalid", "true")
    assert len(told(page)) == 1
    page.get_by_label("Titel", exact=True).press("Backspace")
    expect(page.locator("#v-title-fout")).to_be_empty()
    expect(page.get_by_label("Titel", exact=True)).not_to_have_attribute("aria-invalid", "true")


def test_the_summary_names_each_fault_and_leads_to_its_field(page: Page) -> None:
    """It has the focus, the title of the page says so, and it goes when all is well."""
    page.goto(PAGE)
    page.get_by_label("Methode", exact=True).check()
    field(page, "title").wait_for()
    add(page, "stap")
    field(page, "steps", 0, "minutes").fill("x")
    finish(page)

    summary = page.locator(".summary")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Fout: Leg iets in de mand"))
    links = summary.get_by_role("link")
    names = [words.split(":")[0] for words in links.all_inner_texts()]
    assert names == [
        "Bij welk thema hoort het?", "Titel", "Samenvatting", "Voor wie", "Doel",
        "Stappen, Stap 1, Stap", "Stappen, Stap 1, Minuten",
    ]  # fmt: skip
    links.nth(6).click()
    expect(field(page, "steps", 0, "minutes")).to_be_focused()
    assert "fout" in str(field(page, "steps", 0, "minutes").get_attribute("aria-describedby"))

    page.get_by_label("Integriteit", exact=True).check()
    basics(page)
    page.get_by_label("Doel", exact=True).fill("Iedereen praat mee.")
    page.get_by_role("button", name="Haal weg stap 1").click()
    expect(summary).to_be_hidden()
    expect(page).to_have_title(re.compile("^Leg iets in de mand"))
    finish(page)
    expect(page.get_by_role("heading", name="Verstuur je voorstel")).to_be_focused()


def test_a_fault_in_what_is_folded_away_is_brought_into_sight(page: Page) -> None:
    """The link opens what its field is folded into."""
    begin(page)
    unfold(page)
    field(page, "lang").fill("Engels")
    page.evaluate("document.querySelectorAll('.group--folded').forEach((d) => d.open = false)")
    finish(page)

    page.locator(".summary").get_by_role("link", name="Taal van de titel").click()
    expect(field(page, "lang")).to_be_focused()
    expect(field(page, "lang")).to_be_visible()


def test_who_is_stuck_can_send_it_all_the_same(page: Page) -> None:
    """The editors help; a form is no gate."""
    begin(page)
    finish(page)
    page.get_by_role("button", name="Verstuur het zoals het nu is").click()

    expect(page.get_by_role("heading", name="Verstuur je voorstel")).to_be_focused()


def test_a_title_that_resembles_another_is_pointed_out(page: Page) -> None:
    """While typing, with the way to that entry."""
    begin(page)
    page.get_by_label("Titel", exact=True).fill("Gesprek in twintig minuten, goed!")

    similar = page.locator(".similar")
    expect(page.locator(".told [role=status]")).to_contain_text(
        "Dit lijkt op “Goed gesprek in twintig minuten”."
    )
    expect(similar.get_by_role("link", name="Goed gesprek in twintig minuten")).to_have_attribute(
        "href", re.compile("/catalogus/goed-gesprek-in-twintig-minuten/$")
    )
    page.get_by_label("Titel", exact=True).fill("Minigesprek van twintig tellen")
    expect(similar.get_by_role("link")).to_have_text(["Goed gesprek in twintig minuten"])
    page.get_by_label("Titel", exact=True).fill("Iets over taart")
    expect(similar).to_be_hidden()


# --- Fields --------------------------------------------------------------------------------------


def test_lists_grow_shrink_and_change_their_order(page: Page) -> None:
    """The focus stays with what moved, each act is told, and what went can come back."""
    begin(page)
    for at, title in enumerate(("Een", "Twee", "Drie")):
        add(page, "stap")
        expect(field(page, "steps", at, "title")).to_be_focused()
        field(page, "steps", at, "title").fill(title)
    page.get_by_role("button", name="Omhoog stap 3").click()

    expect(page.get_by_role("button", name="Omhoog stap 2")).to_be_focused()
    expect(page.locator(".told [role=status]")).to_have_text("Stap 3 is nu nummer 2.")
    assert re.findall("title: (Een|Twee|Drie)", text(page)) == ["Een", "Drie", "Twee"]
    page.get_by_role("button", name="Haal weg stap 1").click()
    expect(field(page, "steps", 0, "title")).to_be_focused()
    assert re.findall("title: (Een|Twee|Drie)", text(page)) == ["Drie", "Twee"]
    page.get_by_role("button", name="Ongedaan maken").click()
    assert re.findall("title: (Een|Twee|Drie)", text(page)) == ["Een", "Drie", "Twee"]
    expect(field(page, "steps", 0, "title")).to_be_focused()


def test_enter_goes_on_to_the_next_line_of_a_list_and_sends_nothing(page: Page) -> None:
    """As in any list that people make."""
    begin(page)
    page.get_by_label("Titel", exact=True).press("Enter")
    expect(page.locator(".summary")).to_be_hidden()
    add(page, "ding")
    page.keyboard.type("Papier")
    page.keyboard.press("Enter")
    page.keyboard.type("Stiften")

    assert "materials:\n  - Papier\n  - Stiften\n" in text(page)


def test_the_minutes_of_steps_add_up_beside_the_time(page: Page) -> None:
    """With one press they are the time."""
    begin(page)
    for at, minutes in enumerate(("10", "25")):
        add(page, "stap")
        field(page, "steps", at, "minutes").fill(minutes)

    total = page.locator(".field__total")
    expect(total).to_contain_text("De stappen duren samen 35 minuten.")
    total.get_by_role("button").click()
    expect(field(page, "duration", "min")).to_have_value("35")
    expect(field(page, "duration", "max")).to_have_value("35")
    assert "duration: {min: 35, max: 35}" in text(page)


def test_an_entry_is_found_by_a_part_of_its_title(page: Page) -> None:
    """The file holds its id, the form shows its title."""
    begin(page, "collection")
    add(page, "stuk")
    field(page, "entries", 0).fill("rondje")
    field(page, "entries", 0).blur()

    expect(field(page, "entries", 0)).to_have_value("Rondje langs de opgave")
    assert "entries: [rondje-opgave]" in text(page)
    assert page.locator("#voorstel-entries option").count() == 7


def test_words_of_a_list_say_what_they_mean(page: Page) -> None:
    """Each box is tied to its definition; those of the theme come first."""
    begin(page)
    unfold(page)
    box = field(page, "audience").get_by_label("Leidinggevende")
    meaning = page.locator(f"#{box.get_attribute('aria-describedby')}")

    expect(meaning).to_have_text("Je geeft leiding aan een team.")
    expect(field(page, "focus_areas").get_by_role("checkbox").first).to_have_attribute(
        "value", "moreel-beraad"
    )


def test_the_address_follows_the_title_until_someone_types_it(page: Page) -> None:
    """And a taken one is told."""
    begin(page)
    name = page.get_by_label("Adres van de pagina")
    page.get_by_label("Titel", exact=True).fill("Eén écht: goed gesprek!")
    expect(name).to_have_value("een-echt-goed-gesprek")
    name.fill("rondje-opgave")
    expect(page.locator("#v-name-fout")).to_contain_text("al van een ander stuk")
    name.fill("Mijn naam")
    expect(page.locator("#v-name-fout")).to_contain_text("Bijvoorbeeld: mijn-naam.")
    name.fill("")
    name.blur()
    expect(name).to_have_value("een-echt-goed-gesprek")


def test_the_page_as_it_will_look_follows_what_is_typed(page: Page) -> None:
    """Beside the form, in the colour of its theme."""
    begin(page)
    basics(page, "Loop eens samen")

    shown = page.get_by_role("region", name="Zo komt het eruit te zien")
    expect(shown.get_by_text("Loop eens samen")).to_be_visible()
    expect(shown.locator(".entry")).to_have_class(re.compile("theme--peer"))


# --- Keeping -------------------------------------------------------------------------------------


def kept(page: Page) -> Any:
    """Give what stands in the storage of the browser."""
    return page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}'))")


def test_what_is_typed_survives_a_reload_and_can_be_taken_away(page: Page) -> None:
    """Nothing is kept before someone chose; what is taken away can come back."""
    page.goto(PAGE)
    expect(page.get_by_label("Methode", exact=True)).to_be_visible()
    assert kept(page) is None
    begin(page, "method")
    basics(page, "Loop eens samen")
    add(page, "stap")
    field(page, "steps", 0, "title").fill("Begin")
    page.reload()

    expect(page.get_by_label("Titel", exact=True)).to_have_value("Loop eens samen")
    expect(field(page, "steps", 0, "title")).to_have_value("Begin")
    expect(page.get_by_label("Integriteit", exact=True)).to_be_checked()
    page.get_by_role("button", name="Haal weg en begin opnieuw").click()
    assert kept(page) is None
    expect(page.get_by_label("Titel", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Loop eens samen")


def test_the_privacy_page_takes_a_proposal_away(page: Page) -> None:
    """With all else that is ours."""
    begin(page)
    basics(page)
    page.goto("privacy/")
    page.get_by_role("button", name="Haal alles weg van dit apparaat").click()

    assert kept(page) is None
    page.goto(PAGE)
    expect(page.get_by_label("Interventie", exact=True)).not_to_be_checked()


def test_storage_that_holds_something_else_does_no_harm(page: Page) -> None:
    """As after an update of the site."""
    page.goto("over/")
    page.evaluate(f"localStorage.setItem('{KEY}', '{{\"v\": 9, \"values\": []}}')")
    page.goto(PAGE)

    expect(page.get_by_label("Interventie", exact=True)).to_be_visible()


# --- Changing an entry ---------------------------------------------------------------------------


def test_an_entry_is_changed_by_way_of_its_page(page: Page) -> None:
    """The form holds all of it; what was not touched is in the file as it was."""
    page.goto("catalogus/goed-gesprek-in-twintig-minuten/")
    page.get_by_role("link", name="Wijzig deze pagina").click()
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Goed gesprek in twintig minuten")
    before = (EXAMPLE / TALK).read_text(encoding="utf-8")

    assert text(page) == before
    page.get_by_label("Titel", exact=True).fill("Goed gesprek in een half uur")
    after = text(page)
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert changed == ["title: Goed gesprek in een half uur"]
    expect(page.locator(".file__name")).to_have_text(TALK)
    finish(page)
    expect(page.get_by_role("heading", name="Verstuur je voorstel")).to_be_focused()


@pytest.mark.parametrize(
    "file",
    sorted(str(path.relative_to(EXAMPLE)) for path in EXAMPLE.glob("catalogue/entries/*/*.yml")),
)
def test_every_entry_of_the_example_is_sound_in_the_form(page: Page, file: str) -> None:
    """What the check accepts the form accepts, and leaves as it is."""
    page.goto(f"{PAGE}#stuk={Path(file).stem}")
    finish(page)

    expect(page.get_by_role("heading", name="Verstuur je voorstel")).to_be_focused()
    assert told(page) == set()
    assert text_now(page) == (EXAMPLE / file).read_text(encoding="utf-8")


def test_an_entry_is_shown_before_what_comes_of_it_is_fetched(visit: Visit) -> None:
    """The libraries come once someone uses the form; then the page stands beside it."""
    page = visit.page
    page.goto(f"{PAGE}#stuk=rondje-opgave", wait_until="networkidle")
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Rondje langs de opgave")
    expect(page.locator(".preview")).to_contain_text("zie je hier hoe de pagina wordt")
    assert not [address for address in visit.asked if "/vendor/" in address]

    page.get_by_label("Titel", exact=True).focus()
    expect(page.locator(".preview h1")).to_have_text("Rondje langs de opgave")
    assert [address for address in visit.asked if "/vendor/" in address]
    expect(page.get_by_label("Titel", exact=True)).to_be_focused()


def test_a_change_does_not_leave_before_what_comes_of_it_is_there(visit: Visit) -> None:
    """Else the old text would be sent; as when the connection breaks after the form has come."""
    page = visit.page
    page.route("**/proposal-result.packed.js", lambda route: route.abort())
    page.goto(f"{PAGE}#stuk=rondje-opgave")
    page.get_by_label("Titel", exact=True).fill("Rondje om de opgave")
    page.get_by_role("button", name="Controleer en ga verder").click()
    expect(page.locator(".notice:focus")).to_contain_text("Kijk of je verbinding hebt")
    expect(page.get_by_role("heading", name="Verstuur je voorstel")).to_be_hidden()

    page.unroute("**/proposal-result.packed.js")
    finish(page)
    expect(page.get_by_role("heading", name="Verstuur je voorstel")).to_be_focused()
    expect(page.locator(".notice--top")).to_have_count(1)
    expect(page.locator(".notice--top")).to_contain_text("Je wijzigt “Rondje langs de opgave”.")
    assert "title: Rondje om de opgave\n" in text_now(page)


def test_who_gets_a_connection_again_sees_the_page_while_typing(visit: Visit) -> None:
    """What did not come at the first sign of use is asked again at the next change."""
    page = visit.page
    page.route("**/proposal-result.packed.js", lambda route: route.abort())
    page.goto(f"{PAGE}#stuk=rondje-opgave")
    page.get_by_label("Titel", exact=True).fill("Rondje om de opgave")
    expect(page.locator(".preview")).to_contain_text("zie je hier hoe de pagina wordt")

    page.unroute("**/proposal-result.packed.js")
    page.get_by_label("Titel", exact=True).press_sequentially("!")
    expect(page.locator(".preview h1")).to_have_text("Rondje om de opgave!")


def test_a_proposal_on_its_way_is_not_thrown_away_for_an_entry(page: Page) -> None:
    """Both choices are there, and the one that throws away can be undone."""
    begin(page)
    basics(page, "Loop eens samen")
    text(page)
    page.goto("catalogus/rondje-opgave/")
    page.get_by_role("link", name="Wijzig deze pagina").click()
    expect(page.get_by_text("Je was bezig met “Loop eens samen”.")).to_be_visible()
    expect(page.get_by_label("Titel", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Open “Rondje langs de opgave”").click()
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Rondje langs de opgave")
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Loop eens samen")
    page.goto("over/")
    page.goto(f"{PAGE}#stuk=rondje-opgave")
    page.evaluate("location.hash = ''")
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Loop eens samen")
    expect(page.get_by_text("Je was bezig met")).to_have_count(0)
    page.evaluate("location.hash = 'stuk=rondje-opgave'")
    page.get_by_role("button", name="Ga verder met mijn voorstel").click()
    expect(page.get_by_label("Titel", exact=True)).to_be_focused()
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Loop eens samen")


def test_an_entry_that_is_not_there_is_told(page: Page) -> None:
    """As for an old link."""
    page.goto(f"{PAGE}#stuk=bestaat-niet")

    expect(page.get_by_text("Dit stuk kunnen we nu niet openen.")).to_be_visible()
    expect(page.get_by_label("Interventie", exact=True)).to_be_visible()


def test_a_file_from_disk_fills_the_form(page: Page) -> None:
    """One that was downloaded before, or an example file that was filled in; a bad one is told."""
    page.goto(PAGE)
    page.get_by_text("Heb je al een bestand?").click()
    page.set_input_files(
        "#voorstel-bestand",
        FilePayload(name="kapot.yml", mimeType="text/yaml", buffer=b"title: [x"),
    )
    expect(page.get_by_text("Dit bestand kunnen we niet openen:")).to_be_visible()
    page.get_by_text("Heb je al een bestand?").click()
    own = "# Mijn werk\nkind: study\ntitle: Loop eens samen # blijft\naudience: [team]\n"
    page.set_input_files(
        "#voorstel-bestand",
        FilePayload(name="loop-eens.yml", mimeType="text/yaml", buffer=own.encode()),
    )

    expect(page.get_by_label("Titel", exact=True)).to_have_value("Loop eens samen")
    expect(page.get_by_label("Adres van de pagina")).to_have_value("loop-eens")
    assert text(page) == own


def test_a_file_that_says_where_it_belongs_is_put_there(page: Page) -> None:
    """As it was downloaded: the theme and the address are those that were chosen."""
    page.goto(PAGE)
    page.get_by_text("Heb je al een bestand?").click()
    own = "kind: study\ntitle: Loop eens samen\n"
    placed = f"# catalogue/entries/integriteit/samen-lopen.yml\n{own}"
    page.set_input_files(
        "#voorstel-bestand",
        FilePayload(name="download.yml", mimeType="text/yaml", buffer=placed.encode()),
    )

    expect(page.get_by_label("Integriteit", exact=True)).to_be_checked()
    expect(page.get_by_label("Adres van de pagina")).to_have_value("samen-lopen")
    assert text(page) == own


def test_a_title_of_signs_alone_asks_for_an_address(page: Page) -> None:
    """An emoji gives no address, and without one there is no page."""
    begin(page)
    basics(page, "🤫🤫")
    page.get_by_label("Doel", exact=True).fill("Iedereen komt aan het woord.")
    finish(page)

    expect(page.locator(".summary")).to_contain_text("van deze titel is geen adres te maken")
    page.get_by_label("Adres van de pagina").fill("stil")
    finish(page)
    expect(page.get_by_role("heading", name="Verstuur je voorstel")).to_be_focused()


# --- Ways out ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example's site where every way out is set."""
    project = compose(tmp_path_factory.mktemp("wegen"))
    site = build(
        project,
        CONTRIBUTE_GITHUB=f"{GITHUB}/",
        CONTRIBUTE_FORGEJO=FORGEJO,
        CONTRIBUTE_BRANCH="hoofd/tak",
        CONTRIBUTE_MAIL=MAIL,
        SEARCH_INDEX="false",
    )
    with served(site, FOLDER) as address:
        yield address


@pytest.fixture
def ready(browser: Browser, set_up: str) -> Iterator[Page]:
    """The form of that site, in a tab that may copy."""
    context = browser.new_context(base_url=set_up, locale="nl-NL", reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def copied(page: Page) -> str:
    """Give what was copied."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def whole(page: Page, body: str = "") -> str:
    """Fill in a sound proposal, go to the ways out, and give the text of its file."""
    begin(page, "study")
    basics(page, "Wat wandelen: doet & laat 🍐")
    if body:
        unfold(page)
        field(page, "body").fill(body)
    finish(page)
    expect(page.get_by_role("heading", name="Verstuur je voorstel")).to_be_focused()
    return text(page)


def test_a_short_proposal_goes_to_github_in_one_address(ready: Page) -> None:
    """A new file on the branch, with its name and its text."""
    yaml = whole(ready)
    href = str(ready.get_by_role("link", name="Open je voorstel op GitHub").get_attribute("href"))
    address = urlsplit(href)

    assert href.startswith(f"{GITHUB}/new/hoofd/tak?")
    assert parse_qs(address.query) == {
        "filename": ["catalogue/entries/integriteit/wat-wandelen-doet-laat.yml"],
        "value": [yaml],
    }
    assert len(href) <= 6000


def test_forgejo_has_the_folder_in_the_way_and_the_name_apart(ready: Page) -> None:
    """As its documentation says."""
    yaml = whole(ready)
    href = str(ready.get_by_role("link", name="Open je voorstel op Forgejo").get_attribute("href"))

    assert href.startswith(f"{FORGEJO}/_new/hoofd/tak/catalogue/entries/integriteit?")
    assert parse_qs(urlsplit(href).query) == {
        "filename": ["wat-wandelen-doet-laat.yml"],
        "value": [yaml],
    }


def test_a_text_that_is_too_long_is_copied_and_pasted(ready: Page) -> None:
    """The limit is of the whole address, as it is sent: é counts for six."""
    yaml = whole(ready, "é" * 1100)
    link = ready.get_by_role("link", name="Kopieer de tekst en open GitHub")
    href = str(link.get_attribute("href"))

    assert len(yaml) < 2000
    assert "value=" not in href
    assert parse_qs(urlsplit(href).query) == {
        "filename": ["catalogue/entries/integriteit/wat-wandelen-doet-laat.yml"]
    }
    ready.context.route("https://github.com/**", lambda route: route.fulfill(body="leeg bestand"))
    with ready.expect_popup() as popup:
        link.click()
    assert popup.value.url == href
    popup.value.close()
    ready.bring_to_front()
    assert copied(ready) == yaml
    expect(ready.get_by_text("Klik in het grote vak en plak").first).to_be_visible()


def test_the_address_has_the_text_up_to_the_limit(ready: Page) -> None:
    """A line more and it is pasted."""
    whole(ready, "x")
    offered = ready.get_by_role("link", name="Open je voorstel op GitHub")
    spare = 6000 - len(str(offered.get_attribute("href")))
    field(ready, "body").fill("x" * (spare - 60))
    text(ready)
    assert 5900 < len(str(offered.get_attribute("href"))) <= 6000
    field(ready, "body").fill("x" * (spare + 60))
    text(ready)
    expect(offered).to_have_count(0)


def test_a_change_opens_the_file_that_there_is(ready: Page) -> None:
    """On each host in its own way; the text is copied to paste over it."""
    ready.goto(f"{PAGE}#stuk=goed-gesprek-in-twintig-minuten")
    finish(ready)
    links = ready.get_by_role("link", name="Kopieer de tekst en open het bestand")

    assert [one.get_attribute("href") for one in links.all()] == [
        f"{GITHUB}/edit/hoofd/tak/{TALK}",
        f"{FORGEJO}/_edit/hoofd/tak/{TALK}",
    ]


def test_the_file_can_be_downloaded_and_copied(ready: Page, tmp_path: Path) -> None:
    """Under its own name, as the form shows it, with a line on top that says where it belongs."""
    yaml = whole(ready)
    with ready.expect_download() as download:
        ready.get_by_role("button", name="Download het bestand").click()
    download.value.save_as(tmp_path / "x.yml")

    assert download.value.suggested_filename == "wat-wandelen-doet-laat.yml"
    placed = f"# catalogue/entries/integriteit/wat-wandelen-doet-laat.yml\n{yaml}"
    assert (tmp_path / "x.yml").read_text(encoding="utf-8") == placed
    ready.locator(".exits").get_by_role("button", name="Kopieer de tekst").click()
    expect(ready.locator(".told [role=status]")).to_have_text("De tekst is gekopieerd.")
    assert copied(ready) == placed


def test_a_short_proposal_goes_by_mail_and_a_long_one_as_a_file(ready: Page) -> None:
    """A program for mail cuts a long address."""
    yaml = whole(ready)
    mail = ready.get_by_role("link", name="Mail je voorstel")
    short = urlsplit(str(mail.get_attribute("href")))
    assert (short.scheme, short.path) == ("mailto", MAIL)
    assert unquote(short.query).endswith(yaml)

    unfold(ready)
    field(ready, "body").fill("Lang. " * 400)
    text(ready)
    long = str(mail.get_attribute("href"))
    assert len(long) < 1900
    assert "wat-wandelen-doet-laat.yml mee als bijlage" in unquote(long)
    expect(ready.get_by_text("voeg het bestand toe als bijlage").first).to_be_visible()


def test_what_is_not_set_is_not_shown(page: Page) -> None:
    """The example sets nothing: then there is the file."""
    whole(page)
    ways = page.locator(".exits")

    assert ways.get_by_role("heading", level=3).all_inner_texts() == ["Stuur het bestand"]
    assert ways.get_by_role("link").count() == 0


# --- Everyone ------------------------------------------------------------------------------------


def test_a_proposal_can_be_made_with_the_keyboard_alone(page: Page) -> None:
    """From the first choice to the ways out, by Tab, arrows, Space and Enter."""
    page.goto(PAGE)
    page.get_by_label("Interventie", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Onderzoek", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Productieve werkomgeving", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_label("Titel", exact=True)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("Wat wandelen doet")
    page.keyboard.press("Tab")
    page.keyboard.type("Een onderzoek.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type === 'submit'"):
            break
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Verstuur je voorstel")).to_be_focused()
    assert "audience: [medewerker]" in text(page)


def full(page: Page) -> None:
    """Fill the form, with a fault in it, so that all of its parts are there."""
    begin(page, "intervention")
    unfold(page)
    page.get_by_label("Titel", exact=True).fill("Goed gesprek in twintig minuten.")
    for what in ("stap", "variant", "verwant stuk", "bron", "link", "bestand", "tip", "trefwoord"):
        add(page, what)
        add(page, what)
    finish(page)
    page.get_by_role("button", name="Verstuur het zoals het nu is").click()
    page.evaluate("document.querySelector('.file').open = true")


def test_axe_finds_nothing_in_a_form_that_is_filled_in(page: Page) -> None:
    """With its errors, lists, preview, file and ways out."""
    full(page)

    assert violations_in_every_look(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


def test_targets_are_large_enough(page: Page) -> None:
    """24 by 24 pixels at least (WCAG 2.2, 2.5.8)."""
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # a plain dict will do
    full(page)
    script = """() => [...document.querySelectorAll('[data-proposal] :is(button, input, summary, textarea)')]
      .filter((one) => one.checkVisibility())
      .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""

    assert page.evaluate(script) == []


def test_without_a_script_there_are_the_example_files(browser: Browser, set_up: str) -> None:
    """One of each kind, and the mail address that is set; nothing that does not work."""
    context = browser.new_context(base_url=set_up, java_script_enabled=False)
    page = context.new_page()
    page.goto(PAGE)

    for kind, label in LABELS.items():
        fold = page.locator("details").filter(has_text=f"{label}: het voorbeeldbestand")
        fold.locator("summary").click()
        expect(fold.locator("pre")).to_contain_text(f"kind: {kind}")
    expect(page.get_by_role("link", name=MAIL)).to_have_attribute("href", f"mailto:{MAIL}")
    assert page.locator("main").get_by_role("button").count() == 0
    context.close()


def test_without_its_data_the_form_gives_way_to_the_example_files(visit: Visit) -> None:
    """As when the connection breaks."""
    visit.page.route("**/data/voorstel.json", lambda route: route.abort())
    visit.page.goto(PAGE)

    expect(visit.page.get_by_text("Interventie: het voorbeeldbestand")).to_be_visible()


def test_a_kind_can_be_chosen_again_when_the_rest_of_the_form_did_not_come(visit: Visit) -> None:
    """Most of the form is fetched once someone begins; that may go wrong, and is told."""
    visit.page.goto(PAGE)
    visit.page.route("**/proposal-work.packed.js", lambda route: route.abort())
    kind = visit.page.get_by_label(LABELS["intervention"], exact=True)
    kind.click()

    expect(visit.page.locator(".notice:focus")).to_contain_text("Kijk of je verbinding hebt")
    expect(kind).not_to_be_checked()
    visit.page.unroute("**/proposal-work.packed.js")
    kind.click()
    expect(visit.page.get_by_label("Titel", exact=True)).to_be_visible()
    expect(visit.page.locator(".proposal__top")).to_be_empty()
