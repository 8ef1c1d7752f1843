"""One PDF to typeset, as plain data that crosses to other processes; ``render`` makes it.

Equal jobs give equal bytes. What does not fit or cannot be printed comes back as problems, each at
the record or the row of the village it is of.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf

from mingbai.outputs.impose import IMPOSITIONS
from mingbai.outputs.typeset import UnprintableCharacters, typeset, version
from mingbai.problems import Problem

if TYPE_CHECKING:
    from datetime import date

    from mingbai.model.policy import Policy
    from mingbai.outputs.form import Form, Imposition, Order
    from mingbai.outputs.typeset import Overflow
    from mingbai.problems import Place

BOXES = (
    ("what", "summary", "text"),
    ("answer", "summary", "text"),
    ("who", "conditions", "short"),
    ("not-who", "exclusions", "short"),
    ("amount", "benefits", "short"),
    ("bring", "documents", "short"),
    ("steps", "steps", "do"),
    ("after", "re_verification", "short"),
)
"""Each question's anchor, the list it prints, and the words of an item on paper."""

CODES = {"tall": "paper-overflow", "wide": "paper-too-wide"}


@dataclass(frozen=True, slots=True)
class Blamed:
    """A place of the sources and the words that come from it: a village's row, or a record."""

    owner: str
    place: Place
    words: str = ""
    row: bool = False
    parts: tuple[tuple[str, Place], ...] = ()
    """Where the longest line of each box stands, by the anchor of its question."""


class PagesWrong(RuntimeError):  # noqa: N818 - reads as what happened
    """A template gave another number of pages than planned: a bug of ours, not of an author."""


@dataclass(frozen=True, slots=True)
class Job:
    """One PDF: ``data`` is JSON for ``template``; ``pages`` None where the text decides."""

    form: str
    template: str
    data: str
    title: str
    day: date
    place: Place
    pages: int | None
    imposition: Imposition = ""
    press: bool = False
    blamed: tuple[Blamed, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Return a hash of all that the bytes depend on: data, templates, tokens, versions."""
        made_of = (self.template, self.data, self.title, self.day.isoformat(), self.imposition)
        everything = json.dumps([*made_of, self.press, version()], ensure_ascii=False)
        return hashlib.sha256(everything.encode()).hexdigest()


def job_of(
    form: Form, order: Order, place: Place, *, press: bool = False, blamed: tuple[Blamed, ...] = ()
) -> Job:
    """Return the PDF of a form for an order; ``blamed`` are the rows of its villages."""
    records = tuple(
        Blamed(
            one.slug,
            order.library.policy_by_slug[one.slug].at("name"),
            parts=longest_lines(order.library.local_policy(one.slug, order.scope.region)),
        )
        for one in order.policies
    )
    return Job(
        form=form.title,
        template=form.template,
        data=json.dumps(form.data(order), ensure_ascii=False, sort_keys=True),
        title=title_of(form, order),
        day=order.scope.as_of,
        place=place,
        pages=form.pages(order),
        imposition=form.imposition,
        press=press,
        blamed=(*blamed, *records),
    )


def title_of(form: Form, order: Order) -> str:
    """Name a PDF: policy, form and place."""
    what = order.policies[0].name if len(order.policies) == 1 else ""
    towns = dict.fromkeys(one.township for one in order.villages)
    town = next(iter(towns)) if len(towns) == 1 else ""
    village = order.villages[0].name if len(order.villages) == 1 else ""
    region = order.library.region_by_code[order.scope.region].name
    return f"{what}{form.title}（{region}{town}{village}）"


def render(job: Job) -> bytes | tuple[Problem, ...]:
    """Return the PDF, or a problem for everything that does not fit or cannot be printed.

    Raises:
        PagesWrong: if the template gave more or fewer pages than planned.

    """
    try:
        made = typeset(job.template, job.data, title=job.title, day=job.day, press=job.press)
    except UnprintableCharacters as error:
        return tuple(unprintable(error.characters, job))
    if not isinstance(made, bytes):
        return tuple(too_large(one, job) for one in made)
    found = page_count(made)
    if job.pages is not None and found != job.pages:
        message = f"{job.template}: {found} pages instead of {job.pages}"
        raise PagesWrong(message)
    return IMPOSITIONS[job.imposition](made) if job.imposition else made


def page_count(content: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


def unprintable(characters: tuple[str, ...], job: Job) -> list[Problem]:
    """Say which characters cannot be printed, at the row they come from."""
    found: list[Problem] = []
    for character in characters:
        owners = [one for one in job.blamed if character in one.words]
        places = [one.place for one in owners] or [job.place]
        values = {"form": job.form, "found": character}
        found.extend(Problem("paper-characters", place, values) for place in places)
    return found


def too_large(overflow: Overflow, job: Job) -> Problem:
    """Say that a box does not fit, at the row or the record it is of."""
    owner = next((one for one in job.blamed if one.owner == overflow.owner), None)
    values = {"form": job.form, "title": overflow.title, "over": overflow.over_mm}
    code = "paper-row-overflow" if owner and owner.row else CODES[overflow.way]
    listed = [one for one in job.blamed if one.parts]
    alone = owner or (listed[0] if len(listed) == 1 else None)
    parts = dict(alone.parts) if alone else {}
    place = parts.get(overflow.anchor, owner.place if owner else job.place)
    return Problem(code, place, values)


def longest_lines(policy: Policy) -> tuple[tuple[str, Place], ...]:
    """Return where the line of each box stands that a writer will shorten first."""
    found: list[tuple[str, Place]] = []
    for anchor, name, key in BOXES:
        items = [one for one in getattr(policy, name) if getattr(one, key)]
        if items:
            longest = max(items, key=lambda one: len(getattr(one, key)))
            found.append((anchor, longest.at(key)))
    return tuple(found)
