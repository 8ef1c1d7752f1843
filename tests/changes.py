"""Every change that this process makes below a folder: counted, ended by a kill, or refused.

Python tells of each before it happens (audit events); one hook serves all, as none can be removed.
The exchange of two folders is a call of the C library and counts before and after.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from typing import TYPE_CHECKING, Any

from mingbai.disk import swap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

ROOM = frozenset({"os.mkdir", "open"})
"""What needs room on a disk; ``open`` is to write."""

MOVES = frozenset({"os.rename", "exchange", "exchanged"})
ALL = ROOM | MOVES | {"os.remove", "os.rmdir"}
_listening: list[Changes] = []


class Changes:
    """The changes below ``folder``, which are counted from 0."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = str(folder)
        self.left = -1
        self.act: Callable[[], None] | None = None
        self.acts_on = ALL
        exchange = swap.exchange

        def watched(one: Path, other: Path) -> bool:
            self.hear("exchange", (str(one),))
            done = exchange(one, other)
            self.hear("exchanged", (str(one),))
            return done

        monkeypatch.setattr(swap, "exchange", watched)
        if not _listening:
            sys.addaudithook(tell)
        _listening.append(self)

    def hear(self, event: str, words: tuple[Any, ...]) -> None:
        """Count a change, and act if it is the one."""
        if self.act is None:
            return
        reading = event == "open" and not words[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if event not in self.acts_on or reading or not self.below(words[0]):
            return
        if self.left:
            self.left -= 1
        else:
            self.act()

    def below(self, path: Any) -> bool:
        """Tell whether a path is in the folder; by name only when ``rmtree`` is inside already."""
        name = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else ""
        return name.startswith(self.folder) or not os.path.isabs(name)  # noqa: PTH117 - a name is no path yet

    def kill_at(self, number: int) -> None:
        """Kill this process before that change."""
        self.left, self.act = number, lambda: os.kill(os.getpid(), signal.SIGKILL)

    def full_from(self, number: int) -> None:
        """Refuse that change and each later one that needs room."""
        self.acts_on = ROOM
        self.left, self.act = number, lambda: refuse(errno.ENOSPC)

    def broken_from(self, number: int) -> None:
        """Refuse that change and each later one."""
        self.left, self.act = number, lambda: refuse(errno.EIO)

    def stuck_from(self, number: int) -> None:
        """Refuse that move and each later one, as with a file that somebody has open."""
        self.acts_on = MOVES
        self.left, self.act = number, lambda: refuse(errno.EACCES)

    def broken_at(self, number: int) -> None:
        """Refuse that change alone."""

        def once() -> None:
            self.act = None
            refuse(errno.EIO)

        self.left, self.act = number, once


def tell(event: str, words: tuple[Any, ...]) -> None:
    """Tell whoever listens now."""
    _listening[-1].hear(event, words)


def refuse(code: int) -> None:
    """Fail as a disk does."""
    raise OSError(code, os.strerror(code))
