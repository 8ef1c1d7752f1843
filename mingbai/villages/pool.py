"""Who does the work: processes of this machine, or the workers of a Dask cluster.

Both are ``concurrent.futures.Executor``. Processes are started by spawn: a process that was forked
after typesetting hangs.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Start = Callable[[], Executor]


class ClusterMissing(RuntimeError):  # noqa: N818 - reads as what happened
    """``--cluster`` was asked for, but the package for it is not installed, or nobody answers."""


def local(workers: int) -> Start:
    """Return a starter of so many processes."""

    def start() -> Executor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context, initializer=begin)

    return start


def begin() -> None:
    """Let Ctrl-C end the run in one place, the parent; end with it if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the parent to end, then end at once: nobody would take the work."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def cluster(address: str) -> Start:
    """Return a starter that uses the workers of a Dask cluster, such as ``tcp://10.0.0.5:8786``.

    Raises:
        ClusterMissing: if the package is not installed or no scheduler answers.

    """
    try:
        dask: Any = importlib.import_module("distributed")
    except ImportError:
        message = '--cluster 要用 distributed：python -m pip install "mingbai[cluster]"'
        raise ClusterMissing(message) from None

    def start() -> Executor:
        try:
            client = dask.Client(address, timeout=10)
        except (OSError, ValueError) as failure:
            message = f"连不上集群 {address}：{failure}。检查地址，确认调度程序已经启动。"
            raise ClusterMissing(message) from failure
        executor: Executor = client.get_executor(pure=False)
        return executor

    return start
