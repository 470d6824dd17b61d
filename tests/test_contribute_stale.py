"""What may no longer be true is gathered, and told as lines or as a report to post."""

from datetime import date, timedelta
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.loading import load
from macros.contribute import stale
from macros.contribute.stale import Report
from tests.conftest import ENTRY

TEXT = """\
kind: background
title: Met links
lang: en
summary: Hier staan links in.
audience: [team]
published: 2020-01-02
provenance: {origin: editorial, material: complete}
links:
  - title: Daar
    url: https://example.org/daar
body: |
  Zie [hier](https://example.org/hier) en [daar](https://example.org/daar#plek), of [op deze site](../).

  Nog eens [hier](https://example.org/hier).
"""
DAY = date(2026, 11, 27)


def catalogue(root: Path) -> Catalogue:
    """Give the example with an entry that has links."""
    (root / ENTRY).write_text(TEXT, encoding="utf-8")
    return load(root)


def test_an_old_entry_is_told_at_the_day_it_was_last_looked_at(root: Path) -> None:
    """The longest ago comes first; one that was reviewed is not among them."""
    found = stale.old(catalogue(root), DAY)

    assert found[0].entry.title == "Met links"
    assert str(found[0].problem).startswith(
        f"{ENTRY}:6:12: published: sinds 2020-01-02 keek niemand"
    )
    assert stale.old(catalogue(root), date(2020, 1, 2) + timedelta(days=730)) == ()
    (root / ENTRY).write_text(f"{TEXT}reviewed: 2026-11-01\n", encoding="utf-8")
    assert "Met links" not in [one.entry.title for one in stale.old(load(root), DAY)]


def test_every_address_of_the_web_is_found_with_its_places(root: Path) -> None:
    """In fields and in texts; what leads to a page of ours is none."""
    found = stale.addresses(catalogue(root))
    own = {
        address: [(one.line, one.column, one.field) for one in places if one.file == ENTRY]
        for address, places in found.items()
    }

    assert own["https://example.org/daar"] == [(10, 10, "links.1.url")]
    assert own["https://example.org/hier"] == [(12, 14, "body")]
    assert own["https://example.org/daar#plek"] == [(12, 50, "body")]
    assert not any(address.startswith("../") for address in found)


def test_a_link_that_does_not_answer_is_told_at_each_of_its_places(root: Path) -> None:
    """With what was wrong."""
    places = stale.addresses(catalogue(root))
    [told] = stale.unanswered(places, {"https://example.org/hier": "de site antwoordt niet"})

    assert str(told) == f"{ENTRY}:12:14: body: https://example.org/hier: de site antwoordt niet."


def test_the_report_can_be_posted(root: Path) -> None:
    """A box to tick for each finding; what stands in a title is no Markdown."""
    made = catalogue(root)
    [old, *_] = stale.old(made, DAY)
    odd = old.entry.model_copy(update={"title": "Zie [dit](x) en `dat`"})
    places = stale.addresses(made)
    links = stale.unanswered(places, {"https://example.org/hier": "de site antwoordt niet"})
    told = stale.as_markdown(Report((stale.Old(odd, old.since, old.problem),), links))

    assert told == (
        "## Stukken om na te kijken\n\n"
        "Naar 1 stuk keek al twee jaar niemand. Klopt het nog? Zet dan bij `reviewed` de datum van "
        "vandaag. Werk het anders bij.\n\n"
        f"- [ ] **Zie \\[dit\\](x) en \\`dat\\`**, sinds 2020-01-02: `{ENTRY}`\n\n"
        "## Links die niet goed antwoorden\n\n"
        f"- [ ] `{ENTRY}`, regel 12: https://example.org/hier: de site antwoordt niet."
    )


def test_a_report_without_findings_says_so() -> None:
    """And says nothing of links that were not asked."""
    assert Report((), None).is_empty
    assert stale.as_markdown(Report((), None)).endswith("twee jaar nagekeken.")
    assert stale.as_markdown(Report((), ())).endswith("Alle links werken.")
    assert stale.as_text(Report((), ())) == ""


def test_what_the_site_promises_itself_is_told_when_it_ends() -> None:
    """In both forms, and with nothing else to do it is still something to do."""
    report = Report((), (), "security.txt verloopt op 2027-01-29.")

    assert not report.is_empty
    assert stale.as_text(report) == "security.txt verloopt op 2027-01-29."
    assert stale.as_markdown(report).endswith(
        "## Wat afloopt\n\n- [ ] security.txt verloopt op 2027-01-29."
    )
