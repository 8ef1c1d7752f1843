"""How many statements of a policy rest on texts that somebody can read; how many wait for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Share:
    """The statements of a policy: those that rest on texts alone, and the others marked 待核."""

    name: str
    told: int
    resting: int
    waiting: int

    @property
    def words(self) -> str:
        """Say the counts; a statement that is neither is said to be so."""
        neither = self.told - self.resting - self.waiting
        resting = f"{self.resting} 条有原文可查（{percent(self.resting, self.told)}%）"
        waiting = f"{self.waiting} 条待核（{percent(self.waiting, self.told)}%）"
        rest = f"，{neither} 条两样都不是" if neither else ""
        return f"{self.name}：{self.told} 条内容，{resting}，{waiting}{rest}。"


def together(shares: Sequence[Share]) -> Share:
    """Return the shares of all policies as one."""
    return Share(
        "一共",
        sum(one.told for one in shares),
        sum(one.resting for one in shares),
        sum(one.waiting for one in shares),
    )


def percent(part: int, whole: int) -> int:
    """Return a share in a hundred, rounded down."""
    return 100 * part // max(whole, 1)
