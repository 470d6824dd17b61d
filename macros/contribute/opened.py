"""What the form opens of an entry, as one small JSON file: what is filled in, and the file it is in.

`values` has the shape of the schema, as the file has it; `text` is the file itself, of which the form
leaves every line that nobody changes. With the values beside it a form can be filled in before a
reader of YAML has come.
"""

import json
from collections.abc import Iterator
from typing import Any

from macros import addresses
from macros.catalogue.model import PLACED, Entry
from macros.catalogue.reading import read_bytes
from macros.contents import Contents


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Yield the address and bytes (JSON, UTF-8) of what opens each entry, in site order.

    Raises OSError where the file of an entry cannot be read any more.
    """
    for entry in contents.catalogue.entries.values():
        data = (contents.catalogue.root / entry.path).read_bytes()
        told = {"values": values(entry, data), "text": data.decode("utf-8")}
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        yield addresses.opened(entry.id), f"{text}\n".encode()


def values(entry: Entry, data: bytes) -> Any:
    """Give what is filled in of an entry, of which `data` is the file."""
    if entry.kind == "podcast":
        # A moment such as `01:05` is seconds in the model, and has to stay as it was written.
        return read_bytes(data, entry.path).data
    return entry.model_dump(mode="json", exclude_unset=True, exclude=set(PLACED))
