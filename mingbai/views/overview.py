"""一张表看懂: every policy on one page: for whom, how much, where to apply, how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from mingbai.model.questions import AMOUNT
from mingbai.views.dates import day_words
from mingbai.views.front import categories
from mingbai.views.policy import policy_views
from mingbai.views.time_limits import Waiting, waiting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.amounts import Amount
    from mingbai.views.lines import Line
    from mingbai.views.policy import Office, PolicyView

TITLE = "一张表看懂"
LEAD = "每项政策帮谁、给多少、去哪申请、多久有结果，都在这张表里；点名称看全部规定。"
COLUMNS = ("政策", "帮谁、怎么帮", "给多少", "去哪申请", "多久有结果")
NO_FIGURES = f"没有列数字，看「{AMOUNT.title.rstrip('？')}」"


@dataclass(frozen=True, slots=True)
class Sums:
    """Figures of one policy of which the same is to be said, once for all of them."""

    state: str
    note: str
    amounts: tuple[Amount, ...]

    @property
    def labels(self) -> str:
        """Return the names of the figures in one line."""
        return "、".join(one.label for one in self.amounts)


@dataclass(frozen=True, slots=True)
class Row:
    """One policy of the table."""

    slug: str
    code: str
    name: str
    short_name: str
    answer: Line
    sums: tuple[Sums, ...]
    accepts: Office
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Part:
    """The policies of one kind."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The page."""

    title: str
    lead: str
    region: str
    columns: tuple[str, ...]
    no_figures: str
    parts: tuple[Part, ...]
    as_of: str


def overview_view(library: Library, scope: Scope) -> OverviewView:
    """Return the table, in the order of the front page."""
    views = {one.slug: one for one in policy_views(library, scope)}
    parts = tuple(
        Part(kind.name, tuple(row(views[one.slug]) for one in kind.policies))
        for kind in categories(library)
    )
    return OverviewView(
        title=TITLE,
        lead=LEAD,
        region=library.region_by_code[scope.region].name,
        columns=COLUMNS,
        no_figures=NO_FIGURES,
        parts=parts,
        as_of=day_words(scope.as_of),
    )


def row(policy: PolicyView) -> Row:
    """Return one policy's row."""
    return Row(
        slug=policy.slug,
        code=policy.code,
        name=policy.name,
        short_name=policy.other_name,
        answer=policy.summary[0],
        sums=sums(policy.amounts),
        accepts=policy.accepts,
        waiting=waiting(policy.stages),
    )


def sums(amounts: Sequence[Amount]) -> tuple[Sums, ...]:
    """Return figures by what is said of them, those that are known first."""
    known = sorted(amounts, key=lambda one: not one.value)
    return tuple(
        Sums(state, note, tuple(found))
        for (state, note), found in groupby(known, key=lambda one: (one.state, one.note))
    )
