import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def run(
    *command: str | Path, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command with these environment variables on top of ours, apart from the make around us."""
    around = ("MAKE", "PYTHON")
    ours = {name: value for name, value in os.environ.items() if not name.startswith(around)}
    return subprocess.run(
        command,
        cwd=cwd,
        env={**ours, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# --- What is installed ---------------------------------------------------------------------------


def locked() -> dict[str, list[tuple[str, int]]]:
    """Give per package of the lock its versions, each with its number of hashes."""
    packages: dict[str, list[tuple[str, int]]] = {}
    for block in re.findall(r"^\S.*(?:\n .*)*", LOCK, re.MULTILINE):
        if found := re.match(r"([\w.-]+)==([^\s;]+)", block):
            hashes = len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", block))
            packages.setdefault(found[1], []).append((found[2], hashes))
    return packages


def required() -> list[str]:
    """Give every requirement in pyproject.toml as it stands there."""
    project = tomllib.loads(PROJECT)
    extras = project["project"]["optional-dependencies"].values()
    return [*project["project"]["dependencies"], *(line for extra in extras for line in extra)]


def test_lock_gives_every_requirement_an_exact_version_and_hashes() -> None:
    """Each line of the lock that asks for a package pins it and has at least one hash."""
    asked = [line for line in LOCK.splitlines() if line and line[0] not in "# "]
    versions = locked()
    assert len(asked) == sum(len(pins) for pins in versions.values())
    assert [name for name, pins in versions.items() for _, hashes in pins if not hashes] == []


def test_lock_names_no_index_and_no_place_on_a_machine() -> None:
    """The lock says what, never where from: it installs from any index, in any folder."""
    content = "\n".join(line for line in LOCK.splitlines() if not line.startswith("#"))
    assert "://" not in LOCK
    assert not re.search(
        r"^\s*(-i|--(extra-)?index-url|--find-links|--trusted-host)", content, re.M
    )
    assert "/" not in content


@pytest.mark.parametrize("wanted", required())
def test_dependency_has_a_reason_and_is_locked(wanted: str) -> None:
    """Each dependency tells on its own line why it is there, and the lock has a version of it."""
    line = next(line for line in PROJECT.splitlines() if f'"{wanted}"' in line and "#" in line)
    assert len(line.partition("#")[2].split()) >= 3
    requirement = Requirement(wanted)
    versions = [version for version, _ in locked()[canonicalize_name(requirement.name)]]
    assert all(requirement.specifier.contains(version) for version in versions)


def test_build_backend_is_locked_too() -> None:
    """What builds the project itself is in the extra that the lock is made with."""
    project = tomllib.loads(PROJECT)
    build = project["project"]["optional-dependencies"]["build"]
    assert set(project["build-system"]["requires"]) <= set(build)


# --- make ----------------------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a folder with what make needs to begin, and no environment yet."""
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def python(folder: Path, behaviour: str) -> Path:
    """Put a program in the folder that is this Python, after the given statements."""
    folder.mkdir(exist_ok=True)
    program = folder / "python3"
    code = f"import sys; sys.argv = sys.argv[1:]; {behaviour}; exec(sys.argv[1])"
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{code}' \"$@\"\n")
    program.chmod(0o755)
    return program


def tools(folder: Path) -> Path:
    """Give a folder that has the few programs that make itself needs, and no Python."""
    folder.mkdir()
    for name in ("cat", "make", "rm", "sh"):
        (folder / name).symlink_to(str(shutil.which(name)))
    return folder


TOO_OLD = 'sys.version_info = (3, 10, 4, "final", 0)'
NO_VENV = 'sys.modules["ensurepip"] = None'


def test_make_alone_explains_every_target() -> None:
    """Without a target make prints each of them with what it does, and does nothing."""
    targets = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.M)[0].split()
    told = run("make")
    assert told.returncode == 0
    explained = re.findall(r"^  make (\w+) +\S.{20,}$", told.stdout, re.M)
    assert sorted(explained) == sorted(set(targets) - {"help"})


