"""One sentence per code: what is wrong, what was found, and what to do. Chinese, for authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.messages.bundle import BUNDLE
from mingbai.messages.editions import EDITIONS
from mingbai.messages.fields import FIELDS
from mingbai.messages.notices import NOTICES
from mingbai.messages.paper import PAPER
from mingbai.messages.privacy import PRIVACY
from mingbai.messages.publish import PUBLISH
from mingbai.messages.reading import READING
from mingbai.messages.review import REVIEW, SIGNING
from mingbai.messages.rules import RULES
from mingbai.messages.settings import SETTINGS
from mingbai.messages.tables import TABLES
from mingbai.messages.talks import TALKS
from mingbai.messages.writing import NUMBERS, WRITING

if TYPE_CHECKING:
    from mingbai.messages.message import Message

FAMILIES = (
    *(READING, FIELDS, SETTINGS, RULES, WRITING, NUMBERS, TALKS, REVIEW, SIGNING),
    *(PRIVACY, PAPER, TABLES, NOTICES, EDITIONS, BUNDLE, PUBLISH),
)
MESSAGES: dict[str, Message] = {code: one for family in FAMILIES for code, one in family.items()}
