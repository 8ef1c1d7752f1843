"""The facts of a policy that reach released paper, by question, and their short hashes.

Record and region values only: no wording of a template, no layout, nothing that an empty value
would add (so that a later field leaves old hashes as they are). What rests on a document that
nobody has read does not reach released paper, and is no fact here.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from mingbai.model.edition import Parts
from mingbai.model.figures import REFERENCE
from mingbai.model.questions import AFTER, AMOUNT, ASK, BRING, NOT_WHO, STEPS, WHAT, WHO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.citation import Citation
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.region import Phone
    from mingbai.model.scope import Scope

NOT_FACTS = frozenset({"id", "quote", "origin", "node"})
"""Fields of a statement that no reader sees."""

DIGITS = 16
"""Hexadecimal digits of a part's hash: enough to tell apart what one office ever writes."""


def parts_of(policy: Policy, library: Library, scope: Scope) -> Parts:
    """Return the hashes of a policy as it holds in the scope's region on its date."""
    found = facts_of(policy, library, scope)
    return Parts.model_validate({anchor: digest(one) for anchor, one in found.items() if one})


def digest(facts: Any) -> str:
    """Return the short hash of plain data."""
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def facts_of(policy: Policy, library: Library, scope: Scope) -> dict[str, list[Any]]:
    """Return what released paper can say of a policy, as plain data, by the eight questions."""

    def told(items: Iterable[Any]) -> list[Any]:
        return [statement(one, library, scope) for one in items if read(one.cite, library)]

    names = {"name": policy.name, "short": policy.short_name, "category": policy.category}
    return {
        WHAT.anchor: [{**names, "code": policy.code}, *told(policy.summary)],
        WHO.anchor: told(policy.conditions),
        NOT_WHO.anchor: told(policy.exclusions),
        AMOUNT.anchor: [*told(policy.benefits), *figures(policy, library, scope)],
        BRING.anchor: told(policy.documents),
        STEPS.anchor: told([policy.accepts, policy.decides, *policy.steps]),
        AFTER.anchor: told([*policy.re_verification, *policy.notice, *policy.rights]),
        ASK.anchor: [*numbers(policy, library, scope), *told(policy.faq)],
    }


def read(cites: tuple[Citation, ...], library: Library) -> bool:
    """Tell whether every document cited is known and was read."""
    documents = (library.documents.get(one.document) for one in cites)
    return all(one is not None and one.verified for one in documents)


def statement(item: Any, library: Library, scope: Scope) -> dict[str, Any]:
    """Return a statement's own words and articles, its figures filled in, without what is empty."""
    data = item.model_dump(mode="json", exclude=NOT_FACTS | {"cite", "exceptions"})
    found = {key: filled(value, library, scope) for key, value in data.items() if value}
    found["cite"] = [str(one) for one in item.cite]
    others = [one for one in getattr(item, "exceptions", ()) if read(one.cite, library)]
    if others:
        found["exceptions"] = [statement(one, library, scope) for one in others]
    return found


def filled(value: Any, library: Library, scope: Scope) -> Any:
    """Put the confirmed value of each ``{figure:NAME}`` beside its name."""
    if not isinstance(value, str):
        return value
    return REFERENCE.sub(lambda one: f"{one[0]}{confirmed(one[1], library, scope)}", value)


def figures(policy: Policy, library: Library, scope: Scope) -> list[dict[str, str]]:
    """Return the figures with the values that paper may print."""
    listed = []
    for one in policy.figures:
        value = confirmed(one.name, library, scope)
        words = {"label": one.label, "short": one.short or "", "unit": one.unit, "value": value}
        listed.append({key: word for key, word in words.items() if word})
    return listed


def confirmed(name: str, library: Library, scope: Scope) -> str:
    """Return a figure's value if the office in charge has confirmed it, else nothing."""
    value = library.value_in_force(name, scope.region, scope.as_of)
    if value is None or value.value is None or not value.confirmed_by:
        return ""
    return f"{value.value.normalize():f}"


def numbers(policy: Policy, library: Library, scope: Scope) -> list[dict[str, str]]:
    """Return the office in charge and the hotlines, with the numbers that somebody dialled."""
    chain, office = library.chain(scope.region), policy.lead.office
    nearest = {one.office: one for place in chain for one in place.bureaus}
    bureau = nearest.get(office)
    listed = [(bureau.name, dialled(bureau.phone))] if bureau else []
    lines = [one for place in chain for one in place.hotlines if office in one.offices]
    listed += [(one.name, one.number if one.dialled_on else "") for one in lines]
    return [{"name": name, "number": number} for name, number in listed]


def dialled(phone: Phone | None) -> str:
    """Return a number that somebody dialled, else nothing."""
    return phone.number if phone and phone.dialled_on else ""
