"""What every printed form must hold, as gates: a finished PDF and its data in, findings out.

A gate knows no form by name, so a new form is gated without a new line. What a gate measures is
read back from the file (``seen``), never taken from templates or tokens.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests import paper_colours, paper_cuts
from tests.made import dicts
from tests.paper_codes import QUIET, codes, content_of
from tests.paper_colours import on_top
from tests.paper_file import fonts, pages, standard
from tests.paper_imposed import imposed
from tests.paper_words import copies, words
from tests.vectors import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.made import Made
    from tests.seen import Character

LEAST = {"card": ("Q", 0.6), "poster": ("Q", 4.4), "panel": ("Q", 6.0), "": ("M", 0.8)}
"""Level and least width of a module in mm, by how a form's name begins (design, print.md)."""
BAND = 5.0
"""Millimetres of height in which neighbours are looked for."""
STRONGER = "LMQH"
EDGE = 0.1
"""Millimetres that a character's ink may stand out by: rounding."""
TOUCHING = 0.1
"""Share of a character that another run may cover; sidebearings keep good setting at 0."""


def clipped(made: Made) -> Iterator[str]:
    """The ink of every character lies on the page, and no box cuts words off."""
    for one in made.whole_pages:
        sheet = Box(0, 0, one.width, one.height).grown(EDGE)
        out = [found for found in one.characters if found.seen and not sheet.holds(found.box)]
        if out:
            yield f"page {one.number + 1}: {shown(out)} over the edge, {out[0].box}"
        yield from (f"page {one.number + 1}: words cut off at {box}" for box in one.hidden)


def cut(made: Made) -> Iterator[str]:
    """Where there are crop marks, no cut touches a word and both sides are cut alike."""
    for one in made.whole_pages:
        yield from paper_cuts.of_page(one)
    if len({paper_cuts.cards(one) for one in made.whole_pages}) > 1:
        yield "the pages have different cuts"


def overlapping(made: Made) -> Iterator[str]:
    """No two runs of text lie on each other; the stamp of a proof lies below all on purpose."""
    for one in made.whole_pages:
        for first, second in neighbours([c for c in one.characters if on_top(c)]):
            both = first.box.common(second.box)
            smaller = min(first.box.area, second.box.area)
            if min(both.width, both.height) > 0 and both.area > TOUCHING * smaller:
                yield f"page {one.number + 1}: {first.text} on {second.text}, {both}"


def neighbours(characters: list[Character]) -> Iterator[tuple[Character, Character]]:
    """Yield the characters of different runs that may touch, each pair once."""
    bands: dict[int, list[Character]] = defaultdict(list)
    for one in sorted(characters, key=lambda one: one.box.left):
        for band in range(band_of(one), int(one.box.top // BAND) + 1):
            bands[band].append(one)
    for band, found in bands.items():
        for index, first in enumerate(found):
            for second in found[index + 1 :]:
                if second.box.left >= first.box.right:
                    break
                once = band == max(band_of(first), band_of(second))
                if first.run != second.run and once:
                    yield first, second


def band_of(one: Character) -> int:
    return int(one.box.bottom // BAND)


def shown(characters: list[Character], most: int = 12) -> str:
    text = "".join(one.text for one in characters)
    return text if len(text) <= most else f"{text[:most]}… ({len(text)})"


def contents(made: Made) -> Iterator[str]:
    """Every code of the data is printed and says what the data says, read by both at 150 dpi."""
    if made.form.imposition == "tiles":
        return
    drawn = {content_of(one["svg"]) for one in dicts(made.data) if {"svg", "modules"} <= set(one)}
    told = {one["code_content"] for one in dicts(made.data) if one.get("code_content")}
    printed = [(seen, code) for seen in made.pages for code in codes(seen)]
    read = {code.text for _, code in printed}
    yield from (f"the data has no code that says {one}" for one in sorted(told - drawn))
    yield from (f"not printed: the code {one}" for one in sorted(drawn - read))
    yield from (f"not in the data: the code {one}" for one in sorted(read - drawn))
    for seen, code in printed:
        if not code.clean.both(code.text):
            yield f"page {seen.number + 1}: not both read {code.text}: {code.clean}"


def modules(made: Made) -> Iterator[str]:
    """Codes are strong and large enough for their paper, with nothing in the quiet zone."""
    begins = max((one for one in LEAST if made.form.name.startswith(one)), key=len)
    level, least = LEAST[begins]
    for seen in made.whole_pages:
        for code in codes(seen):
            where = f"page {seen.number + 1}: {code.text or code.box}"
            if STRONGER.find(code.level) < STRONGER.index(level):
                yield f"{where}: level {code.level}, not {level}"
            if code.module < least - 0.001:
                yield f"{where}: modules of {code.module:.2f} mm, not {least}"
            if code.quiet < QUIET:
                yield f"{where}: white on {code.quiet:.2g} modules around, not on {QUIET}"


def contrast(made: Made) -> Iterator[str]:
    """Text can be seen: 4.5:1 on its ground in colour and in grey, covered by nothing."""
    found = (
        one
        for seen in made.whole_pages
        for one in paper_colours.of_page(seen, press=made.job.press)
    )
    yield from dict.fromkeys(found)


GATES: tuple[Callable[[Made], Iterator[str]], ...] = (
    standard,
    fonts,
    pages,
    imposed,
    clipped,
    cut,
    overlapping,
    words,
    copies,
    contents,
    modules,
    contrast,
)
