"""Takes an entry out of a mail or a file as it came in, and puts it in its place in the catalogue.

The form writes as its first line where the entry belongs: `# catalogue/entries/<thema>/<naam>.yml`.
What a mail program did to the text on the way is undone where that can be known: lines that were
wrapped by RFC 3676 (format=flowed), quotes in front of lines, spaces that do not break.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.folder import ENTRIES
from macros.catalogue.ids import ID_RULE, as_id, is_id, reserved
from macros.catalogue.loading import survey
from macros.catalogue.problems import Problems
from macros.catalogue.reading import MAX_BYTES, read_bytes
from macros.contribute import beginning, mending
from macros.contribute.beginning import NotBegun
from macros.contribute.scaffold import EDITOR

PLACE = re.compile(rf"#[ \u00a0]*{ENTRIES}/(?P<theme>[^/\s]+)/(?P<id>[^/\s]+)\.yml\s*")
"""The line that says where an entry belongs."""
MAX_MAIL = 10_000_000
"""Bytes of a mail, with all that hangs on it."""

_KIND = re.compile(r"kind[ \u00a0]*:\s")
_FENCE = re.compile(r"```.*")
_TALK = re.compile(r"(?![a-z_]+[ \u00a0]*:)[^\W\d_]")
"""A line at the edge that is no field: after an empty line someone says goodbye."""
_SIGNATURE = "-- "
_FILES = (".yml", ".yaml", ".txt")


@dataclass(frozen=True)
class Taken:
    """An entry that was put in its place: its file, and what changed where it was there already."""

    file: str
    difference: str
    alike: tuple[str, ...]


def take(root: Path, source: Path, theme: str | None = None, *, replace: bool = False) -> Taken:
    """Put the entry that is in a file (`.yml`, `.txt` or `.eml`) in its place in the project `root`.

    Where the file does not say its place, `theme` and the title do. One that is there already is
    only written over with `replace`. Raises NotBegun where there is no entry in the file or no
    place for it, Problems where the catalogue cannot be read; then nothing is written. Whether
    the entry is sound is for the check to tell.
    """
    catalogue, problems = survey(root)
    if catalogue is None:
        raise Problems(problems)
    text = _entry_in(source)
    place, text = _apart(text)
    data = mending.mend(f"{EDITOR}\n{text}".encode(), catalogue)
    title, id = _title(data), place[1] if place else ""
    id = id or as_id(title)
    if not is_id(id) or reserved(id):
        told = f"{id or title} kan geen bestandsnaam zijn. Gebruik {ID_RULE}."
        if not (id or title):
            told = f"in {source} is geen titel te lezen, dus er is geen bestandsnaam te maken. Staat er nog tekst van de mail omheen, haal die dan weg."
        raise NotBegun(told)
    there = catalogue.entries.get(id)
    asked = theme or (place[0] if place else None) or (there.theme if there else None)
    file = f"{ENTRIES}/{beginning.theme_of(catalogue, asked)}/{id}.yml"
    path = root / file
    if replace and path.is_file() and not path.is_symlink():
        before = path.read_bytes()
        if EDITOR.encode() not in before:
            data = data.removeprefix(f"{EDITOR}\n".encode())
        path.write_bytes(data)
        return Taken(file, mending.difference(before, data, file), ())
    _refuse_taken(catalogue, id, file)
    beginning.write(path, data)
    return Taken(file, "", tuple(beginning.resembling(catalogue, title, id)))


def _refuse_taken(catalogue: Catalogue, id: str, file: str) -> None:
    try:
        beginning.refuse_taken(catalogue, id)
    except NotBegun as error:
        if (catalogue.root / file).is_file():
            raise NotBegun(
                f"{file} bestaat al. Is dit een wijziging daarvan, voeg dan --vervang toe."
            ) from None
        raise error from None


def _apart(text: str) -> tuple[tuple[str, str] | None, str]:
    """Take the line with the place, and an older line for editors, from the front of an entry."""
    place, lines = None, text.split("\n")
    kept = []
    for number, line in enumerate(lines):
        if not line.startswith("#") and line.strip():
            kept += lines[number:]
            break
        if found := PLACE.fullmatch(line):
            place = found["theme"], found["id"]
        elif "yaml-language-server" not in line:
            kept.append(line)
    return place, "\n".join(kept).lstrip("\n")


def _title(data: bytes) -> str:
    """Give the title of an entry; empty where it has none that can be read."""
    found = read_bytes(data, "").data
    title = found.get("title") if isinstance(found, dict) else None
    return title if isinstance(title, str) else ""


def _entry_in(source: Path) -> str:
    """Give the text of the entry in a file; raises NotBegun where there is none."""
    try:
        size = source.stat().st_size
        data = source.read_bytes() if size <= MAX_MAIL else b""
    except OSError:
        raise NotBegun(
            f"{source} kan ik niet openen. Kijk of de naam klopt en of je het mag lezen."
        ) from None
    if size > MAX_MAIL:
        raise NotBegun(f"{source} is te groot: {size} bytes. Sla alleen het stuk op.")
    texts = _parts(data) if source.suffix.lower() == ".eml" else [_text(data)]
    for text in texts:
        if found := _found(text):
            if len(found.encode()) > MAX_BYTES:
                raise NotBegun(f"het stuk in {source} is te groot. Kort de teksten in.")
            return found
    raise NotBegun(
        f"in {source} staat geen stuk. Een stuk begint met een regel als `kind: method`, of met een regel die zegt waar het hoort."
    )


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", errors="replace")


def _parts(data: bytes) -> Iterator[str]:
    """Yield the texts of a mail: files that hang on it first, then what it says."""
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    leaves = [part for part in mail.walk() if not part.is_multipart()]
    for part in leaves:
        if (part.get_filename() or "").lower().endswith(_FILES):
            yield _text(_bytes(part))
    for part in leaves:
        if part.get_content_type() == "text/plain" and not part.get_filename():
            try:
                text = str(part.get_content()).replace("\r\n", "\n")
            except (LookupError, UnicodeError):
                text = _text(_bytes(part))
            yield _unflowed(text, part) if part.get_param("format") == "flowed" else text


def _bytes(part: EmailMessage) -> bytes:
    """Give what a part of a mail holds, as it was before it was packed for the way."""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _unflowed(text: str, part: EmailMessage) -> str:
    """Undo the wrapping of RFC 3676: a line that ends in a space goes on in the next one."""
    drops_space = str(part.get_param("delsp", "no")).lower() == "yes"
    lines: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        bare = line.removeprefix(" ")
        lines = [*lines[:-1], lines[-1] + bare] if goes_on and lines else [*lines, bare]
        goes_on = bare.endswith(" ") and line != _SIGNATURE
        if goes_on and drops_space:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _found(text: str) -> str | None:
    """Give the part of a text that is an entry: from its first line up to a signature or a fence."""
    lines = [re.sub(r"^(?:> ?)+", "", line) for line in text.split("\n")]
    if not any(line.startswith(">") for line in text.split("\n")):
        lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if PLACE.fullmatch(line)]
    starts = starts or [number for number, line in enumerate(lines) if _KIND.match(line + " ")]
    if not starts:
        return None
    start = starts[0]
    # The remarks above it belong to it, also with an empty line between.
    while start and "".join(lines[max(0, start - 2) : start]).startswith("#"):
        start -= 1
    end = next(
        (
            number
            for number in range(start, len(lines))
            if lines[number] == _SIGNATURE
            or _FENCE.fullmatch(lines[number])
            or (not lines[number - 1].strip() and _TALK.match(lines[number]))
        ),
        len(lines),
    )
    return "\n".join(lines[start:end]).rstrip() + "\n"
