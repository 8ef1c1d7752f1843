"""Words by which people ask, whatever about, and the part of a page that answers them."""

from __future__ import annotations

import tomllib
from pathlib import Path

_READ = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
CUES: dict[str, list[str]] = _READ["parts"]
"""By the anchor of the part."""

ASKING: list[str] = _READ["asking"]
"""Words that say that somebody asks, not what about: they weigh little."""
