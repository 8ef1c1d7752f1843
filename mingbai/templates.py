"""Templates of words: escaped, and a name that a view does not have is an error."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def templates(folder: str, **options: Any) -> Environment:
    """Return the templates in a folder of the package; ``options`` are Jinja's own."""
    return Environment(
        loader=PackageLoader("mingbai", folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
