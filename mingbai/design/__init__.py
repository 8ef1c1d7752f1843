"""The look, read once from ``tokens.toml``: CSS variables for the web, numbers for Typst.

Comes in: the TOML file and the installed font package. Goes out: ``Tokens``, CSS text, a folder.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

DESIGN = Path(__file__).parent
FONT_PACKAGE = "justmytype_intl_cjk"
FONT_FILE = Path("fonts/ofl/notosanssc/NotoSansSC[wght].ttf")
PIXELS = frozenset({"body", "small", "heading", "title", "figure", "space", "radius"})


class FontMissing(RuntimeError):  # noqa: N818 - reads as what happened
    """The font of all printed forms is not installed."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours in light and dark, sizes of the web in px, sizes of paper in pt and mm."""

    light: dict[str, str]
    dark: dict[str, str]
    web: dict[str, Any]
    paper: dict[str, Any]

    def for_paper(self) -> dict[str, Any]:
        """Return what printed forms read: the light colours and the sizes of paper."""
        return {"colours": self.light, **asdict(self)["paper"]}


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
    return f':root{{{light}}}\n[data-md-color-scheme="slate"]{{{dark}}}\n'


def declarations(values: dict[str, str]) -> str:
    """Write ``--mb-key:value`` for each value."""
    return ";".join(f"--mb-{key.replace('_', '-')}:{value}" for key, value in values.items())


@cache
def font_folder() -> Path:
    """Return the folder of the printed font, Noto Sans SC and nothing else."""
    package = find_spec(FONT_PACKAGE)
    for place in (package.submodule_search_locations or []) if package else []:
        font = Path(place) / FONT_FILE
        if font.is_file():
            return font.parent
    message = "找不到印刷用的字体 Noto Sans SC。请安装它：python -m pip install justmytype-intl-cjk"
    raise FontMissing(message)
