"""Numbers that belong to one person, in plain text: the surest kinds first, none overlapping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy import cards, identity, mobiles, telephones
from mingbai.privacy.columns import columns
from mingbai.privacy.finding import Finding, apart
from mingbai.privacy.masked import masked_too_little
from mingbai.privacy.named_identity import named_identities
from mingbai.privacy.named_numbers import named_numbers
from mingbai.privacy.plain import plainly
from mingbai.privacy.runs import narrow, runs
from mingbai.privacy.things import without_things

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.finding import Kind
    from mingbai.privacy.plain import Span

CODES: dict[Kind, str] = {
    "identity": "privacy-identity",
    "card": "privacy-card",
    "mobile": "privacy-mobile",
}
"""Kinds of numbers that nothing excuses, and the codes of their problems."""

TITLED: tuple[tuple[re.Pattern[str], Kind, range], ...] = (
    (re.compile("身份证|证件号|公民身份"), "identity", range(14, 21)),
    (re.compile("户口[簿本]|户口编?号|户籍号"), "document", range(8, 13)),
    (re.compile("卡号|账号|帐号|存折|一折通|银行卡"), "card", range(10, 26)),
    (re.compile("电话|座机|联系方式"), "telephone", range(7, 9)),
)
"""Titles of columns, and how many digits the numbers below them have, mistyped ones too."""

TELLING = re.compile(r"\d\D{0,9}\d|@|微信|[VvWw][Xx]|[Qq][Qq]|[Vv]信|扣扣")
"""What a text with such a number has at least; most sentences have not."""


def in_plain(plain: str) -> Iterator[Finding]:
    """Yield every private number of a plain text; landlines whoever they belong to."""
    if TELLING.search(plain):
        yield from without_things(list(looked_for(plain)), plain)


def looked_for(plain: str) -> Iterator[Finding]:
    """Yield what looks like a private number, in a column of numbers of things too."""
    broad, named = list(runs(plain)), list(named_numbers(plain))
    listed = [part for run in broad for part in narrow(run, plain)]
    for run in broad:
        yield from (Finding(*one, "block", "identity") for one in identity.identities(run, plain))
    yield from (Finding(*one, "block", "identity") for one in named_identities(plain))
    yield from (one for one in named if one.kind == "document")
    for run in broad:
        yield from (Finding(*one, "block", "card") for one in cards.cards(run, plain))
    yield from (Finding(*one, "block", "card") for one in cards.named_cards(plain))
    for title, kind, sizes in TITLED:
        for start, end in columns(plain, title):
            size = len(re.sub(r"[\s\-]", "", plain[start:end]))
            if size in sizes and re.fullmatch(r"[\d\s\-]+[Xx]?", plain[start:end]):
                yield Finding(start, end, "block", kind)
    for run in listed:
        yield from (Finding(*one, "block", "mobile") for one in mobiles.mobiles(run, plain))
    for run in broad:
        yield from (Finding(*one, "block", "mobile") for one in mobiles.bracketed(run, plain))
    yield from (Finding(*one, "block", "telephone") for one in telephones.landlines(plain))
    for run in listed:
        yield from (Finding(*one, "warn", "identity") for one in identity.mistyped(run, plain))
        yield from (Finding(*one, "warn", "card") for one in cards.mistyped(run))
    yield from (Finding(*one, "warn", "masked") for one in masked_too_little(plain))
    yield from (one for one in named if one.kind != "document")


def private_numbers(text: str) -> tuple[tuple[str, Span], ...]:
    """Return the code of each identity, card and mobile number in a text, with where it stands."""
    if sum(map(str.isdigit, text)) < FEWEST and not SPOKEN.search(text):
        return ()
    plain = plainly(text)
    found = apart(in_plain(plain.text))
    kept = [one for one in found if one.kind in CODES and one.level == "block"]
    return tuple(sorted((CODES[one.kind], plain.span(one.start, one.end)) for one in kept))


FEWEST = 11
"""Digits of a mobile number; a text with fewer holds none of these."""

SPOKEN = re.compile(r"[OoQlI|零〇一二三四五六七八九○幺]|&#")
"""What may stand for more digits than are written."""
