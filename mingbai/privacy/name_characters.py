"""What Chinese names are made of, and ordinary words that begin like one: ``names.toml``."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_READ = tomllib.loads(files("mingbai.privacy").joinpath("names.toml").read_text("utf-8"))


def _characters(key: str) -> str:
    return "".join(_READ[key].split())


SURNAMES = _characters("surnames")
SCARCE = frozenset(_characters("scarce"))
"""Surnames that are hardly ever words: almost anything behind one is a name."""

SELDOM = _characters("seldom")
SELDOM_DOUBLE = "|".join(_READ["seldom_double"].split())
"""Words that are seldom surnames: they count where the structure of a text says it is a name."""

DOUBLE = "|".join(_READ["double"].split())
RARE = frozenset(_characters("rare"))
"""Surnames that are far more often words: a name with one needs more around it."""

GIVEN = frozenset(_characters("given"))
"""Characters of which given names are usually made."""

COMMON = frozenset(_characters("common"))
"""Those that make a name of two characters sure enough."""

INSIDE = frozenset(_READ["inside"].split())
"""Words of which the second character is a surname too: no name begins inside of them."""

WORDS = frozenset(_READ["words"].split())
"""Ordinary words of two characters of given names: behind a surname they are no given name."""

ORDINARY = "|".join(_READ["ordinary"].split())
"""Words, as the beginning of a pattern: what begins so is no name."""

KNOWN = frozenset(_READ["known"].split())
"""Names of examples, and of people in laws and speeches."""

PARTS = "|".join(sorted(_READ["parts"].split(), key=len, reverse=True))
"""Words of which names of Tibetans, Mongols, Uyghurs, Yi and others are made, long ones first."""

SYLLABLES = _characters("syllables")
FOREIGN = "".join(_READ["syllables"].split("\n阿", 1)[1].split()) + "阿"
"""Characters of their names as Chinese writes them, and those that hardly write anything else."""
