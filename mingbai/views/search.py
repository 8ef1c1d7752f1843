"""What the search knows of each policy beyond its page: people's words, the answer, the number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.contacts import contacts
from mingbai.views.front import front_view
from mingbai.views.policy import policy_views

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.contacts import Contact
    from mingbai.views.policy import PolicyView


@dataclass(frozen=True, slots=True)
class Part:
    """A question or a step of a policy's page, with its anchor."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SoughtPolicy:
    """One policy: its ``names`` first, then what people call it and say; ``call`` may be empty."""

    slug: str
    name: str
    short_name: str
    answer: str
    call: str
    names: tuple[str, ...]
    misnomers: tuple[str, ...]
    says: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """Everything that the index of the search takes from records, and what to say without a hit.

    ``events`` are anchors on the front page with their names; ``calls`` are telephones in words.
    ``places`` are names that say where somebody lives, not what about.
    """

    policies: tuple[SoughtPolicy, ...]
    events: tuple[tuple[str, str], ...]
    calls: tuple[str, ...]
    places: tuple[str, ...]


def search_view(library: Library, scope: Scope) -> SearchView:
    """Return what the search is to know."""
    people = contacts(library, scope, "民政")
    return SearchView(
        policies=tuple(sought(view, library) for view in policy_views(library, scope)),
        events=tuple((one.anchor, one.name) for one in front_view(library).events),
        calls=tuple(calling(one) for one in people.hotlines if one.number),
        places=places(library, scope),
    )


def places(library: Library, scope: Scope) -> tuple[str, ...]:
    """Return the names of the region, of those above it and of its townships."""
    chain = library.chain(scope.region)
    townships = (one.name for region in chain for one in region.townships)
    regions = (name for one in chain for name in (one.name, one.short_name))
    return tuple(dict.fromkeys((*regions, *townships)))


def sought(view: PolicyView, library: Library) -> SoughtPolicy:
    """Return one policy."""
    record = library.policy_by_slug[view.slug]
    called = view.call or next((one for one in view.ask if one.number), None)
    questions = (Part(one.anchor, one.question, one.answer) for one in view.answers)
    steps = (Part(one.anchor, f"{one.actor}：{one.short}", one.do) for one in view.stages)
    return SoughtPolicy(
        slug=view.slug,
        name=view.name,
        short_name=view.short_name,
        answer=view.answer,
        call=calling(called) if called else "",
        names=record.synonyms,
        misnomers=record.misnomers,
        says=record.says,
        parts=(*questions, *steps),
    )


def calling(contact: Contact) -> str:
    """Return a telephone in words, marked while nobody has dialled it."""
    return f"{contact.name} {contact.number}{'' if contact.dialled else '（未经拨测）'}"
