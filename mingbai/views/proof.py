"""When paper is a proof: drafts, facts that were not released, an example address, or asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView

STAMP = "样稿 不得张贴"


def is_proof(policies: Iterable[PolicyView], scope: Scope, *, asked: bool = False) -> bool:
    """Tell whether paper of these policies is a proof and carries the stamp."""
    return asked or scope.is_example or any(one.draft or not one.edition for one in policies)
