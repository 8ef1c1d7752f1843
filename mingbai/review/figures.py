"""The figures of a policy as they are signed, apart from its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.review.seal import WHOLE, hashed, plain

if TYPE_CHECKING:
    from mingbai.model.figures import FigureName, FigureValue
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope

FigureSeal = str


@dataclass(frozen=True, slots=True)
class Held:
    """A figure of a policy with the value in force."""

    name: FigureName
    value: FigureValue | None

    @property
    def known(self) -> bool:
        """Tell whether there is a value."""
        return self.value is not None and self.value.value is not None

    @property
    def confirmed(self) -> bool:
        """Tell whether the office in charge has signed the value."""
        return self.known and self.value is not None and bool(self.value.confirmed_by)


def held(policy: Policy, library: Library, scope: Scope) -> tuple[Held, ...]:
    """Return the figures of a policy as they stand in the scope's region on its date."""
    return tuple(
        Held(one, library.value_in_force(one.name, scope.region, scope.as_of))
        for one in policy.figures
    )


def to_sign(policy: Policy, library: Library, scope: Scope) -> tuple[Held, ...]:
    """Return the figures that have a value which nobody has confirmed."""
    return tuple(one for one in held(policy, library, scope) if one.known and not one.confirmed)


def figure_seal(policy: Policy, library: Library, scope: Scope) -> FigureSeal:
    """Return the seal of the values in force.

    Not counted: who confirmed them, when they were published and last seen. That is what the
    office adds when it signs.
    """
    listed = [
        [plain(one.name), amount(one.value), plain(one.value.cite or ()), plain(one.value.start)]
        for one in held(policy, library, scope)
        if one.value is not None and one.known
    ]
    return hashed(listed, WHOLE)


def amount(value: FigureValue) -> str:
    """Write a value in one way: 120 and 120.0 are one sum."""
    return f"{value.value.normalize():f}" if value.value is not None else ""
