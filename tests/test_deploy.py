"""The recipes in deploy/: a real nginx serves the example's site, and `_headers` says the same."""

import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.nginx import served
from tests.project import FOLDER, ROOT, build, compose
from tests.server import POLICY

SITE_URL = "https://goodiebag.example.org/"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mp3": "audio/mpeg",
    ".opml": "text/x-opml; charset=utf-8",
    ".pagefind": "application/octet-stream",
    ".pf_fragment": "application/octet-stream",
    ".pf_index": "application/octet-stream",
    ".pf_meta": "application/octet-stream",
    ".png": "image/png",
    ".srt": "application/x-subrip",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    "chapters.json": "application/json+chapters",
    "feed.xml": "application/rss+xml; charset=utf-8",
}
"""Content types by the end of the name; a whole name comes before an extension."""

SECURITY = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HEADERS = (ROOT / "deploy/_headers").read_text(encoding="utf-8")
UNNAMED = {"Cache-Control": "public, max-age=0, must-revalidate"}
"""What Netlify and Cloudflare Pages send where `_headers` does not name it."""

AUDIO = "podcast/audio/voorbeeld.mp3"
FEED = "podcast/feed.xml"


class Answer(NamedTuple):
    """What the host answers."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask for `path` below the address as a proxy that speaks https would; follows nothing.

    A `_` in the name of a header stands for `-`. A header that comes twice fails the test, except
    `Vary`, whose values are put together.
    """
    to = urlsplit(urljoin(address, path))
    connection = HTTPConnection(to.netloc, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, to.path, headers={"X-Forwarded-Proto": "https", **named})
    response = connection.getresponse()
    given = response.getheaders()
    single = [name for name, _ in given if name != "Vary"]
    assert len(set(single)) == len(single), given
    told = dict(given) | {"Vary": ", ".join(value for name, value in given if name == "Vary")}
    answer = Answer(response.status, told, response.read())
    connection.close()
    return answer


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's project with its site, built for the root of a domain."""
    project = compose(tmp_path_factory.mktemp("host"))
    security = {"SECURITY_CONTACT": "leks@ubr.nl", "SECURITY_EXPIRES": "2027-03-31"}
    build(project, SITE_URL=SITE_URL, **security)
    return project


@pytest.fixture(scope="module")
def host(project: Path) -> Iterator[str]:
    """The address at which nginx serves that site."""
    with served(project) as address:
        yield address


def addresses(project: Path) -> list[str]:
    """Give the path of every file in the site, as a visitor asks for it."""
    site = project / "site"
    files = sorted(path for path in site.rglob("*") if path.is_file())
    paths = [path.relative_to(site).as_posix() for path in files]
    return [re.sub(r"(^|/)index\.html$", r"\1", path) for path in paths]


# --- Every file ----------------------------------------------------------------------------------


def test_every_file_comes_whole_with_its_own_type(project: Path, host: str) -> None:
    """Bytes and Content-Type of each file in the site; a kind that nginx does not know shows here."""
    met = set()
    for path in addresses(project):
        file = project / "site" / path
        file = file / "index.html" if file.is_dir() else file
        answer = ask(host, path)

        assert (answer.status, answer.body) == (200, file.read_bytes()), path
        kind = file.name if file.name in TYPES else file.suffix
        assert answer.headers["Content-Type"] == TYPES.get(kind), path
        met.add(kind)
    assert met == set(TYPES)


def test_every_file_has_the_security_headers(project: Path, host: str) -> None:
    """Scripts, workers and recordings too: a policy on pages alone does not reach a worker."""
    for path in addresses(project):
        headers = ask(host, path).headers
        assert {name: headers.get(name) for name in SECURITY} == SECURITY, path


def test_every_file_has_the_same_length_and_type_without_its_contents(
    project: Path, host: str
) -> None:
    """HEAD answers what GET would, as podcast directories check it."""
    for path in addresses(project):
        asked, told = ask(host, path), ask(host, path, method="HEAD")
        assert told.body == b""
        assert int(told.headers["Content-Length"]) == len(asked.body), path
        assert told.headers["Content-Type"] == asked.headers["Content-Type"], path


