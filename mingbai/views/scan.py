"""What the pages behind a printed code say: one policy now, or what took a policy's place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.editions.standing import standing
from mingbai.model.questions import ANCHORS
from mingbai.views.dates import day_words
from mingbai.views.edition import edition_notice, ended_notice
from mingbai.views.hotline import common_call
from mingbai.views.policy import policy_views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.policy import Withdrawn
    from mingbai.model.scope import Scope
    from mingbai.views.contacts import Contact
    from mingbai.views.edition import EditionNotice
    from mingbai.views.policy import PolicyView


@dataclass(frozen=True, slots=True)
class ScanView:
    """One policy for somebody who scanned a sheet.

    ``up`` leads from the page to the folder ``s/`` (``../`` or ``../../``). ``site`` leads from the
    page to the whole site, empty where the scan pages stand alone. ``notice`` says whether the
    sheet of an edition still holds; None at the address without an edition.
    """

    policy: PolicyView
    up: str
    site: str
    notice: EditionNotice | None = None

    @property
    def code(self) -> str:
        """Return the code on paper."""
        return self.policy.code


@dataclass(frozen=True, slots=True)
class Replacement:
    """A policy that took another's place."""

    name: str
    code: str
    slug: str
    answer: str


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """A withdrawn policy: since when, why, what replaced it, whom to call."""

    name: str
    code: str
    words: str
    text: str
    replacements: tuple[Replacement, ...]
    call: Contact | None
    region: str
    as_of: str
    up: str
    site: str
    notice: EditionNotice | None = None
    anchors: tuple[str, ...] = ANCHORS


def scan_views(
    library: Library, scope: Scope, *, alone: bool = False
) -> Iterator[tuple[str, ScanView | TombstoneView]]:
    """Yield every page behind a printed code by its address below ``s/``, without the file name.

    Each policy has one for today and one for every edition that was ever released; a policy that
    ended has what took its place. ``alone`` pages have no links to the rest of the site.
    """
    for view in policy_views(library, scope):
        record = library.policy_by_slug[view.slug]
        site = "" if alone else "../../"
        yield view.code, ScanView(view, "../", site)
        place = standing(library.local_policy(view.slug, scope.region), library, scope)
        for edition in editions_of(view.code, library):
            notice = edition_notice(edition, record, place)
            yield f"{view.code}/{edition}", ScanView(view, "../../", site and "../../../", notice)
    for ended in library.withdrawn:
        for edition in (0, *editions_of(ended.code, library)):
            yield (
                f"{ended.code}/{edition}" if edition else ended.code,
                tombstone(ended, edition, library, scope, alone=alone),
            )


def editions_of(code: str, library: Library) -> tuple[int, ...]:
    """Return every edition of a code that was ever released."""
    return tuple(one.edition for one in library.ledger if one.code == code and one.kind == "新版")


def tombstone(
    ended: Withdrawn, edition: int, library: Library, scope: Scope, *, alone: bool
) -> TombstoneView:
    """Return what is left of a policy, at the address of an edition or (0) of today."""
    policies = {one.slug: one for one in policy_views(library, scope)}
    new = [policies[slug] for slug in ended.replaced_by]
    up = "../../" if edition else "../"
    return TombstoneView(
        name=ended.name,
        code=ended.code,
        words=f"这项政策 {day_words(ended.ended_on)}起停用",
        text=ended.text,
        replacements=tuple(Replacement(one.name, one.code, one.slug, one.answer) for one in new),
        call=common_call(policies.values()),
        region=library.region_by_code[scope.region].name,
        as_of=day_words(scope.as_of),
        up=up,
        site="" if alone else f"{up}../",
        notice=ended_notice(edition, ended) if edition else None,
    )
