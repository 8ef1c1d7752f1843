"""A policy in one place: the record, then what each region from the province down changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingbai.model.policy import LISTS, Policy

if TYPE_CHECKING:
    from mingbai.model.region import LocalPolicy, Region


def localised(policy: Policy, chain: tuple[Region, ...]) -> Policy:
    """Return the policy with every region's additions and replacements, highest region first.

    An item with the ``id`` of an existing one takes its place, any other is added at the end;
    each such item says in ``origin`` which region it comes from.
    """
    for region in chain:
        for local in region.policies:
            if local.policy == policy.slug:
                policy = _merged(policy, local, region.short_name)
    return policy


def _merged(policy: Policy, local: LocalPolicy, origin: str) -> Policy:
    update: dict[str, Any] = {
        desk: getattr(local, desk).model_copy(update={"origin": origin})
        for desk in ("accepts", "decides")
        if getattr(local, desk) is not None
    }
    for name in LISTS:
        items = _items(getattr(policy, name), getattr(local, name), local.removes, origin)
        update[name] = items
    return policy.model_copy(update=update)


def _items(
    items: tuple[Any, ...], local: tuple[Any, ...], removes: tuple[str, ...], origin: str
) -> tuple[Any, ...]:
    marked = [item.model_copy(update={"origin": origin}) for item in local]
    replacing = {item.id: item for item in marked if item.id}
    kept = [replacing.pop(item.id, item) for item in items if item.id not in removes]
    used = {id(item) for item in kept}
    return (*kept, *(item for item in marked if id(item) not in used))
