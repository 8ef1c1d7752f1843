"""Typesetting with Typst: a template and its data in, a PDF/A-2a and PDF/UA-1 file out.

The same input gives the same bytes. What does not fit comes back as ``Overflow``; a character
that the font lacks is ``UnprintableCharacters``; everything else that goes wrong is ours.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

import typst

from mingbai.design import DESIGN, font_folders, tokens

OUTPUTS = Path(__file__).parent
ASSERTED = "assertion failed: "
UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed|disallowed codepoint `"(.+?)"`')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_here = threading.local()
_process: set[int] = set()


@dataclass(frozen=True, slots=True)
class Overflow:
    """A box that does not fit: ``over_mm`` too tall, or too wide with a run that cannot break.

    ``owner`` is the village or the policy whose words it holds, empty if the record's own.
    """

    anchor: str
    title: str
    over_mm: float
    way: Literal["tall", "wide"]
    owner: str = ""


class TypsetFailed(RuntimeError):  # noqa: N818 - reads as what happened
    """A template, or the way it was called, is wrong: a bug of ours, not of an author."""


class UnprintableCharacters(ValueError):  # noqa: N818 - reads as what happened
    """The record holds characters that the printed font cannot show."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        """Keep the characters, each once."""
        self.characters = characters
        super().__init__(f"字体里没有这些字：{'、'.join(characters)}")


def typeset(
    template: str, data: str, *, title: str, day: date, press: bool = False
) -> bytes | tuple[Overflow, ...]:
    """Return the PDF of ``data`` (JSON) in a template below ``outputs/``, or what does not fit.

    ``press`` makes the edition for a print shop: CMYK and 3 mm of bleed, which PDF/A cannot hold;
    every other edition is PDF/A-2a and PDF/UA-1.

    Raises:
        UnprintableCharacters: for characters that no font of the tokens has.
        TypsetFailed: for a mistake of ours.

    """
    try:
        made, warnings = compiler().compile_with_warnings(
            sources(template),
            format="pdf",
            sys_inputs={"data": data, "tokens": paper_tokens(press=press), "title": title},
            pdf_standards=[] if press else ["a-2a", "ua-1"],
            timestamp=datetime.combine(day, time(12), tzinfo=UTC),
        )
    except typst.TypstError as error:
        return overflows(error)
    return one_file(made, warnings, template)


def one_file(made: Any, warnings: list[Any], template: str) -> bytes:
    """Return what Typst made; a warning is a mistake of ours."""
    if warnings:
        raise TypsetFailed("\n".join(f"{one.message}\n{one.diagnostic}" for one in warnings))
    if not isinstance(made, bytes):
        message = f"{template} made no single file"
        raise TypsetFailed(message)
    return made


@cache
def paper_tokens(*, press: bool) -> str:
    """Return the tokens for a template, as JSON in one order."""
    return json.dumps(tokens().for_paper(press=press), ensure_ascii=False, sort_keys=True)


def compiler() -> typst.Compiler:
    """Return this thread's compiler: one must not be shared, and none survives a fork."""
    _process.add(os.getpid())
    if len(_process) > 1:
        message = "the process was forked after typesetting; start workers by spawn"
        raise TypsetFailed(message)
    if not hasattr(_here, "compiler"):
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders()
        )
        _here.compiler = typst.Compiler(root=DESIGN, font_paths=fonts, ignore_system_fonts=True)
    return _here.compiler  # type: ignore[no-any-return]  # threading.local holds anything


def sources(template: str) -> Any:
    """Return a template as the main file, with all it may import; Typst's stub knows no names."""
    return {**library(), "main.typ": f'#include "/{template}"'.encode()}


@cache
def library() -> dict[str, bytes]:
    """Return every template by its path: ``/sheets/sheet.typ``, and ``/design/base.typ``."""
    forms = {f"/{one.relative_to(OUTPUTS).as_posix()}": one for one in OUTPUTS.glob("*/*.typ")}
    shared = {f"/design/{one.name}": one for one in DESIGN.glob("*.typ")}
    return {name: path.read_bytes() for name, path in sorted({**forms, **shared}.items())}


@cache
def version() -> str:
    """Return a hash of templates, tokens, engine and fonts: what bytes depend on besides data."""
    made_of = hashlib.sha256()
    for name, content in library().items():
        made_of.update(name.encode() + b"\0" + content + b"\0")
    made_of.update(paper_tokens(press=False).encode())
    for package in ("typst", "justmytype-intl-cjk"):
        made_of.update(metadata.version(package).encode())
    return made_of.hexdigest()


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
