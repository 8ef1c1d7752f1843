"""The contacts of a township's villages as a small script: a page of a folder can fetch no data."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.views.village_contacts import VillageContacts

ESCAPED = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}
"""What ends a script in HTML, or a line in the JavaScript of old browsers."""


def near(town: str, villages: VillageContacts) -> bytes:
    """Return the script: it calls ``mingbaiVillages`` with words only."""
    words = {code: asdict(one) for code, one in villages}
    data = json.dumps(words, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
    return f'mingbaiVillages("{town}",{data});\n'.encode()
