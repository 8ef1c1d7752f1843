"""The answer as a picture: read on a phone without zooming, small, as sure as the sheets."""

from __future__ import annotations

import dataclasses
import io
from functools import cache
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from mingbai.outputs import answer, job, scan
from mingbai.outputs.answer import job_of
from mingbai.problems import Place
from mingbai.views.answer import KEEP, KEEP_PROOF, STAMP, answer_view, keep_words
from mingbai.views.policy import policy_views
from tests.scan_pages import dialled
from tests.seen import Page, bare, pages_of

if TYPE_CHECKING:
    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records

MOST_BYTES = 500_000
WIDTH = 1080
DOTS = 4
"""Pixels a point."""
LEAST = 40
"""Pixels of the smallest type on a picture 1080 wide."""
PLACE = Place("x.yml")


@pytest.fixture
def policies(records: Records) -> tuple[PolicyView, ...]:
    return policy_views(records.library, records.scope)


@pytest.fixture
def live(records: Records) -> Scope:
    return dataclasses.replace(records.scope, public_url="https://www.sample.gov.cn/jz")


def released(policy: PolicyView) -> PolicyView:
    """Return a policy as it is once it is reviewed, released, and its figures are confirmed."""
    amounts = tuple(
        dataclasses.replace(one, value="98765", state="confirmed") for one in policy.amounts
    )
    return dataclasses.replace(dialled(policy), amounts=amounts, edition=12)


def drawn(policy: PolicyView, scope: Scope) -> Image.Image:
    content = answer.render(job_of(policy, scope, PLACE))
    assert isinstance(content, bytes), content
    return Image.open(io.BytesIO(content))


@cache
def pdf_page(order: job.Job) -> Page:
    """Return the page that a picture is drawn from."""
    content = job.render(order)
    assert isinstance(content, bytes), content
    return pages_of(content)[0]


def words(policy: PolicyView, scope: Scope) -> str:
    """Return what the picture says."""
    return pdf_page(job_of(policy, scope, PLACE)).text


def test_every_picture_fills_a_phone_and_is_small(records: Records) -> None:
    pictures = [
        scan.render(one)
        for one in scan.plan(records.library, records.scope, {})
        if one.path.endswith("answer.png")
    ]

    assert len(pictures) == len(records.library.policies)
    for content in pictures:
        assert isinstance(content, bytes)
        assert len(content) <= MOST_BYTES
        assert Image.open(io.BytesIO(content)).size == (WIDTH, 2 * WIDTH)


def test_everything_fits_when_every_figure_and_a_number_are_known(
    policies: tuple[PolicyView, ...], live: Scope
) -> None:
    for policy in policies:
        text = words(released(policy), live)

        assert bare(policy.answer) in text
        assert text.count("98765") == sum(bool(one.short) for one in policy.amounts)
        assert "0537-1000009" in text


def test_no_type_is_smaller_than_a_phone_shows(
    policies: tuple[PolicyView, ...], records: Records, live: Scope
) -> None:
    pictures = [(one, records.scope) for one in policies]
    pictures += [(released(one), live) for one in policies]
    for policy, scope in pictures:
        page = pdf_page(job_of(policy, scope, PLACE))
        smallest = min(one.size for one in page.characters)

        assert smallest * DOTS >= LEAST - 0.01, policy.slug


def test_it_says_the_answer_for_whom_what_and_where(
    policies: tuple[PolicyView, ...], records: Records
) -> None:
    for policy in policies:
        text = words(policy, records.scope)
        lines = [one.short for one in policy.conditions.all if one.short][:5]
        gives = [one.short for one in policy.benefits.all if one.short][:5]

        assert all(bare(one) in text for one in (policy.short_name, policy.answer, *lines, *gives))
        assert bare(policy.accepts.name) in text
        assert bare(f"内容截至 {policy.as_of}") in text
        assert "看政策不填身份证银行卡，不收钱。" in text


def test_a_figure_stands_there_only_when_somebody_confirmed_it(
    policies: tuple[PolicyView, ...], records: Records
) -> None:
    known = next(one for one in policies if any(sum_.value for sum_ in one.amounts))
    value = next(one.value for one in known.amounts if one.value)

    assert not any(one.state == "confirmed" for one in known.amounts)
    assert answer_view(known, records.scope).sums == ()
    assert value not in words(known, records.scope)


def test_a_number_stands_there_only_when_somebody_dialled_it(
    policies: tuple[PolicyView, ...], records: Records
) -> None:
    assert policies[0].call is None
    assert "打电话" not in words(policies[0], records.scope)
    assert "打电话问示例热线0537-1000009" in words(dialled(policies[0]), records.scope)


def test_a_proof_is_stamped_and_what_is_released_says_its_edition(
    policies: tuple[PolicyView, ...], records: Records, live: Scope
) -> None:
    proof, final = words(policies[0], records.scope), words(released(policies[0]), live)

    assert bare(STAMP) in proof
    assert "第12版" not in proof
    assert bare(STAMP) not in final
    assert bare(f"第 12 版 内容截至 {policies[0].as_of}") in final
    assert keep_words(policies[0], records.scope) == KEEP_PROOF
    assert keep_words(released(policies[0]), live) == KEEP


def test_its_code_leads_to_what_holds_today(policies: tuple[PolicyView, ...], live: Scope) -> None:
    for policy in (policies[0], released(policies[0])):
        found = zxingcpp.read_barcodes(drawn(policy, live).convert("L"))

        assert [one.text for one in found] == [f"https://www.sample.gov.cn/jz/s/{policy.code}/"]


def test_without_a_public_address_there_is_no_code(
    policies: tuple[PolicyView, ...], records: Records
) -> None:
    scope = dataclasses.replace(records.scope, public_url=None)

    assert zxingcpp.read_barcodes(drawn(policies[0], scope).convert("L")) == []
    assert "/s/" not in words(policies[0], scope)


def test_the_same_words_give_the_same_bytes(
    policies: tuple[PolicyView, ...], records: Records
) -> None:
    orders = [job_of(policies[0], records.scope, PLACE) for _ in range(2)]

    assert answer.render(orders[0]) == answer.render(orders[1])


def test_what_does_not_fit_is_a_problem_at_its_record(
    policies: tuple[PolicyView, ...], records: Records
) -> None:
    long = dataclasses.replace(policies[0], answer="很长的一句话，" * 40)
    found = answer.render(job_of(long, records.scope, PLACE))

    assert isinstance(found, tuple)
    assert {one.code for one in found} == {"paper-overflow"}
    assert all(one.place == PLACE for one in found)
    assert "答案图片" in found[0].message
