"""The answer as a picture to keep and to forward: the lines of the sheet, no more than fit a phone.

A picture cannot be mended once it is sent: it says of which day and edition it is, and its code
leads to what holds today.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.code import printed_address
from mingbai.views.paper import paper_view
from mingbai.views.poster import first, where
from mingbai.views.proof import is_proof

if TYPE_CHECKING:
    from mingbai.model.scope import Scope
    from mingbai.views.paper import Box, Sum
    from mingbai.views.policy import PolicyView

STAMP = "样稿 不得转发"
KEEP = "存成图片发微信（打开后长按）"
KEEP_PROOF = "看图片（样稿，先不要转发）"
TODAY = "长按图片认码，看今天的规定"
WARNING = "看政策不填身份证银行卡，不收钱。"
MOST_GIVEN = 6
"""Figures and lines of what is given together: a phone has no room for more."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One policy as a picture.

    ``sums`` are confirmed figures only. ``number`` is empty until somebody dialled one,
    ``code_content`` and ``address`` while there is no public address; ``as_of`` says the edition
    too. The code leads to what holds today: a picture belongs to no village and to no wall.
    """

    slug: str
    code: str
    word: str
    formal: str
    region: str
    answer: str
    stamp: str
    who: Box
    amount: Box
    sums: tuple[Sum, ...]
    where: Box
    call: str
    number: str
    code_content: str
    address: str
    today: str
    warning: str
    as_of: str


def answer_view(policy: PolicyView, scope: Scope) -> AnswerView:
    """Return a policy as a picture."""
    proof = is_proof((policy,), scope)
    paper = paper_view(policy, scope, proof=proof)
    sums = tuple(one for one in paper.sums if one.value)
    call = policy.call
    return AnswerView(
        slug=policy.slug,
        code=policy.code,
        word=policy.short_name,
        formal=policy.name if policy.other_name else "",
        region=policy.region,
        answer=paper.answer,
        stamp=STAMP if proof else "",
        who=paper.who,
        amount=first(paper.amount, max(1, MOST_GIVEN - len(sums)), scope),
        sums=sums,
        where=where(policy, proof=proof),
        call=call.name if call else "",
        number=call.number if call else "",
        code_content=scope.address(policy.code) if scope.public_url else "",
        address=printed_address(scope, policy.code),
        today=TODAY if scope.public_url else "",
        warning=WARNING,
        as_of=paper.foot.as_of,
    )


def keep_words(policy: PolicyView, scope: Scope) -> str:
    """Return the words of the link to the picture; a proof is not for forwarding."""
    return KEEP_PROOF if is_proof((policy,), scope) else KEEP