@pytest.mark.parametrize("path", ["", FEED, AUDIO, "podcast/voorbeeld/transcript.vtt"])
def test_what_did_not_change_is_not_sent_again(host: str, path: str) -> None:
    """304 by ETag, by date, and by the weak ETag of a compressed answer; headers stay."""
    headers = ask(host, path).headers
    weak = ask(host, path, Accept_Encoding="gzip").headers["ETag"]
    by_tag = ask(host, path, If_None_Match=headers["ETag"])
    by_weak_tag = ask(host, path, If_None_Match=weak)
    by_date = ask(host, path, If_Modified_Since=headers["Last-Modified"])

    for answer in (by_tag, by_weak_tag, by_date):
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["ETag"].removeprefix("W/") == headers["ETag"]
        assert answer.headers["Cache-Control"] == headers["Cache-Control"]
        assert answer.headers["Content-Security-Policy"] == POLICY
    assert ask(host, path, If_None_Match='"iets-anders"').status == 200
    assert ask(host, path, If_Modified_Since="Mon, 01 Jan 2001 00:00:00 GMT").status == 200


def test_text_is_compressed_and_nothing_else(project: Path, host: str) -> None:
    """Recordings, images and search files come as they are, also when gzip is welcome."""
    compressed = {
        Path(path).suffix or ".html"
        for path in addresses(project)
        if ask(host, path, Accept_Encoding="gzip").headers.get("Content-Encoding") == "gzip"
    }
    as_it_is = {".mp3", ".jpg", ".png", ".webp", ".woff2", ".gz"}
    as_it_is |= {".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"}

    assert {".html", ".css", ".js", ".xml", ".svg", ".json", ".vtt"} <= compressed
    assert not compressed & as_it_is
    assert ask(host, "").headers["Vary"] == "Accept-Encoding"


# --- The podcast ---------------------------------------------------------------------------------


def test_each_part_of_a_recording_can_be_asked_for(project: Path, host: str) -> None:
    """The start, the middle, the end and one byte: the very bytes of the file, with their place."""
    data = (project / "site" / AUDIO).read_bytes()
    size, middle = len(data), len(data) // 2
    for asked, first, last in [
        ("0-99", 0, 99),
        (f"{middle}-{middle + 999}", middle, middle + 999),
        (f"{middle}-", middle, size - 1),
        ("-100", size - 100, size - 1),
        ("0-0", 0, 0),
        (f"100-{size + 100}", 100, size - 1),
    ]:
        # A browser that would take gzip gets the same part.
        answer = ask(host, AUDIO, Range=f"bytes={asked}", Accept_Encoding="gzip")
        assert (answer.status, answer.body) == (206, data[first : last + 1]), asked
        assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{size}"
        assert answer.headers["Content-Length"] == str(last - first + 1)
        assert answer.headers["Content-Type"] == "audio/mpeg"
        assert "Content-Encoding" not in answer.headers
    assert ask(host, AUDIO).headers["Accept-Ranges"] == "bytes"


def test_a_part_of_another_version_is_never_sent(host: str) -> None:
    """With If-Range a player that knows an older recording gets the new one whole."""
    tag = ask(host, AUDIO).headers["ETag"]

    assert ask(host, AUDIO, Range="bytes=0-9", If_Range=tag).status == 206
    assert ask(host, AUDIO, Range="bytes=0-9", If_Range='"vorige"').status == 200


def test_a_part_past_the_end_is_refused(project: Path, host: str) -> None:
    """416 tells the length, and has each header once."""
    size = (project / "site" / AUDIO).stat().st_size
    answer = ask(host, AUDIO, Range=f"bytes={size}-")

    assert answer.status == 416
    assert answer.headers["Content-Range"] == f"bytes */{size}"
    assert {name: answer.headers.get(name) for name in SECURITY} == SECURITY


