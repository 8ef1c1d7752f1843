"""What a printed code carries, and the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.views.village import GENERAL, VillageView

if TYPE_CHECKING:
    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView

WARNING = "扫码只看政策，不填身份证银行卡，不收钱。"
MOST_BYTES = 120
"""UTF-8 bytes of a code without an address (design, rule 4); a card holds half of it."""


def code_content(policy: PolicyView, scope: Scope, village: VillageView = GENERAL) -> str:
    """Return what the code carries: the permanent address, or plain text that fits."""
    if scope.public_url:
        return scope.address(policy.code, village.fragment, policy.edition)
    call = f"电话{policy.call.number}" if policy.call else ""
    return plain_text(f"{policy.short_name}：{policy.answer}", call, MOST_BYTES)


def plain_text(text: str, call: str, most: int) -> str:
    """Return a text and a number to call within so many UTF-8 bytes, the text cut with …."""
    ending = f"。{call}" if call else ""
    while len((text + ending).encode()) > most:
        text = text[:-2] + "…"
    return text + ending


def printed_address(scope: Scope, code: str) -> str:
    """Return the address as people read it: host and ``/s/23/``, empty if there is none."""
    return scope.address(code).removeprefix("https://") if scope.public_url else ""


def invitation(scope: Scope) -> str:
    """Return the words that invite to scan."""
    return "微信扫一扫，看今天的规定" if scope.public_url else "扫一扫，记下名称和要点"
