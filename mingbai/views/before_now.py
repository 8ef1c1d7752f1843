"""What changed: how it was, how it is now, whether an old sheet in hand still holds.

A change that many policies share is told once, with all of them beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.model.questions import QUESTIONS
from mingbai.views.case import PolicyLink, policy_link
from mingbai.views.change_groups import MANY, grouped, leads, weight
from mingbai.views.dates import day_words
from mingbai.views.front import categories
from mingbai.views.sources import Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.change_groups import Said

TITLE = "规定变了什么"
LEAD = "这里写规定以前怎样、现在怎样，手里的旧明白纸还能不能用。"
HOW = (
    "标「换新」的旧纸不要再用，请到村（居）委会换一张新的；标「仍可用」的还能看。"
    "「以前」一栏空着的，是还没有读到以前的原文。"
)
FIRST = "最要紧的变化"
COLUMNS = ("政策", "以前", "现在", "旧明白纸")
TITLES = {one.anchor: one.title.rstrip("？") for one in QUESTIONS}


@dataclass(frozen=True, slots=True)
class Former:
    """What held before; ``of`` names the policies where others of the row had another rule."""

    of: str
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change, of one policy or of many; ``parts`` are the questions it concerns."""

    policies: tuple[PolicyLink, ...]
    was: tuple[Former, ...]
    day: str
    now: str
    sources: tuple[Source, ...]
    parts: tuple[str, ...]
    old_sheets: str

    @property
    def many(self) -> bool:
        """Tell whether it is told once for many policies."""
        return len(self.policies) >= MANY

    @property
    def replace(self) -> bool:
        """Tell whether an old sheet must go."""
        return self.old_sheets == "换新"


@dataclass(frozen=True, slots=True)
class ChangePart:
    """Changes below one heading."""

    title: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class BeforeNowView:
    """The page."""

    title: str
    lead: str
    law: str
    how: str
    columns: tuple[str, ...]
    parts: tuple[ChangePart, ...]
    as_of: str


def before_now_view(library: Library, scope: Scope) -> BeforeNowView:
    """Return the page: what matters most and what all share, then the rest by kind of policy."""
    groups = grouped(library)
    first = [one for one in groups if leads(one)]
    rest = sorted((one for one in groups if not leads(one)), key=lambda one: one[0][0].code)
    parts = [ChangePart(FIRST, rows(sorted(first, key=weight), library))]
    for kind in categories(library):
        slugs = {one.slug for one in kind.policies}
        mine = [one for one in rest if one[0][0].slug in slugs]
        parts.append(ChangePart(kind.name, rows(mine, library)))
    return BeforeNowView(
        title=TITLE,
        lead=LEAD,
        law=law_words(library),
        how=HOW,
        columns=COLUMNS,
        parts=tuple(one for one in parts if one.rows),
        as_of=day_words(scope.as_of),
    )


def rows(groups: Iterable[Sequence[Said]], library: Library) -> tuple[ChangeRow, ...]:
    """Return groups of changes as rows."""
    return tuple(row(one, library) for one in groups)


def row(group: Sequence[Said], library: Library) -> ChangeRow:
    """Return one row, in the words that most of its policies have for it."""
    words = Counter(change.text for _, change in group).most_common(1)[0][0]
    change = next(change for _, change in group if change.text == words)
    parts = dict.fromkeys(part for _, one in group for part in one.parts)
    return ChangeRow(
        policies=tuple(policy_link(slug, library) for slug in slugs_of(group)),
        was=former(group, library),
        day=day_words(change.on),
        now=change.text,
        sources=sources(change.cite, library),
        parts=tuple(TITLES[one] for one in parts if one in TITLES),
        old_sheets=change.old_sheets,
    )


def slugs_of(group: Sequence[Said]) -> tuple[str, ...]:
    """Return the policies of a group, each once."""
    return tuple(dict.fromkeys(policy.slug for policy, _ in group))


def former(group: Sequence[Said], library: Library) -> tuple[Former, ...]:
    """Return what held before, once for all policies of which it was true."""
    found: dict[str, list[Said]] = defaultdict(list)
    for policy, change in group:
        if change.was:
            found[change.was].append((policy, change))
    everywhere = slugs_of(group)
    return tuple(
        Former(
            of="" if slugs_of(said) == everywhere else names(said),
            text=text,
            sources=sources(said[0][1].was_cite, library),
        )
        for text, said in found.items()
    )


def names(said: Sequence[Said]) -> str:
    """Return the names of policies in one line."""
    return "、".join(dict.fromkeys(policy.short_name for policy, _ in said))


def law_words(library: Library) -> str:
    """Say which document brought the most changes, and since when it holds."""
    cited = Counter(
        cite.document
        for policy in library.policies
        for change in policy.changes
        for cite in change.cite
    )
    for name, _ in cited.most_common(1):
        document = library.documents[name]
        if document.effective_from:
            return f"《{document.title}》{day_words(document.effective_from)}起施行。"
    return ""
