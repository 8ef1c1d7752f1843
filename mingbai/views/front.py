"""The front page: a code from paper, what has happened to you, every policy by its kind."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from mingbai.views.case import PolicyLink, policy_link
from mingbai.views.code_box import CodeBox, code_box

if TYPE_CHECKING:
    from mingbai.model.library import Library


@dataclass(frozen=True, slots=True)
class Event:
    """A situation people come with, and the policies for it."""

    id: str
    name: str
    icon: str
    hint: str
    policies: tuple[PolicyLink, ...]

    @property
    def anchor(self) -> str:
        """Return what leads to it on the front page."""
        return f"event-{self.id}"


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of policy with its policies."""

    name: str
    policies: tuple[PolicyLink, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page."""

    box: CodeBox
    events: tuple[Event, ...]
    categories: tuple[Category, ...]


def front_view(library: Library) -> FrontView:
    """Return the front page; an event without a policy is left out."""
    events = (
        Event(event.id, event.name, event.icon, event.hint, for_event(event.name, library))
        for event in library.life_events.events
    )
    return FrontView(
        box=code_box(library),
        events=tuple(event for event in events if event.policies),
        categories=categories(library),
    )


def for_event(name: str, library: Library) -> tuple[PolicyLink, ...]:
    """Return the policies for a situation."""
    return tuple(
        policy_link(policy.slug, library)
        for policy in library.policies
        if name in policy.life_events
    )


def categories(library: Library) -> tuple[Category, ...]:
    """Return the policies by kind, in the order of their codes."""
    listed = sorted(
        library.policies, key=lambda policy: (ORDER.index(policy.category), policy.code)
    )
    return tuple(
        Category(name, tuple(policy_link(policy.slug, library) for policy in group))
        for name, group in groupby(listed, key=lambda policy: policy.category)
    )


ORDER = (
    "基本生活救助",
    "救助对象认定",
    "专项社会救助",
    "急难社会救助",
    "社会福利",
    "优待抚恤",
    "法律服务",
)
