"""A bundle as a zip: nothing of it is unpacked before every name and size in it is harmless.

Refused: names that lead outside or collide, links, passwords, other methods than the two that
every system unpacks, entries that overlap, and what unpacks to far more than it is.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from typing import TYPE_CHECKING

from mingbai.bundle.local import Local, hashed
from mingbai.bundle.names import collisions, path_flaw
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MOST_FILES = 100_000
MOST_BYTES = 4_000_000_000
MOST_RATIO = 100
"""How much more a file may be unpacked than packed: pages come to 20, bombs begin at 1,000."""

SMALL = 1_000_000
"""Bytes below which no ratio is asked for: a page of blanks does no harm."""

METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
LOCAL_HEADER = 30
OTHER_NAME = b"\x75\x70"
"""The extra field with a second name: two programs would unpack the same entry differently."""

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)


class Archive(Local):
    """A source that is a zip."""

    def __init__(self, path: Path) -> None:
        """Read the zip's own list, and judge it."""
        self.label = path.name
        self.entries: dict[str, zipfile.ZipInfo] = {}
        self.names: frozenset[str] | None = frozenset()
        try:
            self.zip = zipfile.ZipFile(path)
        except DAMAGED:
            self.flaws: tuple[Problem, ...] = (Problem("bundle-zip", Place(path.name, 0)),)
            return
        infos = self.zip.infolist()
        found = [*entry_flaws(infos), *whole_flaws(infos, self.zip.start_dir)]
        self.flaws = tuple(
            Problem("bundle-zip-entry", Place(path.name, 0), {"found": name[:80], "why": why})
            for name, why in found
        )
        self.entries = {one.filename: one for one in infos if not one.is_dir()}
        self.names = frozenset(self.entries)

    def content(self, path: str, most: int) -> bytes | None:
        """Return a file, at most one byte more than ``most``; None if there is none, or damaged."""
        if path not in self.entries:
            return None
        try:
            with self.zip.open(self.entries[path]) as stream:
                return stream.read(most + 1)
        except DAMAGED:
            return None

    def digest(self, path: str, size: int) -> tuple[str, int] | None:
        """Return SHA-256 and size of a file, without unpacking it if its size is another."""
        entry = self.entries.get(path)
        if entry is None:
            return None
        if entry.file_size != size:
            return "", entry.file_size
        try:
            with self.zip.open(entry) as stream:
                return hashed(stream)
        except DAMAGED:
            return "", -1

    def close(self) -> None:
        """Close the zip."""
        if hasattr(self, "zip"):
            self.zip.close()


def entry_flaws(infos: Sequence[zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    """Yield each entry that may not be unpacked, and why."""
    for info in infos:
        name = info.orig_filename
        why = path_flaw(name.removesuffix("/") if info.is_dir() else name) or kind_flaw(info)
        if why:
            yield name, why
    files = [one.filename for one in infos if not one.is_dir()]
    for name, other in collisions(files):
        yield name, f"和「{other}」是同一个名字"


def kind_flaw(info: zipfile.ZipInfo) -> str:
    """Return why an entry may not be unpacked whatever it is called, or nothing."""
    mode = stat.S_IFMT(info.external_attr >> 16)
    if mode not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "是快捷方式或者设备，不是文件"
    if info.flag_bits & 1:
        return "有密码"
    if info.compress_type not in METHODS:
        return "用了别的压缩方法"
    if OTHER_NAME in extra_kinds(info.extra):
        return "名字有两种写法"
    if info.file_size > MOST_RATIO * info.compress_size + SMALL:
        return "解开来比压缩着大得多，像是压缩炸弹"
    return ""


def extra_kinds(extra: bytes) -> Iterator[bytes]:
    """Yield the two bytes that tell each extra field's kind."""
    at = 0
    while at + 4 <= len(extra):
        yield extra[at : at + 2]
        at += 4 + int.from_bytes(extra[at + 2 : at + 4], "little")


def whole_flaws(infos: Sequence[zipfile.ZipInfo], end: int) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with all entries together: too many, too large, one inside another."""
    if len(infos) > MOST_FILES:
        yield str(len(infos)), "文件太多"
    if sum(one.file_size for one in infos) > MOST_BYTES:
        yield str(sum(one.file_size for one in infos)), "解开来太大"
    before = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < before:
            yield info.orig_filename, "和别的文件叠在一起，像是压缩炸弹"
        before = info.header_offset + LOCAL_HEADER + len(info.orig_filename) + info.compress_size
        if before > end:
            yield info.orig_filename, "伸到了文件清单里面"
