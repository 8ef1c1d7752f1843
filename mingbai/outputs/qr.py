"""QR codes as one small SVG path: black on white, with the quiet zone of ISO/IEC 18004."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.main import QRCode

Level = Literal["M", "Q"]
LEVELS = {"M": ERROR_CORRECT_M, "Q": ERROR_CORRECT_Q}
QUIET = 4
"""Modules of white on every side."""

MASK = 2
"""One mask for all: to choose the best of eight for each code takes six times as long. Of codes
worn until four in ten fail, 62.2 per cent are read with this mask, 61.6 with the best of eight,
60.5 with the worst mask; twice the error of a difference is 0.6 (``benchmarks/qr.py``)."""


def qr_data(content: str, level: Level) -> dict[str, str | int]:
    """Return what templates read of a code: its drawing and its width in modules."""
    return {"svg": qr_svg(content, level), "modules": qr_modules(content, level)}


def qr_svg(content: str, level: Level) -> str:
    """Return the code as SVG, one unit a module, quiet zone included."""
    size = qr_modules(content, level)
    path = "".join(
        run
        for row, modules in enumerate(matrix(content, level), start=QUIET)
        for run in runs(modules, row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"'
        f' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path d="{path}"/></svg>'
    )


def qr_modules(content: str, level: Level) -> int:
    """Return how many modules wide the code is, quiet zone included."""
    return len(matrix(content, level)) + 2 * QUIET


@lru_cache(maxsize=256)
def matrix(content: str, level: Level) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of the smallest code that holds ``content``, without the quiet zone."""
    code = QRCode(error_correction=LEVELS[level], border=0, mask_pattern=MASK)
    code.add_data(content)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def runs(modules: tuple[bool, ...], row: int) -> list[str]:
    """Return a rectangle for every run of dark modules of one row."""
    found: list[str] = []
    start: int | None = None
    for column, dark in enumerate((*modules, False)):
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            width = column - start
            found.append(f"M{start + QUIET} {row}h{width}v1h-{width}z")
            start = None
    return found
