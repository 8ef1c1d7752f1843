"""Typesetting with Typst: a template and its data in, a PDF/A-2a and PDF/UA-1 file out.

The same input gives the same bytes. What does not fit comes back as ``Overflow``; a character
that the font lacks is ``UnprintableCharacters``; everything else that goes wrong is ours.
"""

from __future__ import annotations

import json
import os
import re
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Literal

import typst

from mingbai.design import DESIGN, font_folder, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ASSERTED = "assertion failed: "
UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed|disallowed codepoint `"(.+?)"`')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_here = threading.local()
_process: set[int] = set()


@dataclass(frozen=True, slots=True)
class Overflow:
    """A box that does not fit: ``over_mm`` too tall, or too wide with a run that cannot break."""

    anchor: str
    title: str
    over_mm: float
    way: Literal["tall", "wide"]


class TypsetFailed(RuntimeError):  # noqa: N818 - reads as what happened
    """A template, or the way it was called, is wrong: a bug of ours, not of an author."""


class UnprintableCharacters(ValueError):  # noqa: N818 - reads as what happened
    """The record holds characters that the printed font cannot show."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        """Keep the characters, each once."""
        self.characters = characters
        super().__init__(f"字体里没有这些字：{'、'.join(characters)}")


def typeset(
    template: Path, data: Mapping[str, Any], *, title: str, day: date
) -> bytes | tuple[Overflow, ...]:
    """Return the PDF of ``data`` in ``template``, or every box that does not fit."""
    inputs = {"data": dump(data), "tokens": dump(tokens().for_paper()), "title": title}
    try:
        made, warnings = compiler().compile_with_warnings(
            sources(template),
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=["a-2a", "ua-1"],
            timestamp=datetime.combine(day, time(12), tzinfo=UTC),
        )
    except typst.TypstError as error:
        return overflows(error)
    if warnings:
        raise TypsetFailed("\n".join(f"{one.message}\n{one.diagnostic}" for one in warnings))
    if not isinstance(made, bytes):
        message = f"{template.name} made no PDF"
        raise TypsetFailed(message)
    return made


def compiler() -> typst.Compiler:
    """Return this thread's compiler: one must not be shared, and none survives a fork."""
    _process.add(os.getpid())
    if len(_process) > 1:
        message = "the process was forked after typesetting; start workers by spawn"
        raise TypsetFailed(message)
    if not hasattr(_here, "compiler"):
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()]
        )
        _here.compiler = typst.Compiler(root=DESIGN, font_paths=fonts, ignore_system_fonts=True)
    return _here.compiler  # type: ignore[no-any-return]  # threading.local holds anything


def sources(template: Path) -> Any:
    """Return the template, its siblings and base.typ; Typst's stub knows no sources by name."""
    base = (DESIGN / "base.typ").read_bytes()
    siblings = {f"/{one.name}": one.read_bytes() for one in sorted(template.parent.glob("*.typ"))}
    return {**siblings, "main.typ": template.read_bytes(), "/design/base.typ": base}


def dump(value: Mapping[str, Any]) -> str:
    """Write data for a template, in one order."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def overflows(error: typst.TypstError) -> tuple[Overflow, ...]:
    """Read a failed compilation: the boxes that overflow, or raise what else is wrong."""
    if error.message.startswith(ASSERTED + "{"):
        found = json.loads(error.message.removeprefix(ASSERTED))
        return tuple(Overflow(**one) for one in found["overflow"])
    texts = [a or b for a, b in UNSHOWN.findall(error.diagnostic)]
    shown = [ESCAPED.sub(lambda code: f"U+{code[1].upper():0>4}", one) for one in texts]
    if shown:
        raise UnprintableCharacters(tuple(dict.fromkeys(shown))) from error
    raise TypsetFailed(error.diagnostic) from error