@pytest.mark.parametrize(
    ("behaviour", "remedy"),
    [(TOO_OLD, "Python 3.11 of nieuwer nodig"), (NO_VENV, "installeer venv")],
    ids=["too old", "without venv"],
)
def test_unfit_python_gives_one_sentence_with_the_remedy(
    checkout: Path, behaviour: str, remedy: str
) -> None:
    """Where the only Python is no good, make says in one line what to do, and stops."""
    path = tools(checkout / "tools")
    python(path, behaviour)
    told = run(path / "make", "site", cwd=checkout, PATH=str(path))
    assert told.returncode != 0
    assert told.stdout == ""
    (line,) = told.stderr.splitlines()
    assert remedy in line
    assert "make PYTHON=" in line
    assert not (checkout / ".venv").exists()


def test_no_python_at_all_gives_the_same_sentence(checkout: Path) -> None:
    """A machine without Python hears which one it needs."""
    path = tools(checkout / "tools")
    told = run(path / "make", "site", cwd=checkout, PATH=str(path))
    assert told.returncode != 0
    (line,) = told.stderr.splitlines()
    assert "Python 3.11 of nieuwer nodig" in line


def test_a_newer_python_is_found_beside_an_old_one(checkout: Path) -> None:
    """An old python3 does not stand in the way of a good python3.12, which makes the environment."""
    path = tools(checkout / "tools")
    python(path, TOO_OLD)
    good = path / "python3.12"
    good.write_text(
        f"#!/bin/sh\n[ $1 = -c ] && exec '{sys.executable}' \"$@\"\necho python3.12 $@\n"
    )
    good.chmod(0o755)
    told = run(path / "make", ".venv/made", cwd=checkout, PATH=str(path))
    assert "python3.12 -m venv --clear .venv" in told.stdout


def test_named_python_has_the_first_word(checkout: Path) -> None:
    """PYTHON=... is the only Python that make looks at, also where another would do."""
    named = python(checkout / "own python", TOO_OLD)
    told = run("make", "site", f"PYTHON={named}", cwd=checkout)
    assert told.returncode != 0
    assert "Python 3.11 of nieuwer nodig" in told.stderr


@pytest.fixture
def environment(checkout: Path) -> Path:
    """Give a folder whose environment is up to date, as far as make can see."""
    programs = checkout / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    programs.mkdir(parents=True)
    (programs / "python").symlink_to(sys.executable)
    (checkout / ".venv" / "made").write_text(f"{checkout.resolve()}\n")
    for stamp in ("locked", "ready"):
        (checkout / ".venv" / stamp).touch()
    return checkout


def work_to_do(folder: Path) -> bool:
    """Tell whether make would change the environment in this folder."""
    return run("make", "--question", ".venv/ready", cwd=folder).returncode != 0


def test_nothing_is_installed_when_nothing_changed(environment: Path) -> None:
    """An environment that is up to date is left alone."""
    assert not work_to_do(environment)


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_changed_requirements_are_installed(environment: Path, name: str) -> None:
    """A newer lock or project file brings the environment up to date again."""
    later = (environment / ".venv" / "ready").stat().st_mtime + 10
    os.utime(environment / name, (later, later))
    assert work_to_do(environment)


def test_environment_of_another_folder_is_made_again(environment: Path) -> None:
    """Programs in a copied or moved environment run the code of the old folder: never use it."""
    moved = environment.parent / "moved"
    shutil.copytree(environment, moved, symlinks=True)
    assert work_to_do(moved)
    assert not work_to_do(environment)


def test_environment_whose_python_has_gone_is_made_again(environment: Path) -> None:
    """After an update of the system the Python of an environment may not be there any more."""
    (programs,) = (environment / ".venv").glob("*/python")
    programs.unlink()
    assert work_to_do(environment)


def test_clean_removes_what_was_made_and_nothing_else(environment: Path) -> None:
    """The site, the environment and the caches go; the rest stays as it was."""
    for folder in ("site/data", ".mypy_cache", "macros/__pycache__"):
        (environment / folder).mkdir(parents=True)
    (environment / "macros" / "own.py").touch()
    assert run("make", "clean", cwd=environment).returncode == 0
    left = {str(path.relative_to(environment)) for path in environment.rglob("*")}
    assert left == {"Makefile", "macros", "macros/own.py", "pyproject.toml", "requirements.lock"}


