"""Days as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def day_words(day: date) -> str:
    """Write 2026 年 7 月 1 日."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
