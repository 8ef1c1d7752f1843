"""One publisher at a time: a lock that ends with the process that holds it."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from mingbai.disk.lock import taken
from mingbai.problems import Place, Problem, ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.publish.site import Site


@contextmanager
def locked(site: Site) -> Iterator[Site]:
    """Make the room if there is none, and be alone in it.

    Raises:
        ProblemsFound: if somebody else is publishing here right now.
        OSError: if there can be no room.

    """
    with suppress(FileExistsError):
        site.room.mkdir(mode=0o700)
    if not stat.S_ISDIR(site.room.lstat().st_mode):
        raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site.room))
    handle = os.open(site.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not taken(handle):
            folder = site.live.as_posix()
            raise ProblemsFound([Problem("publish-busy", Place(folder, 0))])
        yield site
    finally:
        os.close(handle)
