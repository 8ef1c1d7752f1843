"""The one number to call whatever has happened: for cards and the page of all policies."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.views.contacts import Contact
    from mingbai.views.policy import PolicyView


def common_call(policies: Iterable[PolicyView]) -> Contact | None:
    """Return the number, dialled by somebody, that answers for the most policies."""
    dialled = Counter(one for policy in policies for one in policy.ask if one.dialled)
    return max(dialled, key=lambda one: dialled[one], default=None)
