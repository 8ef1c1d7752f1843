"""The tree that reading gives: every value is text and knows its line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.problems import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as the author wrote it; ``text`` is None for an unquoted null, ~ or nothing."""

    text: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """Keys and values in the order written, with the place of each key.

    The outermost mapping of a file also holds the file's comments.
    """

    entries: dict[str, Node]
    keys: dict[str, Place]
    place: Place
    comments: tuple[Scalar, ...] = ()


Node = Scalar | Sequence | Mapping


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield every value below a node, empty ones too."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Mapping):
        for value in node.entries.values():
            yield from scalars(value)


def place_of(node: Node, path: tuple[str | int, ...]) -> Place:
    """Return the place of the value at ``path``, or of the nearest thing above it that exists.

    Elements that name no key or index are skipped: validators put the names of union members
    into their paths.
    """
    for element in path:
        if isinstance(node, Mapping) and isinstance(element, str) and element in node.entries:
            node = node.entries[element]
        elif isinstance(node, Sequence) and isinstance(element, int) and element < len(node.items):
            node = node.items[element]
    return node.place


def key_place(node: Node, path: tuple[str | int, ...]) -> Place:
    """Return the place of the key that ends ``path`` (for a key that should not be there)."""
    for element in path[:-1]:
        if isinstance(node, Mapping) and isinstance(element, str) and element in node.entries:
            node = node.entries[element]
        elif isinstance(node, Sequence) and isinstance(element, int) and element < len(node.items):
            node = node.items[element]
    if isinstance(node, Mapping) and isinstance(path[-1], str):
        return node.keys.get(path[-1], node.place)
    return place_of(node, path[-1:])
