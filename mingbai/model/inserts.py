"""What a line for speaking takes from its record: figures, time limits, offices."""

from __future__ import annotations

import re

INSERT = re.compile(r"\{(?:(figure|limit):([a-z0-9-]+)|(accepts|decides))\}")
"""``{figure:NAME}``, ``{limit:ID}`` of a step, ``{accepts}`` and ``{decides}``."""

BRACED = re.compile(r"[{｛][^{}｛｝]*[}｝]|[{}｛｝]")
AS_READ = {
    "figure": "每人每月一千整",
    "limit": "三十个工作日",
    "accepts": "户籍所在地的镇政府或街道办事处",
    "decides": "县级民政部门",
}
"""Something of the usual length, for rules that count characters."""


def as_read(text: str) -> str:
    """Return a line with usual words in place of what its record gives, and of what is not known.

    ``talks.inserts`` says what is wrong with braces; other rules need not say it again.
    """
    return BRACED.sub("", INSERT.sub(lambda found: AS_READ[found[1] or found[3]], text))
