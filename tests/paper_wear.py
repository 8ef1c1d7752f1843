"""How the codes of finished paper wear: shares read by one reader and by both, a condition each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.paper_codes import Code, codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.made import Made
    from tests.wear import Reading

LEAST = {
    "blur": 1.0,
    "tilt": 1.0,
    "photocopy": 1.0,
    "blot M": 0.85,
    "blot Q": 0.98,
    "blot H": 0.98,
}
"""Shares that at least one reader must read; a phone tries many times, a test once.

Blots measured over 60 places on each of our codes: M 92 to 97 %, Q 100 %.
"""


@dataclass
class Tally:
    """Readings counted: of how many, read by one reader, read by both."""

    counted: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))

    def add(self, condition: str, reading: Reading, content: str) -> None:
        count = self.counted[condition]
        count[0] += 1
        count[1] += reading.one(content)
        count[2] += reading.both(content)

    def worn(self, made: Iterable[Made], seeds: range) -> None:
        """Count how each code of some paper wears, the same code of a file only once."""
        for number, code in enumerate(one for file in made for one in distinct(file)):
            self.add("clean", code.clean, code.text)
            for condition, reading in code.worn(number):
                self.add(condition, reading, code.text)
            for reading in code.blots(seeds):
                self.add(f"blot {code.level}", reading, code.text)

    def findings(self) -> Iterator[str]:
        """Yield the conditions in which too few codes are read."""
        for condition, (count, one, _) in self.counted.items():
            if one < LEAST.get(condition, 1.0) * count:
                yield f"{condition}: {one} of {count} codes read"

    def shares(self) -> str:
        """Say the shares read by one reader, and by both."""
        said = (
            f"{condition} {100 * one / count:.0f}/{100 * both / count:.0f} % of {count}"
            for condition, (count, one, both) in self.counted.items()
        )
        return ", ".join(said)


def distinct(made: Made) -> Iterator[Code]:
    """Yield the codes of a PDF, those alike once."""
    seen: set[tuple[str, float]] = set()
    for page in made.whole_pages:
        for code in codes(page):
            key = (code.text, round(code.module, 2))
            if code.text and key not in seen:
                seen.add(key)
                yield code
