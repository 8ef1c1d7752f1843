"""Edits as hypothesis draws them: of lines, of values, of bytes, of whole files."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.fuzz.packed import repacked
from tests.fuzz.words import BYTES, CHARACTERS, ENCODINGS, MISREAD, NAMES, VALUES

if TYPE_CHECKING:
    from pathlib import Path

KEYED = re.compile(r"^(\s*(?:- )*[A-Za-z_]+:)( ?)(.*)$")
WHERE = st.integers(0, 100_000)
LINES = ("delete", "twice", "swap", "indent", "outdent", "item", "no item", "comment", "join")
VALUED = ("value", "value", "value", "character", "character", "key", "cut", "block")
RAW = ("bytes", "flip", "drop", "encoding", "misread", "line ends", "end", "large")
WHOLE = ("gone", "named", "copied", "folder", "link", "dangling", "circle", "other's", "empty")
KINDS = (*LINES * 2, *VALUED * 3, *RAW, *WHOLE, "packed", "packed")


@dataclass(frozen=True)
class Edit:
    """One thing done to one file; the numbers say where, and which of the choices."""

    kind: str
    file: int
    at: int
    choice: int


EDITS = st.lists(
    st.builds(Edit, st.sampled_from(KINDS), WHERE, WHERE, WHERE), min_size=1, max_size=3
)


def apply(edit: Edit, root: Path) -> None:
    """Do it to a project."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    if not files:
        return
    path = files[edit.file % len(files)]
    if edit.kind in WHOLE:
        whole(edit, path, files)
        return
    raw = path.read_bytes()
    if edit.kind == "packed" or path.suffix == ".xlsx":
        books = [one for one in files if one.suffix == ".xlsx"]
        book = path if path in books else next(iter(books), path)
        book.write_bytes(repacked(book.read_bytes(), edit))
        return
    if edit.kind in RAW:
        path.write_bytes(of_bytes(edit, raw))
        return
    lines = raw.decode("utf-8", "surrogateescape").split("\n")
    changed = of_value(edit, lines) if edit.kind in VALUED else of_lines(edit, lines)
    path.write_bytes("\n".join(changed).encode("utf-8", "surrogateescape"))


def of_lines(edit: Edit, lines: list[str]) -> list[str]:
    at, other = edit.at % len(lines), edit.choice % len(lines)
    line = lines[at]
    match edit.kind:
        case "swap":
            lines = lines.copy()
            lines[at], lines[other] = lines[other], lines[at]
            return lines
        case "join":
            return [*lines[:at], "".join(lines[at : at + 2]), *lines[at + 2 :]]
        case "delete":
            return [*lines[:at], *lines[at + 1 + edit.choice % 3 :]]
        case "twice":
            return [*lines[: other + 1], line, *lines[other + 1 :]]
    anew = {
        "indent": " " * (1 + edit.choice % 3) + line,
        "outdent": line[1 + edit.choice % 2 :],
        "item": f"- {line}",
        "no item": line.replace("- ", "", 1),
        "comment": f"# {line}",
    }
    return [*lines[:at], anew[edit.kind], *lines[at + 1 :]]


def of_value(edit: Edit, lines: list[str]) -> list[str]:
    keyed = [number for number, line in enumerate(lines) if KEYED.match(line)] or [0]
    at = keyed[edit.at % len(keyed)]
    line = lines[at]
    found = KEYED.match(line)
    key, blank, old = found.groups() if found else (line, "", "")
    value, character = VALUES[edit.choice % len(VALUES)], CHARACTERS[edit.choice % len(CHARACTERS)]
    column = edit.choice % (len(line) + 1)
    anew = {
        "value": f"{key} {value}",
        "character": line[:column] + character + line[column:],
        "key": line.replace(key.strip(" -:"), ("name", "text", "x", "node", "origin")[column % 5]),
        "cut": f"{key}{blank}{old[: column // 2]}",
        "block": f"{key} |\n{' ' * (column % 9)}{old}",
    }
    return [*lines[:at], anew[edit.kind], *lines[at + 1 :]]


def of_bytes(edit: Edit, raw: bytes) -> bytes:
    at = edit.at % (len(raw) + 1)
    text = raw.decode("utf-8", "replace")
    written, read = MISREAD[edit.choice % len(MISREAD)]
    match edit.kind:
        case "bytes":
            return raw[:at] + BYTES[edit.choice % len(BYTES)] + raw[at:]
        case "flip":
            return raw[:at] + bytes([edit.choice % 256]) + raw[at + 1 :]
        case "drop":
            return raw[:at] + raw[at + 1 + edit.choice % 5 :]
        case "encoding":
            return text.encode(ENCODINGS[edit.choice % len(ENCODINGS)], "replace")
        case "misread":
            return text.encode(written, "replace").decode(read, "replace").encode()
        case "line ends":
            return raw.replace(b"\n", (b"\r\n", b"\r", b"\n\n", b"\x0b")[edit.choice % 4])
        case "end":
            return raw[:at]
    return raw + b"# x\n" * 300_000


def whole(edit: Edit, path: Path, files: list[Path]) -> None:
    other = files[edit.at % len(files)]
    named = path.with_name(NAMES[edit.choice % len(NAMES)])
    if edit.kind == "copied":
        if named != path:
            shutil.copy(path, named)
        return
    if edit.kind == "other's":
        path.write_bytes(other.read_bytes())
        return
    if edit.kind == "named":
        path.rename(named)
        return
    path.unlink()
    match edit.kind:
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to("/etc/passwd")
        case "dangling":
            path.symlink_to("nowhere")
        case "circle":
            path.symlink_to(path.name)
        case "empty":
            path.touch()
