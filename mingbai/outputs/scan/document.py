"""A page behind a code as one HTML file: its templates, its style, and what a browser may do there.

All pages carry the same style block, byte for byte, so that one hash allows it.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mingbai.design import css_variables, declarations, tokens
from mingbai.model import questions
from mingbai.templates import templates

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent
ICON = FOLDER.parents[1] / "theme/assets/images/favicon.png"


def document(template: str, up: str, **views: Any) -> bytes:
    """Return a page; ``up`` leads from it to the folder ``s/``."""
    page = environment().get_template(f"{template}.html.j2")
    return page.render(up=up, style=style(), security=security_policy(), **views).encode()


@cache
def style() -> str:
    """Return the style of all pages, dark where the phone asks for it."""
    band = {"band": "var(--mb-structure)", "on_band": "var(--mb-on-structure)"}
    dark = {**tokens().dark, "band": "var(--mb-structure-soft)", "on_band": "var(--mb-ink)"}
    light = css_variables().split("\n", maxsplit=1)[0]
    return (
        f"{light}:root{{{declarations(band)}}}"
        f"@media(prefers-color-scheme:dark){{:root{{{declarations(dark)}}}}}"
        f"{(FOLDER / 'style.css').read_text('utf-8')}"
    )


@cache
def security_policy() -> str:
    """Return what a browser may do: show this style and our pictures, run our script, no more."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self'; script-src 'self'; "
        "base-uri 'none'; form-action 'self'"
    )


@cache
def script() -> bytes:
    """Return the one script of all pages."""
    return (FOLDER / "page.js").read_bytes()


@cache
def icon() -> bytes:
    """Return the mark of the site: without one a browser asks the host's own folder for it."""
    return ICON.read_bytes()


@cache
def environment() -> Environment:
    """Return the templates."""
    made = templates("outputs/scan")
    made.globals["q"] = questions
    return made
