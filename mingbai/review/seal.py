"""The seal of a record: short hashes of its words, whole and by part, as they were signed.

Every word that stands on the review sheet counts, the region's rules for the policy too. Not
counted: ``review`` itself, ids, the values of figures (they are signed apart), and changes that
rest on no article: ``mingbai release`` adds those after the review, they only tell of our wording.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from mingbai.model.base import Record
from mingbai.model.citation import Citation
from mingbai.model.questions import AFTER, AMOUNT, ASK, BRING, NOT_WHO, STEPS, WHAT, WHO

if TYPE_CHECKING:
    from mingbai.model.policy import Policy

CHANGES = "changes"
TITLES = {
    **{
        one.anchor: one.title.rstrip("？")
        for one in (WHAT, WHO, NOT_WHO, AMOUNT, BRING, STEPS, AFTER, ASK)
    },
    CHANGES: "变化",
}
"""What a part is called; the parts in the order of the seal."""

LETTERS = "bcdfghjkmnpqrtvx"
"""One for each hexadecimal digit. No digits: a seal must not look like a telephone or card number;
no vowels, l, s, w, y, z: it is typed from paper."""

WHOLE, PART = 16, 8
"""Letters of the seal that is signed, and of the hash of one part."""

NOT_WORDS = frozenset({"id", "origin", "node", "edition", "main", "parts"})
"""Fields that are no words, and the edition, which ``mingbai release`` writes."""

FORM = re.compile(
    rf"[{LETTERS}]{{{WHOLE}}}" + "".join(rf" {one}=[{LETTERS}]{{{PART}}}" for one in TITLES)
)


@dataclass(frozen=True, slots=True)
class Seal:
    """The hash of each part; ``whole`` is the hash of these, and stands on the signed paper."""

    parts: dict[str, str]

    @property
    def whole(self) -> str:
        """Return the seal that is signed."""
        return hashed(self.parts, WHOLE)

    def __str__(self) -> str:
        """Write the line that a record keeps: it proves itself, so that a slip shows."""
        return " ".join([self.whole, *(f"{name}={one}" for name, one in self.parts.items())])


def seal_of(policy: Policy) -> Seal:
    """Return the seal of a policy as it holds in a region."""
    return Seal({part: hashed(words, PART) for part, words in words_of(policy).items()})


def seal_in(line: str) -> Seal | None:
    """Read the line that a record keeps; None if it is not one that we wrote."""
    if not FORM.fullmatch(line):
        return None
    seal = Seal(dict(one.split("=") for one in line.split(" ")[1:]))
    return seal if str(seal) == line else None


def on_paper(seal: str) -> str:
    """Write a seal in groups of four, to be read and typed."""
    return "-".join(seal[at : at + 4] for at in range(0, len(seal), 4))


def typed(seal: str) -> str:
    """Return a seal typed from paper as it is kept."""
    return re.sub(r"[\s\-－—–]", "", seal).lower()


def words_of(policy: Policy) -> dict[str, list[Any]]:
    """Return every word of a policy by its part, as plain data, without what is empty."""
    names = ("name", "short_name", "code", "category", "status", "life_events", "lead")
    said = ("synonyms", "says", "misnomers")
    figures = [plain(one) for one in policy.figures]
    listed = [one for one in policy.changes if one.cite]
    return {
        WHAT.anchor: [
            {name: plain(getattr(policy, name)) for name in (*names, *said)},
            *plain(policy.summary),
        ],
        WHO.anchor: plain(policy.conditions),
        NOT_WHO.anchor: plain(policy.exclusions),
        AMOUNT.anchor: [*plain(policy.benefits), *figures],
        BRING.anchor: plain(policy.documents),
        STEPS.anchor: plain((policy.accepts, policy.decides, *policy.steps)),
        AFTER.anchor: [
            plain(one) for one in (policy.re_verification, policy.notice, policy.rights)
        ],
        ASK.anchor: plain(policy.faq),
        CHANGES: [plain(one) for one in listed],
    }


def plain(value: Any) -> Any:
    """Return a value of a record as plain data."""
    if isinstance(value, Record):
        fields = ((name, getattr(value, name)) for name in type(value).model_fields)
        told = {name: plain(one) for name, one in fields if name not in NOT_WORDS}
        return {name: one for name, one in told.items() if not empty(one)}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, (Citation, date)) else value


def empty(value: Any) -> bool:
    """Tell whether a field adds nothing, so that a later one leaves old seals as they are."""
    return value is None or value is False or value in ("", [])


def hashed(data: Any, letters: int) -> str:
    """Return the first letters of the SHA-256 of plain data."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digits = hashlib.sha256(text.encode()).hexdigest()[:letters]
    return "".join(LETTERS[int(one, 16)] for one in digits)
