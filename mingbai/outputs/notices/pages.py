"""How many rows stand on which page: planned from the tokens, so that pages can be counted before.

The template draws each row as high as planned and says if its words do not fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil

from mingbai.design import tokens

FEWEST_LAST = 3
"""Rows of the last page at the least, so that its table never looks forgotten."""


@dataclass(frozen=True, slots=True)
class Density:
    """A pitch of rows in mm, and the size of their type in pt."""

    pitch: float
    size: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of each page."""

    density: Density
    pages: tuple[int, ...]


@cache
def laid_out(rows: int) -> Layout:
    """Return the roomiest layout that needs no more pages than the tightest one does."""
    layouts = [layout(rows, Density(**one)) for one in tokens().forms["notice"]["densities"]]
    fewest = min(len(one.pages) for one in layouts)
    return next(one for one in layouts if len(one.pages) == fewest)


def layout(rows: int, density: Density) -> Layout:
    """Fill pages from the first; the last has less room, for it holds the foot."""
    most, most_last = capacity(density, last=False), capacity(density, last=True)
    if rows <= most_last:
        return Layout(density, (rows,))
    pages = 1 + ceil((rows - most_last) / most)
    left, filled = rows, []
    for after in range(pages - 1, 0, -1):
        needed_later = (after - 1) + min(FEWEST_LAST, most_last)
        filled.append(min(most, left - needed_later))
        left -= filled[-1]
    return Layout(density, (*filled, left))


def capacity(density: Density, *, last: bool) -> int:
    """Return how many rows a page takes below head and table head, above the foot."""
    sizes = tokens().forms["notice"]
    paper = tokens().paper
    room = paper["height"] - 2 * paper["margin_y"] - sizes["head"] - density.pitch
    return int((room - (sizes["foot"] if last else sizes["continued"])) / density.pitch + 1e-9)
