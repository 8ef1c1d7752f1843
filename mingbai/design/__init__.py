"""The look, read once from ``tokens.toml``: CSS variables for the web, numbers for Typst.

Comes in: the TOML file and the installed font package. Goes out: ``Tokens``, CSS text, a folder.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

DESIGN = Path(__file__).parent
FONT_PACKAGE = "justmytype_intl_cjk"
FONT_FILES = tuple(
    Path("fonts/ofl", f"notosans{place.lower()}", f"NotoSans{place}[wght].ttf")
    for place in ("SC", "TC", "JP", "KR")
)
"""The printed font, and its sisters for characters of names that it lacks (𠮷 is in JP only).

All come with one installed package and none from the machine: an order gives the same bytes
everywhere. Fonts are mapped, not read: the sisters cost 2 ms a process and no memory.
"""

PIXELS = frozenset({"body", "small", "heading", "title", "figure", "space", "radius"})


class FontMissing(RuntimeError):  # noqa: N818 - reads as what happened
    """The font of all printed forms is not installed."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours in light and dark and as ink, sizes of the web in px, of paper in pt and mm.

    ``forms`` holds what single printed forms need besides, by their names.
    """

    light: dict[str, str]
    dark: dict[str, str]
    press: dict[str, list[int]]
    web: dict[str, Any]
    paper: dict[str, Any]
    forms: dict[str, Any]

    def for_paper(self, *, press: bool = False) -> dict[str, Any]:
        """Return what printed forms read: the light colours (or inks) and the sizes of paper."""
        colours = self.press if press else self.light
        return {"colours": colours, "press": press, "forms": self.forms, **self.paper}


@cache
def tokens() -> Tokens:
    """Return the tokens; the file is read once a process."""
    return Tokens(**tomllib.loads((DESIGN / "tokens.toml").read_text(encoding="utf-8")))


def css_variables() -> str:
    """Return the custom properties of the web, light first, then the dark scheme of Material."""
    found = tokens()
    sizes = {key: f"{value}px" if key in PIXELS else str(value) for key, value in found.web.items()}
    light = declarations({**found.light, **sizes})
    dark = declarations(found.dark)
    first = ':root,[data-md-color-scheme="default"]'
    return f'{first}{{{light}}}\n[data-md-color-scheme="slate"]{{{dark}}}\n'


def declarations(values: dict[str, str]) -> str:
    """Write ``--mb-key:value`` for each value."""
    return ";".join(f"--mb-{key.replace('_', '-')}:{value}" for key, value in values.items())


@cache
def font_folders() -> list[Path]:
    """Return the folders of the printed fonts: Noto Sans SC, its sisters, and nothing else."""
    package = find_spec(FONT_PACKAGE)
    for place in (package.submodule_search_locations or []) if package else []:
        fonts = [Path(place) / one for one in FONT_FILES]
        if all(one.is_file() for one in fonts):
            return [one.parent for one in fonts]
    message = "找不到印刷用的字体 Noto Sans。请安装它：python -m pip install justmytype-intl-cjk"
    raise FontMissing(message)
