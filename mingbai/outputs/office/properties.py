"""The typefaces of every Office document, and its properties, in which one day is the only date."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

WESTERN, EASTERN = "Arial", "微软雅黑"
LANGUAGE = "zh-CN"


def describe(core: Any, title: str, day: date) -> None:
    """Set the core properties of a document, of python-docx or python-pptx alike."""
    core.author = core.last_modified_by = "明白"
    core.title, core.language, core.revision, core.comments = title, LANGUAGE, 1, ""
    moment = datetime.combine(day, time(12), tzinfo=UTC).replace(tzinfo=None)
    core.created = core.modified = core.last_printed = moment