# --- Continuous integration ------------------------------------------------------------------------


def workflow(name: str) -> dict[str, Any]:
    """Read a workflow; its key `on` is text here, as GitHub reads it."""
    text = (ROOT / ".github/workflows" / name).read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return read


def test_ci_runs_make_test_in_the_project_and_nothing_more(tmp_path: Path) -> None:
    """From any folder, .ci/run is `make test` in the folder of the project."""
    told = tmp_path / "told"
    program = tmp_path / "make"
    program.write_text(f'#!/bin/sh\necho "$PWD: make $*" >> "{told}"\nexit 3\n')
    program.chmod(0o755)
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    assert run(ROOT / ".ci/run", cwd=tmp_path, PATH=path).returncode == 3
    assert told.read_text() == f"{ROOT.resolve()}: make test\n"


@pytest.mark.parametrize("name", ["check.yml", "publish.yml"])
def test_workflow_pins_its_actions_and_may_only_read(name: str) -> None:
    """Every action is pinned to a commit with its version beside it; rights are given per job."""
    text = (ROOT / ".github/workflows" / name).read_text(encoding="utf-8")
    actions = re.findall(r"uses: (.*)", text)
    assert actions
    assert all(
        re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in actions
    )
    assert workflow(name)["permissions"] == {"contents": "read"}


def test_every_pull_request_is_tested_and_checked_on_three_systems() -> None:
    """A pull request runs `make test`, and `goodiebag check` on Linux, macOS and Windows."""
    check = workflow("check.yml")
    assert "pull_request" in check["on"]
    jobs = check["jobs"]
    assert {"run": "make test"} in jobs["test"]["steps"]
    systems = jobs["catalogue"]["strategy"]["matrix"]["os"]
    assert [system.partition("-")[0] for system in systems] == ["ubuntu", "macos", "windows"]
    assert {"run": "goodiebag check"} in jobs["catalogue"]["steps"]


def test_only_a_tested_site_that_may_go_online_is_published() -> None:
    """First our own command looks at the address, then the tests run, then the site is built."""
    publish = workflow("publish.yml")
    assert publish["on"]["push"]["branches"] == ["main"]
    jobs = publish["jobs"]
    steps = [step.get("run", step.get("uses", "")).split("@")[0] for step in jobs["build"]["steps"]]
    allowed = steps.index(".venv/bin/goodiebag check --publiceer")
    tested = steps.index(
        "env -u SITE_URL -u MEDIA_URL -u SECURITY_CONTACT -u SECURITY_EXPIRES make test"
    )
    assert steps.index("make check") < allowed < tested < steps.index("make site")
    assert steps.index("make site") < steps.index("actions/upload-pages-artifact")
    assert jobs["deploy"]["needs"] == "build"


# --- The shape of the code -------------------------------------------------------------------------

