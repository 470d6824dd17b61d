"""What a page is about, for search engines: JSON-LD with the words of schema.org."""

from typing import Any

from markupsafe import Markup

from macros import addresses
from macros.catalogue import prose
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.model import BookReview, Collection, Entry, Method, Podcast
from macros.contents import Contents
from macros.website.dutch import period

Data = dict[str, Any]

PUBLISHER: Data = {"@type": "Organization", "name": "UBR|Rijksconsultants"}


def of_entry(contents: Contents, entry: Entry, site_url: str, media_url: str = "") -> list[Data]:
    """Give the JSON-LD of an entry's page: what it is, and the way to it; addresses in full.

    `media_url` is where the recordings are, empty when they are on the site itself.
    """
    page = addresses.absolute(site_url, addresses.entry(entry.id))
    about: Data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": f"{page}#stuk",
        "url": page,
        "name": entry.title,
        "headline": entry.title,
        "description": entry.summary,
        "image": addresses.absolute(site_url, addresses.card(entry.id)),
        "inLanguage": "nl",
        "datePublished": entry.published.isoformat(),
        "publisher": PUBLISHER,
    }
    if entry.reviewed:
        about["dateModified"] = entry.reviewed.isoformat()
    if entry.keywords:
        about["keywords"] = ", ".join(entry.keywords)
    about |= _own(contents, entry, site_url, media_url)
    return [about, breadcrumb(contents.catalogue, entry, site_url)]


def _own(contents: Contents, entry: Entry, site_url: str, media_url: str) -> Data:
    """Give what only this kind of entry has."""
    if isinstance(entry, Podcast):
        return _episode(contents, entry, site_url, media_url)
    if isinstance(entry, Method) and entry.steps:
        return _how_to(entry)
    if isinstance(entry, BookReview):
        return _review(entry)
    if isinstance(entry, Collection):
        parts = [addresses.absolute(site_url, addresses.entry(part)) for part in entry.entries]
        return (
            {"@type": "CollectionPage", "hasPart": [{"@id": f"{part}#stuk"} for part in parts]}
            if parts
            else {}
        )
    return {}


def _episode(contents: Contents, entry: Podcast, site_url: str, media_url: str) -> Data:
    data: Data = {
        "@type": "PodcastEpisode",
        "episodeNumber": entry.number,
        "partOfSeries": {
            "@type": "PodcastSeries",
            "name": contents.catalogue.vocabulary.series_of(entry.series).label,
            "url": addresses.absolute(site_url, addresses.PODCAST),
            "webFeed": addresses.absolute(site_url, addresses.FEED),
        },
    }
    if episode := contents.episode(entry.id):
        data["timeRequired"] = period(episode.audio.seconds)
        data["associatedMedia"] = {
            "@type": "AudioObject",
            "contentUrl": addresses.recording(str(entry.audio), site_url, media_url),
            "encodingFormat": episode.audio.mime_type,
            "contentSize": str(episode.audio.bytes),
            "duration": period(episode.audio.seconds),
        }
    return data


def _how_to(entry: Method) -> Data:
    data: Data = {"@type": "HowTo", "step": []}
    for number, step in enumerate(entry.steps, 1):
        part: Data = {"@type": "HowToStep", "position": number, "name": step.title}
        if step.text:
            part["text"] = _plain(step.text)
        data["step"].append(part)
    if entry.duration:
        data["totalTime"] = f"PT{entry.duration.max}M"
    if entry.materials:
        data["supply"] = [{"@type": "HowToSupply", "name": name} for name in entry.materials]
    return data


def _plain(text: str) -> str:
    """Give Markdown as the words that a reader sees: schema.org asks for text."""
    return Markup(prose.render(text)).striptags()


def _review(entry: BookReview) -> Data:
    book: Data = {"@type": "Book", "name": entry.book.title}
    if entry.book.authors:
        book["author"] = [{"@type": "Person", "name": name} for name in entry.book.authors]
    if entry.book.publisher:
        book["publisher"] = {"@type": "Organization", "name": entry.book.publisher}
    if entry.book.year:
        book["datePublished"] = str(entry.book.year)
    if entry.book.isbn:
        book["isbn"] = entry.book.isbn
    if entry.book.lang:
        book["inLanguage"] = entry.book.lang
    data: Data = {"@type": "Review", "itemReviewed": book}
    if entry.reviewer:
        data["author"] = {"@type": "Person", "name": entry.reviewer}
    return data


def way(catalogue: Catalogue, entry: Entry) -> list[dict[str, str]]:
    """Give the pages above an entry: home, the catalogue, its theme; title and path of each."""
    theme = catalogue.vocabulary.theme(entry.theme)
    return [
        {"title": "Home", "path": addresses.HOME},
        {"title": "Catalogus", "path": addresses.CATALOGUE},
        {"title": theme.label, "path": addresses.theme(theme.id)},
    ]


def breadcrumb(catalogue: Catalogue, entry: Entry, site_url: str) -> Data:
    """Give the way to an entry as a BreadcrumbList, the entry itself last."""
    steps = [*way(catalogue, entry), {"title": entry.title, "path": addresses.entry(entry.id)}]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": step["title"],
                "item": addresses.absolute(site_url, step["path"]),
            }
            for number, step in enumerate(steps, 1)
        ],
    }