@pytest.mark.parametrize(
    "accept", ["*/*", "application/rss+xml, text/html;q=0.5", "application/xml;q=0.9,*/*;q=0.1"]
)
def test_an_app_gets_the_feed_as_rss(host: str, accept: str) -> None:
    """What is not a browser that opens an address, or knows RSS, gets the feed's own type."""
    answer = ask(host, FEED, Accept=accept)

    assert answer.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert "Accept" in answer.headers["Vary"].split(", ")


def test_a_browser_gets_the_same_feed_as_xml(host: str) -> None:
    """Only the type differs; it too can be compressed, kept, and asked for in parts."""
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    app, opened = ask(host, FEED), ask(host, FEED, Accept=browser)

    assert opened.headers["Content-Type"] == "application/xml; charset=utf-8"
    assert (opened.status, opened.body) == (200, app.body)
    differ = {"Content-Type", "Date"}
    assert {name: value for name, value in opened.headers.items() if name not in differ} == {
        name: value for name, value in app.headers.items() if name not in differ
    }
    tag = app.headers["ETag"]
    assert ask(host, FEED, Accept=browser, If_None_Match=tag).status == 304
    assert ask(host, FEED, Accept=browser, Range="bytes=0-9").body == app.body[:10]


def test_head_tells_what_the_feed_says_of_each_recording(host: str) -> None:
    """Length and type of every enclosure."""
    feed = feedparser.parse(ask(host, FEED).body)
    enclosures = [enclosure for entry in feed.entries for enclosure in entry.enclosures]

    assert enclosures
    for enclosure in enclosures:
        told = ask(host, enclosure.href.removeprefix(SITE_URL), method="HEAD")
        assert told.status == 200
        assert told.headers["Content-Length"] == enclosure.length
        assert told.headers["Content-Type"] == enclosure.type
        assert told.headers["Accept-Ranges"] == "bytes"


def test_everything_that_the_feed_names_has_the_type_that_it_says(host: str) -> None:
    """Recordings, transcripts and chapters: players look at the one or at the other."""
    feed = ElementTree.fromstring(ask(host, FEED).body)
    named = [
        (element.attrib["url"], element.attrib["type"])
        for element in feed.iter()
        if {"url", "type"} <= element.attrib.keys()
    ]

    assert len({type for _, type in named}) >= 6
    for url, type in named:
        told = ask(host, url.removeprefix(SITE_URL))
        assert (told.status, told.headers["Content-Type"].split(";")[0]) == (200, type), url


def test_players_on_other_sites_can_read_the_podcast_and_nothing_else(
    project: Path, host: str
) -> None:
    """CORS for feed, transcripts, chapters, artwork and recordings; a part tells where it is from."""
    for path in addresses(project):
        headers = ask(host, path, Origin="https://speler.example.org").headers
        podcast = path.startswith("podcast/")
        assert headers.get("Access-Control-Allow-Origin") == ("*" if podcast else None), path
    part = ask(host, AUDIO, Range="bytes=0-9")
    assert part.headers["Access-Control-Allow-Origin"] == "*"
    assert "Content-Range" in part.headers["Access-Control-Expose-Headers"]


# --- Addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["bestaat-niet/", "podcast/audio/bestaat-niet.mp3", "assets/", "podcast/audio/"]
)
def test_what_is_not_there_gives_the_page_for_it(project: Path, host: str, path: str) -> None:
    """Status 404 with our own page, also for a folder without one; nobody may keep that answer long."""
    answer = ask(host, path)

    assert answer.status == 404
    assert answer.body == (project / "site/404.html").read_bytes()
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Cache-Control" not in answer.headers
    assert {name: answer.headers.get(name) for name in SECURITY} == SECURITY


def test_a_forgotten_slash_is_added(host: str) -> None:
    """The way on has no name and port in it, so that it is right behind a proxy too."""
    answer = ask(host, "catalogus/voorbeeld")

    assert (answer.status, answer.headers["Location"]) == (301, "/catalogus/voorbeeld/")
    assert {name: answer.headers.get(name) for name in SECURITY} == SECURITY


