"""Every public address, once: paths below the site's root, without a leading slash.

The addresses are fixed; others link to them. `relative` and `absolute` make links of them, so
that the site works in a folder below a domain too.
"""

from urllib.parse import quote

HOME = ""
CATALOGUE = "catalogus/"
PODCAST = "podcast/"
GUIDE = "wegwijzer/"
FEED = "podcast/feed.xml"
FEED_STYLE = "podcast/feed.css"
OPML = "podcast/goodiebag.opml"
QR = "podcast/feed-qr.svg"
SOURCES = "bronnen/"
VOCABULARY = "begrippen/"
CONTRIBUTE = "bijdragen/"
PROPOSAL_FORM = "bijdragen/voorstel/"
ABOUT = "over/"
ACCESSIBILITY = "toegankelijkheid/"
PRIVACY = "privacy/"
SEARCH_INDEX = "pagefind/"
LEXICON = "zoeken/woorden.txt"
DOWNLOADS = "downloads/"
BASKET = "mijn-goodiebag/"
RECORDS = "data/stuk/"
CARDS = "beeld/"
TOKENS = "assets/css/tokens.css"
SCHEMA = "data/entry.schema.json"
PROPOSAL = "data/voorstel.json"
OPENED = "data/voorstel/"
SECURITY = ".well-known/security.txt"


def entry(id: str) -> str:
    """Give the address of an entry's page."""
    return f"catalogus/{id}/"


def situation(id: str) -> str:
    """Give the address of the page of a situation, in the guide."""
    return f"{GUIDE}{id}/"


def theme(id: str) -> str:
    """Give the address of a theme's page."""
    return f"thema/{id}/"


def cover(file: str) -> str:
    """Give the address of the podcast's artwork."""
    return f"podcast/{file}"


def audio(file: str) -> str:
    """Give the address of a recording."""
    return f"podcast/audio/{file}"


def recording(file: str, site_url: str, media_url: str = "") -> str:
    """Give the full address of a recording: on the site, or below `media_url` where that is set."""
    return absolute(media_url, file) if media_url else absolute(site_url, audio(file))


def transcript(id: str, extension: str) -> str:
    """Give the address of an episode's transcript: `vtt`, `srt`, `json` or `html`."""
    return f"podcast/{id}/transcript.{extension}"


def chapters(id: str) -> str:
    """Give the address of an episode's chapters (Podcasting 2.0, JSON)."""
    return f"podcast/{id}/chapters.json"


def download(file: str) -> str:
    """Give the address of a file to take along."""
    return DOWNLOADS + file


def record(id: str) -> str:
    """Give the address of what scripts read about an entry (JSON)."""
    return f"{RECORDS}{id}.json"


def card(id: str) -> str:
    """Give the address of the picture that other sites show beside a link to an entry (PNG)."""
    return f"{CARDS}{id}.png"


def proposal(id: str) -> str:
    """Give the address of the form filled in with an entry, to change it."""
    return f"{PROPOSAL_FORM}#stuk={id}"


def opened(id: str) -> str:
    """Give the address of what the form opens of an entry (JSON)."""
    return f"{OPENED}{id}.json"


def document(id: str) -> str:
    """Give the address of a document on the page with sources."""
    return f"{SOURCES}#{id}"


def fact(id: str) -> str:
    """Give the address of a figure on the page with sources."""
    return f"{SOURCES}#cijfer-{id}"


def concept(id: str) -> str:
    """Give the address of a word on the page with the vocabulary."""
    return f"{VOCABULARY}#{id}"


def focus_area(theme_id: str, id: str) -> str:
    """Give the address of a focus area on the page of its theme: what it means, and its entries."""
    return f"{theme(theme_id)}#{id}"


def kind_list(slug: str) -> str:
    """Give the address of the list of one kind: `soort/interventie/`."""
    return f"soort/{slug}/"


def focus_area_list(id: str) -> str:
    """Give the address of the list of one focus area."""
    return f"onderwerp/{id}/"


def audience_list(id: str) -> str:
    """Give the address of the list for one audience."""
    return f"voor/{id}/"


def filtered(**chosen: str) -> str:
    """Give the address of the catalogue with a choice made: `filtered(thema="integriteit")`.

    Several values of one facet have a comma between them. The choice stands behind the `#`, the
    part of an address that never leaves the browser; docs/assets/js/selection.js reads it.
    """
    told = "&".join(f"{name}={quote(value, safe=',')}" for name, value in chosen.items())
    return f"{CATALOGUE}#{told}" if told else CATALOGUE


def base(page: str) -> str:
    """Give the way from a page's address back to the root: `../../` for `catalogus/x/`."""
    return "../" * page.count("/")


def relative(target: str, base: str) -> str:
    """Give a link to `target` from a page whose way back to the root is `base`."""
    return base + target or "./"


def absolute(site_url: str, target: str) -> str:
    """Give the full address of `target` on the site at `site_url`."""
    return site_url.rstrip("/") + "/" + target
