"""What is finished: one line a file with what it was made from and the SHA-256 of its bytes.

While a run goes on, lines are added to the end; a run that was killed loses nothing. A later line
of a path counts, a line cut off by a stop is not there.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from mingbai.disk.write import append_line, write_whole

if TYPE_CHECKING:
    from pathlib import Path

NAME = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One finished file: ``made_of`` is its job's fingerprint; ``missing`` are left out."""

    path: str
    form: str
    made_of: str
    sha256: str
    bytes: int
    pages: int
    missing: tuple[str, ...] = ()


class Manifest:
    """The entries of one folder of village editions."""

    def __init__(self, folder: Path) -> None:
        """Read what earlier runs have finished."""
        self.folder = folder
        self.entries = read_entries(folder / NAME)

    def has(self, path: str, made_of: str) -> bool:
        """Tell whether a file is there, whole, and made from the same."""
        entry = self.entries.get(path)
        file = self.folder / path
        if entry is None or entry.made_of != made_of or not file.is_file():
            return False
        return digest(file.read_bytes()) == entry.sha256

    def add(self, entry: Entry) -> None:
        """Note a finished file at once."""
        self.entries[entry.path] = entry
        append_line(self.folder / NAME, line(entry))

    def close(self) -> None:
        """Write the entries anew, one a file, in order."""
        lines = [line(one) for _, one in sorted(self.entries.items())]
        if lines:
            write_whole(self.folder / NAME, "".join(f"{one}\n" for one in lines).encode())


def read_entries(path: Path) -> dict[str, Entry]:
    """Return the entries of a manifest by path; what cannot be read does not count."""
    found: dict[str, Entry] = {}
    text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
    for one in text.splitlines():
        try:
            values = json.loads(one)
            entry = Entry(**{**values, "missing": tuple(values.get("missing", ()))})
        except (ValueError, TypeError):
            continue
        found[entry.path] = entry
    return found


def line(entry: Entry) -> str:
    """Write an entry as one line."""
    return json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True)


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(content).hexdigest()
