"""The nginx of the tests of deploy/: where it is, how it gets here, and how it serves a site.

Run as ``python -m tests.nginx`` this makes sure that there is one, before any test starts.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.installing import install, quietly
from tests.project import ROOT

UNPACKED = ROOT / ".cache/nginx"
"""Where the package of Debian is unpacked on a machine without nginx; `make clean` removes it."""

LISTEN = "listen 8080;"

NO_NGINX = (
    "De tests van de map deploy/ hebben nginx nodig en installeren lukte hier niet: "
    "installeer nginx zelf, of wijs hem aan met NGINX=/pad/naar/nginx."
)


class NoNginxError(Exception):
    """There is no nginx that starts; the message says in Dutch what to do."""


def find(environment: Mapping[str, str], unpacked: Path = UNPACKED) -> Path | None:
    """Give an nginx that works: of this machine or else the unpacked one; None if there is none.

    Args:
        environment: the environment variables; NGINX has the first word, then PATH counts.
        unpacked: the folder with the unpacked package.

    Raises:
        NoNginxError: NGINX is set, and there is no program there that works.
    """
    if chosen := environment.get("NGINX"):
        if not works(Path(chosen)):
            raise NoNginxError(f"NGINX wijst naar {chosen}, maar daar staat geen nginx die werkt.")
        return Path(chosen)
    # Debian puts it where the PATH of an ordinary user does not look.
    path = os.pathsep.join([environment.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    here = shutil.which("nginx", path=path)
    for place in ([Path(here)] if here else []) + [unpacked / "usr/sbin/nginx"]:
        if works(place):
            return place
    return None


def works(nginx: Path) -> bool:
    """Tell whether there is an nginx that starts."""
    return nginx.is_file() and quietly([nginx, "-v"]).returncode == 0


def installers(root: bool, apt: bool, brew: bool) -> list[list[list[str]]]:
    """Give the ways to get nginx, each a series of commands, the best first.

    Args:
        root: whether we may install packages of the system.
        apt: whether the system has apt-get (Debian and what descends from it).
        brew: whether the system has Homebrew.
    """
    if apt:
        # Installing would start a server on port 80; we want the program only.
        unpack = 'mkdir -p "$0" && cd "$0" && apt-get download nginx && dpkg-deb -x nginx_*.deb .'
        update = [["apt-get", "update"]] if root else []
        package = ["apt-get", "install", "--yes", "--no-install-recommends", "nginx"]
        return [[*update, ["sh", "-c", unpack, str(UNPACKED)]], *([[package]] if root else [])]
    return [[["brew", "install", "nginx"]]] if brew else []


def ensure(look: Callable[[], Path | None], ways: Sequence[Sequence[Sequence[str]]]) -> Path:
    """Give an nginx that works, installed in one of the ways where there is none yet.

    Raises:
        NoNginxError: there was none, and no way led to one.
    """
    if nginx := look():
        return nginx
    print("Ik haal nginx op voor de tests van de map deploy/ ...", flush=True)
    if nginx := install(look, ways):
        return nginx
    raise NoNginxError(NO_NGINX)


def main() -> int:
    """Make sure that there is an nginx; the exit status says whether there is."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    apt, brew = (shutil.which(name) is not None for name in ("apt-get", "brew"))
    try:
        ensure(lambda: find(os.environ), installers(root, apt, brew))
    except NoNginxError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


@contextmanager
def served(
    folder: Path, changes: Mapping[str, str] | None = None, extra: str = ""
) -> Iterator[str]:
    """Serve `folder`/site with the recipe in deploy/ and give the address, with a slash at the end.

    Args:
        folder: the folder with the site; the recipe and what nginx writes come beside it.
        changes: words of goodiebag.conf that the maintainer replaces, with what comes instead.
        extra: more servers in the same file, which listen to port 80.
    """
    recipe = folder / "deploy"
    shutil.copytree(ROOT / "deploy", recipe, dirs_exist_ok=True)
    (folder / ".cache").mkdir(exist_ok=True)
    port = _free_port()
    text = (recipe / "goodiebag.conf").read_text(encoding="utf-8")
    for old, new in {LISTEN: f"listen 127.0.0.1:{port};", **(changes or {})}.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    text += extra.replace("listen 80;", f"listen 127.0.0.1:{port};")
    (recipe / "goodiebag.conf").write_text(text, encoding="utf-8")

    nginx = find(os.environ)
    assert nginx is not None, NO_NGINX
    command = [str(nginx), "-e", "stderr", "-p", str(folder), "-c", str(recipe / "nginx.conf")]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # The folders of tests are closed to everyone but their owner.
        command += ["-g", "user root;"]
    log = folder / ".cache/nginx.log"
    with log.open("w") as told, subprocess.Popen(command, stderr=told) as process:
        try:
            if not _answers(process, port):
                raise AssertionError(log.read_text())
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until nginx answers, at most ten seconds; False when it stopped or stays silent."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        if process.poll() is not None:
            return False
        time.sleep(0.05)
    return False


if __name__ == "__main__":
    sys.exit(main())