ROOMS = (
    *(
        "__init__",
        "hooks",
        "cli",
        "recordings",
        "proposals",
        "contributions",
        "checking",
        "watching",
        "terminal",
        "builder",
        "preview",
        "frame",
        "publish",
        "narration",
        "patience",
        "swap",
        "dutch_click",
    ),
    *("site_settings", "settings", "retelling", "contents", "links", "qr", "drawing", "addresses"),
    *("website/__init__", "website/search", "podcast/__init__", "podcast/feed", "podcast/audio"),
    *("catalogue/__init__", "catalogue/model"),
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Give a package with our rooms and our contracts, in which nothing imports anything yet."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in ROOMS:
        module = tmp_path / "macros" / f"{room}.py"
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text('"""A room."""\n')
    return tmp_path


def contracts(folder: Path) -> str:
    """Give what the import contracts say of the package in this folder: nothing if all is well."""
    program = Path(sys.executable).with_name("lint-imports")
    told = run(program, "--no-cache", cwd=folder)
    return "" if told.returncode == 0 else told.stdout


def test_imports_towards_the_catalogue_are_kept(house: Path) -> None:
    """Each room may use the ones below it, and the one module may use the library it knows."""
    for room, line in {
        "cli": "import macros.publish",
        "hooks": "import macros.website.search, mkdocs",
        "website/search": "import macros.contents, pagefind",
        "podcast/feed": "import macros.podcast.audio, macros.addresses, feedgen",
        "podcast/audio": "import macros.catalogue.model, mutagen",
        "qr": "import zxingcpp",
    }.items():
        (house / "macros" / f"{room}.py").write_text(f"{line}\n")
    assert contracts(house) == ""


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("catalogue/model", "import macros.website"),
        ("addresses", "import macros.podcast"),
        ("podcast/feed", "import macros.contents"),
        ("publish", "import macros.cli"),
        ("hooks", "import macros.cli"),
        ("contribute", "import macros.website"),
        ("publish", "import mkdocs"),
        ("hooks", "import mkdocs_macros"),
        ("website/__init__", "import feedgen"),
        ("podcast/feed", "import mutagen"),
        ("publish", "import pagefind"),
        ("another", "import macros.catalogue"),
    ],
)
def test_other_imports_are_refused(house: Path, room: str, line: str) -> None:
    """An import that goes up, a library in the wrong place or an unknown room breaks a contract."""
    (house / "macros" / f"{room}.py").write_text(f"{line}\n")
    assert "BROKEN" in contracts(house)


# --- Licences and the description for catalogues of public code -------------------------------------


def test_licences_are_there_in_full() -> None:
    """EUPL-1.2 holds for the code, CC0-1.0 for the texts; both stand in the project as a whole."""
    code = (ROOT / "LICENSES/EUPL-1.2.txt").read_text(encoding="utf-8")
    texts = (ROOT / "LICENSES/CC0-1.0.txt").read_text(encoding="utf-8")
    assert code.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in code
    assert "Appendix" in code
    assert "CC0 1.0 Universal" in texts
    assert "4. Limitations and Disclaimers." in texts
    assert (ROOT / "LICENSE").read_text(encoding="utf-8") == code
    assert tomllib.loads(PROJECT)["project"]["license"] == "EUPL-1.2"


def test_what_others_made_for_browsers_says_whose_it_is() -> None:
    """Each has its licence and where it is from, in a folder with its version, and evaluates no code."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    folders = sorted((ROOT / "docs/assets/vendor").iterdir())
    assert [folder.name for folder in folders] == ["markdown-it-15.0.3", "yaml-2.9.1"]
    for folder in folders:
        name, _, version = folder.name.rpartition("-")
        told = (folder / "README.txt").read_text(encoding="utf-8")
        assert f"{name}.js is version {version} of" in told
        assert "Copyright" in (folder / "LICENSE.txt").read_text(encoding="utf-8")
        code = (folder / f"{name}.js").read_text(encoding="utf-8")
        assert not re.search(r"\beval\(|new Function|import\(|innerHTML|https?://[a-z.]*cdn", code)
        assert f"[{name}](docs/assets/vendor/{folder.name}/LICENSE.txt)" in readme


def test_publiccode_has_what_its_standard_asks() -> None:
    """Version 0.7 of the standard: the mandatory keys, the lengths, and both languages."""
    public = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    project = tomllib.loads(PROJECT)["project"]
    assert public["publiccodeYmlVersion"] == "0.7"
    assert {"name", "url", "platforms", "developmentStatus", "softwareType"} <= public.keys()
    assert public["softwareVersion"] == project["version"]
    assert public["legal"]["license"] == project["license"]
    # A maintainer would have to be a person: there is none, so no type that asks for one.
    assert public["maintenance"] == {"type": "none"}
    assert public["localisation"] == {"localisationReady": False, "availableLanguages": ["nl"]}
    assert public["description"].keys() == {"nl", "en"}
    for told in public["description"].values():
        assert len(told["shortDescription"]) <= 150
        assert "\n" not in told["shortDescription"]
        assert 150 <= len(told["longDescription"]) <= 10_000
        assert len(told["features"]) >= 5
