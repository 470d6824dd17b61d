"""Serves a folder as a careful host would: byte ranges, right types, a strict policy."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; media-src 'self'; worker-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


class Handler(SimpleHTTPRequestHandler):
    """Answers below one folder of the host; what does not exist gives the site's own 404 page."""

    extensions_map = {  # noqa: RUF012 - the base class has it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".xml": "application/rss+xml",
        ".vtt": "text/vtt",
        ".mp3": "audio/mpeg",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".wasm": "application/wasm",
    }

    def __init__(self, *arguments: Any, prefix: str, **named: Any) -> None:
        self.prefix = prefix
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        """Answer, with a part of the file where a part is asked."""
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if asked and path.is_file():
            data = path.read_bytes()
            first, last = int(asked[1]), int(asked[2] or len(data) - 1)
            self.send_response(HTTPStatus.PARTIAL_CONTENT)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
            self.send_header("Content-Length", str(last - first + 1))
            self.end_headers()
            self.wfile.write(data[first : last + 1])
        else:
            super().do_GET()

    def guess_type(self, path: Any) -> str:
        """Give the type of a file; who opens the feed in a browser gets it as XML.

        Chromium shows the source of application/rss+xml, without the style sheet that it names.
        """
        if str(path).endswith("feed.xml") and "text/html" in self.headers.get("Accept", ""):
            return "application/xml"
        return super().guess_type(path)

    def translate_path(self, path: str) -> str:
        """Map an address to a file; outside the prefix nothing exists."""
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "bestaat-niet")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Give the site's own page for what does not exist."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Add what a careful host adds."""
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


@contextmanager
def served(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve `folder` at the address that is given, in a folder of the host when `prefix` says so."""
    handler = partial(Handler, directory=str(folder), prefix=prefix)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
