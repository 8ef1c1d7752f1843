"""The eight questions people ask, in the order they have on every form, with their anchors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A question as a heading: its anchor (printed codes point at it) and its words."""

    anchor: str
    title: str
    icon: str


WHAT = Heading("what", "是什么？", "material/information-outline")
WHO = Heading("who", "谁能申请？", "material/account-check-outline")
NOT_WHO = Heading("not-who", "哪些情况不能纳入？", "material/account-cancel-outline")
AMOUNT = Heading("amount", "给多少？", "material/cash")
BRING = Heading("bring", "带什么？", "material/folder-account-outline")
STEPS = Heading("steps", "怎么办？", "material/routes")
AFTER = Heading("after", "定下来之后", "material/clipboard-check-outline")
ASK = Heading("ask", "有疑问找谁？", "material/phone-outline")

QUESTIONS = (WHAT, WHO, NOT_WHO, AMOUNT, BRING, STEPS, AFTER, ASK)
ANCHORS = tuple(heading.anchor for heading in QUESTIONS)
