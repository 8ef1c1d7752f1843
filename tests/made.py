"""A finished PDF with what it was made of: what the gates of paper look at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mingbai.outputs.job import Job, job_of, render
from mingbai.problems import Place
from tests.seen import Page, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.outputs.form import Form, Order
    from mingbai.problems import Problem


class Refused(Exception):  # noqa: N818 - reads as what happened
    """A form gave problems instead of a PDF."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("；".join(one.message for one in problems))


@dataclass(frozen=True)
class Made:
    """A finished PDF with what it was made of."""

    form: Form
    order: Order
    job: Job
    content: bytes

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return pages_of(self.content)

    @cached_property
    def data(self) -> Any:
        return json.loads(self.job.data)

    @property
    def whole_pages(self) -> tuple[Page, ...]:
        """The pages as they were designed: those of an imposed form are gated as another form."""
        return () if self.form.imposition else self.pages

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.pages)


def make(form: Form, order: Order, *, press: bool = False) -> Made:
    """Typeset a form.

    Raises:
        Refused: with the problems that stand in the way.

    """
    return made_of(form, order, job_of(form, order, Place("x.yml"), press=press))


def made_of(form: Form, order: Order, job: Job) -> Made:
    """Typeset a job of a form, whose data somebody may have changed."""
    content = render(job)
    if not isinstance(content, bytes):
        raise Refused(content)
    return Made(form, order, job, content)


def dicts(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping of the data."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from dicts(one)
