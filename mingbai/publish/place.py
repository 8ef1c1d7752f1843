"""Where a site may stand, and where it would do harm or could never be taken down."""

from __future__ import annotations

import os
from pathlib import Path

from mingbai.bundle.manifest import MANIFEST, SUMS
from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.publish.site import Site


def site_at(folder: Path) -> Site:
    """Return the site at a folder, which need not exist; a link stands for what it leads to.

    Raises:
        ProblemsFound: if no site may stand there.

    """
    live = Path(os.path.realpath(folder))
    why = unfit(folder, live) or inside(live)
    if why:
        found = {"folder": folder.as_posix(), "why": why}
        raise ProblemsFound([Problem("publish-place", Place(folder.as_posix(), 0), found)])
    return Site(live)


def unfit(folder: Path, live: Path) -> str:
    """Return why a folder can be no site, or nothing."""
    if folder.is_symlink() and not folder.exists():
        return "它是通到别处的链接，那边没有这个文件夹"
    if live.parent == live:
        return "它是整个磁盘"
    if not live.parent.is_dir():
        return "没有它的上一级文件夹"
    if live.exists() and not live.is_dir():
        return "它是一个文件"
    return mounted(live)


def mounted(live: Path) -> str:
    """Return why a folder cannot be exchanged with another, or nothing."""
    if live.exists() and (os.path.ismount(live) or live.stat().st_dev != live.parent.stat().st_dev):
        return "它是单独挂载的（例如容器的数据卷），不能整个对换；放到它里面的一个文件夹"
    return ""


def inside(live: Path) -> str:
    """Return in what other site, or among what old versions, a folder lies, or nothing."""
    for above in live.parents:
        if (above / MANIFEST).exists() and (above / SUMS).exists():
            return f"它在另一个网站里面（{above.as_posix()}），那个网站一更新，它就没有了"
        if above.name.endswith(".mingbai") and (above / "lock").exists():
            return "它在收旧版本的文件夹里面"
    return ""
