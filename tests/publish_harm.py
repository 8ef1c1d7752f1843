"""Runs of publishing that are killed, or fail, at a chosen step: every change of the disk counts.

Each runs in a forked child; Python's own audit events tell of each file opened for writing, each
folder made, each rename and removal; the exchange itself is counted before and after.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import time
import traceback
from typing import TYPE_CHECKING, Any, NoReturn

from mingbai.disk import exchange as raw
from mingbai.problems import ProblemsFound
from mingbai.publish import journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod"}
GROWTH = frozenset({"open", "os.mkdir"})
"""What a full disk refuses."""

UP, REFUSED, CRASHED = 0, 1, 2
"""How a child ends that was not killed."""


def changes(event: str, args: tuple[Any, ...]) -> bool:
    """Tell whether an event changes the disk."""
    writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    return event in CHANGES or (event == "open" and bool(args[2] & writes))


def in_child(work: Callable[[], object], before: Callable[[], None]) -> int:
    """Return how a child ended that did ``work`` after ``before``; -9 if it was killed."""
    child = os.fork()
    if child == 0:
        before()
        finish(work)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def finish(work: Callable[[], object]) -> NoReturn:
    """Do some work and end this process with how it went."""
    status = CRASHED
    try:
        work()
        status = UP
    except ProblemsFound:
        status = REFUSED
    except BaseException:  # noqa: BLE001 - told, in a process that ends here
        traceback.print_exc()
    finally:
        os._exit(status)


def killed_after(seconds: float, work: Callable[[], object]) -> int:
    """Do some work in a child that is killed after a while."""
    child = os.fork()
    if child == 0:
        finish(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def steps(work: Callable[[], object]) -> int:
    """Return how often some work changes the disk; it is done in a child."""
    end, other = os.pipe()
    in_child(work, lambda: at(0, full, told=lambda: os.write(other, b".")))
    os.close(other)
    with os.fdopen(end, "rb") as counted:
        return len(counted.read())


def killed_at(step: int, work: Callable[[], object]) -> int:
    """Do some work in a child that is killed right before its n-th change of the disk."""
    return in_child(work, lambda: at(step, lambda: os.kill(os.getpid(), signal.SIGKILL)))


def failed_at(step: int, work: Callable[[], object]) -> int:
    """Do some work in a child whose n-th change of the disk fails once."""
    return in_child(work, lambda: at(step, full))


def full_from(step: int, work: Callable[[], object]) -> int:
    """Do some work in a child whose disk is full from its n-th change on."""
    return in_child(work, lambda: at(step, full, GROWTH))


def full() -> None:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def at(
    step: int,
    do: Callable[[], None],
    ever_after: frozenset[str] = frozenset(),
    told: Callable[[], object] = lambda: None,
) -> None:
    """Do something at the n-th change of the disk, and at all later ones of the kinds named."""
    count = 0

    def counted(event: str, args: tuple[Any, ...]) -> None:
        nonlocal count
        if event in {"exchange", "fsync"} or changes(event, args):
            count += 1
            told()
            if count == step or (0 < step < count and event in ever_after):
                do()

    real, fsync = raw.exchange, os.fsync

    def exchange(one: Path, other: Path) -> bool:
        counted("exchange", ())
        return real(one, other)

    def synced(handle: int) -> None:
        counted("fsync", ())
        fsync(handle)

    for module, name, counting in ((journal, "exchange", exchange), (os, "fsync", synced)):
        setattr(module, name, counting)
    sys.addaudithook(counted)
