"""Addresses are asked whether they still answer: politely, at a real server."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from time import monotonic, sleep

import pytest

from macros.contribute import answering

ANSWERS = {"/goed": (200, 200), "/geen-head": (405, 200), "/weg": (404, 404), "/voorgoed": (410, 410),
           "/dicht": (403, 403), "/verhuisd": (301, 301), "/elders": (302, 302), "/kapot": (200, 200)}  # fmt: skip
"""What the server answers to HEAD and to GET."""


class Server(ThreadingHTTPServer):
    """A server that remembers who asked what, and when."""

    asked: list[tuple[str, str, str, float]]


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on this machine."""

    class Handler(BaseHTTPRequestHandler):
        server: Server

        def do_HEAD(self) -> None:
            self.answer(0)

        def do_GET(self) -> None:
            self.answer(1)

        def answer(self, place: int) -> None:
            agent = self.headers["User-Agent"]
            self.server.asked.append((self.command, self.path, agent, monotonic()))
            if self.path == "/traag":
                sleep(1)
            self.send_response(ANSWERS.get(self.path, (200, 200))[place])
            goal = {"/verhuisd": "/goed", "/elders": "file:///etc/hostname"}.get(self.path)
            if goal:
                self.send_header("Location", goal)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    made = Server(("127.0.0.1", 0), Handler)
    made.asked = []
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def ask(server: Server, *paths: str, pause: float = 0) -> dict[str, str]:
    """Ask the server for these paths; give what is wrong, by path."""
    root = f"http://127.0.0.1:{server.server_port}"
    found = answering.silent([root + path for path in paths], timeout=0.5, pause=pause)
    return {address.removeprefix(root): fault for address, fault in found.items()}


def test_an_address_that_answers_is_not_told(server: Server) -> None:
    """Also where it has moved, or where the server does not know HEAD."""
    assert ask(server, "/goed", "/geen-head", "/verhuisd") == {}


def test_what_is_wrong_is_told_in_dutch(server: Server) -> None:
    """A page that is gone is another thing than one that is not for computers."""
    assert ask(server, "/weg", "/voorgoed", "/dicht", "/traag") == {
        "/weg": "deze pagina is er niet meer (404)",
        "/voorgoed": "deze pagina is er niet meer (410)",
        "/dicht": "de site laat dit niet aan een computer zien (403); kijk zelf of het er nog is",
        "/traag": "geen antwoord binnen 0 seconden",
    }


def test_a_redirect_leads_no_further_than_the_web(server: Server) -> None:
    """No file of this machine is opened."""
    assert list(ask(server, "/elders")) == ["/elders"]


def test_head_comes_first_and_get_only_after_an_error(server: Server) -> None:
    """With a name by which the owner of a site knows who asks."""
    ask(server, "/goed", "/geen-head")

    assert [(method, path) for method, path, *_ in server.asked] == [
        ("HEAD", "/goed"),
        ("HEAD", "/geen-head"),
        ("GET", "/geen-head"),
    ]
    assert {agent for _, _, agent, _ in server.asked} == {answering.AGENT}


def test_a_host_gets_one_question_at_a_time_with_a_rest_between(server: Server) -> None:
    """And one page is asked once, whatever stands behind its `#`."""
    found = ask(server, "/weg#een", "/weg#twee", "/goed", pause=0.2)
    times = [at for *_, at in server.asked]

    assert [path for _, path, *_ in server.asked] == ["/weg", "/weg", "/goed"]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.19
    assert list(found) == ["/weg#een", "/weg#twee"]


def test_a_host_that_is_not_there_is_told(server: Server) -> None:
    """Nobody listens at that port any more; other schemes are not asked."""
    port = server.server_port
    server.shutdown()
    server.server_close()
    found = answering.silent(
        [f"http://127.0.0.1:{port}/", "mailto:a@example.org", "ftp://example.org/"], pause=0
    )

    assert found == {f"http://127.0.0.1:{port}/": "de site antwoordt niet"}
