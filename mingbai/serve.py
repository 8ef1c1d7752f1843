"""Shows the project in a browser while people write; a broken record is said, the server stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.commands.serve import serve as mkdocs_serve

from mingbai.make import Press
from mingbai.settings import read_scope

if TYPE_CHECKING:
    from pathlib import Path


def serve(root: Path, port: int) -> None:
    """Serve until Ctrl-C.

    Raises:
        ProblemsFound: if the records are broken at the start; MkDocs would leave without a word.

    """
    Press().make(root, read_scope(root)[0])
    address = f"127.0.0.1:{port}"
    mkdocs_serve(str(root / "mkdocs.yml"), dev_addr=address, livereload=True, strict=False)
