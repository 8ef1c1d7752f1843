"""From the words of the command to finished sheets in memory, or every reason why there are none.

Comes in: project, private folder, policy, kind, dates. Goes out: one PDF a township, each village
on pages of its own. Writes nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mingbai.make import checked
from mingbai.notices.folder import misplaced
from mingbai.notices.listed import read_list
from mingbai.notices.permit import Period, Permit, period, permit
from mingbai.outputs.job import Blamed, Job, render
from mingbai.outputs.notices import TEMPLATE, notice_data, page_count
from mingbai.problems import Place, Problem, ProblemsFound, errors
from mingbai.settings import read_scope
from mingbai.views.notice import BASIS, Posting, notice_words, village_notices
from mingbai.views.notice_table import row_owner
from mingbai.views.person_name import whole_names
from mingbai.views.policy import policy_views

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.notices.listed import Listed
    from mingbai.notices.permit import Asked, Kind

ROWS = {"paper-overflow": "notice-too-long", "paper-too-wide": "notice-too-long"}
"""What does not fit, in the words for whoever keeps a list instead of a record."""


@dataclass(frozen=True, slots=True)
class Made:
    """Finished sheets by file name, with their pages; ``problems`` are the 提醒."""

    posting: Posting
    files: dict[str, bytes]
    pages: dict[str, int]
    people: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """What the command asks for."""

    root: Path
    private: Path
    slug: str
    kind: Kind
    asked: Asked
    as_of: date | None = None


def make(order: Ordered) -> Made:
    """Return the sheets of a list.

    Raises:
        ProblemsFound: with every problem, if any is an error.

    """
    wrong = misplaced(order.root, order.private)
    if wrong is not None:
        raise ProblemsFound([wrong])
    scope, noticed = read_scope(order.root, order.as_of)
    library, more = checked(order.root, scope)
    posting = allowed_posting(order, library, scope)
    region = library.region_by_code[scope.region]
    listed = read_list(order.private, order.slug, posting.permit, region)
    if errors(listed.problems):
        raise ProblemsFound(listed.problems)
    jobs = dict(township_jobs(posting, listed, library, scope))
    files: dict[str, bytes] = {}
    found = [*noticed, *more, *listed.problems]
    for name, job in jobs.items():
        made = render(job)
        if isinstance(made, bytes):
            files[name] = made
        else:
            found.extend(in_list(one, listed) for one in made)
    if errors(found):
        raise ProblemsFound(found)
    pages = {name: job.pages or 0 for name, job in jobs.items()}
    return Made(posting, files, pages, len(listed.rows), tuple(found))


def allowed_posting(order: Ordered, library: Library, scope: Scope) -> Posting:
    """Return what may be posted of a policy.

    Raises:
        ProblemsFound: if there is no such policy, no article allows it, or its days are not known.

    """
    view = {one.slug: one for one in policy_views(library, scope)}.get(order.slug)
    if view is None:
        values = {"found": order.slug, "known": "、".join(library.policy_by_slug)}
        raise ProblemsFound([Problem("policy-unknown", Place("mingbai notice", 0), values)])
    # A legal term does not wait for the next edition of the publicity sheets.
    proof = scope.is_example or bool(view.draft)
    allowed = permit(
        library.local_policy(order.slug, scope.region), library, order.kind, proof=proof
    )
    if isinstance(allowed, Problem):
        raise ProblemsFound([allowed])
    hangs = known_period(order, allowed, view.name)
    whole = whole_names(library, scope)
    return Posting(view, allowed, order.asked.posted, hangs, whole_names=whole, proof=proof)


def known_period(order: Ordered, allowed: Permit, name: str) -> Period | None:
    """Return the dates of a 公示; a 公布 has none.

    Raises:
        ProblemsFound: if the days are not known.

    """
    if order.kind == "公布" or order.asked.posted is None:
        return None
    hangs = period(allowed, order.asked, order.asked.posted, name)
    if isinstance(hangs, Problem):
        raise ProblemsFound([hangs])
    return hangs


def township_jobs(
    posting: Posting, listed: Listed, library: Library, scope: Scope
) -> Iterator[tuple[str, Job]]:
    """Yield a PDF for each township, under the name of its file."""
    words = notice_words(posting, scope)
    villages = village_notices(posting, listed.rows, library, scope)
    region = library.region_by_code[scope.region].name
    cells = {row_owner(row, key): row.at(key) for row in listed.rows for key in ("name", "village")}
    for township in dict.fromkeys(one.township for one in villages):
        members = tuple(one for one in villages if one.township == township)
        blamed = (
            Blamed(BASIS, posting.permit.item.at("cite"), words.basis),
            *(Blamed(one.owner, cells[one.owner], one.village) for one in members),
            *(
                Blamed(line.owner, cells[line.owner], "".join(line.cells))
                for one in members
                for line in one.lines
            ),
        )
        yield (
            f"{township}.pdf",
            Job(
                form=posting.permit.kind,
                template=TEMPLATE,
                data=json.dumps(notice_data(words, members), ensure_ascii=False, sort_keys=True),
                title=f"{words.title}（{region}{township}）",
                day=scope.as_of,
                place=Place(listed.name, 0),
                pages=page_count(members),
                blamed=blamed,
            ),
        )


def in_list(problem: Problem, listed: Listed) -> Problem:
    """Return a problem of the paper in the words for whoever keeps the list."""
    if problem.place.file != listed.name:
        return problem
    values = {**problem.values, "row": problem.place.line}
    return replace(problem, code=ROWS.get(problem.code, problem.code), values=values)