def test_nginx_does_not_tell_its_version_and_only_reads(host: str) -> None:
    """`Server` is a bare name, and nothing can be sent to the site."""
    assert ask(host, "").headers["Server"] == "nginx"
    answer = ask(host, "", method="POST")
    assert answer.status == 405
    assert {name: answer.headers.get(name) for name in SECURITY} == SECURITY


def test_only_https_is_promised_to_stay_https(host: str) -> None:
    """Strict-Transport-Security has no meaning, and no place, in an answer over http."""
    assert "Strict-Transport-Security" not in ask(host, "", X_Forwarded_Proto="http").headers


def test_the_site_works_in_a_folder_of_a_domain(example_site: Path, tmp_path: Path) -> None:
    """With the one line that the README names, types, caching and the 404 page are the same there."""
    (tmp_path / "site" / FOLDER.strip("/")).parent.mkdir(parents=True)
    (tmp_path / "site" / FOLDER.strip("/")).symlink_to(example_site)
    with served(tmp_path, {"=404 /404.html;": f"=404 {FOLDER}404.html;"}) as address:
        base = address.rstrip("/") + FOLDER
        feed, audio = ask(base, FEED), ask(base, AUDIO)
        missing = ask(base, "bestaat-niet")

    assert feed.headers["Content-Type"] == TYPES["feed.xml"]
    assert feed.headers["Access-Control-Allow-Origin"] == "*"
    assert audio.headers["Cache-Control"] == "public, max-age=3600, must-revalidate"
    assert missing.status == 404
    assert missing.body == (example_site / "404.html").read_bytes()


# --- The same for hosts of static files ----------------------------------------------------------


