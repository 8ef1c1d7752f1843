"""Makes a process believe that it runs elsewhere; copied as ``sitecustomize.py`` before it starts.

What is to be different stands in ``ELSEWHERE`` as JSON: ``days`` later by every clock of Python,
``order`` of folders shuffled by this seed, ``cores`` that may be used, ``network`` false for none,
``umask``. What the process then sees is written to ``ELSEWHERE_SEEN``, so that a test can tell.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import gc
import json
import locale
import os
import random
import socket
import sys
import time
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def later(days: int) -> None:
    """Move the clock; the types of the standard library stay what they are."""
    seconds = days * 86400
    now, now_ns, local, utc = time.time, time.time_ns, time.localtime, time.gmtime
    moment = dt.datetime.fromtimestamp
    time.time = lambda: now() + seconds
    time.time_ns = lambda: now_ns() + seconds * 1_000_000_000
    time.localtime = lambda at=None: local(time.time() if at is None else at)
    time.gmtime = lambda at=None: utc(time.time() if at is None else at)
    written = time.strftime
    time.strftime = lambda form, at=None: written(form, time.localtime() if at is None else at)
    changed: tuple[tuple[Any, str, Callable[..., Any]], ...] = (
        (dt.date, "today", lambda cls: cls.fromtimestamp(time.time())),
        (dt.datetime, "now", lambda _, tz=None: moment(time.time(), tz)),
        (dt.datetime, "utcnow", lambda _: moment(time.time(), dt.UTC)),
        (dt.datetime, "today", lambda _: moment(time.time())),
    )
    for kind, name, changes in changed:
        gc.get_referents(kind.__dict__)[0][name] = classmethod(changes)
        ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))


class Shuffled:
    """What ``os.scandir`` gives, in another order."""

    def __init__(self, found: list[os.DirEntry[Any]]) -> None:
        self.found = iter(found)

    def __iter__(self) -> Iterator[os.DirEntry[Any]]:
        return self.found

    def __next__(self) -> os.DirEntry[Any]:
        return next(self.found)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.found = iter(())


def in_another_order(seed: int) -> None:
    """List every folder in an order of its own."""
    dice, scandir, listdir = random.Random(seed), os.scandir, os.listdir  # noqa: S311 - no secret

    def scanned(path: Any = ".") -> Any:
        with scandir(path) as found:
            entries = list(found)
        dice.shuffle(entries)
        return Shuffled(entries)

    def listed(path: Any = ".") -> Any:
        names = sorted(listdir(path))
        dice.shuffle(names)
        return names

    os.scandir, os.listdir = scanned, listed


def alone() -> None:
    """Refuse every connection and every look-up of a name."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the build asked for the network")

    socket.socket.connect = refuse  # type: ignore[method-assign, assignment]  # that is the point
    socket.socket.connect_ex = refuse  # type: ignore[method-assign, assignment]  # as above
    socket.getaddrinfo = refuse  # type: ignore[assignment]  # as above


def begin(asked: dict[str, Any]) -> None:
    """Change what is asked for, and say what this process sees."""
    if "umask" in asked:
        os.umask(asked["umask"])
    if "cores" in asked and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: asked["cores"]])
    if "days" in asked:
        later(asked["days"])
    if "order" in asked:
        in_another_order(asked["order"])
    if not asked.get("network", True):
        alone()
    if "ELSEWHERE_SEEN" in os.environ:
        with open(os.environ["ELSEWHERE_SEEN"], "w", encoding="utf-8") as out:  # noqa: PTH123 - as little as can be
            json.dump(seen(), out)


def seen() -> dict[str, Any]:
    """Return what this process takes for true."""
    mask = os.umask(0)
    os.umask(mask)
    return {
        "day": dt.datetime.now(dt.UTC).date().isoformat(),
        "zone": time.timezone,
        "hash": hash("明白"),
        "text": sys.getfilesystemencoding(),
        "locale": locale.setlocale(locale.LC_ALL, ""),
        "home": os.path.expanduser("~"),  # noqa: PTH111 - as little as can be
        "umask": mask,
        "host": socket.gethostname(),
        "user": os.getuid() if hasattr(os, "getuid") else 0,
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0,
    }


begin(json.loads(os.environ.get("ELSEWHERE", "{}")))
