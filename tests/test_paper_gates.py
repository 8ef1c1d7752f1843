"""All printed forms pass all gates: proofs, village editions, without an address, for the press.

The forms are those of the registry, the gates those of ``paper_gates``; none is named here, so a
new form is gated without a new line. ``scripts/soak.py`` does 1,000 villages and is run by hand.
"""

from __future__ import annotations

import hashlib
import re
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from mingbai.outputs.forms import FORMS
from mingbai.outputs.job import job_of, render
from mingbai.problems import Place
from tests.editions import EDITIONS, IMPOSED, Paper, extremes, orders
from tests.longer import longer_job, longer_library
from tests.made import Made, Refused, made_of
from tests.paper_gates import GATES
from tests.paper_wear import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mingbai.outputs.form import Form, Order
    from mingbai.outputs.job import Job
    from tests.conftest import Records

DESIGNED = tuple(one for one in FORMS if not one.imposition)
"""Forms with pages of their own; an imposed form is another's pages, put together."""
each_form = pytest.mark.parametrize("form", FORMS, ids=lambda one: one.name)
each_designed_form = pytest.mark.parametrize("form", DESIGNED, ids=lambda one: one.name)
each_gate = pytest.mark.parametrize(
    ("form", "edition", "gate"),
    [
        pytest.param(form, edition, gate, id=f"{form.name}-{edition}-{gate.__name__}")
        for form in FORMS
        for edition, gates in (IMPOSED if form.imposition else EDITIONS).items()
        for gate in gates
    ],
)
each_edition = pytest.mark.parametrize(
    ("form", "edition"),
    [
        pytest.param(form, edition, id=f"{form.name}-{edition}")
        for form in FORMS
        for edition in (IMPOSED if form.imposition else EDITIONS)
    ],
)
SIZES = {"paper-overflow", "paper-too-wide"}
BLOTS = range(24)


@pytest.fixture(scope="module")
def paper(records: Records, few: Records) -> Paper:
    return Paper(records.library, few.library, records.scope)


@each_edition
def test_every_form_is_made(paper: Paper, form: Form, edition: str) -> None:
    assert [] == paper.refusals(form, edition)


@each_gate
def test_every_form_passes_every_gate(
    paper: Paper, form: Form, edition: str, gate: Callable[[Made], Iterator[str]]
) -> None:
    made = paper.edition(form, edition)

    assert [] == [f"{one.order.policies[0].slug}: {found}" for one in made for found in gate(one)]


@pytest.mark.parametrize("edition", ["proof", "no-address"])
@each_designed_form
def test_the_codes_of_every_form_wear_well(paper: Paper, form: Form, edition: str) -> None:
    tally = Tally()
    tally.worn(paper.edition(form, edition), BLOTS)

    assert [] == list(tally.findings()), tally.shares()


@each_designed_form
def test_lines_as_long_as_the_model_allows_fit_or_say_so(paper: Paper, form: Form) -> None:
    given = paper.library if form.each else paper.few
    for order in extremes(form, orders(form, longer_library(given), paper.scope)):
        job = job_of(form, order, Place("policies/x.yml", 3, 7))

        assert [] == list(gates_or_sentences(form, order, job)), order.policies[0].slug


@each_designed_form
def test_lines_that_are_longer_still_fit_or_say_so(paper: Paper, form: Form) -> None:
    for order in extremes(form, paper.made(form, paper.scope)):
        job = longer_job(job_of(form, order, Place("policies/x.yml", 3, 7)))

        assert [] == list(gates_or_sentences(form, order, job)), order.policies[0].slug


def gates_or_sentences(form: Form, order: Order, job: Job) -> Iterator[str]:
    """Yield what is wrong: a gate's finding, or a refusal that does not say what is too long."""
    try:
        made = made_of(form, order, job)
    except Refused as refused:
        for one in refused.problems:
            if one.code not in SIZES or not re.search(r"「.+」.*\d+(\.\d+)? 毫米", one.message):
                yield f"{one.code}: {one.message}"
        return
    for gate in GATES:
        yield from gate(made)


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[ProcessPoolExecutor]:
    """Another process, started anew: none may be forked after typesetting."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield pool


@each_form
def test_the_same_bytes_again_and_in_another_process(
    paper: Paper, form: Form, elsewhere: ProcessPoolExecutor
) -> None:
    for made in paper.edition(form, "proof")[:1]:
        assert digest(made.content) == elsewhere.submit(rendered, made.job).result()
    for made in paper.edition(form, "press"):
        assert digest(made.content) == rendered(made.job)


def rendered(job: Job) -> str:
    content = render(job)
    assert isinstance(content, bytes), content
    return digest(content)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
