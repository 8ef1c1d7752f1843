"""A signature on paper as files to write: who signed which words or figures, or why not.

Comes in: the records and what the paper says. Goes out: whole files, or every reason why not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.read.text import read_text
from mingbai.review.figures import figure_seal, to_sign
from mingbai.review.seal import seal_of, typed
from mingbai.review.state import signer
from mingbai.review.written import Edit, edited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope

COMMAND = Place("mingbai review", 0, 0)
"""Where a wrong word of the command itself is reported."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands on the signed paper: by whom, its seal, the day, by when to look again.

    Figures have no days of their own.
    """

    by: str
    seal: str
    on: date | None = None
    next_by: date | None = None


def files_of_words(
    root: Path, policy: Policy, signed: Signature, library: Library, scope: Scope
) -> dict[str, bytes]:
    """Return the record with the signature of its words.

    Raises:
        ProblemsFound: with every reason why it cannot be signed.

    """
    seal = seal_of(library.local_policy(policy.slug, scope.region))
    problems = list(refusals(policy, signed.by, library, scope))
    review = policy.review
    if typed(signed.seal) != seal.whole:
        values = {"found": signed.seal[:40], "what": "记录"}
        problems.append(Problem("sign-seal", COMMAND, values))
    if review.to_confirm:
        office = signer(library, scope, policy.lead.office) or policy.lead.office
        values = {"count": str(len(review.to_confirm)), "office": office}
        problems.append(Problem("sign-questions", review.at("to_confirm"), values))
    on, next_by = str(signed.on), str(signed.next_by)
    if next_by <= on:
        problems.append(Problem("sign-days", COMMAND, {"found": next_by, "on": on}))
    if problems:
        raise ProblemsFound(problems)
    edit = Edit(
        review.at(),
        {
            "state": "reviewed",
            "by": signed.by,
            "on": on,
            "next_by": next_by,
            "seal": str(seal),
        },
    )
    return written(root, review.at(), (edit,))


def files_of_figures(
    root: Path, policy: Policy, signed: Signature, library: Library, scope: Scope
) -> dict[str, bytes]:
    """Return the regions with the signature of a policy's figures.

    Raises:
        ProblemsFound: as above.

    """
    problems = list(refusals(policy, signed.by, library, scope))
    listed = to_sign(policy, library, scope)
    if not listed:
        problems.append(Problem("sign-no-figures", policy.at("figures"), {"name": policy.name}))
    elif typed(signed.seal) != figure_seal(policy, library, scope):
        values = {"found": signed.seal[:40], "what": "数字"}
        problems.append(Problem("sign-seal", COMMAND, values))
    if problems:
        raise ProblemsFound(problems)
    places: dict[str, list[Place]] = {}
    for one in listed:
        if one.value is not None:
            places.setdefault(one.value.at().file, []).append(one.value.at())
    files: dict[str, bytes] = {}
    for found in places.values():
        edits = tuple(Edit(one, {"confirmed_by": signed.by}) for one in found)
        files.update(written(root, found[0], edits))
    return files


def refusals(policy: Policy, by: str, library: Library, scope: Scope) -> Iterator[Problem]:
    """Only the office in charge signs."""
    known = signer(library, scope, policy.lead.office)
    if by != known:
        values = {"found": by, "office": policy.lead.office, "known": known or "本地还没有登记"}
        yield Problem("sign-office", COMMAND, values)


def written(root: Path, place: Place, edits: tuple[Edit, ...]) -> dict[str, bytes]:
    """Return a file with what was signed.

    Raises:
        ProblemsFound: if it is written so that we cannot put it in.

    """
    text, problems = read_text(root / place.file, place.file)
    found = edited(text, place.file, edits) if text is not None else None
    if found is None:
        raise ProblemsFound([*problems, Problem("sign-by-hand", place)])
    return {place.file: found.encode()}
