"""Shows the project in a browser while people write; a broken record is said, the server stays."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mingbai.make import checked
from mingbai.problems import LAST_KEPT, ProblemsFound, report
from mingbai.settings import read_scope

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mingbai.make import Made, Press

HOST = "127.0.0.1"
log = get_plugin_logger("mingbai")


def serve(root: Path, port: int, ready: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; ``ready`` is told the address.

    Raises:
        ProblemsFound: if the records are broken at the start; MkDocs would leave without a word.
        OSError: if the port is taken.

    """
    checked(root, read_scope(root)[0])
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind((HOST, port))
    ready(f"http://{HOST}:{port}/")
    address = f"{HOST}:{port}"
    mkdocs_serve(str(root / "mkdocs.yml"), dev_addr=address, livereload=True, strict=False)


def made_again(press: Press, root: Path, last: Made | None) -> Made:
    """Return what the records give now; a broken record is said, and leaves the ``last`` site.

    Raises:
        PluginError: if there is no last one; MkDocs ends with its words.

    """
    try:
        return press.make(root, read_scope(root)[0])
    except ProblemsFound as found:
        if last is None:
            raise PluginError(f"\n{found}") from None
        log.error("\n%s", report(found.problems, LAST_KEPT))  # noqa: TRY400 - no traceback
        return last
