"""One comment is put below a proposal and kept up to date, on a host as GitHub or as Forgejo is."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from macros.contribute.forge import MAX_BODY, Forge, ForgeError

MARKER = "<!-- antwoord -->"
TOKEN = "geheim-voor-de-test"


class Host(ThreadingHTTPServer):
    """A host with issues and comments; not every host knows `pages`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.comments: list[dict[str, Any]] = []
        self.issues: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.refused: dict[int, int] = {}
        self.pages = True
        self.fault = b""

    @property
    def api(self) -> str:
        """Give where the API begins."""
        return f"http://127.0.0.1:{self.server_port}/api/v1"


class _Answer(BaseHTTPRequestHandler):
    server: Host

    def log_message(self, *_: object) -> None:
        """Stay silent."""

    def _answer(self) -> None:
        host = self.server
        path = urlsplit(self.path)
        assert path.path.startswith("/api/v1/repos/redactie/goodiebag/")
        way = path.path.removeprefix("/api/v1/repos/redactie/goodiebag/")
        host.asked.append(f"{self.command} {way}")
        if self.headers["Authorization"] != f"token {TOKEN}":
            self._send(401, {})
            return
        if host.fault:
            self._send(200, host.fault)
            return
        length = int(self.headers.get("Content-Length") or 0)
        given: dict[str, Any] = json.loads(self.rfile.read(length)) if length else {}
        if self.command == "GET" and way == "pulls/7":
            self._send(200, {"head": {"sha": "abc"}})
        elif self.command == "GET" and way == "pulls/8":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:1/elders")
            self.end_headers()
        elif self.command == "GET" and way in ("issues/7/comments", "issues"):
            items = host.issues if way == "issues" else host.comments
            number = int(parse_qs(path.query)["page"][0])
            self._send(200, items[(number - 1) * 50 : number * 50] if host.pages else items)
        elif self.command == "POST" and way in ("issues/7/comments", "issues"):
            items = host.issues if way == "issues" else host.comments
            items.append({"id": len(items) + 1, "number": len(items) + 1, **given})
            self._send(201, items[-1])
        elif self.command == "PATCH" and way.startswith("issues/"):
            number = int(way.rsplit("/", 1)[1])
            items = host.comments if "comments" in way else host.issues
            if code := host.refused.get(number):
                self._send(code, {})
                return
            next(item for item in items if item["id"] == number).update(given)
            self._send(200, {})
        else:
            self._send(404, {})

    do_GET = do_POST = do_PATCH = _answer  # noqa: N815 - as the library calls it

    def _send(self, code: int, found: object) -> None:
        data = found if isinstance(found, bytes) else json.dumps(found).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def host() -> Iterator[Host]:
    """A host on this machine, with nothing in it."""
    with Host() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def forge(host: Host) -> Forge:
    """The way to it, with the right token."""
    return Forge(host.api, "redactie/goodiebag", TOKEN)


def others(number: int) -> list[dict[str, Any]]:
    """Give comments of other people."""
    return [{"id": place, "body": f"Opmerking {place}"} for place in range(1, number + 1)]


@pytest.mark.parametrize("pages", [True, False])
def test_the_first_answer_is_placed_and_later_ones_take_its_place(
    host: Host, forge: Forge, pages: bool
) -> None:
    """Among 120 others, on a host that gives pages and on one that always gives all."""
    host.pages, host.comments = pages, others(120)

    assert forge.say(7, MARKER, f"{MARKER}\nEen") == "Het bericht is geplaatst."
    assert forge.say(7, MARKER, f"{MARKER}\nTwee") == "Het bericht is bijgewerkt."
    assert len(host.comments) == 121
    assert host.comments[-1]["body"] == f"{MARKER}\nTwee"


