"""Lets two folders change places so that nobody ever finds either missing: Linux' renameat2."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2

CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
"""What kernels, file systems (NFS, many FUSE) and sandboxes say that do not know the flag; where
EPERM means that renaming is forbidden, the plain rename that follows says so again."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False, with nothing done, if it cannot be done here.

    Raises:
        OSError: if the folders may not be renamed at all.

    """
    call = renameat2()
    if call is None:
        return False
    if call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


def renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    """Return the C library's function; None where there is none (Windows, macOS, glibc < 2.28)."""
    if not sys.platform.startswith("linux"):
        return None
    function = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if function is None:
        return None
    function.argtypes = (
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_uint,
    )
    function.restype = ctypes.c_int
    found: Callable[[int, bytes, int, bytes, int], int] = function
    return found
