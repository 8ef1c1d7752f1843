"""Names of files that one computer takes and the next does not: most offices work on Windows.

Comes in: the name of a file or folder. Goes out: why it cannot stay, nothing if it can.
"""

from __future__ import annotations

import re

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
"""Names that Windows keeps for devices, whatever ending follows; it opens no such file."""

LOST = re.compile("[\ud800-\udfff]")
"""What is left of a name that is no UTF-8: from an old archive, or another system's disk."""

HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
REFUSED = re.compile(r'[<>:"\\|?*]')
LONGEST = 200
"""Bytes; most disks take 255, a path on Windows 260 characters in all."""


def unusable(name: str) -> str:
    """Return why a name does not work everywhere, ready to stand behind it in a sentence."""
    if LOST.search(name):
        return "不是 UTF-8 编码"
    if HIDDEN.search(name):
        return "里有换行一类看不见的字符"
    refused = REFUSED.search(name)
    if refused:
        return f"里有 Windows 不许用的「{refused[0]}」"
    if name.endswith((".", " ")):
        return "末尾是点或者空格"
    if name.split(".", maxsplit=1)[0].rstrip(" ").casefold() in DEVICES:
        return "是 Windows 留给设备用的"
    return "太长" if len(name.encode()) > LONGEST else ""
