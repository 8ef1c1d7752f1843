"""Rules of privacy: no identity number, card, private telephone or full name in any record.

Found numbers are never shown whole: a report is copied into chats and mails.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.full_names import full_names
from mingbai.checks.texts_of import case_texts, written
from mingbai.private import GAP, as_digits, private_numbers
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

LANDLINE = re.compile(
    rf"(?<!\d)(?:\(?0\d{{2,3}}\)?{GAP}\d{{3,4}}{GAP}\d{{4}}|400{GAP}\d{{3}}{GAP}\d{{4}})(?!\d)"
    rf"|(?:电话|座机|拨打|打)\D{{0,4}}\d{{3,4}}{GAP}\d{{4}}(?!\d)"
)


def numbers(library: Library, scope: Scope) -> Iterator[Problem]:
    """No record, comments included, holds an identity, mobile or bank card number."""
    for text, place in written(library):
        for code in dict.fromkeys(code for code, _ in private_numbers(text)):
            yield Problem(code, place)


def landlines(library: Library, scope: Scope) -> Iterator[Problem]:
    """A case holds no telephone number at all."""
    for text, place in case_texts(library):
        plain = as_digits(text)
        if LANDLINE.search(plain) and not private_numbers(text):
            yield Problem("privacy-telephone", place)


def names(library: Library, scope: Scope) -> Iterator[Problem]:
    """A case holds no full name; 某 or another mark in a name hides it."""
    for text, place in case_texts(library):
        for found in full_names(text):
            yield Problem("privacy-name", place, {"found": f"{found[0]}××"})
