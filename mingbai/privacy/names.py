"""Full names in Chinese text: a surname where a person may be named, but not an ordinary word.

Two strengths: words of a person beside it (户主, 姓名：, 女，, 先生) make a name of almost anything
behind a surname; in running text both characters of the given name have to be usual ones. A name
that is veiled (某, ×), made up (化名), a stock name (张三) or an official's is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.privacy import name_words as around
from mingbai.privacy.columns import columns
from mingbai.privacy.name_characters import COMMON, GIVEN, INSIDE, KNOWN, RARE, WORDS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span


def full_names(plain: str, *, officials: bool = False) -> Iterator[Span]:
    """Yield where full names stand in a plain text, each place once.

    With ``officials``, names beside an office count too.
    """
    if around.ALL_MADE_UP.search(plain):
        return
    yield from in_columns(plain)
    yield from stretched(plain)
    made_up = tuple(set(around.MADE_UP.findall(plain)))
    last = 0
    for first in around.FIRST.finditer(plain):
        start = first.start()
        if start < last or around.WORD.match(plain, start):
            continue
        form = next((one for form in around.FORMS if (one := form.match(plain, start))), None)
        if form is None or not is_name(form, plain):
            continue
        name = form["name"]
        veiled = made_up and any(one.endswith(name) for one in made_up)
        if not veiled and is_hidden_one(name, plain, start, officials=officials):
            last = form.end("name")
            yield form.span("name")


def in_columns(plain: str) -> Iterator[Span]:
    """Yield the names below a title of a table that says 姓名 or the like."""
    for title, form in (
        (around.NAME_TITLE, around.IN_CELL),
        (around.ROLE_TITLE, around.NAME_IN_CELL),
    ):
        for start, end in columns(plain, title):
            if form.fullmatch(plain, start, end) and not around.HIDDEN.search(plain, start, end):
                yield start, end


def stretched(plain: str) -> Iterator[Span]:
    """Yield names that somebody stretched with blanks."""
    for spread in around.SPREAD.finditer(plain):
        given = "".join(spread["given"].split())
        if given not in WORDS and (len(given) > 1 or given in COMMON):
            yield spread.span()


def is_name(form: re.Match[str], plain: str) -> bool:
    """Tell whether what may be a name is one, by the words around it."""
    name, start = form["name"], form.start()
    head = plain[max(0, start - around.LONGEST_LEAD) : start]
    edge = not head or not "\u4e00" <= head[-1] <= "\u9fff"
    ended = form.re is not around.FORMS[-1]
    if ended and around.LEAD.search(head):
        return True
    if edge and around.TITLE.match(plain, start + len(name)):
        return True
    given = name[2:] if around.DOUBLED.match(name) else name[1:]
    if given in WORDS or not all(one in GIVEN for one in given):
        return False
    short, rare = len(name) == len("王芳"), name[0] in RARE
    proven = ended and around.PROVEN.match(plain, start + len(name)) is not None
    if edge:
        return not short or proven or (given in COMMON and not rare)
    own = ended and around.OWN.match(plain, start + len(name)) is not None
    if own and f"{head[-1]}{name[0]}" not in INSIDE and around.RUNNING.search(head):
        return not short or (proven and given in COMMON)
    return not short and is_inside(head, name[0], given, ended=ended)


def is_inside(head: str, first: str, given: str, *, ended: bool) -> bool:
    """Tell whether a name in the middle of a clause is one, by what stands before it."""
    if f"{head[-1]}{first}" in INSIDE:
        return False
    led = around.RUNNING.search(head) is not None
    common = all(one in COMMON for one in given)
    return (common and led) if first in RARE else (common or ended or led)


def is_hidden_one(name: str, plain: str, start: int, *, officials: bool) -> bool:
    """Tell whether a name is somebody's who is to be hidden: not veiled, known, or official."""
    end = start + len(name)
    if around.HIDDEN.search(plain[start : end + 1]) or name in KNOWN:
        return False
    if around.KNOWN_ONE.match(plain, start + 1) or is_place(name, plain, start):
        return False
    if around.NO_NAME_BEHIND.match(plain, end) or around.NO_NAME_BEHIND.match(name[-1]):
        return False
    office = around.OFFICE.search(plain[max(0, start - around.LONGEST_LEAD) : start])
    return officials or not (office or around.OFFICE_BEHIND.match(plain, end))


def is_place(name: str, plain: str, start: int) -> bool:
    """Tell whether a name is a village's, by its last characters or on a route of villages."""
    if around.PLACE.fullmatch(name) or around.ROUTE_BEHIND.match(plain, start + len(name)):
        return True
    return around.ROUTE.search(plain[max(0, start - around.LONGEST_LEAD) : start]) is not None
