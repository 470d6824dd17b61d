"""Speaks with GitHub or Forgejo: finds what was said before by its mark, and updates or says it.

Both have the same addresses for issues and their comments (GitHub REST API 2022-11-28, Forgejo
API v1); a pull request is an issue there.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

PER_PAGE = 50
MAX_PAGES = 200
MAX_BODY = 65_000
"""Characters of a comment; GitHub takes 65,536."""
MAX_ANSWER = 20_000_000
TIMEOUT = 30.0


class ForgeError(Exception):
    """The host did not do what was asked; the text says why, in Dutch."""

    def __init__(self, message: str, code: int = 0) -> None:
        super().__init__(message)
        self.code = code


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: it would take the token to another address."""

    def redirect_request(self, *_: object) -> None:
        """Let be."""


@dataclass(frozen=True)
class Forge:
    """A repository (`owner/name`) on a host whose API begins at `api`; `token` may write there."""

    api: str
    repository: str
    token: str

    def __post_init__(self) -> None:
        place = urlsplit(self.api)
        is_here = place.hostname in ("127.0.0.1", "localhost", "::1")
        if place.scheme != "https" and not (place.scheme == "http" and is_here):
            raise ForgeError("Het adres van de API begint met https://.")
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", self.repository, re.ASCII):
            raise ForgeError("Schrijf de plek als eigenaar/naam.")
        if not self.token or not self.token.isprintable() or not self.token.isascii():
            raise ForgeError("Er is geen token. Zet hem in GITHUB_TOKEN.")

    def head(self, number: int) -> str:
        """Give the newest commit of a pull request."""
        found = self._ask("GET", f"pulls/{number}")
        head = found.get("head") if isinstance(found, dict) else None
        return str(head.get("sha", "")) if isinstance(head, dict) else ""

    def say(self, number: int, marker: str, body: str) -> str:
        """Put a comment below an issue, or update the one that opens with `marker`; whoever made it.

        Gives in Dutch what was done.
        """
        for known in self._all(f"issues/{number}/comments"):
            if not _text(known).startswith(marker):
                continue
            if _text(known).strip() == body.strip():
                return "Het bericht staat er al zo."
            try:
                self._ask("PATCH", f"issues/comments/{int(known['id'])}", {"body": body[:MAX_BODY]})
                return "Het bericht is bijgewerkt."
            except ForgeError as error:
                # Of someone else, with our mark in it: then we say our own.
                if error.code not in (403, 404):
                    raise
        self._ask("POST", f"issues/{number}/comments", {"body": body[:MAX_BODY]})
        return "Het bericht is geplaatst."

    def report(self, title: str, marker: str, body: str) -> str:
        """Make an issue of a report, or update the open one that opens with `marker`."""
        given = {"title": title, "body": body[:MAX_BODY]}
        for known in self._all("issues?state=open&type=issues"):
            if _text(known).startswith(marker) and "pull_request" not in known:
                self._ask("PATCH", f"issues/{int(known['number'])}", given)
                return "Het verslag is bijgewerkt."
        self._ask("POST", "issues", given)
        return "Het verslag is geplaatst."

    def _all(self, path: str) -> Iterator[dict[str, Any]]:
        """Yield every item of a list, page after page; a host that knows no pages gives all at once."""
        seen: set[int] = set()
        sign = "&" if "?" in path else "?"
        for page in range(1, MAX_PAGES + 1):
            # The one host calls it per_page, the other limit.
            found = self._ask(
                "GET", f"{path}{sign}per_page={PER_PAGE}&limit={PER_PAGE}&page={page}"
            )
            fresh = [item for item in found if item["id"] not in seen] if found else []
            if not fresh:
                return
            seen.update(item["id"] for item in fresh)
            yield from fresh

    def _ask(self, method: str, path: str, given: object = None) -> Any:
        request = Request(
            f"{self.api.rstrip('/')}/repos/{self.repository}/{path}",
            method=method,
            data=None if given is None else json.dumps(given).encode(),
            headers={
                "Authorization": f"token {self.token}",
                "Accept": "application/json",
                "Content-Type": "application/json",
                "User-Agent": "goodiebag",
            },
        )
        try:
            with build_opener(_Stay).open(request, timeout=TIMEOUT) as answer:
                return json.loads(answer.read(MAX_ANSWER) or b"null")
        except HTTPError as error:
            error.close()
            raise ForgeError(_refusal(error.code), error.code) from None
        except (URLError, OSError, HTTPException):
            raise ForgeError("De site antwoordt niet. Probeer het later nog eens.") from None
        except ValueError:
            raise ForgeError("De site geeft een antwoord dat ik niet kan lezen.") from None


def _text(item: dict[str, Any]) -> str:
    return str(item.get("body") or "").replace("\r\n", "\n")


def _refusal(code: int) -> str:
    if code in (401, 403):
        return f"De site laat dit niet toe ({code}). Kijk of de token hier mag schrijven."
    if code == 404:
        return "Dat voorstel of die plek is er niet (404), of de token mag er niet bij."
    return f"De site antwoordt met code {code}."
