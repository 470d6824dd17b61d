"""How a goodiebag leaves the page: link, Markdown, invitation and mail, in a real browser."""

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Visit
from tests.test_basket_page import (
    BOOK,
    PAGE,
    ROUND,
    TALK,
    entry,
    fill,
    items,
    status,
    times,
    titles,
)

GOLDEN = Path(__file__).parent / "golden"
LONG_NOTE = "Neem stiften mee, en papier; " * 17


def allow_clipboard(page: Page) -> None:
    """Let the page write to the clipboard, and us read it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """Press a button and give the name and the bytes of what is downloaded."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = download.value.path()
    return download.value.suggested_filename, Path(path).read_bytes()


def mailed(page: Page) -> dict[str, str]:
    """Press the link for a mail and give its subject and body; no mail program opens."""
    page.evaluate("document.addEventListener('click', event => event.preventDefault())")
    link = page.get_by_role("main").get_by_role("link", name="Mail", exact=True)
    link.click()
    address = str(link.evaluate("link => link.href"))
    assert len(address) <= 2000
    found = parse_qs(urlsplit(address).query.replace("+", "%2B"), strict_parsing=True)
    return {name: value for name, [value] in found.items()}


# --- A link --------------------------------------------------------------------------------------


def test_a_link_holds_everything(visit: Visit) -> None:
    """Who opens it elsewhere sees the same title, day, times, breaks and notes, odd characters too."""
    allow_clipboard(visit.page)
    fill(
        visit.page,
        entry("rondje-opgave", 40, "50% & meer: #1 = “goed”\nniet + stuk"),
        entry("", 20, "Koffie"),
        entry("voorbeelden-voor-beginners"),
        title="Teamdag <& één>",
        date="2026-12-03",
        start="09:30",
    )
    visit.page.get_by_role("button", name="Kopieer de link").click()
    expect(status(visit.page)).to_have_text("De link is gekopieerd.")
    link = visit.page.evaluate("navigator.clipboard.readText()")
    seen = times(visit.page)

    assert unquote(urlsplit(link).fragment).startswith("v=1&titel=Teamdag+<&+één>&datum=2026-12-03")
    assert "&start=09:30&stuk=rondje-opgave&min=40&noot=" in link
    assert urlsplit(link).query == ""
    visit.page.evaluate("localStorage.clear()")
    visit.page.goto("over/")
    visit.page.goto(link)
    expect(visit.page.get_by_role("heading", name="Teamdag <& één>")).to_be_visible()
    assert titles(visit.page) == [ROUND, "Pauze", BOOK]
    assert times(visit.page) == seen
    expect(items(visit.page).nth(0)).to_contain_text("50% & meer: #1 = “goed”")
    expect(items(visit.page).nth(1)).to_contain_text("Koffie")
    assert visit.complaints == []


def test_a_link_that_some_programs_cut_off_says_so(visit: Visit) -> None:
    """It is copied all the same."""
    allow_clipboard(visit.page)
    fill(visit.page, *[entry("", 10, LONG_NOTE)] * 5)
    visit.page.get_by_role("button", name="Kopieer de link").click()

    expect(status(visit.page)).to_contain_text(re.compile(r"Hij is lang \(\d{4} tekens\)"))


def test_what_does_not_fit_in_a_link_is_not_copied(visit: Visit) -> None:
    """The page says how much too long it is and what to do."""
    allow_clipboard(visit.page)
    fill(visit.page, *[entry("", 10, LONG_NOTE)] * 20)
    visit.page.evaluate("navigator.clipboard.writeText('van eerder')")
    visit.page.get_by_role("button", name="Kopieer de link").click()

    expect(status(visit.page)).to_contain_text("Er staat te veel in voor een link")
    assert visit.page.evaluate("navigator.clipboard.readText()") == "van eerder"


def test_without_a_clipboard_the_link_stands_in_a_field(visit: Visit) -> None:
    """Selected, so that one keystroke copies it."""
    visit.page.add_init_script("delete Navigator.prototype.clipboard")
    fill(visit.page, entry("rondje-opgave"))
    visit.page.get_by_role("button", name="Kopieer de link").click()

    field = visit.page.get_by_label("De link naar dit programma")
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile(r"/mijn-goodiebag/#v=1&start=09:00&stuk=rondje-opgave$"))
    assert field.evaluate("field => field.selectionEnd - field.selectionStart") > 50


# --- Markdown ------------------------------------------------------------------------------------


def test_markdown_has_the_programme_and_the_full_instructions(
    visit: Visit, example_address: str
) -> None:
    """As a person looked at it: headings, a table, steps with their lists, and links in full."""
    fill(
        visit.page,
        entry("goed-gesprek-in-twintig-minuten", note="Zaal 3 | *boven*"),
        entry("", 15, "Koffie"),
        entry("voorbeelden-voor-beginners"),
        title="Teamdag hybride",
        date="2026-12-03",
    )
    name, content = saved(visit.page, "Download als Markdown")

    assert name == "teamdag-hybride.md"
    text = content.decode().replace(example_address, "https://voorbeeld.example.org/")
    assert text == (GOLDEN / "goodiebag.md").read_text(encoding="utf-8")


def test_a_note_keeps_its_lines_everywhere(visit: Visit) -> None:
    """In Markdown inside its item, in the invitation escaped, in a mail as a line of its own."""
    note = "Zaal 3; boven\n\n---\n# Stiften mee\n"
    fill(visit.page, entry("rondje-opgave", note=note), date="2026-12-03")
    text = saved(visit.page, "Download als Markdown")[1].decode()
    event = "\n".join(unfolded(saved(visit.page, "Zet in je agenda (.ics)")[1]))
    lines = mailed(visit.page)["body"].split("\r\n")

    assert "- **Je eigen notitie:** Zaal 3; boven  \n  \\---  \n  \\# Stiften mee\n" in text
    assert "(Zaal 3; boven<br>\\---<br>\\# Stiften mee) |" in text
    assert "(1\u00a0uur)\\n   Zaal 3\\; boven\\n   ---\\n   # Stiften mee\\n\\nHet hele" in event
    assert lines[3:6] == ["   Zaal 3; boven", "   ---", "   # Stiften mee"]


