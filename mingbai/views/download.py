"""What a page says of the paper it offers: where it is and how large."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mingbai.model.scope import Scope


@dataclass(frozen=True, slots=True)
class Download:
    """A PDF: its path in the site and its size in words."""

    path: str
    size: str


def download(slug: str, scope: Scope, made: Mapping[str, bytes]) -> Download | None:
    """Return the sheet of a policy if it was made."""
    path = f"{scope.region}/{slug}-sheet.pdf"
    content = made.get(path)
    if content is None:
        return None
    return Download(f"print/{path}", f"{max(1, round(len(content) / 1000))} KB")
