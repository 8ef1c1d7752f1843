"""Shows the project in a browser while people write; a broken record is said, the server stays."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from mkdocs.commands.serve import serve as mkdocs_serve

from mingbai.make import checked
from mingbai.settings import read_scope

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOST = "127.0.0.1"


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