# --- An invitation -------------------------------------------------------------------------------


def unfolded(content: bytes) -> list[str]:
    """Give the lines of an iCalendar file, each in one piece; checks how they are folded."""
    text = content.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_an_invitation_is_an_event_in_amsterdam(visit: Visit) -> None:
    """By RFC 5545: CRLF, lines of at most 75 octets, escaped text, the rules of the time zone."""
    fill(
        visit.page,
        entry("goed-gesprek-in-twintig-minuten", note="Zaal 3; boven, bij \\ de één 👩‍💻 " * 5),
        entry("rondje-opgave"),
        title="Teamdag, met “alles”; en meer",
        date="2026-07-02",
        start="23:00",
    )
    name, content = saved(visit.page, "Zet in je agenda (.ics)")
    lines = unfolded(content)

    assert name == "teamdag-met-alles-en-meer.ics"
    assert lines[:5] == [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Goodiebag//Mijn goodiebag//NL"),
        *("CALSCALE:GREGORIAN", "METHOD:PUBLISH"),
    ]
    assert lines[-2:] == ["END:VEVENT", "END:VCALENDAR"]
    assert "TZID:Europe/Amsterdam" in lines
    assert "DTSTART;TZID=Europe/Amsterdam:20260702T230000" in lines
    assert "DTEND;TZID=Europe/Amsterdam:20260703T003000" in lines
    assert "SUMMARY:Teamdag\\, met “alles”\\; en meer" in lines
    [description] = [line for line in lines if line.startswith("DESCRIPTION:")]
    assert "23.00 – 23.30  Goed gesprek in twintig minuten (30\u00a0minuten)\\n" in description
    assert "Zaal 3\\; boven\\, bij \\\\ de één 👩‍💻" in description
    [stamp] = [line for line in lines if line.startswith("DTSTAMP:")]
    assert re.fullmatch(r"DTSTAMP:\d{8}T\d{6}Z", stamp)
    opened = [line for line in lines if line.startswith("BEGIN:")]
    closed = [line for line in lines if line.startswith("END:")]
    assert sorted(line[6:] for line in opened) == sorted(line[4:] for line in closed)


def test_the_same_programme_has_the_same_uid(visit: Visit) -> None:
    """So a calendar replaces it; another title is another event."""

    def uid() -> str:
        lines = unfolded(saved(visit.page, "Zet in je agenda (.ics)")[1])
        return next(line for line in lines if line.startswith("UID:"))

    fill(visit.page, entry("rondje-opgave"), title="Teamdag", date="2026-07-02")
    first = uid()
    visit.page.get_by_label("Minuten").fill("90")
    assert uid() == first
    visit.page.get_by_label("Naam van je programma").fill("Andere dag")
    assert uid() != first


def test_an_invitation_asks_for_a_day_first(visit: Visit) -> None:
    """The focus goes to the field."""
    fill(visit.page, entry("rondje-opgave"))
    visit.page.get_by_role("button", name="Zet in je agenda (.ics)").click()

    expect(status(visit.page)).to_have_text(re.compile("Kies eerst een datum"))
    expect(visit.page.get_by_label("Datum")).to_be_focused()


# --- A mail --------------------------------------------------------------------------------------


def test_a_mail_holds_the_programme_and_the_link(visit: Visit) -> None:
    """The subject is the title; lines end as mail wants it (RFC 6068)."""
    fill(visit.page, entry("rondje-opgave", note="Neem mee: a & b"), entry("", 15), title="Teamdag")
    mail = mailed(visit.page)

    assert mail["subject"] == "Teamdag"
    lines = mail["body"].split("\r\n")
    assert "9.00 – 10.00  Rondje langs de opgave (1\u00a0uur)" in lines
    assert "   Neem mee: a & b" in lines
    assert "10.00 – 10.15  Pauze (15\u00a0minuten)" in lines
    [link] = [line for line in lines if line.startswith("http")]
    assert f"/{PAGE}#v=1&titel=Teamdag" in link
    expect(status(visit.page)).to_contain_text("Je mailprogramma opent met je programma erin.")


@pytest.mark.parametrize("notes", [3, 20])
def test_a_mail_that_would_be_too_long_goes_without_its_link(visit: Visit, notes: int) -> None:
    """That is said, with what to do."""
    fill(visit.page, *[entry("", 10, LONG_NOTE)] * notes, title="Teamdag")
    mail = mailed(visit.page)

    assert "http" not in mail["body"]
    assert "9.00 – 9.10  Pauze" in mail["body"]
    expect(status(visit.page)).to_contain_text("De link paste er niet bij")


def test_everything_works_for_a_basket_of_someone_else_too(visit: Visit) -> None:
    """Without taking it over; a programme without a day says how to get one."""
    visit.page.goto(
        f"{PAGE}#v=1&titel=Van+een+ander&start=10:00&stuk=goed-gesprek-in-twintig-minuten"
    )
    name, content = saved(visit.page, "Download als Markdown")
    assert name == "van-een-ander.md"
    assert TALK in content.decode()

    visit.page.get_by_role("button", name="Zet in je agenda (.ics)").click()
    expect(status(visit.page)).to_contain_text("Neem het over en kies die zelf")
    assert visit.page.evaluate("localStorage.length") == 0
