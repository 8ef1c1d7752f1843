"""What one build is for: a region, a date, and the address a resident's phone can open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Scope:
    """Region code, as-of date of everything made, and the public address without a closing slash.

    ``public_url`` None means there is none yet: codes then carry plain text.
    """

    region: str
    as_of: date
    public_url: str | None = None
    lines: tuple[int, int] = field(default=(1, 1), compare=False)
    """Where the region and the date stand in the settings."""

    def address(self, code: str, village: str = "", edition: int = 0) -> str:
        """Return the permanent address of the policy with this code, for one village's paper.

        Without a code it is the address of all policies; ``edition`` 0 is paper of nothing
        released. What follows ``#`` never reaches a server.
        """
        page = f"{self.public_url}/s/{code}/" if code else f"{self.public_url}/s/"
        page += f"{edition}/" if edition else ""
        return f"{page}#{village}" if village else page

    @property
    def is_example(self) -> bool:
        """Tell whether the address is of the reserved name ``.example``: good for proofs only."""
        host = urlsplit(self.public_url or "").hostname or ""
        return host == "example" or host.endswith(".example")
