"""The theme of our presentations: the colours of the tokens and two typefaces, Han among them."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from mingbai.design import tokens
from mingbai.outputs.office.properties import EASTERN, WESTERN

COLOURS = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "structure",
    "lt2": "structure_soft",
    "accent1": "structure",
    "accent2": "warm",
    "accent3": "note",
    "accent4": "line",
    "accent5": "warm_soft",
    "accent6": "structure_soft",
    "hlink": "structure",
    "folHlink": "note",
}
"""The twelve colours of a theme, by the tokens' names."""

NAME = "明白"
SCHEME = re.compile(r"<a:clrScheme.*?</a:clrScheme>", re.DOTALL)
FONTS = re.compile(r"<a:fontScheme.*?</a:fontScheme>", re.DOTALL)
DEFAULTS = re.compile(r"<a:objectDefaults>.*?</a:objectDefaults>", re.DOTALL)
THEME_NAME = re.compile(r'(<a:theme [^>]*?name=)"[^"]*"')


def themed(theme: str) -> str:
    """Return the XML of a theme with our colours and typefaces, and no shadows on new shapes."""
    light = tokens().light
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{light[name].lstrip("#").upper()}"/></a:{slot}>'
        for slot, name in COLOURS.items()
    )
    face = (
        f"<a:latin typeface={quoteattr(WESTERN)}/><a:ea typeface={quoteattr(EASTERN)}/>"
        f"<a:cs typeface={quoteattr(WESTERN)}/>"
    )
    fonts = f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>"
    theme = SCHEME.sub(f'<a:clrScheme name="{NAME}">{colours}</a:clrScheme>', theme)
    theme = FONTS.sub(f'<a:fontScheme name="{NAME}">{fonts}</a:fontScheme>', theme)
    return THEME_NAME.sub(rf'\1"{NAME}"', DEFAULTS.sub("<a:objectDefaults/>", theme))
