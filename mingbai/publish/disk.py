"""Whether the disk takes a version, and what a disk's refusal means in words."""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.publish.unpack import bytes_needed, folders

if TYPE_CHECKING:
    from mingbai.bundle.manifest import Manifest
    from mingbai.publish.site import Site

SPARE = 1_000_000
"""Bytes left over for the journal, the order and what others write meanwhile."""

MB = 1_000_000

WORDS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "这个账号的磁盘配额用完了",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "没有权限，或者有程序正开着这个文件夹；请用上一次发布的账号",
    errno.EPERM: "没有权限；请用上一次发布的账号",
    errno.EXDEV: "这个文件夹不在上一级文件夹的磁盘上（或者来自容器的镜像），不能改名",
    errno.EBUSY: "系统正占着这个文件夹",
    errno.ENOLCK: "这个文件系统不能加锁",
    errno.ENAMETOOLONG: "文件夹的名字太长",
}


def why(failure: OSError) -> str:
    """Return what the system refused, in words, and where."""
    said = WORDS.get(failure.errno or 0) or failure.strerror or str(failure)
    return f"{said}（{failure.filename}）" if failure.filename else said


def ask_for_space(site: Site, manifest: Manifest) -> None:
    """Stop before anything is written if a version does not fit on the disk.

    Raises:
        ProblemsFound: if it does not.

    """
    need, free = bytes_needed(manifest) + SPARE, shutil.disk_usage(site.room).free
    told = (f"{-(-need // MB)} MB", f"{free // MB} MB")
    short = need > free
    if not short and hasattr(os, "statvfs"):
        found = os.statvfs(site.room)
        count = len(manifest.files) + len(folders(manifest)) + 8
        told = (f"{count} 个文件", f"{found.f_favail} 个")
        short = found.f_files > 0 and found.f_favail < count
    if short:
        values = {"need": told[0], "free": told[1]}
        raise ProblemsFound([Problem("publish-space", Place(site.live.as_posix(), 0), values)])
