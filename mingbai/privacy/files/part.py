"""What a reader of files returns: texts with their place, and what it could not read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.privacy.contexts import Context


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a file; ``where`` says in Chinese where (第 3 页), empty if lines do.

    ``first_line`` is the line of the file on which it begins, 0 if the file has no lines.
    """

    text: str
    context: Context
    where: str = ""
    first_line: int = 0


@dataclass(slots=True)
class Opened:
    """All of one file: its texts, what pictures say of a place or a person, what nobody read."""

    parts: list[Part] = field(default_factory=list)
    located: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def add(self, other: Opened, inside: str) -> None:
        """Take in what was found in a file inside of this one."""
        for one in other.parts:
            where = f"{inside}{one.where}"
            self.parts.append(Part(one.text, one.context, where))
        self.located.extend(f"{inside}{one}" for one in other.located)
        self.authors.extend(f"{inside}{one}" for one in other.authors)
        self.unread.extend(f"{inside}{one}" for one in other.unread)
