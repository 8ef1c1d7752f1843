"""The icons that ship with Material for MkDocs, as SVG text: one drawing for screen and paper."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def icon_svg(name: str) -> str | None:
    """Return an icon such as ``material/cash`` for use beside words, or None if there is none."""
    if ".." in name or "\\" in name:
        return None
    path = files("material").joinpath("templates", ".icons", *f"{name}.svg".split("/"))
    if not path.is_file():
        return None
    return path.read_text("utf-8").replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
