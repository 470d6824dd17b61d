"""Asks addresses on the web whether they still answer: politely, and never in a build or a check."""

import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urldefrag, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

AGENT = "goodiebag (kijkt of links nog werken)"
TIMEOUT = 10.0
"""Seconds that an address gets to answer."""
PAUSE = 1.0
"""Seconds between two questions to one host."""
HOSTS = 8
"""So many hosts are asked at once; each of them one question at a time."""
SCHEMES = ("http", "https")

_GONE = (404, 410)
_NO_HOST = "deze site bestaat niet meer, of heet anders"
_LATE = "geen antwoord binnen {:.0f} seconden"
_REFUSED = "de site antwoordt niet"
_UNSAFE = "het certificaat van de site klopt niet"


def silent(
    addresses: Iterable[str], *, timeout: float = TIMEOUT, pause: float = PAUSE
) -> Mapping[str, str]:
    """Give the addresses that do not answer as they should, each with what is wrong, in Dutch.

    Only http and https are asked. Each address is asked once, whatever stands behind its `#`:
    with HEAD, and with GET where that gives an error, since not every server knows HEAD.
    """
    asked: dict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        if urlsplit(address).scheme in SCHEMES:
            asked[urldefrag(address).url].append(address)
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in asked:
        hosts[urlsplit(address).netloc].append(address)
    with ThreadPoolExecutor(max_workers=HOSTS) as pool:
        answers = list(pool.map(lambda of: _of_one_host(of, timeout, pause), hosts.values()))
    faults = {address: fault for found in answers for address, fault in found.items()}
    return {
        whole: faults[bare] for bare, wholes in asked.items() if bare in faults for whole in wholes
    }


def _of_one_host(addresses: Sequence[str], timeout: float, pause: float) -> dict[str, str]:
    found = {}
    for place, address in enumerate(addresses):
        if place:
            time.sleep(pause)
        if fault := _fault(address, timeout, pause):
            found[address] = fault
    return found


def _fault(address: str, timeout: float, pause: float) -> str | None:
    """Give what is wrong with one address; None when it answers."""
    if not _answer("HEAD", address, timeout):
        return None
    time.sleep(pause)
    return _answer("GET", address, timeout)


def _answer(method: str, address: str, timeout: float) -> str | None:
    request = Request(address, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
    try:
        # What the page says is not read.
        _opener().open(request, timeout=timeout).close()
    except HTTPError as error:
        error.close()
        return _status(error.code)
    except (OSError, HTTPException, ValueError) as error:
        return _reason(error, timeout)
    return None


def _status(code: int) -> str:
    if code in _GONE:
        return f"deze pagina is er niet meer ({code})"
    return f"de site laat dit niet aan een computer zien ({code}); kijk zelf of het er nog is"


def _reason(error: Exception, timeout: float) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, socket.gaierror):
        return _NO_HOST
    if isinstance(cause, TimeoutError):
        return _LATE.format(timeout)
    return _UNSAFE if isinstance(cause, ssl.SSLError) else _REFUSED


def _opener() -> OpenerDirector:
    """Give what opens addresses of the web and no others, also after a redirect."""
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPRedirectHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):  # fmt: skip
        opener.add_handler(handler())
    return opener
