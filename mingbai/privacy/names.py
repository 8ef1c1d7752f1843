"""Full names in Chinese text: a surname where a person may be named, but not an ordinary word.

Two strengths: words of a person beside it (户主, 姓名：, 女，, 先生) make a name of almost anything
behind a surname; in running text both characters of the given name have to be usual ones. A name
that is veiled (某, ×), made up (化名), a stock name (张三) or an official's is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.privacy import name_words as around
from mingbai.privacy.columns import columns
from mingbai.privacy.minority_names import minority_names
from mingbai.privacy.name_characters import COMMON, GIVEN, INSIDE, KNOWN, RARE, SCARCE, WORDS
from mingbai.privacy.officials import is_official
from mingbai.privacy.told_names import stretched, told_names

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span


SHORT_FOR = ("老", "小", "阿", "姓")
"""Before a surname: it stands alone, and no given name follows."""


def full_names(plain: str, *, officials: bool = False) -> Iterator[Span]:
    """Yield where full names stand in a plain text, each place once.

    With ``officials``, names beside an office count too, but for those of the government.
    """
    if around.ALL_MADE_UP.search(plain):
        return
    made_up = tuple(set(around.MADE_UP.findall(plain)))
    proven = (*minority_names(plain), *told_names(plain))
    sure = (one for one in proven if is_hidden_one(plain, one, made_up, officials=officials))
    flowing = running(plain, made_up, officials=officials)
    last = 0
    for start, end in sorted({*in_columns(plain), *stretched(plain), *sure, *flowing}, key=longest):
        if start >= last:
            yield start, end
            last = end


def longest(name: Span) -> Span:
    """Return the order of names: of those that begin at one place the longest is first."""
    return name[0], -name[1]


def running(plain: str, made_up: tuple[str, ...], *, officials: bool) -> Iterator[Span]:
    """Yield the names in running text, by their surnames."""
    last = 0
    for first in around.FIRST.finditer(plain):
        start = first.start()
        if start < last or around.WORD.match(plain, start):
            continue
        titled = around.DOUBLE_ALONE.match(plain, start)
        if titled:
            last = titled.end()
            continue
        form = next((one for form in around.FORMS if (one := form.match(plain, start))), None)
        if form is None or not is_name(form, plain):
            continue
        if is_hidden_one(plain, form.span("name"), made_up, officials=officials):
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


def is_name(form: re.Match[str], plain: str) -> bool:
    """Tell whether what may be a name is one, by the words around it."""
    name, start = form["name"], form.start()
    head = plain[max(0, start - around.LONGEST_LEAD) : start]
    edge = not head or not "\u4e00" <= head[-1] <= "\u9fff"
    ended = form.re is not around.FORMS[-1]
    led = around.LEAD.search(head) is not None
    if (ended and led) or (edge and around.TITLE.match(plain, start + len(name))):
        return True
    given = name[2:] if around.DOUBLED.match(name) else name[1:]
    scarce = ended and name[0] in SCARCE and head[-1:] not in SHORT_FOR
    if given in WORDS or not (scarce or all(one in GIVEN for one in given)):
        return False
    if scarce or (led and name[0] not in RARE):
        return True
    return is_usual(form, given, plain, head)


def is_usual(form: re.Match[str], given: str, plain: str, head: str) -> bool:
    """Tell whether usual characters are a name, where no word beside them is a person's."""
    name, start = form["name"], form.start()
    edge = not head or not "\u4e00" <= head[-1] <= "\u9fff"
    ended = form.re is not around.FORMS[-1]
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


def is_hidden_one(plain: str, place: Span, made_up: tuple[str, ...], *, officials: bool) -> bool:
    """Tell whether a name is somebody's who is to be hidden: not veiled, known, or official."""
    start, end = place
    name = plain[start:end]
    if any(one.endswith(name) for one in made_up):
        return False
    if around.HIDDEN.search(plain[start : end + 1]) or name in KNOWN:
        return False
    if around.KNOWN_ONE.match(plain, start + 1) or is_place(name, plain, start):
        return False
    if around.NO_NAME_BEHIND.match(plain, end) or around.NO_NAME_BEHIND.match(name[-1]):
        return False
    return not is_official(plain, start, end, public_only=officials)


def is_place(name: str, plain: str, start: int) -> bool:
    """Tell whether a name is a village's, by its last characters or on a route of villages."""
    if around.PLACE.fullmatch(name) or around.ROUTE_BEHIND.match(plain, start + len(name)):
        return True
    return around.ROUTE.search(plain[max(0, start - around.LONGEST_LEAD) : start]) is not None