def rules() -> list[tuple[str, dict[str, str]]]:
    """Read `_headers`: patterns of paths, each with its headers."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in HEADERS.splitlines():
        if line.startswith("/"):
            found.append((line, {}))
        elif line.strip() and not line.startswith("#"):
            name, _, value = line.strip().partition(": ")
            found[-1][1][name] = value
    return found


def promised(path: str) -> dict[str, str]:
    """Give what `_headers` says for a path; a header that two rules set fails the test."""
    given: dict[str, str] = {}
    for pattern, headers in rules():
        escaped = re.escape(pattern).replace(r"\*", ".*")
        if re.fullmatch(re.sub(r":\w+", "[^/]+", escaped), path):
            assert not given.keys() & headers.keys(), path
            given |= headers
    return given


def test_static_hosts_are_told_the_same_as_nginx(project: Path, host: str) -> None:
    """Each header that `_headers` knows has the value of nginx, or is absent at both, on each file."""
    names = {name for _, headers in rules() for name in headers} - {"Content-Type"}
    assert len(names) >= 8
    for path in addresses(project):
        told, real = {**UNNAMED, **promised(f"/{path}")}, ask(host, path).headers
        assert {name: told.get(name) for name in names} == {
            name: real.get(name) for name in names
        }, path
        if "Content-Type" in told:
            assert told["Content-Type"] == real["Content-Type"], path


def test_static_hosts_are_told_the_types_that_they_do_not_know() -> None:
    """The feed and what stands beside an episode."""
    for path in (
        "podcast/goodiebag.opml",
        *("podcast/voorbeeld/transcript.srt", "podcast/voorbeeld/transcript.vtt"),
        *("podcast/voorbeeld/chapters.json", FEED, AUDIO),
    ):
        name = Path(path).name
        expected = TYPES.get(name, TYPES.get(Path(path).suffix))
        assert promised(f"/{path}")["Content-Type"] == expected, path


def test_headers_file_keeps_to_the_limits_of_hosts() -> None:
    """Cloudflare Pages takes 100 rules, 2000 characters on a line and one `*` in a path."""
    assert len(rules()) <= 100
    assert max(map(len, HEADERS.splitlines())) <= 2000
    assert all(pattern.count("*") <= 1 for pattern, _ in rules())
    assert all(headers for _, headers in rules())


# --- What the README tells -----------------------------------------------------------------------


def readme(directive: str) -> str:
    """Give the one piece of nginx in the README with this in it, without its certificates."""
    text = (ROOT / "deploy/README.md").read_text(encoding="utf-8")
    (piece,) = [
        piece for piece in re.findall(r"```nginx\n(.*?)```", text, re.S) if directive in piece
    ]
    return re.sub(r"\n *(listen 443|ssl_).*", "", piece)


@pytest.mark.parametrize(
    ("domain", "to"),
    [
        ("oud.voorbeeld.nl", "https://nieuw.voorbeeld.nl/podcast/feed.xml"),
        ("goodiebag.voorbeeld.nl", "https://goodiebag.voorbeeld.nl/podcast/feed.xml"),
    ],
)
def test_a_domain_that_moves_takes_the_feed_along(project: Path, domain: str, to: str) -> None:
    """The redirects of the README: 301, to the same path elsewhere."""
    with served(project, extra=readme(f"server_name {domain};")) as address:
        answer = ask(address, FEED, Host=domain)

    assert (answer.status, answer.headers["Location"]) == (301, to)


def test_recordings_that_moved_are_found_at_their_old_address(project: Path) -> None:
    """The redirect of the README sends recordings on; feed and transcripts stay."""
    change = "    index index.html;\n"
    with served(project, {change: change + readme("location /podcast/audio/")}) as address:
        answer = ask(address, AUDIO)
        assert ask(address, FEED).status == 200

    assert answer.status == 301
    assert answer.headers["Location"] == "https://media.voorbeeld.nl/goodiebag/voorbeeld.mp3"


# --- In a browser --------------------------------------------------------------------------------


@pytest.fixture
def page(browser: Browser, host: str) -> Iterator[Page]:
    """A tab that fails the test when anything complains."""
    context = browser.new_context(base_url=host, locale="nl-NL")
    page, complaints = context.new_page(), list[str]()

    def listen(message: ConsoleMessage) -> None:
        # Chromium asks for an icon itself where a document names none, as a feed does.
        expected = ("/favicon.ico", "/bestaat-niet/")
        if message.type in {"error", "warning"} and not message.location["url"].endswith(expected):
            complaints.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def test_search_works_under_nginx(page: Page) -> None:
    """Home: the search is WebAssembly in a worker, under the policy of the host."""
    page.goto("", wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("saamhorigheid")

    results = page.get_by_role("dialog").get_by_role("listitem")
    expect(results.filter(has_text="Goed gesprek in twintig minuten")).to_be_visible()


def test_a_recording_jumps_under_nginx(page: Page) -> None:
    """An episode: the player goes to two seconds and plays from there; the host gave it parts."""
    statuses: list[tuple[str, int]] = []
    page.on("response", lambda answer: statuses.append((answer.url, answer.status)))
    page.goto("catalogus/voorbeeld/", wait_until="networkidle")
    moment = page.locator("audio").first.evaluate(
        """async player => {
            player.preload = "auto";
            player.load();
            await new Promise((ready, failed) => {
                player.addEventListener("canplay", ready, {once: true});
                player.addEventListener("error", () => failed(player.error), {once: true});
            });
            player.currentTime = 2;
            await player.play();
            await new Promise(heard => player.addEventListener("timeupdate", heard, {once: true}));
            return player.currentTime;
        }"""
    )

    assert 2 <= moment < 3
    assert {status for url, status in statuses if url.endswith(".mp3")} == {206}


def test_the_feed_opens_as_a_page_under_nginx(page: Page) -> None:
    """Chromium reads it as XML, so that its style sheet applies; as RSS it would show the source."""
    page.goto(FEED, wait_until="networkidle")

    assert page.evaluate("document.contentType") == "application/xml"
    assert page.evaluate("document.documentElement.localName") == "rss"
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 0


@pytest.mark.parametrize("path", ["podcast/", "podcast/voorbeeld/transcript.html", "bestaat-niet/"])
def test_nothing_complains_under_nginx(page: Page, path: str) -> None:
    """Pages that have more than text: a code to scan, a bare document, and the page for a 404."""
    page.goto(path, wait_until="networkidle")

    assert page.title()