def test_an_answer_that_is_the_same_is_left_alone(host: Host, forge: Forge) -> None:
    """Nobody gets a message of nothing; how a host ends its lines makes no difference."""
    host.comments = [{"id": 1, "body": f"{MARKER}\r\nEen\r\n", "user": {"login": "wie dan ook"}}]

    assert forge.say(7, MARKER, f"{MARKER}\nEen") == "Het bericht staat er al zo."
    assert not any(asked.startswith(("POST", "PATCH")) for asked in host.asked)


def test_a_mark_inside_a_text_of_someone_else_is_not_ours(host: Host, forge: Forge) -> None:
    """Only a comment that opens with it; and one that we may not change is left alone."""
    host.comments = [{"id": 1, "body": f"> {MARKER}"}, {"id": 2, "body": MARKER}]
    host.refused = {2: 403}

    assert forge.say(7, MARKER, f"{MARKER}\nEen") == "Het bericht is geplaatst."
    assert [comment["body"] for comment in host.comments[:2]] == [f"> {MARKER}", MARKER]


def test_a_report_is_one_issue(host: Host, forge: Forge) -> None:
    """A pull request with the mark is no issue."""
    host.issues = [{"id": 1, "number": 1, "body": MARKER, "pull_request": {}}]

    assert forge.report("Nakijken", MARKER, f"{MARKER}\nEen") == "Het verslag is geplaatst."
    assert forge.report("Nakijken", MARKER, f"{MARKER}\nTwee") == "Het verslag is bijgewerkt."
    assert [issue["body"] for issue in host.issues] == [MARKER, f"{MARKER}\nTwee"]


def test_a_long_answer_is_cut_where_a_host_would_refuse_it(host: Host, forge: Forge) -> None:
    """GitHub takes 65,536 characters."""
    forge.say(7, MARKER, MARKER + "x" * 100_000)

    assert len(host.comments[0]["body"]) == MAX_BODY


def test_the_newest_commit_of_a_proposal_is_known(forge: Forge) -> None:
    """By it an answer is held against the proposal that it is about."""
    assert forge.head(7) == "abc"


def test_a_redirect_is_not_followed(forge: Forge) -> None:
    """It would take the token along."""
    with pytest.raises(ForgeError, match="302"):
        forge.head(8)


def test_a_wrong_token_is_told_without_the_token(host: Host) -> None:
    """It says what to look at."""
    with pytest.raises(ForgeError, match="Kijk of de token hier mag schrijven") as caught:
        Forge(host.api, "redactie/goodiebag", "verkeerd-geheim").say(7, MARKER, MARKER)
    assert "verkeerd-geheim" not in str(caught.value)


def test_an_answer_that_is_no_json_is_told(host: Host, forge: Forge) -> None:
    """Such as the page of a proxy."""
    host.fault = b"<html>Even geduld</html>"

    with pytest.raises(ForgeError, match="een antwoord dat ik niet kan lezen"):
        forge.say(7, MARKER, MARKER)


def test_a_host_that_is_away_is_told() -> None:
    """Nothing listens there."""
    with pytest.raises(ForgeError, match="antwoordt niet"):
        Forge("http://127.0.0.1:1", "redactie/goodiebag", TOKEN).head(7)


@pytest.mark.parametrize(
    ("api", "repository", "token", "told"),
    [
        ("http://example.org", "a/b", "t", "https://"),
        ("ftp://127.0.0.1", "a/b", "t", "https://"),
        ("https://example.org", "a/b/../c", "t", "eigenaar/naam"),
        ("https://example.org", "a", "t", "eigenaar/naam"),
        ("https://example.org", "a/b", "", "token"),
        ("https://example.org", "a/b", "t\nX: y", "token"),
    ],
)
def test_an_address_or_token_that_is_not_safe_is_refused(
    api: str, repository: str, token: str, told: str
) -> None:
    """A token goes over an encrypted line, to one repository, and holds no line of its own."""
    with pytest.raises(ForgeError, match=told):
        Forge(api, repository, token)
