"""Puts a whole project together in an empty folder: the real site around the example's contents."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests/example"
FOLDER = "/map/goodiebag/"
"""Where tests host a site: in a folder of a domain, because there a wrong address shows."""
SITE_URL = f"https://voorbeeld.example.org{FOLDER}"


def compose(folder: Path, contents: Path = EXAMPLE) -> Path:
    """Make a project in `folder` with our theme and settings and the contents of `contents`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("catalogue", "podcasts", "docs"):
        shutil.copytree(contents / name, folder / name, dirs_exist_ok=True)
    for part in ("assets", "mijn-goodiebag"):
        shutil.copytree(ROOT / "docs" / part, folder / "docs" / part, dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides", folder / "overrides", dirs_exist_ok=True)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    hooks = (ROOT / "macros/hooks.py").as_posix()
    assert "  - macros/hooks.py\n" in settings
    settings = settings.replace("  - macros/hooks.py\n", f"  - {hooks}\n")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def run(*command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command as people do, in `cwd`, with extra environment variables; never raises."""
    fixed = {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8", "SITE_URL": SITE_URL}
    environment = {**os.environ, **fixed, **variables}
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def goodiebag(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run our command line in `cwd`."""
    return run(sys.executable, "-m", "macros.cli", *arguments, cwd=cwd, **variables)


def build(project: Path, **variables: str) -> Path:
    """Build the site of a project and give its folder; a build that fails fails the test."""
    done = goodiebag("build", cwd=project, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"
