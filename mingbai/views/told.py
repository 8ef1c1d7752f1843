"""What is told first and what is told to those who read on: a phone shows a screen at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
FEW = 3
"""So few further lines are not worth folding away."""


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """Lines of a question: ``first`` those that paper takes too, then the ``rest`` to unfold."""

    first: tuple[T, ...]
    rest: tuple[T, ...]
    rest_words: str

    @property
    def all(self) -> tuple[T, ...]:
        """Return every line, in the order in which the page tells them."""
        return (*self.first, *self.rest)


def told(items: tuple[T, ...], short: Callable[[T], str]) -> Told[T]:
    """Put the items with a short form first, and fold the others away if they are many."""
    first = tuple(item for item in items if short(item))
    rest = tuple(item for item in items if not short(item))
    if not first or len(rest) <= FEW:
        return Told(items, (), "")
    return Told(first, rest, f"还有 {len(rest)} 条")
